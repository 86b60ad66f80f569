package org.leontief.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseRowsBuilder;

/**
 * Takes the rows of a matrix. Those of a small file are collected; the entries of a large one are counted
 * first, in a pass of their own, so that nothing has to be held beside the matrix.
 */
interface MatrixRows {

    /** Files above this are read twice. */
    long LARGE_BYTES = 1L << 25;

    /** Takes a row for its place, each place once; the array is used again by the caller. */
    void take(int place, double[] row);

    /** The matrix of all rows taken. */
    SparseMatrix matrix(int rows, int columns);

    /** Reads a file once with rows collected, or twice with rows counted and then stored. */
    static <R> R read(Path path, Reading<R> reading) throws IOException {
        if (Files.size(path) <= LARGE_BYTES) {
            return reading.with(new Collected());
        }
        Counted counted = new Counted();
        reading.with(counted);
        return reading.with(counted.stored());
    }

    /** One pass over a file. */
    @FunctionalInterface
    interface Reading<R> {
        R with(MatrixRows rows) throws IOException;
    }

    /** Keeps all entries as cells. */
    final class Collected implements MatrixRows {

        private final CellList cells = new CellList();

        @Override
        public void take(int place, double[] row) {
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    cells.add(place, j, row[j], 0);
                }
            }
        }

        @Override
        public SparseMatrix matrix(int rowCount, int columns) {
            return cells.toMatrix(rowCount, columns);
        }
    }

    /** Counts the entries of every column. Its matrix has none, and only the shape. */
    final class Counted implements MatrixRows {

        private int[] entries = new int[0];
        private int rows;
        private boolean isInOrder = true;

        @Override
        public void take(int place, double[] row) {
            if (entries.length < row.length) {
                entries = Arrays.copyOf(entries, row.length);
            }
            for (int j = 0; j < row.length; j++) {
                entries[j] += row[j] == 0 ? 0 : 1;
            }
            isInOrder &= place == rows;
            rows++;
        }

        @Override
        public SparseMatrix matrix(int rowCount, int columns) {
            return SparseMatrix.zeros(rowCount, columns);
        }

        /** For the second pass; rows in any other order than that of their places are collected after all. */
        MatrixRows stored() {
            return isInOrder ? new Stored(SparseMatrix.byRows(rows, entries)) : new Collected();
        }
    }

    /** Puts every entry where the count has made room for it. */
    final class Stored implements MatrixRows {

        private final SparseRowsBuilder matrix;

        Stored(SparseRowsBuilder matrix) {
            this.matrix = matrix;
        }

        @Override
        public void take(int place, double[] row) {
            matrix.appendRow(row);
        }

        @Override
        public SparseMatrix matrix(int rowCount, int columns) {
            return matrix.build();
        }
    }
}
