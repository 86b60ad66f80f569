package org.leontief.solve;

import java.util.Arrays;

/** y = r + A r + A² r + …: the residual of a partial sum is the next term. */
final class NeumannSeries implements InnerSolver {

    private final Rows a;
    private final int threads;

    NeumannSeries(Rows a, int threads) {
        this.a = a;
        this.threads = threads;
    }

    @Override
    public void solve(double[] r, double[] weight, double target, double[] y, Watch watch) {
        double[] term = r.clone();
        double[] next = new double[a.n];
        Arrays.fill(y, 0);
        while (true) {
            double measure = Residual.norm1(weight, term, threads);
            if (measure <= target || !Double.isFinite(measure)) {
                return;
            }
            add(y, term);
            if (!watch.step(measure)) {
                return;
            }
            a.multiply(term, next, threads);
            double[] swap = term;
            term = next;
            next = swap;
        }
    }

    private static void add(double[] y, double[] term) {
        for (int i = 0; i < y.length; i++) {
            y[i] += term[i];
        }
    }
}
