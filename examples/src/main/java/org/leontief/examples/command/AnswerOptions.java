package org.leontief.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leontief.examples.command.Answer.Written;
import org.leontief.io.DatabaseTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How an answer is given. */
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before they are read
final class AnswerOptions {

    /** A sheet of no more rows is printed whole. */
    static final int PRINTED_WHOLE = 50;

    private static final int DEFAULT_TOP = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(order = 71, names = "--json", description = "Print one JSON object instead of text, with all rows.")
    private boolean json;

    @Option(
            order = 72,
            names = "--top",
            paramLabel = "N",
            description = "Print the N largest rows. Default: all of up to 50, else 20.")
    private @Nullable Integer top;

    @Option(
            order = 73,
            names = "--output",
            paramLabel = "DIR",
            description = "Write everything there: a CSV file for each table, and answer.json.")
    private @Nullable Path output;

    /** Before anything is computed. */
    void check() {
        if (output != null && output.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--output names no folder.");
        }
        if (top != null && top < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--top is " + top + ", and at least 1 row is to be printed.");
        }
    }

    /** Puts the answer into words first, then writes, then prints: what fails in between has printed nothing. */
    void give(Answer answer, @Nullable DatabaseTable table, Watch watch) throws IOException {
        String printed =
                json ? json(answer, table) : AnswerText.of(answer, top == null ? DEFAULT_TOP : top, top != null);
        Written written = answer.written();
        watch.requireGoingOn();
        if (written != null) {
            Path folder = written.place().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            written.what().to(written.place());
        }
        if (output != null) {
            AnswerFiles.write(output, spec.name(), table, answer, watch);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(printed);
        if (!json && written != null) {
            out.println("\nWritten to " + written.place());
        }
        if (!json && output != null) {
            out.println("\nWritten to " + output);
        }
    }

    private String json(Answer answer, @Nullable DatabaseTable table) throws IOException {
        StringWriter text = new StringWriter();
        AnswerJson.write(text, spec.name(), table, answer);
        return text.toString();
    }
}
