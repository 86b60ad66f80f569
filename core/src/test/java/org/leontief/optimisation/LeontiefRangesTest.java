package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.optimisation.SensitivityRanges.Range;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** Ranges in the reduced form against hand computation, those of the general simplex method, and solves at their ends. */
class LeontiefRangesTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults();

    private static LinearSolution solve(LeontiefProgramme programme) {
        return new ReducedForm().solve(programme, OPTIONS);
    }

    private static void requireRange(Range range, double from, double to) {
        assertThat(new double[] {range.from(), range.to()}).containsExactly(new double[] {from, to}, within(1e-9));
    }

    /**
     * Iron takes 0.5 of itself, corn 0.25 iron, an hour a unit of either; at most 20 iron can be made, 30 hours are there. All
     * hours and all iron are used: 7.5 iron and 10 corn.
     */
    @Test
    void ironAndCornByHand() {
        LeontiefProgramme programme = LeontiefProgramme.builder(
                        Sense.MAXIMISE, LeontiefSystem.of(SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0}})))
                .outputs(new double[2], new double[] {20, NONE})
                .deliveryObjective(new double[] {3, 2})
                .resources(SparseMatrix.of(new double[][] {{1, 1}, {0, 3}}), new double[] {-NONE, -NONE}, new double[] {
                    30, 36
                })
                .build();

        LeontiefRanges ranges = LeontiefRanges.of(programme, solve(programme), OPTIONS);

        // With t hours more t more corn is made, and t/4 less iron delivered: until corn takes 36 of 3 a unit, or is 0.
        requireRange(ranges.rowUpper(2), 20, 32);
        // With t more iron t less corn, at least −2 for its own limit.
        requireRange(ranges.columnUpper(0), 18, 30);
        requireRange(ranges.rowUpper(3), 30, NONE);
        requireRange(ranges.columnLower(0), -NONE, 20);
        requireRange(ranges.columnUpper(2), 7.5, NONE);
        // What is owed of a product is delivered less: of 7.5 iron, of 10 corn. Without end more is delivered of what
        // is given.
        requireRange(ranges.rowUpper(0), -NONE, 7.5);
        requireRange(ranges.rowUpper(1), -NONE, 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areThoseOfTheSimplexMethodAtTheSameBasis(long batch) {
        int compared = 0;
        for (long seed = 1000 * batch; seed < 1000 * batch + 60; seed++) {
            LeontiefProgramme programme = SeededProgrammes.of(seed);
            LinearSolution solution = solve(programme);
            if (solution.status() == ProgrammeStatus.OPTIMAL && solution.basis().isPresent()) {
                requireSame(programme, solution, seed);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static void requireSame(LeontiefProgramme programme, LinearSolution solution, long seed) {
        LinearProgramme written = programme.toLinearProgramme();
        BoundRanges general = SensitivityRanges.of(written, solution);
        BoundRanges reduced = LeontiefRanges.of(programme, solution, OPTIONS);
        for (int row = 0; row < written.rows(); row++) {
            requireSame(reduced.rowLower(row), general.rowLower(row), seed + ": row " + row + " from below");
            requireSame(reduced.rowUpper(row), general.rowUpper(row), seed + ": row " + row + " from above");
        }
        for (int column = 0; column < written.columns(); column++) {
            String where = seed + ": column " + column;
            requireSame(reduced.columnLower(column), general.columnLower(column), where + " from below");
            requireSame(reduced.columnUpper(column), general.columnUpper(column), where + " from above");
        }
    }

    private static void requireSame(Range found, Range expected, String what) {
        requireNear(found.from(), expected.from(), what);
        requireNear(found.to(), expected.to(), what);
    }

    private static void requireNear(double found, double expected, String what) {
        if (Double.isInfinite(expected)) {
            assertThat(found).as(what).isEqualTo(expected);
        } else {
            assertThat(found).as(what).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
        }
    }

    /** Half of the outputs close to their limits; every third product is made from an import, too. */
    private static LeontiefProgramme crowded(double hours) {
        int n = 80;
        SplittableRandom random = new SplittableRandom(29);
        double[][] a = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < 6; k++) {
                a[random.nextInt(n)][j] += 0.1 * random.nextDouble();
            }
        }
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(a));
        double[] d = random.doubles(n, 1, 10).toArray();
        double[] x = system.solve(d).values();
        double[] cap = new double[n];
        double[][] use = new double[2][n];
        double[][] brings = new double[n][n / 3];
        for (int i = 0; i < n; i++) {
            cap[i] = random.nextBoolean() ? 1.02 * x[i] : NONE;
            use[0][i] = random.nextDouble();
            use[1][i] = random.nextInt(5) == 0 ? random.nextDouble() : 0;
        }
        for (int j = 0; j < n / 3; j++) {
            brings[3 * j][j] = -1;
        }
        double[][] currency = new double[2][n / 3];
        Arrays.fill(currency[1], 0.3);
        double[] there = SparseMatrix.of(use).multiply(x);
        double[] most = new double[n / 3];
        Arrays.fill(most, 2);
        return LeontiefProgramme.builder(Sense.MAXIMISE, system)
                .deliveries(
                        Arrays.stream(d).map(value -> 0.5 * value).toArray(),
                        Arrays.stream(d).map(value -> 2 * value).toArray())
                .deliveryObjective(random.doubles(n, 0.5, 1.5).toArray())
                .outputs(new double[n], cap)
                .resources(SparseMatrix.of(use), new double[] {-NONE, -NONE}, new double[] {hours, 1.1 * there[1]})
                .activities(
                        SparseMatrix.of(brings), SparseMatrix.of(currency), new double[n / 3], most, new double[n / 3])
                .build();
    }

    /** The objective is linear in the hours up to both ends of the range, and no longer beyond. */
    @Test
    void thePriceOfHoursHoldsToTheEndsAndNoFurther() {
        double hours = 250;
        LeontiefProgramme programme = crowded(hours);
        LinearSolution solution = solve(programme);
        double price = solution.rowPrices()[80];
        Range range = LeontiefRanges.of(programme, solution, OPTIONS).rowUpper(80);

        assertThat(price).isGreaterThan(0.01);
        assertThat(range.from()).isLessThan(hours);
        assertThat(range.to()).isGreaterThan(hours);
        for (double end : new double[] {range.from(), range.to()}) {
            double predicted = objective(solution) + price * (end - hours);
            assertThat(objective(solve(crowded(end)))).isCloseTo(predicted, within(1e-8 * predicted));
            double beyond = end + 0.5 * (end - hours);
            double further = objective(solution) + price * (beyond - hours);
            assertThat(objective(solve(crowded(beyond)))).isLessThan(further - 1e-7);
        }
    }

    private static double objective(LinearSolution solution) {
        return solution.certificate().orElseThrow().objective();
    }

    @Test
    void whatIsNotOptimalHasNoRanges() {
        LeontiefProgramme endless = LeontiefProgramme.builder(
                        Sense.MAXIMISE, LeontiefSystem.of(SparseMatrix.zeros(1, 1)))
                .deliveryObjective(new double[] {1})
                .build();
        LinearSolution none = solve(endless);

        assertThatThrownBy(() -> LeontiefRanges.of(endless, none, OPTIONS)).hasMessageContaining("UNBOUNDED");
        LeontiefProgramme other = crowded(250);
        LinearSolution solution = solve(other);
        assertThatThrownBy(() -> LeontiefRanges.of(endless, solution, OPTIONS))
                .hasMessageContaining("does not fit a programme of 2 and 1");
    }
}
