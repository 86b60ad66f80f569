package org.leontief.plan;

import org.leontief.label.NumberText;
import org.leontief.optimisation.ConflictingBound;

/**
 * From where to where a number may go. At least one side is finite, except in {@link #NONE}.
 *
 * @param lower the least, or −∞
 * @param upper the most, or +∞
 */
public record Limit(double lower, double upper) {

    /** No limit on either side. */
    public static final Limit NONE = new Limit(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Checks that there is a number within.
     *
     * @param lower as above
     * @param upper as above
     * @throws IllegalArgumentException if a side is NaN, the least is above the most, or no finite number lies within
     */
    public Limit {
        if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("At least " + lower + " and at most " + upper
                    + ": no number is both. Maybe the two stand in the wrong order, or one of them is missing?");
        }
    }

    /**
     * A floor.
     *
     * @param amount the least
     * @return no limit upwards
     */
    public static Limit atLeast(double amount) {
        return new Limit(amount, Double.POSITIVE_INFINITY);
    }

    /**
     * A ceiling.
     *
     * @param amount the most
     * @return no limit downwards
     */
    public static Limit atMost(double amount) {
        return new Limit(Double.NEGATIVE_INFINITY, amount);
    }

    /**
     * A floor and a ceiling.
     *
     * @param least the least
     * @param most the most
     * @return both
     */
    public static Limit between(double least, double most) {
        return new Limit(least, most);
    }

    /**
     * One number only.
     *
     * @param amount the number
     * @return floor and ceiling in one
     */
    public static Limit exactly(double amount) {
        return new Limit(amount, amount);
    }

    /**
     * The one side that a bound of a programme is.
     *
     * @param bound one that clashes with others
     * @return a floor or a ceiling
     */
    public static Limit of(ConflictingBound bound) {
        return bound.kind().isUpper() ? atMost(bound.bound()) : atLeast(bound.bound());
    }

    /**
     * Whether it limits nothing.
     *
     * @return true if both sides are infinite
     */
    public boolean isNone() {
        return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
    }

    /**
     * Whether a number lies within, both ends included.
     *
     * @param number any number
     * @return true if so
     */
    public boolean holds(double number) {
        return lower <= number && number <= upper;
    }

    /** Such as "≥ 20", "≤ 100", "= 5" or "from 20 to 100". */
    @Override
    public String toString() {
        if (isNone()) {
            return "without limit";
        }
        if (lower == upper) {
            return "= " + NumberText.of(lower);
        }
        if (lower == Double.NEGATIVE_INFINITY) {
            return "≤ " + NumberText.of(upper);
        }
        return upper == Double.POSITIVE_INFINITY
                ? "≥ " + NumberText.of(lower)
                : "from " + NumberText.of(lower) + " to " + NumberText.of(upper);
    }
}
