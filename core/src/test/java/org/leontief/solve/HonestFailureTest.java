package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases that once passed for success, each with its story. */
class HonestFailureTest {

    /** ρ(A) = 1.375 with negative entries: the series grew until it overflowed, and its NaN residual passed for 0. */
    @Test
    void aSeriesThatDivergesIsNoSuccess() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{-0.625, 0}, {1.875, -1.375}});
        Solution solution = LeontiefSystem.of(a).solve(new double[] {1, 0}, with(SolveMethod.NEUMANN));

        assertThat(solution.report().stop().isSuccess()).isFalse();
        assertThatThrownBy(solution::requireConverged).isInstanceOf(IllegalStateException.class);
        // (I − A)⁻¹ (1, 0) = (1/1.625, 1.875/(1.625 · 2.375)), which the factorisation finds.
        Solution direct = LeontiefSystem.of(a).solve(new double[] {1, 0}, with(SolveMethod.DENSE_LU));
        assertThat(direct.requireConverged().value(1)).isCloseTo(1.875 / (1.625 * 2.375), withinPercentage(1e-12));
    }

    /** Outputs beyond the largest double once came back as Infinity and NaN with WORKING_PRECISION. */
    @ParameterizedTest
    @EnumSource(SolveMethod.class)
    void outputsThatOverflowAreNoSuccess(SolveMethod method) {
        SparseMatrix chain = SparseMatrix.of(new double[][] {{0, 1e300, 0}, {0, 0, 1e300}, {0, 0, 0}});
        Solution solution = LeontiefSystem.of(chain).solve(new double[] {1, 1, 1}, with(method));

        assertThat(solution.report().stop().isSuccess()).isFalse();
        if (solution.hasValues()) {
            assertThat(solution.values()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        }
    }

    /** Row 1 asks for 2.25 x₁ = 6 and row 2 for −0.5 x₁ = 2: there is no solution, whatever rounding makes of it. */
    @ParameterizedTest
    @EnumSource(SolveMethod.class)
    void aContradictionIsNoSuccess(SolveMethod method) {
        SparseMatrix a = SparseMatrix.of(new double[][] {{1, -2.25}, {0, 1.5}});
        Solution solution = LeontiefSystem.of(a).solve(new double[] {6, 2}, with(method));

        assertThat(solution.report().stop().isSuccess()).isFalse();
    }

    /**
     * (I − A) = [1 2; 2 4], and b is off its range by 2⁻⁷ in a direction that no x reaches. From a start that is 2⁴⁶ times
     * the null vector away that is no more than the rounding of x, and once passed for working precision.
     */
    @ParameterizedTest
    @EnumSource(SolveMethod.class)
    void aContradictionThatOnlyHugeOutputsHideIsNoSuccess(SolveMethod method) {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0, -2}, {-2, -3}});
        double[] b = {1 + 2 * 0x1p-7, 2 - 0x1p-7};
        double[] start = {1 + 2 * 0x1p46, -0x1p46};

        Solution solution = LeontiefSystem.of(a).solve(b, with(method), start);

        assertThat(solution.report().stop().isSuccess())
                .as(() -> solution.report().toString())
                .isFalse();
    }

    /**
     * Outputs of 0.5^k down to the smallest double and 0. Corrections of what iterations left in the small ones did not
     * get rid of it, and where doubles end nothing was ever called working precision.
     */
    @ParameterizedTest
    @CsvSource({"AUTOMATIC, 2000", "DENSE_LU, 2000", "AUTOMATIC, 5000"})
    void outputsThatDieAwayReachWorkingPrecision(SolveMethod method, int n) {
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        for (int k = 1; k < n; k++) {
            builder.add(k, k - 1, 0.5);
        }
        LeontiefSystem chain = LeontiefSystem.of(builder.build());
        for (boolean transposed : new boolean[] {false, true}) {
            double[] b = new double[n];
            b[transposed ? n - 1 : 0] = 1;

            Solution solution = (transposed ? chain.transposed() : chain)
                    .solve(b, with(method).withTolerance(0));

            assertThat(solution.report().stop())
                    .as(solution.report().toString())
                    .isEqualTo(StopReason.WORKING_PRECISION);
            for (int k = 0; k < n; k++) {
                int i = transposed ? n - 1 - k : k;
                double error = Math.abs(solution.value(i) - Math.scalb(1.0, -k));
                assertThat(error).isLessThanOrEqualTo(solution.errorBound(i));
                assertThat(error).isLessThanOrEqualTo(1e-14 * Math.scalb(1.0, Math.max(-k, -990)));
            }
        }
    }

    /** Without loops a system is solved in one sweep in the order of dependence, however long and badly numbered. */
    @Test
    void aLongChainInAnyNumberingIsSolved() {
        int n = 20_000;
        int[] number = shuffled(n);
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        for (int k = 0; k + 1 < n; k++) {
            builder.add(number[k], number[k + 1], k % 2 == 0 ? 2 : 0.5);
        }
        double[] demand = new double[n];
        demand[number[1000]] = 1;
        Solution solution = LeontiefSystem.of(builder.build()).solve(demand);

        solution.requireConverged();
        for (int k = 0; k <= 1000; k++) {
            // The products of the coefficients from k to 1000: exactly 1 from even places, 0.5 from odd ones.
            assertThat(solution.value(number[k])).isCloseTo(k % 2 == 0 ? 1 : 0.5, withinPercentage(1e-10));
        }
        assertThat(solution.value(number[1001])).isZero();
    }

    private static SolveOptions with(SolveMethod method) {
        return SolveOptions.defaults().withMethod(method);
    }

    private static int[] shuffled(int n) {
        int[] number = new int[n];
        Arrays.setAll(number, i -> i);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = number[i];
            number[i] = number[other];
            number[other] = kept;
        }
        return number;
    }
}
