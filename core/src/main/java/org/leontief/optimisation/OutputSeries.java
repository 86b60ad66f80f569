package org.leontief.optimisation;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.ejml.data.DMatrixSparseCSC;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.SparseMatrix;

/**
 * Outputs that deliveries take, and prices that costs make, by so many terms of a series for (I − A)⁻¹: steps
 *
 * <pre>
 * x ← x + α_k (d − (I − A) x)      from x = 0, all α_k = 1 but the first two
 * </pre>
 *
 * which with α = 1 throughout would be d + A d + A² d + …. The first two, 1 / (1 − μ), take out the part of the error that
 * belongs to the eigenvalue μ: for the largest and about the second largest this halves the passes. Unlike a solver that stops
 * where it is near enough, so many terms are one matrix, and prices are by its very transpose, so that products with both are
 * symmetric, which conjugate gradients need. Each line is a sum of its own: threads change no bit.
 */
final class OutputSeries {

    private static final int BLOCK = 1024;
    private static final int PROBES = 16;
    private static final int MOST_TERMS = 500;
    /** Below this nothing is left but rounding. */
    private static final double ROUNDING = 1e-15;

    private final CompressedMatrix byColumn;
    private final CompressedMatrix byRow;
    private final int threads;
    /** How far each term goes of the way that the residual shows: 1, or more where it takes out a slow part. */
    private final double[] reach = new double[3];
    /** The residual that is left of a probe after so many terms, relative. */
    private final double[] left;

    /** Keeps A in both orders: 24 bytes a coefficient. */
    OutputSeries(SparseMatrix a, int threads) {
        DMatrixSparseCSC copy = a.toSparse();
        byColumn = new CompressedMatrix(copy.col_idx, copy.nz_rows, copy.nz_values);
        byRow = byColumn.transposed(a.rows());
        this.threads = threads;
        double[] probe = new double[a.rows()];
        for (int i = 0; i < probe.length; i++) {
            probe[i] = ((i * 0x9E3779B1) >>> 8) * 0x1p-24;
        }
        double first = growth(probe, 0, PROBES);
        double second = growth(probe, first, PROBES);
        reach[0] = 1 / (1 - first);
        reach[1] = 1 / (1 - Math.min(second, first));
        reach[2] = 1;
        left = left(probe);
    }

    /** How fast powers of A grow on a vector of which the part that grows so fast is taken out; at most 0.9. */
    private double growth(double[] from, double without, int probes) {
        double[] v = from;
        if (without != 0) {
            v = multiplied(byRow, from, null);
            for (int i = 0; i < v.length; i++) {
                v[i] -= without * from[i];
            }
        }
        double growth = 0;
        double size = EqualisedProgramme.norm(v);
        for (int probe = 0; probe < probes && size > 0; probe++) {
            double[] w = multiplied(byRow, v, null);
            double next = EqualisedProgramme.norm(w);
            growth = next / size;
            size = next;
            v = w;
        }
        return Math.min(0.9, growth);
    }

    private double[] left(double[] d) {
        double[] left = new double[MOST_TERMS];
        double[] x = new double[d.length];
        double[] residual = d;
        double size = EqualisedProgramme.norm(d);
        int terms = 0;
        while (terms < MOST_TERMS) {
            for (int i = 0; i < x.length; i++) {
                x[i] += reach(terms) * residual[i];
            }
            residual = multiplied(byRow, x, d);
            for (int i = 0; i < x.length; i++) {
                residual[i] -= x[i];
            }
            left[terms++] = EqualisedProgramme.norm(residual) / size;
            if (!(left[terms - 1] > ROUNDING)) {
                break;
            }
        }
        return Arrays.copyOf(left, terms);
    }

    private double reach(int term) {
        return reach[Math.min(term, reach.length - 1)];
    }

    /** How many terms leave out no more than this share. */
    int termsFor(double share) {
        int terms = 1;
        while (terms < left.length && left[terms - 1] > share) {
            terms++;
        }
        return terms;
    }

    /** What all terms there may be leave out, relative. */
    double leastLeftOut() {
        return left[left.length - 1];
    }

    /** About (I − A)⁻¹ d. */
    double[] outputs(double[] d, int terms) {
        return sum(byRow, d, terms);
    }

    /** About (I − A)⁻ᵀ v. */
    double[] prices(double[] v, int terms) {
        return sum(byColumn, v, terms);
    }

    private double[] sum(CompressedMatrix matrix, double[] first, int terms) {
        double[] sum = new double[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = reach(0) * first[i];
        }
        for (int term = 1; term < terms; term++) {
            double[] next = multiplied(matrix, sum, first);
            double share = reach(term);
            if (share != 1) {
                for (int i = 0; i < sum.length; i++) {
                    next[i] = sum[i] + share * (next[i] - sum[i]);
                }
            }
            sum = next;
        }
        return sum;
    }

    /** M x, and what is to be added. */
    private double[] multiplied(CompressedMatrix matrix, double[] x, double @Nullable [] added) {
        double[] product = new double[matrix.lines()];
        inBlocks(matrix, i -> product[i] = matrix.dot(i, x) + (added == null ? 0 : added[i]));
        return product;
    }

    /** (I − A∘A)⁻¹ d: squares along paths, for d ≥ 0 about (L∘L) d. */
    double[] squaredOutputs(double[] d, int terms) {
        return squaredSum(byRow, d, terms);
    }

    /** (I − A∘A)⁻ᵀ v, for v ≥ 0 about the diagonal of Lᵀ v̂ L. */
    double[] squaredPrices(double[] v, int terms) {
        return squaredSum(byColumn, v, terms);
    }

    private double[] squaredSum(CompressedMatrix matrix, double[] first, int terms) {
        double[] sum = first;
        for (int term = 0; term < terms; term++) {
            double[] before = sum;
            double[] next = new double[first.length];
            inBlocks(matrix, line -> next[line] = first[line] + squaredDot(matrix, line, before));
            sum = next;
        }
        return sum;
    }

    private static double squaredDot(CompressedMatrix matrix, int line, double[] v) {
        double sum = 0;
        for (int p = matrix.start()[line]; p < matrix.start()[line + 1]; p++) {
            sum += matrix.value()[p] * matrix.value()[p] * v[matrix.index()[p]];
        }
        return sum;
    }

    private void inBlocks(CompressedMatrix matrix, IntConsumer line) {
        int lines = matrix.lines();
        PanelRows.each((lines + BLOCK - 1) / BLOCK, threads, matrix.entries(), block -> {
            for (int i = block * BLOCK; i < Math.min(lines, (block + 1) * BLOCK); i++) {
                line.accept(i);
            }
        });
    }
}
