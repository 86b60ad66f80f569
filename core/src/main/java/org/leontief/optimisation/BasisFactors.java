package org.leontief.optimisation;

import java.util.Arrays;

/**
 * B = L U for a sparse matrix whose rows are those of the programme and whose columns are the positions of a basis. Sparse
 * pivots come first, then a dense block. Each factor is stored from both sides, so that zeros of the right-hand side are
 * passed over whichever system is solved.
 */
final class BasisFactors {

    private final int[] pivotRow;
    private final int[] pivotColumn;
    private final double[] pivotValue;
    /** Line k: rows from which the row of pivot k was subtracted. */
    private final CompressedMatrix lower;
    /** Line i: rows of pivots that were subtracted from row i. */
    private final CompressedMatrix lowerByRow;
    /** Line k: positions in the row of pivot k. */
    private final CompressedMatrix upper;
    /** Line q: rows of pivots that have an entry at position q. */
    private final CompressedMatrix upperByColumn;

    private final int[] tailRow;
    private final int[] tailColumn;
    private final DenseFactors tail;
    private final double[] tailWork;
    private final double work;

    BasisFactors(
            int size,
            int[] pivotRow,
            int[] pivotColumn,
            double[] pivotValue,
            CompressedMatrix lower,
            CompressedMatrix upper,
            int[] tailRow,
            int[] tailColumn,
            DenseFactors tail,
            double work) {
        this.work = work;
        this.pivotRow = pivotRow;
        this.pivotColumn = pivotColumn;
        this.pivotValue = pivotValue;
        this.lower = lower;
        this.upper = upper;
        lowerByRow = withRows(lower.transposed(size), pivotRow);
        upperByColumn = withRows(upper.transposed(size), pivotRow);
        this.tailRow = tailRow;
        this.tailColumn = tailColumn;
        this.tail = tail;
        tailWork = new double[tailRow.length];
    }

    /** Factors a basis; what to do where it is singular is up to the caller. */
    static EliminationRecord eliminate(CompressedMatrix basis) {
        EliminationRecord record = new EliminationRecord(basis.lines());
        new MarkowitzElimination(basis, record).run();
        return record;
    }

    private static CompressedMatrix withRows(CompressedMatrix byPivot, int[] pivotRow) {
        int[] index = byPivot.index();
        for (int p = 0; p < index.length; p++) {
            index[p] = pivotRow[index[p]];
        }
        return byPivot;
    }

    /** What the elimination has cost, in numbers that a solve would have read in the same time. */
    double work() {
        return work;
    }

    /**
     * Solves B x = b.
     *
     * @param b by row; destroyed
     * @param x by position; overwritten
     */
    void solve(double[] b, double[] x) {
        for (int k = 0; k < pivotRow.length; k++) {
            double known = b[pivotRow[k]];
            if (known != 0) {
                lower.addTo(b, k, -known);
            }
        }
        solveTail(b, x);
        for (int k = pivotRow.length - 1; k >= 0; k--) {
            double known = b[pivotRow[k]];
            if (known != 0) {
                known /= pivotValue[k];
                upperByColumn.addTo(b, pivotColumn[k], -known);
            }
            x[pivotColumn[k]] = known;
        }
    }

    private void solveTail(double[] b, double[] x) {
        boolean isZero = true;
        for (int i = 0; i < tailRow.length; i++) {
            tailWork[i] = b[tailRow[i]];
            isZero &= tailWork[i] == 0;
        }
        if (!isZero) {
            tail.solve(tailWork);
        }
        for (int i = 0; i < tailRow.length; i++) {
            x[tailColumn[i]] = tailWork[i];
            if (tailWork[i] != 0) {
                upperByColumn.addTo(b, tailColumn[i], -tailWork[i]);
            }
        }
    }

    /**
     * Solves Bᵀ y = c.
     *
     * @param c by position; destroyed
     * @param y by row; overwritten
     */
    void solveTransposed(double[] c, double[] y) {
        for (int k = 0; k < pivotRow.length; k++) {
            double known = c[pivotColumn[k]];
            if (known != 0) {
                known /= pivotValue[k];
                upper.addTo(c, k, -known);
            }
            y[pivotRow[k]] = known;
        }
        solveTailTransposed(c, y);
        for (int k = pivotRow.length - 1; k >= 0; k--) {
            double known = y[pivotRow[k]];
            if (known != 0) {
                lowerByRow.addTo(y, pivotRow[k], -known);
            }
        }
    }

    private void solveTailTransposed(double[] c, double[] y) {
        boolean isZero = true;
        for (int i = 0; i < tailRow.length; i++) {
            tailWork[i] = c[tailColumn[i]];
            isZero &= tailWork[i] == 0;
        }
        if (isZero) {
            Arrays.stream(tailRow).forEach(row -> y[row] = 0);
            return;
        }
        tail.solveTransposed(tailWork);
        for (int i = 0; i < tailRow.length; i++) {
            y[tailRow[i]] = tailWork[i];
        }
        for (int i = 0; i < tailRow.length; i++) {
            if (tailWork[i] != 0) {
                lowerByRow.addTo(y, tailRow[i], -tailWork[i]);
            }
        }
    }
}
