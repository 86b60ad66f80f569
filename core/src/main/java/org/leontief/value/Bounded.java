package org.leontief.value;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.solve.AccurateSum;

/**
 * A number with a guaranteed bound on its error: |exact − value| ≤ errorBound, rounding included.
 *
 * @param value the number
 * @param errorBound how far it can be off at most; +∞ where nothing could be proved
 */
public record Bounded(double value, double errorBound) {

    /** Covers the rounding of a few operations on bounds, upward. */
    private static final double UPWARD = 1 + 0x1p-50;

    /** A product below this may lose more than a fused multiply-add shows. */
    private static final double TINY = 0x1p-968;

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
     * The bound relative to the number.
     *
     * @return such as 1e-15; infinite where the number is 0 and its bound is not
     */
    public double relativeErrorBound() {
        return errorBound == 0 ? 0 : Math.nextUp(errorBound / Math.abs(value));
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
        return rounded(sum, errorBound + other.errorBound, Math.abs(lost));
    }

    /**
     * The difference.
     *
     * @param other what is taken away
     * @return with a bound for all that the two may be, rounding included
     */
    public Bounded minus(Bounded other) {
        return plus(new Bounded(-other.value, other.errorBound));
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
        return rounded(
                product,
                scaled(Math.abs(value), other.errorBound)
                        + scaled(Math.abs(other.value), errorBound)
                        + scaled(errorBound, other.errorBound),
                lost);
    }

    /**
     * The quotient: a/b is off by at most (δa + |a/b| δb) / (|b| − δb).
     *
     * @param divisor what divides
     * @return with a bound for all that the two may be, rounding included
     * @throws ArithmeticException if the divisor may be 0
     */
    public Bounded over(Bounded divisor) {
        double least = Math.nextDown(Math.abs(divisor.value) - divisor.errorBound);
        if (!(least > 0)) {
            throw new ArithmeticException("A number that may be 0 (" + divisor + ") cannot divide.");
        }
        double quotient = value / divisor.value;
        return rounded(
                quotient,
                (errorBound + scaled(Math.abs(quotient), divisor.errorBound)) / least * UPWARD,
                Math.ulp(quotient));
    }

    /** With what the terms carry, and what the operation lost; 0 where that is nothing. */
    private static Bounded rounded(double value, double carried, double lost) {
        double bound = carried * UPWARD + lost;
        return new Bounded(value, bound == 0 ? 0 : Math.nextUp(Math.nextUp(bound)));
    }

    /** factor · bound, where nothing of an unknown error is nothing. */
    static double scaled(double factor, double bound) {
        return factor == 0 || bound == 0 ? 0 : factor * bound;
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
        AccurateSum sum = new AccurateSum();
        AccurateSum carried = new AccurateSum();
        for (int i = 0; i < a.length; i++) {
            sum.addProduct(a[i], b[i]);
            double bound = scaled(Math.abs(a[i]), bBounds[i])
                    + scaled(Math.abs(b[i]), aBounds[i])
                    + scaled(aBounds[i], bBounds[i]);
            if (bound == Double.POSITIVE_INFINITY) {
                return new Bounded(sum.value(), bound);
            }
            carried.add(bound);
        }
        return new Bounded(sum.value(), Math.nextUp(carried.upper() * UPWARD + sum.error()));
    }

    /**
     * Σ a_i b_i for exact b.
     *
     * @param a numbers with bounds
     * @param b as many numbers
     * @return with the bounds of a and the rounding of the sum
     */
    public static Bounded dot(BoundedVector a, double[] b) {
        return dot(a.values().toArray(), a.errorBounds(), b, new double[b.length]);
    }

    /** a_i b_i one by one. */
    static BoundedVector products(LabelledVector named, BoundedVector a, BoundedVector b) {
        double[] bounds = new double[named.size()];
        double[] values = new double[named.size()];
        for (int i = 0; i < bounds.length; i++) {
            Bounded product = of(a, i).times(of(b, i));
            values[i] = product.value;
            bounds[i] = a.at(i) == 0 && a.errorBoundAt(i) == 0 ? 0 : product.errorBound;
        }
        return BoundedVector.of(LabelledVector.of(named.name(), named.labels(), named.units(), values), bounds);
    }

    /** The number and how far it can be off. */
    @Override
    public String toString() {
        return value + " ± " + errorBound;
    }
}
