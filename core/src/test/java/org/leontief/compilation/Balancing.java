package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** Small priors and totals for tests: rows a, b, …, columns A, B, …, in euros. */
final class Balancing {

    static final Units EUR = Units.of("EUR");

    private Balancing() {}

    static LabelledMatrix prior(double[]... rows) {
        return prior(SparseMatrix.of(rows));
    }

    static LabelledMatrix prior(SparseMatrix matrix) {
        return LabelledMatrix.of("Prior", names("a", matrix.rows()), names("A", matrix.columns()), EUR, matrix);
    }

    static LabelledVector rows(double... totals) {
        return LabelledVector.of("Row totals", names("a", totals.length), EUR, totals);
    }

    static LabelledVector columns(double... totals) {
        return LabelledVector.of("Column totals", names("A", totals.length), EUR, totals);
    }

    /** a, b, c, … and from the 27th on a26, a27, …. */
    private static Labels names(String first, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = i < 26 ? String.valueOf((char) (first.charAt(0) + i)) : first + i;
        }
        return Labels.of(names);
    }

    static double[] dense(LabelledMatrix matrix) {
        return matrix.matrix().toDense().data;
    }
}
