package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Passes over A'ᵀ, where a few columns of A are others in A': those rows of the transposed matrix are computed by themselves
 * and put in the place of what the passes over Aᵀ find there. A sweep is the one over Aᵀ for b + (A' − A)ᵀ w.
 */
final class ChangedRowPasses extends Passes {

    private final Passes base;
    private final int[] rows;
    private final SparseMatrix replacement;
    private final SparseMatrix difference;

    /** Changed passes, in the numbering of those over Aᵀ. */
    ChangedRowPasses(Passes base, ChangedColumns change) {
        super(base.n);
        this.base = base;
        rows = change.columns;
        replacement = change.replacement;
        difference = change.difference();
    }

    @Override
    long entries() {
        return base.entries() + replacement.nonZeros();
    }

    /** That of A, which the sweeps divide by. */
    @Override
    double[] pivot() {
        return base.pivot();
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        base.multiply(x, y, threads, watch);
        for (int c = 0; c < rows.length; c++) {
            y[rows[c]] = dot(replacement, c, x);
        }
    }

    @Override
    void sweep(double @Nullable [] b, double[] w, double[] fresh, int threads, Watch watch) {
        double[] right = b == null ? new double[n] : b.clone();
        for (int c = 0; c < rows.length; c++) {
            right[rows[c]] += dot(difference, c, w);
        }
        base.sweep(right, w, fresh, threads, watch);
    }

    private static double dot(SparseMatrix a, int column, double[] x) {
        double sum = 0;
        for (int p = a.columnStart[column]; p < a.columnStart[column + 1]; p++) {
            sum += a.value[p] * x[a.rowIndex[p]];
        }
        return sum;
    }

    @Override
    void residual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        base.residual(b, x, sum, error, threads, watch);
        changed(b, x, sum, error);
    }

    @Override
    void plainResidual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        base.plainResidual(b, x, sum, error, threads, watch);
        changed(b, x, sum, error);
    }

    private void changed(double @Nullable [] b, double[] x, double[] sum, double[] error) {
        for (int c = 0; c < rows.length; c++) {
            double right = b == null ? 0 : b[rows[c]];
            int first = replacement.columnStart[c];
            int border = replacement.columnStart[c + 1];
            accurately(rows[c], right, replacement.rowIndex, replacement.value, first, border, 1, x, sum, error);
        }
    }
}
