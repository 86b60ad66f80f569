package org.leontief.compilation;

import java.util.List;
import java.util.Locale;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/**
 * Why no matrix that keeps the zeros and the signs of a prior can have the totals asked for, in one of six ways. Each is a
 * proof: whoever adds up the totals named here finds the amount.
 *
 * @param kind the way
 * @param rows the rows it concerns
 * @param columns the columns it concerns
 * @param asked the total asked for; {@link Kind#TOTALS_DIFFER}: the sum of the row totals, {@link
 *     Kind#USE_DIFFERS_FROM_SUPPLY}: of those of use
 * @param possible the most, or the least, that can be reached; {@link Kind#TOTALS_DIFFER}: the sum of the column totals,
 *     {@link Kind#USE_DIFFERS_FROM_SUPPLY}: of those of supply
 * @param unit the unit of both
 */
public record MarginConflict(
        Kind kind, List<Label> rows, List<Label> columns, double asked, double possible, String unit) {

    /** In which way. */
    public enum Kind {
        /** The row totals add up to something else than the column totals. */
        TOTALS_DIFFER,
        /** The totals of all uses add up to something else than those of all supplies. */
        USE_DIFFERS_FROM_SUPPLY,
        /** A row or a column has a total other than 0 and no cell, or none that may be other than 0. */
        NO_CELLS,
        /** A total is negative where no cell is, or positive where all cells are negative. */
        WRONG_SIGN,
        /**
         * The rows have their positive cells in these columns only, and the columns their negative cells in these rows only,
         * so that the rows cannot add up to more than the columns; but they are to.
         */
        ROWS_EXCEED_COLUMNS,
        /** The same with rows and columns exchanged. */
        COLUMNS_EXCEED_ROWS
    }

    /**
     * Copies the labels.
     *
     * @param kind as above
     * @param rows as above
     * @param columns as above
     * @param asked as above
     * @param possible as above
     * @param unit as above
     */
    public MarginConflict {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * How much has to give way.
     *
     * @return |asked − possible|
     */
    public double amount() {
        return Math.abs(asked - possible);
    }

    /** A sentence with the labels, both numbers and the likely mend. */
    @Override
    public String toString() {
        return switch (kind) {
            case TOTALS_DIFFER ->
                "The row totals add up to " + number(asked) + " and the column totals to "
                        + number(possible) + ", a difference of " + number(amount()) + " " + unit
                        + ". Both must be the total of the matrix; BalancingOptions.withMargins moves one to the other.";
            case USE_DIFFERS_FROM_SUPPLY ->
                "The totals of use add up to " + number(asked) + " and those of supply, with"
                        + " imports, to " + number(possible) + ", a difference of " + number(amount()) + " " + unit
                        + ". What is used must have been supplied; BalancingOptions.withMargins(ADJUST_COLUMN_TOTALS) moves both"
                        + " towards each other.";
            case NO_CELLS ->
                "The total of " + line() + " is " + number(asked) + " " + unit
                        + ", but no cell of it can be other than 0. Give the prior a cell where the flow is to be,"
                        + " however small, or make the total 0.";
            case WRONG_SIGN ->
                "The total of " + line() + " is " + number(asked) + " " + unit + ", but all of its cells are "
                        + (asked < 0 ? "positive" : "negative") + ", and cells keep their sign.";
            case ROWS_EXCEED_COLUMNS -> exceeding("rows", rows, "columns", columns);
            case COLUMNS_EXCEED_ROWS -> exceeding("columns", columns, "rows", rows);
        };
    }

    private String exceeding(String side, List<Label> those, String otherSide, List<Label> others) {
        return "The " + side + " " + names(those) + " are to add up to " + number(asked) + " " + unit
                + ", but they have"
                + " their positive cells only in the " + otherSide + " " + names(others) + ", which add up to "
                + number(possible) + " " + unit + ": " + number(amount()) + " too much.";
    }

    private String line() {
        return rows.isEmpty() ? "column " + names(columns) : "row " + names(rows);
    }

    private static String names(List<Label> labels) {
        return labels.isEmpty() ? "(none)" : "'" + Labels.ofLabels(labels) + "'";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 0.1 && Math.abs(value) < 1e15 ? "%,.4f" : "%.6g", value);
    }
}
