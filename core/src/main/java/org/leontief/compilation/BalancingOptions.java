package org.leontief.compilation;

import java.util.Objects;
import org.leontief.solve.ProgressListener;

/**
 * How to balance. Immutable; start from {@link #defaults()} and change what has to be changed.
 *
 * @param tolerance how far a total may be missed, relative to the larger of the total and the sum of the absolute values of its
 *     cells; 0 asks for working precision
 * @param iterationLimit most iterations: for RAS, GRAS and SUT-RAS one pass over the rows and one over the columns, for
 *     constraints on groups of cells one step of Newton's method
 * @param margins what to do where the sums of row and column totals differ by more than the tolerance
 * @param listener watches and can stop the work
 */
public record BalancingOptions(double tolerance, int iterationLimit, MarginPolicy margins, ProgressListener listener) {

    /** Far below what totals are known to, and above the rounding of sums of ten thousand cells. */
    public static final double DEFAULT_TOLERANCE = 1e-12;

    /** Far more than it takes: after 64 iterations without an end Newton's method takes over. */
    public static final int DEFAULT_ITERATION_LIMIT = 10_000;

    private static final BalancingOptions DEFAULTS = new BalancingOptions(
            DEFAULT_TOLERANCE, DEFAULT_ITERATION_LIMIT, MarginPolicy.REFUSE, ProgressListener.NONE);

    /**
     * Checks the parts.
     *
     * @param tolerance as above
     * @param iterationLimit as above
     * @param margins as above
     * @param listener as above
     * @throws IllegalArgumentException if a number is out of its range
     * @throws NullPointerException if a part is null, with its name
     */
    public BalancingOptions {
        Objects.requireNonNull(margins, "margins");
        Objects.requireNonNull(listener, "listener");
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + "; it must be at least 0 and below 1.");
        }
        if (iterationLimit < 1) {
            throw new IllegalArgumentException("iterationLimit is " + iterationLimit + "; it must be at least 1.");
        }
    }

    /**
     * Totals met to 10⁻¹², at most 10,000 iterations, and sums of totals that differ are refused.
     *
     * @return the defaults
     */
    public static BalancingOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another tolerance.
     *
     * @param newTolerance relative; 0 for working precision
     * @return new options
     */
    public BalancingOptions withTolerance(double newTolerance) {
        return new BalancingOptions(newTolerance, iterationLimit, margins, listener);
    }

    /**
     * The same with another limit.
     *
     * @param newLimit most iterations
     * @return new options
     */
    public BalancingOptions withIterationLimit(int newLimit) {
        return new BalancingOptions(tolerance, newLimit, margins, listener);
    }

    /**
     * The same with another policy for sums of totals that differ.
     *
     * @param newMargins the policy
     * @return new options
     */
    public BalancingOptions withMargins(MarginPolicy newMargins) {
        return new BalancingOptions(tolerance, iterationLimit, newMargins, listener);
    }

    /**
     * The same with a listener.
     *
     * @param newListener watches and can stop the work
     * @return new options
     */
    public BalancingOptions withListener(ProgressListener newListener) {
        return new BalancingOptions(tolerance, iterationLimit, margins, newListener);
    }
}
