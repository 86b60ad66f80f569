package org.leontief.label;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class NumberText {

    private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e12;

    private NumberText() {}

    /**
     * Seven digits without zeros at the end; powers of ten only where they are needed.
     *
     * @param value any number
     * @return such as "1234.567", "1.000000e-05", "∞" or "unknown" for NaN
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
            BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
            return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
        }
        return String.format(Locale.ROOT, "%.6e", value);
    }
}
