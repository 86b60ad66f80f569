package org.leontief.solve;

import java.util.Arrays;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;

/**
 * An immutable real matrix in compressed-column form: the one way in which the library stores coefficients and flows.
 *
 * <p>Column j holds its non-zero entries with ascending row numbers; exact zeros are not stored. Twelve bytes an entry,
 * so even a table without zeros costs only half as much again as a dense array. Numbers are copied in and out; nothing
 * that a caller holds can change a matrix. NaN and infinities are refused wherever a matrix is made.
 */
public final class SparseMatrix {

    /** Receives the stored entries of a matrix one at a time. */
    @FunctionalInterface
    public interface EntryConsumer {
        /**
         * Takes one stored entry.
         *
         * @param row row number, from 0
         * @param column column number, from 0
         * @param value the entry, finite and not zero
         */
        void accept(int row, int column, double value);
    }

    final int rows;
    final int columns;
    /** columnStart[j] .. columnStart[j+1] are the places of column j. Length columns + 1. Never written after creation. */
    final int[] columnStart;
    /** Row numbers, ascending within a column. What stands beyond the end of the last column has no meaning. */
    final int[] rowIndex;

    /** The entries; as long as rowIndex. */
    final double[] value;

    /** Takes the arrays over; callers in this package promise sorted columns, finite non-zero values and no other owner. */
    SparseMatrix(int rows, int columns, int[] columnStart, int[] rowIndex, double[] value) {
        this.rows = rows;
        this.columns = columns;
        this.columnStart = columnStart;
        this.rowIndex = rowIndex;
        this.value = value;
    }

    /**
     * Copies a rectangular array.
     *
     * @param rowMajor rowMajor[i][j] is the entry of row i and column j
     * @return the matrix
     * @throws IllegalArgumentException if the rows differ in length or an entry is NaN or infinite
     */
    public static SparseMatrix of(double[][] rowMajor) {
        return MatrixConversion.of(rowMajor);
    }

    /**
     * Copies a dense EJML matrix.
     *
     * @param matrix any shape; not modified
     * @return the matrix
     * @throws IllegalArgumentException if an entry is NaN or infinite
     */
    public static SparseMatrix of(DMatrixRMaj matrix) {
        return MatrixConversion.of(matrix);
    }

    /**
     * Copies a sparse EJML matrix; its columns need not be sorted.
     *
     * @param matrix any shape; not modified
     * @return the matrix
     * @throws IllegalArgumentException if an entry is NaN or infinite, or a cell is stored twice
     */
    public static SparseMatrix of(DMatrixSparseCSC matrix) {
        return MatrixConversion.of(matrix);
    }

    /**
     * A matrix of zeros.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @return the matrix
     */
    public static SparseMatrix zeros(int rows, int columns) {
        return builder(rows, columns).build();
    }

    /**
     * Starts a matrix that is entered cell by cell, in any order.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @return an empty builder
     */
    public static SparseMatrixBuilder builder(int rows, int columns) {
        return new SparseMatrixBuilder(rows, columns);
    }

    /**
     * Starts a matrix that is entered column by column: the way to enter large ones.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param expectedEntries how many entries will not be zero, at a guess; more are taken, at the price of a copy
     * @return an empty builder
     * @throws MemoryLimitException if so many entries do not fit into memory, or are more than one array can hold
     */
    public static SparseColumnsBuilder byColumns(int rows, int columns, long expectedEntries) {
        return new SparseColumnsBuilder(rows, columns, expectedEntries, EntryCapacity.LONGEST);
    }

    /**
     * Starts a matrix that is entered row by row, where it is known how many entries its columns have: the way to take a
     * large table from a file in two passes, which needs no memory beside that of the matrix.
     *
     * @param rows number of rows
     * @param entriesOfColumn for each column how many entries are not zero, exactly; not modified
     * @return an empty builder
     * @throws IllegalArgumentException if a column has fewer than none or more than there are rows
     * @throws MemoryLimitException if so many entries do not fit into memory, or are more than one array can hold
     */
    public static SparseRowsBuilder byRows(int rows, int... entriesOfColumn) {
        return new SparseRowsBuilder(rows, entriesOfColumn);
    }

    /**
     * Number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Number of columns.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Number of stored entries.
     *
     * @return how many entries are not zero
     */
    public int nonZeros() {
        return columnStart[columns];
    }

    /**
     * Share of entries that are not zero.
     *
     * @return a number from 0 to 1; 0 for an empty matrix
     */
    public double density() {
        return rows == 0 || columns == 0 ? 0 : nonZeros() / ((double) rows * columns);
    }

    /**
     * One entry.
     *
     * @param row row number, from 0
     * @param column column number, from 0
     * @return the entry, 0 where nothing is stored
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public double get(int row, int column) {
        if (row < 0 || row >= rows || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException(
                    "No cell (" + row + ", " + column + ") in a matrix of " + rows + " by " + columns + ".");
        }
        int place = Arrays.binarySearch(rowIndex, columnStart[column], columnStart[column + 1], row);
        return place < 0 ? 0 : value[place];
    }

    /**
     * Visits the stored entries column by column, rows ascending.
     *
     * @param consumer called once for every stored entry
     */
    public void forEach(EntryConsumer consumer) {
        for (int j = 0; j < columns; j++) {
            forEachInColumn(j, consumer);
        }
    }

    /**
     * Visits the stored entries of one column, rows ascending.
     *
     * @param column column number, from 0
     * @param consumer called once for every stored entry
     */
    public void forEachInColumn(int column, EntryConsumer consumer) {
        for (int p = columnStart[column]; p < columnStart[column + 1]; p++) {
            consumer.accept(rowIndex[p], column, value[p]);
        }
    }

    /**
     * The product y = M x.
     *
     * @param x length columns; not modified
     * @return y, a new array of length rows
     */
    public double[] multiply(double[] x) {
        requireLength("x", x, columns);
        double[] y = new double[rows];
        for (int j = 0; j < columns; j++) {
            double xj = x[j];
            int end = columnStart[j + 1];
            for (int p = columnStart[j]; p < end; p++) {
                y[rowIndex[p]] += value[p] * xj;
            }
        }
        return y;
    }

    /**
     * The product y = Mᵀ x, that is xᵀ M.
     *
     * @param x length rows; not modified
     * @return y, a new array of length columns
     */
    public double[] multiplyTransposed(double[] x) {
        requireLength("x", x, rows);
        double[] y = new double[columns];
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            int end = columnStart[j + 1];
            for (int p = columnStart[j]; p < end; p++) {
                sum += value[p] * x[rowIndex[p]];
            }
            y[j] = sum;
        }
        return y;
    }

    /**
     * Sums of the rows, M 1.
     *
     * @return a new array of length rows
     */
    public double[] rowSums() {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return multiply(ones);
    }

    /**
     * Sums of the columns, 1ᵀ M.
     *
     * @return a new array of length columns
     */
    public double[] columnSums() {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return multiplyTransposed(ones);
    }

    /**
     * The transposed matrix.
     *
     * @return Mᵀ, a new matrix
     */
    public SparseMatrix transpose() {
        int[] start = new int[rows + 1];
        for (int p = 0; p < nonZeros(); p++) {
            start[rowIndex[p] + 1]++;
        }
        for (int i = 0; i < rows; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, rows);
        int[] index = new int[nonZeros()];
        double[] moved = new double[nonZeros()];
        for (int j = 0; j < columns; j++) {
            for (int p = columnStart[j]; p < columnStart[j + 1]; p++) {
                int place = next[rowIndex[p]]++;
                index[place] = j;
                moved[place] = value[p];
            }
        }
        return new SparseMatrix(columns, rows, start, index, moved);
    }

    /**
     * Every column multiplied by its own factor: M f̂, with f̂ the diagonal matrix of f.
     *
     * @param factor length columns; not modified
     * @return the scaled matrix
     * @throws IllegalArgumentException if a product is NaN or infinite
     */
    public SparseMatrix scaleColumns(double[] factor) {
        requireLength("factor", factor, columns);
        SparseColumnsBuilder builder = byColumns(rows, columns, nonZeros());
        for (int j = 0; j < columns; j++) {
            int[] row = Arrays.copyOfRange(rowIndex, columnStart[j], columnStart[j + 1]);
            double[] scaled = Arrays.copyOfRange(value, columnStart[j], columnStart[j + 1]);
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] *= factor[j];
            }
            builder.appendColumn(row, scaled, row.length);
        }
        return builder.build();
    }

    /**
     * Some of the columns.
     *
     * @param numbers which, in any order
     * @return rows × as many columns as numbers, in their order
     * @throws IndexOutOfBoundsException if there is no such column
     */
    public SparseMatrix columns(int... numbers) {
        for (int number : numbers) {
            Objects.checkIndex(number, columns);
        }
        return ChangedColumns.selected(this, numbers);
    }

    /**
     * A part of the matrix.
     *
     * @param rowNumbers which rows, in any order, none twice; the others are left out
     * @param columnNumbers which columns, in any order
     * @return as many rows and columns as numbers, in their order
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public SparseMatrix part(int[] rowNumbers, int[] columnNumbers) {
        int[] place = new int[rows];
        Arrays.fill(place, -1);
        for (int k = 0; k < rowNumbers.length; k++) {
            place[rowNumbers[k]] = k;
        }
        SparseMatrixBuilder part = SparseMatrix.builder(rowNumbers.length, columnNumbers.length);
        for (int number : columnNumbers) {
            Objects.checkIndex(number, columns);
        }
        for (int k = 0; k < columnNumbers.length; k++) {
            int column = k;
            forEachInColumn(columnNumbers[k], (i, j, entry) -> {
                if (place[i] >= 0) {
                    part.add(place[i], column, entry);
                }
            });
        }
        return part.build();
    }

    /**
     * Where another matrix of the same shape differs.
     *
     * @param other rows × columns
     * @return numbers of the columns in which any entry differs, ascending
     * @throws IllegalArgumentException if it has another shape
     */
    public int[] differingColumns(SparseMatrix other) {
        if (other.rows != rows || other.columns != columns) {
            throw new IllegalArgumentException("A " + other + " cannot be compared with a " + this + ".");
        }
        return ChangedColumns.between(this, other);
    }

    /**
     * The same matrix with other columns in the place of some.
     *
     * @param changed numbers of the columns that are replaced, in any order
     * @param newColumns rows × as many columns as numbers: what stands there instead
     * @return a new matrix
     * @throws IllegalArgumentException if a number is out of range or given twice, or the shape of the new columns does not
     *     fit
     */
    public SparseMatrix withColumns(int[] changed, SparseMatrix newColumns) {
        return ChangedColumns.of(this, changed, newColumns).applied(this);
    }

    /**
     * Absolute values, entry by entry.
     *
     * @return |M|; this matrix itself if no entry is negative
     */
    public SparseMatrix abs() {
        if (!hasNegative()) {
            return this;
        }
        double[] absolute = Arrays.copyOf(value, nonZeros());
        for (int p = 0; p < absolute.length; p++) {
            absolute[p] = Math.abs(absolute[p]);
        }
        return new SparseMatrix(rows, columns, columnStart, rowIndex, absolute);
    }

    /**
     * Whether any entry is below zero.
     *
     * @return true if there is a negative entry
     */
    public boolean hasNegative() {
        for (int p = 0; p < nonZeros(); p++) {
            if (value[p] < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A dense EJML copy: rows × columns × 8 bytes.
     *
     * @return a new EJML matrix
     * @throws MemoryLimitException if it does not fit
     */
    public DMatrixRMaj toDense() {
        return MatrixConversion.toDense(this);
    }

    /**
     * A sparse EJML copy with sorted columns.
     *
     * @return a new EJML matrix
     */
    public DMatrixSparseCSC toSparse() {
        return MatrixConversion.toSparse(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(columnStart, that.columnStart)
                && Arrays.equals(rowIndex, 0, nonZeros(), that.rowIndex, 0, nonZeros())
                && Arrays.equals(value, 0, nonZeros(), that.value, 0, nonZeros());
    }

    @Override
    public int hashCode() {
        int hash = 31 * rows + columns;
        for (int p = 0; p < nonZeros(); p++) {
            hash = 31 * hash + Double.hashCode(value[p]);
        }
        return hash;
    }

    @Override
    public String toString() {
        return rows + " × " + columns + " matrix, " + nonZeros() + " entries not zero";
    }

    static void requireLength(String name, double[] vector, int length) {
        if (vector.length != length) {
            throw new IllegalArgumentException(
                    name + " has " + vector.length + " entries where " + length + " are needed.");
        }
    }
}
