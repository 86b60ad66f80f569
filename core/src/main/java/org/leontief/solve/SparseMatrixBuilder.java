package org.leontief.solve;

import java.util.Arrays;

/** Collects cells in any order; each cell at most once. Not safe for use by several threads. */
public final class SparseMatrixBuilder {

    private static final int FIRST_CAPACITY = 16;

    private final int rows;
    private final int columns;
    private int[] row;
    private int[] column;
    private double[] value;
    private int count;

    SparseMatrixBuilder(int rows, int columns) {
        this(rows, columns, FIRST_CAPACITY);
    }

    SparseMatrixBuilder(int rows, int columns, int capacity) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("A matrix of " + rows + " by " + columns + " cannot be.");
        }
        this.rows = rows;
        this.columns = columns;
        row = new int[capacity];
        column = new int[capacity];
        value = new double[capacity];
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
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(FIRST_CAPACITY, count + (count >> 1) + 1L));
            row = Arrays.copyOf(row, capacity);
            column = Arrays.copyOf(column, capacity);
            value = Arrays.copyOf(value, capacity);
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
     */
    public SparseMatrix build() {
        // Two stable counting sorts, by row and then by column, leave every column sorted by row.
        int[] byRow = order(row, identity(count), rows);
        int[] sorted = order(column, byRow, columns);
        int[] start = new int[columns + 1];
        int[] index = new int[count];
        double[] entries = new double[count];
        for (int k = 0; k < count; k++) {
            int cell = sorted[k];
            start[column[cell] + 1]++;
            index[k] = row[cell];
            entries[k] = value[cell];
            if (k > 0 && column[sorted[k - 1]] == column[cell] && row[sorted[k - 1]] == row[cell]) {
                throw new DuplicateCellException(row[cell], column[cell], entries[k - 1], entries[k]);
            }
        }
        for (int j = 0; j < columns; j++) {
            start[j + 1] += start[j];
        }
        return new SparseMatrix(rows, columns, start, index, entries);
    }

    private static int[] identity(int n) {
        int[] numbers = new int[n];
        Arrays.setAll(numbers, k -> k);
        return numbers;
    }

    private static int[] order(int[] key, int[] sequence, int keys) {
        int[] next = new int[keys + 1];
        for (int cell : sequence) {
            next[key[cell] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            next[k + 1] += next[k];
        }
        int[] sorted = new int[sequence.length];
        for (int cell : sequence) {
            sorted[next[key[cell]]++] = cell;
        }
        return sorted;
    }
}
