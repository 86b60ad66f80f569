package org.leontief.label;

import org.leontief.solve.AccurateSum;

/**
 * A sum of numbers with bounds, of their products too, and how far it can be off: what the terms carry, rounded upward, and
 * the rounding of the sum itself, which is taken in doubled precision ({@link AccurateSum}). The order of the terms does not
 * matter to what is guaranteed.
 *
 * <p>Not safe for use by several threads.
 */
public final class BoundedSum {

    private final AccurateSum sum = new AccurateSum();
    private final AccurateSum carried = new AccurateSum();
    private boolean isUncertified;

    /** Starts at 0. */
    public BoundedSum() {}

    /**
     * As many sums, each at 0.
     *
     * @param count how many
     * @return new sums
     */
    public static BoundedSum[] zeros(int count) {
        BoundedSum[] sums = new BoundedSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new BoundedSum();
        }
        return sums;
    }

    /**
     * Adds an exact number.
     *
     * @param term finite
     * @return this sum
     */
    public BoundedSum add(double term) {
        sum.add(term);
        return this;
    }

    /**
     * Adds a number.
     *
     * @param term with its bound
     * @return this sum
     */
    public BoundedSum add(Bounded term) {
        sum.add(term.value());
        carry(term.errorBound());
        return this;
    }

    /**
     * Adds one entry of a vector.
     *
     * @param vector numbers with their bounds
     * @param i place, from 0
     * @return this sum
     */
    public BoundedSum add(BoundedVector vector, int i) {
        sum.add(vector.at(i));
        carry(vector.errorBoundAt(i));
        return this;
    }

    /**
     * Takes a number away.
     *
     * @param term with its bound
     * @return this sum
     */
    public BoundedSum subtract(Bounded term) {
        sum.add(-term.value());
        carry(term.errorBound());
        return this;
    }

    /**
     * Adds c · v_i for an exact c.
     *
     * @param c finite
     * @param vector numbers with their bounds
     * @param i place, from 0
     * @return this sum
     */
    public BoundedSum addProduct(double c, BoundedVector vector, int i) {
        return addProduct(c, 0, vector.at(i), vector.errorBoundAt(i));
    }

    /**
     * Adds c · b for an exact c.
     *
     * @param c finite
     * @param b with its bound
     * @return this sum
     */
    public BoundedSum addProduct(double c, Bounded b) {
        return addProduct(c, 0, b.value(), b.errorBound());
    }

    /**
     * Adds a · b.
     *
     * @param a with its bound
     * @param b with its bound
     * @return this sum
     */
    public BoundedSum addProduct(Bounded a, Bounded b) {
        return addProduct(a.value(), a.errorBound(), b.value(), b.errorBound());
    }

    BoundedSum addProduct(double a, double aBound, double b, double bBound) {
        sum.addProduct(a, b);
        carry(Bounded.scaled(a, bBound));
        carry(Bounded.scaled(b, aBound));
        carry(Bounded.scaled(aBound, bBound));
        return this;
    }

    private void carry(double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            isUncertified = true;
        } else if (bound != 0) {
            carried.add(bound);
        }
    }

    /**
     * The sum of what has been added so far.
     *
     * @return with a bound on all that the terms may be, rounding included; +∞ where a term has none
     */
    public Bounded total() {
        double rounding = sum.error();
        double bound = carried.upper();
        double both = rounding == 0 ? bound : bound == 0 ? rounding : Math.nextUp(bound + rounding);
        return isUncertified || !(both >= 0) ? Bounded.uncertified(sum.value()) : new Bounded(sum.value(), both);
    }

    /** What there is so far. */
    @Override
    public String toString() {
        return total().toString();
    }
}
