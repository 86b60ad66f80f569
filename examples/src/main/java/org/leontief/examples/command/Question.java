package org.leontief.examples.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leontief.io.DatabaseTable;
import org.leontief.table.InputOutputTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A question that is asked of a table: reads it, answers, and gives the answer. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Leontief.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footerHeading = "%n")
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before it calls anything
abstract class Question implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Leontief leontief;

    @Mixin
    private TableOptions table;

    @Mixin
    private AnswerOptions given;

    private @Nullable DatabaseTable source;

    /** Answers; nothing is printed or written yet. */
    abstract Answer answer() throws IOException;

    @Override
    public final Integer call() throws IOException {
        given.check();
        requireEachNameOnce();
        Answer answer = answer();
        if (source != null) {
            answer.notes(source.notes());
        }
        given.give(answer, source, watch());
        return answer.isNo() ? ExitCodes.THE_ANSWER_IS_NO : ExitCodes.DONE;
    }

    private void requireEachNameOnce() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            Assignment.repeated(option).ifPresent(name -> {
                throw usage(option.longestName() + " says two things of '" + name + "': leave out one of them.");
            });
        }
    }

    /** Refuses an option that means nothing without one of some others: what it asks for would be passed over. */
    final void requireWith(String option, String... others) {
        if (isGiven(option) && Arrays.stream(others).noneMatch(this::isGiven)) {
            throw usage(option + " means something with " + String.join(" or ", others) + " only, which is missing.");
        }
    }

    /** Refuses options that mean nothing beside another. */
    final void requireWithout(String option, String... others) {
        Arrays.stream(others).filter(other -> isGiven(option) && isGiven(other)).forEach(other -> {
            throw usage(other + " means nothing beside " + option + ": leave out one of them.");
        });
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** The table that was named, with what its source says. */
    final DatabaseTable source() throws IOException {
        if (source == null) {
            source = table.read(watch());
        }
        return source;
    }

    final InputOutputTable table() throws IOException {
        return source().table();
    }

    final TableOptions tables() {
        return table;
    }

    final Watch watch() {
        return leontief.watch();
    }

    final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
