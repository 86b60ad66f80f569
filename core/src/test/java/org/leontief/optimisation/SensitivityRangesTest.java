package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.most;

import org.junit.jupiter.api.Test;

class SensitivityRangesTest {

    private static final ProgrammeOptions OPTIONS = ProgrammeOptions.defaults();

    /** Hillier and Lieberman, Introduction to Operations Research, sections 4.7 and 7.2. */
    private static final LinearProgramme WYNDOR =
            most(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}}, 4, 12, 18);

    private static SensitivityRanges ranges(LinearProgramme programme) {
        return SensitivityRanges.of(programme, new RevisedSimplex().solve(programme, OPTIONS));
    }

    private static void requireRange(SensitivityRanges.Range range, double from, double to) {
        assertThat(new double[] {range.from(), range.to()}).containsExactly(new double[] {from, to}, within(1e-12));
    }

    @Test
    void wyndorGlassHasItsPublishedRanges() {
        SensitivityRanges ranges = ranges(WYNDOR);

        // Allowable ranges of the right-hand sides: b1 ≥ 2, 6 ≤ b2 ≤ 18, 12 ≤ b3 ≤ 24; of the profits: 0 ≤ c1 ≤ 7.5, c2
        // ≥ 2.
        requireRange(ranges.rowUpper(0), 2, NONE);
        requireRange(ranges.rowUpper(1), 6, 18);
        requireRange(ranges.rowUpper(2), 12, 24);
        requireRange(ranges.objective(0), 0, 7.5);
        requireRange(ranges.objective(1), 2, NONE);
        requireRange(ranges.columnLower(0), -NONE, 2);
        assertThat(ranges.isDegenerate()).isFalse();
        assertThat(ranges.mayHaveOtherOptima()).isFalse();
    }

    @Test
    void whereNothingIsDegenerateThePriceIsTheSameFromBothSides() {
        OneSidedPrice price = ranges(WYNDOR).rowPrice(1, OPTIONS);

        assertThat(price.below()).isCloseTo(1.5, within(1e-14));
        assertThat(price.above()).isEqualTo(price.below());
        assertThat(ranges(WYNDOR).rowPrice(0, OPTIONS)).isEqualTo(new OneSidedPrice(0, 0));
    }

    @Test
    void aDegenerateLimitHasOnePriceForMoreAndAnotherForLess() {
        // max x + y, x + y ≤ 2, x ≤ 1, y ≤ 1: all three meet in (1, 1). Less of the sum costs 1 a unit, more brings
        // nothing;
        // more of x alone brings nothing, less of it costs 1.
        LinearProgramme programme = most(new double[] {1, 1}, new double[][] {{1, 1}, {1, 0}, {0, 1}}, 2, 1, 1);
        SensitivityRanges ranges = ranges(programme);

        assertThat(ranges.isDegenerate()).isTrue();
        for (int row = 0; row < 2; row++) {
            OneSidedPrice price = ranges.rowPrice(row, OPTIONS);
            assertThat(price.below()).isCloseTo(1, within(1e-12));
            assertThat(price.above()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void aLimitThatCannotBeLowerSaysSo() {
        // x ≥ 3 and x ≤ 3 as two rows: with less than 3 allowed there is no x.
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {2},
                org.leontief.solve.SparseMatrix.of(new double[][] {{1}, {1}}),
                new double[] {-NONE, 3},
                new double[] {3, NONE},
                new double[] {0},
                new double[] {NONE});

        OneSidedPrice price = ranges(programme).rowPrice(0, OPTIONS);

        assertThat(price.below()).isEqualTo(NONE);
        assertThat(price.above()).isCloseTo(2, within(1e-12));
    }

    @Test
    void rangesOfCostsKeepThePlanAndEndWhereItChanges() {
        LinearProgramme programme = Programmes.plan(17);
        LinearSolution solution = new RevisedSimplex().solve(programme, OPTIONS);
        SensitivityRanges ranges = SensitivityRanges.of(programme, solution);
        int tested = 0;
        for (int j = 0; j < programme.columns(); j++) {
            SensitivityRanges.Range range = ranges.objective(j);
            double c = programme.objective(j);
            assertThat(range.from()).isLessThanOrEqualTo(c + 1e-15);
            assertThat(range.to()).isGreaterThanOrEqualTo(c - 1e-15);
            if (Double.isFinite(range.to())) {
                double[] inside = objective(programme);
                inside[j] = c + 0.99 * (range.to() - c);
                double[] outside = objective(programme);
                outside[j] = range.to() + 0.01;
                assertThat(best(programme, inside)).isCloseTo(value(inside, solution), within(1e-12));
                assertThat(best(programme, outside)).isGreaterThan(value(outside, solution) + 1e-9);
                tested++;
            }
        }
        assertThat(tested).isPositive();
    }

    private static double[] objective(LinearProgramme programme) {
        double[] c = new double[programme.columns()];
        java.util.Arrays.setAll(c, programme::objective);
        return c;
    }

    private static double best(LinearProgramme programme, double[] c) {
        return new RevisedSimplex()
                .solve(programme.withObjective(Sense.MAXIMISE, c), OPTIONS)
                .certificate()
                .orElseThrow()
                .objective();
    }

    private static double value(double[] c, LinearSolution solution) {
        double value = 0;
        for (int j = 0; j < c.length; j++) {
            value += c[j] * solution.columns()[j];
        }
        return value;
    }

    @Test
    void onlyAnOptimalSolutionHasRanges() {
        LinearProgramme programme = most(new double[] {1}, new double[][] {{-1}}, 1);
        LinearSolution unbounded = new RevisedSimplex().solve(programme, OPTIONS);

        assertThatThrownBy(() -> SensitivityRanges.of(programme, unbounded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNBOUNDED");
    }
}
