package org.leontief.examples.command;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the library refuses of an option, as a mistake of usage. */
final class UsageErrors {

    private UsageErrors() {}

    /** Options that the library checks when they are made; what it says against them is said of the command line. */
    static <T> T checked(CommandSpec spec, Supplier<T> options) {
        try {
            return options.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
