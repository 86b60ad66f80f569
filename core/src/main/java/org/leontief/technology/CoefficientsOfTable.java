package org.leontief.technology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.BalanceReport;
import org.leontief.table.ImportedProducts;
import org.leontief.table.InputOutputTable;

/** Divides a table by its outputs, under the policies for what cannot be divided. */
final class CoefficientsOfTable {

    /** Totals that differ by no more, relatively, are taken to be equal. */
    private static final double ROUNDING = 1e-6;

    private final InputOutputTable table;
    private final TechnologyOptions options;
    private final double[] output;
    /** Industries with any number in their row or column. */
    private final BitSet recorded = new BitSet();
    /** Columns that are not divided but left out. */
    private final BitSet leftOut = new BitSet();
    /** Industries whose product may not be demanded. */
    private final BitSet withoutRecipe = new BitSet();

    private final List<String> notes = new ArrayList<>();

    CoefficientsOfTable(InputOutputTable table, TechnologyOptions options) {
        this.table = table;
        this.options = options;
        output = table.grossOutput().toArray();
        table.transactions().matrix().forEach((i, j, v) -> {
            recorded.set(i);
            recorded.set(j);
        });
        table.finalDemand().byCategory().matrix().forEach((i, c, v) -> recorded.set(i));
        table.valueAdded().matrix().forEach((r, j, v) -> recorded.set(j));
        table.extensions().matrix().forEach((r, j, v) -> recorded.set(j));
        table.imports().ifPresent(imports -> imports.toIndustries().matrix().forEach((r, j, v) -> recorded.set(j)));
    }

    TechnicalCoefficients compute() {
        checkBalance();
        checkDust();
        checkZeroOutput();
        checkNegative();
        LabelledMatrix z = table.transactions();
        return new TechnicalCoefficients(
                LabelledMatrix.of("Technical coefficients", z.rows(), z.columns(), z.rowUnits(), divided(z.matrix())),
                extensions(),
                table.imports().map(this::importedInputs).orElse(null),
                withoutRecipe,
                notes);
    }

    private LabelledMatrix importedInputs(ImportedProducts imports) {
        LabelledMatrix flows = imports.toIndustries();
        return LabelledMatrix.of(
                "Imported inputs", flows.rows(), flows.columns(), flows.rowUnits(), divided(flows.matrix()));
    }

    /** Every column by its output; columns that are left out stay empty. */
    private SparseMatrix divided(SparseMatrix flows) {
        SparseMatrixBuilder quotients = SparseMatrix.builder(flows.rows(), flows.columns());
        flows.forEach((i, j, v) -> {
            if (!leftOut.get(j)) {
                quotients.add(i, j, v / output[j]);
            }
        });
        return quotients.build();
    }

    /** Extensions, and below them the rows of value added. */
    private LabelledMatrix extensions() {
        LabelledMatrix f = table.extensions();
        LabelledMatrix v = table.valueAdded();
        int first = f.rows().size();
        SparseMatrixBuilder stacked = SparseMatrix.builder(first + v.rows().size(), output.length);
        divided(f.matrix()).forEach(stacked::add);
        divided(v.matrix()).forEach((i, j, value) -> stacked.add(first + i, j, value));
        List<String> units = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            units.add(f.rowUnits().get(i));
        }
        for (int i = 0; i < v.rows().size(); i++) {
            units.add(v.rowUnits().get(i));
        }
        return LabelledMatrix.of(
                "Extension coefficients",
                Labels.ofLabels(Stream.concat(f.rows().asList().stream(), v.rows().asList().stream())
                        .toList()),
                table.industries(),
                units.isEmpty() ? Units.NONE : Units.perLabel(units),
                stacked.build());
    }

    private void checkBalance() {
        BalanceReport balance = table.balance();
        if (!balance.isBalanced(ROUNDING)) {
            BalanceReport.Line worst = balance.largest(1).get(0);
            notes.add(String.format(
                    Locale.ROOT,
                    "The totals of the table disagree, most for '%s': its row adds up to %,.2f%s%s. See the balance of the"
                            + " table.",
                    worst.industry(),
                    worst.rowTotal(),
                    worst.columnTotal().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    ", its column to %,.2f",
                                    worst.columnTotal().getAsDouble())
                            : "",
                    worst.statedTotal().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    ", and %,.2f is stated",
                                    worst.statedTotal().getAsDouble())
                            : ""));
        }
    }

    private void checkDust() {
        Map<String, Double> largest = new HashMap<>();
        for (int j = 0; j < output.length; j++) {
            largest.merge(table.units().get(j), output[j], Math::max);
        }
        List<Integer> dust = new ArrayList<>();
        for (int j = 0; j < output.length; j++) {
            double limit =
                    options.dustThreshold() * largest.getOrDefault(table.units().get(j), 0.0);
            if (output[j] > 0 && output[j] <= limit) {
                dust.add(j);
            }
        }
        if (dust.isEmpty()) {
            return;
        }
        String found = named(dust) + ": output that is dust beside the largest in the same unit (at most "
                + options.dustThreshold() + " of it)";
        switch (options.dust()) {
            case REFUSE ->
                throw new IllegalArgumentException(found
                        + ". Its recipe would be dust divided by dust. Decide: TechnologyOptions.withDust(DustPolicy.KEEP) or"
                        + " withDust(DustPolicy.EMPTY_RECIPE), or another withDustThreshold.");
            case KEEP -> notes.add(found + "; kept as it stands.");
            case EMPTY_RECIPE -> {
                leaveOut(dust, found);
            }
        }
    }

    private void checkZeroOutput() {
        List<Integer> empty = new ArrayList<>();
        List<Integer> withFlows = new ArrayList<>();
        List<Integer> negative = new ArrayList<>();
        for (int j = 0; j < output.length; j++) {
            if (output[j] < 0 && options.zeroOutput() == ZeroOutputPolicy.DIVIDE_NEGATIVE) {
                negative.add(j);
            } else if (output[j] <= 0) {
                (output[j] == 0 && !recorded.get(j) ? empty : withFlows).add(j);
            }
        }
        boolean refusesAll = options.zeroOutput() == ZeroOutputPolicy.REFUSE;
        if (!withFlows.isEmpty() && options.zeroOutput() != ZeroOutputPolicy.EMPTY_RECIPE) {
            boolean anyNegative = withFlows.stream().anyMatch(j -> output[j] < 0);
            throw new IllegalArgumentException(named(withFlows)
                    + ": no positive output, but flows in its row or column, so that its recipe Z[·,j] / x_j does not"
                    + " exist. Decide: TechnologyOptions.withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE)"
                    + (anyNegative
                            ? ", or DIVIDE_NEGATIVE for what is below zero, with which the table goes on adding up;"
                            : ",")
                    + " or mend the table.");
        }
        if (!negative.isEmpty()) {
            notes.add(named(negative) + ": negative output, divided by as it stands.");
        }
        if (!empty.isEmpty() && refusesAll) {
            throw new IllegalArgumentException(named(empty)
                    + ": no output. Decide: withZeroOutput(ZeroOutputPolicy.EMPTY_INDUSTRIES_ONLY), or leave it out of the"
                    + " table.");
        }
        if (options.zeroOutput() == ZeroOutputPolicy.EMPTY_RECIPE) {
            leaveOut(withFlows, named(withFlows) + ": no positive output");
            leaveOut(empty, named(empty) + ": empty in the table");
        } else if (!empty.isEmpty()) {
            notes.add(named(empty) + ": empty in the table; without a recipe, plans may not demand it.");
            empty.forEach(withoutRecipe::set);
        }
    }

    /** An empty recipe, asked for by name: the product may be demanded and then comes from outside the economy. */
    private void leaveOut(List<Integer> industries, String found) {
        if (industries.isEmpty()) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int j : industries) {
            for (LabelledMatrix part : List.of(table.transactions(), table.valueAdded(), table.extensions())) {
                addCells(cells, "", part, j);
            }
            table.imports().ifPresent(imports -> addCells(cells, "imported ", imports.toIndustries(), j));
        }
        notes.add(
                found + "; given an empty recipe" + (cells.isEmpty() ? "." : ", left out: " + Listing.of(cells) + "."));
        industries.forEach(leftOut::set);
    }

    private static void addCells(List<String> cells, String kind, LabelledMatrix part, int industry) {
        part.matrix()
                .forEachInColumn(
                        industry,
                        (i, column, v) -> cells.add(kind + "'" + part.rows().get(i) + "' in '"
                                + part.columns().get(column) + "' (" + v + ")"));
    }

    private void checkNegative() {
        List<String> cells = new ArrayList<>();
        table.transactions().matrix().forEach((i, j, v) -> {
            if (v < 0) {
                cells.add("'" + table.industries().get(i) + "' to '"
                        + table.industries().get(j) + "' (" + NumberText.of(v) + ")");
            }
        });
        if (cells.isEmpty()) {
            return;
        }
        String found = Listing.of(cells) + ": negative transactions";
        if (options.negativeFlows() == NegativeFlowPolicy.REFUSE) {
            throw new IllegalArgumentException(found + ". Mend the table, or decide for NegativeFlowPolicy.KEEP.");
        }
        notes.add(found + ", kept as they stand.");
    }

    private String named(List<Integer> industries) {
        return Listing.of(industries.stream()
                .map(j -> "'" + table.industries().get(j) + "' (" + output[j] + ")")
                .toList());
    }
}
