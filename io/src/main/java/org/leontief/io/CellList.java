package org.leontief.io;

import java.util.Arrays;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

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

    int size() {
        return count;
    }

    /** Whether two cells have the same place, zeros included, which a matrix would not notice. */
    boolean hasDuplicates(int columns) {
        long[] keys = new long[count];
        for (int k = 0; k < count; k++) {
            keys[k] = key(k, columns);
        }
        Arrays.sort(keys);
        for (int k = 1; k < count; k++) {
            if (keys[k] == keys[k - 1]) {
                return true;
            }
        }
        return false;
    }

    /** The pair of cells with the same place whose second comes first in the file; only if there are duplicates. */
    Pair firstDuplicate(int columns) {
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

    SparseMatrix toMatrix(int rows, int columns) {
        SparseMatrixBuilder matrix = SparseMatrix.builder(rows, columns);
        for (int k = 0; k < count; k++) {
            matrix.add(row[k], column[k], value[k]);
        }
        return matrix.build();
    }

    private long key(int k, int columns) {
        return (long) row[k] * columns + column[k];
    }
}
