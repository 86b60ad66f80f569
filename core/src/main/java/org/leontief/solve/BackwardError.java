package org.leontief.solve;

/**
 * The componentwise backward error of W. Oettli and W. Prager (Numer. Math. 6, 1964): the smallest ω such that x solves a
 * system whose every coefficient is off by at most the share ω. About 2⁻⁵³ is the best that double precision can do.
 */
final class BackwardError {

    /** A right-hand side below this share of the terms it is the sum of is indistinguishable from their rounding. */
    private static final double LOST = 16 * AccurateSum.EPSILON;

    /**
     * What is smaller is not judged by its own size: doubled precision loses up to some 2⁻⁵⁰ · 2⁻¹⁰⁰⁰ of a row's residual to
     * underflow, and the smallest doubles are rounded by much of themselves.
     */
    private static final double SMALLEST = 0x1p-990;

    private final Passes absolute;
    private final double[] b;
    private final int threads;
    private final Watch watch;
    /** Made when it is first needed: for most solves it never is. */
    private double[] size = new double[0];

    BackwardError(Passes absolute, double[] b, int threads, Watch watch) {
        this.absolute = absolute;
        this.b = b;
        this.threads = threads;
        this.watch = watch;
    }

    /**
     * ω = max r̄_i / (|b| + |x| + |A| |x|)_i; infinite if something overflowed. No |x_j| counts for
     * less than {@link #SMALLEST}.
     */
    double of(double[] x, Residual.Found residual) {
        measure(x, SMALLEST);
        double omega = 0;
        for (int i = 0; i < x.length; i++) {
            double magnitude = residual.magnitude()[i];
            if (magnitude != 0) {
                double share = magnitude / size[i];
                // Where anything overflowed nothing is known, and a NaN must not pass for 0.
                if (!(share < Double.POSITIVE_INFINITY && size[i] < Double.POSITIVE_INFINITY)) {
                    return Double.POSITIVE_INFINITY;
                }
                omega = Math.max(omega, share);
            }
        }
        return omega;
    }

    /**
     * Whether |b| is so small beside |x| + |A| |x| in every row that changing each coefficient by a share of its rounding
     * would make (I − A) x = 0: the matrix cannot be told from a singular one.
     */
    boolean showsSingular(double[] x) {
        measure(x, 0);
        double share = Math.max(LOST, x.length * AccurateSum.EPSILON);
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(b[i]) <= share * size[i])) {
                return false;
            }
        }
        return true;
    }

    /** size = |b| + |x| + |A| |x|, no |x_j| taken for less than the least. */
    private void measure(double[] x, double least) {
        size = size.length == x.length ? size : new double[x.length];
        double[] magnitude = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            magnitude[i] = Math.max(least, Math.abs(x[i]));
        }
        absolute.multiply(magnitude, size, threads, watch);
        for (int i = 0; i < x.length; i++) {
            size[i] += Math.abs(b[i]) + magnitude[i];
        }
    }

    /** Weights under which the residuals of small and large rows of x count alike. */
    void weightsInto(double[] weight, double[] x) {
        measure(x, 0);
        for (int i = 0; i < weight.length; i++) {
            weight[i] = size[i] >= Double.MIN_NORMAL ? 1 / size[i] : 0;
        }
    }
}
