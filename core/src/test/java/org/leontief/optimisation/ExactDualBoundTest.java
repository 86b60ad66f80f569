package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
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

    @Test
    void aLargeBasisIsLeftToFloatingPoint() {
        int n = ExactDualBound.MOST_COLUMNS + 1;
        Basis.Place[] columns = new Basis.Place[n];
        Basis.Place[] rows = new Basis.Place[n];
        Arrays.fill(columns, Basis.Place.BASIC);
        Arrays.fill(rows, Basis.Place.LOWER);
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[n],
                SparseMatrix.zeros(n, n),
                new double[n],
                new double[n],
                new double[n],
                new double[n]);
        OptimalityCertificate any = new OptimalityCertificate(0, 0, 0, INF);

        assertThat(new Verification(programme).exactly(any, Basis.of(columns, rows)))
                .isEmpty();
    }
}
