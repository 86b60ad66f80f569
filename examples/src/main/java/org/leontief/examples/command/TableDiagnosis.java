package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.table.BalanceReport;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;

/** What there is to know of a table before anything is computed with it: every finding is a fact that the table itself shows. */
final class TableDiagnosis {

    /** Totals that differ by no more, relatively, differ by rounding. */
    private static final double ROUNDING = 1e-6;
    /** Totals that differ by more, relatively, are no rounding of any kind. */
    private static final double LARGE = 0.01;

    /** A column of which so much is below zero, and in which so many industries stand, is one of imports. */
    private static final double NEARLY_ALL = 0.9;

    private static final double MANY = 0.25;

    private final InputOutputTable table;
    private final double dustThreshold;
    private final LabelledVector output;
    private final LabelledMatrix z;

    TableDiagnosis(InputOutputTable table, TechnologyOptions policies) {
        this.table = table;
        dustThreshold = policies.dustThreshold();
        output = table.grossOutput();
        z = table.transactions();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(units());
        findings.add(balance());
        findings.add(outputs());
        findings.add(dust());
        findings.add(negativeFlows());
        findings.add(finalDemand());
        findings.add(inputsAboveOutput());
        findings.add(LabelsFinding.of("Labels", table.industries(), "industry", "industries"));
        findings.add(regions());
        findings.add(imports());
        findings.add(extensions());
        return findings;
    }

    private Finding units() {
        Units units = table.units();
        if (units.isUniform()) {
            return units.common().isBlank()
                    ? Finding.mend("Units", "The products have no unit.")
                    : Finding.fine("Units", "All products are in " + units.common() + ".");
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < table.industries().size(); i++) {
            counts.merge(units.get(i), 1, Integer::sum);
        }
        List<String> found = counts.entrySet().stream()
                .map(unit -> unit.getValue() + " in " + unit.getKey())
                .toList();
        return Finding.know(
                "Units",
                "Products are in " + counts.size() + " units (" + Listing.of(found)
                        + "): sums over products, column sums of A among them, mean nothing.");
    }

    private Finding balance() {
        BalanceReport balance = table.balance();
        List<BalanceReport.Line> lines = balance.lines();
        boolean isCompared = lines.stream()
                .anyMatch(line ->
                        line.columnTotal().isPresent() || line.statedTotal().isPresent());
        if (!isCompared) {
            return Finding.know(
                    "Balance",
                    "Nothing to compare the rows with: no stated outputs, and no value added in the unit of all products.");
        }
        long off = lines.stream()
                .filter(line -> line.relativeDifference() > ROUNDING)
                .count();
        if (off == 0) {
            return Finding.fine("Balance", "All totals agree within one millionth.");
        }
        BalanceReport.Line worst = balance.largest(1).get(0);
        double largest = lines.stream()
                .mapToDouble(BalanceReport.Line::relativeDifference)
                .max()
                .orElse(0);
        String text = "The totals of " + off + " of " + lines.size()
                + " industries differ by more than a millionth, by up to "
                + Finding.percent(largest) + ". Largest amount: '" + worst.industry() + "', row "
                + number(worst.rowTotal())
                + (worst.columnTotal().isPresent()
                        ? ", column " + number(worst.columnTotal().getAsDouble())
                        : "")
                + (worst.statedTotal().isPresent()
                        ? ", stated " + number(worst.statedTotal().getAsDouble())
                        : "")
                + ". Rows count.";
        boolean allShort = lines.stream()
                .allMatch(line -> line.columnTotal().isPresent()
                        && line.rowTotal() > line.columnTotal().getAsDouble());
        String maybe = allShort
                ? " Every column falls short: maybe value added lacks rows, such as profits, taxes or imports."
                : "";
        return largest > LARGE ? Finding.mend("Balance", text + maybe) : Finding.know("Balance", text + maybe);
    }

    private Finding outputs() {
        boolean[] isRecorded = recorded();
        List<Label> empty = industries(j -> output.at(j) == 0 && !isRecorded[j]);
        List<Label> zero = industries(j -> output.at(j) == 0 && isRecorded[j]);
        List<Label> negative = industries(j -> output.at(j) < 0);
        if (empty.isEmpty() && zero.isEmpty() && negative.isEmpty()) {
            return Finding.fine("Outputs", "Every industry has a positive output.");
        }
        List<String> said = new ArrayList<>();
        if (!empty.isEmpty()) {
            said.add(count(empty) + " no number in row or column, and can deliver nothing");
        }
        if (!zero.isEmpty()) {
            said.add(count(zero) + " no output but numbers in row or column, so that there is no recipe: --zero-output"
                    + " EMPTY_RECIPE leaves them out");
        }
        if (!negative.isEmpty()) {
            said.add(count(negative) + " a negative output: --zero-output DIVIDE_NEGATIVE keeps the sums,"
                    + " EMPTY_RECIPE leaves them out");
        }
        String text = String.join(". ", said) + ".";
        return zero.isEmpty() && negative.isEmpty() ? Finding.know("Outputs", text) : Finding.mend("Outputs", text);
    }

    private boolean[] recorded() {
        boolean[] recorded = new boolean[output.size()];
        z.matrix().forEach((i, j, v) -> {
            recorded[i] = true;
            recorded[j] = true;
        });
        table.finalDemand().byCategory().matrix().forEach((i, c, v) -> recorded[i] = true);
        table.valueAdded().matrix().forEach((r, j, v) -> recorded[j] = true);
        table.extensions().matrix().forEach((r, j, v) -> recorded[j] = true);
        return recorded;
    }

    private Finding dust() {
        Map<String, Double> largest = new LinkedHashMap<>();
        for (int j = 0; j < output.size(); j++) {
            largest.merge(table.units().get(j), output.at(j), Math::max);
        }
        List<Label> dust = industries(j -> output.at(j) > 0
                && output.at(j)
                        <= dustThreshold * largest.getOrDefault(table.units().get(j), 0.0));
        return dust.isEmpty()
                ? Finding.fine("Dust", "No output is dust beside the largest.")
                : Finding.mend(
                        "Dust",
                        count(dust) + " an output of at most " + dustThreshold
                                + " of the largest in the same unit; a recipe would be dust divided by dust: --dust.");
    }

    private Finding negativeFlows() {
        Negatives flows = Negatives.of(z);
        return flows.count() == 0
                ? Finding.fine("Flows", "No flow between industries is negative.")
                : Finding.know(
                        "Flows", flows + ". Bounds need ρ(|A|) < 1, which negative coefficients make harder to reach.");
    }

    private Finding finalDemand() {
        LabelledMatrix y = table.finalDemand().byCategory();
        LabelledVector total = table.finalDemand().total();
        Negatives cells = Negatives.of(y);
        List<Label> negative = industries(i -> total.at(i) < 0);
        if (cells.count() == 0) {
            return Finding.fine("Final demand", "No final demand is negative.");
        }
        return Finding.know(
                "Final demand",
                cells
                        + (deductedImports().isEmpty()
                                ? " (stocks may fall)"
                                : " (imports are deducted, and stocks may fall)")
                        + (negative.isEmpty()
                                ? "; no product's total is."
                                : "; in total it is for " + named(negative) + ", which a plan for it takes as it is."));
    }

    /** Categories of final demand that are imports, by their name or because they deduct from nearly everything. */
    private List<Label> deductedImports() {
        LabelledMatrix y = table.finalDemand().byCategory();
        int[] recorded = new int[y.columns().size()];
        int[] below = new int[y.columns().size()];
        y.matrix().forEach((i, c, v) -> {
            recorded[c] += v == 0 ? 0 : 1;
            below[c] += v < 0 ? 1 : 0;
        });
        return IntStream.range(0, recorded.length)
                .filter(c -> (isImport(y.columns().get(c)) && below[c] > 0)
                        || (below[c] >= NEARLY_ALL * recorded[c] && recorded[c] >= MANY * output.size()))
                .mapToObj(y.columns()::get)
                .toList();
    }

    private static boolean isImport(Label label) {
        return label.name().toLowerCase(Locale.ROOT).contains("import");
    }

    private Finding inputsAboveOutput() {
        if (!table.units().isUniform()) {
            return Finding.know("Costs", "Inputs in different units are not compared with outputs.");
        }
        double[] inputs = z.matrix().columnSums();
        List<Label> above = industries(j -> output.at(j) > 0 && inputs[j] > output.at(j));
        Negatives surplus = Negatives.of(table.valueAdded());
        if (!above.isEmpty()) {
            return Finding.know(
                    "Costs",
                    count(above)
                            + " inputs that are worth more than the output: value added is negative there, and a unit"
                            + " of money of such a product costs more than one.");
        }
        if (table.valueAdded().rows().size() == 0) {
            return Finding.fine(
                    "Costs", "No industry's inputs are worth more than its output; value added is not recorded.");
        }
        return surplus.count() == 0
                ? Finding.fine(
                        "Costs", "No industry's inputs are worth more than its output, and no value added is negative.")
                : Finding.know("Costs", "No industry's inputs are worth more than its output. " + surplus + ".");
    }

    private Finding regions() {
        List<String> regions = table.industries().regions();
        if (regions.isEmpty()) {
            return Finding.fine("Regions", "One economy, without regions.");
        }
        Map<String, Set<String>> sectors = new LinkedHashMap<>();
        table.industries()
                .forEach(label -> sectors.computeIfAbsent(
                                String.valueOf(label.region()), region -> new LinkedHashSet<>())
                        .add(label.name()));
        boolean areSame = sectors.values().stream().distinct().count() == 1;
        List<Label> without = table.finalDemand().categories().asList().stream()
                .filter(category -> category.region() == null)
                .toList();
        if (!without.isEmpty()) {
            return Finding.mend(
                    "Regions",
                    named(without) + ": final users without a region, so that footprints of regions cannot be told.");
        }
        return Finding.fine(
                "Regions",
                regions.size() + " regions"
                        + (areSame ? ", each with the same industries." : ", with different industries."));
    }

    private Finding imports() {
        if (table.imports().isPresent()) {
            return Finding.fine("Imports", "Imports are recorded by product.");
        }
        List<Label> deducted = deductedImports();
        if (!deducted.isEmpty()) {
            return Finding.know(
                    "Imports",
                    named(deducted)
                            + " in final demand are deducted: flows are domestic and imported inputs together, and"
                            + " multipliers count imports as if they were made at home.");
        }
        List<Label> rows = table.valueAdded().rows().asList().stream()
                .filter(TableDiagnosis::isImport)
                .toList();
        return rows.isEmpty()
                ? Finding.know("Imports", "No imports from outside are recorded: flows are taken to be all there is.")
                : Finding.know(
                        "Imports",
                        named(rows)
                                + " in value added: inputs are domestic only, and labour or carbon in imports is not in"
                                + " the multipliers.");
    }

    private Finding extensions() {
        LabelledMatrix f = table.extensions();
        if (f.rows().size() == 0) {
            return Finding.know("Extensions", "None: no labour, no emissions.");
        }
        boolean[] isEmpty = new boolean[f.rows().size()];
        Arrays.fill(isEmpty, true);
        f.matrix().forEach((r, j, v) -> isEmpty[r] = false);
        List<Label> empty = IntStream.range(0, isEmpty.length)
                .filter(r -> isEmpty[r])
                .mapToObj(f.rows()::get)
                .toList();
        Negatives negative = Negatives.of(f);
        if (empty.isEmpty() && negative.count() == 0) {
            return Finding.fine(
                    "Extensions", Listing.count(f.rows().size(), "row", "rows") + ", none empty, no number negative.");
        }
        return Finding.know(
                "Extensions",
                Listing.count(f.rows().size(), "row", "rows") + "."
                        + (empty.isEmpty() ? "" : " Empty: " + named(empty) + ".")
                        + (negative.count() == 0 ? "" : " " + negative + "."));
    }

    private List<Label> industries(IntPredicate which) {
        Labels industries = table.industries();
        return IntStream.range(0, industries.size())
                .filter(which)
                .mapToObj(industries::get)
                .toList();
    }

    private static String named(List<Label> labels) {
        return Listing.quoted(labels);
    }

    /** Such as "2 industries ('U', 'T') have". */
    private static String count(List<Label> labels) {
        return Listing.count(labels.size(), "industry", "industries") + " (" + named(labels) + ") "
                + (labels.size() == 1 ? "has" : "have");
    }

    private static String number(double value) {
        return NumberText.of(value);
    }
}
