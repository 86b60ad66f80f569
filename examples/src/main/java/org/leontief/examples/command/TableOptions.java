package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.examples.GermanTable;
import org.leontief.io.CsvOptions;
import org.leontief.io.DatabaseTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.SupplyUseCsv;
import org.leontief.solve.ProgressListener;
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
                    "The table is supply and use in the library's own layout, and this model makes one table of them:"
                            + " ${COMPLETION-CANDIDATES}.")
    private @Nullable TransformationModel model;

    @ArgGroup(
            exclusive = false,
            validate = false,
            order = 100,
            heading = "What the rows and columns of the table are, if the file does not say so itself:%n")
    private LayoutArguments layout = new LayoutArguments();

    /** The table, from where, and what it could not hold. */
    DatabaseTable read(ProgressListener listener) throws IOException {
        if (path == null) {
            if (layout.isDeclared() || model != null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "A layout or a model is declared, but no table is named: --table is missing.");
            }
            return new DatabaseTable("Germany 1995", GermanTable.read(), List.of());
        }
        if (path.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--table names no file or folder.");
        }
        CsvOptions options = csvOptions().withProgress(listener);
        if (model != null) {
            CompiledTable compiled = CompiledTable.of(SupplyUseCsv.read(path, options), model);
            return new DatabaseTable("supply and use, model " + model, compiled.table(), compiled.notes());
        }
        return layout.isDeclared()
                ? new DatabaseTable("a declared layout", InputOutputCsv.read(path, layout.layout(), options), List.of())
                : format.read(path, options);
    }

    /** How the text of files is read. */
    CsvOptions csvOptions() {
        return layout.csvOptions();
    }
}
