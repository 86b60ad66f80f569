package org.leontief.label;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.SparseMatrix;

/**
 * A matrix with names on both sides, and units along one of them: transactions, final demand by category, value added
 * by row, extensions, technical coefficients. Immutable.
 */
public final class LabelledMatrix {

    private final String name;
    private final Labels rows;
    private final Labels columns;
    private final Units rowUnits;
    private final SparseMatrix matrix;

    private LabelledMatrix(String name, Labels rows, Labels columns, Units rowUnits, SparseMatrix matrix) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.rowUnits = rowUnits;
        this.matrix = matrix;
    }

    /**
     * A matrix with names.
     *
     * @param name what the numbers are, for messages and headings: "Transactions"
     * @param rows names of the rows
     * @param columns names of the columns
     * @param rowUnits the unit of each row, or one for all
     * @param matrix rows.size() × columns.size()
     * @return the labelled matrix
     * @throws IllegalArgumentException if the shapes differ
     */
    public static LabelledMatrix of(String name, Labels rows, Labels columns, Units rowUnits, SparseMatrix matrix) {
        if (matrix.rows() != rows.size() || matrix.columns() != columns.size()) {
            throw new IllegalArgumentException(name + " is " + matrix.rows() + " × " + matrix.columns()
                    + " where there are " + rows.size() + " row labels and " + columns.size() + " column labels.");
        }
        rowUnits.requireSize(rows.size());
        return new LabelledMatrix(name, rows, columns, rowUnits, matrix);
    }

    /**
     * What the numbers are.
     *
     * @return the name given at creation
     */
    public String name() {
        return name;
    }

    /**
     * The names of the rows.
     *
     * @return the labels, in order
     */
    public Labels rows() {
        return rows;
    }

    /**
     * The names of the columns.
     *
     * @return the labels, in order
     */
    public Labels columns() {
        return columns;
    }

    /**
     * The units of the rows: every number of a row is in the row's unit.
     *
     * @return one for all or one for each row
     */
    public Units rowUnits() {
        return rowUnits;
    }

    /**
     * The numbers without the names.
     *
     * @return the matrix itself, which cannot be changed
     */
    public SparseMatrix matrix() {
        return matrix;
    }

    /**
     * One entry by name.
     *
     * @param row row name, or region and name as one text
     * @param column column name, or region and name as one text
     * @return the entry
     * @throws UnknownLabelException if there is no such name, with the nearest
     */
    public double of(String row, String column) {
        return matrix.get(rows.indexOf(row), columns.indexOf(column));
    }

    /**
     * One row as a vector over the columns.
     *
     * @param row row name
     * @return a vector named like the row, in the row's unit
     */
    public LabelledVector row(String row) {
        int place = rows.indexOf(row);
        double[] values = new double[columns.size()];
        for (int j = 0; j < values.length; j++) {
            values[j] = matrix.get(place, j);
        }
        return LabelledVector.of(rows.get(place).toString(), columns, Units.of(rowUnits.get(place)), values);
    }

    /**
     * Some of the columns.
     *
     * @param names which, each once, in the order that they shall have
     * @return a matrix of these columns alone
     * @throws UnknownLabelException if there is no such column, with the nearest
     */
    public LabelledMatrix withColumns(List<String> names) {
        int[] places = names.stream().mapToInt(columns::indexOf).toArray();
        Labels kept =
                Labels.ofLabels(Arrays.stream(places).mapToObj(columns::get).toList());
        return of(name, rows, kept, rowUnits, matrix.columns(places));
    }

    /**
     * One column as a vector over the rows.
     *
     * @param column column name
     * @return a vector named like the column, in the units of the rows
     */
    public LabelledVector column(String column) {
        int place = columns.indexOf(column);
        double[] values = new double[rows.size()];
        matrix.forEachInColumn(place, (i, j, v) -> values[i] = v);
        return LabelledVector.of(columns.get(place).toString(), rows, rowUnits, values);
    }

    /**
     * Rows and columns exchanged.
     *
     * @return columns × rows, under the same name and in the same unit
     * @throws IllegalStateException if the rows are in different units, which would be those of columns then
     */
    public LabelledMatrix transpose() {
        if (!rowUnits.isUniform()) {
            throw new IllegalStateException("'" + name + "' counts its rows in different units (" + rowUnits
                    + "), and units belong to rows: it cannot be transposed. Value it in one unit first.");
        }
        return of(name, columns, rows, Units.of(rowUnits.common()), matrix.transpose());
    }

    /**
     * Sums of the rows over all columns.
     *
     * @return a vector over the rows, in their units
     */
    public LabelledVector rowTotals() {
        return LabelledVector.of(name + ", row totals", rows, rowUnits, matrix.rowSums());
    }

    /**
     * Sums of the columns over all rows.
     *
     * @return a vector over the columns
     * @throws IllegalStateException if the rows are in different units
     */
    public LabelledVector columnTotals() {
        return LabelledVector.of(name + ", column totals", columns, Units.of(rowUnits.common()), matrix.columnSums());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelledMatrix that
                && name.equals(that.name)
                && rows.equals(that.rows)
                && columns.equals(that.columns)
                && rowUnits.equals(that.rowUnits)
                && matrix.equals(that.matrix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {rows, columns, matrix});
    }

    /** Name, unit and shape. */
    @Override
    public String toString() {
        return name + " (" + rowUnits + "), " + matrix;
    }
}
