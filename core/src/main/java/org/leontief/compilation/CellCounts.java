package org.leontief.compilation;

import java.util.Arrays;
import java.util.BitSet;
import org.leontief.solve.SparseMatrix;

/**
 * How many positive and negative cells each row and column has, those apart that are bound to be 0: cells of one sign that are
 * to add up to 0. Taking them away may leave cells of one sign elsewhere, so it is repeated until nothing changes.
 */
final class CellCounts {

    /** Rows whose cells must all be 0. */
    final BitSet zeroRows = new BitSet();

    /** Columns whose cells must all be 0. */
    final BitSet zeroColumns = new BitSet();

    final int[] positiveInRow;
    final int[] negativeInRow;
    final int[] positiveInColumn;
    final int[] negativeInColumn;

    CellCounts(SignedCells cells, double[] rowTotals, double[] columnTotals) {
        positiveInRow = new int[cells.rows()];
        negativeInRow = new int[cells.rows()];
        positiveInColumn = new int[cells.columns()];
        negativeInColumn = new int[cells.columns()];
        boolean isChanged = true;
        while (isChanged) {
            count(cells);
            boolean rows = mark(zeroRows, positiveInRow, negativeInRow, rowTotals);
            boolean columns = mark(zeroColumns, positiveInColumn, negativeInColumn, columnTotals);
            isChanged = rows || columns;
        }
    }

    private void count(SignedCells cells) {
        count(cells.positive(), positiveInRow, positiveInColumn);
        count(cells.negative(), negativeInRow, negativeInColumn);
    }

    private void count(SparseMatrix part, int[] inRow, int[] inColumn) {
        Arrays.fill(inRow, 0);
        Arrays.fill(inColumn, 0);
        part.forEach((i, j, value) -> {
            if (!zeroRows.get(i) && !zeroColumns.get(j)) {
                inRow[i]++;
                inColumn[j]++;
            }
        });
    }

    private static boolean mark(BitSet zero, int[] positive, int[] negative, double[] totals) {
        boolean isChanged = false;
        for (int i = 0; i < totals.length; i++) {
            boolean isOfOneSign = (positive[i] > 0) != (negative[i] > 0);
            if (totals[i] == 0 && isOfOneSign && !zero.get(i)) {
                zero.set(i);
                isChanged = true;
            }
        }
        return isChanged;
    }

    /** Most cells that are added up for one total. */
    int longest() {
        int longest = 0;
        for (int i = 0; i < positiveInRow.length; i++) {
            longest = Math.max(longest, positiveInRow[i] + negativeInRow[i]);
        }
        for (int j = 0; j < positiveInColumn.length; j++) {
            longest = Math.max(longest, positiveInColumn[j] + negativeInColumn[j]);
        }
        return longest;
    }
}
