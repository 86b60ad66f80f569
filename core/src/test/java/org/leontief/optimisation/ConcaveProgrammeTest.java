package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** Concave objectives whose optimum is known by hand, by bisection on one price, or by the conditions of the optimum. */
class ConcaveProgrammeTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** w ln(1 + x). */
    private record Log(double weight) implements ConcaveFunction {
        @Override
        public double value(double x) {
            return weight * Math.log1p(x);
        }

        @Override
        public double slope(double x) {
            return weight / (1 + x);
        }
    }

    private static ConcaveTerm log(int column, double weight) {
        return new ConcaveTerm(column, new Log(weight), List.of(0.0, 1.0, 10.0));
    }

    private static LinearProgramme programme(double[][] rows, double[] most) {
        int n = rows[0].length;
        double[] none = new double[rows.length];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        double[] upper = new double[n];
        Arrays.fill(upper, NONE);
        return LinearProgramme.of(
                Sense.MAXIMISE, new double[n], SparseMatrix.of(rows), none, most, new double[n], upper);
    }

    private static ConcaveSolution solve(LinearProgramme linear, List<ConcaveTerm> terms) {
        return ConcaveProgramme.of(linear, terms).solve(new RevisedSimplex(), ProgrammeOptions.defaults());
    }

    /** max ln(1 + x) + ln(1 + y), x + 2y ≤ 3: x = 2, y = 1/2, price 1/3. */
    @Test
    void twoLogarithmsUnderOneBudget() {
        ConcaveSolution found =
                solve(programme(new double[][] {{1, 2}}, new double[] {3}), List.of(log(0, 1), log(1, 1)));

        assertThat(found.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(found.objective()).isCloseTo(Math.log(4.5), within(2e-9));
        assertThat(found.objectiveBound()).isGreaterThanOrEqualTo(Math.log(4.5));
        assertThat(found.gap()).isLessThan(2e-9);
        assertThat(found.columns()[0]).isCloseTo(2, within(1e-3));
        assertThat(found.columns()[1]).isCloseTo(0.5, within(1e-3));
        assertThat(found.rowPrices()[0]).isCloseTo(1 / 3.0, within(1e-3));
    }

    /** One budget: x_j = max(0, w_j/(price c_j) − 1), the price by bisection. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void manyLogarithmsUnderOneBudget(long seed) {
        Random random = new Random(seed);
        double[] cost = random.doubles(40, 0.5, 5).toArray();
        double[] weight = random.doubles(40, 0.1, 2).toArray();
        List<ConcaveTerm> terms = new ArrayList<>();
        for (int j = 0; j < cost.length; j++) {
            terms.add(log(j, weight[j]));
        }
        double low = 0;
        double high = 100;
        for (int k = 0; k < 200; k++) {
            double price = (low + high) / 2;
            if (spent(price, cost, weight) > 30) {
                low = price;
            } else {
                high = price;
            }
        }
        double best = 0;
        for (int j = 0; j < cost.length; j++) {
            best += weight[j] * Math.log1p(Math.max(0, weight[j] / (high * cost[j]) - 1));
        }

        ConcaveSolution found = solve(programme(new double[][] {cost}, new double[] {30}), terms);

        assertThat(found.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(found.objectiveBound()).isGreaterThanOrEqualTo(best - 1e-13);
        assertThat(found.objective()).isCloseTo(best, within(1e-9 * Math.max(1, best)));
        assertThat(found.rowPrices()[0]).isCloseTo(high, within(1e-3 * high));
        assertThat(found.rounds()).isLessThan(20);
    }

    private static double spent(double price, double[] cost, double[] weight) {
        double sum = 0;
        for (int j = 0; j < cost.length; j++) {
            sum += cost[j] * Math.max(0, weight[j] / (price * cost[j]) - 1);
        }
        return sum;
    }

    /** Several budgets and a linear part: no other feasible point is better than the bound, nor than the answer. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void noFeasiblePointIsBetter(long seed) {
        Random random = new Random(seed);
        int n = 12;
        double[][] rows = new double[4][n];
        for (double[] row : rows) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        double[] most = {5, 6, 7, 8};
        List<ConcaveTerm> terms = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            terms.add(log(j, 0.5 + random.nextDouble()));
        }

        ConcaveSolution found = solve(programme(rows, most), terms);

        assertThat(found.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        double[] x = found.columns();
        for (int trial = 0; trial < 2000; trial++) {
            double[] other = new double[n];
            double size = Math.pow(10, -4 * random.nextDouble());
            Arrays.setAll(other, j -> Math.max(0, x[j] + size * random.nextGaussian()));
            double fits = 1;
            for (int i = 0; i < rows.length; i++) {
                double use = 0;
                for (int j = 0; j < n; j++) {
                    use += rows[i][j] * other[j];
                }
                fits = Math.min(fits, most[i] / use);
            }
            double value = 0;
            for (ConcaveTerm term : terms) {
                value += term.function().value(fits * other[term.column()]);
            }
            assertThat(value).isLessThanOrEqualTo(found.objectiveBound());
            assertThat(value).isLessThanOrEqualTo(found.objective() + 1e-8);
        }
    }

    /** A parabola whose top lies within the limits, beside a linear part. */
    @Test
    void theTopOfAParabolaNeedsNoLimit() {
        ConcaveFunction parabola = new ConcaveFunction() {
            @Override
            public double value(double x) {
                return -(x - 3) * (x - 3);
            }

            @Override
            public double slope(double x) {
                return -2 * (x - 3);
            }
        };
        LinearProgramme linear = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {1, -1},
                SparseMatrix.of(new double[][] {{1, -1}}),
                new double[] {Double.NEGATIVE_INFINITY},
                new double[] {2},
                new double[] {Double.NEGATIVE_INFINITY, 0},
                new double[] {NONE, NONE});

        ConcaveSolution found = solve(linear, List.of(new ConcaveTerm(0, parabola, List.of(-10.0, 10.0))));

        // Up to x = 2 for nothing, beyond it each unit takes one of y: max x − (x−3)² − (x−2), at x = 3: 3 − 1.
        assertThat(found.objective()).isCloseTo(2, within(1e-8));
        assertThat(found.columns()[0]).isCloseTo(3, within(1e-3));
        assertThat(found.gap()).isLessThan(1e-8);
    }

    /**
     * max ln(1 + y₀) + ln(1 + y₁) + ln(1 + u) with x₀ = y₀ + x₁/2, x₁ = y₁ + u, one hour each, 5 hours: an hour and a half for y₁ and
     * for u, so that 1 + y₀ = 1.5 (1 + y₁), y₀ + 1.5 (y₁ + u) = 5 and y₁ = u: y₀ = 2, y₁ = u = 1, an hour is worth 1/3.
     */
    @Test
    void logarithmsOfDeliveriesAndOfAnActivity() {
        LeontiefProgramme programme = hours(5);
        ConcaveSolution found = ConcaveLeontiefProgramme.of(programme, List.of(log(2, 1), log(3, 1), log(4, 1)))
                .solve(ProgrammeOptions.defaults());

        double best = Math.log(3) + 2 * Math.log(2);
        assertThat(found.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(found.objective()).isCloseTo(best, within(4e-9));
        assertThat(found.objectiveBound()).isGreaterThanOrEqualTo(best);
        assertThat(found.columns()).containsExactly(new double[] {3, 2, 2, 1, 1}, within(1e-3));
        assertThat(found.rowPrices()[2]).isCloseTo(1 / 3.0, within(1e-3));
        // A unit of a product given from outside saves its hours.
        assertThat(found.rowPrices()[0]).isCloseTo(-1 / 3.0, within(1e-3));
        assertThat(found.rowPrices()[1]).isCloseTo(-1 / 2.0, within(1e-3));
        assertThat(found.asLinear().rows()).containsExactly(new double[] {0, 0, 5}, within(1e-9));
        assertThat(found.lastRound().report().method()).isEqualTo(ProgrammeMethod.REDUCED_FORM);
    }

    /** Two products, the second of which takes half a unit of the first, and an activity that takes a unit of the second. */
    private static LeontiefProgramme hours(double most) {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0, 0.5}, {0, 0}});
        return LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(a))
                .resources(
                        SparseMatrix.of(new double[][] {{1, 1}}),
                        new double[] {Double.NEGATIVE_INFINITY},
                        new double[] {most})
                .activities(
                        SparseMatrix.of(new double[][] {{0}, {1}}),
                        SparseMatrix.zeros(1, 1),
                        new double[1],
                        new double[] {NONE},
                        new double[1])
                .build();
    }

    @Test
    void termsHaveToFitTheColumnsOfAnEconomy() {
        LeontiefProgramme programme = hours(5);
        LeontiefProgramme least =
                LeontiefProgramme.builder(Sense.MINIMISE, programme.system()).build();

        assertThatThrownBy(() -> ConcaveLeontiefProgramme.of(programme, List.of(log(1, 1))))
                .hasMessageContaining("column 1, which is an output");
        assertThatThrownBy(() -> ConcaveLeontiefProgramme.of(programme, List.of(log(5, 1))))
                .hasMessageContaining("column 5 of 5");
        assertThatThrownBy(() -> ConcaveLeontiefProgramme.of(programme, List.of(log(2, 1), log(2, 2))))
                .hasMessageContaining("or it has one already");
        assertThatThrownBy(() -> ConcaveLeontiefProgramme.of(least, List.of(log(2, 1))))
                .hasMessageContaining("can only be maximised");
    }

    @Test
    void whatCannotBeSolvedSaysSo() {
        LinearProgramme free = programme(new double[][] {{1, -1}}, new double[] {3});
        LinearProgramme empty = programme(new double[][] {{1, 1}}, new double[] {-1});

        assertThat(solve(free, List.of(log(0, 1), log(1, 1))).status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        assertThat(solve(empty, List.of(log(0, 1))).status()).isEqualTo(ProgrammeStatus.INFEASIBLE);
        assertThat(solve(empty, List.of(log(0, 1))).objective()).isNaN();
        assertThatThrownBy(() -> ConcaveProgramme.of(free, List.of(log(0, 1), log(0, 1))))
                .hasMessageContaining("column 0");
        assertThatThrownBy(() -> ConcaveProgramme.of(free, List.of(log(2, 1)))).hasMessageContaining("column 2 of 2");
        assertThatThrownBy(() -> new ConcaveTerm(0, new Log(1), List.of())).hasMessageContaining("column 0");
    }

    /** max ln(1 + x) + ln(1 + y) + ln(1 + z)/10, x + 2y + z ≤ 3: z = 0 and loses 1/3 − 1/10 a unit. */
    @Test
    void asTheAnswerOfALinearProgrammeItHasThePricesOfTheTangents() {
        ConcaveSolution found = solve(
                programme(new double[][] {{1, 2, 1}}, new double[] {3}), List.of(log(0, 1), log(1, 1), log(2, 0.1)));

        LinearSolution linear = found.asLinear();

        assertThat(linear.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(linear.columns()).containsExactly(found.columns());
        assertThat(linear.rows()[0]).isCloseTo(3, within(1e-12));
        assertThat(linear.reducedCosts()[0]).isZero();
        assertThat(linear.reducedCosts()[1]).isZero();
        assertThat(linear.reducedCosts()[2]).isCloseTo(0.1 - 1 / 3.0, within(1e-3));
        assertThat(linear.certificate().orElseThrow().objective()).isEqualTo(found.objective());
        assertThat(linear.certificate().orElseThrow().objectiveBound()).isEqualTo(found.objectiveBound());
        assertThat(linear.report().iterations()).isEqualTo(found.iterations());
    }

    /** max Σ w ln(1 + x), x_j ≤ u_j: tangents touch at the bounds, so that only rounding is between the bound and the best. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBoundIsNotBelowTheBestByARounding(long seed) {
        Random random = new Random(seed);
        double[] upper = random.doubles(30, 1, 1e6).toArray();
        List<ConcaveTerm> terms = new ArrayList<>();
        BigDecimal best = BigDecimal.ZERO;
        for (int j = 0; j < upper.length; j++) {
            ConcaveFunction function = new Log(0.1 + random.nextDouble());
            terms.add(new ConcaveTerm(j, function, List.of(0.0, upper[j])));
            best = best.add(new BigDecimal(function.value(upper[j])));
        }
        LinearProgramme linear = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[30],
                SparseMatrix.zeros(0, 30),
                new double[0],
                new double[0],
                new double[30],
                upper);

        ConcaveSolution found = solve(linear, terms);

        assertThat(new BigDecimal(found.objectiveBound())).isGreaterThanOrEqualTo(best);
        assertThat(found.gap()).isLessThan(1e-9 * best.doubleValue());
        assertThat(found.rounds()).isEqualTo(1);
    }

    @Test
    void aRayIsOneOfTheProgrammeAsItWasGiven() {
        LinearSolution free = solve(
                        programme(new double[][] {{1, -1}}, new double[] {3}), List.of(log(0, 1), log(1, 1)))
                .asLinear();

        double[] ray = free.proof();
        assertThat(free.status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        assertThat(ray).hasSize(2);
        assertThat(Math.min(ray[0], ray[1])).isNotNegative();
        assertThat(ray[1]).isPositive().isGreaterThanOrEqualTo(ray[0]);
    }

    @Test
    void onlyAMaximumIsConcave() {
        LinearProgramme least = Programmes.least(new double[] {1}, new double[][] {{1}}, 1);

        assertThatThrownBy(() -> ConcaveProgramme.of(least, List.of(log(0, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can only be maximised");
    }
}
