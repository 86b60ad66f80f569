package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

/** Programmes in which columns depend on each other exactly, so that no rounded prices prove anything. Worked out by hand. */
class ExactDualBoundTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    private static LinearSolution solve(
            double[] c, double[][] matrix, double[] rowLower, double[] rowUpper, double[] lower, double[] upper) {
        LinearProgramme programme =
                LinearProgramme.of(Sense.MAXIMISE, c, SparseMatrix.of(matrix), rowLower, rowUpper, lower, upper);
        return new RevisedSimplex().solve(programme, ProgrammeOptions.defaults());
    }

    /** Sells at 1 what it buys at 1, three units each: only the price 1/3, which no double is, bounds both. */
    @Test
    void sellingAndBuyingAtOnePriceHasAProof() {
        LinearSolution solution = solve(
                new double[] {1, -1, -1},
                new double[][] {{3, -3, 2}},
                new double[] {6},
                new double[] {6},
                new double[3],
                new double[] {INF, INF, INF});

        assertThat(solution.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(solution.certificate().orElseThrow().objective()).isEqualTo(2);
        assertThat(solution.certificate().orElseThrow().objectiveBound()).isBetween(2.0, Math.nextUp(2.0));
        assertThat(solution.rowPrices()[0]).isEqualTo(1.0 / 3);
    }

    /** Columns 1 and 3 are the same, one bounded from above and one from below: only a reduced cost of exactly 0 bounds both. */
    @Test
    void clashingRowsWithDependentColumnsAreInfeasible() {
        double[][] matrix = {{20.9, 8.5, 20.9}, {-11.6, -14.9, -11.6}, {0, -7.1, 0}};
        LinearSolution solution = solve(
                new double[] {3, 2, 3},
                matrix,
                new double[] {-2, -1, 0},
                new double[] {-2, -1, 0},
                new double[] {-INF, 0, 0},
                new double[] {0, 2, INF});

        assertThat(solution.status()).isEqualTo(ProgrammeStatus.INFEASIBLE);
        double[] w = solution.proof();
        // The third row says x₂ = 0; then x₁ + x₃ would be −2/20.9 and 1/11.6.
        assertThat(w[0] / w[1]).isCloseTo(11.6 / 20.9, offset(1e-12));
        assertThat(w[2] * -7.1 + w[0] * 8.5 + w[1] * -14.9).isCloseTo(0, offset(1e-12));
    }

    /** max Σ x, x ≤ 1: the bound n is proved exactly up to the largest basis, and beyond it left to floating point. */
    @Test
    void aLargeBasisIsLeftToFloatingPoint() {
        assertThat(ofUnitMatrix(ExactDualBound.MOST_COLUMNS)
                        .orElseThrow()
                        .certificate()
                        .objectiveBound())
                .isEqualTo(ExactDualBound.MOST_COLUMNS);
        assertThat(ofUnitMatrix(ExactDualBound.MOST_COLUMNS + 1)).isEmpty();
    }

    private static Optional<Verification.ProvedPrices> ofUnitMatrix(int n) {
        Basis.Place[] columns = new Basis.Place[n];
        Basis.Place[] rows = new Basis.Place[n];
        Arrays.fill(columns, Basis.Place.BASIC);
        Arrays.fill(rows, Basis.Place.UPPER);
        double[][] unit = new double[n][n];
        for (int i = 0; i < n; i++) {
            unit[i][i] = 1;
        }
        LinearProgramme programme = Programmes.most(Programmes.all(n, 1), unit, Programmes.all(n, 1));
        return new Verification(programme).exactly(new OptimalityCertificate(0, 0, 0, INF), Basis.of(columns, rows));
    }

    private static final Basis.Place BASIC = Basis.Place.BASIC;
    private static final Basis.Place LOWER = Basis.Place.LOWER;
    private static final Basis.Place UPPER = Basis.Place.UPPER;

    private static LinearProgramme programme(
            double[] c, double[][] matrix, double[] rowLower, double[] rowUpper, double[] lower, double[] upper) {
        return LinearProgramme.of(Sense.MAXIMISE, c, SparseMatrix.of(matrix), rowLower, rowUpper, lower, upper);
    }

    private static OptimalityCertificate exactly(LinearProgramme programme, Basis basis) {
        return new Verification(programme)
                .exactly(new OptimalityCertificate(0, 0, 0, INF), basis)
                .orElseThrow()
                .certificate();
    }

    private static Basis basis(Basis.Place[] columns, Basis.Place... rows) {
        return Basis.of(columns, rows);
    }

    /** max x, 3 x ≤ 1: 1/3, and the double next to it is below. max x + y, x ≤ 1, y ≤ 2⁻¹²⁰: more than 1 by less than 30 digits. */
    @Test
    void theBoundIsRoundedUpward() {
        LinearProgramme third = programme(
                new double[] {1},
                new double[][] {{3}},
                new double[] {-INF},
                new double[] {1},
                new double[1],
                new double[] {INF});
        LinearProgramme barelyMore = programme(
                new double[] {1, 1},
                new double[][] {{0, 0}},
                new double[] {-INF},
                new double[] {1},
                new double[2],
                new double[] {1, 0x1p-120});

        assertThat(exactly(third, basis(new Basis.Place[] {BASIC}, UPPER)).objectiveBound())
                .isEqualTo(Math.nextUp(1.0 / 3));
        assertThat(exactly(barelyMore, basis(new Basis.Place[] {UPPER, UPPER}, BASIC))
                        .objectiveBound())
                .isEqualTo(Math.nextUp(1.0));
    }

    /** max x + 2 y, y ≤ 3, x ≤ 4: the first equation has nothing to say about the first price. */
    @Test
    void equationsAreExchangedWhereAPivotIsZero() {
        LinearProgramme programme = programme(
                new double[] {1, 2},
                new double[][] {{0, 1}, {1, 0}},
                new double[] {-INF, -INF},
                new double[] {3, 4},
                new double[2],
                new double[] {INF, INF});

        assertThat(exactly(programme, basis(new Basis.Place[] {BASIC, BASIC}, UPPER, UPPER))
                        .objectiveBound())
                .isEqualTo(10);
    }

    /** x = b in a row, 2 ≤ x ≤ 3: b = 1 is too little and b = 5 too much; at b = 2 nothing is proved, for there is an x. */
    @Test
    void aRowOfTheInverseProvesWhatIsBelowAndWhatIsAbove() {
        Basis basic = basis(new Basis.Place[] {BASIC}, LOWER);
        for (double b : new double[] {1, 2, 3, 5}) {
            LinearProgramme programme = programme(
                    new double[1],
                    new double[][] {{1}},
                    new double[] {b},
                    new double[] {b},
                    new double[] {2},
                    new double[] {3});
            Verification verification = new Verification(programme);

            Optional<double[]> proof = verification.provesInfeasible(basic, 0);

            assertThat(proof.isPresent()).as("b = " + b).isEqualTo(b < 2 || b > 3);
            proof.ifPresent(w -> assertThat(verification.provesInfeasible(w)).isTrue());
        }
    }

    /** A minimum is priced in its own sign: min 3 x, 7 x ≥ 1, at a price of 3/7, is no less than 3/7. */
    @Test
    void aMinimumIsBoundedFromBelow() {
        LinearProgramme programme = Programmes.least(new double[] {3}, new double[][] {{7}}, 1);

        Verification.ProvedPrices proved = new Verification(programme)
                .exactly(new OptimalityCertificate(0, 0, 0, -INF), basis(new Basis.Place[] {BASIC}, LOWER))
                .orElseThrow();

        assertThat(proved.prices()).containsExactly(3.0 / 7);
        assertThat(proved.certificate().objectiveBound()).isBetween(Math.nextDown(3.0 / 7), 3.0 / 7);
        assertThat(new BigDecimal(proved.certificate().objectiveBound()).multiply(BigDecimal.valueOf(7)))
                .isLessThanOrEqualTo(BigDecimal.valueOf(3));
    }

    /** At the prices of this basis x₁ has a reduced cost of 1 and no upper bound. */
    @Test
    void pricesThatBoundNothingProveNothing() {
        LinearProgramme programme = Programmes.most(new double[] {1, 1}, new double[][] {{0, 1}}, 4);

        assertThat(new Verification(programme)
                        .exactly(
                                new OptimalityCertificate(0, 0, 0, INF),
                                basis(new Basis.Place[] {LOWER, BASIC}, UPPER)))
                .isEmpty();
    }
}
