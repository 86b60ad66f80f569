package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Reads one wide matrix, row by row. */
final class MatrixReader {

    /** Where labels and units are: nameColumn is −1 without labels, regionColumn and unitColumn without those. */
    private record Places(int regionColumn, int nameColumn, int unitColumn) {}

    private final CsvSource source;
    private final List<Label> columnLabels = new ArrayList<>();
    private final List<Integer> numberColumns = new ArrayList<>();
    private final Map<Label, Long> lineOfRow = new HashMap<>();
    private final List<Label> rowLabels = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final MatrixRows cells;

    private MatrixReader(CsvSource source, MatrixRows cells) {
        this.cells = cells;
        this.source = source;
    }

    /** The library's own form; the corner says which of its two shapes it is. */
    static LabelledMatrix readOwn(Path path, CsvOptions options) throws IOException {
        return MatrixRows.read(path, rows -> readOwn(path, options, rows));
    }

    private static LabelledMatrix readOwn(Path path, CsvOptions options, MatrixRows cells) throws IOException {
        try (CsvSource source = CsvSource.open(path, options)) {
            source.first();
            MatrixReader reader = new MatrixReader(source, cells);
            String name = source.cell(0);
            if (source.width() > 1 && source.cell(1).equals(VectorCsv.UNIT)) {
                reader.readHeader(new Places(-1, 0, 1), List.of());
                reader.readRows(new Places(-1, 0, 1));
            } else if (source.width() > 2 && source.cell(2).equals(VectorCsv.REGION)) {
                List<String> regions = reader.cells();
                reader.nextHeader(regions.size());
                reader.readHeader(new Places(0, 1, 2), regions);
                reader.readRows(new Places(0, 1, 2));
            } else {
                throw source.inRow("the second cell is not '" + VectorCsv.UNIT + "' nor the third '" + VectorCsv.REGION
                        + "', so the file is not in the library's own layout. Declare its layout:"
                        + " MatrixCsv.read(path, MatrixLayout.withHeader().unit(…))");
            }
            return reader.matrix(name, Units.perLabel(reader.units));
        }
    }

    static LabelledMatrix read(Path path, MatrixLayout layout, CsvOptions options) throws IOException {
        return MatrixRows.read(path, rows -> read(path, layout, options, rows));
    }

    private static LabelledMatrix read(Path path, MatrixLayout layout, CsvOptions options, MatrixRows cells)
            throws IOException {
        try (CsvSource source = CsvSource.open(path, options)) {
            MatrixReader reader = new MatrixReader(source, cells);
            @Nullable String declared = layout.name();
            String name = declared == null ? FileNames.stem(path) : declared;
            if (layout.form() == MatrixLayout.Form.HEADERLESS) {
                return reader.readBlock(name, layout);
            }
            source.first();
            int labelColumns = 1;
            List<String> regions = List.of();
            if (layout.form() == MatrixLayout.Form.REGION_HEADERS) {
                labelColumns = 2;
                regions = reader.cells();
                reader.nextHeader(regions.size());
            }
            int unitColumn = reader.unitColumn(layout.unitColumn(), labelColumns);
            Places places = new Places(labelColumns - 2, labelColumns - 1, unitColumn);
            reader.readHeader(places, regions);
            reader.readRows(places);
            return reader.matrix(name, unitColumn < 0 ? reader.declaredUnit(layout) : Units.perLabel(reader.units));
        }
    }

    private List<String> cells() {
        List<String> all = new ArrayList<>();
        for (int c = 0; c < source.width(); c++) {
            all.add(source.cell(c));
        }
        return all;
    }

    private void nextHeader(int width) throws IOException {
        if (!source.next()) {
            throw source.inFile("the file has one header row where regions and names are expected in two");
        }
        source.requireWidth(width);
    }

    private int unitColumn(@Nullable String header, int labelColumns) throws CsvFormatException {
        if (header == null) {
            return -1;
        }
        int column = cells().subList(labelColumns, source.width()).indexOf(header);
        if (column < 0) {
            throw source.inRow("the header has no column '" + header + "' with the units");
        }
        return labelColumns + column;
    }

    private Units declaredUnit(MatrixLayout layout) throws CsvFormatException {
        @Nullable String unit = layout.unit();
        if (unit == null) {
            throw source.inFile("the layout names no unit. Call MatrixLayout.unit; for pure numbers unit(\"1\")");
        }
        return Units.of(unit);
    }

    /** Reads the names of the columns from the row that the source stands at. */
    private void readHeader(Places places, List<String> regions) throws CsvFormatException {
        Map<Label, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int c = 0; c < source.width(); c++) {
            if (c <= places.nameColumn() || c == places.unitColumn()) {
                names.add(source.cell(c));
                continue;
            }
            Label label = label(regions.isEmpty() ? "" : regions.get(c), c);
            Integer earlier = seen.putIfAbsent(label, c);
            if (earlier != null) {
                throw source.inCell(
                        c,
                        "the label '" + label + "' stands twice in the header, in columns " + (earlier + 1) + " and "
                                + (c + 1) + ". Every label must be there once; maybe a region is missing?");
            }
            columnLabels.add(label);
            numberColumns.add(c);
            names.add(label.toString());
        }
        source.nameColumns(names);
    }

    private Label label(String region, int column) throws CsvFormatException {
        if (source.cell(column).isEmpty()) {
            throw source.inCell(column, "found an empty cell where a label is expected.");
        }
        return new Label(region.isEmpty() ? null : region, source.cell(column));
    }

    private void readRows(Places places) throws IOException {
        int width = source.width();
        int[] numbers = numberColumns.stream().mapToInt(Integer::intValue).toArray();
        double[] row = new double[numbers.length];
        while (source.next()) {
            source.nameRow(source.width() > places.nameColumn() ? source.cell(places.nameColumn()) : "");
            source.requireWidth(width);
            Label label =
                    label(places.regionColumn() < 0 ? "" : source.cell(places.regionColumn()), places.nameColumn());
            source.nameRow(label.toString());
            Long earlier = lineOfRow.putIfAbsent(label, source.line());
            if (earlier != null) {
                throw source.inRow("the label '" + label + "' stands twice, on lines " + earlier + " and "
                        + source.line() + ". Every label must be there once; maybe a region column is not declared?");
            }
            if (places.unitColumn() >= 0) {
                units.add(unit(places.unitColumn()));
            }
            rowLabels.add(label);
            for (int j = 0; j < numbers.length; j++) {
                row[j] = source.number(numbers[j]);
            }
            cells.take(rowLabels.size() - 1, row);
        }
    }

    private String unit(int column) throws CsvFormatException {
        if (source.cell(column).isEmpty()) {
            throw source.inCell(column, "found an empty cell where a unit is expected. For pure numbers write 1.");
        }
        return source.cell(column);
    }

    private LabelledMatrix readBlock(String name, MatrixLayout layout) throws IOException {
        Labels rows = layout.rows();
        Labels columns = layout.columns();
        source.nameColumns(columns.asList().stream().map(Label::toString).toList());
        source.first();
        int row = 0;
        double[] numbers = new double[columns.size()];
        do {
            if (row == rows.size()) {
                throw source.inRow("the file has more rows than the " + rows.size() + " labels given for them");
            }
            source.nameRow(rows.get(row).toString());
            if (source.width() != columns.size()) {
                throw source.inRow("the row has " + source.width() + " cells where " + columns.size()
                        + " labels are given for the columns");
            }
            for (int j = 0; j < columns.size(); j++) {
                numbers[j] = source.number(j);
            }
            cells.take(row, numbers);
            row++;
        } while (source.next());
        if (row < rows.size()) {
            throw source.inFile("the file has " + row + " rows where " + rows.size() + " labels are given for them");
        }
        return LabelledMatrix.of(name, rows, columns, declaredUnit(layout), cells.matrix(rows.size(), columns.size()));
    }

    private LabelledMatrix matrix(String name, Units rowUnits) throws CsvFormatException {
        if (rowLabels.isEmpty()) {
            throw source.inFile("the file has a header and nothing below it");
        }
        return LabelledMatrix.of(
                name,
                Labels.ofLabels(rowLabels),
                Labels.ofLabels(columnLabels),
                rowUnits,
                cells.matrix(rowLabels.size(), columnLabels.size()));
    }
}
