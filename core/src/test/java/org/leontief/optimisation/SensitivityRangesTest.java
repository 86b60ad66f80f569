package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.most;

import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

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
                SparseMatrix.of(new double[][] {{1}, {1}}),
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

    private static LinearProgramme programme(
            Sense sense, double[] c, double[][] m, double[] rowLower, double[] rowUpper, double[] columnUpper) {
        return LinearProgramme.of(sense, c, SparseMatrix.of(m), rowLower, rowUpper, new double[c.length], columnUpper);
    }

    /** 2 ≤ x ≤ 5 as a row, x ≥ 0: the limit that holds cannot be moved past the other one. */
    @Test
    void aRangeEndsAtTheOtherBound() {
        LinearProgramme most = programme(
                Sense.MAXIMISE,
                new double[] {1},
                new double[][] {{1}},
                new double[] {2},
                new double[] {5},
                new double[] {NONE});
        LinearProgramme least = most.withObjective(Sense.MINIMISE, new double[] {1});

        requireRange(ranges(most).rowUpper(0), 2, NONE);
        requireRange(ranges(most).rowLower(0), -NONE, 5);
        requireRange(ranges(least).rowLower(0), 0, 5);
        requireRange(ranges(least).rowUpper(0), 2, NONE);
    }

    /** x = 3 twice, 0 ≤ x ≤ 10: the equation that holds may move within 0 and 10, the other one not at all. */
    @Test
    void equationsMoveWithBothTheirBoundsOrNotAtAll() {
        LinearProgramme once = programme(
                Sense.MAXIMISE,
                new double[] {2},
                new double[][] {{1}},
                new double[] {3},
                new double[] {3},
                new double[] {10});
        LinearProgramme twice = programme(
                Sense.MAXIMISE,
                new double[] {2},
                new double[][] {{1}, {1}},
                new double[] {3, 3},
                new double[] {3, 3},
                new double[] {10});

        requireRange(ranges(once).rowLower(0), 0, 10);
        requireRange(ranges(once).rowUpper(0), 0, 10);
        LinearSolution solution = new RevisedSimplex().solve(twice, OPTIONS);
        int spare = solution.basis().orElseThrow().row(0) == Basis.Place.BASIC ? 0 : 1;
        requireRange(SensitivityRanges.of(twice, solution).rowUpper(spare), 3, 3);
        requireRange(SensitivityRanges.of(twice, solution).rowLower(spare), 3, 3);
        requirePrice(SensitivityRanges.of(twice, solution).rowPrice(spare, OPTIONS), NONE, -NONE);
    }

    /** max 3x + 2y + z, x + y + z ≤ 4, z = 1: y is not made while it brings less than 3; z is made whatever it brings. */
    @Test
    void costsOfWhatIsNotMadeOrCannotBeChanged() {
        LinearProgramme most =
                most(new double[] {3, 2, 1}, new double[][] {{1, 1, 1}}, 4).withColumnBounds(2, 1, 1);
        LinearProgramme least = Programmes.least(new double[] {2, 3}, new double[][] {{1, 1}}, 4);
        LinearProgramme full =
                most(new double[] {1, 1}, new double[][] {{1, 0}}, 4).withColumnBounds(1, 0, 2);

        requireRange(ranges(most).objective(1), -NONE, 3);
        requireRange(ranges(most).objective(2), -NONE, NONE);
        requireRange(ranges(least).objective(1), 2, NONE);
        requireRange(ranges(least).objective(0), 0, 3);
        requireRange(ranges(full).objective(1), 0, NONE);
    }

    @Test
    void whereTwoAreAsGoodOtherPlansMayBe() {
        assertThat(ranges(most(new double[] {1, 1}, new double[][] {{1, 1}}, 4)).mayHaveOtherOptima())
                .isTrue();
    }

    /** max x + 2y, x + y ≤ 2, x ≤ 1, y ≤ 1 as bounds: less of y costs 2, more of it takes the place of x and brings 1. */
    @Test
    void boundsOfColumnsHaveTwoPricesToo() {
        LinearProgramme programme = programme(
                Sense.MAXIMISE,
                new double[] {1, 2},
                new double[][] {{1, 1}},
                new double[] {-NONE},
                new double[] {2},
                new double[] {1, 1});
        SensitivityRanges ranges = ranges(programme);

        requirePrice(ranges.columnPrice(0, OPTIONS), 1, 0);
        requirePrice(ranges.columnPrice(1, OPTIONS), 2, 1);
        requirePrice(ranges.rowPrice(0, OPTIONS), 1, 0);
    }

    private static void requirePrice(OneSidedPrice price, double below, double above) {
        assertThat(new double[] {price.below(), price.above()})
                .containsExactly(new double[] {below, above}, within(1e-9));
    }

    /** x + y = 2, x ≤ 1, y ≤ 1, worth 1 and 2: less costs 1 a unit, more there is not. As a minimum of the same, likewise. */
    @Test
    void aDegenerateEquationMovesAsAWhole() {
        LinearProgramme most = programme(
                Sense.MAXIMISE,
                new double[] {1, 2},
                new double[][] {{1, 1}, {1, 0}, {0, 1}},
                new double[] {2, -NONE, -NONE},
                new double[] {2, 1, 1},
                new double[] {NONE, NONE});
        LinearProgramme least = most.withObjective(Sense.MINIMISE, new double[] {-1, -2});
        LinearProgramme dear = most.withObjective(Sense.MINIMISE, new double[] {1, 2});

        requirePrice(ranges(most).rowPrice(0, OPTIONS), 1, -NONE);
        requirePrice(ranges(least).rowPrice(0, OPTIONS), -1, NONE);
        requirePrice(ranges(dear).rowPrice(0, OPTIONS), 2, NONE);
    }

    /** x ≥ 3 and x ≤ 3 as two rows, 2 a unit: whichever gives the other no room, the cost is without end. */
    @Test
    void aLeastCostWithoutAPlanIsInfinite() {
        LinearProgramme programme = programme(
                Sense.MINIMISE,
                new double[] {2},
                new double[][] {{1}, {1}},
                new double[] {-NONE, 3},
                new double[] {3, NONE},
                new double[] {NONE});

        assertThat(ranges(programme).rowPrice(0, OPTIONS).below()).isEqualTo(-NONE);
        assertThat(ranges(programme).rowPrice(1, OPTIONS).above()).isEqualTo(NONE);
        assertThat(ranges(programme).rowPrice(1, OPTIONS).below()).isCloseTo(2, within(1e-9));
    }

    /** 3 ≤ x ≤ 3.0001 twice: a first move down would pass 3, a shorter one will do. Nearer than any move it is not known. */
    @Test
    void aMoveDoesNotPassTheOtherBound() {
        LinearProgramme programme = programme(
                Sense.MAXIMISE,
                new double[] {1},
                new double[][] {{1}, {1}},
                new double[] {3, 3},
                new double[] {3.0001, 3.0001},
                new double[] {NONE});
        double near = 3 + 2e-9;
        LinearProgramme nearer = programme.withRowBounds(0, 3, near).withRowBounds(1, 3, near);
        LinearSolution solution = new RevisedSimplex().solve(nearer, OPTIONS);
        int spare = solution.basis().orElseThrow().row(0) == Basis.Place.BASIC ? 0 : 1;

        requirePrice(ranges(programme).rowPrice(0, OPTIONS), 1, 0);
        requirePrice(ranges(programme).rowPrice(1, OPTIONS), 1, 0);
        assertThat(SensitivityRanges.of(nearer, solution)
                        .rowPrice(spare, OPTIONS)
                        .below())
                .isNaN();
    }

    /**
     * max x + y/2, x + y ≤ 2, x ≤ 2, y ≤ little: beyond 2 another unit brings 1/2 as long as y lasts, and then nothing. Solved
     * from the basis in which x is found from the row.
     */
    @Test
    void aPriceFoundBeyondTheNextCornerIsNotTaken() {
        requirePrice(ofLittle(5e-4), 1, 0.5);
        assertThat(ofLittle(1e-8).above()).isNaN();
    }

    private static OneSidedPrice ofLittle(double little) {
        LinearProgramme programme = programme(
                Sense.MAXIMISE,
                new double[] {1, 0.5},
                new double[][] {{1, 1}},
                new double[] {-NONE},
                new double[] {2},
                new double[] {2, little});
        Basis basis = Basis.of(
                new Basis.Place[] {Basis.Place.BASIC, Basis.Place.LOWER}, new Basis.Place[] {Basis.Place.UPPER});
        LinearSolution solution = new RevisedSimplex().solve(programme, OPTIONS, basis);
        assertThat(solution.report().iterations()).isZero();
        return SensitivityRanges.of(programme, solution).rowPrice(0, OPTIONS);
    }
}
