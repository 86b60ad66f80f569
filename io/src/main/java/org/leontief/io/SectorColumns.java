package org.leontief.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;

/** Labels of matrices whose rows and columns have a region and a name; joined by label, never by position. */
final class SectorColumns {

    private SectorColumns() {}

    /** The labels of the columns: region and name from two header rows, the name alone from one. */
    static Labels ofColumns(HeadedMatrix matrix) throws CsvFormatException {
        return labels(matrix, matrix.columns(), "column");
    }

    /** The labels of the rows: region and name from two label columns, the name alone from one; further columns are left out. */
    static Labels ofRows(HeadedMatrix matrix, int labelColumns) throws CsvFormatException {
        return labels(
                matrix,
                matrix.rows().stream().map(row -> row.subList(0, labelColumns)).toList(),
                "row");
    }

    private static Labels labels(HeadedMatrix matrix, List<List<String>> levels, String side)
            throws CsvFormatException {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            List<String> level = levels.get(i);
            String name = level.get(level.size() - 1);
            String region = level.size() > 1 ? level.get(level.size() - 2) : "";
            if (name.isEmpty()) {
                throw fails(matrix, side + " " + (i + 1) + " of the numbers has no label");
            }
            labels.add(new Label(region.isEmpty() ? null : region, name));
        }
        try {
            return Labels.ofLabels(labels);
        } catch (IllegalArgumentException e) {
            throw fails(matrix, String.valueOf(e.getMessage()));
        }
    }

    /** The matrix with its columns in the order of the expected labels; an error if the labels are others. */
    static SparseMatrix columnsAs(HeadedMatrix matrix, Labels expected, String whose) throws CsvFormatException {
        int[] places = places(matrix, ofColumns(matrix), expected, whose);
        return isInOrder(places) ? matrix.matrix() : matrix.matrix().columns(places);
    }

    /** The matrix with its rows in the order of the expected labels; an error if the labels are others. */
    static SparseMatrix rowsAs(HeadedMatrix matrix, Labels own, Labels expected, String whose)
            throws CsvFormatException {
        int[] places = places(matrix, own, expected, whose);
        return isInOrder(places)
                ? matrix.matrix()
                : matrix.part(
                        places, IntStream.range(0, matrix.columns().size()).toArray());
    }

    private static int[] places(HeadedMatrix matrix, Labels own, Labels expected, String whose)
            throws CsvFormatException {
        try {
            return expected.placesIn(own, matrix.file().name() + ", compared with " + whose + ",");
        } catch (UnknownLabelException e) {
            throw fails(matrix, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isInOrder(int[] places) {
        return Arrays.equals(places, IntStream.range(0, places.length).toArray());
    }

    static CsvFormatException fails(HeadedMatrix matrix, String problem) {
        String file = matrix.file().shown();
        return new CsvFormatException(file, 0, file + ": " + problem + (problem.endsWith(".") ? "" : "."));
    }
}
