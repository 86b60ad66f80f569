package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** The problem of a table is the same problem in its reduced form: same plan, same prices under the same names. */
class ReducedFormOfPlansTest {

    private static final ProgrammeOptions REDUCED =
            ProgrammeOptions.defaults().withMethod(ProgrammeMethod.REDUCED_FORM);
    private static final ProgrammeOptions SIMPLEX = ProgrammeOptions.defaults().withMethod(ProgrammeMethod.SIMPLEX);

    private static TechnicalCoefficients random(Random random, int n, int resources) {
        return RandomEconomy.of(random, n, resources, (j, a) -> {
            for (int i = 0; i < n; i++) {
                a.add(i, j, random.nextInt(4) == 0 ? 1.5 * random.nextDouble() / n : 0);
            }
        });
    }

    /** What is delivered in any case, and a basket of which the most is wanted. */
    private static PlanProblem withBasket(TechnicalCoefficients economy, Random random) {
        return PlanProblem.of(economy)
                .demand(RandomEconomy.amounts("Demand", economy, random, 0))
                .target(RandomEconomy.amounts("Basket", economy, random, 0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sameMultipleAndSamePrices(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = withBasket(economy, random);
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 200 + 100 * random.nextDouble());
        }
        problem = problem.output("P1", Limit.atMost(8));

        requireSame(
                problem.with(SIMPLEX).largestMultiple(), problem.with(REDUCED).largestMultiple());
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24, 25, 26})
    void sameValueAndSamePrices(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        LabelledVector base = RandomEconomy.amounts("Base", economy, random, 0.5);
        PlanProblem problem =
                PlanProblem.of(economy).deliveriesAtLeast(base.times(0.5)).deliveriesAtMost(base.times(2));
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 60 + 20 * random.nextDouble());
        }
        LabelledVector weights = LabelledVector.of(
                "weights",
                economy.industries(),
                Units.of("points per t"),
                random.doubles(base.size()).toArray());

        requireSame(
                problem.with(SIMPLEX).mostValue(weights), problem.with(REDUCED).mostValue(weights));
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50})
    void sameChoiceOfTechniques(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = withBasket(economy, random);
        for (int k = 0; k < 12; k++) {
            problem = problem.activities(activity("New " + k)
                    .makes("P" + random.nextInt(10), 0.5 + random.nextDouble())
                    .makes("P" + (10 + random.nextInt(10)), 0.1)
                    .uses("P" + random.nextInt(20), 0.2 * random.nextDouble())
                    .uses("R0", 0.05 + 0.5 * random.nextDouble()));
        }
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 200 + 100 * random.nextDouble());
        }
        problem = problem.intensity("New 0", Limit.atMost(2));

        BestPlan simplex = problem.with(SIMPLEX).largestMultiple();
        requireSame(simplex, problem.with(REDUCED).largestMultiple());
        assertThat(simplex.intensities().toArray()).contains(0.0);
    }

    /** So many further techniques that the better ones take the place of the table's while it is solved. */
    @ParameterizedTest
    @ValueSource(ints = {51, 52, 53, 54, 55, 56})
    void sameChoiceOfManyTechniques(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = withBasket(economy, random);
        for (int k = 0; k < 45; k++) {
            problem = problem.activities(activity("New " + k)
                    .makes("P" + random.nextInt(20), 0.5 + random.nextDouble())
                    .uses("P" + random.nextInt(20), 0.2 * random.nextDouble())
                    .uses("R0", 0.05 + 1.5 * random.nextDouble()));
        }
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 200 + 100 * random.nextDouble());
        }

        BestPlan reduced = problem.with(REDUCED).largestMultiple();
        requireSame(problem.with(SIMPLEX).largestMultiple(), reduced);
        assertThat(reduced.solverReport().notes().toString()).contains("of 45 second recipes took the place");
    }

    /** "Uranium" stands in the table without a recipe: an activity makes it, and the industry itself brings nothing. */
    @Test
    void sameWhereAnIndustryHasNoRecipe() {
        PlanProblem problem = PlanProblem.of(InputOutputTable.builder("Coal", "Uranium", "Steel")
                        .unit("t")
                        .transactions(new double[][] {{1, 0, 4}, {0, 0, 0}, {2, 0, 1}})
                        .finalDemand("Homes", 5, 0, 7)
                        .extension("R0", "hours", 10, 0, 10)
                        .build())
                .activities(
                        activity("Mine").makes("Uranium", 1).uses("Steel", 0.3).uses("R0", 2))
                .resource("R0", 100)
                .target(Map.of("Uranium", 1.0, "Steel", 1.0));

        requireSame(
                problem.with(SIMPLEX).largestMultiple(), problem.with(REDUCED).largestMultiple());
    }

    private static void requireSame(BestPlan simplex, BestPlan reduced) {
        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(reduced.solverReport().method()).isEqualTo(ProgrammeMethod.REDUCED_FORM);
        assertThat(simplex.solverReport().method()).isEqualTo(ProgrammeMethod.SIMPLEX);
        double scale = Math.abs(simplex.objective());
        assertThat(reduced.objective()).isCloseTo(simplex.objective(), within(1e-9 * scale));
        assertThat(reduced.prices().toArray()).containsExactly(simplex.prices().toArray(), within(1e-9 * scale));
        assertThat(reduced.intensities().toArray())
                .containsExactly(simplex.intensities().toArray(), within(1e-7 * scale));
        assertThat(reduced.advantages().toArray())
                .containsExactly(simplex.advantages().toArray(), within(1e-9 * scale));
        for (String resource : simplex.problem().resources()) {
            assertThat(reduced.worth(resource).worth())
                    .isCloseTo(simplex.worth(resource).worth(), within(1e-9 * scale));
            requireSameRange(reduced.worth(resource), simplex.worth(resource));
        }
        for (Label product : simplex.problem().products()) {
            String name = product.toString();
            requireSameRange(reduced.price(name), simplex.price(name));
        }
        for (LimitUse use : simplex.limits()) {
            LimitKind kind = use.limit().kind();
            String name = use.limit().name();
            if (kind != LimitKind.RESOURCE) {
                requireSameRange(reduced.worth(kind, name), simplex.worth(kind, name));
            }
        }
    }

    /** These plans stand in no corner, so that there is one basis, and one range. */
    private static void requireSameRange(ShadowPrice reduced, ShadowPrice simplex) {
        Limit found = reduced.holds().orElseThrow();
        Limit expected = simplex.holds().orElseThrow();
        requireNear(found.lower(), expected.lower(), reduced + " / " + simplex);
        requireNear(found.upper(), expected.upper(), reduced + " / " + simplex);
    }

    private static void requireNear(double found, double expected, String what) {
        if (Double.isInfinite(expected)) {
            assertThat(found).as(what).isEqualTo(expected);
        } else {
            assertThat(found).as(what).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 62, 63, 64, 65, 66, 67, 68, 69, 70})
    void sameUseOfStocks(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = withBasket(economy, random);
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 200 + 100 * random.nextDouble());
        }
        for (int i = 0; i < 8; i++) {
            problem = problem.stock("P" + 2 * i, 10 * random.nextDouble() * random.nextDouble());
        }
        problem = problem.stock("P1", 500);
        BestPlan simplex = problem.with(SIMPLEX).largestMultiple();
        requireSame(simplex, problem.with(REDUCED).largestMultiple());
        assertThat(simplex.grossOutput().toArray()).contains(0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 82, 83, 84, 85, 86, 87, 88, 89, 90})
    void sameMakersOfWhatNoIndustryMakes(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = withBasket(economy, random);
        for (int k = 0; k < 12; k++) {
            problem = problem.activities(activity("New " + k)
                    .makes("N" + k % 4, 0.5 + random.nextDouble())
                    .uses("P" + random.nextInt(20), 0.2 * random.nextDouble())
                    .uses("R0", 0.05 + 0.5 * random.nextDouble()));
        }
        problem = problem.activities(
                activity("Both").makes("N0", 1).makes("N1", 0.2).uses("P1", 0.1).uses("R0", 0.2),
                activity("Cheap")
                        .makes("P0", 1)
                        .uses("N0", 0.1)
                        .uses("N1", 0.05)
                        .uses("R0", 0.01),
                activity("Long").makes("P3", 1).uses("N2", 0.1).uses("N3", 0.05).uses("R0", 0.01));
        for (int k = 0; k < economy.extensions().rows().size(); k++) {
            problem = problem.resource("R" + k, 200 + 100 * random.nextDouble());
        }
        problem = problem.delivery("N2", Limit.atLeast(3)).stock("N3", 0.5).stock("P3", 0.1);

        BestPlan simplex = problem.with(SIMPLEX).largestMultiple();
        requireSame(simplex, problem.with(REDUCED).largestMultiple());
        assertThat(simplex.price("N2").worth()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106})
    void sameWhereLimitsCountDeliveries(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 2);
        LabelledVector perUnit = LabelledVector.of(
                "Driving",
                economy.industries(),
                Units.of("units per t"),
                random.doubles(economy.industries().size()).toArray());
        PlanProblem problem = withBasket(economy, random)
                .resource("R0", 200 + 100 * random.nextDouble())
                .resource("R1", 200 + 100 * random.nextDouble())
                .usedByDeliveries("R1", perUnit)
                .delivery("P2", Limit.atMost(2))
                .delivery("P3", Limit.atLeast(9));
        requireSame(
                problem.with(SIMPLEX).largestMultiple(), problem.with(REDUCED).largestMultiple());

        Goal most = Goal.mostOf("P4").within(0.3);
        requireSame(
                problem.with(SIMPLEX).best(most, Goal.least("R1")),
                problem.with(REDUCED).best(most, Goal.least("R1")));
    }

    @Test
    void whatHasAnotherStructureIsRefusedWithTheReason() {
        PlanProblem noTable = PlanProblem.of(
                        activity("Gas works").makes("Gas", 1).uses("Labour", "hours", 9))
                .resource("Labour", 100)
                .with(REDUCED);
        Goal gas = Goal.mostOf("Gas");
        assertThatThrownBy(() -> noTable.best(gas))
                .hasMessageContaining("there is no table")
                .hasMessageContaining("AUTOMATIC");
    }
}
