package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.leontief.label.LabelledMatrix;

/**
 * Matrices in long form, one number to a row: {@code from,to,value}. The form for sparse data; cells that the file does
 * not name are 0.
 *
 * <p>A file is read in one pass, which takes 24 bytes a row and one object for each label.
 */
public final class LongCsv {

    private LongCsv() {}

    /**
     * Reads a file in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path) throws IOException {
        return read(path, LongLayout.defaults());
    }

    /**
     * Reads a file whose columns are declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout which column is what
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path, LongLayout layout) throws IOException {
        return read(path, layout, CsvOptions.defaults());
    }

    /**
     * Reads a file whose columns are declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout which column is what
     * @param options how its text is to be read
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     * @throws java.util.concurrent.CancellationException if the listener of the options stops the read
     */
    public static LabelledMatrix read(Path path, LongLayout layout, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(options, "options");
        return LongReader.read(path, layout, options);
    }

    /**
     * Writes a matrix so that {@link #read(Path)} gives back an equal one.
     *
     * @param matrix the matrix
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @throws IOException if it cannot be written
     */
    public static void write(LabelledMatrix matrix, Path path) throws IOException {
        write(matrix, path, CsvOptions.defaults());
    }

    /**
     * Writes a matrix so that {@link #read(Path, LongLayout, CsvOptions)} gives back an equal one.
     *
     * @param matrix the matrix, with at least one row and one column
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the matrix has no rows or no columns, whose labels a long form cannot hold
     */
    public static void write(LabelledMatrix matrix, Path path, CsvOptions options) throws IOException {
        if (matrix.rows().size() == 0 || matrix.columns().size() == 0) {
            throw new IllegalArgumentException("'" + matrix.name()
                    + "' has no rows or no columns; the long form has a row for each number and cannot hold it.");
        }
        CsvOutput.write(path, options, out -> new LongWriter(matrix, out).write());
    }
}
