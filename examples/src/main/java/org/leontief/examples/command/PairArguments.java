package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leontief.compilation.CompilationOptions;
import org.leontief.compilation.ProductsWithoutOutput;
import org.leontief.io.Bea;
import org.leontief.io.CsvOptions;
import org.leontief.io.DatabaseSupplyUse;
import org.leontief.io.EurostatSupplyUse;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The arguments for supply and use that come in two files. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class PairArguments {

    /** Whose files they are. */
    enum Pair {
        /** Make and use of the BEA, at producers' prices. */
        BEA_MAKE_USE,
        /** Supply and use of the BEA, at purchasers' prices. */
        BEA_SUPPLY_USE,
        /** Supply and use in Eurostat's codes. */
        EUROSTAT
    }

    @Option(
            order = 76,
            names = "--use",
            paramLabel = "PATH",
            description = "The use table, beside the supply or make table that --table names.")
    private @Nullable Path use;

    @Option(
            order = 77,
            names = "--pair",
            paramLabel = "PAIR",
            description = "Whose they are: ${COMPLETION-CANDIDATES} (with --unit).")
    private @Nullable Pair pair;

    @Option(
            order = 78,
            names = "--year",
            paramLabel = "YEAR",
            description = "The sheet of both, in workbooks of the BEA.")
    private @Nullable Integer year;

    @Option(
            order = 79,
            names = "--not-made",
            paramLabel = "POLICY",
            defaultValue = "REFUSE",
            description = "What becomes of products that are used and that no industry makes: ${COMPLETION-CANDIDATES}."
                    + " Default: ${DEFAULT-VALUE}.")
    private ProductsWithoutOutput notMade = ProductsWithoutOutput.REFUSE;

    boolean isGiven() {
        return use != null || pair != null || year != null;
    }

    /** Whether it is said what becomes of products that no industry makes. */
    boolean isDecided() {
        return notMade != ProductsWithoutOutput.REFUSE;
    }

    CompilationOptions options() {
        return CompilationOptions.defaults().withProductsWithoutOutput(notMade);
    }

    /** Reads the pair whose first table is named. */
    DatabaseSupplyUse read(CommandLine command, Path supply, @Nullable String unit, CsvOptions options)
            throws IOException {
        if (use == null || pair == null) {
            throw new ParameterException(
                    command, "Supply and use in two files need both --use and --pair, of which one is missing.");
        }
        // Files of the BEA are told apart by their codes; a supply table in Eurostat's could be a use table without
        // final users.
        if (pair == Pair.EUROSTAT && supply.normalize().equals(use.normalize())) {
            throw new ParameterException(
                    command, "--table and --use name the same file: supply and use are two tables.");
        }
        if ((pair == Pair.EUROSTAT) != (unit != null)) {
            throw new ParameterException(
                    command,
                    pair == Pair.EUROSTAT
                            ? "--pair EUROSTAT needs --unit, such as --unit \"million EUR\"."
                            : "--pair " + pair + " is in million USD: leave out --unit.");
        }
        if (unit != null) {
            requireNoYear(command);
            return EurostatSupplyUse.read(supply, use, unit, options);
        }
        boolean isMake = pair == Pair.BEA_MAKE_USE;
        if (year != null) {
            return isMake ? Bea.readMakeUse(supply, use, year, options) : Bea.readSupplyUse(supply, use, year, options);
        }
        return isMake ? Bea.readMakeUse(supply, use, options) : Bea.readSupplyUse(supply, use, options);
    }

    private void requireNoYear(CommandLine command) {
        if (year != null) {
            throw new ParameterException(
                    command, "--year is the name of a sheet in workbooks of the BEA: leave it out with EUROSTAT.");
        }
    }
}
