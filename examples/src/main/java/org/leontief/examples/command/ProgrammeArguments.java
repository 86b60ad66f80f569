package org.leontief.examples.command;

import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.solve.ProgressListener;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a linear programme is solved. */
@SuppressWarnings("NullAway.Init") // picocli sets the spec before it is read
final class ProgrammeArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            order = 63,
            names = "--tolerance",
            paramLabel = "T",
            description = "Largest relative gap, and largest violation of a limit. Default: 1e-9.")
    private double tolerance = ProgrammeOptions.DEFAULT_TOLERANCE;

    @Option(
            order = 64,
            names = "--iterations",
            paramLabel = "N",
            description = "Most iterations of the solver. Default: 10000000.")
    private int iterations = ProgrammeOptions.DEFAULT_ITERATION_LIMIT;

    @Option(order = 65, names = "--threads", paramLabel = "N", description = "Threads. Default: all processors.")
    private int threads = ProgrammeOptions.defaults().threads();

    ProgrammeOptions options(ProgressListener listener) {
        return UsageErrors.checked(
                spec,
                () -> ProgrammeOptions.defaults()
                        .withTolerance(tolerance)
                        .withIterationLimit(iterations)
                        .withThreads(threads)
                        .withListener(listener));
    }
}
