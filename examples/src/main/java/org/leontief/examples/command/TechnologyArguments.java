package org.leontief.examples.command;

import org.leontief.solve.ProgressListener;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.DustPolicy;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a table becomes coefficients, and how they are solved with. */
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before they are read
final class TechnologyArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            order = 61,
            names = "--zero-output",
            paramLabel = "POLICY",
            defaultValue = "EMPTY_INDUSTRIES_ONLY",
            description = "Industries without output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ZeroOutputPolicy zeroOutput;

    @Option(
            order = 62,
            names = "--dust",
            paramLabel = "POLICY",
            defaultValue = "REFUSE",
            description = "Industries whose output is dust: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DustPolicy dust;

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

    TechnologyOptions policies() {
        return TechnologyOptions.defaults().withZeroOutput(zeroOutput).withDust(dust);
    }

    SolveOptions solveOptions(ProgressListener listener) {
        try {
            return SolveOptions.defaults()
                    .withTolerance(tolerance)
                    .withIterationLimit(iterations)
                    .withThreads(threads)
                    .withListener(listener);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
