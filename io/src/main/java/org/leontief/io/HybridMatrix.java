package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;

/**
 * A matrix of EXIOBASE hybrid: region, name and two codes in four rows above the numbers, and so many columns of labels beside
 * them, of a CSV file or of a sheet of a workbook.
 *
 * @param source the file with its numbers
 * @param sheet which sheet, for messages; empty for a CSV file
 * @param columns region and name of each column
 */
record HybridMatrix(HeadedMatrix source, String sheet, Labels columns) {

    /** Region, name, two codes. */
    static final int LEVELS = 4;
    /** The same of products, and their unit. */
    private static final int LABELS_OF_PRODUCTS = 5;

    /** Products in the rows, each with its unit. */
    static HybridMatrix ofProducts(DataFile file, CsvOptions options) throws IOException {
        return of(HeadedMatrix.read(file, options, new Shape(LEVELS, LABELS_OF_PRODUCTS)), "");
    }

    /** A sheet with so many columns of labels. */
    static HybridMatrix ofSheet(DataFile file, String sheet, int labelColumns, CsvOptions options) throws IOException {
        return of(
                HeadedMatrix.read(
                        file, new Shape(LEVELS, labelColumns), () -> CsvSource.openSheet(file, sheet, options)),
                sheet);
    }

    private static HybridMatrix of(HeadedMatrix read, String sheet) throws CsvFormatException {
        List<Label> labels = new ArrayList<>();
        for (List<String> levels : read.columns()) {
            if (levels.get(0).isEmpty() || levels.get(1).isEmpty()) {
                throw fails(read, sheet, "column " + (labels.size() + 1) + " of the numbers has no region or no name");
            }
            labels.add(new Label(levels.get(0), levels.get(1)));
        }
        return new HybridMatrix(read, sheet, distinct(read, sheet, labels));
    }

    /** Region and name of each row, which is a product. */
    Labels products() throws CsvFormatException {
        List<Label> labels = new ArrayList<>();
        for (List<String> row : source.rows()) {
            if (row.get(0).isEmpty() || row.get(1).isEmpty()) {
                throw fails("row " + (labels.size() + 1) + " of the numbers has no region or no name");
            }
            labels.add(new Label(row.get(0), row.get(1)));
        }
        return distinct(source, sheet, labels);
    }

    /** The unit of each row. */
    List<String> unitsOfProducts() throws CsvFormatException {
        List<String> units = source.rowLabels(LABELS_OF_PRODUCTS - 1);
        int without = units.indexOf("");
        if (without >= 0) {
            throw fails("'" + products().get(without) + "' has no unit");
        }
        return units;
    }

    /** The numbers with rows and columns in the order of these labels; an error if they are others, or products in other units. */
    SparseMatrix in(Labels rows, Units units, Labels expectedColumns, String whose) throws CsvFormatException {
        int[] placeOfRow = places(rows, products(), whose);
        List<String> own = unitsOfProducts();
        for (int i = 0; i < placeOfRow.length; i++) {
            if (!own.get(placeOfRow[i]).equals(units.get(i))) {
                throw fails("'" + rows.get(i) + "' is in " + NumberParser.quoted(own.get(placeOfRow[i])) + ", and in "
                        + NumberParser.quoted(units.get(i)) + " in " + whose);
            }
        }
        return source.part(placeOfRow, places(expectedColumns, columns, whose));
    }

    /** The numbers with columns in the order of these labels. */
    SparseMatrix withColumns(Labels expected, String whose) throws CsvFormatException {
        return source.matrix().columns(places(expected, columns, whose));
    }

    private int[] places(Labels expected, Labels own, String whose) throws CsvFormatException {
        try {
            return expected.placesIn(own, shown() + ", compared with " + whose + ",");
        } catch (UnknownLabelException e) {
            throw fails(String.valueOf(e.getMessage()));
        }
    }

    private String shown() {
        return sheet.isEmpty() ? source.file().name() : "sheet '" + sheet + "'";
    }

    CsvFormatException fails(String problem) {
        return fails(source, sheet, problem);
    }

    private static CsvFormatException fails(HeadedMatrix read, String sheet, String problem) {
        return SectorColumns.fails(read, sheet.isEmpty() ? problem : "sheet '" + sheet + "': " + problem);
    }

    private static Labels distinct(HeadedMatrix read, String sheet, List<Label> labels) throws CsvFormatException {
        try {
            return Labels.ofLabels(labels);
        } catch (IllegalArgumentException e) {
            throw fails(read, sheet, String.valueOf(e.getMessage()));
        }
    }
}
