package org.leontief.solve;

/** Residuals in doubled precision with rigorous bounds, the part of a certificate that looks at the data. */
final class Residual {

    private Residual() {}

    /** What one accurate pass found. */
    static final class Found {

        private final double[] residual;
        private final double[] magnitude;
        private final double norm;

        Found(double[] residual, double[] magnitude, double norm) {
            this.residual = residual;
            this.magnitude = magnitude;
            this.norm = norm;
        }

        /** r, rounded once. Shared, not to be written to. */
        double[] residual() {
            return residual;
        }

        /** r̄ ≥ |r exactly|. Shared, not to be written to. */
        double[] magnitude() {
            return magnitude;
        }

        /** ‖r̄‖₁. */
        double norm() {
            return norm;
        }
    }

    /** r = b − x + A x, rounded once, and r̄ ≥ |r exactly|. */
    static Found of(Passes a, double[] b, double[] x, int threads, Watch watch) {
        double[] residual = new double[a.n];
        double[] magnitude = new double[a.n];
        a.residual(b, x, residual, magnitude, threads, watch);
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double size = Math.abs(residual[i]);
                magnitude[i] = magnitude[i] == 0 ? size : Math.nextUp(size + magnitude[i]);
            }
        });
        return new Found(residual, magnitude, norm1(magnitude, threads));
    }

    /** A lower bound on u = v − |A| v, entry by entry. */
    static double[] surplus(Passes absolute, double[] v, int threads, Watch watch) {
        double[] lower = new double[absolute.n];
        double[] error = new double[absolute.n];
        // 0 − v + |A| v is −u.
        absolute.residual(new double[absolute.n], v, lower, error, threads, watch);
        Parallel.rows(absolute.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double bound = error[i] == 0 ? -lower[i] : Math.nextDown(-lower[i] - error[i]);
                // An overflow on the way leaves NaN: then nothing is known.
                lower[i] = Double.isNaN(bound) ? Double.NEGATIVE_INFINITY : bound;
            }
        });
        return lower;
    }

    static double norm1(double[] vector, int threads) {
        return Parallel.sum(vector.length, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += Math.abs(vector[i]);
            }
            return sum;
        });
    }

    /** Σ weight_i |vector_i|. */
    static double norm1(double[] weight, double[] vector, int threads) {
        return Parallel.sum(vector.length, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += weight[i] * Math.abs(vector[i]);
            }
            return sum;
        });
    }
}
