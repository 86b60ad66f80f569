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

    /** Beyond, digits before or behind the point would take more room than there is. */
    private static final String POWERS_ON_AXIS = "0.0##E0";

    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e12;

    /** Beyond, an axis cannot be divided: its divisions overflow, or have no digits left. */
    private static final double SMALLEST = 1e-290;

    private static final double LARGEST = 1e290;

    /** A narrower axis, relative to its places, has none of them left in the digits of its marks. */
    private static final double NARROWEST = 1e-9;

    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    private Figures() {}

    /** The pattern for an axis of amounts of at most this size. */
    static String onAxis(double most) {
        return most == 0 || (most >= PLAIN_FROM && most < PLAIN_TO) ? ON_AXIS : POWERS_ON_AXIS;
    }

    /** Refuses places on an axis that has no division between them. */
    static void requireAxis(String title, double least, double most) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        requireAxis(title, size);
        if (most > least && most - least < NARROWEST * size) {
            throw new IllegalArgumentException("'" + title + "' would need an axis from " + least + " to " + most
                    + ", between which nothing can be marked. Draw the differences.");
        }
    }

    /** Refuses amounts for which there is no axis. */
    static void requireAxis(String title, double most) {
        if (most != 0 && !(most >= SMALLEST && most <= LARGEST)) {
            throw new IllegalArgumentException("'" + title + "' would need an axis up to " + most
                    + ", which cannot be divided. Give the amounts in another unit.");
        }
    }

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
