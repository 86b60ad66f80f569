package org.leontief.compilation;

import org.leontief.solve.SparseMatrix;

/** Tries every closed group of rows and columns of a small matrix: a second way to find out whether totals can be met. */
final class AllGroups {

    private AllGroups() {}

    /** The largest Σ_I u − Σ_J v over closed groups that are not trivial; totals can be met if it is at most 0. */
    static double largestExcess(SparseMatrix cells, double[] u, double[] v) {
        int m = u.length;
        int n = v.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (int group = 1; group < (1 << (m + n)) - 1; group++) {
            if (isClosed(cells, group)) {
                double excess = 0;
                for (int i = 0; i < m; i++) {
                    excess += ((group >> i) & 1) * u[i];
                }
                for (int j = 0; j < n; j++) {
                    excess -= ((group >> (m + j)) & 1) * v[j];
                }
                largest = Math.max(largest, excess);
            }
        }
        return largest;
    }

    private static boolean isClosed(SparseMatrix cells, int group) {
        boolean[] isClosed = {true};
        cells.forEach((i, j, value) -> {
            boolean hasRow = ((group >> i) & 1) == 1;
            boolean hasColumn = ((group >> (cells.rows() + j)) & 1) == 1;
            if (value > 0 ? hasRow && !hasColumn : hasColumn && !hasRow) {
                isClosed[0] = false;
            }
        });
        return isClosed[0];
    }
}
