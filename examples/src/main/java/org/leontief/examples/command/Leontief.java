package org.leontief.examples.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The library from the shell: {@code leontief plan}, {@code leontief check} and so on. */
@Command(
        name = "leontief",
        mixinStandardHelpOptions = true,
        versionProvider = Leontief.Version.class,
        description = "Input-output planning from the shell. Without --table: Germany 1995, which is bundled.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PlanCommand.class,
            LabourCommand.class,
            PricesCommand.class,
            FootprintCommand.class,
            OptimiseCommand.class,
            BalanceCommand.class,
            ConvertCommand.class,
            CheckCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the input is wrong (one message, nothing written); 2 wrong usage; 3 the answer is no"
                    + " (not viable, infeasible, not converged); 130 stopped."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the spec before it calls anything
public final class Leontief implements Runnable {

    /** How long a stop waits for work that does not ask its listener. */
    private static final long SECONDS_TO_STOP = 10;

    /** The version of the jar; none where the classes are not in one. */
    static final class Version implements IVersionProvider {

        static String number() {
            String version = Leontief.class.getPackage().getImplementationVersion();
            return version == null ? "unpackaged" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"leontief " + number()};
        }
    }

    @Spec
    private CommandSpec spec;

    private final Watch watch;

    Leontief(Watch watch) {
        this.watch = watch;
    }

    /**
     * Runs the command. Ctrl-C stops the work through its listener and lets a file that is being moved into its place get there.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, UTF_8);
        Watch watch = new Watch(err, System::nanoTime);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watch, ended)));
        int code = run(new PrintWriter(System.out, true, UTF_8), err, watch, args);
        ended.countDown();
        // A virtual machine that a signal ends has its exit code already.
        if (!watch.isStopped()) {
            System.exit(code);
        }
    }

    private static void stop(Watch watch, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        watch.stop();
        try {
            ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, Watch watch, String... args) {
        return new CommandLine(new Leontief(watch))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, arguments) -> {
                    PrintWriter messages = exception.getCommandLine().getErr();
                    messages.println(exception.getMessage());
                    UnmatchedArgumentException.printSuggestions(exception, messages);
                    messages.println("See --help.");
                    return ExitCodes.WRONG_USAGE;
                })
                .setExecutionExceptionHandler(new Failures(watch))
                .execute(args);
    }

    /** What the work of a subcommand is watched and stopped by. */
    Watch watch() {
        return watch;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A question is missing, such as 'leontief plan': one of "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
