package org.leontief.examples.command;

import org.leontief.technology.DustPolicy;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;
import picocli.CommandLine.Option;

/** How a table becomes coefficients. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class TechnologyArguments {

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

    TechnologyOptions policies() {
        return TechnologyOptions.defaults().withZeroOutput(zeroOutput).withDust(dust);
    }
}
