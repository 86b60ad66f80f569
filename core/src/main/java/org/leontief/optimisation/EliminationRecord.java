package org.leontief.optimisation;

import java.util.Arrays;

/** Writes down the pivots, multipliers and rows of an elimination as they come, and makes factors of them. */
final class EliminationRecord {

    /** Changing an entry of a sparse row costs about so many reads of a solve; in dense columns far fewer. */
    private static final double READS_PER_CHANGE = 8;

    private static final double READS_PER_DENSE_CHANGE = 0.5;

    private final int size;
    private final int[] pivotRow;
    private final int[] pivotColumn;
    private final double[] pivotValue;
    private final boolean[] isRowDone;
    private final boolean[] isColumnDone;
    private final GrowingLines lower;
    private final GrowingLines upper;
    private int pivots;
    private double changes;
    private int[] tailRow = {};
    private int[] tailColumn = {};
    private DenseFactors tail = DenseFactors.of(new double[0][], 0, new boolean[0], new boolean[0]);
    private int[] dependentPositions = {};
    private int[] unusedRows = {};

    EliminationRecord(int size) {
        this.size = size;
        pivotRow = new int[size];
        pivotColumn = new int[size];
        pivotValue = new double[size];
        isRowDone = new boolean[size];
        isColumnDone = new boolean[size];
        lower = new GrowingLines(size);
        upper = new GrowingLines(size);
    }

    /** The next pivot, and what else its row has. */
    void pivot(int row, int column, double value, int[] others, double[] otherValues, int count) {
        pivotRow[pivots] = row;
        pivotColumn[pivots] = column;
        pivotValue[pivots] = value;
        isRowDone[row] = true;
        isColumnDone[column] = true;
        pivots++;
        lower.begin();
        upper.begin();
        for (int k = 0; k < count; k++) {
            upper.add(others[k], otherValues[k]);
        }
    }

    /** So many entries of a row have been changed, one at a time. */
    void changed(int entries) {
        changes += entries;
    }

    private double work() {
        double dense = tail.size;
        return READS_PER_CHANGE * (changes + lower.entries() + (double) upper.entries() + size)
                + READS_PER_DENSE_CHANGE * dense * dense * dense / 3;
    }

    /** How often the row of the last pivot was subtracted from another. */
    void multiplier(int row, double factor) {
        lower.add(row, factor);
    }

    /** Factors what has no pivot yet as a dense matrix. */
    void finish(int[][] rowColumn, double[][] rowValue, int[] rowCount, double smallestPivot) {
        tailRow = remaining(isRowDone);
        tailColumn = remaining(isColumnDone);
        int length = tailRow.length;
        int[] place = new int[size];
        for (int k = 0; k < length; k++) {
            place[tailColumn[k]] = k;
        }
        double[][] dense = new double[length][length];
        for (int i = 0; i < length; i++) {
            int row = tailRow[i];
            for (int k = 0; k < rowCount[row]; k++) {
                dense[place[rowColumn[row][k]]][i] = rowValue[row][k];
            }
        }
        boolean[] dependent = new boolean[length];
        boolean[] unused = new boolean[length];
        tail = DenseFactors.of(dense, smallestPivot, dependent, unused);
        dependentPositions = chosen(tailColumn, dependent);
        unusedRows = chosen(tailRow, unused);
    }

    private int[] remaining(boolean[] isDone) {
        int[] left = new int[size - pivots];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!isDone[i]) {
                left[count++] = i;
            }
        }
        return left;
    }

    private static int[] chosen(int[] from, boolean[] which) {
        int[] all = new int[from.length];
        int count = 0;
        for (int k = 0; k < from.length; k++) {
            if (which[k]) {
                all[count++] = from[k];
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Columns that depend on the others; as many as there are unused rows. */
    int[] dependentPositions() {
        return dependentPositions;
    }

    /** Rows that none of the columns has a pivot in. */
    int[] unusedRows() {
        return unusedRows;
    }

    /** The factors, which stand for the matrix if no column is dependent. */
    BasisFactors factors() {
        return new BasisFactors(
                size,
                Arrays.copyOf(pivotRow, pivots),
                Arrays.copyOf(pivotColumn, pivots),
                Arrays.copyOf(pivotValue, pivots),
                lower.compressed(),
                upper.compressed(),
                tailRow,
                tailColumn,
                tail,
                work());
    }
}
