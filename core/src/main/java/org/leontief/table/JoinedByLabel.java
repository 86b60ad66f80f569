package org.leontief.table;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Brings matrices into the order of a table's labels. */
final class JoinedByLabel {

    private JoinedByLabel() {}

    /** The same numbers with rows and columns in the wanted orders; every label must be on both sides. */
    static SparseMatrix of(LabelledMatrix matrix, Labels rows, Labels columns) {
        if (matrix.rows().equals(rows) && matrix.columns().equals(columns)) {
            return matrix.matrix();
        }
        int[] row = targets(rows, matrix.rows(), "the rows of '" + matrix.name() + "'");
        int[] column = targets(columns, matrix.columns(), "the columns of '" + matrix.name() + "'");
        SparseMatrixBuilder joined = SparseMatrix.builder(row.length, column.length);
        matrix.matrix().forEach((i, j, value) -> joined.add(row[i], column[j], value));
        return joined.build();
    }

    /** Where each label that is given goes among those wanted. */
    private static int[] targets(Labels wanted, Labels given, String whose) {
        int[] sources = wanted.placesIn(given, whose);
        int[] targets = new int[sources.length];
        for (int i = 0; i < sources.length; i++) {
            targets[sources[i]] = i;
        }
        return targets;
    }
}
