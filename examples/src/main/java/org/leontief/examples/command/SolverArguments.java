package org.leontief.examples.command;

import org.leontief.solve.ProgressListener;
import org.leontief.solve.SolveOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How systems of equations are solved. */
@SuppressWarnings("NullAway.Init") // picocli sets the spec before it is read
final class SolverArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            order = 63,
            names = "--tolerance",
            paramLabel = "T",
            description = "Relative residual, 0 for working precision. Default: 1e-12.")
    private double tolerance = SolveOptions.DEFAULT_TOLERANCE;

    @Option(
            order = 64,
            names = "--iterations",
            paramLabel = "N",
            description = "Most iterations of a solver. Default: 50000.")
    private int iterations = SolveOptions.DEFAULT_ITERATION_LIMIT;

    @Option(order = 65, names = "--threads", paramLabel = "N", description = "Threads. Default: all processors.")
    private int threads = SolveOptions.defaults().threads();

    SolveOptions options(ProgressListener listener) {
        return UsageErrors.checked(
                spec,
                () -> SolveOptions.defaults()
                        .withTolerance(tolerance)
                        .withIterationLimit(iterations)
                        .withThreads(threads)
                        .withListener(listener));
    }
}
