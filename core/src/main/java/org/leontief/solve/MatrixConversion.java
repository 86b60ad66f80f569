package org.leontief.solve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;

/** Copies between {@link SparseMatrix} and the forms that others hold matrices in: arrays, and the types of EJML. */
final class MatrixConversion {

    private MatrixConversion() {}

    static SparseMatrix of(double[][] rowMajor) {
        int rows = rowMajor.length;
        int columns = rows == 0 ? 0 : rowMajor[0].length;
        SparseMatrixBuilder builder = SparseMatrix.builder(rows, columns);
        for (int i = 0; i < rows; i++) {
            if (rowMajor[i].length != columns) {
                throw new IllegalArgumentException("Row " + i + " has " + rowMajor[i].length
                        + " entries where row 0 has " + columns + ": a matrix needs rows of one length.");
            }
            for (int j = 0; j < columns; j++) {
                builder.add(i, j, rowMajor[i][j]);
            }
        }
        return builder.build();
    }

    static SparseMatrix of(DMatrixRMaj matrix) {
        SparseMatrixBuilder builder = SparseMatrix.builder(matrix.numRows, matrix.numCols);
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                builder.add(i, j, matrix.get(i, j));
            }
        }
        return builder.build();
    }

    static SparseMatrix of(DMatrixSparseCSC matrix) {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(matrix.numRows, matrix.numCols, matrix.nz_length);
        for (int j = 0; j < matrix.numCols; j++) {
            builder.append(matrix.nz_rows, matrix.nz_values, matrix.col_idx[j], matrix.col_idx[j + 1]);
        }
        return builder.build();
    }

    static DMatrixRMaj toDense(SparseMatrix matrix) {
        MemoryLimitException.requireDense(
                "A dense copy of a " + matrix,
                matrix.rows,
                matrix.columns,
                1,
                "Use toSparse(), which holds the non-zero entries only.");
        DMatrixRMaj dense = new DMatrixRMaj(matrix.rows, matrix.columns);
        matrix.forEach(dense::unsafe_set);
        return dense;
    }

    static DMatrixSparseCSC toSparse(SparseMatrix matrix) {
        int entries = matrix.nonZeros();
        DMatrixSparseCSC copy = new DMatrixSparseCSC(matrix.rows, matrix.columns, entries);
        System.arraycopy(matrix.columnStart, 0, copy.col_idx, 0, matrix.columns + 1);
        System.arraycopy(matrix.rowIndex, 0, copy.nz_rows, 0, entries);
        System.arraycopy(matrix.value, 0, copy.nz_values, 0, entries);
        copy.nz_length = entries;
        copy.indicesSorted = true;
        return copy;
    }
}
