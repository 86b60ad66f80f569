package org.leontief.optimisation;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/**
 * Solves Gᵀ ŵ G dz = right, w ≥ 0 being how firmly each quantity is held, by conjugate gradients. The preconditioner is the
 * diagonal that short paths make, and the rows that are kept, which concern everything, as they are (Sherman, Morrison and
 * Woodbury; Golub and Van Loan, Matrix Computations, section 2.1.4 and chapter 11).
 */
final class BarrierSystem {

    private final LimitedQuantities quantities;
    private final double[] firmness;
    private final int terms;
    private final int threads;
    private final double[] inverseDiagonal;
    /** (ŵ_K⁻¹ + K D⁻¹ Kᵀ) of the rows K that are kept, factored; null if there are none, or they depend on one another in rounding. */
    private final @Nullable LinearSolverDense<DMatrixRMaj> core;

    private long steps;

    /**
     * Prepares a system.
     *
     * @param firmness w, one for each quantity; read in place
     * @param terms of the series
     */
    BarrierSystem(LimitedQuantities quantities, double[] firmness, int terms, int threads) {
        this.threads = threads;
        this.quantities = quantities;
        this.firmness = firmness;
        this.terms = terms;
        inverseDiagonal = inverse(quantities.diagonal(firmness));
        core = quantities.kept() == 0 ? null : core(quantities.kept());
    }

    static double[] inverse(double[] diagonal) {
        double[] inverse = new double[diagonal.length];
        for (int c = 0; c < inverse.length; c++) {
            inverse[c] = 1 / diagonal[c];
        }
        return inverse;
    }

    private @Nullable LinearSolverDense<DMatrixRMaj> core(int size) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        PanelRows.each(size, threads, (long) size * size * inverseDiagonal.length, k -> {
            double[] scaled = new double[inverseDiagonal.length];
            quantities.addKept(scaled, 1, k);
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] *= inverseDiagonal[c];
            }
            for (int l = 0; l <= k; l++) {
                double product = quantities.dotKept(l, scaled);
                matrix.set(k, l, product);
                matrix.set(l, k, product);
            }
            matrix.add(k, k, 1 / firmness[quantities.keptFor(k)]);
        });
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
        // Without it the answer is the same and takes longer.
        return solver.setA(matrix) ? solver : null;
    }

    /** Products with the matrix so far. */
    long steps() {
        return steps;
    }

    /** The matrix. */
    private double[] multiplied(double[] dz) {
        double[] g = quantities.along(dz, terms);
        for (int r = 0; r < g.length; r++) {
            g[r] *= firmness[r];
        }
        steps++;
        return quantities.back(g, terms);
    }

    /** The preconditioner: (D + Kᵀ ŵ_K K)⁻¹ r. */
    private double[] preconditioned(double[] r) {
        double[] z = new double[r.length];
        for (int c = 0; c < r.length; c++) {
            z[c] = inverseDiagonal[c] * r[c];
        }
        LinearSolverDense<DMatrixRMaj> solver = core;
        if (solver == null) {
            return z;
        }
        int size = quantities.kept();
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        PanelRows.each(size, threads, (long) size * z.length, k -> right.set(k, quantities.dotKept(k, z)));
        DMatrixRMaj price = new DMatrixRMaj(size, 1);
        solver.solve(right, price);
        double[] taken = new double[z.length];
        for (int k = 0; k < size; k++) {
            quantities.addKept(taken, price.get(k), k);
        }
        for (int c = 0; c < z.length; c++) {
            z[c] -= inverseDiagonal[c] * taken[c];
        }
        return z;
    }

    /**
     * Goes on from a start until the residual has come down.
     *
     * @param share to which, in the norm of the preconditioner, relative to that of the right-hand side
     * @param total to which, in the sum of absolute values
     * @param goesOn told how many steps were made, says whether there may be more
     */
    double[] solve(double[] right, double[] start, double share, double total, LongPredicate goesOn) {
        double[] z = start.clone();
        double[] r = right.clone();
        if (Arrays.stream(start).anyMatch(value -> value != 0)) {
            add(r, -1, multiplied(z));
        }
        double goal = share * share * LimitedQuantities.dot(right, preconditioned(right));
        double[] s = preconditioned(r);
        double[] p = s.clone();
        double size = LimitedQuantities.dot(r, s);
        while ((size > goal || total(r) > total) && size > 0 && goesOn.test(steps)) {
            double[] hp = multiplied(p);
            double curvature = LimitedQuantities.dot(p, hp);
            if (!(curvature > 0)) {
                break;
            }
            double length = size / curvature;
            add(z, length, p);
            add(r, -length, hp);
            s = preconditioned(r);
            double next = LimitedQuantities.dot(r, s);
            double kept = next / size;
            for (int c = 0; c < p.length; c++) {
                p[c] = s[c] + kept * p[c];
            }
            size = next;
        }
        return z;
    }

    private static double total(double[] r) {
        double sum = 0;
        for (double value : r) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += factor * values[c];
        }
    }
}
