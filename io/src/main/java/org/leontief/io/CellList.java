package org.leontief.io;

import java.util.Arrays;
import org.leontief.label.Labels;
import org.leontief.solve.DuplicateCellException;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** The cells of a file in long form as they come, with the line of each. Growing arrays: nothing is boxed. */
final class CellList {

    private int[] row = new int[1024];
    private int[] column = new int[1024];
    private double[] value = new double[1024];
    private long[] line = new long[1024];
    private int count;

    /** Two cells of the same row and column. */
    record Pair(int row, int column, long firstLine, long secondLine) {}

    void add(int r, int c, double v, long atLine) {
        if (count == row.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, count + (count >> 1));
            row = Arrays.copyOf(row, capacity);
            column = Arrays.copyOf(column, capacity);
            value = Arrays.copyOf(value, capacity);
            line = Arrays.copyOf(line, capacity);
        }
        row[count] = r;
        column[count] = c;
        value[count] = v;
        line[count++] = atLine;
    }

    /** Makes room for so many cells, if they are expected; more are taken all the same. */
    void reserve(long expected) {
        int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, expected);
        if (capacity > row.length) {
            row = Arrays.copyOf(row, capacity);
            column = Arrays.copyOf(column, capacity);
            value = Arrays.copyOf(value, capacity);
            line = Arrays.copyOf(line, capacity);
        }
    }

    int size() {
        return count;
    }

    /** The pair of cells with the same place whose second comes first in the file; only if there are duplicates. */
    private Pair firstDuplicate(int columns) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> {
            int byKey = Long.compare(key(a, columns), key(b, columns));
            return byKey != 0 ? byKey : Integer.compare(a, b);
        });
        int first = -1;
        int second = Integer.MAX_VALUE;
        for (int k = 1; k < count; k++) {
            if (key(order[k], columns) == key(order[k - 1], columns) && order[k] < second) {
                first = order[k - 1];
                second = order[k];
            }
        }
        return new Pair(row[first], column[first], line[first], line[second]);
    }

    /**
     * The matrix. The cells are brought into the order of its columns by one counting sort; each column is then short.
     *
     * @throws DuplicateCellException if two cells that are not 0 have the same place
     */
    SparseMatrix toMatrix(int rows, int columns) {
        int[] next = new int[columns + 1];
        for (int k = 0; k < count; k++) {
            next[column[k] + 1]++;
        }
        int longest = 0;
        for (int j = 0; j < columns; j++) {
            longest = Math.max(longest, next[j + 1]);
            next[j + 1] += next[j];
        }
        int[] rowOf = new int[count];
        double[] valueOf = new double[count];
        for (int k = 0; k < count; k++) {
            int place = next[column[k]]++;
            rowOf[place] = row[k];
            valueOf[place] = value[k];
        }
        SparseColumnsBuilder matrix = SparseMatrix.byColumns(rows, columns, count);
        int[] rowsOfColumn = new int[longest];
        double[] valuesOfColumn = new double[longest];
        int from = 0;
        for (int j = 0; j < columns; j++) {
            int length = next[j] - from;
            System.arraycopy(rowOf, from, rowsOfColumn, 0, length);
            System.arraycopy(valueOf, from, valuesOfColumn, 0, length);
            matrix.appendColumn(rowsOfColumn, valuesOfColumn, length);
            from = next[j];
        }
        return matrix.build();
    }

    /** The matrix; an error of the file if two cells have the same place. */
    SparseMatrix toDistinct(CsvSource source, Labels rows, Labels columns) throws CsvFormatException {
        try {
            SparseMatrix matrix = toMatrix(rows.size(), columns.size());
            if (!hasDuplicateOfZero(matrix)) {
                return matrix;
            }
        } catch (DuplicateCellException e) {
            // Which lines, this list knows better.
        }
        Pair twice = firstDuplicate(columns.size());
        throw source.atLine(
                twice.secondLine(),
                "the number from '" + rows.get(twice.row()) + "' to '" + columns.get(twice.column())
                        + "' stands twice, on lines " + twice.firstLine() + " and " + twice.secondLine()
                        + ". Maybe a region column is not declared?");
    }

    /** Whether a cell that is 0, which the matrix does not store, has the same place as another. */
    private boolean hasDuplicateOfZero(SparseMatrix matrix) {
        long[] zeros = new long[count];
        int found = 0;
        for (int k = 0; k < count; k++) {
            if (value[k] == 0) {
                if (matrix.get(row[k], column[k]) != 0) {
                    return true;
                }
                zeros[found++] = key(k, matrix.columns());
            }
        }
        Arrays.sort(zeros, 0, found);
        for (int k = 1; k < found; k++) {
            if (zeros[k] == zeros[k - 1]) {
                return true;
            }
        }
        return false;
    }

    private long key(int k, int columns) {
        return (long) row[k] * columns + column[k];
    }
}
