package org.leontief.solve;

/**
 * A sum of products in doubled precision that knows how far it can be off.
 *
 * <p>Every addition and multiplication is split into its rounded result and its exact error (Knuth's two-sum; fused
 * multiply-add for products). The errors are summed too; only that second sum is rounded, so the total is off by at most
 * γ Σ|errors| and one last rounding. If all operations happen to be exact the bound is zero. T. Ogita, S. M. Rump and S.
 * Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), algorithms 4.4 and 5.3.
 *
 * <p>Not safe for use by several threads.
 */
public final class AccurateSum {

    /** Starts at 0. */
    public AccurateSum() {}

    /** Unit roundoff, half the distance from 1 to the next double. */
    static final double EPSILON = 0x1p-53;

    /** A product below this may lose part of its exact error to underflow. */
    private static final double PRODUCT_UNDERFLOW = 0x1p-968;

    private double sum;
    private double errors;
    private double errorMagnitude;
    private long operations;
    private long underflows;

    /** Starts again at 0. */
    public void reset() {
        sum = 0;
        errors = 0;
        errorMagnitude = 0;
        operations = 0;
        underflows = 0;
    }

    /**
     * Adds a number.
     *
     * @param term finite
     */
    public void add(double term) {
        double next = sum + term;
        double shifted = next - sum;
        double error = (sum - (next - shifted)) + (term - shifted);
        sum = next;
        errors += error;
        errorMagnitude += Math.abs(error);
        operations += 2;
    }

    /**
     * Adds a product.
     *
     * @param a finite
     * @param b finite
     */
    public void addProduct(double a, double b) {
        double product = a * b;
        double error = Math.fma(a, b, -product);
        if (Math.abs(product) < PRODUCT_UNDERFLOW && a != 0 && b != 0) {
            underflows++;
        }
        add(product);
        errors += error;
        errorMagnitude += Math.abs(error);
        operations += 2;
    }

    /**
     * The sum, rounded once.
     *
     * @return the sum; NaN if something overflowed on the way
     */
    public double value() {
        return sum + errors;
    }

    /**
     * How far {@link #value()} can be from the exact sum.
     *
     * @return at least 0; 0 if nothing was rounded
     */
    public double error() {
        if (errorMagnitude == 0 && underflows == 0) {
            return 0;
        }
        // γ is doubled to cover the rounding of errorMagnitude itself; 2⁻⁵² |value| covers the last addition.
        double gamma = 2.0 * operations * EPSILON;
        double rounding = 2 * gamma * errorMagnitude + 2 * EPSILON * Math.abs(value());
        return Math.nextUp(rounding + (underflows + 1.0) * Double.MIN_VALUE);
    }

    /**
     * A number that the exact sum is not below.
     *
     * @return the lower end
     */
    public double lower() {
        double error = error();
        return error == 0 ? value() : Math.nextDown(value() - error);
    }

    /**
     * A number that the exact sum is not above.
     *
     * @return the upper end
     */
    public double upper() {
        double error = error();
        return error == 0 ? value() : Math.nextUp(value() + error);
    }

    /**
     * A number that the absolute value of the exact sum is not above.
     *
     * @return at least 0
     */
    public double magnitude() {
        double error = error();
        return error == 0 ? Math.abs(value()) : Math.nextUp(Math.abs(value()) + error);
    }
}
