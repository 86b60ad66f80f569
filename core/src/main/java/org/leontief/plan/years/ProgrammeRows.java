package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.Sense;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Rows of a programme, written one after the other; what is added to a column twice in a row is added up. */
final class ProgrammeRows {

    private final double[] current;
    private final int[] touched;
    private int touchedCount;

    private int[] columnOf = new int[1024];
    private double[] entry = new double[1024];
    private final List<Integer> rowEnds = new ArrayList<>();
    private final List<Double> lower = new ArrayList<>();
    private final List<Double> upper = new ArrayList<>();
    private final boolean[] isTouched;
    private int entries;

    ProgrammeRows(int columns) {
        current = new double[columns];
        touched = new int[columns];
        isTouched = new boolean[columns];
    }

    /** Adds to the row that is being written. */
    ProgrammeRows add(int column, double coefficient) {
        if (!isTouched[column]) {
            isTouched[column] = true;
            touched[touchedCount++] = column;
        }
        current[column] += coefficient;
        return this;
    }

    /** Ends the row; its number. */
    int end(double low, double high) {
        Arrays.sort(touched, 0, touchedCount);
        for (int k = 0; k < touchedCount; k++) {
            int column = touched[k];
            if (current[column] != 0) {
                if (entries == entry.length) {
                    columnOf = Arrays.copyOf(columnOf, 2 * entries);
                    entry = Arrays.copyOf(entry, 2 * entries);
                }
                columnOf[entries] = column;
                entry[entries++] = current[column];
            }
            current[column] = 0;
            isTouched[column] = false;
        }
        touchedCount = 0;
        rowEnds.add(entries);
        lower.add(low);
        upper.add(high);
        return rowEnds.size() - 1;
    }

    /** Adds what would have been a row to a vector over the columns instead. */
    void moveTo(double[] vector) {
        for (int k = 0; k < touchedCount; k++) {
            int column = touched[k];
            vector[column] += current[column];
            current[column] = 0;
            isTouched[column] = false;
        }
        touchedCount = 0;
    }

    /** The bound that is not infinite; the lower one if both are. */
    double bound(int row) {
        return Double.isInfinite(lower.get(row)) ? upper.get(row) : lower.get(row);
    }

    int count() {
        return rowEnds.size();
    }

    /** The programme of these rows. */
    LinearProgramme programme(Sense sense, double[] objective, double[] columnLower, double[] columnUpper) {
        SparseMatrixBuilder matrix = SparseMatrix.builder(count(), current.length);
        int from = 0;
        for (int i = 0; i < count(); i++) {
            for (int p = from; p < rowEnds.get(i); p++) {
                matrix.add(i, columnOf[p], entry[p]);
            }
            from = rowEnds.get(i);
        }
        return LinearProgramme.of(
                sense,
                objective,
                matrix.build(),
                lower.stream().mapToDouble(Double::doubleValue).toArray(),
                upper.stream().mapToDouble(Double::doubleValue).toArray(),
                columnLower,
                columnUpper);
    }
}
