package org.leontief.compilation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.SparseMatrix;

/**
 * Looks for rows that are to add up to more than the columns they reach.
 *
 * <p>A group of rows I and columns J is closed if the positive cells of I stand in J only and the negative cells of J in I only.
 * Then Σ_I u ≤ Σ_J v for every matrix with this pattern, and if the totals asked for say otherwise, there is no such
 * matrix: D. Gale, "A theorem on flows in networks", Pacific J. Math. 7 (1957), with a positive cell as an arc from row to column
 * and a negative one as an arc back. If there is no solution the multipliers of one such group grow without limit while
 * those of the rest fall behind (F. Pukelsheim, "Biproportional scaling of matrices and the iterative proportional fitting
 * procedure", Annals of Operations Research 215 (2014), for RAS). So rows are tried in the order in which their multipliers
 * grow, each with all it reaches: one pass over the cells for all groups of that order. What is found is proved by adding up.
 */
final class ClosedGroups {

    /** Relative to the largest total of a group: below this its totals do not say whether anything is left over. */
    private static final double ROUNDING = 0x1p-50;

    private final Margins margins;
    private final double[] rowTotals;
    private final double[] columnTotals;
    /** Column i holds the columns of the prior in which row i has positive cells. */
    private final SparseMatrix columnsOfRow;
    /** Column j holds the rows that have a negative cell in column j. */
    private final SparseMatrix rowsOfColumn;

    /** Rows by their number, then columns by theirs and the number of rows, in the order in which they were reached. */
    private final int[] reached;

    private final BitSet isReached;
    private final int[] level;
    private int levels;
    private int bestCount;

    /**
     * Looks at all groups of one order.
     *
     * @param rowDrift by what r was last multiplied
     * @param columnDrift by what s was last multiplied
     */
    ClosedGroups(SignedCells cells, Margins margins, double[] rowDrift, double[] columnDrift) {
        this.margins = margins;
        rowTotals = margins.rowTotals();
        columnTotals = margins.columnTotals();
        columnsOfRow = cells.positive().transpose();
        rowsOfColumn = cells.negative();
        int nodes = rowTotals.length + columnTotals.length;
        reached = new int[nodes];
        isReached = new BitSet(nodes);
        level = new int[nodes];
        look(rowDrift, columnDrift);
    }

    private void look(double[] rowDrift, double[] columnDrift) {
        int m = rowTotals.length;
        int nodes = reached.length;
        double[] growth = new double[nodes];
        IntStream.range(0, nodes).forEach(node -> growth[node] = node < m ? rowDrift[node] : 1 / columnDrift[node - m]);
        List<Integer> sources = IntStream.range(0, nodes)
                .filter(node -> supply(node) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer node) -> growth[node])
                        .reversed())
                .toList();
        AccurateSum excess = new AccurateSum();
        double best = 0;
        double largest = 0;
        int count = 0;
        for (int source : sources) {
            int from = count;
            count = reach(source, count);
            for (int k = from; k < count; k++) {
                level[reached[k]] = levels;
                excess.add(supply(reached[k]));
                largest = Math.max(largest, Math.abs(supply(reached[k])));
            }
            if (excess.value() > best) {
                best = excess.value();
                bestCount = count;
            }
            if (Math.abs(excess.value()) <= ROUNDING * largest) {
                levels++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (!isReached.get(node)) {
                level[node] = levels;
            }
        }
    }

    /**
     * The cells that must be 0 because a group is full without them: its rows add up to just what its columns take, so that
     * nothing can come in from rows outside.
     *
     * @return a level for each row, then for each column: a cell between different levels is 0
     */
    int[] levels() {
        return level.clone();
    }

    /** Whether there are such cells. */
    boolean leavesCellsEmpty(SignedCells cells) {
        boolean[] isAny = {false};
        SparseMatrix.EntryConsumer compare = (i, j, value) -> isAny[0] |= level[i] != level[rowTotals.length + j];
        cells.positive().forEach(compare);
        cells.negative().forEach(compare);
        return isAny[0];
    }

    /** The group with the largest excess among those looked at; empty if rounding of the totals could explain it. */
    Optional<MarginConflict> conflict() {
        return proved(reached, bestCount, margins.unit());
    }

    /** u of a row; −v of a column. */
    private double supply(int node) {
        return node < rowTotals.length ? rowTotals[node] : -columnTotals[node - rowTotals.length];
    }

    /** Adds a node and all that can be reached from it to the list; returns its new length. */
    private int reach(int start, int count) {
        if (isReached.get(start)) {
            return count;
        }
        int m = rowTotals.length;
        int[] end = {count};
        isReached.set(start);
        reached[end[0]++] = start;
        for (int next = count; next < end[0]; next++) {
            int node = reached[next];
            SparseMatrix arcs = node < m ? columnsOfRow : rowsOfColumn;
            int offset = node < m ? m : 0;
            arcs.forEachInColumn(node < m ? node : node - m, (to, from, value) -> {
                if (!isReached.get(to + offset)) {
                    isReached.set(to + offset);
                    reached[end[0]++] = to + offset;
                }
            });
        }
        return end[0];
    }

    /** Adds up the totals of the first so many nodes of a list: rows by their number, columns by theirs and that of rows. */
    private Optional<MarginConflict> proved(int[] nodes, int count, String unit) {
        BitSet inside = new BitSet();
        for (int k = 0; k < count; k++) {
            inside.set(nodes[k]);
        }
        Side rowSide = new Side(margins.rows(), rowTotals, inside, 0);
        Side columnSide = new Side(margins.columns(), columnTotals, inside, rowTotals.length);
        double imbalance = Math.abs(rowSide.all() - columnSide.all());
        double excess = rowSide.inside() - columnSide.inside();
        // Totals that do not agree exactly among themselves leave a little in every group that is all there is.
        double size = rowSide.size() + columnSide.size();
        if (excess <= 2 * imbalance + 8 * 0x1p-53 * size) {
            return Optional.empty();
        }
        boolean isInsideShorter = 2 * count <= nodes.length;
        return Optional.of(
                isInsideShorter
                        ? new MarginConflict(
                                MarginConflict.Kind.ROWS_EXCEED_COLUMNS,
                                rowSide.labels(true),
                                columnSide.labels(true),
                                rowSide.inside(),
                                columnSide.inside(),
                                unit)
                        : new MarginConflict(
                                MarginConflict.Kind.COLUMNS_EXCEED_ROWS,
                                rowSide.labels(false),
                                columnSide.labels(false),
                                columnSide.all() - columnSide.inside(),
                                rowSide.all() - rowSide.inside(),
                                unit));
    }

    /** Rows, or columns, inside and outside a group. */
    private static final class Side {
        private final Labels names;
        private final double[] totals;
        private final BitSet group;
        private final int offset;

        Side(Labels names, double[] totals, BitSet group, int offset) {
            this.names = names;
            this.totals = totals;
            this.group = group;
            this.offset = offset;
        }

        double inside() {
            return sum(true, false);
        }

        double all() {
            return sum(true, false) + sum(false, false);
        }

        /** Sum of the absolute totals inside. */
        double size() {
            return sum(true, true);
        }

        private double sum(boolean isInside, boolean absolute) {
            AccurateSum sum = new AccurateSum();
            for (int i = 0; i < totals.length; i++) {
                if (group.get(offset + i) == isInside) {
                    sum.add(absolute ? Math.abs(totals[i]) : totals[i]);
                }
            }
            return sum.value();
        }

        List<Label> labels(boolean isInside) {
            List<Label> labels = new ArrayList<>();
            for (int i = 0; i < totals.length; i++) {
                if (group.get(offset + i) == isInside) {
                    labels.add(names.get(i));
                }
            }
            return labels;
        }
    }
}
