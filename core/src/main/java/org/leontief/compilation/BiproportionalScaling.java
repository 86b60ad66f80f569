package org.leontief.compilation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * Alternates between rows and columns until both have their totals: X = r̂ P ŝ − r̂⁻¹ N ŝ⁻¹. With N = 0 that is RAS, else GRAS.
 *
 * <p>Each iteration is a product of P and N with a vector from either side, so it takes a pass over the cells and no memory for
 * them. Rows and columns without cells keep the multiplier 1.
 */
final class BiproportionalScaling {

    /** Iterations without any progress after which there will be none. */
    private static final int PATIENCE = 200;

    final SparseMatrix positive;
    final SparseMatrix negative;
    final double[] rowTotals;
    private final double[] columnTotals;
    private final double rounding;

    /** r and 1 / r. */
    final double[] row;

    final double[] rowReciprocal;

    /** s and 1 / s. */
    final double[] column;

    final double[] columnReciprocal;

    /** By what the latest iteration multiplied r and s: where they grow without limit is told by these. */
    final double[] rowDrift;

    final double[] columnDrift;

    private final int begin;
    private int iterations;
    private double error;
    private double best = Double.POSITIVE_INFINITY;
    private int sinceBest;
    private boolean isCancelled;

    /**
     * Begins with multipliers of 1.
     *
     * @param longest most cells that are added up for one total
     * @param spent iterations that were done before, with more cells
     */
    BiproportionalScaling(SignedCells cells, Margins margins, int longest, int spent) {
        positive = cells.positive();
        negative = cells.negative();
        rowTotals = margins.rowTotals();
        columnTotals = margins.columnTotals();
        begin = spent;
        iterations = spent;
        // What summing up to so many positive cells can be off by, and the roundings around it.
        rounding = (longest + 8) * 0x1p-53;
        row = ones(cells.rows());
        rowReciprocal = ones(cells.rows());
        rowDrift = ones(cells.rows());
        column = ones(cells.columns());
        columnReciprocal = ones(cells.columns());
        columnDrift = ones(cells.columns());
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    int iterations() {
        return iterations;
    }

    /** Counts a pass over rows and columns that is made from outside. */
    int countPass() {
        return ++iterations;
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /** Lets the next run stop at once. */
    void cancel() {
        isCancelled = true;
    }

    /**
     * Goes on until it is done or a number of iterations is reached.
     *
     * @param until where to pause
     * @return why it stopped; null if it only paused
     */
    @Nullable
    StopReason run(String method, BalancingOptions options, int until) {
        while (true) {
            double[] p = positive.multiply(column);
            double[] n = negative.multiply(columnReciprocal);
            error = rowError(p, n);
            if (iterations == begin) {
                error = Math.max(error, columnError());
            }
            StopReason stop = reasonToStop(method, options);
            if (stop != null) {
                return stop;
            }
            if (iterations >= until) {
                return null;
            }
            if (!fit(p, n, rowTotals, row, rowReciprocal, rowDrift)) {
                return StopReason.STAGNATED;
            }
            iterations++;
            if (!fitColumns()) {
                return StopReason.STAGNATED;
            }
        }
    }

    /** Brings the columns to their totals; false if double precision does not hold their multipliers. */
    boolean fitColumns() {
        double[] p = positive.multiplyTransposed(row);
        double[] n = negative.multiplyTransposed(rowReciprocal);
        return fit(p, n, columnTotals, column, columnReciprocal, columnDrift);
    }

    private @Nullable StopReason reasonToStop(String method, BalancingOptions options) {
        if (error <= options.tolerance()) {
            return StopReason.CONVERGED;
        }
        sinceBest++;
        if (error < best) {
            best = error;
            sinceBest = 0;
        }
        boolean isDone = iterations >= options.iterationLimit();
        if (best <= rounding && (sinceBest > 2 || isDone)) {
            return StopReason.WORKING_PRECISION;
        }
        if (isDone) {
            return StopReason.ITERATION_LIMIT;
        }
        if (sinceBest >= PATIENCE) {
            return StopReason.STAGNATED;
        }
        if (isCancelled) {
            return StopReason.CANCELLED;
        }
        boolean goOn = options.listener().proceed(new Progress(method, iterations, options.iterationLimit(), error));
        return goOn ? null : StopReason.CANCELLED;
    }

    private double rowError(double[] p, double[] n) {
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Multiplier.error(p[i] * row[i], n[i] * rowReciprocal[i], rowTotals[i]));
        }
        return largest;
    }

    private double columnError() {
        double[] p = positive.multiplyTransposed(row);
        double[] n = negative.multiplyTransposed(rowReciprocal);
        double largest = 0;
        for (int j = 0; j < p.length; j++) {
            largest =
                    Math.max(largest, Multiplier.error(p[j] * column[j], n[j] * columnReciprocal[j], columnTotals[j]));
        }
        return largest;
    }

    private static boolean fit(
            double[] p, double[] n, double[] totals, double[] multiplier, double[] reciprocal, double[] drift) {
        boolean isHeld = true;
        for (int i = 0; i < p.length; i++) {
            double before = multiplier[i];
            isHeld &= Multiplier.solve(p[i], n[i], totals[i], multiplier, reciprocal, i);
            drift[i] = multiplier[i] / before;
        }
        return isHeld;
    }
}
