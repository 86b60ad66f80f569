package org.leontief.structure;

import java.util.Arrays;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Coefficients of variation of L = (I − A)⁻¹: standard deviation, with n − 1, over the mean,
 *
 * <pre>
 * column j   √( Σ_i (l_ij − l̄_j)² / (n − 1) ) / l̄_j,   l̄_j = Σ_i l_ij / n
 * row i      the same over j
 * </pre>
 *
 * <p>A low one means that what industry j sets in motion (column), or what sets industry i in motion (row), is spread evenly over
 * all. Sums are updated column by column (B. P. Welford, Technometrics 4, 1962); the numbers carry no bounds. Source: P. N.
 * Rasmussen, <i>Studies in Inter-sectoral Relations</i> (1956), chapter 8.
 *
 * @param backward of the columns
 * @param forward of the rows
 * @param largestErrorBound of the entries of L that they were computed from; +∞ where nothing could be proved
 */
public record LinkageVariation(LabelledVector backward, LabelledVector forward, double largestErrorBound) {

    static LinkageVariation of(TechnicalCoefficients coefficients, SolveOptions options) {
        int n = coefficients.industries().size();
        if (n < 2) {
            throw new IllegalStateException("There is one industry, and nothing that could vary.");
        }
        double[] columns = new double[n];
        double[] means = new double[n];
        double[] squares = new double[n];
        double[] largest = new double[1];
        InverseColumns.forEach(coefficients, options, (j, column, bounds) -> {
            columns[j] = variation(column);
            for (int i = 0; i < n; i++) {
                double difference = column[i] - means[i];
                means[i] += difference / (j + 1);
                squares[i] += difference * (column[i] - means[i]);
                largest[0] = Math.max(largest[0], bounds[i]);
            }
        });
        double[] rows = new double[n];
        Arrays.setAll(rows, i -> Math.sqrt(squares[i] / (n - 1)) / means[i]);
        return new LinkageVariation(
                LabelledVector.of("Variation of columns", coefficients.industries(), Units.NONE, columns),
                LabelledVector.of("Variation of rows", coefficients.industries(), Units.NONE, rows),
                largest[0]);
    }

    private static double variation(double[] entries) {
        double mean = Arrays.stream(entries).sum() / entries.length;
        double squares = Arrays.stream(entries)
                .map(entry -> (entry - mean) * (entry - mean))
                .sum();
        return Math.sqrt(squares / (entries.length - 1)) / mean;
    }

    /** Both vectors. */
    @Override
    public String toString() {
        return backward + "\n" + forward;
    }
}
