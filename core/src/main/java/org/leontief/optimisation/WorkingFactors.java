package org.leontief.optimisation;

import java.util.Arrays;

/** W = L U for a working basis of any units: rows and columns are scaled to a largest number of 1 first. */
final class WorkingFactors {

    private static final double SMALLEST_PIVOT = 1e-13;

    private final double[] rowScale;
    private final double[] columnScale;
    private final DenseFactors factors;

    /**
     * Factors in place.
     *
     * @param column the columns of W, as many as each has entries; overwritten
     * @throws IllegalStateException if W cannot be told from a singular matrix
     */
    WorkingFactors(double[][] column) {
        int k = column.length;
        rowScale = new double[k];
        columnScale = new double[k];
        for (double[] entries : column) {
            for (int t = 0; t < k; t++) {
                rowScale[t] = Math.max(rowScale[t], Math.abs(entries[t]));
            }
        }
        invert(rowScale);
        for (int c = 0; c < k; c++) {
            for (int t = 0; t < k; t++) {
                column[c][t] *= rowScale[t];
                columnScale[c] = Math.max(columnScale[c], Math.abs(column[c][t]));
            }
        }
        invert(columnScale);
        for (int c = 0; c < k; c++) {
            for (int t = 0; t < k; t++) {
                column[c][t] *= columnScale[c];
            }
        }
        boolean[] dependent = new boolean[k];
        factors = DenseFactors.of(column, SMALLEST_PIVOT, dependent, new boolean[k]);
        for (boolean is : dependent) {
            if (is) {
                throw new IllegalStateException("The working basis of " + k
                        + " limits cannot be told from a singular one, so that nothing follows from it."
                        + " Maybe solve again with a smaller tolerance?");
            }
        }
    }

    private static void invert(double[] scale) {
        Arrays.setAll(scale, k -> scale[k] > 0 ? 1 / scale[k] : 1);
    }

    /** Solves W δ = r; what is below a share of the largest number, as W is scaled, is rounding and becomes 0. */
    double[] solve(double[] r, double rounding) {
        double[] delta = r.clone();
        for (int t = 0; t < delta.length; t++) {
            delta[t] *= rowScale[t];
        }
        factors.solve(delta);
        double largest = 0;
        for (double entry : delta) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int c = 0; c < delta.length; c++) {
            delta[c] = Math.abs(delta[c]) <= rounding * largest ? 0 : delta[c] * columnScale[c];
        }
        return delta;
    }
}
