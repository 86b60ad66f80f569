package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.leontief.compilation.InfeasibleMarginsException;
import org.leontief.plan.InfeasiblePlanException;
import org.leontief.plan.UnboundedPlanException;
import org.leontief.solve.NotConvergedException;
import org.leontief.technology.NotViableException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Wrong input, and an answer that is no, are one message; anything else is a fault of the program and keeps its trace. */
final class Failures implements IExecutionExceptionHandler {

    /** Words of the library's messages, and the arguments that do here what they advise. */
    private static final SortedMap<String, String> HINTS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry(
                            "TableLayout",
                            "--unit, --final-demand, --value-added, --extension, --ignore-rows, --ignore-columns"),
                    Map.entry("withDelimiter", "--delimiter"),
                    Map.entry("withDecimalComma", "--decimal-comma"),
                    Map.entry("withMissingAsZero", "--missing-as-zero"),
                    Map.entry("MissingLabels.ZERO", "--partial-demand"),
                    Map.entry("withZeroOutput", "--zero-output"),
                    Map.entry("withDust", "--dust"),
                    Map.entry("TotalsPolicy", "--use-computed-output"),
                    Map.entry("ImportedInputs", "--imports, --imports-row"),
                    Map.entry("SupplyUseCsv.read", "--model"),
                    Map.entry("Bea.readMakeUse", "--use, --pair"),
                    Map.entry("EurostatSupplyUse.read", "--use, --pair"),
                    Map.entry("ProductsWithoutOutput", "--not-made"),
                    Map.entry("resource(name, amount)", "--resource, --capacity"),
                    Map.entry("withIterationLimit", "--iterations"),
                    Map.entry("rowsAbove", "--rows-above"),
                    Map.entry("MarginPolicy", "--margins"))));

    private final Watch watch;

    Failures(Watch watch) {
        this.watch = watch;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) throws Exception {
        if (watch.isStopped()) {
            command.getErr().println("Stopped. What was not finished is not written.");
            return ExitCodes.STOPPED;
        }
        boolean isNo = exception instanceof NotViableException
                || exception instanceof InfeasiblePlanException
                || exception instanceof UnboundedPlanException
                || exception instanceof InfeasibleMarginsException
                || exception instanceof NotConvergedException;
        boolean isWrong = exception instanceof IOException
                || exception instanceof IllegalArgumentException
                || exception instanceof IllegalStateException;
        if (!isNo && !isWrong) {
            throw exception;
        }
        command.getErr().println(message(exception) + hint(exception, command));
        return isNo ? ExitCodes.THE_ANSWER_IS_NO : ExitCodes.INPUT_IS_WRONG;
    }

    /** What the library's own words for the mend are called here, where the question has that argument. */
    private static String hint(Exception exception, CommandLine command) {
        String message = String.valueOf(exception.getMessage());
        StringJoiner arguments = new StringJoiner(", ", "\nFrom the shell: ", "; see --help.").setEmptyValue("");
        HINTS.forEach((word, argument) -> {
            String first = argument.split(",", 2)[0];
            if (message.contains(word) && command.getCommandSpec().findOption(first) != null) {
                arguments.add(argument);
            }
        });
        return arguments.toString();
    }

    private static String message(Exception exception) {
        // The file system's own messages are only the file's name.
        if (exception instanceof NoSuchFileException) {
            return "There is no file or folder " + exception.getMessage() + ".";
        }
        if (exception instanceof FileAlreadyExistsException taken && taken.getReason() == null) {
            return "Cannot use " + taken.getFile() + ": it is a file, and a folder is needed.";
        }
        return exception instanceof FileSystemException
                ? "Cannot use " + exception.getMessage() + " ("
                        + exception.getClass().getSimpleName().replace("Exception", "") + ")."
                : String.valueOf(exception.getMessage());
    }
}
