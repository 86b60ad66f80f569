package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leontief.io.LongLayout.Part;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** Reads one matrix in long form, in one pass. */
final class LongReader {

    private final CsvSource source;
    private final LongLayout layout;
    private final @Nullable Units known;
    private final CsvHeader header;
    private final int from;
    private final int to;
    private final int fromRegion;
    private final int toRegion;
    private final int unit;
    private final int value;
    private final LabelPlaces rows;
    private final LabelPlaces columns;
    private final UnitsByLabel units = new UnitsByLabel();
    private final CellList cells = new CellList();

    private LongReader(CsvSource source, LongLayout layout, @Nullable Units known) throws IOException {
        this.source = source;
        this.layout = layout;
        this.known = known;
        header = CsvHeader.readFrom(source);
        for (String ignored : layout.ignored()) {
            header.require(ignored);
        }
        from = header.require(layout.header(Part.FROM));
        to = header.require(layout.header(Part.TO));
        fromRegion = placeIfAny(header, layout, Part.FROM_REGION);
        toRegion = placeIfAny(header, layout, Part.TO_REGION);
        unit = placeIfAny(header, layout, Part.UNIT);
        value = layout.isDeclared(Part.VALUE)
                ? header.require(layout.header(Part.VALUE))
                : header.requireOnlyOther("the numbers");
        header.requireNoOther("Name them in LongLayout.ignoreColumns if they are not to be read.");
        requireOneUnit();
        rows = layout.rowPlaces();
        columns = layout.columnPlaces(rows);
    }

    static LabelledMatrix read(Path path, LongLayout layout, CsvOptions options) throws IOException {
        return read(DataFile.of(path), path, layout, options, null);
    }

    /**
     * Reads a file; numbers that neither the layout nor the header names are called after the path.
     *
     * @param known the units of the rows that the layout declares, for those of which the file has nothing
     */
    static LabelledMatrix read(DataFile file, Path path, LongLayout layout, CsvOptions options, @Nullable Units known)
            throws IOException {
        try (CsvSource source = CsvSource.open(file, options)) {
            LongReader reader = new LongReader(source, layout, known);
            if (reader.isUsual() && reader.readBatches(file, options.delimiter())) {
                return reader.matrix(reader.name(path));
            }
        }
        try (CsvSource source = CsvSource.open(file, options)) {
            LongReader reader = new LongReader(source, layout, known);
            while (source.next()) {
                reader.readRow();
            }
            return reader.matrix(reader.name(path));
        }
    }

    private String name(Path path) {
        @Nullable String name = layout.name();
        return name == null ? header.nameOfNumbers(value, FileNames.stem(path)) : name;
    }

    /** Whether the file may be read in batches, as far as its header tells. */
    private boolean isUsual() {
        return source.bytes() != null
                && source.hasPlainNumbers()
                && source.line() == 1
                && fromRegion < 0
                && toRegion < 0;
    }

    /** False if the file is not usual after all; then this reader is of no further use. */
    private boolean readBatches(DataFile file, Delimiter delimiter) throws IOException {
        LongBatches.Columns columnsOfFile = new LongBatches.Columns(from, to, unit, value, header.width());
        long[] line = {2};
        long size = file.size();
        return LongBatches.read(file, delimiter, columnsOfFile, batch -> {
            if (cells.size() == 0 && batch.count > 0) {
                // A file of this size with rows like these, and a few more; an archive tells no size and gets no room.
                cells.reserve(size / Math.max(1, batch.bytes / batch.count) / 16 * 17);
            }
            for (int k = 0; k < batch.count; k++) {
                int row = rows.placeOfShort(batch.from[k]);
                int column = columns.placeOfShort(batch.to[k]);
                if (row < 0 || column < 0 || (unit >= 0 && !units.putShort(batch.unit[k], row))) {
                    return false;
                }
                cells.add(row, column, batch.value[k], line[0]++);
                source.countRows(line[0] - 2);
            }
            return true;
        });
    }

    /** A column that must be there if the layout declares it; −1 if it is neither declared nor there. */
    private static int placeIfAny(CsvHeader header, LongLayout layout, Part part) throws CsvFormatException {
        String name = layout.header(part);
        return layout.isDeclared(part)
                ? header.require(name)
                : header.find(name).orElse(-1);
    }

    /** The unit stands in the file or in the layout, not in both. */
    private void requireOneUnit() throws CsvFormatException {
        @Nullable String declared = layout.unit();
        if (unit < 0 && declared == null) {
            throw source.inRow("the file has no column with units. Name their unit with LongLayout.unit, or their"
                    + " column with LongLayout.unitColumn");
        }
        if (unit >= 0 && declared != null) {
            throw source.inCell(
                    unit,
                    "the file has a column of units, and LongLayout.unit declares " + NumberParser.quoted(declared)
                            + " for all. Decide for one: leave LongLayout.unit out, or name another column with"
                            + " unitColumn and this one with ignoreColumns.");
        }
    }

    private void readRow() throws CsvFormatException {
        if (source.width() != header.width()) {
            source.nameRow(source.width() > from ? source.cell(from) : "");
            source.requireWidth(header.width());
        }
        source.nameRowBy(from);
        int row = rows.place(source, fromRegion, from);
        if (unit >= 0) {
            units.put(source, unit, row);
        }
        cells.add(row, columns.place(source, toRegion, to), source.number(value), source.line());
    }

    private LabelledMatrix matrix(String name) throws CsvFormatException {
        if (cells.size() == 0) {
            throw source.inFile("the file has a header and nothing below it");
        }
        Labels rowLabels = rows.labels();
        Labels columnLabels = columns.labels();
        SparseMatrix matrix = cells.toDistinct(source, rowLabels, columnLabels);
        @Nullable String declared = layout.unit();
        Units rowUnits = declared == null ? units.toUnits(source, rowLabels, known) : Units.of(declared);
        return LabelledMatrix.of(name, rowLabels, columnLabels, rowUnits, matrix);
    }
}
