package org.leontief.solve;

import java.util.Objects;

/**
 * Takes a matrix row by row into storage by columns, where it is known before how many entries each column has: twelve
 * bytes an entry and nothing beside it. For large tables in text files, which have their rows one below the other and can be
 * read twice: once to count, once to store.
 *
 * <pre>{@code
 * SparseRowsBuilder matrix = SparseMatrix.byRows(rows, entriesOfColumn);
 * for (double[] row : …) {
 *     matrix.appendRow(row);
 * }
 * }</pre>
 */
public final class SparseRowsBuilder {

    private final int rows;
    private final int columns;
    private final int[] start;
    private final int[] next;
    private final int[] rowIndex;
    private final double[] value;
    private int appended;
    private boolean isBuilt;

    SparseRowsBuilder(int rows, int[] entriesOfColumn) {
        this.rows = rows;
        columns = entriesOfColumn.length;
        EntryCapacity capacity = new EntryCapacity(rows, columns, Integer.BYTES + Double.BYTES, EntryCapacity.LONGEST);
        long entries = 0;
        for (int j = 0; j < columns; j++) {
            if (entriesOfColumn[j] < 0 || entriesOfColumn[j] > rows) {
                throw new IllegalArgumentException(
                        "Column " + j + " of " + rows + " rows cannot have " + entriesOfColumn[j] + " entries.");
            }
            entries += entriesOfColumn[j];
        }
        int length = capacity.exactly(entries, 2.0 * Integer.BYTES * (columns + 1.0));
        start = new int[columns + 1];
        for (int j = 0; j < columns; j++) {
            start[j + 1] = start[j] + entriesOfColumn[j];
        }
        next = start.clone();
        rowIndex = new int[length];
        value = new double[length];
    }

    /**
     * Appends the next row. Zeros are not stored.
     *
     * @param row one number for each column, finite; not modified
     * @return this builder
     * @throws IllegalArgumentException if the row is longer or shorter, or a number is NaN or infinite
     * @throws IllegalStateException if all rows are there, or a column has more entries than was said
     */
    public SparseRowsBuilder appendRow(double[] row) {
        Objects.requireNonNull(row, "row");
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "Row " + appended + " has " + row.length + " numbers for " + columns + " columns.");
        }
        if (appended == rows) {
            throw new IllegalStateException("All " + rows + " rows of the matrix have been appended.");
        }
        for (int j = 0; j < columns; j++) {
            if (row[j] == 0) {
                continue;
            }
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException("The entry of row " + appended + " and column " + j + " is " + row[j]
                        + "; a finite number is needed.");
            }
            if (next[j] == start[j + 1]) {
                throw new IllegalStateException("Column " + j + " has more entries than the "
                        + (start[j + 1] - start[j]) + " that it was said to have.");
            }
            rowIndex[next[j]] = appended;
            value[next[j]++] = row[j];
        }
        appended++;
        return this;
    }

    /**
     * The matrix. It takes over the arrays of this builder, which can then no longer be used.
     *
     * @return the matrix
     * @throws IllegalStateException if rows or entries are missing
     */
    public SparseMatrix build() {
        if (isBuilt) {
            throw new IllegalStateException("The matrix has been built and owns the arrays of this builder now.");
        }
        if (appended < rows) {
            throw new IllegalStateException("Only " + appended + " of " + rows + " rows have been appended.");
        }
        for (int j = 0; j < columns; j++) {
            if (next[j] < start[j + 1]) {
                throw new IllegalStateException("Column " + j + " has " + (next[j] - start[j]) + " entries of the "
                        + (start[j + 1] - start[j]) + " that it was said to have.");
            }
        }
        isBuilt = true;
        // No further row is accepted, so the arrays that the matrix owns now are not written again.
        return new SparseMatrix(rows, columns, start, rowIndex, value);
    }
}
