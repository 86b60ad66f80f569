package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;

/** A wide table in the library's own layout, which says itself what each column and row is. */
final class OwnForm implements TableForm {

    static final String TITLE = "input-output table";
    static final String KIND = "kind";
    static final String NAME = "name";
    static final String SECTOR = "sector";
    static final String FINAL_DEMAND = "final demand";
    static final String VALUE_ADDED = "value added";
    static final String EXTENSION = "extension";
    static final String IMPORTS = "imports";

    private static final Map<String, RowRole> ROW_KINDS = Map.of(
            SECTOR,
            RowRole.SECTOR,
            VALUE_ADDED,
            RowRole.VALUE_ADDED,
            EXTENSION,
            RowRole.EXTENSION,
            IMPORTS,
            RowRole.IMPORTS);

    private int nameColumn;
    private int width;
    private Totals totals = Totals.DEFAULT;

    @Override
    public List<Column> readHeader(CsvSource source) throws IOException {
        source.first();
        if (!source.cell(0).equals(TITLE)) {
            throw source.inRow("the file does not begin with '" + TITLE + "', so it is not in the library's own layout."
                    + " Declare its layout: InputOutputCsv.read(path, TableLayout.withHeader().unit(…)"
                    + ".finalDemand(…).valueAdded(…))");
        }
        width = source.width();
        List<String> kinds = cells(source);
        List<String> regions = List.of();
        requireNext(source);
        if (source.cell(0).equals(VectorCsv.REGION)) {
            regions = cells(source);
            requireNext(source);
        }
        List<String> expected = regions.isEmpty()
                ? List.of(KIND, NAME, VectorCsv.UNIT)
                : List.of(KIND, VectorCsv.REGION, NAME, VectorCsv.UNIT);
        List<String> names = cells(source);
        if (width < expected.size() || !names.subList(0, expected.size()).equals(expected)) {
            throw source.inRow("the row of names must begin with the cells " + String.join(", ", expected));
        }
        nameColumn = expected.size() - 2;
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(
                    c <= nameColumn + 1
                            ? new Column(ColumnRole.LABEL, null)
                            : column(source, c, kinds.get(c), regions.isEmpty() ? "" : regions.get(c)));
        }
        source.nameColumns(columnNames(columns, names));
        return columns;
    }

    private static List<String> columnNames(List<Column> columns, List<String> names) {
        List<String> shown = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            Label label = columns.get(c).label();
            shown.add(label == null ? names.get(c) : label.toString());
        }
        return shown;
    }

    private void requireNext(CsvSource source) throws IOException {
        if (!source.next()) {
            throw source.inFile("the file ends after its first rows; a row of names and the table are missing");
        }
        source.requireWidth(width);
    }

    private static List<String> cells(CsvSource source) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < source.width(); c++) {
            cells.add(source.cell(c));
        }
        return cells;
    }

    private Column column(CsvSource source, int c, String kind, String region) throws CsvFormatException {
        Optional<StatedKind> stated = StatedKind.named(kind);
        if (stated.isPresent()) {
            totals = stated.get().totals();
            return new Column(ColumnRole.STATED_OUTPUT, null);
        }
        if (!kind.equals(SECTOR) && !kind.equals(FINAL_DEMAND)) {
            throw source.inCell(
                    c,
                    "found the kind " + NumberParser.quoted(kind) + " in the first row, where one of '" + SECTOR
                            + "', '"
                            + FINAL_DEMAND + "', '" + StatedKind.AGREES.written() + "', '"
                            + StatedKind.COUNTS.written() + "', '" + StatedKind.COMPARED.written() + "' is expected.");
        }
        ColumnRole role = kind.equals(SECTOR) ? ColumnRole.SECTOR : ColumnRole.FINAL_DEMAND;
        return new Column(role, label(source, region, c));
    }

    private static Label label(CsvSource source, String region, int column) throws CsvFormatException {
        if (source.cell(column).isEmpty()) {
            throw source.inCell(column, "found an empty cell where a label is expected.");
        }
        return new Label(region.isEmpty() ? null : region, source.cell(column));
    }

    @Override
    public boolean reachesFinalUsers(RowRole role) {
        return role == RowRole.EXTENSION || role == RowRole.IMPORTS;
    }

    @Override
    public Row row(CsvSource source) throws CsvFormatException {
        source.nameRow(source.width() > nameColumn ? source.cell(nameColumn) : "");
        source.requireWidth(width);
        Label label = label(source, nameColumn == 2 ? source.cell(1) : "", nameColumn);
        source.nameRow(label.toString());
        @Nullable RowRole role = ROW_KINDS.get(source.cell(0));
        if (role == null) {
            throw source.inCell(
                    0,
                    "found the kind " + NumberParser.quoted(source.cell(0)) + " where one of '" + SECTOR + "', '"
                            + VALUE_ADDED + "', '" + EXTENSION + "', '" + IMPORTS + "' is expected.");
        }
        String unit = source.cell(nameColumn + 1);
        if (unit.isEmpty()) {
            throw source.inCell(
                    nameColumn + 1, "found an empty cell where a unit is expected. For pure numbers write 1.");
        }
        return new Row(role, label, unit);
    }

    @Override
    public void checkUnused(CsvSource source, int column) throws CsvFormatException {
        if (!source.cell(column).isEmpty()) {
            throw source.inCell(
                    column,
                    "found " + NumberParser.quoted(source.cell(column))
                            + " where the cell must be empty: nothing is recorded here of this kind of row, and this"
                            + " number would be lost.");
        }
    }

    @Override
    public void finish(CsvSource source) {
        // The file declares only what it has.
    }

    @Override
    public void checkSectors(SectorRows sectors) {
        // The file says itself which rows are sectors; whoever wrote it knows.
    }

    @Override
    public Totals totals() {
        return totals;
    }
}
