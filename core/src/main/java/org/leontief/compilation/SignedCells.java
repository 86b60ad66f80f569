package org.leontief.compilation;

import java.util.BitSet;
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
        SparseMatrix none = SparseMatrix.zeros(prior.rows(), prior.columns());
        return prior.hasNegative()
                ? new SignedCells(
                        part(prior, 1, new BitSet(), new BitSet()), part(prior, -1, new BitSet(), new BitSet()))
                : new SignedCells(prior, none);
    }

    /** The same without the cells of some rows and columns. */
    SignedCells without(BitSet rows, BitSet columns) {
        return rows.isEmpty() && columns.isEmpty()
                ? this
                : new SignedCells(part(positive, 1, rows, columns), part(negative, 1, rows, columns));
    }

    /** The entries of one sign, without that sign, and without those of some rows and columns. */
    private static SparseMatrix part(SparseMatrix matrix, int sign, BitSet rows, BitSet columns) {
        SparseColumnsBuilder part = SparseMatrix.byColumns(matrix.rows(), matrix.columns(), matrix.nonZeros() / 2);
        int[] row = new int[matrix.rows()];
        double[] entry = new double[matrix.rows()];
        for (int j = 0; j < matrix.columns(); j++) {
            int[] count = {0};
            if (!columns.get(j)) {
                matrix.forEachInColumn(j, (i, column, value) -> {
                    if (sign * value > 0 && !rows.get(i)) {
                        row[count[0]] = i;
                        entry[count[0]++] = sign * value;
                    }
                });
            }
            part.appendColumn(row, entry, count[0]);
        }
        return part.build();
    }

    int rows() {
        return positive.rows();
    }

    int columns() {
        return positive.columns();
    }
}
