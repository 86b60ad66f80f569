package org.leontief.optimisation;

import java.util.Arrays;

/**
 * Gaussian elimination of a sparse matrix. Each pivot is the entry, among a few candidates, with the least (r − 1)(c − 1),
 * r and c being how many entries its row and column have left (H. M. Markowitz, "The elimination form of the inverse",
 * Management Science 3, 1957), and not less than a tenth of the largest of its row. What fills up is left to dense factors.
 */
final class MarkowitzElimination {

    private static final double THRESHOLD = 0.1;
    private static final double SMALLEST_PIVOT = 1e-10;
    private static final double DROPPED = 1e-15;
    private static final int LISTS_SEARCHED = 4;

    /** From this share of entries on, dense columns are faster than lists. */
    private static final double DENSE_SHARE = 0.4;

    private static final int SMALLEST_DENSE = 8;

    private final int size;
    private final int[][] rowColumn;
    private final double[][] rowValue;
    private final int[] rowCount;
    /** Rows with an entry in each column, and among them rows that have had their pivot, until they are swept out. */
    private final int[][] columnRow;

    private final int[] columnLength;
    private final int[] columnCount;
    private final boolean[] isRowDone;
    private final CountedLines rows;
    private final CountedLines columns;
    private final EliminationRecord record;
    /** Place of a column in the pivot row, plus 1; 0 where the pivot row has nothing. */
    private final int[] placeInPivotRow;

    private final boolean[] met;
    /** Computed when asked for; −1 where the row has changed since. */
    private final double[] rowSmallestPivot;

    private long entries;
    private int left;
    private int bestRow;
    private int bestColumn;
    private long bestFill;

    MarkowitzElimination(CompressedMatrix basis, EliminationRecord record) {
        this.record = record;
        size = basis.lines();
        left = size;
        rowColumn = new int[size][];
        rowValue = new double[size][];
        rowCount = new int[size];
        columnRow = new int[size][];
        columnLength = new int[size];
        columnCount = new int[size];
        isRowDone = new boolean[size];
        rows = new CountedLines(size, size);
        columns = new CountedLines(size, size);
        placeInPivotRow = new int[size];
        met = new boolean[size];
        rowSmallestPivot = new double[size];
        Arrays.fill(rowSmallestPivot, -1);
        load(basis);
    }

    private void load(CompressedMatrix basis) {
        CompressedMatrix transposed = basis.transposed(size);
        for (int i = 0; i < size; i++) {
            int from = transposed.start()[i];
            int to = transposed.start()[i + 1];
            rowColumn[i] = Arrays.copyOfRange(transposed.index(), from, to);
            rowValue[i] = Arrays.copyOfRange(transposed.value(), from, to);
            rowCount[i] = to - from;
            from = basis.start()[i];
            to = basis.start()[i + 1];
            columnRow[i] = Arrays.copyOfRange(basis.index(), from, to);
            columnCount[i] = to - from;
            columnLength[i] = to - from;
        }
        for (int i = size - 1; i >= 0; i--) {
            rows.move(i, rowCount[i]);
            columns.move(i, columnCount[i]);
        }
        entries = basis.entries();
    }

    /** Eliminates all that is not dense, and hands the rest over. */
    void run() {
        while (left > 0 && findPivot()) {
            boolean isDense = bestFill > 0 && left >= SMALLEST_DENSE && entries >= DENSE_SHARE * left * left;
            if (isDense) {
                break;
            }
            eliminate(bestRow, bestColumn);
        }
        record.finish(rowColumn, rowValue, rowCount, SMALLEST_PIVOT);
    }

    private boolean findPivot() {
        bestRow = -1;
        bestFill = Long.MAX_VALUE;
        int searched = 0;
        for (int count = 1; count <= size; count++) {
            for (int j = columns.first(count); j >= 0; j = columns.next(j)) {
                searchColumn(j, count);
                if (bestFill <= (long) (count - 1) * (count - 1) || (++searched >= LISTS_SEARCHED && bestRow >= 0)) {
                    return true;
                }
            }
            for (int i = rows.first(count); i >= 0; i = rows.next(i)) {
                searchRow(i, count);
                if (bestFill <= (long) count * (count - 1) || (++searched >= LISTS_SEARCHED && bestRow >= 0)) {
                    return true;
                }
            }
        }
        return bestRow >= 0;
    }

    private void searchColumn(int column, int count) {
        sweep(column);
        for (int k = 0; k < count; k++) {
            int row = columnRow[column][k];
            long fill = (long) (rowCount[row] - 1) * (count - 1);
            if (fill < bestFill) {
                double size = Math.abs(rowValue[row][placeInRow(row, column)]);
                // Alone in its column, an entry is no multiplier of anything: any size does that is not the rounding of
                // 0.
                if (count == 1 ? size >= SMALLEST_PIVOT : size >= smallestPivot(row)) {
                    take(row, column, fill);
                }
            }
        }
    }

    private void searchRow(int row, int count) {
        double smallest = smallestPivot(row);
        for (int k = 0; k < count; k++) {
            int column = rowColumn[row][k];
            long fill = (long) (columnCount[column] - 1) * (count - 1);
            if (fill < bestFill && Math.abs(rowValue[row][k]) >= smallest) {
                take(row, column, fill);
            }
        }
    }

    private void take(int row, int column, long fill) {
        bestRow = row;
        bestColumn = column;
        bestFill = fill;
    }

    private double smallestPivot(int row) {
        if (rowSmallestPivot[row] < 0) {
            double largest = 0;
            for (int k = 0; k < rowCount[row]; k++) {
                largest = Math.max(largest, Math.abs(rowValue[row][k]));
            }
            rowSmallestPivot[row] = Math.max(SMALLEST_PIVOT, THRESHOLD * largest);
        }
        return rowSmallestPivot[row];
    }

    private int placeInRow(int row, int column) {
        int k = 0;
        while (rowColumn[row][k] != column) {
            k++;
        }
        return k;
    }

    private void eliminate(int pivotRow, int pivotColumn) {
        int place = placeInRow(pivotRow, pivotColumn);
        double pivot = rowValue[pivotRow][place];
        removeFromRow(pivotRow, place);
        sweep(pivotColumn);
        isRowDone[pivotRow] = true;
        rows.remove(pivotRow);
        columns.remove(pivotColumn);
        left--;
        entries -= rowCount[pivotRow] + columnCount[pivotColumn];
        for (int k = 0; k < rowCount[pivotRow]; k++) {
            int column = rowColumn[pivotRow][k];
            columnCount[column]--;
            placeInPivotRow[column] = k + 1;
        }
        record.pivot(pivotRow, pivotColumn, pivot, rowColumn[pivotRow], rowValue[pivotRow], rowCount[pivotRow]);
        for (int k = 0; k < columnCount[pivotColumn]; k++) {
            int row = columnRow[pivotColumn][k];
            if (row != pivotRow) {
                int at = placeInRow(row, pivotColumn);
                double factor = rowValue[row][at] / pivot;
                removeFromRow(row, at);
                record.multiplier(row, factor);
                record.changed(rowCount[row] + rowCount[pivotRow]);
                subtract(row, factor, pivotRow);
                rowSmallestPivot[row] = -1;
                rows.move(row, rowCount[row]);
            }
        }
        for (int k = 0; k < rowCount[pivotRow]; k++) {
            int column = rowColumn[pivotRow][k];
            placeInPivotRow[column] = 0;
            columns.move(column, columnCount[column]);
        }
        columnRow[pivotColumn] = new int[0];
        columnLength[pivotColumn] = 0;
        columnCount[pivotColumn] = 0;
        rowColumn[pivotRow] = new int[0];
        rowValue[pivotRow] = new double[0];
        rowCount[pivotRow] = 0;
    }

    /** Subtracts a multiple of the pivot row from another. */
    private void subtract(int row, double factor, int pivotRow) {
        double[] pivotValue = rowValue[pivotRow];
        double[] value = rowValue[row];
        for (int k = rowCount[row] - 1; k >= 0; k--) {
            int at = placeInPivotRow[rowColumn[row][k]] - 1;
            if (at >= 0) {
                met[at] = true;
                value[k] -= factor * pivotValue[at];
                if (Math.abs(value[k]) < DROPPED) {
                    removeFromColumn(rowColumn[row][k], row);
                    removeFromRow(row, k);
                    entries--;
                }
            }
        }
        for (int at = 0; at < rowCount[pivotRow]; at++) {
            if (met[at]) {
                met[at] = false;
            } else {
                fill(row, rowColumn[pivotRow][at], -factor * pivotValue[at]);
            }
        }
    }

    private void fill(int row, int column, double value) {
        int k = rowCount[row]++;
        if (k == rowColumn[row].length) {
            rowColumn[row] = Arrays.copyOf(rowColumn[row], longer(k));
            rowValue[row] = Arrays.copyOf(rowValue[row], longer(k));
        }
        rowColumn[row][k] = column;
        rowValue[row][k] = value;
        columnCount[column]++;
        int c = columnLength[column]++;
        if (c == columnRow[column].length) {
            columnRow[column] = Arrays.copyOf(columnRow[column], longer(c));
        }
        columnRow[column][c] = row;
        entries++;
    }

    private static int longer(int length) {
        return length + length / 2 + 4;
    }

    private void removeFromRow(int row, int place) {
        int last = --rowCount[row];
        rowColumn[row][place] = rowColumn[row][last];
        rowValue[row][place] = rowValue[row][last];
    }

    private void removeFromColumn(int column, int row) {
        int[] members = columnRow[column];
        int k = 0;
        while (members[k] != row) {
            k++;
        }
        members[k] = members[--columnLength[column]];
        columnCount[column]--;
    }

    /** Takes rows that have had their pivot out of a column. */
    private void sweep(int column) {
        if (columnLength[column] == columnCount[column]) {
            return;
        }
        int[] members = columnRow[column];
        int kept = 0;
        for (int k = 0; k < columnLength[column]; k++) {
            if (!isRowDone[members[k]]) {
                members[kept++] = members[k];
            }
        }
        columnLength[column] = kept;
    }
}
