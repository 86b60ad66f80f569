package org.leontief.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.io.TableForm.ColumnRole;
import org.leontief.io.TableForm.RowRole;
import org.leontief.io.TableForm.Totals;
import org.leontief.table.TotalsPolicy;

/**
 * Declares which columns and rows of a wide table are what. Immutable; every call gives a new layout.
 *
 * <pre>{@code
 * TableLayout layout = TableLayout.withHeader()
 *         .unit("million EUR")
 *         .finalDemand("Households", "Government", "Exports")
 *         .valueAdded("Imports", "Wages", "Operating surplus")
 *         .extension("Employment", "thousand persons")
 *         .statedOutputColumn("Total use")
 *         .ignoreColumns("Intermediate use")
 *         .ignoreRows("Intermediate consumption", "Gross value added");
 * }</pre>
 *
 * <p>Every row and every column that is not named is a sector, and rows and columns must name the same sectors, in
 * whatever order; the order of the columns counts. Value added and extensions are read for sectors only. Where a table has
 * regions, a name without a region means the column or row of that name in every region, and {@code "DEU / Wages"} means
 * one.
 */
public final class TableLayout {

    /** Where the table stands. */
    private record Frame(int labelColumns, String sheet, int rowsAbove) {

        static final Frame PLAIN = new Frame(1, "", 0);

        Frame withLabelColumns(int count) {
            return new Frame(count, sheet, rowsAbove);
        }
    }

    private static final TableLayout EMPTY =
            new TableLayout(Frame.PLAIN, null, Map.of(), Map.of(), Map.of(), Totals.DEFAULT);

    private final Frame frame;
    private final @Nullable String unit;
    private final Map<String, ColumnRole> columns;
    private final Map<String, RowRole> rows;
    private final Map<String, String> extensionUnits;
    private final Totals totals;

    private TableLayout(
            Frame frame,
            @Nullable String unit,
            Map<String, ColumnRole> columns,
            Map<String, RowRole> rows,
            Map<String, String> extensionUnits,
            Totals totals) {
        this.frame = frame;
        this.unit = unit;
        this.columns = columns;
        this.rows = rows;
        this.extensionUnits = extensionUnits;
        this.totals = totals;
    }

    /**
     * A file whose first row names the columns and whose first column names the rows; all are sectors until named
     * otherwise.
     *
     * @return a layout
     */
    public static TableLayout withHeader() {
        return EMPTY;
    }

    /**
     * Regions: the first row and the first column hold the region, the second row and the second column the name.
     *
     * @return a new layout
     */
    public TableLayout regionColumns() {
        return new TableLayout(frame.withLabelColumns(2), unit, columns, rows, extensionUnits, totals);
    }

    /**
     * The sheet of an Excel workbook (.xlsx) that the table is on. Without this call: the first.
     *
     * @param name as it stands on the tab
     * @return a new layout
     */
    public TableLayout sheet(String name) {
        Objects.requireNonNull(name, "name");
        return new TableLayout(
                new Frame(frame.labelColumns(), name, frame.rowsAbove()), unit, columns, rows, extensionUnits, totals);
    }

    /**
     * Rows above the header, such as titles, which are not read.
     *
     * @param count how many lines of the file, or rows of the sheet, blank ones included
     * @return a new layout
     * @throws IllegalArgumentException if it is negative
     */
    public TableLayout rowsAbove(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("There cannot be " + count + " rows above the header; 0 or more.");
        }
        return new TableLayout(
                new Frame(frame.labelColumns(), frame.sheet(), count), unit, columns, rows, extensionUnits, totals);
    }

    /**
     * One unit for sectors and value added.
     *
     * @param newUnit such as "million EUR"
     * @return a new layout
     * @throws IllegalArgumentException if a column of units was declared
     */
    public TableLayout unit(String newUnit) {
        Objects.requireNonNull(newUnit, "newUnit");
        if (columns.containsValue(ColumnRole.UNIT)) {
            throw new IllegalArgumentException("The layout has a column of units already; '" + newUnit
                    + "' cannot be the one unit of all as well.");
        }
        return new TableLayout(frame, newUnit, columns, rows, extensionUnits, totals);
    }

    /**
     * A column that holds the unit of each row, in place of one unit for all.
     *
     * @param column its header
     * @return a new layout
     * @throws IllegalArgumentException if a unit was declared already
     */
    public TableLayout unitColumn(String column) {
        Objects.requireNonNull(column, "column");
        if (unit != null || columns.containsValue(ColumnRole.UNIT)) {
            throw new IllegalArgumentException(
                    "The units are declared already; '" + column + "' cannot be the column of units as well.");
        }
        return withColumns(ColumnRole.UNIT, column);
    }

    /**
     * Columns of final demand. Their order is that of the file.
     *
     * @param categories their headers
     * @return a new layout
     */
    public TableLayout finalDemand(String... categories) {
        Objects.requireNonNull(categories, "categories");
        return withColumns(ColumnRole.FINAL_DEMAND, categories);
    }

    /**
     * Rows of value added or other primary inputs. Their order is that of the file.
     *
     * @param names their labels
     * @return a new layout
     */
    public TableLayout valueAdded(String... names) {
        Objects.requireNonNull(names, "names");
        return withRows(RowRole.VALUE_ADDED, names);
    }

    /**
     * A row that is an extension.
     *
     * @param name its label
     * @param unitOfExtension such as "thousand persons"
     * @return a new layout
     */
    public TableLayout extension(String name, String unitOfExtension) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unitOfExtension, "unitOfExtension");
        Map<String, String> units = new LinkedHashMap<>(extensionUnits);
        units.put(name, unitOfExtension);
        return new TableLayout(
                frame, unit, columns, added(rows, RowRole.EXTENSION, name), Collections.unmodifiableMap(units), totals);
    }

    /**
     * Rows that are extensions, in a file with a {@link #unitColumn}.
     *
     * @param names their labels
     * @return a new layout
     */
    public TableLayout extensions(String... names) {
        Objects.requireNonNull(names, "names");
        return withRows(RowRole.EXTENSION, names);
    }

    /**
     * A column with gross output as the source states it.
     *
     * @param column its header
     * @return a new layout
     * @throws IllegalArgumentException if stated output was declared already
     */
    public TableLayout statedOutputColumn(String column) {
        Objects.requireNonNull(column, "column");
        requireNoStatedOutput(column);
        return withColumns(ColumnRole.STATED_OUTPUT, column);
    }

    /**
     * A row with gross output as the source states it.
     *
     * @param row its label
     * @return a new layout
     * @throws IllegalArgumentException if stated output was declared already
     */
    public TableLayout statedOutputRow(String row) {
        Objects.requireNonNull(row, "row");
        requireNoStatedOutput(row);
        return withRows(RowRole.STATED_OUTPUT, row);
    }

    /**
     * Columns that are not to be read: totals, notes.
     *
     * @param names their headers; {@code ""} for columns without one
     * @return a new layout
     */
    public TableLayout ignoreColumns(String... names) {
        Objects.requireNonNull(names, "names");
        return withColumns(ColumnRole.IGNORED, names);
    }

    /**
     * Rows that are not to be read: totals, notes.
     *
     * @param names their labels; {@code ""} for rows without one
     * @return a new layout
     */
    public TableLayout ignoreRows(String... names) {
        Objects.requireNonNull(names, "names");
        return withRows(RowRole.IGNORED, names);
    }

    /**
     * What to do where a stated output differs from what the row adds up to. Without this call: an error beyond one
     * millionth.
     *
     * @param policy which of the two counts
     * @param tolerance largest difference relative to the larger of the two, at least 0
     * @return a new layout
     */
    public TableLayout totals(TotalsPolicy policy, double tolerance) {
        Objects.requireNonNull(policy, "policy");
        return new TableLayout(frame, unit, columns, rows, extensionUnits, new Totals(policy, tolerance));
    }

    private TableLayout withColumns(ColumnRole role, String... names) {
        return new TableLayout(frame, unit, added(columns, role, names), rows, extensionUnits, totals);
    }

    private TableLayout withRows(RowRole role, String... names) {
        return new TableLayout(frame, unit, columns, added(rows, role, names), extensionUnits, totals);
    }

    private void requireNoStatedOutput(String name) {
        if (columns.containsValue(ColumnRole.STATED_OUTPUT) || rows.containsValue(RowRole.STATED_OUTPUT)) {
            throw new IllegalArgumentException(
                    "Stated output is declared already; '" + name + "' cannot be it as well. Ignore one of the two.");
        }
    }

    private static <R> Map<String, R> added(Map<String, R> roles, R role, String... names) {
        Map<String, R> all = new LinkedHashMap<>(roles);
        for (String name : names) {
            R earlier = all.putIfAbsent(name, role);
            if (earlier != null) {
                throw new IllegalArgumentException("'" + name + "' is declared twice, as " + earlier + " and as " + role
                        + "; it can be only one of them.");
            }
        }
        return Collections.unmodifiableMap(all);
    }

    int labelColumns() {
        return frame.labelColumns();
    }

    String sheet() {
        return frame.sheet();
    }

    int rowsAbove() {
        return frame.rowsAbove();
    }

    @Nullable
    String unit() {
        return unit;
    }

    Map<String, ColumnRole> columns() {
        return columns;
    }

    Map<String, RowRole> rows() {
        return rows;
    }

    /** The unit that the layout itself gives an extension, or null. */
    @Nullable
    String extensionUnit(String name) {
        return extensionUnits.get(name);
    }

    Totals totals() {
        return totals;
    }

    /** What is declared. */
    @Override
    public String toString() {
        return "Table layout: columns " + columns + ", rows " + rows + "; all others are sectors";
    }
}
