package org.leontief.examples.pictures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.leontief.label.NumberText;

/** Numbers as they stand in a picture. */
final class Figures {

    /** On an axis, for whose divisions a pattern is enough. */
    static final String ON_AXIS = "#,##0.##########";

    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    private Figures() {}

    /** In words: seven digits, with separators from a thousand on. */
    static String inWords(double value) {
        double size = Math.abs(value);
        return size >= 1000 && size < 1e12
                ? new DecimalFormat(ON_AXIS, DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(new BigDecimal(value).round(SEVEN_DIGITS))
                : NumberText.of(value);
    }

    /** In a cell or beside a bar: three digits, and all of those before the point. */
    static String beside(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size >= 1e9 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
