package org.leontief.solve;

import java.util.SplittableRandom;

/**
 * BiCGSTAB for (I − A) y = r in the scaled variables y = ŝ z: (I − ŝ⁻¹ A ŝ) z = ŝ⁻¹ r. With s a viability vector the
 * scaled matrix has row sums below 1, whatever the units of the products are.
 *
 * <p>H. A. van der Vorst, SIAM J. Sci. Stat. Comput. 13 (1992), 631–644. Two passes over A an iteration.
 */
final class BiCgStab implements InnerSolver {

    private static final int MOST_RESTARTS = 5;
    private static final double BREAKDOWN = 1e-14;
    /** Iterations without a new smallest residual before it is called stuck. */
    private static final int PATIENCE = 100;

    private final Rows a;
    private final double[] scale;
    private final int threads;

    BiCgStab(Rows a, double[] scale, int threads) {
        this.a = a;
        this.scale = scale;
        this.threads = threads;
    }

    @Override
    public void solve(double[] rhs, double[] weight, double target, double[] y, Watch watch) {
        int n = a.n;
        double[] z = new double[n];
        double[] r = new double[n];
        double[] measured = new double[n];
        for (int i = 0; i < n; i++) {
            r[i] = rhs[i] / scale[i];
            measured[i] = weight[i] * scale[i];
        }
        Best best = new Best(n);
        boolean stuck = run(z, r, shadow(r, 0), measured, target, watch, best);
        for (int restart = 1; restart <= MOST_RESTARTS && stuck; restart++) {
            // Start again from the best iterate with its true residual.
            System.arraycopy(best.z, 0, z, 0, n);
            trueResidual(rhs, z, r);
            stuck = run(z, r, shadow(r, restart), measured, target, watch, best);
        }
        for (int i = 0; i < n; i++) {
            y[i] = scale[i] * best.z[i];
        }
    }

    /** The iterate with the smallest measure so far. */
    private static final class Best {
        final double[] z;
        double measure = Double.POSITIVE_INFINITY;
        int since;

        Best(int n) {
            z = new double[n];
        }

        /** Forgets measures of updated residuals: those of a new start are true ones. */
        void startFrom(double[] candidate, double trueMeasure) {
            measure = Double.POSITIVE_INFINITY;
            see(candidate, trueMeasure);
            since = 0;
        }

        void see(double[] candidate, double newMeasure) {
            since++;
            if (newMeasure < measure) {
                measure = newMeasure;
                since = 0;
                System.arraycopy(candidate, 0, z, 0, z.length);
            }
        }
    }

    /**
     * The vector that residuals are kept orthogonal to. A demand for a single product is a bad one in a system that is
     * nearly triangular, so restarts mix in signs that follow no pattern, the same in every run.
     */
    private static double[] shadow(double[] r, int restart) {
        double[] shadow = r.clone();
        if (restart > 0) {
            double mean = 0;
            for (double entry : r) {
                mean += Math.abs(entry);
            }
            mean /= r.length;
            SplittableRandom signs = new SplittableRandom(restart);
            for (int i = 0; i < shadow.length; i++) {
                shadow[i] += signs.nextBoolean() ? mean : -mean;
            }
        }
        return shadow;
    }

    /** Iterates to the target or until the watch says stop; true if it got stuck before. */
    private boolean run(
            double[] z, double[] r, double[] shadow, double[] measured, double target, Watch watch, Best best) {
        int n = a.n;
        double[] direction = new double[n];
        double[] v = new double[n];
        double[] t = new double[n];
        double rho = 1;
        double alpha = 1;
        double omega = 1;
        best.startFrom(z, Residual.norm1(measured, r, threads));
        while (best.measure > target) {
            double newRho = dot(shadow, r);
            if (isSmall(newRho, norm(shadow) * norm(r)) || omega == 0) {
                return true;
            }
            double beta = newRho / rho * (alpha / omega);
            rho = newRho;
            updateDirection(direction, r, v, beta, omega);
            applied(direction, v);
            double shadowV = dot(shadow, v);
            if (isSmall(shadowV, norm(shadow) * norm(v))) {
                return true;
            }
            alpha = rho / shadowV;
            addTo(r, -alpha, v);
            applied(r, t);
            double tt = dot(t, t);
            omega = tt == 0 ? 0 : dot(t, r) / tt;
            addTo(z, alpha, direction);
            addTo(z, omega, r);
            addTo(r, -omega, t);
            double measure = Residual.norm1(measured, r, threads);
            best.see(z, measure);
            if (!watch.step(measure)) {
                return false;
            }
            if (!Double.isFinite(measure) || best.since > PATIENCE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(double product, double norms) {
        return !(Math.abs(product) > BREAKDOWN * norms);
    }

    /** out = (I − ŝ⁻¹ A ŝ) z. */
    private void applied(double[] z, double[] out) {
        double[] unscaled = new double[a.n];
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                unscaled[i] = scale[i] * z[i];
            }
        });
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = z[i] - a.dot(i, unscaled) / scale[i];
            }
        });
    }

    private void trueResidual(double[] rhs, double[] z, double[] r) {
        applied(z, r);
        for (int i = 0; i < r.length; i++) {
            r[i] = rhs[i] / scale[i] - r[i];
        }
    }

    private void updateDirection(double[] direction, double[] r, double[] v, double beta, double omega) {
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                direction[i] = r[i] + beta * (direction[i] - omega * v[i]);
            }
        });
    }

    private void addTo(double[] y, double factor, double[] x) {
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] += factor * x[i];
            }
        });
    }

    private double dot(double[] x, double[] y) {
        return Parallel.sum(a.n, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i] * y[i];
            }
            return sum;
        });
    }

    private double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }
}
