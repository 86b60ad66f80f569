package org.leontief.examples.command;

import org.leontief.compilation.BalancingOptions;
import org.leontief.compilation.MarginPolicy;
import org.leontief.solve.ProgressListener;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How cells are balanced. */
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before they are read
final class BalancingArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--margins",
            paramLabel = "POLICY",
            defaultValue = "REFUSE",
            description =
                    "If rows and columns do not add up to the same: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private MarginPolicy margins;

    @Option(
            order = 63,
            names = "--tolerance",
            paramLabel = "T",
            description = "How far a total may be missed, relative; 0 for working precision. Default: 1e-12.")
    private double tolerance = BalancingOptions.DEFAULT_TOLERANCE;

    @Option(order = 64, names = "--iterations", paramLabel = "N", description = "Most iterations. Default: 10000.")
    private int iterations = BalancingOptions.DEFAULT_ITERATION_LIMIT;

    BalancingOptions options(ProgressListener listener) {
        return UsageErrors.checked(
                spec,
                () -> BalancingOptions.defaults()
                        .withMargins(margins)
                        .withTolerance(tolerance)
                        .withIterationLimit(iterations)
                        .withListener(listener));
    }
}
