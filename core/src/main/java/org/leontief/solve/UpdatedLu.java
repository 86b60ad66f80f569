package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Factors of I − A' from those of I − A, where A' differs from A in k columns (or, transposed, k rows): A' = A + U Vᵀ, and
 *
 * <pre>    (I − A')⁻¹ = B + W (I − VᵀW)⁻¹ Vᵀ B,   B = (I − A)⁻¹,   W = B U.</pre>
 *
 * <p>That takes k solves with the factors there are, n k numbers for W, and factors of the k × k capacitance matrix I − VᵀW.
 * J. Sherman and W. J. Morrison; M. A. Woodbury; see Golub and Van Loan, <em>Matrix Computations</em>, section 2.1.4, and
 * it may lose digits, hence the trial in {@link #of}, and refinement by the caller.
 */
final class UpdatedLu implements InnerSolver {

    /** A solve streams through the factors where a factorisation works in the cache, so k of them pay up to n over this. */
    private static final int WORTH = 16;

    /** What may be left of a right-hand side after one solve. Refinement then needs a step or two more than with factors. */
    private static final double LEFT_AT_MOST = 1e-5;

    private final InnerSolver base;
    private final SparseMatrix v;
    private final double[][] w;
    private final DenseLu capacitance;
    /** A', of which only the places of its entries matter. */
    private final SparseMatrix pattern;

    private UpdatedLu(InnerSolver base, SparseMatrix v, double[][] w, DenseLu capacitance, SparseMatrix pattern) {
        this.pattern = pattern;
        this.base = base;
        this.v = v;
        this.w = w;
        this.capacitance = capacitance;
    }

    /** Whether an update costs less than new factors. */
    static boolean pays(int changed, int n) {
        return changed <= n / WORTH;
    }

    /**
     * Updates factors.
     *
     * @param base solves with the factors of I − A
     * @param u n × k
     * @param v n × k
     * @param columns the numbers of the columns or rows that U Vᵀ changes
     * @param changed the rows of A'
     * @param passes over A', against which the factors are tried
     * @param scale s, all positive, of length n
     * @param watch asked after every solve with the factors of I − A
     * @return empty if the capacitance matrix is singular, or so near to it that a trial solve is inaccurate
     * @throws Cancelled if the listener wants to stop
     */
    static Optional<InnerSolver> of(
            InnerSolver base,
            SparseMatrix u,
            SparseMatrix v,
            int[] columns,
            Rows changed,
            Passes passes,
            double[] scale,
            int threads,
            Watch watch) {
        int k = columns.length;
        double[][] w = new double[k][u.rows];
        double[] unused = new double[0];
        for (int c = 0; c < k; c++) {
            double[] right = new double[u.rows];
            for (int p = u.columnStart[c]; p < u.columnStart[c + 1]; p++) {
                right[u.rowIndex[p]] = u.value[p];
            }
            base.solve(right, unused, 0, w[c], watch);
            watch.look();
        }
        double[] own =
                Arrays.stream(columns).mapToDouble(column -> scale[column]).toArray();
        return capacitance(v, w, own, threads, watch)
                .<InnerSolver>map(
                        lu -> new UpdatedLu(base, v, w, lu, changed.transposed().transpose()))
                .filter(updated -> isAccurate(updated, passes, scale, threads, watch));
    }

    /** Factors of I − VᵀW. */
    private static Optional<DenseLu> capacitance(
            SparseMatrix v, double[][] w, double[] scale, int threads, Watch watch) {
        int k = w.length;
        double[][] transposed = new double[k][];
        for (int c = 0; c < k; c++) {
            transposed[c] = v.multiplyTransposed(w[c]);
            if (!Arrays.stream(transposed[c]).allMatch(Double::isFinite)) {
                return Optional.empty();
            }
        }
        return DenseLu.of(Rows.ofTransposed(SparseMatrix.of(transposed)), scale, threads, watch);
    }

    /** A right-hand side that was not made to fit, in the proportions of s. */
    private static boolean isAccurate(InnerSolver updated, Passes changed, double[] scale, int threads, Watch watch) {
        int n = changed.n;
        SplittableRandom signs = new SplittableRandom(n);
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = signs.nextBoolean() ? scale[i] : -scale[i];
        }
        double[] solution = new double[n];
        updated.solve(right, right, 0, solution, watch);
        double[] left = new double[n];
        changed.residual(right, solution, left, new double[n], threads, watch);
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(left[i]) <= LEFT_AT_MOST * scale[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void solve(double[] r, double[] weight, double target, double[] y, Watch watch) {
        base.solve(r, weight, target, y, watch);
        int k = w.length;
        double[] part = new double[k];
        capacitance.solve(v.multiplyTransposed(y), weight, target, part, watch);
        for (int c = 0; c < k; c++) {
            double factor = part[c];
            double[] wc = w[c];
            if (factor != 0) {
                for (int i = 0; i < y.length; i++) {
                    y[i] += factor * wc[i];
                }
            }
        }
        clearUnreached(r, y);
    }

    /**
     * What the right-hand side does not reach is exactly 0, where differences of equal numbers leave their rounding: i is
     * reached if r_i is not 0, or if i supplies something that is reached.
     */
    private void clearUnreached(double[] r, double[] y) {
        int n = r.length;
        boolean[] reached = new boolean[n];
        int[] queue = new int[n];
        int met = 0;
        for (int i = 0; i < n; i++) {
            if (r[i] != 0) {
                reached[i] = true;
                queue[met++] = i;
            }
        }
        for (int next = 0; next < met && met < n; next++) {
            int j = queue[next];
            for (int p = pattern.columnStart[j]; p < pattern.columnStart[j + 1]; p++) {
                int i = pattern.rowIndex[p];
                if (!reached[i]) {
                    reached[i] = true;
                    queue[met++] = i;
                }
            }
        }
        for (int i = 0; i < n && met < n; i++) {
            y[i] = reached[i] ? y[i] : 0;
        }
    }
}
