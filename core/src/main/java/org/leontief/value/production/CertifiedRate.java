package org.leontief.value.production;

import java.util.Locale;

/**
 * A rate between two numbers that it is proved not to be outside of. Immutable.
 *
 * @param lower the rate is not below it
 * @param upper the rate is not above it; +∞ if there is no limit
 */
public record CertifiedRate(double lower, double upper) {

    /** No maximum: nothing is used up in its own production, directly or indirectly. */
    static final CertifiedRate UNLIMITED = new CertifiedRate(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Checks the order.
     *
     * @param lower as above
     * @param upper as above
     * @throws IllegalArgumentException if lower is above upper or one is NaN
     */
    public CertifiedRate {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("A rate cannot lie between " + lower + " and " + upper + ".");
        }
    }

    /** 1/ρ − 1 where ρ lies between two positive numbers. */
    static CertifiedRate ofRadius(double lowerRadius, double upperRadius) {
        double low = Math.nextDown(Math.nextDown(1 / upperRadius) - 1);
        double high = Math.nextUp(Math.nextUp(1 / lowerRadius) - 1);
        return new CertifiedRate(low, high);
    }

    /** The same where each input that it came from was rounded twice: 1/ρ is off by as large a share as they are. */
    CertifiedRate ofInputsRoundedTwice() {
        return isFinite()
                ? new CertifiedRate(
                        Math.nextDown(lower - (1 + lower) * 2 * Math.ulp(1.0)),
                        Math.nextUp(upper + (1 + upper) * 2 * Math.ulp(1.0)))
                : this;
    }

    /**
     * The rate.
     *
     * @return the middle of the bounds; +∞ if there is no limit
     */
    public double value() {
        return Double.isInfinite(upper) ? upper : lower + (upper - lower) / 2;
    }

    /**
     * How far {@link #value} can be off.
     *
     * @return at least 0
     */
    public double errorBound() {
        return Double.isInfinite(lower) ? 0 : Math.nextUp(Math.max(upper - value(), value() - lower));
    }

    /** Whether the rate has a limit. */
    boolean isFinite() {
        return upper < Double.POSITIVE_INFINITY;
    }

    /** The rate in per cent. */
    @Override
    public String toString() {
        return isFinite() ? String.format(Locale.ROOT, "%.6f%%", 100 * value()) : "without limit";
    }
}
