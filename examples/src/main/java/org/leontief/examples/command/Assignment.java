package org.leontief.examples.command;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
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

    /** The first name that an option was given twice: which of the two numbers counts, or whether both do, it does not say. */
    static Optional<String> repeated(OptionSpec option) {
        Set<String> known = new HashSet<>();
        return names(option).filter(name -> !known.add(name)).findFirst();
    }

    private static Stream<String> names(OptionSpec option) {
        if (option.typeInfo().isMap()) {
            return option.originalStringValues().stream().map(text -> text.substring(0, text.indexOf('=')));
        }
        return option.getValue() instanceof List<?> list
                ? list.stream().filter(Assignment.class::isInstance).map(each -> ((Assignment) each).name())
                : Stream.empty();
    }
}
