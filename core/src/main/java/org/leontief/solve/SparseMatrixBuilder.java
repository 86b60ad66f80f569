package org.leontief.solve;

import java.util.Arrays;

/** Collects cells in any order; each cell at most once. Not safe for use by several threads. */
public final class SparseMatrixBuilder {

    /** Row, column and value of a collected cell. */
    private static final int CELL_BYTES = 2 * Integer.BYTES + Double.BYTES;
    /** Besides the cells, putting them in order takes two sequences of numbers and the arrays of the matrix. */
    private static final int ORDERING_BYTES = 2 * Integer.BYTES + Integer.BYTES + Double.BYTES;

    private final int rows;
    private final int columns;
    private final EntryCapacity capacity;
    private int[] row;
    private int[] column;
    private double[] value;
    private int count;
    /** Whether every cell came after the one before it, column by column and down each column. */
    private boolean isInOrder = true;

    SparseMatrixBuilder(int rows, int columns) {
        this(rows, columns, EntryCapacity.LONGEST);
    }

    /** For tests, which cannot collect two billion cells. */
    SparseMatrixBuilder(int rows, int columns, int longest) {
        capacity = new EntryCapacity(rows, columns, CELL_BYTES, longest);
        this.rows = rows;
        this.columns = columns;
        row = new int[0];
        column = new int[0];
        value = new double[0];
    }

    /**
     * Enters one cell. Zeros are accepted and not stored.
     *
     * @param i row number, from 0
     * @param j column number, from 0
     * @param entry finite
     * @return this builder
     * @throws IllegalArgumentException if the entry is NaN or infinite
     * @throws IndexOutOfBoundsException if there is no such cell
     * @throws MemoryLimitException if the cells do not fit into memory, or are more than one array can hold
     */
    public SparseMatrixBuilder add(int i, int j, double entry) {
        if (i < 0 || i >= rows || j < 0 || j >= columns) {
            throw new IndexOutOfBoundsException(
                    "No cell (" + i + ", " + j + ") in a matrix of " + rows + " by " + columns + ".");
        }
        if (!Double.isFinite(entry)) {
            throw new IllegalArgumentException(
                    "The entry of row " + i + " and column " + j + " is " + entry + "; a finite number is needed.");
        }
        if (entry == 0) {
            return this;
        }
        if (count == row.length) {
            int longer = capacity.grown(count, count + 1L);
            row = Arrays.copyOf(row, longer);
            column = Arrays.copyOf(column, longer);
            value = Arrays.copyOf(value, longer);
        }
        if (count > 0 && isInOrder) {
            int before = column[count - 1];
            isInOrder = before < j || (before == j && row[count - 1] < i);
        }
        row[count] = i;
        column[count] = j;
        value[count++] = entry;
        return this;
    }

    /**
     * Puts the cells in order.
     *
     * @return the matrix
     * @throws DuplicateCellException if a cell was entered twice
     * @throws MemoryLimitException if the matrix does not fit into memory beside the cells
     */
    public SparseMatrix build() {
        MemoryLimitException.require(
                "Putting " + count + " cells in order",
                (double) ORDERING_BYTES * count + (double) Integer.BYTES * (rows + (double) columns),
                "Enter them column by column, which takes no ordering: SparseMatrix.byColumns.");
        int[] start = starts(column, count, columns);
        if (isInOrder) {
            return new SparseMatrix(rows, columns, start, Arrays.copyOf(row, count), Arrays.copyOf(value, count));
        }
        // Two stable counting sorts, by row and then by column, leave every column sorted by row.
        int[] sorted = byColumn(byRow(), start);
        int[] index = new int[count];
        double[] entries = new double[count];
        for (int k = 0; k < count; k++) {
            int cell = sorted[k];
            index[k] = row[cell];
            entries[k] = value[cell];
            if (k > 0 && column[sorted[k - 1]] == column[cell] && row[sorted[k - 1]] == row[cell]) {
                throw new DuplicateCellException(row[cell], column[cell], entries[k - 1], entries[k]);
            }
        }
        return new SparseMatrix(rows, columns, start, index, entries);
    }

    private int[] byRow() {
        int[] next = starts(row, count, rows);
        int[] sorted = new int[count];
        for (int cell = 0; cell < count; cell++) {
            sorted[next[row[cell]]++] = cell;
        }
        return sorted;
    }

    private int[] byColumn(int[] sequence, int[] start) {
        int[] next = start.clone();
        int[] sorted = new int[count];
        for (int cell : sequence) {
            sorted[next[column[cell]]++] = cell;
        }
        return sorted;
    }

    /** Where the cells of each key begin once they are ordered by it. */
    private static int[] starts(int[] key, int count, int keys) {
        int[] start = new int[keys + 1];
        for (int cell = 0; cell < count; cell++) {
            start[key[cell] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            start[k + 1] += start[k];
        }
        return start;
    }
}
