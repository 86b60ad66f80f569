package org.leontief.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.Bounded;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.MixedPlan;
import org.leontief.table.InputOutputTable;

/** Germany 1995 (Eurostat Manual 2008, chapter 15), whose use of everything is published, and an economy typed by hand. */
class ResourceCheckTest {

    private static final InputOutputTable TABLE = Germany1995.table();
    private static final Economy GERMANY = Economy.of(TABLE);
    private static final LabelledVector DEMAND = TABLE.finalDemand().total();
    private static final Resources GIVEN = Resources.of(GERMANY.coefficients())
            .row("Employment", 40_000)
            .row("CO2", 600_000)
            .capacity("Construction", TABLE.grossOutput().of("Construction"))
            .importsPaidBy("Imports", TABLE.finalDemand().category("Exports"));

    private static ResourceCheck check(LabelledVector demand) {
        return ResourceCheck.of(GERMANY.plan(demand), GIVEN);
    }

    private static void assertEnclosed(Bounded number, double exact) {
        assertThat(number.errorBound()).isLessThan(1e-9 * Math.abs(exact));
        assertThat(number.value()).isCloseTo(exact, within(number.errorBound() + Math.ulp(exact)));
    }

    /** The plan for the table's own demand uses what the table records: 36,428 thousand persons, 687,020 thousand t. */
    @Test
    void theTableUsesWhatItRecords() {
        ResourceCheck check = check(DEMAND);

        assertEnclosed(check.of("Employment").used(), 36_428);
        assertEnclosed(check.of("CO2").used(), 687_020);
        assertEnclosed(check.of("Imports").used(), 222_143);
        assertThat(check.of("Imports").supplied().value()).isEqualTo(379_293);
        assertThat(check.of("Employment").standing()).isEqualTo(ResourceStanding.SLACK);
        assertEnclosed(check.of("Employment").slack(), 40_000 - 36_428);
        assertThat(check.of("CO2").standing()).isEqualTo(ResourceStanding.SHORT);
        assertThat(check.of("Capacity of Construction").standing()).isEqualTo(ResourceStanding.BINDING);
        assertThat(check.isFeasible()).isFalse();
        assertThat(check.toString()).contains("CO2 breaks first");
    }

    /** Miller and Blair 2009, section 2.3, with the output of One held at 800: 0.95 x2 = 1700 + 0.2 · 800 = 1860. */
    @Test
    void aMixedPlanIsCheckedLikeAnyOther() {
        Economy two = Economy.of(
                recipe("One").unit("USD").uses("One", 0.15).uses("Two", 0.20),
                recipe("Two").unit("USD").uses("One", 0.25).uses("Two", 0.05));
        Resources resources = Resources.of(two.coefficients())
                .resource("Hours", "hours", Map.of("One", 1.0, "Two", 0.5), 1500)
                .usedByFinalDemand("Hours", Map.of("One", 0.1));
        MixedPlan given = two.mixedPlan(two.demand(Map.of("One", 350.0, "Two", 1700.0)), Map.of("One", 800.0));
        double secondOutput = 1860 / 0.95;

        assertThat(ResourceCheck.of(given, resources).of("Hours").used().value())
                .isCloseTo(800 + 0.5 * secondOutput + 0.1 * (680 - 0.25 * secondOutput), within(1e-9));
    }

    @Test
    void theTightestComesFirst() {
        assertThat(check(DEMAND).uses())
                .extracting(use -> use.resource().name())
                .containsExactly("CO2", "Capacity of Construction", "Employment", "Imports");
    }

    /** A plan of that multiple, made anew, uses all of the first resource and no more than there is of the others. */
    @Test
    void theLargestMultipleOfThePlanJustFits() {
        Bounded multiple = check(DEMAND).largestMultiple();

        ResourceCheck again = check(DEMAND.times(multiple.value()));

        assertThat(multiple.value()).isCloseTo(600_000.0 / 687_020, within(1e-12));
        assertThat(again.isFeasible()).isTrue();
        assertThat(again.of("CO2").standing()).isEqualTo(ResourceStanding.BINDING);
        assertThat(again.largestMultiple().value()).isCloseTo(1, within(1e-12));
    }

    /** Each relief by itself, planned anew, frees what is missing. */
    @Test
    void deliveringLessFreesWhatIsMissing() {
        ResourceCheck check = check(DEMAND);
        Shortage shortage = check.shortage("CO2");

        assertEnclosed(shortage.missing(), 87_020);
        assertThat(shortage.reliefs()).hasSize(6);
        for (Shortage.Relief relief : shortage.reliefs()) {
            GrossOutputPlan less = GERMANY.plan(
                    DEMAND.plus(relief.product().name(), -relief.units().value()));
            assertThat(less.extension("CO2").total())
                    .as(relief.product().name())
                    .isCloseTo(600_000, within(1e-6));
        }
        assertThat(shortage.reliefs().get(0).share())
                .isLessThan(shortage.reliefs().get(5).share());
        assertThat(shortage.relief("Agriculture").isEnough()).isFalse();
        assertThat(check.shortages()).hasSize(1);
        assertThatThrownBy(() -> check.shortage("Employment"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nothing is missing");
    }

    /** 10 t of bread take 10·0.5 t of flour; hours 10·2 + 5·1 + 10·0.1 at table; forests add 3 for each t of flour. */
    @Test
    void usesOfDeliveriesAndWhatIndustriesAddAreCounted() {
        Economy bakery = Economy.of(
                recipe("Bread").unit("t").uses("Flour", 0.5), recipe("Flour").unit("t"));
        Resources resources = Resources.of(bakery.coefficients())
                .resource("Hours", "hours", Map.of("Bread", 2.0, "Flour", 1.0), 24)
                .usedByFinalDemand("Hours", Map.of("Bread", 0.1))
                .resource("Carbon", "t", Map.of("Bread", 2.0, "Flour", -3.0), 0);

        ResourceCheck check = ResourceCheck.of(bakery.plan(Map.of("Bread", 10.0)), resources);

        assertThat(check.of("Hours").used().value()).isCloseTo(26, within(1e-13));
        assertThat(check.shortage("Hours").relief("Bread").units().value()).isCloseTo(2 / 2.6, within(1e-13));
        assertThat(check.of("Carbon").used().value()).isCloseTo(20, within(1e-13));
        assertThat(check.of("Carbon").supplied().value()).isCloseTo(15, within(1e-13));
        assertThat(check.of("Carbon").largestMultiple().value()).isZero();
        assertThat(check.first().resource().name()).isEqualTo("Carbon");
    }

    /** Where the plan adds more than it uses, any multiple fits. */
    @Test
    void whatIsNotUsedLimitsNothing() {
        Economy bakery = Economy.of(
                recipe("Bread").unit("t").uses("Flour", 0.5), recipe("Flour").unit("t"));
        Resources resources = Resources.of(bakery.coefficients())
                .resource("Carbon", "t", Map.of("Bread", 1.0, "Flour", -3.0), 0)
                .resource("Gold", "kg", Map.of("Flour", 0.0), 0);

        ResourceCheck check = ResourceCheck.of(bakery.plan(Map.of("Bread", 10.0)), resources);

        assertThat(check.largestMultiple()).isEqualTo(Bounded.exact(Double.POSITIVE_INFINITY));
        assertThat(check.isFeasible()).isTrue();
        assertThat(check.of("Gold").utilisation()).isEqualTo(Bounded.exact(0));
        assertThat(check.of("Gold").standing()).isEqualTo(ResourceStanding.SLACK);
    }

    @Test
    void whatThereIsNoneOfIsSaidInWords() {
        Economy bakery = Economy.of(
                recipe("Bread").unit("t").uses("Flour", 0.5), recipe("Flour").unit("t"));
        GrossOutputPlan bread = bakery.plan(Map.of("Bread", 10.0));
        Resources none = Resources.of(bakery.coefficients()).resource("Water", "m3", Map.of("Flour", 2.0), 0);
        Resources spared = Resources.of(bakery.coefficients()).resource("Gold", "kg", Map.of(), 0);

        assertThat(ResourceCheck.of(bread, none)).hasToString("""
                                        used       there is    of it  largest multiple of the plan
                        Water             10              0  of none  0  SHORT (m3)
                        No part of the plan fits; there is nothing of Water""");
        assertThat(ResourceCheck.of(bread, none).of("Water"))
                .hasToString("Water: 10 of 0 m3, of which there is none (SHORT)");
        assertThat(ResourceCheck.of(bread, spared).toString())
                .contains("0.0%  any  (kg)")
                .endsWith("Any multiple of the plan fits; it needs nothing of what is limited");
        assertThat(ResourceCheck.of(bakery.plan(Map.of("Bread", 0.0)), none).toString())
                .contains("0.0%  any  (m3)");
    }

    @Test
    void theIndustriesAreJoinedByName() {
        Economy bakery = Economy.of(
                recipe("Bread").unit("t").uses("Flour", 0.5), recipe("Flour").unit("bags"));
        Economy turned = Economy.of(
                recipe("Flour").unit("bags"), recipe("Bread").unit("t").uses("Flour", 0.5));
        Resources resources = Resources.of(turned.coefficients())
                .resource("Hours", "hours", Map.of("Bread", 2.0, "Flour", 1.0), 24)
                .usedByFinalDemand("Hours", Map.of("Bread", 0.1));

        ResourceCheck check = ResourceCheck.of(bakery.plan(Map.of("Bread", 10.0)), resources);

        assertThat(check.of("Hours").used().value()).isCloseTo(26, within(1e-13));
        assertThat(check.shortage("Hours").perUnitDelivered().of("Bread")).isCloseTo(2.6, within(1e-15));
        assertThat(check.shortage("Hours").relief("Bread").unit()).isEqualTo("t");
    }

    /** Ten tonnes of bread at 0.1 and two bags of flour at 3, whichever comes first in the vector. */
    @Test
    void usesOfDeliveriesAreJoinedByName() {
        Economy bakery = Economy.of(
                recipe("Bread").unit("t").uses("Flour", 0.5), recipe("Flour").unit("bags"));
        LabelledVector perUnit = LabelledVector.of(
                "Hours at home", Labels.of("Flour", "Bread"), Units.perLabel("hours per bags", "hours per t"), 3, 0.1);
        Resources resources = Resources.of(bakery.coefficients())
                .resource("Hours", "hours", Map.of(), 24)
                .usedByFinalDemand("Hours", perUnit);

        ResourceCheck check = ResourceCheck.of(bakery.plan(Map.of("Bread", 10.0, "Flour", 2.0)), resources);

        assertThat(check.of("Hours").used().value()).isCloseTo(10 * 0.1 + 2 * 3, within(1e-13));
    }

    @Test
    void ofAllCapacitiesOneForEachIndustry() {
        Resources capacities = Resources.of(GERMANY.coefficients())
                .capacities(TABLE.grossOutput().times(1.25));

        ResourceCheck check = ResourceCheck.of(GERMANY.plan(DEMAND), capacities);

        assertThat(check.uses())
                .hasSize(6)
                .allSatisfy(use -> assertThat(use.utilisation().value()).isCloseTo(0.8, within(1e-12)));
        assertThat(check.largestMultiple().value()).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void usesOfAllResourcesTogetherAreTheMatricesOfTheFormula() {
        Resources resources = GIVEN.usedByFinalDemand("CO2", Map.of("Trade", 0.05, "Manufacturing", -0.01));
        GrossOutputPlan plan = GERMANY.plan(DEMAND);
        ResourceCheck check = ResourceCheck.of(plan, resources);

        double[] ofOutputs = resources
                .perUnitOfOutput()
                .matrix()
                .multiply(plan.grossOutput().values().toArray());
        double[] ofDeliveries = resources.perUnitOfFinalDemand().matrix().multiply(DEMAND.toArray());

        assertThat(resources.perUnitOfOutput().rows()).isEqualTo(resources.names());
        assertThat(resources.perUnitOfOutput().rowUnits().get(0)).isEqualTo("thousand persons");
        assertThat(resources.perUnitOfOutput().matrix().nonZeros())
                .as("three rows of the table, and one number for the capacity")
                .isEqualTo(3 * 6 + 1);
        for (int k = 0; k < resources.size(); k++) {
            ResourceUse use = check.of(resources.asList().get(k).name());
            double net = use.used().value() - use.added().value();
            assertThat(ofOutputs[k] + ofDeliveries[k]).isCloseTo(net, withinPercentage(1e-10));
        }
    }

    @Test
    void mistakesAreNamed() {
        Resources none = Resources.of(GERMANY.coefficients());
        Units perMillion = Units.of("hours").per(Units.of("million EUR"));

        assertThatThrownBy(() -> none.row("Employmnt", 1))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Employment'");
        assertThatThrownBy(() -> none.row("Employment", -1)).hasMessageContaining("'Employment' is -1.0");
        assertThatThrownBy(() -> none.row("Employment", Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> none.row("Employment", 1).row("Employment", 2))
                .hasMessageContaining("'Employment' is a resource already");
        assertThatThrownBy(() -> none.capacity("Mining", 1)).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> none.resource(
                        "Hours",
                        "days",
                        LabelledVector.of("Hours", GERMANY.industries(), perMillion, new double[6]),
                        1))
                .hasMessageContaining("hours per million EUR")
                .hasMessageContaining("days per million EUR");
        assertThatThrownBy(() -> none.resource(
                        "Hours", "hours", LabelledVector.of("Hours", Labels.of("Mining"), perMillion, 1), 1))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Mining");
        assertThatThrownBy(() ->
                        none.importsPaidBy("Employment", TABLE.finalDemand().category("Exports")))
                .hasMessageContaining("thousand persons")
                .hasMessageContaining("million EUR");
        assertThatThrownBy(() -> none.importsPaidBy(TABLE.finalDemand().category("Exports")))
                .hasMessageContaining("importsPaidBy(row, exports)");
        assertThatThrownBy(() -> none.usedByFinalDemand("CO2", Map.of())).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> ResourceCheck.of(GERMANY.plan(DEMAND), none)).hasMessageContaining("no resources");
        Economy bakery = Economy.of(recipe("Bread").unit("t"));
        assertThatThrownBy(() -> ResourceCheck.of(bakery.plan(Map.of("Bread", 1.0)), GIVEN))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Bread");
    }
}
