package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.Limit.atLeast;
import static org.leontief.plan.Limit.atMost;
import static org.leontief.plan.SmallEconomy.COEFFICIENTS;
import static org.leontief.plan.SmallEconomy.problem;
import static org.leontief.plan.SmallEconomy.vector;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** What is wrong with a problem is said by name, with the mend. */
class PlanProblemErrorsTest {

    private static final Activity LOOM =
            activity("Loom").makes("Cloth", "m", 1).uses("Labour", "hours", 1).uses("Yarn", "kg", 0.4);
    private static final Activity SPINDLE =
            activity("Spindle").makes("Yarn", "kg", 1).uses("Labour", 2);

    @Test
    void aResourceThatNobodySupplies() {
        PlanProblem problem = PlanProblem.of(LOOM, SPINDLE).target(Map.of("Cloth", 1.0));

        assertThatThrownBy(problem::largestMultiple)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Loom' uses 'Labour'")
                .hasMessageContaining("no amount is given")
                .hasMessageContaining("resource(\"Labour\", amount)");
    }

    @Test
    void aMistypedInputNamesTheProductThatWasMeant() {
        PlanProblem problem = PlanProblem.of(activity("Loom").makes("Cloth", 1).uses("Yarm", 0.4), SPINDLE)
                .resource("Labour", 10)
                .target(Map.of("Cloth", 1.0));

        assertThatThrownBy(problem::largestMultiple)
                .hasMessageContaining("'Loom' uses 'Yarm'")
                .hasMessageContaining("Did you mean 'Yarn'?");
    }

    @Test
    void aTargetOutsideTheTechnology() {
        PlanProblem problem = PlanProblem.of(LOOM, SPINDLE);

        assertThatThrownBy(() -> problem.target(Map.of("Clothes", 1.0)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Clothes'")
                .hasMessageContaining("Did you mean 'Cloth'?");
        assertThatThrownBy(() -> problem.target(Map.of("Cloth", 0.0))).hasMessageContaining("empty");
        assertThatThrownBy(() -> problem.target(Map.of("Cloth", Double.NaN))).hasMessageContaining("'Cloth' is NaN");
    }

    @Test
    void aTargetThatTheTableHasNoRecipeFor() {
        InputOutputTable table = InputOutputTable.builder("Bread", "Ghost")
                .unit("t")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .finalDemand("Households", 9, 0)
                .extension("Labour", "hours", 20, 0)
                .build();
        PlanProblem problem = PlanProblem.of(table).resource("Labour", 20);

        assertThatThrownBy(() -> problem.target(Map.of("Ghost", 1.0)).largestMultiple())
                .hasMessageContaining("'Ghost' is in the target")
                .hasMessageContaining("no technique makes it");
        assertThatThrownBy(() -> problem.demand(Map.of("Ghost", 2.0)).least("Labour"))
                .hasMessageContaining("'Ghost' is to be delivered (2 t)");
    }

    @Test
    void contradictoryLimits() {
        assertThatThrownBy(() -> Limit.between(5, 3))
                .hasMessageContaining("At least 5.0 and at most 3.0")
                .hasMessageContaining("wrong order");
        assertThatThrownBy(() -> atMost(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> problem().delivery("Food", atLeast(100)).delivery("Food", atMost(50)))
                .hasMessageContaining("delivery of Food")
                .hasMessageContaining("≥ 100 t")
                .hasMessageContaining("≤ 50 t");
        assertThatThrownBy(() -> problem().output("Coal", atMost(-1))).hasMessageContaining("output of Coal");
        PlanProblem demanded = problem().demand(Map.of("Food", 80.0)).delivery("Food", atMost(50));
        assertThatThrownBy(() -> demanded.least("Labour"))
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("demand for Food ≥ 80 t")
                .hasMessageContaining("delivery of Food ≤ 50 t");
        PlanProblem capacities = problem().output("Coal", atMost(50)).intensity("Coal", atLeast(60));
        assertThatThrownBy(() -> capacities.least("Labour"))
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("output of Coal ≤ 50 t")
                .hasMessageContaining("intensity of Coal ≥ 60 t");
        assertThatThrownBy(() -> problem().delivery("Coal", atMost(-5)).least("Labour"))
                .hasMessageContaining("delivery of Coal ≤ -5 t")
                .hasMessageContaining("Limit.between(least, most)");
    }

    @Test
    void unitsThatDoNotMatch() {
        assertThatThrownBy(() -> PlanProblem.of(
                        LOOM, activity("Spindle").makes("Yarn", "t", 0.001).uses("Labour", 2)))
                .hasMessageContaining("'Spindle' counts 'Yarn' in t")
                .hasMessageContaining("in kg");
        assertThatThrownBy(() -> PlanProblem.of(LOOM, SPINDLE).resource("Labour", "days", 10))
                .hasMessageContaining("'Labour' is given in days")
                .hasMessageContaining("counted in hours");
        assertThatThrownBy(() -> problem().activities(activity("Mine").makes("Coal", "kg", 1000)))
                .hasMessageContaining("'Coal' in kg")
                .hasMessageContaining("the table in t");
        assertThatThrownBy(() -> problem().resource("Labour", "minutes", 10)).hasMessageContaining("counted in hours");
        LabelledVector inKilograms = LabelledVector.of("Demand", COEFFICIENTS.industries(), Units.of("kg"), 1, 1, 1);
        assertThatThrownBy(() -> problem().demand(inKilograms)).hasMessageContaining("kg");
        LabelledVector weights = LabelledVector.of(
                "Weights", COEFFICIENTS.industries(), Units.perLabel("EUR per t", "EUR per t", "EUR per kg"), 1, 1, 1);
        assertThatThrownBy(() -> problem().resource("Labour", 10).mostValue(weights))
                .hasMessageContaining("'Food' is in 'EUR per kg'")
                .hasMessageContaining("EUR per t");
    }

    @Test
    void namesThatAreNotThere() {
        assertThatThrownBy(() -> problem().resource("Labor", 10))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Labour'?");
        assertThatThrownBy(() -> problem().available("Labour", atMost(10))).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> problem().delivery("Steal", atMost(10))).hasMessageContaining("Did you mean 'Steel'?");
        assertThatThrownBy(() -> problem().intensity("Foot", atMost(10))).hasMessageContaining("Did you mean 'Food'?");
        assertThatThrownBy(() -> problem().resource("Steel", 10))
                .hasMessageContaining("'Steel' is a product")
                .hasMessageContaining("stock(\"Steel\", amount)");
        assertThatThrownBy(() -> problem().resource("Labour", 10).least("CO"))
                .hasMessageContaining("'CO'")
                .hasMessageContaining("CO2");
    }

    @Test
    void whatIsSaidTwice() {
        assertThatThrownBy(() -> problem().resource("Labour", 10).resource("Labour", 20))
                .hasMessageContaining("already (Labour ≤ 10 hours)")
                .hasMessageContaining("available(\"Labour\", Limit.atMost(amount))");
        assertThatThrownBy(() -> PlanProblem.of(LOOM, LOOM)).hasMessageContaining("Two techniques are called 'Loom'");
        assertThatThrownBy(() -> problem().activities(activity("Coal").makes("Coal", 1)))
                .hasMessageContaining("one of them is that of the industry");
        assertThatThrownBy(() -> LOOM.uses("Yarn", 1)).hasMessageContaining("'Loom' uses 'Yarn' twice: 0.4 and 1.0");
    }

    @Test
    void numbersThatAreNone() {
        assertThatThrownBy(() -> problem().resource("Labour", Double.NaN)).hasMessageContaining("'Labour' is NaN");
        assertThatThrownBy(() -> problem().resource("Labour", -1)).hasMessageContaining("'Labour' is -1.0");
        assertThatThrownBy(() -> LOOM.uses("Oil", Double.NaN)).hasMessageContaining("NaN of 'Oil'");
        assertThatThrownBy(() -> problem().stock("Coal", Double.POSITIVE_INFINITY))
                .hasMessageContaining("'Coal' is Infinity");
        assertThatThrownBy(() -> Goal.least("Labour").within(-0.1)).hasMessageContaining("-0.1");
        assertThatThrownBy(() -> activity("Idle").uses("Labour", -1)).hasMessageContaining("-1.0 of 'Labour'");
    }

    @Test
    void questionsThatCannotBeAsked() {
        assertThatThrownBy(() -> problem().resource("Labour", 10).largestMultiple())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no target")
                .hasMessageContaining("problem.target(basket)");
        assertThatThrownBy(() -> PlanProblem.of()).hasMessageContaining("at least one technique");
        assertThatThrownBy(() -> PlanProblem.of(activity("Idle"))).hasMessageContaining("'Idle' makes nothing");
        assertThatThrownBy(() -> PlanProblem.of(LOOM, SPINDLE)
                        .resource("Oil", "t", LabelledVector.of("Oil", Labels.of("Cloth"), Units.of("t per m"), 1), 5))
                .hasMessageContaining("no table");
        BestPlan best = problem().demand(vector("Demand", 1, 1, 1)).least("Labour");
        assertThatThrownBy(best::multiple).hasMessageContaining("no target");
        assertThatThrownBy(() -> best.worth("CO2")).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> best.opportunityCost("Coal").use("Cole")).hasMessageContaining("'Cole'");
    }

    @Test
    void coefficientsWithoutAnyRowStillPlan() {
        PlanProblem bare =
                PlanProblem.of(TechnicalCoefficients.of(Labels.of("Corn"), Units.of("t"), SparseMatrix.zeros(1, 1)));
        assertThatThrownBy(() -> bare.resource("Labour", 10)).hasMessageContaining("'Labour'");
    }

    /** Sectors of regions have a long and, where only one region has it, a short name. */
    @Test
    void aProductOfATableUnderTwoNames() {
        Labels sectors = Labels.ofLabels(
                List.of(new Label("North", "Goods"), new Label("South", "Goods"), new Label("South", "Ore")));
        PlanProblem regions =
                PlanProblem.of(TechnicalCoefficients.of(sectors, Units.of("t"), SparseMatrix.of(new double[3][3])));

        assertThatThrownBy(() -> regions.activities(activity("Mill")
                        .makes("North / Goods", 1)
                        .uses("Ore", 1)
                        .uses("South / Ore", 5)))
                .hasMessage("'Mill' uses 'Ore' and 'South / Ore', which are one product. Add the amounts up first.");
        assertThatThrownBy(() -> regions.activities(
                        activity("Mine").makes("South / Ore", 1).makes("Ore", 5)))
                .hasMessageContaining("'Mine' makes 'South / Ore' and 'Ore', which are one product");
        assertThatThrownBy(() -> regions.activities(activity("Mill").makes("Goods", 1)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Goods' stands in several regions (North, South)");
        assertThat(regions.activities(activity("Mine").makes("Ore", 1).uses("Goods", 1))
                        .products())
                .isEqualTo(sectors);
    }

    @Test
    void aCeilingBelowNothing() {
        PlanProblem problem = PlanProblem.of(LOOM, SPINDLE);

        assertThatThrownBy(() -> problem.output("Cloth", Limit.between(-3, -1)))
                .hasMessage("The output of Cloth is limited to -1; nothing runs backwards, so that 0 is the least.");
        assertThatThrownBy(() -> problem.intensity("Loom", atMost(-1)))
                .hasMessage("The intensity of Loom is limited to -1; nothing runs backwards, so that 0 is the least.");
    }

    @Test
    void oneTechniqueGrowsAlone() {
        PlanProblem spinning = PlanProblem.of(SPINDLE).counting("Labour").target(Map.of("Yarn", 1.0));

        assertThatThrownBy(spinning::largestMultiple)
                .isInstanceOf(UnboundedPlanException.class)
                .hasMessageContaining("it grows with the technique 'Spindle', which no resource");
    }
}
