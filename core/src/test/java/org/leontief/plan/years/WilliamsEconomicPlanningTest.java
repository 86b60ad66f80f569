package org.leontief.plan.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * H. P. Williams, <i>Model Building in Mathematical Programming</i>, sections 12.9 and 14.9: coal, steel and transport over five
 * years. Inputs are used a year before the output, capacity is usable two years after it is begun, year 0 has stocks and
 * no output, and from year 6 on all stays as it is, so that no capacity is begun that would be usable then.
 */
class WilliamsEconomicPlanningTest {

    private static final String MONEY = "million GBP";
    private static final List<String> INDUSTRIES = List.of("Coal", "Steel", "Transport");
    private static final double[][] INPUTS = {{0.1, 0.5, 0.4}, {0.1, 0.1, 0.2}, {0.2, 0.1, 0.2}};
    private static final double[][] INPUTS_OF_CAPACITY = {{0.0, 0.7, 0.9}, {0.1, 0.1, 0.2}, {0.2, 0.1, 0.2}};
    private static final double[] MANPOWER_OF_CAPACITY = {0.4, 0.2, 0.1};
    private static final double[] CAPACITY = {300, 350, 280};
    private static final String[] YEARS = {"1", "2", "3", "4", "5"};

    private static YearsProblem problem() {
        Labels industries = Labels.of(INDUSTRIES);
        YearsProblem problem = YearsProblem.of(
                        TechnicalCoefficients.of(industries, Units.of(MONEY), SparseMatrix.of(INPUTS)),
                        "0",
                        "1",
                        "2",
                        "3",
                        "4",
                        "5")
                .inputsAYearBefore(Map.of())
                .storing(Map.of("Coal", 150.0, "Steel", 80.0, "Transport", 100.0))
                .ending(TerminalCondition.stationary());
        for (int j = 0; j < INDUSTRIES.size(); j++) {
            CapitalGood capacity = CapitalGood.of("Capacity of " + INDUSTRIES.get(j), MONEY)
                    .neededBy(INDUSTRIES.get(j), 1)
                    .atStart(INDUSTRIES.get(j), CAPACITY[j])
                    .drawsOn("Manpower", MANPOWER_OF_CAPACITY[j])
                    .readyAfter(2)
                    .mostBegun("4", 0)
                    .mostBegun("5", 0);
            for (int i = 0; i < INDUSTRIES.size(); i++) {
                capacity = capacity.takes(INDUSTRIES.get(i), INPUTS_OF_CAPACITY[i][j]);
            }
            problem = problem.capital(capacity);
        }
        return problem;
    }

    private static YearlyLimit manpower() {
        return YearlyLimit.of("Manpower", MONEY, Map.of("Coal", 0.6, "Steel", 0.3, "Transport", 0.2));
    }

    private static YearsProblem withDemand(YearsProblem problem) {
        YearsProblem delivering = problem;
        for (String year : YEARS) {
            delivering = delivering.deliver(year, Map.of("Coal", 60.0, "Steel", 60.0, "Transport", 30.0));
        }
        return delivering;
    }

    @Test
    void mostCapacityAtTheEndOfFiveYears() {
        MultiYearPlan plan = withDemand(problem())
                .limit(manpower().available(470))
                .plan(YearsObjective.capital("5"))
                .requireOptimal();
        assertThat(plan.objective()).isCloseTo(2141.875, within(5e-4));
        assertThat(plan.objectiveBound()).isBetween(plan.objective() - 1e-9, plan.objective() + 1e-6);
        assertThat(plan.unit()).isEqualTo(MONEY);
        double capacity = 0;
        for (String industry : INDUSTRIES) {
            capacity += plan.capital("Capacity of " + industry).of(industry, "5");
        }
        assertThat(capacity).isCloseTo(plan.objective(), within(1e-9));
        assertThat(plan.use("Manpower").of("3")).isCloseTo(470, within(1e-9));
    }

    @Test
    void mostOutputInTheLastTwoYearsWithoutDemand() {
        MultiYearPlan plan = problem()
                .limit(manpower().available(470))
                .plan(YearsObjective.output("4", "5"))
                .requireOptimal();
        assertThat(plan.objective()).isCloseTo(2618.579, within(5e-4));
        assertThat(plan.output("4").total() + plan.output("5").total()).isCloseTo(plan.objective(), within(1e-9));
    }

    @Test
    void mostManpowerWhereItIsNotLimited() {
        MultiYearPlan plan = withDemand(problem())
                .limit(manpower())
                .plan(YearsObjective.most("Manpower", YEARS))
                .requireOptimal();
        assertThat(plan.objective()).isCloseTo(2450.027, within(5e-4));
        assertThat(plan.use("Manpower").total() - plan.use("Manpower").of("0"))
                .isCloseTo(plan.objective(), within(1e-9));
    }

    @Test
    void theStationaryOutputIsWhatTheDemandNeeds() {
        // Williams, section 14.9: at least 166.4, 105.7 and 92.3 million after the fifth year.
        MultiYearPlan plan = withDemand(problem())
                .limit(manpower().available(470))
                .plan(YearsObjective.least("Manpower", "5"))
                .requireOptimal();
        assertThat(plan.use("Manpower").of("5")).isCloseTo(0.6 * 166.4 + 0.3 * 105.7 + 0.2 * 92.3, within(0.05));
    }
}
