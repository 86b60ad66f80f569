package org.leontief.examples.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of numbers with as many decimals as the largest of them needs, so that they stand under each other. */
final class NumberColumn {

    private static final double LEAST_PLAIN = 1e-6;
    private static final double MOST_PLAIN = 1e15;
    /** Digits of a column whose numbers are all below 1. */
    private static final int DIGITS = 6;

    private NumberColumn() {}

    static List<String> of(double[] numbers) {
        double largest = Arrays.stream(numbers)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        boolean areWhole = Arrays.stream(numbers).allMatch(v -> !Double.isFinite(v) || v == Math.rint(v));
        boolean isPlain = largest == 0 || (largest >= LEAST_PLAIN && largest < MOST_PLAIN);
        int decimals = areWhole ? 0 : decimals(largest);
        return Arrays.stream(numbers).mapToObj(v -> text(v, isPlain, decimals)).toList();
    }

    static List<String> bounds(double[] bounds) {
        return Arrays.stream(bounds)
                .mapToObj(bound -> !Double.isFinite(bound)
                        ? "no bound"
                        : bound == 0 ? "0" : String.format(Locale.ROOT, "%.1e", bound))
                .toList();
    }

    private static int decimals(double largest) {
        if (largest >= 1000) {
            return 2;
        }
        return largest >= 1 || largest == 0 ? 4 : DIGITS - 1 - (int) Math.floor(Math.log10(largest));
    }

    private static String text(double v, boolean isPlain, int decimals) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "–" : v > 0 ? "∞" : "−∞";
        }
        if (v == 0) {
            return "0";
        }
        // What is not 0 is not printed as 0.
        boolean vanishes = Math.abs(v) < 0.5 * Math.pow(10, -decimals);
        return isPlain && !vanishes
                ? String.format(Locale.ROOT, "%,." + decimals + "f", v)
                : String.format(Locale.ROOT, "%.1e", v);
    }
}
