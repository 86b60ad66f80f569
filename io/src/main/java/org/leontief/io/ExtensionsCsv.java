package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * Satellite accounts that are published the other way round: an industry to a row, and employment, hours and wages in columns,
 * each in a unit of its own, as socio-economic accounts are.
 *
 * <pre>
 * code,EMP,H_EMPE,COMP
 * A01,1581.064,1604.566,30025.0
 * A02,422.553,699.161,13977.1
 * </pre>
 */
public final class ExtensionsCsv {

    private ExtensionsCsv() {}

    /**
     * Reads some of the columns; the others are left out.
     *
     * @param path the file, with industries in its first column; through gzip if its name ends in .gz
     * @param unitByColumn the columns wanted and their units, such as EMP in "thousand persons"
     * @return F, extensions × industries, in the order of the columns in the file
     * @throws CsvFormatException if the file holds something else
     * @throws org.leontief.label.UnknownLabelException if there is no such column, with the nearest
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix readByIndustry(Path path, Map<String, String> unitByColumn) throws IOException {
        return readByIndustry(path, unitByColumn, CsvOptions.defaults());
    }

    /**
     * Reads some of the columns; the others are left out.
     *
     * @param path the file, with industries in its first column; through gzip if its name ends in .gz
     * @param unitByColumn the columns wanted and their units
     * @param options how its text is to be read
     * @return F, extensions × industries, in the order of the columns in the file
     * @throws CsvFormatException if the file holds something else
     * @throws org.leontief.label.UnknownLabelException if there is no such column, with the nearest
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix readByIndustry(Path path, Map<String, String> unitByColumn, CsvOptions options)
            throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(unitByColumn, "unitByColumn");
        Objects.requireNonNull(options, "options");
        // The unit of the whole is not used: every column gets its own.
        LabelledMatrix all = MatrixCsv.read(path, MatrixLayout.withHeader().unit("1"), options);
        int[] wanted = unitByColumn.keySet().stream()
                .mapToInt(all.columns()::indexOf)
                .sorted()
                .toArray();
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        SparseMatrixBuilder f = SparseMatrix.builder(wanted.length, all.rows().size());
        for (int k = 0; k < wanted.length; k++) {
            String name = all.columns().get(wanted[k]).toString();
            names.add(name);
            units.add(unitByColumn.get(name));
            int row = k;
            all.matrix().forEachInColumn(wanted[k], (i, column, v) -> f.add(row, i, v));
        }
        return LabelledMatrix.of(
                all.name(),
                Labels.of(names),
                all.rows(),
                names.isEmpty() ? Units.NONE : Units.perLabel(units),
                f.build());
    }
}
