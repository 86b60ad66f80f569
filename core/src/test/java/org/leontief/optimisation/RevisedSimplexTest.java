package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

class RevisedSimplexTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void wyndorGlassHasItsPublishedPlanAndPrices() {
        // Hillier and Lieberman, Introduction to Operations Research, section 3.1: x = (2, 6), Z = 36; section 4.7: 0,
        // 3/2, 1.
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {3, 5},
                SparseMatrix.of(new double[][] {{1, 0}, {0, 2}, {3, 2}}),
                new double[] {-NONE, -NONE, -NONE},
                new double[] {4, 12, 18},
                new double[] {0, 0},
                new double[] {NONE, NONE});

        LinearSolution solution = new RevisedSimplex().solve(programme, ProgrammeOptions.defaults());

        assertThat(solution.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(solution.columns()).containsExactly(new double[] {2, 6}, within(1e-14));
        assertThat(solution.rowPrices()).containsExactly(new double[] {0, 1.5, 1}, within(1e-14));
        assertThat(solution.certificate().orElseThrow().relativeGap()).isLessThan(1e-14);
    }
}
