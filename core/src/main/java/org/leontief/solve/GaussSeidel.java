package org.leontief.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gauss–Seidel sweeps: y_i ← (r_i + Σ_{j≠i} a_ij y_j) / (1 − a_ii) in the order of the rows or of their dependence, always with the newest y.
 * One thread: every row waits for those before it.
 *
 * <p>Where sweeps gain little, as they do close to ρ(A) = 1, what is left of the error is nearly a multiple of the last
 * change Δ. Every few sweeps y ← y + α Δ then removes it, with the α that makes the residual smallest (reduced rank
 * extrapolation of order one; A. Sidi, <i>Vector Extrapolation Methods with Applications</i>, SIAM 2017).
 */
final class GaussSeidel implements InnerSolver {

    /** Sweeps that gain less than this are called slow. */
    private static final double SLOW = 0.9;

    /** Between two extrapolations the other modes need some sweeps to die down. */
    private static final int SWEEPS_BETWEEN = 8;

    /** Sweeps without a new smallest residual before it is called stuck. */
    private static final int PATIENCE = 200;

    /** What counts as a new smallest residual. */
    private static final double SMALLER = 0.999;

    private final Rows a;
    private final int @Nullable [] order;

    /**
     * Sweeps in an order.
     *
     * @param order row numbers, each once; null for their own order
     */
    GaussSeidel(Rows a, int @Nullable [] order) {
        this.a = a;
        this.order = order;
    }

    @Override
    public void solve(double[] r, double[] weight, double target, double[] y, Watch watch) {
        Arrays.fill(y, 0);
        double checked = Double.POSITIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        int sinceSmallest = 0;
        for (int sweep = 1; true; sweep++) {
            boolean check = sweep % SWEEPS_BETWEEN == 0;
            double[] before = check ? y.clone() : y;
            double measure = sweep(r, weight, y);
            sinceSmallest++;
            if (measure < smallest) {
                sinceSmallest = measure < SMALLER * smallest ? 0 : sinceSmallest;
                smallest = measure;
            }
            if (!Double.isFinite(measure) || sinceSmallest > PATIENCE) {
                return;
            }
            if (!watch.step(measure) || measure <= target) {
                return;
            }
            if (check) {
                if (measure > checked * Math.pow(SLOW, SWEEPS_BETWEEN)) {
                    extrapolate(r, before, y);
                }
                checked = measure;
            }
        }
    }

    /** One sweep. Returns Σ weight_i |residual of row i when its turn came|, which the next sweep's residual follows. */
    double sweep(double[] r, double[] weight, double[] y) {
        double measure = 0;
        for (int k = 0; k < a.n; k++) {
            int i = order == null ? k : order[k];
            double residual = r[i] - y[i] + a.dot(i, y);
            y[i] += residual / (1 - a.diagonal[i]);
            measure += weight[i] * Math.abs(residual);
        }
        return measure;
    }

    /** y ← y + α Δ with Δ = y − before and α such that ‖r − (I − A)(y + α Δ)‖₂ is smallest. */
    private void extrapolate(double[] r, double[] before, double[] y) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < a.n; i++) {
            before[i] = y[i] - before[i];
        }
        for (int i = 0; i < a.n; i++) {
            double gained = before[i] - a.dot(i, before);
            product += gained * (r[i] - y[i] + a.dot(i, y));
            square += gained * gained;
        }
        double alpha = product / square;
        if (Double.isFinite(alpha)) {
            for (int i = 0; i < a.n; i++) {
                y[i] += alpha * before[i];
            }
        }
    }
}
