package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.plan.Activity.activity;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.UnknownLabelException;

/** Limits of which several bound one technique alone; prices are checked by solving again with the limit moved. */
class LimitsOfOneTechniqueTest {

    /** One oven: an hour of it is an hour of the baker, so that both limits bound the same column. */
    private static PlanProblem bakery(double ovens, double bakers) {
        return PlanProblem.of(activity("Bake")
                        .makes("Bread", "t", 2)
                        .uses("Ovens", "h", 1)
                        .uses("Bakers", "h", 1))
                .resource("Ovens", ovens)
                .resource("Bakers", bakers)
                .target(Map.of("Bread", 1.0));
    }

    @Test
    void aCeilingIsWorthSomethingUntilTheNextOneOnly() {
        ShadowPrice ovens = bakery(5, 8).largestMultiple().worth("Ovens");

        assertThat(ovens.worth()).isEqualTo(2);
        assertThat(ovens.holds()).contains(Limit.between(0, 8));
        assertThat(bakery(8, 8).largestMultiple().multiple()).isEqualTo(10 + ovens.ofChange(3));
        assertThat(bakery(9, 8).largestMultiple().multiple()).isEqualTo(16);
    }

    @Test
    void aProductIsNoResourceAndHasAPrice() {
        BestPlan plan = bakery(5, 8).largestMultiple();

        assertThatThrownBy(() -> plan.worth("Bread"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Bread' is a product")
                .hasMessageContaining("price(\"Bread\")");
        assertThat(plan.price("Bread").worth())
                .as("a loaf of which the target is one")
                .isEqualTo(1);
        assertThatThrownBy(() -> plan.worth("Oven")).hasMessageContaining("'Ovens'");
    }

    @Test
    void twoCeilingsAtOneHeightAreSaid() {
        ShadowPrice ovens = bakery(8, 8).largestMultiple().worth("Ovens");

        assertThat(ovens.holds()).contains(Limit.between(0, 8));
        assertThat(ovens.note()).contains("another limit stands at the same height");
    }

    @Test
    void aFloorCostsSomethingDownToTheNextOneOnly() {
        PlanProblem problem = bakery(8, 8).intensity("Bake", Limit.atLeast(3)).output("Bread", Limit.atLeast(1));
        ShadowPrice floor = problem.least("Ovens").worth(LimitKind.INTENSITY, "Bake");

        assertThat(floor.worth()).isEqualTo(-1);
        assertThat(floor.holds()).contains(Limit.between(0.5, 8));
    }

    /** Nothing can be owed of what can be neither made nor delivered: the stock can move to neither side. */
    @Test
    void thePriceOfAProductThatCannotMoveHoldsAtThePlanOnly() {
        PlanProblem problem = PlanProblem.of(
                        activity("Bake").makes("Bread", "t", 1).uses("Hours", "h", 1),
                        activity("Mill").makes("Flour", "t", 1).uses("Hours", 1))
                .resource("Hours", 4)
                .intensity("Mill", Limit.atMost(0))
                .delivery("Flour", Limit.exactly(0))
                .target(Map.of("Bread", 1.0));

        ShadowPrice flour = problem.largestMultiple().price("Flour");

        assertThat(flour.holds()).contains(Limit.exactly(0));
    }

    /** Whether a resource is used at 1 or at 2 a unit makes no difference to what is said when there is too little of it. */
    @Test
    void tooLittleIsSaidTheSameWayWhateverTheCoefficient() {
        for (double perUnit : new double[] {1, 2}) {
            PlanProblem problem = PlanProblem.of(
                            activity("Bake").makes("Bread", "t", 1).uses("Ovens", "h", perUnit))
                    .resource("Ovens", 3 * perUnit)
                    .intensity("Bake", Limit.atLeast(5));

            assertThatThrownBy(() -> problem.least("Ovens"))
                    .isInstanceOf(InfeasiblePlanException.class)
                    .hasMessageContaining("intensity of Bake ≥ 5 (2 less would do)");
            assertThatThrownBy(
                            () -> problem.available("Ovens", Limit.atMost(-1)).least("Ovens"))
                    .isInstanceOf(InfeasiblePlanException.class);
        }
    }

    @Test
    void whatIsOnlyCountedHasNoLimitToBeWorthAnything() {
        BestPlan plan = PlanProblem.of(activity("Bake")
                        .makes("Bread", "t", 2)
                        .uses("Ovens", "h", 1)
                        .uses("Flour", "t", 1.5))
                .resource("Ovens", 4)
                .counting("Flour")
                .target(Map.of("Bread", 1.0))
                .largestMultiple();

        assertThatThrownBy(() -> plan.worth("Flour")).hasMessageContaining("'Flour' is counted and not limited");
        assertThat(plan.use("Flour")).isEqualTo(6);
    }
}
