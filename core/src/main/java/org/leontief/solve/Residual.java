package org.leontief.solve;

import org.jspecify.annotations.Nullable;

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

    /** The share of a residual that may be the bound on its own rounding before doubled precision is asked for. */
    private static final double MOSTLY_TRUE = 0.1;

    /**
     * r = b − x + A x and r̄ ≥ |r exactly|. In doubled precision, unless the system is large and plain arithmetic shows that
     * what it may have lost is little beside what is left.
     */
    static Found of(Passes a, double[] b, double[] x, int threads, Watch watch) {
        double[] residual = new double[a.n];
        double[] magnitude = new double[a.n];
        if (a.isLarge()) {
            a.plainResidual(b, x, residual, magnitude, threads, watch);
            @Nullable Found plain = mostlyTrue(residual, magnitude, threads);
            if (plain != null) {
                return plain;
            }
        }
        a.residual(b, x, residual, magnitude, threads, watch);
        return found(residual, magnitude, threads);
    }

    /**
     * A residual in plain arithmetic, if it says enough; else null. Where Σ |a_ij x_j| overflows, doubled precision may still
     * get through.
     *
     * @param error the bound on what was lost; becomes the magnitude
     */
    static @Nullable Found mostlyTrue(double[] residual, double[] error, int threads) {
        double lost = norm1(error, threads);
        Found plain = found(residual, error, threads);
        return lost <= MOSTLY_TRUE * plain.norm() && plain.norm() < Double.POSITIVE_INFINITY ? plain : null;
    }

    private static Found found(double[] residual, double[] error, int threads) {
        double norm = Parallel.sum(residual.length, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double size = Math.abs(residual[i]);
                error[i] = error[i] == 0 ? size : Math.nextUp(size + error[i]);
                sum += error[i];
            }
            return sum;
        });
        return new Found(residual, error, norm);
    }

    /** A lower bound on u = v − |A| v, entry by entry. */
    static double[] surplus(Passes absolute, double[] v, int threads, Watch watch) {
        double[] lower = new double[absolute.n];
        double[] error = new double[absolute.n];
        // 0 − v + |A| v is −u. The roundings of plain arithmetic are far below the surplus of most large systems.
        if (absolute.isLarge()) {
            absolute.plainResidual(null, v, lower, error, threads, watch);
        }
        if (!absolute.isLarge() || isLeftOpen(lower, error)) {
            absolute.residual(null, v, lower, error, threads, watch);
        }
        Parallel.rows(absolute.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double bound = error[i] == 0 ? -lower[i] : Math.nextDown(-lower[i] - error[i]);
                // An overflow on the way leaves NaN: then nothing is known.
                lower[i] = Double.isNaN(bound) ? Double.NEGATIVE_INFINITY : bound;
            }
        });
        return lower;
    }

    /**
     * Whether rounding alone leaves it open that every surplus is positive: where units differ much, v does, and a surplus
     * of 1 is lost beside it.
     */
    private static boolean isLeftOpen(double[] negative, double[] error) {
        boolean open = false;
        for (int i = 0; i < negative.length; i++) {
            if (negative[i] - error[i] >= 0) {
                return false;
            }
            open |= !(negative[i] + error[i] < 0);
        }
        return open;
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
