package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseRowsBuilder;

/**
 * A matrix of a file with so many rows of column labels above it and so many columns of row labels beside it. The file is
 * read twice, once to count and once to store, so that nothing is held beside the matrix.
 *
 * @param file for messages
 * @param rows of each row its labels, one for each label column
 * @param columns of each column its labels, one for each header row
 * @param corner the cells above the row labels and beside the column labels, by header row
 * @param matrix the numbers
 * @param emptyCells places of numbers that are empty, where the options take such for 0
 */
record HeadedMatrix(
        DataFile file,
        List<List<String>> rows,
        List<List<String>> columns,
        List<List<String>> corner,
        SparseMatrix matrix,
        long emptyCells) {

    /**
     * How a file is laid out.
     *
     * @param headerRows rows above the numbers
     * @param labelColumns columns left of the numbers
     * @param namesOfIndex whether a further row names the label columns, as pandas writes it: no cell right of them
     */
    record Shape(int headerRows, int labelColumns, boolean namesOfIndex) {

        Shape(int headerRows, int labelColumns) {
            this(headerRows, labelColumns, false);
        }
    }

    /** How the sources of one file are opened: as text, or as a sheet of a workbook. */
    @FunctionalInterface
    interface Opening {
        CsvSource open() throws IOException;
    }

    static HeadedMatrix read(DataFile file, CsvOptions options, Shape shape) throws IOException {
        return read(file, shape, () -> CsvSource.open(file, options));
    }

    static HeadedMatrix read(DataFile file, Shape shape, Opening opening) throws IOException {
        Pass pass;
        try (CsvSource source = opening.open()) {
            pass = new Pass(source, shape);
            pass.count();
        }
        try (CsvSource source = opening.open()) {
            Pass again = new Pass(source, shape);
            SparseMatrix matrix = again.store(pass);
            return new HeadedMatrix(file, pass.rows, pass.columns, pass.corner, matrix, pass.emptyCells);
        }
    }

    private static final class Pass {

        private final CsvSource source;
        private final Shape shape;
        private final int width;
        private final List<List<String>> corner = new ArrayList<>();
        private final List<List<String>> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private int[] entriesOfColumn = new int[0];
        private final double[] numbers;
        private long emptyCells;
        /** A row that belongs to the numbers though it was looked at as a header. */
        private boolean isAtRow;

        Pass(CsvSource source, Shape shape) throws IOException {
            this.source = source;
            this.shape = shape;
            List<List<String>> headers = new ArrayList<>();
            for (int h = 0; h < shape.headerRows(); h++) {
                nextHeader();
                headers.add(cells(0, source.width()));
                corner.add(cells(0, Math.min(shape.labelColumns(), source.width())));
            }
            if (headers.isEmpty()) {
                nextHeader();
                isAtRow = true;
            }
            width = headers.stream().mapToInt(List::size).max().orElse(source.width());
            if (width <= shape.labelColumns()) {
                throw source.inRow("the row has " + width + " cells, where " + shape.labelColumns()
                        + " columns of labels and at least one of numbers are expected");
            }
            for (int c = shape.labelColumns(); c < width; c++) {
                List<String> labels = new ArrayList<>();
                for (List<String> header : headers) {
                    labels.add(c < header.size() ? header.get(c) : "");
                }
                columns.add(labels);
            }
            numbers = new double[width - shape.labelColumns()];
            source.nameColumns(names(headers));
            if (shape.namesOfIndex()) {
                readNamesOfIndex();
            }
        }

        /** The labels of each column as one text, for messages. */
        private List<String> names(List<List<String>> headers) {
            List<String> names = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                int column = c;
                names.add(headers.stream()
                        .map(header -> column < header.size() ? header.get(column) : "")
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.joining(Label.SEPARATOR)));
            }
            return names;
        }

        private void nextHeader() throws IOException {
            if (!source.next()) {
                throw source.inFile("the file ends where one of " + shape.headerRows() + " rows of labels is expected");
            }
        }

        private void readNamesOfIndex() throws IOException {
            nextHeader();
            for (int c = shape.labelColumns(); c < source.width(); c++) {
                isAtRow = isAtRow || !source.cell(c).isEmpty();
            }
            if (!isAtRow) {
                corner.add(cells(0, Math.min(shape.labelColumns(), source.width())));
            }
        }

        private List<String> cells(int from, int to) {
            List<String> cells = new ArrayList<>();
            for (int c = from; c < to; c++) {
                cells.add(source.cell(c));
            }
            return cells;
        }

        private boolean nextRow() throws IOException {
            if (isAtRow) {
                isAtRow = false;
                return true;
            }
            return source.next();
        }

        void count() throws IOException {
            entriesOfColumn = new int[numbers.length];
            while (nextRow()) {
                rows.add(readRow());
                for (int j = 0; j < numbers.length; j++) {
                    if (numbers[j] != 0) {
                        entriesOfColumn[j]++;
                    } else if (source.isEmpty(shape.labelColumns() + j)) {
                        emptyCells++;
                    }
                }
            }
            if (rows.isEmpty()) {
                throw source.inFile("the file has labels of columns and nothing below them");
            }
        }

        SparseMatrix store(Pass counted) throws IOException {
            SparseRowsBuilder matrix = SparseMatrix.byRows(counted.rows.size(), counted.entriesOfColumn);
            try {
                while (nextRow()) {
                    readRow();
                    matrix.appendRow(numbers);
                }
                return matrix.build();
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw source.inFile("the file was changed while it was read");
            }
        }

        private List<String> readRow() throws CsvFormatException {
            requireWidth();
            for (int j = 0; j < numbers.length; j++) {
                numbers[j] = source.number(shape.labelColumns() + j);
            }
            return cells(0, shape.labelColumns());
        }

        private void requireWidth() throws CsvFormatException {
            if (shape.labelColumns() > 0 && source.width() > 0) {
                source.nameRowBy(Math.min(shape.labelColumns(), source.width()) - 1);
            }
            source.requireWidth(width);
        }
    }

    /** One of the labels of each row. */
    List<String> rowLabels(int labelColumn) {
        return rows.stream().map(labels -> labels.get(labelColumn)).toList();
    }

    /** One of the labels of each column. */
    List<String> columnLabels(int headerRow) {
        return columns.stream().map(labels -> labels.get(headerRow)).toList();
    }

    /** The part of the matrix at the given rows and columns, in their order. */
    SparseMatrix part(int[] rowPlaces, int[] columnPlaces) {
        int[] newPlace = new int[matrix.rows()];
        Arrays.fill(newPlace, -1);
        for (int k = 0; k < rowPlaces.length; k++) {
            newPlace[rowPlaces[k]] = k;
        }
        SparseColumnsBuilder part = SparseMatrix.byColumns(rowPlaces.length, columnPlaces.length, 0);
        int[] rowOf = new int[rowPlaces.length];
        double[] valueOf = new double[rowPlaces.length];
        int[] count = new int[1];
        for (int column : columnPlaces) {
            count[0] = 0;
            matrix.forEachInColumn(column, (i, j, v) -> {
                if (newPlace[i] >= 0) {
                    rowOf[count[0]] = newPlace[i];
                    valueOf[count[0]++] = v;
                }
            });
            part.appendColumn(rowOf, valueOf, count[0]);
        }
        return part.build();
    }
}
