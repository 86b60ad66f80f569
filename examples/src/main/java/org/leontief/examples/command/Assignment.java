package org.leontief.examples.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A name and a number, {@code Construction=1.10}. The name may hold a sign of equality itself.
 *
 * @param name of a product or a row
 * @param number finite
 */
record Assignment(String name, double number) {

    /** Reads NAME=NUMBER. */
    static final class Converter implements ITypeConverter<Assignment> {
        @Override
        public Assignment convert(String text) {
            int equals = text.lastIndexOf('=');
            try {
                double number = equals > 0 ? Double.parseDouble(text.substring(equals + 1)) : Double.NaN;
                if (Double.isFinite(number)) {
                    return new Assignment(text.substring(0, equals), number);
                }
            } catch (NumberFormatException e) {
                // Said below, together with what is not finite.
            }
            throw new TypeConversionException(
                    "'" + text + "' is not NAME=NUMBER with a finite number, such as Construction=1.10.");
        }
    }
}
