package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.UnknownLabelException;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

class ScenarioTest {

    private static final Economy BASE = Economy.of(
            recipe("Coal").unit("t").uses("Steel", 0.01).extension("CO2", "kg", 3),
            recipe("Steel").unit("t").uses("Coal", 0.4).extension("CO2", "kg", 100));

    private static final LabelledVector DEMAND = BASE.demand(Map.of("Coal", 10.0, "Steel", 5.0));

    /** The plan under the scenario and the plan of an economy entered with these numbers are the same, bit for bit. */
    @Test
    void aScenarioIsAnEconomyFromScratch() {
        Scenario scrap = Scenario.named("More scrap")
                .scaleCoefficient("Coal", "Steel", 0.5)
                .setCoefficient("Steel", "Steel", 0.1)
                .scaleExtension("CO2", "Steel", 0.75)
                .setExtension("CO2", "Coal", 2)
                .scaleDemand("Steel", 2)
                .setDemand("Coal", 7);
        Economy fromScratch = Economy.of(
                recipe("Coal").unit("t").uses("Steel", 0.01).extension("CO2", "kg", 2),
                recipe("Steel").unit("t").uses("Coal", 0.2).uses("Steel", 0.1).extension("CO2", "kg", 75));

        GrossOutputPlan plan = BASE.plan(DEMAND, scrap);
        GrossOutputPlan expected = fromScratch.plan(DEMAND.with("Steel", 10).with("Coal", 7));

        assertThat(plan.grossOutput().values()).isEqualTo(expected.grossOutput().values());
        assertThat(plan.grossOutput().errorBounds())
                .containsExactly(expected.grossOutput().errorBounds());
        assertThat(plan.extension("CO2").values())
                .isEqualTo(expected.extension("CO2").values());
        assertThat(plan.coefficients().matrix())
                .isEqualTo(fromScratch.coefficients().matrix());
        assertThat(plan.finalDemand()).isEqualTo(expected.finalDemand());
    }

    @Test
    void theBaseIsNotChanged() {
        Scenario scenario =
                Scenario.named("Less").scaleCoefficient("Coal", "Steel", 0.5).scaleDemand("Coal", 0);

        BASE.plan(DEMAND, scenario);

        assertThat(BASE.coefficients().matrix().of("Coal", "Steel")).isEqualTo(0.4);
        assertThat(DEMAND.of("Coal")).isEqualTo(10);
    }

    @Test
    void changesAreAppliedInTheOrderInWhichTheyWereMade() {
        Scenario scaledLast = Scenario.named("a")
                .setCoefficient("Coal", "Steel", 0.2)
                .scaleCoefficient("Coal", "Steel", 0.5)
                .setDemand("Coal", 4)
                .scaleDemand("Coal", 3);
        Scenario setLast = Scenario.named("b")
                .scaleCoefficient("Coal", "Steel", 0.5)
                .setCoefficient("Coal", "Steel", 0.2)
                .scaleDemand("Coal", 3)
                .setDemand("Coal", 4);

        assertThat(scaledLast.applyTo(BASE.coefficients()).matrix().of("Coal", "Steel"))
                .isEqualTo(0.1);
        assertThat(setLast.applyTo(BASE.coefficients()).matrix().of("Coal", "Steel"))
                .isEqualTo(0.2);
        assertThat(scaledLast.applyTo(DEMAND).of("Coal")).isEqualTo(12);
        assertThat(setLast.applyTo(DEMAND).of("Coal")).isEqualTo(4);
    }

    @Test
    void everyCallGivesANewScenario() {
        Scenario none = Scenario.named("None");

        Scenario one = none.scaleDemand("Coal", 2);

        assertThat(none.applyTo(DEMAND)).isEqualTo(DEMAND);
        assertThat(none.applyTo(BASE.coefficients())).isSameAs(BASE.coefficients());
        assertThat(one.name()).isEqualTo("None");
        assertThat(one.scaleCoefficient("Coal", "Steel", 2))
                .hasToString("Scenario 'None': 1 coefficients, 0 extensions, 1 demands changed");
    }

    @Test
    void aCellMayBeEmptiedOrFilled() {
        TechnicalCoefficients changed = Scenario.named("Swap")
                .setCoefficient("Coal", "Steel", 0)
                .setCoefficient("Coal", "Coal", 0.3)
                .applyTo(BASE.coefficients());

        assertThat(changed.matrix().matrix().nonZeros()).isEqualTo(2);
        assertThat(changed.matrix().of("Coal", "Steel")).isZero();
        assertThat(changed.matrix().of("Coal", "Coal")).isEqualTo(0.3);
    }

    @Test
    void unknownLabelsAreNamedWithTheNearest() {
        assertThatThrownBy(() -> BASE.with(Scenario.named("x").scaleCoefficient("Coal", "Stel", 2)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("There is no 'Stel'. Did you mean 'Steel'?");
        assertThatThrownBy(() -> BASE.with(Scenario.named("x").setExtension("CO3", "Steel", 2)))
                .hasMessage("There is no 'CO3'. Did you mean 'CO2'?");
        assertThatThrownBy(() -> BASE.plan(DEMAND, Scenario.named("x").setDemand("Coall", 2)))
                .hasMessage("There is no 'Coall'. Did you mean 'Coal'?");
    }

    @Test
    void numbersStayFinite() {
        assertThatThrownBy(() -> BASE.with(Scenario.named("x").setCoefficient("Coal", "Steel", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The coefficient of 'Coal' in 'Steel' becomes NaN; a finite number that is not negative is needed.");
        assertThatThrownBy(() -> BASE.plan(DEMAND, Scenario.named("x").scaleDemand("Coal", Double.NaN)))
                .hasMessageContaining("is NaN");
    }

    /** Found by this test: a product without a recipe stayed so after a scenario had given it one. */
    @Test
    void aScenarioMayGiveARecipeToAnEmptyIndustry() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Uranium")
                .unit("unit")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .finalDemand("Homes", 9, 0)
                .build();
        Economy economy = Economy.of(table);
        LabelledVector demand = table.finalDemand().total().with("Uranium", 2);

        GrossOutputPlan plan = economy.plan(demand, Scenario.named("Mine").setCoefficient("Coal", "Uranium", 0.9));

        assertThat(plan.grossOutput().of("Uranium")).isEqualTo(2);
        assertThat(economy.coefficients().hasRecipe(1)).isFalse();
        assertThatThrownBy(() -> economy.plan(demand, Scenario.named("Less").scaleCoefficient("Coal", "Coal", 0.5)))
                .hasMessageContaining("no recipe");
    }

    @Test
    void theNotesOfTheTableStay() {
        TechnicalCoefficients changed = Scenario.named("x")
                .scaleCoefficient("Agriculture", "Trade", 2)
                .applyTo(TechnicalCoefficients.of(Germany1995.table()));

        assertThat(changed.notes())
                .isEqualTo(TechnicalCoefficients.of(Germany1995.table()).notes());
        assertThat(changed.extensions())
                .isEqualTo(TechnicalCoefficients.of(Germany1995.table()).extensions());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        Economy economy = Economy.of(
                recipe("Coal").uses("Steel", 0.1).labour(1), recipe("Steel").uses("Coal", 0.4));

        assertThatThrownBy(() -> economy.with(Scenario.named("s").scaleCoefficient("Coal", "Steel", -1)))
                .hasMessageContaining("'Coal' in 'Steel' becomes -0.4");
        assertThatThrownBy(() -> economy.with(Scenario.named("s").scaleExtension("Labour", "Coal", -1)))
                .hasMessageContaining("'Labour' in 'Coal' becomes -1.0");
        assertThatThrownBy(() -> economy.with(Scenario.named("s").scaleCoefficient("Coal", "Coal", 5)))
                .hasMessageContaining("There is nothing to scale");
        assertThatThrownBy(() -> economy.with(Scenario.named("more steel").scaleDemand("Steel", 2)))
                .hasMessageContaining("'more steel' changes final demand")
                .hasMessageContaining("plan(finalDemand, scenario)");
    }
}
