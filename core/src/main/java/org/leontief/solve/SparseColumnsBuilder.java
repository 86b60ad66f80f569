package org.leontief.solve;

import java.util.Arrays;

/**
 * Collects the columns of a matrix one after the other, in the form in which the matrix keeps them: 12 bytes an entry, and
 * no copy at the end. The way to enter large economies, recipe by recipe.
 *
 * <pre>{@code
 * SparseColumnsBuilder columns = SparseMatrix.byColumns(n, n, 50L * n);
 * for (int j = 0; j < n; j++) {
 *     columns.appendColumn(suppliers, amounts, count);        // the recipe of product j
 * }
 * SparseMatrix a = columns.build();
 * }</pre>
 *
 * <p>Column 0 comes first, and every column has its turn, an empty one too. A column that is refused is not appended, so
 * a corrected one can take its place. Not safe for use by several threads.
 */
public final class SparseColumnsBuilder {

    /** Share of the arrays that may stay unused. */
    private static final int SLACK = 8;

    private static final int[] NO_INDEX = {};
    private static final double[] NO_VALUE = {};

    private final int rows;
    private final int columns;
    private final EntryCapacity capacity;
    private int[] columnStart;
    private int[] rowIndex;
    private double[] value;
    private int appended;
    private boolean isBuilt;

    SparseColumnsBuilder(int rows, int columns, long expectedEntries, int longest) {
        capacity = new EntryCapacity(rows, columns, Integer.BYTES + Double.BYTES, longest);
        if (expectedEntries < 0) {
            throw new IllegalArgumentException("expectedEntries is " + expectedEntries + "; it cannot be below 0.");
        }
        this.rows = rows;
        this.columns = columns;
        int expected = capacity.exactly(expectedEntries, (double) Integer.BYTES * (columns + 1.0));
        columnStart = new int[columns + 1];
        rowIndex = new int[expected];
        value = new double[expected];
    }

    /**
     * Appends the next column. Zeros are accepted and not stored.
     *
     * @param row row numbers, from 0, in any order, each at most once; not modified
     * @param entry entry[k] stands in row row[k], finite; not modified
     * @param count how many entries at the front of both arrays are meant
     * @return this builder
     * @throws IllegalArgumentException if an array is shorter than count, or an entry is NaN or infinite
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws DuplicateCellException if a row comes twice
     * @throws MemoryLimitException if the entries do not fit into memory, or are more than one array can hold
     * @throws IllegalStateException if all columns are there, or the matrix is built
     */
    public SparseColumnsBuilder appendColumn(int[] row, double[] entry, int count) {
        if (count < 0 || count > row.length || count > entry.length) {
            throw new IllegalArgumentException("Column " + appended + " cannot take " + count + " entries from "
                    + row.length + " row numbers and " + entry.length + " values.");
        }
        return append(row, entry, 0, count);
    }

    /** The same with entries from (inclusive) to (exclusive) of the arrays. */
    SparseColumnsBuilder append(int[] row, double[] entry, int from, int to) {
        requireOpen();
        if (appended == columns) {
            throw new IllegalStateException("All " + columns + " columns of the matrix have been appended.");
        }
        int start = columnStart[appended];
        if ((long) start + to - from > value.length) {
            // Zeros need no room, and near the limit they must not stand in the way of the last entries.
            grow((long) start + notZero(entry, from, to));
        }
        int end = store(row, entry, from, to, start);
        sort(start, end);
        columnStart[++appended] = end;
        return this;
    }

    /**
     * The matrix. It takes over the arrays of this builder, which can then no longer be used.
     *
     * @return the matrix
     * @throws IllegalStateException if columns are missing, or the matrix has been built before
     */
    public SparseMatrix build() {
        requireOpen();
        if (appended < columns) {
            throw new IllegalStateException("Only " + appended + " of " + columns + " columns have been appended; "
                    + (columns - appended) + " are missing. Append a column with 0 entries where a recipe is empty.");
        }
        trim();
        SparseMatrix matrix = new SparseMatrix(rows, columns, columnStart, rowIndex, value);
        isBuilt = true;
        columnStart = NO_INDEX;
        rowIndex = NO_INDEX;
        value = NO_VALUE;
        return matrix;
    }

    private void requireOpen() {
        if (isBuilt) {
            throw new IllegalStateException("The matrix has been built and owns the arrays of this builder now."
                    + " Begin another with SparseMatrix.byColumns.");
        }
    }

    private static int notZero(double[] entry, int from, int to) {
        int kept = 0;
        for (int k = from; k < to; k++) {
            kept += entry[k] != 0 ? 1 : 0;
        }
        return kept;
    }

    private void grow(long needed) {
        if (needed > value.length) {
            int longer = capacity.grown(value.length, needed);
            rowIndex = Arrays.copyOf(rowIndex, longer);
            value = Arrays.copyOf(value, longer);
        }
    }

    /** Checks and copies behind what is there; returns the new end. */
    private int store(int[] row, double[] entry, int from, int to, int start) {
        int place = start;
        for (int k = from; k < to; k++) {
            int i = row[k];
            double v = entry[k];
            if (i < 0 || i >= rows) {
                throw new IndexOutOfBoundsException(
                        "No cell (" + i + ", " + appended + ") in a matrix of " + rows + " by " + columns + ".");
            }
            if (v == 0) {
                continue;
            }
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("The entry of row " + i + " and column " + appended + " is " + v
                        + "; a finite number is needed.");
            }
            rowIndex[place] = i;
            value[place++] = v;
        }
        return place;
    }

    /** Brings the entries of a column into ascending order of rows. */
    private void sort(int start, int end) {
        boolean isAscending = true;
        for (int p = start + 1; p < end && isAscending; p++) {
            isAscending = rowIndex[p - 1] < rowIndex[p];
        }
        if (isAscending) {
            return;
        }
        // Row and position in one number each: what is sorted is primitive, and equal rows keep their order.
        long[] key = new long[end - start];
        double[] unsorted = Arrays.copyOfRange(value, start, end);
        for (int k = 0; k < key.length; k++) {
            key[k] = (long) rowIndex[start + k] << Integer.SIZE | k;
        }
        Arrays.sort(key);
        for (int k = 0; k < key.length; k++) {
            rowIndex[start + k] = (int) (key[k] >>> Integer.SIZE);
            value[start + k] = unsorted[(int) key[k]];
            if (k > 0 && rowIndex[start + k - 1] == rowIndex[start + k]) {
                throw new DuplicateCellException(rowIndex[start + k], appended, value[start + k - 1], value[start + k]);
            }
        }
    }

    /** Gives back what was expected and did not come, one array after the other, unless memory is too short to copy. */
    private void trim() {
        int count = columnStart[columns];
        if (value.length - count <= value.length / SLACK) {
            return;
        }
        if (MemoryLimitException.fits((double) (Integer.BYTES + Double.BYTES) * count)) {
            rowIndex = Arrays.copyOf(rowIndex, count);
            value = Arrays.copyOf(value, count);
        }
    }
}
