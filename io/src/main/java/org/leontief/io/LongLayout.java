package org.leontief.io;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Labels;

/**
 * What the columns of a file in long form are, one number to a row: from, to, value. Immutable; every call gives a new
 * layout.
 *
 * <pre>{@code
 * LongLayout layout = LongLayout.withColumns("row", "col", "value")
 *         .square()
 *         .unit("kg");
 * }</pre>
 */
public final class LongLayout {

    /** Whose labels the two sides have. */
    enum Sides {
        SEPARATE,
        ONE_SET
    }

    /** What a column can be, with the header that it has unless the layout declares another. */
    enum Part {
        FROM("from"),
        TO("to"),
        FROM_REGION("from_region"),
        TO_REGION("to_region"),
        UNIT("unit"),
        VALUE("value");

        private final String usualHeader;

        Part(String usualHeader) {
            this.usualHeader = usualHeader;
        }

        String usualHeader() {
            return usualHeader;
        }
    }

    private static final LongLayout DEFAULTS =
            new LongLayout(Map.of(), List.of(), null, null, null, Sides.SEPARATE, null);

    private final Map<Part, String> declared;
    private final List<String> ignored;
    private final @Nullable String unit;
    private final @Nullable Labels rows;
    private final @Nullable Labels columns;
    private final Sides sides;
    private final @Nullable String name;

    private LongLayout(
            Map<Part, String> declared,
            List<String> ignored,
            @Nullable String unit,
            @Nullable Labels rows,
            @Nullable Labels columns,
            Sides sides,
            @Nullable String name) {
        this.declared = declared;
        this.ignored = ignored;
        this.unit = unit;
        this.rows = rows;
        this.columns = columns;
        this.sides = sides;
        this.name = name;
    }

    /**
     * The layout that {@link LongCsv#write} writes: columns {@code from}, {@code to} and one for the numbers; where the
     * file has them also {@code from_region}, {@code to_region} and {@code unit} (of the row's label).
     *
     * @return the library's own layout
     */
    public static LongLayout defaults() {
        return DEFAULTS;
    }

    /**
     * Other headers.
     *
     * @param from header of the labels of the matrix rows
     * @param to header of the labels of the matrix columns
     * @param value header of the numbers
     * @return a layout
     */
    public static LongLayout withColumns(String from, String to, String value) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(value, "value");
        return DEFAULTS.with(Map.of(Part.FROM, from, Part.TO, to, Part.VALUE, value));
    }

    /**
     * Regions: columns that the file must have, under whatever headers.
     *
     * @param from header of the regions of the matrix rows
     * @param to header of the regions of the matrix columns
     * @return a new layout
     */
    public LongLayout regionColumns(String from, String to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return with(Map.of(Part.FROM_REGION, from, Part.TO_REGION, to));
    }

    /**
     * Units: a column that the file must have, under whatever header.
     *
     * @param header of the column with the unit of each number's row label
     * @return a new layout
     */
    public LongLayout unitColumn(String header) {
        Objects.requireNonNull(header, "header");
        return with(Map.of(Part.UNIT, header));
    }

    /**
     * Columns that are there and not to be read.
     *
     * @param names their headers
     * @return a new layout
     */
    public LongLayout ignoreColumns(String... names) {
        Objects.requireNonNull(names, "names");
        return new LongLayout(declared, List.of(names), unit, rows, columns, sides, name);
    }

    /**
     * One unit for all numbers of a file that has no unit column.
     *
     * @param newUnit such as "million EUR"
     * @return a new layout
     */
    public LongLayout unit(String newUnit) {
        Objects.requireNonNull(newUnit, "newUnit");
        return new LongLayout(declared, ignored, newUnit, rows, columns, sides, name);
    }

    /**
     * The labels of the matrix rows, where they are known: their order, also those without a number; any other label is an
     * error. Without this call: those of the file, in order of first appearance.
     *
     * @param labels the labels
     * @return a new layout
     */
    public LongLayout rows(Labels labels) {
        Objects.requireNonNull(labels, "labels");
        return new LongLayout(declared, ignored, unit, labels, columns, sides, name);
    }

    /**
     * The labels of the matrix columns, where they are known: their order, also those without a number; any other label is
     * an error. Without this call: those of the file, in order of first appearance.
     *
     * @param labels the labels
     * @return a new layout
     * @throws IllegalArgumentException if the layout is square
     */
    public LongLayout columns(Labels labels) {
        Objects.requireNonNull(labels, "labels");
        requireOneWay(labels, sides);
        return new LongLayout(declared, ignored, unit, rows, labels, sides, name);
    }

    /**
     * Rows and columns have the same labels: those given with {@link #rows}, or else those of both columns of the file, in
     * order of first appearance.
     *
     * @return a new layout
     * @throws IllegalArgumentException if labels of the columns were given
     */
    public LongLayout square() {
        requireOneWay(columns, Sides.ONE_SET);
        return new LongLayout(declared, ignored, unit, rows, null, Sides.ONE_SET, name);
    }

    /**
     * What the numbers are. Without this call: the header above them, or the file's name if that is only "value".
     *
     * @param newName such as "Technical coefficients"
     * @return a new layout
     */
    public LongLayout named(String newName) {
        Objects.requireNonNull(newName, "newName");
        return new LongLayout(declared, ignored, unit, rows, columns, sides, newName);
    }

    private static void requireOneWay(@Nullable Labels columns, Sides sides) {
        if (columns != null && sides == Sides.ONE_SET) {
            throw new IllegalArgumentException(
                    "In a square layout the columns have the labels of the rows; give those with rows, and no others.");
        }
    }

    private LongLayout with(Map<Part, String> headers) {
        Map<Part, String> all = new EnumMap<>(Part.class);
        all.putAll(declared);
        all.putAll(headers);
        return new LongLayout(Collections.unmodifiableMap(all), ignored, unit, rows, columns, sides, name);
    }

    boolean isDeclared(Part part) {
        return declared.containsKey(part);
    }

    String header(Part part) {
        return declared.getOrDefault(part, part.usualHeader());
    }

    List<String> ignored() {
        return ignored;
    }

    @Nullable
    String unit() {
        return unit;
    }

    @Nullable
    String name() {
        return name;
    }

    LabelPlaces rowPlaces() {
        return rows == null ? LabelPlaces.asTheyCome() : LabelPlaces.of(rows);
    }

    LabelPlaces columnPlaces(LabelPlaces rowPlaces) {
        if (sides == Sides.ONE_SET) {
            return rowPlaces;
        }
        return columns == null ? LabelPlaces.asTheyCome() : LabelPlaces.of(columns);
    }

    /** The headers of labels and numbers. */
    @Override
    public String toString() {
        return "Long form with columns " + header(Part.FROM) + ", " + header(Part.TO) + ", " + header(Part.VALUE);
    }
}
