package org.leontief.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leontief.Economy;
import org.leontief.io.CsvOptions;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MissingLabels;
import org.leontief.io.PlanFiles;
import org.leontief.io.VectorCsv;
import org.leontief.label.LabelledVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.DustPolicy;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans from the shell: reads a table, plans for a final demand, prints the summary and writes the results. */
@Command(
        name = "leontief-plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What must every industry produce to deliver a final demand, with a guaranteed bound on every number.",
        footer = {"", "Exit codes: 0 done, 1 the input is wrong (one message, nothing written), 2 wrong usage."})
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before it calls anything
public final class PlanProgram implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int INPUT_IS_WRONG = 1;
    private static final int WRONG_USAGE = 2;

    /** Words of the library's messages, and the arguments that do here what they advise. */
    private static final SortedMap<String, String> HINTS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "TableLayout", "--unit, --final-demand, --value-added, --extension, --ignore-rows, --ignore-columns",
            "withDelimiter", "--delimiter",
            "withDecimalComma", "--decimal-comma",
            "withMissingAsZero", "--missing-as-zero",
            "MissingLabels.ZERO", "--partial-demand",
            "withZeroOutput", "--zero-output",
            "withDust", "--dust",
            "TotalsPolicy", "--use-computed-output")));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "The input-output table. Without it: Germany 1995, which is bundled.")
    private @Nullable Path table;

    @ArgGroup(
            exclusive = false,
            validate = false,
            heading = "What the rows and columns of the table are, if the file does not say so itself:%n")
    private LayoutArguments layout = new LayoutArguments();

    @Option(
            names = "--demand",
            paramLabel = "FILE",
            description = "Final demand to plan for: label,value. Without it: the table's own.")
    private @Nullable Path demand;

    @Option(
            names = "--partial-demand",
            description = "Industries that the demand file does not name are demanded nothing. Without it: an error.")
    private boolean partialDemand;

    @Option(
            names = "--scale",
            paramLabel = "INDUSTRY=FACTOR",
            description =
                    "Multiply the final demand for one industry: Construction=1.10. Can be repeated; factors for one industry multiply.")
    private List<String> scale = List.of();

    @Option(
            names = "--compare",
            description = "Also print what changes against a plan for the table's own final demand.")
    private boolean compare;

    @Option(names = "--output", paramLabel = "DIR", description = "Write CSV files and a JSON report there.")
    private @Nullable Path output;

    @Option(
            names = "--zero-output",
            paramLabel = "POLICY",
            defaultValue = "EMPTY_INDUSTRIES_ONLY",
            description = "Industries without output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ZeroOutputPolicy zeroOutput;

    @Option(
            names = "--dust",
            paramLabel = "POLICY",
            defaultValue = "REFUSE",
            description = "Industries whose output is dust: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DustPolicy dust;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "Relative residual, 0 for working precision. Default: 1e-12.")
    private double tolerance = SolveOptions.DEFAULT_TOLERANCE;

    @Option(names = "--threads", paramLabel = "N", description = "Threads. Default: all processors.")
    private int threads = SolveOptions.defaults().threads();

    /**
     * Runs the program.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), args));
    }

    /** Runs the program and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new PlanProgram())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> {
                    exception.getCommandLine().getErr().println(exception.getMessage() + "\nSee --help.");
                    return WRONG_USAGE;
                })
                .setExecutionExceptionHandler((exception, command, result) -> report(exception, command))
                .execute(args);
    }

    /** Wrong input is one message; anything else is a fault of the program and keeps its trace. */
    private static int report(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof IOException
                || exception instanceof IllegalArgumentException
                || exception instanceof IllegalStateException) {
            command.getErr().println(message(exception) + hint(exception));
            return INPUT_IS_WRONG;
        }
        throw exception;
    }

    /** What the library's own words for the mend are called here. */
    private static String hint(Exception exception) {
        String message = String.valueOf(exception.getMessage());
        StringJoiner arguments = new StringJoiner(", ", "\nFrom the shell: ", "; see --help.").setEmptyValue("");
        HINTS.forEach((word, argument) -> {
            if (message.contains(word)) {
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
        return exception instanceof FileSystemException
                ? "Cannot use " + exception.getMessage() + " ("
                        + exception.getClass().getSimpleName().replace("Exception", "") + ")."
                : String.valueOf(exception.getMessage());
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (output != null && output.toString().isEmpty()) {
            throw usage("--output names no folder.");
        }
        requireNoFolder("--table", table);
        requireNoFolder("--demand", demand);
        InputOutputTable read = readTable();
        SolveOptions options = solveOptions();
        Economy economy = Economy.of(
                        read,
                        TechnologyOptions.defaults().withZeroOutput(zeroOutput).withDust(dust))
                .with(options);
        economy.viability().requireViable();
        LabelledVector own = read.finalDemand().total();
        GrossOutputPlan plan = economy.plan(scaled(demand == null ? own : readDemand(demand, read)));
        plan.requireConverged();
        String summary = plan.summary();
        String changes = compare ? "\n\n" + plan.comparedWith(economy.plan(own)) : "";
        if (output != null) {
            PlanFiles.write(plan, output);
        }
        out.println(summary + changes);
        if (output != null) {
            out.println("\nWritten to " + output);
        }
        return DONE;
    }

    private void requireNoFolder(String argument, @Nullable Path file) {
        if (file != null && Files.isDirectory(file)) {
            throw usage(argument + " names a folder, and a file is needed: '" + file + "'.");
        }
    }

    private InputOutputTable readTable() throws IOException {
        if (table == null) {
            if (layout.isDeclared()) {
                throw usage("A layout is declared, but no table is named: --table is missing.");
            }
            return GermanTable.read();
        }
        return layout.isDeclared()
                ? InputOutputCsv.read(table, layout.layout(), layout.csvOptions())
                : InputOutputCsv.read(table, layout.csvOptions());
    }

    private LabelledVector readDemand(Path file, InputOutputTable read) throws IOException {
        MissingLabels missing = partialDemand ? MissingLabels.ZERO : MissingLabels.REFUSE;
        CsvOptions options = layout.csvOptions();
        return VectorCsv.read(file, read.industries(), read.units(), missing, options);
    }

    private LabelledVector scaled(LabelledVector unscaled) {
        LabelledVector demanded = unscaled;
        for (String text : scale) {
            int equals = text.lastIndexOf('=');
            demanded = demanded.scale(text.substring(0, Math.max(0, equals)), factor(text, equals));
        }
        return demanded;
    }

    private double factor(String text, int equals) {
        try {
            double factor = equals > 0 ? Double.parseDouble(text.substring(equals + 1)) : Double.NaN;
            if (Double.isFinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Said below, together with what is not finite.
        }
        throw usage("--scale " + text + " is not INDUSTRY=FACTOR with a finite factor, such as Construction=1.10.");
    }

    private SolveOptions solveOptions() {
        try {
            return SolveOptions.defaults().withTolerance(tolerance).withThreads(threads);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
