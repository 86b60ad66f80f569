package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Vectors: {@code label,value}, one label to a row.
 *
 * <p>Columns: {@code label}; {@code region} where labels have regions; {@code unit}; {@code error_bound} where the numbers
 * have guaranteed bounds; and one more, which holds the numbers and whose header says what they are ({@code value}, or
 * "Gross output"). Columns may stand in any order, and so may rows: numbers are joined to labels by name.
 *
 * <pre>
 * label,unit,Gross output,error_bound
 * Agriculture,million EUR,1000.0,2.3E-11
 * Manufacturing,million EUR,2000.0,4.1E-11
 * </pre>
 */
public final class VectorCsv {

    static final String VALUE = "value";
    static final String REGION = "region";
    static final String LABEL = "label";
    static final String UNIT = "unit";
    static final String ERROR_BOUND = "error_bound";

    private VectorCsv() {}

    /**
     * Reads a vector that names its labels and units itself, such as one that {@link #write(LabelledVector, Path)} wrote.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the vector, in the order of the file
     * @throws CsvFormatException if the file holds something else, or no unit column
     * @throws IOException if it cannot be read
     */
    public static LabelledVector read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a vector that names its labels and units itself.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @return the vector, in the order of the file
     * @throws CsvFormatException if the file holds something else, or no unit column
     * @throws IOException if it cannot be read
     */
    public static LabelledVector read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return VectorReader.asItStands(path, options).values();
    }

    /**
     * Reads numbers for known labels, such as a final demand for the industries of a table. Every label must be there.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param labels the labels wanted; the rows of the file may stand in any order
     * @param units their units; if the file has a unit column it must say the same
     * @return the vector, in the order of the labels
     * @throws CsvFormatException if the file holds something else, a label that is not known, or not every label
     * @throws IOException if it cannot be read
     */
    public static LabelledVector read(Path path, Labels labels, Units units) throws IOException {
        return read(path, labels, units, MissingLabels.REFUSE);
    }

    /**
     * Reads numbers for known labels.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param labels the labels wanted; the rows of the file may stand in any order
     * @param units their units; if the file has a unit column it must say the same
     * @param missing what it means that the file has no row for a label
     * @return the vector, in the order of the labels
     * @throws CsvFormatException if the file holds something else, or a label that is not known
     * @throws IOException if it cannot be read
     */
    public static LabelledVector read(Path path, Labels labels, Units units, MissingLabels missing) throws IOException {
        return read(path, labels, units, missing, CsvOptions.defaults());
    }

    /**
     * Reads numbers for known labels.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param labels the labels wanted; the rows of the file may stand in any order
     * @param units their units; if the file has a unit column it must say the same
     * @param missing what it means that the file has no row for a label
     * @param options how its text is to be read
     * @return the vector, in the order of the labels
     * @throws CsvFormatException if the file holds something else, or a label that is not known
     * @throws IOException if it cannot be read
     */
    public static LabelledVector read(Path path, Labels labels, Units units, MissingLabels missing, CsvOptions options)
            throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(options, "options");
        units.requireSize(labels.size());
        return VectorReader.joined(path, labels, units, missing, options);
    }

    /**
     * Reads a vector with its bounds, such as one that {@link #write(BoundedVector, Path)} wrote.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the vector, in the order of the file
     * @throws CsvFormatException if the file holds something else, or no column {@code error_bound}
     * @throws IOException if it cannot be read
     */
    public static BoundedVector readBounded(Path path) throws IOException {
        return readBounded(path, CsvOptions.defaults());
    }

    /**
     * Reads a vector with its bounds.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @return the vector, in the order of the file
     * @throws CsvFormatException if the file holds something else, or no column {@code error_bound}
     * @throws IOException if it cannot be read
     */
    public static BoundedVector readBounded(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return VectorReader.asItStands(path, options).bounded();
    }

    /**
     * Writes a vector so that {@link #read(Path)} gives back an equal one.
     *
     * @param vector the numbers
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @throws IOException if it cannot be written
     */
    public static void write(LabelledVector vector, Path path) throws IOException {
        write(vector, path, CsvOptions.defaults());
    }

    /**
     * Writes a vector so that {@link #read(Path, CsvOptions)} gives back an equal one.
     *
     * @param vector the numbers
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     */
    public static void write(LabelledVector vector, Path path, CsvOptions options) throws IOException {
        write(vector, new double[0], path, options);
    }

    /**
     * Writes a vector with its bounds so that {@link #readBounded(Path)} gives back an equal one. Where no bound could be
     * proved it is written as {@code Infinity}.
     *
     * @param vector the numbers with their bounds
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @throws IOException if it cannot be written
     */
    public static void write(BoundedVector vector, Path path) throws IOException {
        write(vector, path, CsvOptions.defaults());
    }

    /**
     * Writes a vector with its bounds so that {@link #readBounded(Path, CsvOptions)} gives back an equal one.
     *
     * @param vector the numbers with their bounds
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     */
    public static void write(BoundedVector vector, Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(vector, "vector");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        write(vector.values(), vector.errorBounds(), path, options);
    }

    /** Writes a vector; bounds has no entries where there are none. */
    private static void write(LabelledVector vector, double[] bounds, Path path, CsvOptions options)
            throws IOException {
        boolean regions = !vector.labels().regions().isEmpty();
        boolean bounded = bounds.length > 0;
        CsvOutput.write(path, options, out -> {
            if (regions) {
                out.text(REGION);
            }
            out.texts(LABEL, UNIT, headerFor(vector.name(), List.of(REGION, LABEL, UNIT, ERROR_BOUND)));
            if (bounded) {
                out.text(ERROR_BOUND);
            }
            out.endRow();
            for (int i = 0; i < vector.size(); i++) {
                if (regions) {
                    out.region(vector.labels().get(i));
                }
                out.text(vector.labels().get(i).name())
                        .text(vector.units().get(i))
                        .number(vector.at(i));
                if (bounded) {
                    out.number(bounds[i]);
                }
                out.endRow();
            }
        });
    }

    /** The header above numbers: what they are, unless a reader would take that for another column. */
    static String headerFor(String name, List<String> reserved) {
        boolean unusable = name.isBlank() || !name.equals(name.strip()) || reserved.contains(name);
        return unusable ? VALUE : name;
    }
}
