package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is done with the coefficients of one system I − A while streaming through them once: products, accurate
 * residuals, and Gauss–Seidel sweeps in stages.
 *
 * <p>Both kinds give the same bits for any number of threads: {@link RowPasses} where there is a copy of the rows made for
 * speed, {@link ColumnPasses} where memory allows for nothing but the stored columns.
 *
 * <p><b>Stages.</b> With A = E + F, where E takes from unknowns of earlier stages, and P = 1 or 1 − a_ii on the diagonal, a
 * sweep is w ← (P − E)⁻¹ (b + (F − 1 + P) w): one stage after the other is brought up to date, all unknowns of a stage at once
 * and from the newest values of the others. So a sweep runs on all processors and converges nearly as fast as one that takes
 * the unknowns singly (figures in {@code docs/decisions/0010-solver-at-scale.md}).
 */
abstract class Passes {

    /** A pivot this close to 0 would spoil the sweep; 1 is put in its place, since any number may stand there. */
    private static final double SMALLEST_PIVOT = 1e-3;

    /** Systems with more coefficients than this are tried in plain arithmetic first. */
    private static final int LARGE = 1 << 22;

    /** A product below this may lose part of its exact error to underflow. */
    static final double PRODUCT_UNDERFLOW = 0x1p-968;

    /** What is then added to the magnitude of the errors: its share in the bound exceeds anything that was lost. */
    static final double LOST_TO_UNDERFLOW = 0x1p-1000;

    final int n;

    Passes(int n) {
        this.n = n;
    }

    /** Coefficients that one pass touches. */
    abstract long entries();

    /** Whether residuals are taken in plain arithmetic where that says enough. */
    boolean isLarge() {
        return entries() > LARGE;
    }

    /** P, by which a sweep divides. Shared, not to be written to. */
    abstract double[] pivot();

    /** y = A x. */
    abstract void multiply(double[] x, double[] y, int threads, Watch watch);

    /**
     * One Gauss–Seidel sweep for (I − A) w = b, in place.
     *
     * @param b the right-hand side; null for 0
     * @param w overwritten with the newer values
     * @param fresh overwritten with anything
     */
    abstract void sweep(double @Nullable [] b, double[] w, double[] fresh, int threads, Watch watch);

    /**
     * b − x + A x in doubled precision.
     *
     * @param b the right-hand side; null for 0
     * @param sum overwritten with the result, rounded once
     * @param error overwritten with a rigorous bound on its distance from the exact one; NaN where something overflowed
     */
    abstract void residual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch);

    /** The same in plain arithmetic: several times as fast, and the bound is about γ (|b| + |x| + |A| |x|). */
    abstract void plainResidual(
            double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch);

    /** 1 − a_ii, or 1 where that is too small. */
    static double[] pivots(double[] diagonal) {
        double[] pivot = new double[diagonal.length];
        for (int i = 0; i < pivot.length; i++) {
            double candidate = 1 - diagonal[i];
            pivot[i] = Math.abs(candidate) < SMALLEST_PIVOT ? 1 : candidate;
        }
        return pivot;
    }

    /** The residual of row i, whose entries stand at every step-th place from first on, in doubled precision. */
    static void accurately(
            int i,
            double b,
            int[] index,
            double[] value,
            int first,
            int border,
            int step,
            double[] x,
            double[] sums,
            double[] bounds) {
        double second = -x[i];
        double sum = b + second;
        double away = sum - b;
        double errors = (b - (sum - away)) + (second - away);
        double magnitude = Math.abs(errors);
        boolean underflow = false;
        for (int p = first; p < border; p += step) {
            double xj = x[index[p]];
            double product = value[p] * xj;
            double productError = Math.fma(value[p], xj, -product);
            double next = sum + product;
            double shifted = next - sum;
            double sumError = (sum - (next - shifted)) + (product - shifted);
            sum = next;
            errors += productError + sumError;
            magnitude += Math.abs(productError) + Math.abs(sumError);
            underflow |= Math.abs(product) < PRODUCT_UNDERFLOW && xj != 0 && value[p] != 0;
        }
        int products = (border - first + step - 1) / step;
        if (underflow) {
            magnitude += products * LOST_TO_UNDERFLOW;
        }
        sums[i] = sum + errors;
        bounds[i] = boundOnError(sums[i], magnitude, products);
    }

    /**
     * Ends a sum in doubled precision: T. Ogita, S. M. Rump and S. Oishi, SIAM J. Sci. Comput. 26 (2005); see {@link
     * AccurateSum}, whose bound this is.
     */
    static double boundOnError(double value, double magnitude, long products) {
        if (magnitude == 0) {
            return 0;
        }
        double gamma = 8.0 * (products + 1.0) * AccurateSum.EPSILON;
        return Math.nextUp(2 * gamma * magnitude + 2 * AccurateSum.EPSILON * Math.abs(value) + Double.MIN_VALUE);
    }

    /**
     * The bound on a residual (b − x) + s in plain arithmetic: s is a sum of products each of which went through so many
     * roundings at most, as did those of t, the same sum of absolute values. Two more come from b − x and from the sum of
     * both; t is short of the exact one by at most γ of it. The factor 2 covers that and the rounding of the bound itself.
     */
    static double plainBound(double b, double x, double t, long depth, long products) {
        double gamma = (depth + 3) * AccurateSum.EPSILON;
        return Math.nextUp(2 * gamma * (Math.abs(b) + Math.abs(x) + t) + (products + 1.0) * Double.MIN_VALUE);
    }
}
