package org.leontief.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.leontief.io.LongLayout.Part;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;

/** Writes one matrix in long form. */
final class LongWriter {

    private static final List<String> RESERVED =
            Arrays.stream(Part.values()).map(Part::usualHeader).toList();

    private final LabelledMatrix matrix;
    private final CsvOutput out;
    private final boolean regions;

    LongWriter(LabelledMatrix matrix, CsvOutput out) {
        this.matrix = matrix;
        this.out = out;
        regions = !matrix.rows().regions().isEmpty()
                || !matrix.columns().regions().isEmpty();
    }

    void write() throws IOException {
        for (Part part : regions
                ? List.of(Part.FROM_REGION, Part.FROM, Part.TO_REGION, Part.TO, Part.UNIT)
                : List.of(Part.FROM, Part.TO, Part.UNIT)) {
            out.text(part.usualHeader());
        }
        out.text(VectorCsv.headerFor(matrix.name(), RESERVED)).endRow();
        for (int k = 0; k < Math.max(rows(), columns()); k++) {
            int i = Math.min(k, rows() - 1);
            int j = Math.min(k, columns() - 1);
            writeCell(i, j, matrix.matrix().get(i, j));
        }
        for (int j = 0; j < columns(); j++) {
            writeRestOfColumn(j);
        }
    }

    /**
     * The cells that are written first, zeros included: down the diagonal and on along the longer side. They name every
     * label in order, so that rows and columns without numbers are not lost and the order is kept.
     */
    private boolean isOnDiagonal(int i, int j) {
        int k = Math.max(i, j);
        return i == Math.min(k, rows() - 1) && j == Math.min(k, columns() - 1);
    }

    private void writeRestOfColumn(int column) throws IOException {
        int[] rowOf = new int[rows()];
        double[] valueOf = new double[rows()];
        int[] count = {0};
        matrix.matrix().forEachInColumn(column, (i, j, v) -> {
            rowOf[count[0]] = i;
            valueOf[count[0]++] = v;
        });
        for (int k = 0; k < count[0]; k++) {
            if (!isOnDiagonal(rowOf[k], column)) {
                writeCell(rowOf[k], column, valueOf[k]);
            }
        }
    }

    private void writeCell(int i, int j, double value) throws IOException {
        writeLabel(matrix.rows().get(i));
        writeLabel(matrix.columns().get(j));
        out.text(matrix.rowUnits().get(i)).number(value).endRow();
    }

    private void writeLabel(Label label) throws IOException {
        if (regions) {
            out.region(label);
        }
        out.text(label.name());
    }

    private int rows() {
        return matrix.rows().size();
    }

    private int columns() {
        return matrix.columns().size();
    }
}
