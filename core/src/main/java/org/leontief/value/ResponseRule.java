package org.leontief.value;

import java.util.Locale;

/**
 * How much more of a product is ordered where its price is q times its labour value: q to the power of the strength, no less
 * than the lower and no more than the upper bound. Immutable.
 *
 * @param strength 1: in proportion; below 1: more slowly; above 0
 * @param lower the smallest factor of one round, above 0 and at most 1
 * @param upper the largest factor of one round, at least 1
 */
public record ResponseRule(double strength, double lower, double upper) {

    /** In proportion to q, and by no more than a quarter in a round. */
    public static final ResponseRule PROPORTIONAL = new ResponseRule(1, 0.8, 1.25);

    /** By the square root of q, and by no more than a tenth in a round. */
    public static final ResponseRule CAUTIOUS = new ResponseRule(0.5, 0.9, 1.1);

    /**
     * Checks the parts.
     *
     * @param strength as above
     * @param lower as above
     * @param upper as above
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ResponseRule {
        if (!(strength > 0 && strength <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("The strength of a response is " + strength + "; it must be positive.");
        }
        if (!(lower > 0 && lower <= 1 && upper >= 1 && upper <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("A response between " + lower + " and " + upper
                    + " cannot be; the lower bound is above 0 and at most 1, the upper one at least 1.");
        }
    }

    /**
     * The same with other bounds.
     *
     * @param newLower the smallest factor of one round
     * @param newUpper the largest
     * @return a new rule
     */
    public ResponseRule bounded(double newLower, double newUpper) {
        return new ResponseRule(strength, newLower, newUpper);
    }

    /** The factor at a ratio of price to value. */
    double factor(double ratio) {
        return Math.min(upper, Math.max(lower, Math.pow(ratio, strength)));
    }

    /** Strength and bounds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "(price/value)^%s between %s and %s", strength, lower, upper);
    }
}
