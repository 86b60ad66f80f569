package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.compilation.CompilationOptions;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.examples.GermanTable;
import org.leontief.io.CsvOptions;
import org.leontief.io.DatabaseSupplyUse;
import org.leontief.io.DatabaseTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.SupplyUseCsv;
import org.leontief.solve.ProgressListener;
import org.leontief.table.TotalsPolicy;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which table is asked, and how it is read. */
@SuppressWarnings("NullAway.Init") // picocli sets the options and the spec before they are read
final class TableOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            order = 51,
            names = "--table",
            paramLabel = "PATH",
            description =
                    "The input-output table: a file, folder or archive. Without it: Germany 1995, which is bundled.")
    private @Nullable Path path;

    @Option(
            order = 52,
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "AUTO",
            description = "What the table is read as: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TableFormat format;

    @Option(
            order = 53,
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "The table is supply and use, in the library's own layout or with --use, and this model makes one"
                            + " table of them: ${COMPLETION-CANDIDATES}.")
    private @Nullable TransformationModel model;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "What supply and use are, in two files:%n")
    private PairArguments pair = new PairArguments();

    @ArgGroup(
            exclusive = false,
            validate = false,
            order = 100,
            heading = "What the rows and columns of the table are, if the file does not say so itself:%n")
    private LayoutArguments layout = new LayoutArguments();

    /** The table, from where, and what it could not hold. */
    DatabaseTable read(ProgressListener listener) throws IOException {
        if (path == null) {
            requireNoneWithoutTable();
            return new DatabaseTable("Germany 1995", GermanTable.read(), List.of());
        }
        if (model != null || pair.isGiven()) {
            if (model == null) {
                throw usage("Supply and use become one table by a model: --model is missing. leontief check says which"
                        + " of them can be applied.");
            }
            return compiled(supplyUse(path, listener), model);
        }
        if (pair.isDecided()) {
            throw usage("--not-made is about supply and use, of which --model makes one table: --model is missing.");
        }
        requireNamed(path);
        return readTable(path, csvOptions().withProgress(listener));
    }

    private DatabaseTable readTable(Path file, CsvOptions options) throws IOException {
        if (layout.isDeclared()) {
            requireNoFormat();
            return new DatabaseTable(
                    "a declared layout", InputOutputCsv.read(file, layout.layout(), options), List.of());
        }
        if (layout.useComputed()) {
            if (format != TableFormat.CSV) {
                requireNoFormat();
            }
            return new DatabaseTable(
                    "the library's own layout",
                    InputOutputCsv.read(file, options, TotalsPolicy.USE_COMPUTED, 0),
                    List.of());
        }
        return format.read(file, options);
    }

    /** Supply and use, where they are given and no model is named that makes a table of them. */
    Optional<DatabaseSupplyUse> supplyUse(ProgressListener listener) throws IOException {
        boolean isOwn = path != null
                && format == TableFormat.AUTO
                && !layout.isDeclared()
                && Files.isRegularFile(path)
                && SupplyUseCsv.isSupplyUse(path);
        return path != null && model == null && (pair.isGiven() || isOwn)
                ? Optional.of(supplyUse(path, listener))
                : Optional.empty();
    }

    private DatabaseSupplyUse supplyUse(Path supply, ProgressListener listener) throws IOException {
        requireNamed(supply);
        requireNoFormat();
        if (layout.areNamed() || layout.useComputed()) {
            throw usage("Supply and use say themselves what their rows and columns are: leave out the layout.");
        }
        CsvOptions options = csvOptions().withProgress(listener);
        if (pair.isGiven()) {
            return pair.read(spec.commandLine(), supply, layout.unit(), options);
        }
        if (layout.unit() != null) {
            throw usage("Supply and use in the library's own layout say their units themselves: leave out --unit.");
        }
        return new DatabaseSupplyUse("the library's own layout", SupplyUseCsv.read(supply, options), List.of());
    }

    private DatabaseTable compiled(DatabaseSupplyUse source, TransformationModel by) {
        CompiledTable compiled = CompiledTable.of(source.table(), by, pair.options());
        List<String> notes = new ArrayList<>(source.notes());
        notes.addAll(compiled.notes());
        return new DatabaseTable("supply and use, model " + by, compiled.table(), notes);
    }

    /** Policies for making one table of supply and use. */
    CompilationOptions compilation() {
        return pair.options();
    }

    private void requireNoneWithoutTable() {
        if (layout.isDeclared()
                || layout.useComputed()
                || format != TableFormat.AUTO
                || model != null
                || pair.isGiven()
                || pair.isDecided()) {
            throw usage("How a table is read is declared, but no table is named: --table is missing.");
        }
    }

    private void requireNoFormat() {
        if (format != TableFormat.AUTO) {
            throw usage(
                    "--format means nothing where --model, --pair or a layout says how the table is read: leave it out.");
        }
    }

    private void requireNamed(Path table) {
        if (table.toString().isEmpty()) {
            throw usage("--table names no file or folder.");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** How the text of files is read. */
    CsvOptions csvOptions() {
        return layout.csvOptions();
    }
}
