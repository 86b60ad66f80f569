package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goals one after the other, by hand. */
class GoalsInOrderTest {

    /** 50 t at least emit 20 t of carbon, made in the new works alone; half as much again lets the old ones in. */
    @Test
    void theLeastOfSomethingIsHeldFromAbove() {
        PlanProblem problem = PlanProblem.of(
                        activity("Old works")
                                .makes("Steel", "t", 1)
                                .uses("Labour", "hours", 10)
                                .uses("CO2", "t", 2),
                        activity("New works")
                                .makes("Steel", 1)
                                .uses("Labour", 16)
                                .uses("CO2", 0.4))
                .resource("Labour", 1000)
                .counting("CO2")
                .demand(Map.of("Steel", 50.0));

        BestPlan plan = problem.best(Goal.least("CO2").within(0.5), Goal.mostOf("Steel"));

        // 2 o + 0.4 n = 30 and 10 o + 16 n = 1000.
        double made = (1000 - 5 * 30) / 14.0;
        assertThat(plan.goalsHeld().get(0).limit().limit()).isEqualTo(Limit.atMost(30));
        assertThat(plan.use("CO2")).isCloseTo(30, within(1e-9));
        assertThat(plan.intensities().of("New works")).isCloseTo(made, within(1e-9));
        assertThat(plan.objective()).isCloseTo(made + 15 - 0.2 * made, within(1e-9));
        // 10 π + 2 γ = 1 and 16 π + 0.4 γ = 1 for an hour and for a tonne of what is held.
        double carbon = 0.6 / 2.8;
        double hour = (1 - 2 * carbon) / 10;
        assertThat(plan.opportunityCost("CO2").price().worth()).isCloseTo(carbon, within(1e-12));
        Activity third =
                activity("Third works").makes("Steel", 1).uses("Labour", 5).uses("CO2", 1);
        assertThat(plan.appraisal(third).net()).isCloseTo(1 - 5 * hour - carbon, within(1e-12));
    }

    /** Five looms, and five metres of cloth at the most: one of the two limits is worth a metre, not both. */
    @Test
    void twoLimitsAtOneHeightAreWorthSomethingOnce() {
        BestPlan plan = PlanProblem.of(activity("Loom").makes("Cloth", "m", 1).uses("Labour", "hours", 1))
                .resource("Labour", 100)
                .output("Cloth", Limit.atMost(5))
                .intensity("Loom", Limit.atMost(5))
                .target(Map.of("Cloth", 1.0))
                .largestMultiple();

        assertThat(plan.limits().stream().mapToDouble(LimitUse::worth).sum()).isEqualTo(1);
        assertThat(plan.binding()).hasSize(1);
        assertThat(plan.advantages().of("Loom")).isZero();
    }

    /** Ten hours for two products at an hour each: half of the largest multiple, 5, keeps 2.5 of the other one. */
    @Test
    void whatIsDeliveredOfAProductHasItsPartOfTheMultipleInIt() {
        PlanProblem problem = PlanProblem.of(
                        activity("Baking").makes("Bread", "t", 1).uses("Labour", "hours", 1),
                        activity("Weaving").makes("Cloth", "t", 1).uses("Labour", 1))
                .resource("Labour", 10)
                .target(Map.of("Bread", 1.0, "Cloth", 1.0));

        BestPlan plan = problem.best(Goal.largestMultiple().within(0.5), Goal.mostOf("Cloth"));

        assertThat(plan.objective()).isCloseTo(7.5, within(1e-9));
        assertThat(plan.deliveries().of("Cloth")).isCloseTo(7.5, within(1e-9));
        assertThat(plan.deliveries().of("Bread")).isCloseTo(2.5, within(1e-9));
    }

    /** Land is enough for ten; whoever is not needed there works in the parks, and that costs nothing. */
    @Test
    void fullEmploymentIsNoCeiling() {
        PlanProblem problem = PlanProblem.of(
                        activity("Farming")
                                .makes("Food", "t", 1)
                                .uses("Labour", "heads", 1)
                                .uses("Land", "ha", 1),
                        activity("Gardening").makes("Parks", "ha", 1).uses("Labour", 1))
                .resource("Land", 10)
                .counting("Labour")
                .delivery("Parks", Limit.atMost(100))
                .target(Map.of("Food", 1.0));

        SocialPrice price = Dial.fullEmployment("Labour", 30).in(problem, Goal.largestMultiple());

        assertThat(price.plan().use("Labour")).isCloseTo(30, within(1e-12));
        assertThat(price.plan().deliveries().toArray()).containsExactly(new double[] {10, 20}, within(1e-12));
        assertThat(price.worth()).isZero();
    }
}
