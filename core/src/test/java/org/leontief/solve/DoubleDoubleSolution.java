package org.leontief.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The solution of (I − A) x = b, A ≥ 0 with ρ(A) well below 1, in about thirty digits: unevaluated sums of two doubles (T.
 * J. Dekker, Numer. Math. 18, 1971), improved by a few rounds of the power series in plain doubles at a time. Shares
 * nothing with the solver.
 */
final class DoubleDoubleSolution {

    private static final double ACCURATE = 1e-27;
    private static final int MOST_IMPROVEMENTS = 40;
    private static final int ROUNDS = 24;

    private final double[] high;
    private final double[] low;

    private DoubleDoubleSolution(int n) {
        high = new double[n];
        low = new double[n];
    }

    static DoubleDoubleSolution of(SparseMatrix a, double[] b, boolean transposed) {
        SparseMatrix rows = transposed ? a : a.transpose();
        DoubleDoubleSolution x = new DoubleDoubleSolution(b.length);
        for (int k = 0; k < MOST_IMPROVEMENTS; k++) {
            double[] change = series(rows, x.residual(rows, b));
            double largest = 0;
            for (int i = 0; i < b.length; i++) {
                x.add(i, change[i]);
                largest = Math.max(largest, change[i] == 0 ? 0 : Math.abs(change[i] / x.high[i]));
            }
            if (largest < ACCURATE) {
                return x;
            }
        }
        throw new AssertionError("It does not converge.");
    }

    /** |x_i − candidate|, but for a share of 10⁻²⁷ of x_i at most, which is taken off. */
    double error(int i, double candidate) {
        // Both are nearly equal, so the difference of the high parts is exact.
        return Math.abs(high[i] - candidate + low[i]) - 1e-26 * Math.abs(high[i]);
    }

    private void add(int i, double change) {
        double sum = high[i] + change;
        double shifted = sum - high[i];
        double left = (high[i] - (sum - shifted)) + (change - shifted) + low[i];
        high[i] = sum + left;
        low[i] = left - (high[i] - sum);
    }

    /** b − x + A x, rounded at the end. */
    private double[] residual(SparseMatrix rows, double[] b) {
        double[] residual = new double[b.length];
        IntStream.range(0, b.length).parallel().forEach(i -> {
            double sum = b[i];
            double left = 0;
            for (int p = rows.columnStart[i] - 1; p < rows.columnStart[i + 1]; p++) {
                boolean own = p < rows.columnStart[i];
                double factor = own ? -1 : rows.value[p];
                int j = own ? i : rows.rowIndex[p];
                double product = factor * high[j];
                double next = sum + product;
                double shifted = next - sum;
                left += Math.fma(factor, high[j], -product)
                        + factor * low[j]
                        + ((sum - (next - shifted)) + (product - shifted));
                // Normalised at once, so that no digit of the sum is lost.
                sum = next + left;
                left -= sum - next;
            }
            residual[i] = sum + left;
        });
        return residual;
    }

    /** r + A r + A² r + … */
    private static double[] series(SparseMatrix rows, double[] r) {
        double[] x = r;
        for (int k = 0; k < ROUNDS; k++) {
            double[] used = rows.multiplyTransposed(x);
            Arrays.setAll(used, i -> used[i] + r[i]);
            x = used;
        }
        return x;
    }
}
