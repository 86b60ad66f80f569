package org.leontief.optimisation;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where a simplex method stands: which columns and rows are basic, and at which bound the others are. As many are basic as
 * there are rows. Immutable.
 */
public final class Basis {

    /** How one column, or the slack of one row, stands. */
    public enum Place {
        /** Between its bounds, found from the others. */
        BASIC,
        /** At its lower bound. */
        LOWER,
        /** At its upper bound. */
        UPPER,
        /** Without bounds, at 0. */
        FREE
    }

    private final Place[] columns;
    private final Place[] rows;

    Basis(Place[] columns, Place[] rows) {
        this.columns = columns.clone();
        this.rows = rows.clone();
    }

    /**
     * A basis to start from, such as one that the structure of a programme suggests.
     *
     * @param columns how each column stands
     * @param rows how the value of each row stands
     * @return the basis; the arrays are copied
     * @throws IllegalArgumentException if not as many are basic as there are rows
     */
    public static Basis of(Place[] columns, Place[] rows) {
        long basic = Stream.of(columns, rows)
                .flatMap(Arrays::stream)
                .filter(place -> place == Place.BASIC)
                .count();
        if (basic != rows.length) {
            throw new IllegalArgumentException(
                    basic + " columns and rows are basic where there are " + rows.length + " rows.");
        }
        return new Basis(columns, rows);
    }

    /** The basis in which the value of every row is found from the columns, which are at their bounds. */
    static Basis ofSlacks(LinearProgramme programme) {
        Place[] columns = new Place[programme.columns()];
        Place[] rows = new Place[programme.rows()];
        Arrays.fill(columns, Place.LOWER);
        Arrays.fill(rows, Place.BASIC);
        return new Basis(columns, rows);
    }

    /** The same for columns in another order: for each the place of the column here. */
    Basis withColumns(int[] places) {
        return new Basis(Arrays.stream(places).mapToObj(place -> columns[place]).toArray(Place[]::new), rows);
    }

    /**
     * How a column stands.
     *
     * @param column its number, from 0
     * @return its place
     */
    public Place column(int column) {
        return columns[column];
    }

    /**
     * How the value of a row stands between the bounds of the row.
     *
     * @param row its number, from 0
     * @return its place
     */
    public Place row(int row) {
        return rows[row];
    }

    /**
     * How many columns.
     *
     * @return the columns of the programme
     */
    public int columns() {
        return columns.length;
    }

    /**
     * How many rows.
     *
     * @return the rows of the programme
     */
    public int rows() {
        return rows.length;
    }
}
