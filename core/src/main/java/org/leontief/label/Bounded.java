package org.leontief.label;

/**
 * A number with a guaranteed bound on its error: |exact − value| ≤ errorBound, rounding included.
 *
 * <p>Every operation returns the rounded result and a bound that holds for all that its operands may be, itself rounded
 * upward; an operation that loses nothing on exact numbers gives a bound of 0. N. J. Higham, <em>Accuracy and Stability of
 * Numerical Algorithms</em>, 2nd ed. 2002, chapter 3. Many terms are better added by a {@link BoundedSum}, which rounds once.
 *
 * @param value the number
 * @param errorBound how far it can be off at most, not negative; +∞ where nothing could be proved
 */
public record Bounded(double value, double errorBound) {

    /** A product below this may lose more than a fused multiply-add shows. */
    private static final double TINY = 0x1p-968;

    /**
     * A number and how far it can be off.
     *
     * @param value as above
     * @param errorBound as above
     * @throws IllegalArgumentException if the bound is negative or not a number
     */
    public Bounded {
        if (!(errorBound >= 0)) {
            throw new IllegalArgumentException("A bound of " + errorBound + " cannot be.");
        }
    }

    /**
     * A number that is not off at all.
     *
     * @param value the number
     * @return with a bound of 0
     */
    public static Bounded exact(double value) {
        return new Bounded(value, 0);
    }

    /**
     * A number of which nothing is proved.
     *
     * @param value the number
     * @return with a bound of +∞
     */
    public static Bounded uncertified(double value) {
        return new Bounded(value, Double.POSITIVE_INFINITY);
    }

    /**
     * One entry of a vector.
     *
     * @param vector numbers with their bounds
     * @param i place, from 0
     * @return the number at the place with its bound
     */
    public static Bounded of(BoundedVector vector, int i) {
        return new Bounded(vector.at(i), vector.errorBoundAt(i));
    }

    /**
     * The sum of all entries of a vector.
     *
     * @param vector numbers with their bounds
     * @return {@link BoundedVector#total()} with its bound
     * @throws IllegalStateException if the entries are in different units
     */
    public static Bounded totalOf(BoundedVector vector) {
        return new Bounded(vector.total(), vector.totalErrorBound());
    }

    /**
     * Whether there is a finite bound.
     *
     * @return false where nothing could be proved
     */
    public boolean isCertified() {
        return errorBound < Double.POSITIVE_INFINITY;
    }

    /**
     * Whether it is proved that the number is not 0, so that it can divide.
     *
     * @return true if the bound does not reach to 0
     */
    public boolean isNonZero() {
        return least() > 0;
    }

    /** A lower bound on the size of what this stands for. */
    private double least() {
        double least = Math.abs(value) - errorBound;
        return errorBound == 0 ? least : Math.nextDown(least);
    }

    /**
     * The bound relative to the number.
     *
     * @return such as 1e-15; infinite where the number is 0 and its bound is not
     */
    public double relativeErrorBound() {
        return errorBound == 0 ? 0 : Math.nextUp(errorBound / Math.abs(value));
    }

    /**
     * The number with the other sign.
     *
     * @return with the same bound
     */
    public Bounded negated() {
        return new Bounded(-value, errorBound);
    }

    /**
     * The sum.
     *
     * @param other what is added
     * @return with a bound for all that the two may be, rounding included
     */
    public Bounded plus(Bounded other) {
        double sum = value + other.value;
        double shifted = sum - value;
        double lost = (value - (sum - shifted)) + (other.value - shifted);
        return rounded(sum, upward(errorBound, other.errorBound), Math.abs(lost));
    }

    /**
     * The difference.
     *
     * @param other what is taken away
     * @return with a bound for all that the two may be, rounding included
     */
    public Bounded minus(Bounded other) {
        return plus(other.negated());
    }

    /**
     * The product.
     *
     * @param other the other factor
     * @return with a bound for all that the two may be, rounding included
     */
    public Bounded times(Bounded other) {
        double product = value * other.value;
        boolean isTiny = Math.abs(product) < TINY && value != 0 && other.value != 0;
        double lost = isTiny ? Math.ulp(product) : Math.abs(Math.fma(value, other.value, -product));
        double carried = upward(scaled(value, other.errorBound), scaled(other.value, errorBound));
        return rounded(product, upward(carried, scaled(errorBound, other.errorBound)), lost);
    }

    /**
     * The quotient: a/b is off by at most (δa + |a/b| δb) / (|b| − δb).
     *
     * @param divisor what divides
     * @return with a bound for all that the two may be, rounding included
     * @throws ArithmeticException if the divisor may be 0
     */
    public Bounded over(Bounded divisor) {
        double least = divisor.least();
        if (!(least > 0)) {
            throw new ArithmeticException("A number that may be 0 (" + divisor + ") cannot divide.");
        }
        double quotient = value / divisor.value;
        double size = Math.nextUp(Math.abs(quotient));
        double carried = upward(errorBound, scaled(size, divisor.errorBound));
        return rounded(quotient, carried == 0 ? 0 : Math.nextUp(carried / least), value == 0 ? 0 : Math.ulp(quotient));
    }

    /**
     * The quotient, with no bound rather than an exception where the divisor may be 0.
     *
     * @param divisor what divides
     * @return as {@link #over}, or {@link #uncertified}; infinite or not a number where the divisor's value is 0
     */
    public Bounded overOrUncertified(Bounded divisor) {
        return divisor.isNonZero() ? over(divisor) : uncertified(value / divisor.value);
    }

    /** With what the terms carry, and what the operation lost; +∞ where it lost everything to overflow. */
    private static Bounded rounded(double value, double carried, double lost) {
        double bound = upward(carried, lost);
        return bound >= 0 ? new Bounded(value, bound) : uncertified(value);
    }

    /** a + b ≥ 0, not below; 0 is left as it is. */
    private static double upward(double a, double b) {
        return a == 0 ? b : b == 0 ? a : Math.nextUp(a + b);
    }

    /** |factor| · bound, not below; nothing of an unknown error is nothing. */
    static double scaled(double factor, double bound) {
        return factor == 0 || bound == 0 ? 0 : Math.nextUp(Math.abs(factor) * bound);
    }

    /**
     * Σ a_i b_i over the places of a.
     *
     * @param a numbers
     * @param aBounds how far each can be off
     * @param b at least as many numbers
     * @param bBounds how far each can be off
     * @return with both bounds and the rounding of the sum
     */
    public static Bounded dot(double[] a, double[] aBounds, double[] b, double[] bBounds) {
        BoundedSum sum = new BoundedSum();
        for (int i = 0; i < a.length; i++) {
            sum.addProduct(a[i], aBounds[i], b[i], bBounds[i]);
        }
        return sum.total();
    }

    /**
     * Σ a_i b_i for exact b.
     *
     * @param a numbers with bounds
     * @param b as many numbers
     * @return with the bounds of a and the rounding of the sum
     */
    public static Bounded dot(BoundedVector a, double[] b) {
        BoundedSum sum = new BoundedSum();
        for (int i = 0; i < b.length; i++) {
            sum.addProduct(b[i], a, i);
        }
        return sum.total();
    }

    /** The number and how far it can be off. */
    @Override
    public String toString() {
        return value + " ± " + errorBound;
    }
}
