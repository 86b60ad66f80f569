package org.leontief.io;

import com.fasterxml.jackson.core.io.NumberInput;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the numbers of one file. The grammar is narrower than that of {@link Double#parseDouble}, which takes "1d" and
 * "0x1p3" for numbers, and wider where options say so: decimal comma, thousands separators, texts that mean 0.
 */
final class NumberParser {

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity", "∞");
    private static final int LONGEST_SHOWN = 40;
    private static final int LONGEST_MARKER = 8;

    private final char decimal;
    private final ThousandsSeparator thousands;
    private final Set<String> zeroMarkers;

    NumberParser(CsvOptions options) {
        this(
                options.decimalMark(),
                options.thousandsSeparator(),
                options.missingValues() == MissingValues.ZERO ? options.missingMarkers() : Set.of());
    }

    private NumberParser(DecimalMark decimal, ThousandsSeparator thousands, Set<String> zeroMarkers) {
        this.decimal = decimal.character();
        this.thousands = thousands;
        this.zeroMarkers = zeroMarkers;
    }

    /** The number, or NaN if the text is not a finite number; {@link #whyNot} then says what is wrong. */
    double parse(String text) {
        if (!zeroMarkers.isEmpty() && zeroMarkers.contains(text)) {
            return 0;
        }
        if (!isWellFormed(text)) {
            return Double.NaN;
        }
        double value = NumberInput.parseDouble(normalised(text), true);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** What is wrong with a text that is not a finite number, and the likely mend. */
    String whyNot(String text) {
        if (text.isEmpty()) {
            return "found an empty cell where a number is expected. Maybe empty cells mean 0?"
                    + " See CsvOptions.withMissingAsZero(\"\").";
        }
        String found = "found " + quoted(text);
        if (isWellFormed(text)) {
            return found + ", which is too large: a number is at most about 1.8e308.";
        }
        if (NOT_FINITE.contains(unsigned(text).toLowerCase(Locale.ROOT))) {
            return found + " where a finite number is expected. Maybe the file marks missing cells with " + quoted(text)
                    + "? See CsvOptions.withMissingAsZero.";
        }
        if (hasWrongGroups(text)) {
            return found + ", whose digits are not in groups of three.";
        }
        return found + " where a number is expected. " + mend(text);
    }

    private String mend(String text) {
        DecimalMark other = decimal == '.' ? DecimalMark.COMMA : DecimalMark.POINT;
        boolean otherMark = new NumberParser(other, ThousandsSeparator.NONE, Set.of()).isWellFormed(text);
        for (ThousandsSeparator separator : ThousandsSeparator.values()) {
            if (!separator.is(decimal) && new NumberParser(mark(), separator, Set.of()).isWellFormed(text)) {
                return "Maybe it has thousands separators? See CsvOptions.withThousandsSeparator(ThousandsSeparator."
                        + separator + ")" + (otherMark ? ", or " + option(other) + "." : ".");
            }
        }
        if (otherMark) {
            return "Maybe the file has a decimal " + other.name().toLowerCase(Locale.ROOT) + "? See " + option(other)
                    + ".";
        }
        return text.length() <= LONGEST_MARKER
                ? "Maybe the file marks missing cells with " + quoted(text) + "? See CsvOptions.withMissingAsZero."
                : "Maybe a row or column of text stands among the numbers?";
    }

    private static String option(DecimalMark mark) {
        return mark == DecimalMark.COMMA ? "CsvOptions.withDecimalComma()" : "CsvOptions.withDecimalPoint()";
    }

    private DecimalMark mark() {
        return decimal == '.' ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    /** [sign] digits, grouped or not, [mark digits] [e [sign] digits]; at least one digit before the e. */
    private boolean isWellFormed(String text) {
        int end = text.length();
        int i = start(text);
        int afterInteger = endOfInteger(text, i);
        if (afterInteger < 0) {
            return false;
        }
        int digits = afterInteger - i;
        i = afterInteger;
        if (i < end && text.charAt(i) == decimal) {
            int afterFraction = endOfDigits(text, i + 1);
            digits += afterFraction - i - 1;
            i = afterFraction;
        }
        if (digits == 0) {
            return false;
        }
        if (i < end && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            i += i < end && isSign(text.charAt(i)) ? 1 : 0;
            int afterExponent = endOfDigits(text, i);
            return afterExponent > i && afterExponent == end;
        }
        return i == end;
    }

    /** Where the digits before the decimal mark end, or −1 if they are grouped wrongly. */
    private int endOfInteger(String text, int from) {
        int i = endOfDigits(text, from);
        if (i == from || i == text.length() || !thousands.is(text.charAt(i))) {
            return i;
        }
        if (i - from > 3) {
            return -1;
        }
        while (i < text.length() && thousands.is(text.charAt(i))) {
            int group = endOfDigits(text, i + 1);
            if (group - i != 4) {
                return -1;
            }
            i = group;
        }
        return i;
    }

    private boolean hasWrongGroups(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!thousands.is(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return plain.length() < text.length() && isWellFormed(plain.toString());
    }

    private static int endOfDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int start(String text) {
        return !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
    }

    private static String unsigned(String text) {
        return text.substring(start(text));
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    private String normalised(String text) {
        if (thousands == ThousandsSeparator.NONE && decimal == '.') {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!thousands.is(c)) {
                plain.append(c == decimal ? '.' : c);
            }
        }
        return plain.toString();
    }

    /** A text of the file as messages show it: on one line and not too long. */
    static String quoted(String text) {
        String oneLine = text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
        return "'" + (oneLine.length() > LONGEST_SHOWN ? oneLine.substring(0, LONGEST_SHOWN) + "…" : oneLine) + "'";
    }
}
