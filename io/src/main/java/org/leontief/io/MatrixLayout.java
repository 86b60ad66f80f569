package org.leontief.io;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Labels;

/**
 * Declares where a wide matrix file has its labels and units. Immutable; every call gives a new layout.
 *
 * <pre>{@code
 * MatrixLayout layout = MatrixLayout.withHeader().unit("million GBP");
 * MatrixLayout block = MatrixLayout.headerless(industries, industries).unit("million USD");
 * }</pre>
 */
public final class MatrixLayout {

    /** Where the labels are. */
    enum Form {
        HEADER,
        REGION_HEADERS,
        HEADERLESS
    }

    private final Form form;
    private final Labels rows;
    private final Labels columns;
    private final @Nullable String unit;
    private final @Nullable String unitColumn;
    private final @Nullable String name;

    private MatrixLayout(
            Form form,
            Labels rows,
            Labels columns,
            @Nullable String unit,
            @Nullable String unitColumn,
            @Nullable String name) {
        this.form = form;
        this.rows = rows;
        this.columns = columns;
        this.unit = unit;
        this.unitColumn = unitColumn;
        this.name = name;
    }

    /**
     * The first row holds the labels of the columns, the first column those of the rows; the corner cell is not read.
     *
     * @return a layout
     */
    public static MatrixLayout withHeader() {
        return new MatrixLayout(Form.HEADER, Labels.of(), Labels.of(), null, null, null);
    }

    /**
     * Nothing but numbers; the labels come from outside.
     *
     * @param rows labels of the rows, in order
     * @param columns labels of the columns, in order
     * @return a layout
     */
    public static MatrixLayout headerless(Labels rows, Labels columns) {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(columns, "columns");
        return new MatrixLayout(Form.HEADERLESS, rows, columns, null, null, null);
    }

    /**
     * Regions: the first row and the first column hold the region, the second row and the second column the name.
     *
     * @return a new layout
     * @throws IllegalStateException if the layout is headerless; its labels have their regions already
     */
    public MatrixLayout regionColumns() {
        if (form == Form.HEADERLESS) {
            throw new IllegalStateException(
                    "A file without headers has no columns with regions; give labels that have.");
        }
        return new MatrixLayout(Form.REGION_HEADERS, rows, columns, unit, unitColumn, name);
    }

    /**
     * One unit for all numbers.
     *
     * @param newUnit such as "million GBP"; "1" for pure numbers
     * @return a new layout
     */
    public MatrixLayout unit(String newUnit) {
        Objects.requireNonNull(newUnit, "newUnit");
        return new MatrixLayout(form, rows, columns, newUnit, null, name);
    }

    /**
     * A column that holds the unit of each row, anywhere after the labels.
     *
     * @param header its header
     * @return a new layout
     * @throws IllegalStateException if the layout is headerless
     */
    public MatrixLayout unitColumn(String header) {
        Objects.requireNonNull(header, "header");
        if (form == Form.HEADERLESS) {
            throw new IllegalStateException("A file without headers has no column '" + header + "'. Use unit.");
        }
        return new MatrixLayout(form, rows, columns, null, header, name);
    }

    /**
     * What the numbers are. Without this call: the name of the file.
     *
     * @param newName such as "Transactions"
     * @return a new layout
     */
    public MatrixLayout named(String newName) {
        Objects.requireNonNull(newName, "newName");
        return new MatrixLayout(form, rows, columns, unit, unitColumn, newName);
    }

    Form form() {
        return form;
    }

    Labels rows() {
        return rows;
    }

    Labels columns() {
        return columns;
    }

    @Nullable
    String unit() {
        return unit;
    }

    @Nullable
    String unitColumn() {
        return unitColumn;
    }

    @Nullable
    String name() {
        return name;
    }

    /** Where the labels are. */
    @Override
    public String toString() {
        return "Matrix layout " + form;
    }
}
