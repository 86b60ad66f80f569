package org.leontief.label;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {

    private static final int DIGITS = 7;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e12;

    private NumberText() {}

    /**
     * Seven digits without zeros at the end, and more where a whole number has more: none of its digits is made 0. Powers of ten only
     * where they are needed.
     *
     * @param value any number
     * @return such as "1234.567", "2355972987", "1.000000e-05", "∞" or "unknown" for NaN
     */
    public static String of(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "unknown" : value > 0 ? "∞" : "−∞";
        }
        if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
            BigDecimal exact = new BigDecimal(value);
            int digits = Math.max(DIGITS, exact.precision() - exact.scale());
            BigDecimal rounded =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
        }
        return String.format(Locale.ROOT, "%.6e", value);
    }
}
