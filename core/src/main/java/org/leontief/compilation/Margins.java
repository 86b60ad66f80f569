package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.AccurateSum;

/**
 * The totals that a matrix is to have, in the order of its rows and columns, and what is wrong with them before anything is
 * computed.
 */
final class Margins {

    private final Labels rows;
    private final Labels columns;
    private final double[] rowTotals;
    private final double[] columnTotals;
    private final String unit;

    /** Keeps the arrays; nobody writes to them afterwards. */
    Margins(Labels rows, Labels columns, double[] rowTotals, double[] columnTotals, String unit) {
        this.rows = rows;
        this.columns = columns;
        this.rowTotals = rowTotals;
        this.columnTotals = columnTotals;
        this.unit = unit;
    }

    Labels rows() {
        return rows;
    }

    Labels columns() {
        return columns;
    }

    /** u. */
    double[] rowTotals() {
        return rowTotals;
    }

    /** v. */
    double[] columnTotals() {
        return columnTotals;
    }

    String unit() {
        return unit;
    }

    /** Joins totals to a prior by label. */
    static Margins of(LabelledMatrix prior, LabelledVector rowTotals, LabelledVector columnTotals) {
        String unit = unitOf(prior);
        return new Margins(
                prior.rows(),
                prior.columns(),
                rowTotals.alignedTo(prior.rows(), Units.of(unit)).toArray(),
                columnTotals.alignedTo(prior.columns(), Units.of(unit)).toArray(),
                unit);
    }

    /** The one unit of a matrix whose columns can be added up. */
    static String unitOf(LabelledMatrix prior) {
        if (!prior.rowUnits().isUniform()) {
            throw new IllegalArgumentException(
                    "The rows of '" + prior.name() + "' are in different units (" + prior.rowUnits()
                            + "), so its columns have no totals. Value it in one unit first, at prices say.");
        }
        return prior.rowUnits().common();
    }

    /**
     * These totals with both sums alike, as the policy says. Differences up to the tolerance are spread over the side whose totals
     * are larger in absolute value.
     *
     * @param notes receives what was moved, unless no more than the rounding of the sums
     * @throws InfeasibleMarginsException if the sums differ and the policy is to refuse that
     */
    Margins reconciled(String name, BalancingOptions options, List<String> notes) {
        double rowSum = sum(rowTotals, false);
        double columnSum = sum(columnTotals, false);
        double difference = rowSum - columnSum;
        double rowSize = sum(rowTotals, true);
        double columnSize = sum(columnTotals, true);
        double size = Math.max(rowSize, columnSize);
        double rounding = (rowTotals.length + columnTotals.length) * 0x1p-53 * size;
        if (difference == 0) {
            return this;
        }
        boolean isWithin = Math.abs(difference) <= Math.max(options.tolerance() * size, rounding);
        boolean isRows = isWithin ? rowSize >= columnSize : options.margins() == MarginPolicy.ADJUST_ROW_TOTALS;
        if (!isWithin && (options.margins() == MarginPolicy.REFUSE || (isRows ? rowSize : columnSize) == 0)) {
            throw new InfeasibleMarginsException(
                    name,
                    List.of(new MarginConflict(
                            MarginConflict.Kind.TOTALS_DIFFER,
                            rows.asList(),
                            columns.asList(),
                            rowSum,
                            columnSum,
                            unit)));
        }
        if (Math.abs(difference) > rounding) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The %s totals were moved by %.6g %s in all, %.3g of their absolute sum, to add up to that of the"
                            + " %ss%s.",
                    isRows ? "row" : "column",
                    isRows ? -difference : difference,
                    unit,
                    (isRows ? -difference : difference) / (isRows ? rowSize : columnSize),
                    isRows ? "column" : "row",
                    isWithin ? "; the tolerance allows that" : ""));
        }
        return isRows
                ? withRows(moved(rowTotals, -difference, rowSize))
                : withColumns(moved(columnTotals, difference, columnSize));
    }

    private Margins withRows(double[] totals) {
        return new Margins(rows, columns, totals, columnTotals, unit);
    }

    private Margins withColumns(double[] totals) {
        return new Margins(rows, columns, rowTotals, totals, unit);
    }

    private static double[] moved(double[] totals, double by, double size) {
        double[] moved = totals.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * (Math.abs(totals[i]) / size);
        }
        return moved;
    }

    private static double sum(double[] totals, boolean absolute) {
        AccurateSum sum = new AccurateSum();
        for (double total : totals) {
            sum.add(absolute ? Math.abs(total) : total);
        }
        return sum.value();
    }

    /** Rows and columns that cannot reach their totals whatever the others do. */
    List<MarginConflict> conflicts(CellCounts counts) {
        List<MarginConflict> conflicts = new ArrayList<>();
        for (int i = 0; i < rowTotals.length; i++) {
            MarginConflict.Kind kind = conflict(rowTotals[i], counts.positiveInRow[i], counts.negativeInRow[i]);
            if (kind != null) {
                conflicts.add(new MarginConflict(kind, List.of(rows.get(i)), List.of(), rowTotals[i], 0, unit));
            }
        }
        for (int j = 0; j < columnTotals.length; j++) {
            MarginConflict.Kind kind =
                    conflict(columnTotals[j], counts.positiveInColumn[j], counts.negativeInColumn[j]);
            if (kind != null) {
                conflicts.add(new MarginConflict(kind, List.of(), List.of(columns.get(j)), columnTotals[j], 0, unit));
            }
        }
        return conflicts;
    }

    private static MarginConflict.@Nullable Kind conflict(double total, int positive, int negative) {
        if (total == 0 || (total > 0 ? positive : negative) > 0) {
            return null;
        }
        return positive + negative == 0 ? MarginConflict.Kind.NO_CELLS : MarginConflict.Kind.WRONG_SIGN;
    }
}
