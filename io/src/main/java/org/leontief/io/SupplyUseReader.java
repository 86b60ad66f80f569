package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leontief.io.SupplyUseForm.ColumnKind;
import org.leontief.io.SupplyUseForm.RowKind;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/** Reads supply and use tables in the library's own layout, row by row. */
final class SupplyUseReader {

    /** A column of numbers: what it holds, and which of its kind it is. */
    private record Column(ColumnKind kind, int place) {}

    /** The rows of one kind as they come. */
    private static final class Rows {

        private final List<Label> labels = new ArrayList<>();
        private final List<String> units = new ArrayList<>();
        private final Map<Label, Long> lineOf = new HashMap<>();
        private final Map<ColumnKind, CellList> cells = new EnumMap<>(ColumnKind.class);
    }

    private final CsvSource source;
    private final Map<ColumnKind, List<Label>> labels = new EnumMap<>(ColumnKind.class);
    private final List<Column> columns = new ArrayList<>();
    private final Map<RowKind, Rows> rows = new EnumMap<>(RowKind.class);
    private PriceBasis prices = PriceBasis.BASIC;
    private int labelColumns;
    private int width;

    private SupplyUseReader(CsvSource source) {
        this.source = source;
        for (ColumnKind kind : ColumnKind.values()) {
            labels.put(kind, new ArrayList<>());
        }
        for (RowKind kind : RowKind.values()) {
            rows.put(kind, new Rows());
        }
    }

    static SupplyUseTable read(Path path, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.open(path, options)) {
            SupplyUseReader reader = new SupplyUseReader(source);
            reader.readHeader();
            while (source.next()) {
                reader.readRow();
            }
            return reader.table();
        }
    }

    private void readHeader() throws IOException {
        source.first();
        if (!source.cell(0).equals(SupplyUseForm.TITLE) || source.width() < 4) {
            throw source.inRow("the file does not begin with '" + SupplyUseForm.TITLE
                    + "', prices and the kinds of the columns, so it is not in the library's own layout of supply and use"
                    + " tables");
        }
        width = source.width();
        prices = Stream.of(PriceBasis.values())
                .filter(basis -> SupplyUseForm.prices(basis).equals(source.cell(1)))
                .findFirst()
                .orElseThrow(() -> source.inCell(
                        1,
                        "found " + NumberParser.quoted(source.cell(1)) + " where the prices of the uses are expected: "
                                + oneOf(Stream.of(PriceBasis.values()).map(SupplyUseForm::prices)) + "."));
        List<String> kinds = cells();
        nextHeader();
        boolean hasRegions = source.cell(0).equals(VectorCsv.REGION);
        List<String> regions = hasRegions ? cells() : List.of();
        if (hasRegions) {
            nextHeader();
        }
        List<String> expected = hasRegions
                ? List.of(OwnForm.KIND, VectorCsv.REGION, OwnForm.NAME, VectorCsv.UNIT)
                : List.of(OwnForm.KIND, OwnForm.NAME, VectorCsv.UNIT);
        labelColumns = expected.size();
        List<String> names = cells();
        if (width < labelColumns || !names.subList(0, labelColumns).equals(expected)) {
            throw source.inRow("the row of names must begin with the cells " + String.join(", ", expected));
        }
        for (int c = labelColumns; c < width; c++) {
            ColumnKind kind = columnKind(kinds.get(c), c);
            List<Label> ofKind = labels.getOrDefault(kind, List.of());
            Label label = label(hasRegions ? regions.get(c) : "", c);
            if (ofKind.contains(label)) {
                throw source.inCell(c, "the column '" + label + "' of " + kind.text + " stands twice.");
            }
            columns.add(new Column(kind, ofKind.size()));
            ofKind.add(label);
        }
        source.nameColumns(names);
    }

    private void nextHeader() throws IOException {
        if (!source.next()) {
            throw source.inFile("the file ends after its first rows; a row of names and the tables are missing");
        }
        source.requireWidth(width);
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < source.width(); c++) {
            cells.add(source.cell(c));
        }
        return cells;
    }

    private ColumnKind columnKind(String text, int column) throws CsvFormatException {
        for (ColumnKind kind : ColumnKind.values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw source.inCell(
                column,
                "found the kind " + NumberParser.quoted(text) + " in the first row, where one of "
                        + oneOf(Stream.of(ColumnKind.values()).map(kind -> kind.text)) + " is expected.");
    }

    private RowKind rowKind() throws CsvFormatException {
        for (RowKind kind : RowKind.values()) {
            if (kind.text.equals(source.cell(0))) {
                return kind;
            }
        }
        throw source.inCell(
                0,
                "found the kind " + NumberParser.quoted(source.cell(0)) + " where one of "
                        + oneOf(Stream.of(RowKind.values()).map(kind -> kind.text)) + " is expected.");
    }

    private static String oneOf(Stream<String> texts) {
        return "'" + String.join("', '", texts.toList()) + "'";
    }

    private Label label(String region, int column) throws CsvFormatException {
        if (source.cell(column).isEmpty()) {
            throw source.inCell(column, "found an empty cell where a label is expected.");
        }
        return new Label(region.isEmpty() ? null : region, source.cell(column));
    }

    private void readRow() throws CsvFormatException {
        source.nameRow(source.width() >= labelColumns ? source.cell(labelColumns - 2) : "");
        source.requireWidth(width);
        Label label = label(labelColumns == 4 ? source.cell(1) : "", labelColumns - 2);
        source.nameRow(label.toString());
        RowKind kind = rowKind();
        String unit = source.cell(labelColumns - 1);
        if (unit.isEmpty()) {
            throw source.inCell(
                    labelColumns - 1, "found an empty cell where a unit is expected. For pure numbers write 1.");
        }
        Rows ofKind = rows.computeIfAbsent(kind, added -> new Rows());
        Long before = ofKind.lineOf.putIfAbsent(label, source.line());
        if (before != null) {
            throw source.inRow("the row of " + kind.text + " stands twice, first on line " + before);
        }
        int row = ofKind.labels.size();
        ofKind.labels.add(label);
        ofKind.units.add(unit);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            int cell = labelColumns + c;
            if (!kind.has(column.kind())) {
                requireBlank(cell, kind, column.kind());
            } else if (!(kind.mayBeBlank(column.kind()) && source.isEmpty(cell))) {
                double number = source.number(cell);
                if (number != 0) {
                    ofKind.cells
                            .computeIfAbsent(column.kind(), added -> new CellList())
                            .add(row, column.place(), number, source.line());
                }
            }
        }
    }

    private void requireBlank(int cell, RowKind row, ColumnKind column) throws CsvFormatException {
        if (!source.isEmpty(cell)) {
            throw source.inCell(
                    cell,
                    "found " + NumberParser.quoted(source.cell(cell)) + " where the cell must be empty: a row of "
                            + row.text + " has no " + column.text + ", and this number would be lost.");
        }
    }

    private SupplyUseTable table() throws CsvFormatException {
        Rows supply = rows(RowKind.SUPPLY);
        if (supply.labels.isEmpty()
                || labels.getOrDefault(ColumnKind.INDUSTRY, List.of()).isEmpty()) {
            throw source.inFile("there is no row of supply or no column of an industry");
        }
        try {
            SupplyUseTableBuilder builder = SupplyUseTable.builder(
                            Labels.ofLabels(supply.labels), labels(ColumnKind.INDUSTRY))
                    .units(Units.perLabel(supply.units))
                    .usesAt(prices)
                    .supply(part(RowKind.SUPPLY, ColumnKind.INDUSTRY))
                    .imports(part(RowKind.SUPPLY, ColumnKind.IMPORTS))
                    .margins(part(RowKind.SUPPLY, ColumnKind.MARGINS))
                    .taxes(part(RowKind.SUPPLY, ColumnKind.TAXES))
                    .use(part(RowKind.USE, ColumnKind.INDUSTRY))
                    .finalDemand(part(RowKind.USE, ColumnKind.FINAL_DEMAND));
            if (!rows(RowKind.IMPORTED_USE).labels.isEmpty()) {
                builder.importedUse(
                        part(RowKind.IMPORTED_USE, ColumnKind.INDUSTRY),
                        part(RowKind.IMPORTED_USE, ColumnKind.FINAL_DEMAND));
            }
            if (!rows(RowKind.VALUE_ADDED).labels.isEmpty()) {
                builder.valueAdded(part(RowKind.VALUE_ADDED, ColumnKind.INDUSTRY));
            }
            if (!rows(RowKind.EXTENSION).labels.isEmpty()) {
                builder.extensions(part(RowKind.EXTENSION, ColumnKind.INDUSTRY))
                        .finalDemandExtensions(part(RowKind.EXTENSION, ColumnKind.FINAL_DEMAND));
            }
            return builder.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CsvFormatException(source.file(), 0, source.file() + ": " + e.getMessage(), e);
        }
    }

    private Rows rows(RowKind kind) {
        return rows.getOrDefault(kind, new Rows());
    }

    private Labels labels(ColumnKind kind) {
        return Labels.ofLabels(labels.getOrDefault(kind, List.of()));
    }

    private LabelledMatrix part(RowKind kind, ColumnKind column) {
        Rows ofKind = rows(kind);
        Labels across = labels(column);
        CellList cells = ofKind.cells.getOrDefault(column, new CellList());
        return LabelledMatrix.of(
                kind.text,
                Labels.ofLabels(ofKind.labels),
                across,
                ofKind.units.isEmpty() ? Units.NONE : Units.perLabel(ofKind.units),
                cells.toMatrix(ofKind.labels.size(), across.size()));
    }
}
