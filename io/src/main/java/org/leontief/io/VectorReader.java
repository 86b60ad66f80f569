package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** Reads the rows of one vector file. */
final class VectorReader {

    private final CsvSource source;
    private final CsvHeader header;
    private final int region;
    private final int label;
    private final int unit;
    private final int bound;
    private final int value;
    private final LabelPlaces places;
    private double[] values = new double[64];
    private double[] bounds = new double[64];
    /** The line of each label; 0 for one that has not come. */
    private long[] lines = new long[64];

    private VectorReader(CsvSource source, LabelPlaces places) throws IOException {
        this.source = source;
        this.places = places;
        header = CsvHeader.readFrom(source);
        region = header.find(VectorCsv.REGION).orElse(-1);
        label = header.require(VectorCsv.LABEL);
        unit = header.find(VectorCsv.UNIT).orElse(-1);
        bound = header.find(VectorCsv.ERROR_BOUND).orElse(-1);
        value = header.requireOnlyOther("the numbers");
    }

    /** A vector that says its labels and units itself, with its bounds if the file has them. */
    static final class Result {

        private final CsvSource source;
        private final LabelledVector values;
        private final @Nullable BoundedVector bounded;

        private Result(CsvSource source, LabelledVector values, @Nullable BoundedVector bounded) {
            this.source = source;
            this.values = values;
            this.bounded = bounded;
        }

        LabelledVector values() {
            return values;
        }

        BoundedVector bounded() throws CsvFormatException {
            if (bounded == null) {
                throw source.atLine(1, "the header has no column '" + VectorCsv.ERROR_BOUND + "'");
            }
            return bounded;
        }
    }

    static Result asItStands(Path path, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.open(path, options)) {
            VectorReader reader = new VectorReader(source, LabelPlaces.asTheyCome());
            if (reader.unit < 0) {
                throw source.inRow("the file has no column '" + VectorCsv.UNIT
                        + "'. Give labels and units with it: VectorCsv.read(path, labels, units)");
            }
            UnitsByLabel units = new UnitsByLabel();
            while (source.next()) {
                units.put(source, reader.unit, reader.readRow());
            }
            Labels labels = reader.places.labels();
            if (labels.size() == 0) {
                throw source.inFile("the file has a header and nothing below it");
            }
            LabelledVector vector = LabelledVector.of(
                    reader.name(path),
                    labels,
                    units.toUnits(source, labels, null),
                    Arrays.copyOf(reader.values, labels.size()));
            BoundedVector bounded =
                    reader.bound < 0 ? null : BoundedVector.of(vector, Arrays.copyOf(reader.bounds, labels.size()));
            return new Result(source, vector, bounded);
        }
    }

    static LabelledVector joined(Path path, Labels labels, Units units, MissingLabels missing, CsvOptions options)
            throws IOException {
        try (CsvSource source = CsvSource.open(path, options)) {
            VectorReader reader = new VectorReader(source, LabelPlaces.of(labels));
            reader.reserve(labels.size());
            while (source.next()) {
                reader.requireUnit(units, reader.readRow());
            }
            if (missing == MissingLabels.REFUSE) {
                reader.requireAll(labels);
            }
            return LabelledVector.of(reader.name(path), labels, units, Arrays.copyOf(reader.values, labels.size()));
        }
    }

    private String name(Path path) {
        return header.nameOfNumbers(value, FileNames.stem(path));
    }

    /** Reads the row that the source stands at and gives the place of its label. */
    private int readRow() throws CsvFormatException {
        source.nameRow(source.width() > label ? source.cell(label) : "");
        source.requireWidth(header.width());
        int place = places.place(source, region, label);
        reserve(place + 1);
        if (lines[place] != 0) {
            throw source.inCell(
                    label,
                    "the label '" + source.cell(label) + "' stands twice, on lines " + lines[place] + " and "
                            + source.line() + ". Every label must be there once.");
        }
        lines[place] = source.line();
        values[place] = source.number(value);
        bounds[place] = bound < 0 ? Double.POSITIVE_INFINITY : readBound();
        return place;
    }

    private double readBound() throws CsvFormatException {
        if (source.cell(bound).equals("Infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        double read = source.number(bound);
        if (read < 0) {
            throw source.inCell(bound, "found " + read + " where a bound is expected, which is 0 or more.");
        }
        return read;
    }

    private void requireUnit(Units units, int place) throws CsvFormatException {
        if (unit >= 0 && !source.cell(unit).equals(units.get(place))) {
            throw source.inCell(
                    unit,
                    "found the unit " + NumberParser.quoted(source.cell(unit)) + " where "
                            + NumberParser.quoted(units.get(place))
                            + " is expected. Convert the numbers first; units are never mixed silently.");
        }
    }

    private void requireAll(Labels labels) throws CsvFormatException {
        LabelList absent = new LabelList();
        for (int i = 0; i < labels.size(); i++) {
            if (lines[i] == 0) {
                absent.add(labels.get(i).toString());
            }
        }
        if (!absent.isEmpty()) {
            throw source.inFile("there is no row for " + absent
                    + ". If a label that is not there means 0, say so with MissingLabels.ZERO.");
        }
    }

    private void reserve(int size) {
        if (size > values.length) {
            int capacity = Math.max(size, values.length + (values.length >> 1));
            values = Arrays.copyOf(values, capacity);
            bounds = Arrays.copyOf(bounds, capacity);
            lines = Arrays.copyOf(lines, capacity);
        }
    }
}
