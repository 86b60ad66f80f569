package org.leontief.io;

import com.fasterxml.jackson.core.io.NumberInput;

/** Reads numbers with a decimal point from the bytes of a text. The result is that of {@link Double#parseDouble}. */
final class ByteNumbers {

    /** A mantissa of so many digits is below 2<sup>53</sup>. */
    private static final int EXACT_DIGITS = 15;

    /** 10<sup>k</sup> that are exact. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int LONGEST = 64;

    private final char[] text = new char[LONGEST];

    /**
     * [sign] digits [. digits] [e [sign] digits], at least one digit before the e; NaN if there is something else, or the
     * number is not finite, or unusually long.
     */
    double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean isNegative = i < to && bytes[i] == '-';
        if (isNegative || (i < to && bytes[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int begin = i;
        while (i < to && isDigit(bytes[i])) {
            mantissa = 10 * mantissa + bytes[i++] - '0';
        }
        int digits = i - begin;
        int fraction = 0;
        if (i < to && bytes[i] == '.') {
            begin = ++i;
            while (i < to && isDigit(bytes[i])) {
                mantissa = 10 * mantissa + bytes[i++] - '0';
            }
            fraction = i - begin;
            digits += fraction;
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (i == to && digits <= EXACT_DIGITS) {
            // One rounding of two exact numbers: W. D. Clinger, How to Read Floating Point Numbers Accurately (1990).
            double value = mantissa / POWERS[fraction];
            return isNegative ? -value : value;
        }
        return i == to || isExponent(bytes, i, to) ? parseLong(bytes, from, to) : Double.NaN;
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int i = from + 1;
        if ((bytes[from] | 0x20) != 'e') {
            return false;
        }
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int begin = i;
        while (i < to && isDigit(bytes[i])) {
            i++;
        }
        return i == to && i > begin;
    }

    private double parseLong(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            text[i] = (char) bytes[from + i];
        }
        double value = NumberInput.parseDouble(text, 0, length, true);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
