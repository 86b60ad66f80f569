package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** The columns of a stored matrix, by the numbers of a {@link Numbering}. */
final class StoredColumns implements Columns {

    private final SparseMatrix a;
    private final @Nullable Numbering numbering;

    StoredColumns(SparseMatrix a, @Nullable Numbering numbering) {
        this.a = a;
        this.numbering = numbering;
    }

    private int outside(int j) {
        return numbering == null ? j : numbering.outside(j);
    }

    @Override
    public int entriesIn(int j) {
        int column = outside(j);
        return a.columnStart[column + 1] - a.columnStart[column];
    }

    @Override
    public void add(int j, double factor, double[] y) {
        int column = outside(j);
        int @Nullable [] inner = numbering == null ? null : numbering.insideShared();
        for (int p = a.columnStart[column]; p < a.columnStart[column + 1]; p++) {
            int row = a.rowIndex[p];
            y[inner == null ? row : inner[row]] += a.value[p] * factor;
        }
    }
}
