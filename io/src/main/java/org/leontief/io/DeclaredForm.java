package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/** A wide table whose columns and rows a {@link TableLayout} declares. */
final class DeclaredForm implements TableForm {

    private static final String TITLE_FOR_HEADER =
            "This row names no column at all. Maybe titles stand above the header? See rowsAbove of the layout";

    private final TableLayout layout;
    private final int nameColumn;
    private int unitColumn = -1;
    private int width;
    private final Set<String> rowsMet = new HashSet<>();
    private final Set<Label> rowLabels = new LinkedHashSet<>();

    DeclaredForm(TableLayout layout) {
        if (layout.unit() == null && !layout.columns().containsValue(ColumnRole.UNIT)) {
            throw new IllegalArgumentException("The layout names no unit. Call TableLayout.unit(\"million EUR\"), or"
                    + " unitColumn if the file has a column with units.");
        }
        this.layout = layout;
        nameColumn = layout.labelColumns() - 1;
    }

    @Override
    public List<Column> readHeader(CsvSource source) throws IOException {
        passTitles(source);
        width = source.width();
        List<String> regions = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            regions.add(nameColumn > 0 ? source.cell(c) : "");
        }
        if (nameColumn > 0) {
            if (!source.next()) {
                throw source.inFile("the file has one header row where regions and names are expected in two");
            }
            source.requireWidth(width);
        }
        Set<String> met = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            Column column =
                    c <= nameColumn ? new Column(ColumnRole.LABEL, null) : column(source, c, regions.get(c), met);
            columns.add(column);
            names.add(column.label() == null ? source.cell(c) : column.label().toString());
        }
        source.nameColumns(names);
        requireAllMet(
                source, source.line(), layout.columns().keySet(), met, names.subList(nameColumn + 1, width), "column");
        return columns;
    }

    private void passTitles(CsvSource source) throws IOException {
        if (layout.rowsAbove() > 0) {
            // A title is a single cell, whatever stands in it.
            source.anyDelimiter();
        }
        source.first();
        while (source.line() <= layout.rowsAbove()) {
            if (!source.next()) {
                throw source.inFile("the file ends within the " + layout.rowsAbove()
                        + " rows that the layout declares above the header");
            }
        }
    }

    private Column column(CsvSource source, int c, String region, Set<String> met) throws CsvFormatException {
        String name = source.cell(c);
        Label label = name.isEmpty() ? null : new Label(region.isEmpty() ? null : region, name);
        String declared = declaredName(layout.columns(), label);
        met.add(declared);
        ColumnRole role = layout.columns().getOrDefault(declared, ColumnRole.SECTOR);
        if (label == null && role != ColumnRole.IGNORED) {
            throw source.inCell(
                    c,
                    "the column has no name in the header. If it is not to be read, name it in"
                            + " TableLayout.ignoreColumns(\"\").");
        }
        if (role == ColumnRole.UNIT) {
            unitColumn = c;
        }
        return new Column(role, label);
    }

    @Override
    public boolean reachesFinalUsers(RowRole role) {
        return false;
    }

    @Override
    public Row row(CsvSource source) throws CsvFormatException {
        String name = source.width() > nameColumn ? source.cell(nameColumn) : "";
        String region = nameColumn > 0 && source.width() > 0 ? source.cell(0) : "";
        Label label = name.isEmpty() ? null : new Label(region.isEmpty() ? null : region, name);
        source.nameRow(label == null ? "" : label.toString());
        source.requireWidth(width);
        String declared = declaredName(layout.rows(), label);
        rowsMet.add(declared);
        RowRole role = layout.rows().getOrDefault(declared, RowRole.SECTOR);
        if (label == null) {
            if (role != RowRole.IGNORED) {
                throw source.inRow(
                        "the row has no label. If it is not to be read, name it in" + " TableLayout.ignoreRows(\"\").");
            }
            return new Row(role, null, "");
        }
        rowLabels.add(label);
        return new Row(role, label, unit(source, role, declared));
    }

    private String unit(CsvSource source, RowRole role, String declared) throws CsvFormatException {
        @Nullable String own = role == RowRole.EXTENSION ? layout.extensionUnit(declared) : layout.unit();
        if (own != null || role == RowRole.IGNORED || role == RowRole.STATED_OUTPUT) {
            return own == null ? "" : own;
        }
        if (unitColumn < 0) {
            throw source.inRow("the extension has no unit. Declare it with TableLayout.extension(name, unit), or the"
                    + " file's column of units with unitColumn.");
        }
        String unit = source.cell(unitColumn);
        if (unit.isEmpty()) {
            throw source.inCell(unitColumn, "found an empty cell where a unit is expected. For pure numbers write 1.");
        }
        return unit;
    }

    /** The name under which the layout declares a label: with its region or without. */
    private static String declaredName(Map<String, ?> declared, @Nullable Label label) {
        if (label == null) {
            return "";
        }
        return declared.containsKey(label.toString()) ? label.toString() : label.name();
    }

    @Override
    public void checkUnused(CsvSource source, int column) {
        // Published tables have totals and blanks there; they are declared away with the rows and columns.
    }

    @Override
    public void finish(CsvSource source) throws CsvFormatException {
        List<String> names = rowLabels.stream().map(Label::toString).toList();
        requireAllMet(source, 0, layout.rows().keySet(), rowsMet, names, "row");
    }

    private static void requireAllMet(
            CsvSource source, long line, Set<String> declared, Set<String> met, List<String> names, String what)
            throws CsvFormatException {
        for (String name : declared) {
            // A blank name only says what to do with blank labels, if there are any.
            if (!met.contains(name) && !name.isEmpty()) {
                List<String> known =
                        names.stream().filter(n -> !n.isEmpty()).distinct().toList();
                throw source.atLine(
                        line,
                        "the layout declares a " + what + " '" + name + "' that the file does not have. "
                                + (known.isEmpty() && line > 0
                                        ? TITLE_FOR_HEADER
                                        : Labels.of(known).unknown(name).getMessage()));
            }
        }
    }

    @Override
    public void checkSectors(SectorRows sectors) throws CsvFormatException {
        sectors.requireNoTotal();
    }

    @Override
    public String sheet() {
        return layout.sheet();
    }

    @Override
    public Totals totals() {
        return layout.totals();
    }
}
