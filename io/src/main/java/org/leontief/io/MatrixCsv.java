package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.solve.SparseMatrix;

/**
 * Matrices in wide form: a row and a column for each label. For sparse matrices {@link LongCsv} is shorter.
 *
 * <p>The library's own layout has the name of the matrix in its corner and a column with the units of the rows:
 *
 * <pre>
 * Transactions,unit,Agriculture,Manufacturing
 * Agriculture,million EUR,150.0,500.0
 * Manufacturing,million EUR,200.0,100.0
 * </pre>
 *
 * <p>and where labels have regions
 *
 * <pre>
 * Transactions,,region,DEU,FRA
 * region,label,unit,Steel,Steel
 * DEU,Steel,million EUR,150.0,500.0
 * FRA,Steel,million EUR,200.0,100.0
 * </pre>
 *
 * <p>The layout of other files is declared with a {@link MatrixLayout}.
 */
public final class MatrixCsv {

    private MatrixCsv() {}

    /**
     * Reads a matrix in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a matrix in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return MatrixReader.readOwn(path, options);
    }

    /**
     * Reads a matrix whose layout is declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout where labels and units are
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path, MatrixLayout layout) throws IOException {
        return read(path, layout, CsvOptions.defaults());
    }

    /**
     * Reads a matrix whose layout is declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout where labels and units are
     * @param options how its text is to be read
     * @return the matrix
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix read(Path path, MatrixLayout layout, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(options, "options");
        return MatrixReader.read(path, layout, options);
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
     * Writes a matrix so that {@link #read(Path, CsvOptions)} gives back an equal one.
     *
     * @param matrix the matrix
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     */
    public static void write(LabelledMatrix matrix, Path path, CsvOptions options) throws IOException {
        boolean regions = !matrix.rows().regions().isEmpty()
                || !matrix.columns().regions().isEmpty();
        CsvOutput.write(path, options, out -> {
            writeHeader(matrix, regions, out);
            SparseMatrix byRow = matrix.matrix().transpose();
            double[] values = new double[matrix.columns().size()];
            for (int i = 0; i < matrix.rows().size(); i++) {
                Label label = matrix.rows().get(i);
                if (regions) {
                    out.region(label);
                }
                out.text(label.name()).text(matrix.rowUnits().get(i));
                Arrays.fill(values, 0);
                byRow.forEachInColumn(i, (j, row, v) -> values[j] = v);
                for (double value : values) {
                    out.number(value);
                }
                out.endRow();
            }
        });
    }

    private static void writeHeader(LabelledMatrix matrix, boolean regions, CsvOutput out) throws IOException {
        out.text(matrix.name());
        if (regions) {
            out.blanks(1).text(VectorCsv.REGION);
            for (Label label : matrix.columns()) {
                out.region(label);
            }
            out.endRow();
            out.texts(VectorCsv.REGION, VectorCsv.LABEL);
        }
        out.text(VectorCsv.UNIT);
        for (Label label : matrix.columns()) {
            out.text(label.name());
        }
        out.endRow();
    }
}
