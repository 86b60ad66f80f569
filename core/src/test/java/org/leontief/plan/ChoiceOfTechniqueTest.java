package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.Limit.atLeast;
import static org.leontief.plan.Limit.atMost;
import static org.leontief.plan.SmallEconomy.problem;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which techniques are used follows from what is scarce; products that are made together have prices of their own. */
class ChoiceOfTechniqueTest {

    private static final Activity HAND =
            activity("By hand").makes("Cloth", "m", 1).uses("Labour", "hours", 3);
    private static final Activity LOOM =
            activity("Power loom").makes("Cloth", 1).uses("Labour", 1).uses("Coal", "t", 0.5);

    private static PlanProblem weavers(double hours, double coal) {
        return PlanProblem.of(HAND, LOOM).resource("Labour", hours).resource("Coal", coal);
    }

    @Test
    void theTechniqueSwitchesWithWhatIsScarce() {
        BestPlan coalEnough = weavers(100, 80).best(Goal.mostOf("Cloth"));
        assertThat(coalEnough.intensities().of("Power loom")).isCloseTo(100, within(1e-10));
        assertThat(coalEnough.intensities().of("By hand")).isEqualTo(0);
        // Two hours are wasted on every metre by hand.
        assertThat(coalEnough.advantages().of("By hand")).isCloseTo(-2, within(1e-12));
        assertThat(coalEnough.worth("Coal").worth()).isEqualTo(0);

        BestPlan coalScarce = weavers(100, 20).best(Goal.mostOf("Cloth"));
        // 40 m by loom take 40 hours, the other 60 make 20 m by hand; a tonne of coal saves four hours of handwork.
        assertThat(coalScarce.objective()).isCloseTo(60, within(1e-10));
        assertThat(coalScarce.worth("Labour").worth()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(coalScarce.worth("Coal").worth()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(coalScarce.advantages().toArray()).containsExactly(new double[] {0, 0}, within(1e-12));
        // The price holds until the looms take all the labour, at 50 t.
        assertThat(coalScarce.worth("Coal").holds().orElseThrow().upper()).isCloseTo(50, within(1e-9));
    }

    @Test
    void anAppraisalForeseesWhetherANewTechniqueIsUsed() {
        BestPlan before = weavers(100, 20).best(Goal.mostOf("Cloth"));
        // At 1/3 an hour and 4/3 a tonne cloth costs 1.
        Activity good = activity("Water mill").makes("Cloth", 1).uses("Labour", "hours", 2.9);
        Activity bad =
                activity("Steam mill").makes("Cloth", 1).uses("Labour", 1.1).uses("Coal", 0.5);

        assertThat(before.appraisal(good).net()).isCloseTo(1 - 2.9 / 3, within(1e-12));
        assertThat(before.appraisal(good).isWorthwhile()).isTrue();
        assertThat(before.appraisal(bad).net()).isCloseTo(1 - 1.1 / 3 - 2 / 3.0, within(1e-12));
        assertThat(before.appraisal(bad).isWorthwhile()).isFalse();
        assertThat(weavers(100, 20).activities(good).best(Goal.mostOf("Cloth")).objective())
                .isGreaterThan(60.1);
        assertThat(weavers(100, 20).activities(bad).best(Goal.mostOf("Cloth")).objective())
                .isCloseTo(60, within(1e-10));
    }

    /** With labour alone scarce, what is wanted does not decide how it is made: the non-substitution theorem (Samuelson 1951). */
    @Test
    void withOneResourceDemandDoesNotChooseTechniques() {
        PlanProblem two = problem()
                .activities(
                        activity("Electric steel")
                                .makes("Steel", 1)
                                .uses("Coal", 0.1)
                                .uses("Steel", 0.02)
                                .uses("Labour", 7),
                        activity("Deep coal").makes("Coal", 1).uses("Labour", 4));
        double[][] demands = {{10, 1, 1}, {1, 10, 1}, {1, 1, 10}};
        double[] prices = null;
        for (double[] demand : demands) {
            BestPlan best = two.demand(Map.of("Coal", demand[0], "Steel", demand[1], "Food", demand[2]))
                    .least("Labour");
            double[] found = best.prices().toArray();
            assertThat(found).containsExactly(prices == null ? found : prices, within(1e-11));
            assertThat(best.intensities().of("Electric steel")).isGreaterThan(0);
            assertThat(best.intensities().of("Steel")).isEqualTo(0);
            prices = found;
        }
    }

    private static PlanProblem refinery() {
        return PlanProblem.of(activity("Refining")
                        .makes("Petrol", "t", 0.6)
                        .makes("Fuel oil", "t", 0.4)
                        .uses("Crude", "t", 1)
                        .uses("Labour", "hours", 2))
                .counting("Crude")
                .counting("Labour")
                .demand(Map.of("Petrol", 60.0, "Fuel oil", 10.0));
    }

    @Test
    void whatIsMadeBesideIsFreeIfThereIsTooMuchOfIt() {
        BestPlan best = refinery().least("Crude");

        assertThat(best.objective()).isCloseTo(100, within(1e-10));
        assertThat(best.deliveries().of("Fuel oil")).isCloseTo(40, within(1e-10));
        assertThat(best.prices().of("Petrol")).isCloseTo(1 / 0.6, within(1e-12));
        assertThat(best.prices().of("Fuel oil")).isEqualTo(0);
        assertThat(best.use("Labour")).isCloseTo(200, within(1e-9));
    }

    @Test
    void whatIsMadeBesideHasANegativePriceIfItHasToGoSomewhere() {
        PlanProblem problem = refinery()
                .activities(activity("Cracking")
                        .makes("Petrol", 0.7)
                        .uses("Fuel oil", 1)
                        .uses("Labour", 20))
                .delivery("Fuel oil", atMost(20));

        BestPlan best = problem.least("Labour");

        // Crude x and cracked c: 0.6 x + 0.7 c ≥ 60 and 0.4 x − c ≤ 20 both bind.
        double x = (60 + 0.7 * 20) / (0.6 + 0.7 * 0.4);
        assertThat(best.intensities().of("Refining")).isCloseTo(x, within(1e-9));
        assertThat(best.objective()).isCloseTo(2 * x + 20 * (0.4 * x - 20), within(1e-8));
        assertThat(best.prices().of("Fuel oil")).isNegative();
        assertThat(best.limit(LimitKind.DELIVERY, "Fuel oil").worth())
                .isCloseTo(-best.prices().of("Fuel oil"), within(1e-12));
        double less = problem.delivery("Fuel oil", atMost(19)).least("Labour").objective();
        assertThat(best.objective() - less).isCloseTo(best.prices().of("Fuel oil"), within(1e-8));
    }

    @Test
    void aFloorKeepsALosingTechniqueAndSaysWhatItCosts() {
        BestPlan best = weavers(100, 80).intensity("By hand", atLeast(5)).best(Goal.mostOf("Cloth"));

        assertThat(best.objective()).isCloseTo(90, within(1e-10));
        assertThat(best.limit(LimitKind.INTENSITY, "By hand").worth()).isCloseTo(-2, within(1e-12));
        assertThat(best.appraisal("By hand").net()).isCloseTo(-2, within(1e-12));
        assertThat(best.appraisal("By hand").isWorthwhile()).isFalse();
    }

    @Test
    void aScarceCapacityEarnsARentThatTheAppraisalCounts() {
        BestPlan best = weavers(100, 80).intensity("Power loom", atMost(40)).best(Goal.mostOf("Cloth"));

        assertThat(best.objective()).isCloseTo(60, within(1e-10));
        assertThat(best.limit(LimitKind.INTENSITY, "Power loom").worth()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(best.advantages().of("Power loom")).isCloseTo(0, within(1e-12));
        assertThat(best.appraisal("Power loom").net()).isCloseTo(0, within(1e-12));
        // Had it more looms, the mill could pay for labour what the cloth is worth.
        assertThat(best.opportunityCost("Labour").use("Power loom").value()).isCloseTo(1, within(1e-12));
        assertThat(best.opportunityCost("Labour").use("By hand").value()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void aStockServesBeforeAnythingIsMade() {
        PlanProblem problem = weavers(100, 0).stock("Cloth", 7);

        assertThat(problem.best(Goal.mostOf("Cloth")).objective()).isCloseTo(100 / 3.0 + 7, within(1e-10));
        BestPlan idle = problem.demand(Map.of("Cloth", 5.0)).least("Labour");
        assertThat(idle.objective()).isEqualTo(0);
        assertThat(idle.prices().of("Cloth")).isEqualTo(0);
    }

    @Test
    void theReportNamesWhatHoldsThePlanBack() {
        String report = weavers(100, 20)
                .activities(activity("Robot").makes("Cloth", 1).uses("Coal", 2))
                .best(Goal.mostOf("Cloth"))
                .report();

        assertThat(report)
                .contains("Most delivered of Cloth: 60 m")
                .contains("Labour ≤ 100 hours")
                .contains("Coal ≤ 20 t")
                .contains("Not used, and what a unit would lose:")
                .contains("Robot")
                .contains("OPTIMAL: objective 60");
    }
}
