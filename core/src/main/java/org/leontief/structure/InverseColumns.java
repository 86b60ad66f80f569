package org.leontief.structure;

import java.util.Arrays;
import java.util.List;
import org.leontief.solve.Inverse;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/** L = (I − A)⁻¹, column by column, for what needs a number or two of each: beyond small n it is never held as a whole. */
final class InverseColumns {

    /** Up to here the inverse, 24 n² bytes, is quicker than n solves. */
    private static final int INVERTED_UP_TO = 2000;

    /** What shares a pass over the coefficients. */
    private static final int GROUP = 16;

    /** Numbers that the columns of one batch may hold together. */
    private static final int MOST_NUMBERS = 16_000_000;

    private InverseColumns() {}

    /** Takes one column of L. */
    @FunctionalInterface
    interface Consumer {
        /** L e_j with its bounds; both belong to the receiver. */
        void accept(int j, double[] column, double[] bounds);
    }

    static void forEach(TechnicalCoefficients coefficients, SolveOptions options, Consumer consumer) {
        int n = coefficients.industries().size();
        if (n <= INVERTED_UP_TO && options.method() == SolveMethod.AUTOMATIC) {
            byInverse(coefficients, options, consumer);
        } else {
            bySolves(coefficients, options, consumer);
        }
    }

    private static void byInverse(TechnicalCoefficients coefficients, SolveOptions options, Consumer consumer) {
        Inverse inverse = SolutionRequirement.INVERSE.requireConverged(
                coefficients, coefficients.system().inverse(options));
        for (int j = 0; j < inverse.size(); j++) {
            int column = j;
            double[] values = new double[inverse.size()];
            double[] bounds = new double[inverse.size()];
            Arrays.setAll(values, i -> inverse.value(i, column));
            Arrays.setAll(bounds, i -> inverse.errorBound(i, column));
            consumer.accept(j, values, bounds);
        }
    }

    private static void bySolves(TechnicalCoefficients coefficients, SolveOptions options, Consumer consumer) {
        int n = coefficients.industries().size();
        int batch = Math.max(GROUP, Math.min(GROUP * options.threads(), MOST_NUMBERS / n));
        for (int from = 0; from < n; from += batch) {
            double[][] units = new double[Math.min(batch, n - from)][n];
            for (int k = 0; k < units.length; k++) {
                units[k][from + k] = 1;
            }
            List<Solution> solutions = coefficients.system().solveAll(units, options);
            for (int k = 0; k < units.length; k++) {
                Solution solution = SolutionRequirement.INVERSE.requireConverged(coefficients, solutions.get(k));
                double[] bounds = new double[n];
                Arrays.setAll(bounds, solution::errorBound);
                consumer.accept(from + k, solution.values(), bounds);
            }
        }
    }
}
