package org.leontief.solve;

import java.util.Arrays;

/**
 * Everything that is done with the coefficients of one system I − A while streaming through them once: products, accurate
 * residuals, and Gauss–Seidel sweeps in stages.
 *
 * <p>There are two kinds, because one stored matrix serves both orientations: {@link ColumnPasses} where the columns of A
 * are stored (each column is scattered over the rows), {@link RowPasses} where its rows are (each row is gathered). Both
 * give the same bits for any number of threads: every row is summed by one thread, in a fixed order.
 *
 * <p><b>Stages.</b> The unknowns are cut into {@link #STAGES} stretches of equal length. A sweep brings one stage after
 * the other up to date, all unknowns of a stage at once and from the newest values of the other stages. So a sweep runs on
 * all processors and converges nearly as fast as one that takes the unknowns singly (figures in {@code
 * docs/decisions/0010-solver-at-scale.md}).
 */
abstract class Passes {

    /** Part of the definition of a sweep, so never tuned to a machine. */
    static final int STAGES = 8;

    /** Work below which a second thread costs more than it brings. */
    private static final long WORTH_A_THREAD = 40_000;

    /** A pivot this close to 0 would spoil the sweep; 1 is put in its place, since any number may stand there. */
    private static final double SMALLEST_PIVOT = 1e-3;

    /** A product below this may lose part of its exact error to underflow. */
    static final double PRODUCT_UNDERFLOW = 0x1p-968;

    /** What is then added to the magnitude of the errors: its share in the bound exceeds anything that was lost. */
    static final double LOST_TO_UNDERFLOW = 0x1p-1000;

    final int n;
    final int[] start;
    final int[] index;
    final double[] value;
    /** 1 − a_jj, by which a sweep divides. */
    final double[] pivot;

    private final int stageLength;

    /** The arrays are those of a matrix: lines (columns or rows) of entries, ordered at least by the stage of their index. */
    Passes(SparseMatrix lines) {
        n = lines.columns;
        start = lines.columnStart;
        index = lines.rowIndex;
        value = lines.value;
        stageLength = stageLength(n);
        pivot = new double[n];
        Arrays.fill(pivot, 1);
        Parallel.rows(n, Runtime.getRuntime().availableProcessors(), (from, to) -> {
            for (int j = from; j < to; j++) {
                double candidate = 1 - diagonal(j);
                pivot[j] = Math.abs(candidate) < SMALLEST_PIVOT ? 1 : candidate;
            }
        });
    }

    static int stageLength(int n) {
        return Math.max(1, (n + STAGES - 1) / STAGES);
    }

    /** First unknown of a stage. */
    final int stageStart(int stage) {
        return (int) Math.min(n, (long) stage * stageLength);
    }

    /** Threads for a pass over all coefficients. */
    final int useful(int threads) {
        return (int) Math.max(1, Math.min(threads, start[n] / WORTH_A_THREAD));
    }

    private double diagonal(int j) {
        int border = stageStart(j / stageLength) + stageLength;
        for (int p = firstAtOrAbove(border - stageLength, j); p < start[j + 1] && index[p] < border; p++) {
            if (index[p] == j) {
                return value[p];
            }
        }
        return 0;
    }

    /** The first place in line j whose index is not below a border between stages. */
    final int firstAtOrAbove(int border, int j) {
        int low = start[j];
        int high = start[j + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index[middle] < border) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** y = A x. */
    abstract void multiply(double[] x, double[] y, int threads, Watch watch);

    /**
     * One Gauss–Seidel sweep from 0 for (I − A) p = r, and what it leaves: p is overwritten, r ← r − (I − A) p.
     */
    abstract void sweep(double[] r, double[] p, int threads, Watch watch);

    /**
     * b − x + A x in doubled precision.
     *
     * @param sum overwritten with the result, rounded once
     * @param error overwritten with a rigorous bound on its distance from the exact one; NaN where something overflowed
     */
    abstract void residual(double[] b, double[] x, double[] sum, double[] error, int threads, Watch watch);

    /**
     * Ends a sum in doubled precision: T. Ogita, S. M. Rump and S. Oishi, SIAM J. Sci. Comput. 26 (2005); see {@link
     * AccurateSum}, whose bound this is.
     */
    static double boundOnError(double value, double magnitude, long products) {
        if (magnitude == 0) {
            return 0;
        }
        double gamma = 8.0 * (products + 1.0) * AccurateSum.EPSILON;
        return Math.nextUp(2 * gamma * magnitude + 2 * AccurateSum.EPSILON * Math.abs(value) + Double.MIN_VALUE);
    }
}
