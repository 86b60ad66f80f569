package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.compilation.BalancedMatrix;
import org.leontief.compilation.BalancingOptions;
import org.leontief.compilation.ChangedCell;
import org.leontief.compilation.Gras;
import org.leontief.compilation.Ras;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MissingLabels;
import org.leontief.io.VectorCsv;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How does a table come to new totals? */
@Command(
        name = "balance",
        description = {
            "How does a table come to new totals? RAS, or GRAS where cells are negative, over all flows at once:",
            "",
            "  [Z Y; V 0] to r̂ [Z Y; V 0] ŝ with the given totals of rows and of columns",
            ""
        },
        footer = {"Example: leontief balance --row-totals rows.csv --column-totals columns.csv --to balanced.csv"})
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class BalanceCommand extends Question {

    private static final int MOST_CHANGES = 1000;

    /** How cells are moved. */
    enum Method {
        /** For cells that are not negative. */
        RAS,
        /** For any cells. */
        GRAS
    }

    @Option(
            names = "--row-totals",
            paramLabel = "FILE",
            required = true,
            description = "label,value: every industry, and every row of value added.")
    private Path rowTotals;

    @Option(
            names = "--column-totals",
            paramLabel = "FILE",
            required = true,
            description = "label,value: every industry, and every category of final demand.")
    private Path columnTotals;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            converter = TargetPath.class,
            description = "Where the balanced table is written: .csv or .csv.gz.")
    private Path target;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "${COMPLETION-CANDIDATES}. Default: GRAS where a cell is negative, else RAS.")
    private @Nullable Method method;

    @Mixin
    private BalancingArguments balancing;

    @Override
    Answer answer() throws IOException {
        InputOutputTable table = table();
        if (!table.units().isUniform() || table.imports().isPresent()) {
            throw new IllegalArgumentException(
                    "Flows are balanced together, which takes one unit for all and no imports beside the flows.");
        }
        LabelledMatrix flows = flows(table);
        BalancedMatrix balanced =
                balanced(flows, totals(rowTotals, flows.rows()), totals(columnTotals, flows.columns()));
        InputOutputTable result = table(table, balanced.matrix());
        List<ChangedCell> changes = balanced.largestChanges(MOST_CHANGES);
        Answer answer = new Answer("The table at new totals")
                .fact("Method", balanced.report().method())
                .fact("Iterations", balanced.report().iterations())
                .fact("Largest relative error of a total", balanced.report().largestError())
                .sheet(Sheet.ofNames(
                                "Largest changes",
                                "Cell",
                                changes.stream()
                                        .map(cell -> cell.row() + " → " + cell.column())
                                        .toList())
                        .numbers(
                                "Change",
                                table.units().common(),
                                i -> changes.get(i).change())
                        .numbers(
                                "Before",
                                table.units().common(),
                                i -> changes.get(i).before())
                        .numbers(
                                "After",
                                table.units().common(),
                                i -> changes.get(i).after()))
                .notes(balanced.report().notes())
                .writing(target, place -> InputOutputCsv.write(result, place));
        return table.extensions().rows().size() == 0
                ? answer
                : answer.note("Extensions are not part of the flows, and are not in the balanced table: "
                        + Listing.quoted(table.extensions().rows().asList()) + ".");
    }

    private BalancedMatrix balanced(LabelledMatrix flows, LabelledVector rows, LabelledVector columns) {
        BalancingOptions options = balancing.options(watch());
        Method chosen = method == null ? hasNegative(flows) ? Method.GRAS : Method.RAS : method;
        BalancedMatrix balanced = switch (chosen) {
            case RAS -> Ras.balance(flows, rows, columns, options);
            case GRAS -> Gras.balance(flows, rows, columns, options);
        };
        return balanced.requireConverged();
    }

    private static boolean hasNegative(LabelledMatrix flows) {
        boolean[] found = {false};
        flows.matrix().forEach((i, j, v) -> found[0] |= v < 0);
        return found[0];
    }

    private LabelledVector totals(Path file, Labels labels) throws IOException {
        return VectorCsv.read(
                file, labels, Units.of(table().units().common()), MissingLabels.REFUSE, tables().csvOptions());
    }

    /** [Z Y; V 0]. */
    private static LabelledMatrix flows(InputOutputTable table) {
        int n = table.industries().size();
        Labels rows = together(table.industries(), table.valueAdded().rows());
        Labels columns = together(table.industries(), table.finalDemand().categories());
        SparseMatrixBuilder flows = SparseMatrix.builder(rows.size(), columns.size());
        table.transactions().matrix().forEach(flows::add);
        table.finalDemand().byCategory().matrix().forEach((i, c, v) -> flows.add(i, n + c, v));
        table.valueAdded().matrix().forEach((r, j, v) -> flows.add(n + r, j, v));
        return LabelledMatrix.of("Flows", rows, columns, Units.of(table.units().common()), flows.build());
    }

    private static Labels together(Labels first, Labels second) {
        List<Label> all = new ArrayList<>(first.asList());
        all.addAll(second.asList());
        return Labels.ofLabels(all);
    }

    private static InputOutputTable table(InputOutputTable prior, LabelledMatrix flows) {
        int n = prior.industries().size();
        int categories = prior.finalDemand().categories().size();
        int rows = prior.valueAdded().rows().size();
        SparseMatrixBuilder z = SparseMatrix.builder(n, n);
        SparseMatrixBuilder y = SparseMatrix.builder(n, categories);
        SparseMatrixBuilder v = SparseMatrix.builder(rows, n);
        flows.matrix().forEach((i, j, value) -> {
            if (i >= n) {
                v.add(i - n, j, value);
            } else if (j >= n) {
                y.add(i, j - n, value);
            } else {
                z.add(i, j, value);
            }
        });
        return InputOutputTable.builder(prior.industries())
                .units(prior.units())
                .transactions(z.build())
                .finalDemand(prior.finalDemand().categories(), y.build())
                .valueAdded(prior.valueAdded().rows(), prior.valueAdded().rowUnits(), v.build())
                .build();
    }
}
