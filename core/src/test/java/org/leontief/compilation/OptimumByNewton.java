package org.leontief.compilation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.leontief.solve.SparseMatrix;

/**
 * The least Σ |a| (z ln z − z + 1), z = x / a, with given row and column totals, by Newton's method on the cells themselves with
 * dense matrices: nothing in common with scaling rows and columns in turn.
 *
 * <p>At the optimum sign(a) ln(x / a) = Gᵀλ and G x = c. A step solves both linearised at x: with w = |x|,
 * G ŵ Gᵀ λ = c − G x + G (x ln(x / a)), Δx = w (Gᵀλ) − x ln(x / a).
 */
final class OptimumByNewton {

    private static final int STEPS = 60;

    private OptimumByNewton() {}

    static double[] of(SparseMatrix prior, double[] u, double[] v) {
        int m = u.length;
        int n = v.length;
        double[] a = prior.toDense().data;
        double[] x = a.clone();
        DMatrixRMaj sums = new DMatrixRMaj(m + n, a.length);
        for (int p = 0; p < a.length; p++) {
            sums.set(p / n, p, 1);
            sums.set(m + p % n, p, 1);
        }
        for (int step = 0; step < STEPS; step++) {
            DMatrixRMaj weighted = sums.copy();
            DMatrixRMaj right = new DMatrixRMaj(m + n, 1);
            double[] logs = new double[a.length];
            for (int p = 0; p < a.length; p++) {
                logs[p] = a[p] == 0 ? 0 : Math.log(x[p] / a[p]);
                for (int k = 0; k < m + n; k++) {
                    weighted.set(k, p, sums.get(k, p) * Math.abs(x[p]));
                    right.add(k, 0, sums.get(k, p) * (x[p] * logs[p] - x[p]));
                }
            }
            for (int k = 0; k < m + n; k++) {
                right.add(k, 0, k < m ? u[k] : v[k - m]);
            }
            DMatrixRMaj normal = new DMatrixRMaj(m + n, m + n);
            CommonOps_DDRM.multTransB(weighted, sums, normal);
            DMatrixRMaj inverse = new DMatrixRMaj(m + n, m + n);
            // Row and column totals have the same sum, so one multiplier is free.
            CommonOps_DDRM.pinv(normal, inverse);
            DMatrixRMaj multipliers = new DMatrixRMaj(m + n, 1);
            CommonOps_DDRM.mult(inverse, right, multipliers);
            for (int p = 0; p < a.length; p++) {
                double along = multipliers.get(p / n) + multipliers.get(m + p % n);
                double change = Math.signum(a[p]) * along - logs[p];
                x[p] += x[p] * Math.max(-0.5, Math.min(0.5, change));
            }
        }
        return x;
    }
}
