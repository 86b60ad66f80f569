package org.leontief.compilation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The cells that the totals force to 0: whole rows and columns, and cells that lead into a group which is full without them. */
final class ZeroCells {

    /** Rows whose cells are all 0. */
    final BitSet rows = new BitSet();

    /** Columns whose cells are all 0. */
    final BitSet columns = new BitSet();

    private final int rowCount;
    private final List<int[]> levels = new ArrayList<>();

    ZeroCells(int rowCount) {
        this.rowCount = rowCount;
    }

    /**
     * Adds the cells between different levels.
     *
     * @param levelOfNode of the rows, then of the columns
     */
    void addLevels(int[] levelOfNode) {
        levels.add(levelOfNode);
    }

    boolean contains(int i, int j) {
        if (rows.get(i) || columns.get(j)) {
            return true;
        }
        for (int[] level : levels) {
            if (level[i] != level[rowCount + j]) {
                return true;
            }
        }
        return false;
    }
}
