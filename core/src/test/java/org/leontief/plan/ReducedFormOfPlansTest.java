package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.SmallEconomy.problem;
import static org.leontief.plan.SmallEconomy.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** The problem of a table is the same problem in its reduced form: same plan, same prices under the same names. */
class ReducedFormOfPlansTest {

    private static final ProgrammeOptions REDUCED =
            ProgrammeOptions.defaults().withMethod(ProgrammeMethod.REDUCED_FORM);
    private static final ProgrammeOptions SIMPLEX = ProgrammeOptions.defaults().withMethod(ProgrammeMethod.SIMPLEX);

    private static TechnicalCoefficients random(Random random, int n, int resources) {
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        SparseMatrixBuilder s = SparseMatrix.builder(resources, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                a.add(i, j, random.nextInt(4) == 0 ? 1.5 * random.nextDouble() / n : 0);
            }
            for (int k = 0; k < resources; k++) {
                s.add(k, j, k == 0 || random.nextInt(3) == 0 ? 0.1 + random.nextDouble() : 0);
            }
        }
        Labels products = labels("P", n);
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, Units.of("t"), a.build()),
                LabelledMatrix.of("S", labels("R", resources), products, Units.of("units"), s.build()));
    }

    private static Labels labels(String letter, int count) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            names.add(letter + k);
        }
        return Labels.of(names);
    }

    private static LabelledVector amounts(String name, TechnicalCoefficients economy, Random random, double least) {
        double[] values = random.doubles(economy.industries().size())
                .map(value -> least + value)
                .toArray();
        return LabelledVector.of(name, economy.industries(), economy.units(), values);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void sameMultipleAndSamePrices(int seed) {
        Random random = new Random(seed);
        TechnicalCoefficients economy = random(random, 20 + random.nextInt(30), 1 + random.nextInt(4));
        PlanProblem problem = PlanProblem.of(economy)
                .demand(amounts("Demand", economy, random, 0))
                .target(amounts("Basket", economy, random, 0.2));
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
        LabelledVector base = amounts("Base", economy, random, 0.5);
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
        PlanProblem problem = PlanProblem.of(economy)
                .demand(amounts("Demand", economy, random, 0))
                .target(amounts("Basket", economy, random, 0.2));
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

    private static void requireSame(BestPlan simplex, BestPlan reduced) {
        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(reduced.solverReport().method()).isEqualTo(ProgrammeMethod.REDUCED_FORM);
        assertThat(simplex.solverReport().method()).isEqualTo(ProgrammeMethod.SIMPLEX);
        double scale = Math.abs(simplex.objective());
        assertThat(reduced.objective()).isCloseTo(simplex.objective(), within(1e-9 * scale));
        assertThat(reduced.prices().toArray()).containsExactly(simplex.prices().toArray(), within(1e-9 * scale));
        assertThat(reduced.intensities().toArray())
                .containsExactly(simplex.intensities().toArray(), within(1e-7 * scale));
        for (String resource : simplex.problem().resources()) {
            assertThat(reduced.worth(resource).worth())
                    .isCloseTo(simplex.worth(resource).worth(), within(1e-9 * scale));
        }
        ShadowPrice price = reduced.worth("R0");
        assertThat(price.holds()).isEmpty();
        assertThat(price.note()).contains("without a basis");
    }

    @Test
    void whatHasAnotherStructureIsRefusedWithTheReason() {
        PlanProblem two = problem()
                .activities(
                        activity("Gas works").makes("Gas", 1).uses("Coal", 2).uses("Labour", "hours", 9))
                .demand(Map.of("Coal", 1.0))
                .with(REDUCED);
        assertThatThrownBy(() -> two.least("Labour"))
                .hasMessageContaining("'Gas' is made by activities only")
                .hasMessageContaining("AUTOMATIC");
        PlanProblem stock =
                problem().stock("Coal", 1).demand(vector("Demand", 1, 1, 1)).with(REDUCED);
        assertThatThrownBy(() -> stock.least("Labour")).hasMessageContaining("there are stocks");
        PlanProblem bounded = problem()
                .target(vector("Basket", 1, 1, 1))
                .resource("Labour", 100)
                .delivery("Food", Limit.atMost(3))
                .with(REDUCED);
        assertThatThrownBy(bounded::largestMultiple)
                .hasMessageContaining("delivery of Food ≤ 3 t")
                .hasMessageContaining("counts deliveries");
    }
}
