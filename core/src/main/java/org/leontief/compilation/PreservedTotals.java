package org.leontief.compilation;

import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;

/** Checks that totals are the same after a table was made into another. */
final class PreservedTotals {

    /** Relative to the sum of absolute entries; rounding stays far below, a lost row does not. */
    private static final double TOLERANCE = 1e-9;

    private double largest;
    private String worst = "";

    /** Rows are the same, columns differ. */
    void compareRows(String part, LabelledMatrix before, LabelledMatrix after) {
        double[] old = before.matrix().rowSums();
        double[] now = after.matrix().rowSums();
        double[] size =
                sizes(before.matrix().abs().rowSums(), after.matrix().abs().rowSums());
        for (int i = 0; i < old.length; i++) {
            compare(part, before.rows().get(i), old[i], now[i], size[i]);
        }
    }

    /** Columns are the same, rows differ; all in one unit. */
    void compareColumns(String part, LabelledMatrix before, LabelledMatrix after) {
        double[] old = before.matrix().columnSums();
        double[] now = after.matrix().columnSums();
        double[] size =
                sizes(before.matrix().abs().columnSums(), after.matrix().abs().columnSums());
        for (int c = 0; c < old.length; c++) {
            compare(part, before.columns().get(c), old[c], now[c], size[c]);
        }
    }

    /** The same labels, each total with the sum of the absolute numbers it was made of. */
    void compareVectors(String part, LabelledVector before, LabelledVector after, double[] madeOf) {
        for (int i = 0; i < madeOf.length; i++) {
            double size = Math.max(madeOf[i], Math.max(Math.abs(before.at(i)), Math.abs(after.at(i))));
            compare(part, before.labels().get(i), before.at(i), after.at(i), size);
        }
    }

    private static double[] sizes(double[] before, double[] after) {
        double[] larger = new double[before.length];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(before[i], after[i]);
        }
        return larger;
    }

    private void compare(String part, Label label, double before, double after, double size) {
        double difference = size == 0 ? 0 : Math.abs(after - before) / size;
        if (difference > largest) {
            largest = difference;
            worst = part + " of '" + label + "': " + before + " before, " + after + " after";
        }
    }

    /** The largest relative difference. */
    double requireKept() {
        if (largest > TOLERANCE) {
            throw new IllegalStateException("Totals were not kept. " + worst + ".");
        }
        return largest;
    }
}
