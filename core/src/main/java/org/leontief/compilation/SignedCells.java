package org.leontief.compilation;

import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * A prior as two matrices without negative cells, A = P − N, and what balancing has to know of its pattern.
 *
 * @param positive P: the positive cells
 * @param negative N: the absolute values of the negative cells
 */
record SignedCells(SparseMatrix positive, SparseMatrix negative) {

    /** P is the prior itself where nothing is negative: large tables are not copied without need. */
    static SignedCells of(SparseMatrix prior) {
        ZeroCells none = new ZeroCells(prior.rows());
        return prior.hasNegative()
                ? new SignedCells(part(prior, 1, none), part(prior, -1, none))
                : new SignedCells(prior, SparseMatrix.zeros(prior.rows(), prior.columns()));
    }

    /** The same without cells that have to be 0. */
    SignedCells without(ZeroCells zero) {
        return new SignedCells(part(positive, 1, zero), part(negative, 1, zero));
    }

    /** The entries of one sign, without that sign, and without those that have to be 0. */
    private static SparseMatrix part(SparseMatrix matrix, int sign, ZeroCells zero) {
        SparseColumnsBuilder part = SparseMatrix.byColumns(matrix.rows(), matrix.columns(), matrix.nonZeros() / 2);
        int[] row = new int[matrix.rows()];
        double[] entry = new double[matrix.rows()];
        for (int j = 0; j < matrix.columns(); j++) {
            int[] count = {0};
            matrix.forEachInColumn(j, (i, column, value) -> {
                if (sign * value > 0 && !zero.contains(i, column)) {
                    row[count[0]] = i;
                    entry[count[0]++] = sign * value;
                }
            });
            part.appendColumn(row, entry, count[0]);
        }
        return part.build();
    }

    int nonZeros() {
        return positive.nonZeros() + negative.nonZeros();
    }

    int rows() {
        return positive.rows();
    }

    int columns() {
        return positive.columns();
    }
}
