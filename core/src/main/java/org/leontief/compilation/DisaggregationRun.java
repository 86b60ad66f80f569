package org.leontief.compilation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/** One sector of one table divided: first its row among the users, then its column among the inputs. */
final class DisaggregationRun {

    private final Disaggregation plan;
    private final InputOutputTable table;
    private final int sector;
    private final Label whole;
    private final double[] shares;
    private final Labels labels;
    private final double output;

    DisaggregationRun(Disaggregation plan, InputOutputTable table) {
        this.plan = plan;
        this.table = table;
        sector = table.industries().indexOf(plan.sector());
        whole = table.industries().get(sector);
        shares = exact(
                plan.shares().values().stream().mapToDouble(share -> share).toArray());
        labels = plan.labels(table.industries());
        output = table.grossOutput().at(sector);
    }

    /** Shares that were printed rounded are divided by their sum. */
    private static double[] exact(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    InputOutputTable compute() {
        LabelledMatrix y = table.finalDemand().byCategory();
        SparseMatrix wide = withRows(table.transactions().matrix());
        double[][] sold = sales();
        int users = table.industries().size();
        SparseMatrix z = withPartRows(wide, sold, 0, users);
        SparseMatrix deliveries =
                withPartRows(withRows(y.matrix()), sold, users, y.columns().size());
        List<LabelledMatrix> costs = new ArrayList<>(
                List.of(LabelledMatrix.of("Transactions", labels, table.industries(), units(), z), table.valueAdded()));
        table.imports().ifPresent(imports -> costs.add(imports.toIndustries()));
        List<SparseMatrix> divided = columns(costs, isOneUnit(costs));
        SparseMatrix extensions = columns(List.of(table.extensions()), false).get(0);
        InputOutputTableBuilder result = InputOutputTable.builder(labels)
                .units(units())
                .transactions(divided.get(0))
                .finalDemand(y.columns(), deliveries)
                .valueAdded(table.valueAdded().rows(), table.valueAdded().rowUnits(), divided.get(1))
                .extensions(table.extensions().rows(), table.extensions().rowUnits(), extensions)
                .finalDemandExtensions(table.finalDemandExtensions().matrix());
        table.imports()
                .ifPresent(imports -> result.imports(
                        LabelledMatrix.of(
                                "Imports",
                                imports.products(),
                                labels,
                                imports.toIndustries().rowUnits(),
                                divided.get(2)),
                        imports.toFinalUsers()));
        addStatedOutput(result);
        return result.build();
    }

    private Units units() {
        return table.units().isUniform()
                ? table.units()
                : Units.perLabel(IntStream.range(0, labels.size())
                        .mapToObj(i -> table.units().get(source(i)))
                        .toList());
    }

    /** The place in the table of what stands at a place of the result. */
    private int source(int i) {
        return i < sector ? i : i < sector + shares.length ? sector : i - shares.length + 1;
    }

    private int target(int i) {
        return i <= sector ? i : i + shares.length - 1;
    }

    /** What each part sells to each industry (the sector as a whole among them) and category. */
    private double[][] sales() {
        Labels industries = table.industries();
        Labels categories = table.finalDemand().categories();
        List<String> users = Stream.concat(industries.asList().stream(), categories.asList().stream())
                .map(Label::toString)
                .toList();
        double[] totals = new double[users.size()];
        for (int j = 0; j < industries.size(); j++) {
            totals[j] = table.transactions().matrix().get(sector, j);
        }
        for (int c = 0; c < categories.size(); c++) {
            totals[industries.size() + c] =
                    table.finalDemand().byCategory().matrix().get(sector, c);
        }
        double[][] given = unknown(users.size());
        plan.sales()
                .forEach((among, byPart) -> byPart.forEach((part, sold) -> sold.forEach((user, share) -> {
                    int k = names().indexOf(part);
                    int place = among.place(user, industries, categories);
                    if (!Double.isNaN(given[k][place])) {
                        throw new IllegalArgumentException(
                                "The sales of '" + part + "' to '" + user + "' were given twice.");
                    }
                    given[k][place] = share * totals[place];
                })));
        return new MarginSplit(whole.toString(), names(), users, totals, shares, given).byTotalsAndParts();
    }

    /** The column of the sector in several matrices with the same columns, divided among the parts. */
    private List<SparseMatrix> columns(List<LabelledMatrix> matrices, boolean partsHaveTotals) {
        List<Labels> rows = matrices.stream().map(LabelledMatrix::rows).toList();
        List<String> inputs = rows.stream()
                .flatMap(labelsOf -> labelsOf.asList().stream())
                .map(Label::toString)
                .toList();
        double[] totals = matrices.stream()
                .flatMapToDouble(matrix -> IntStream.range(0, matrix.rows().size())
                        .mapToDouble(i -> matrix.matrix().get(i, sector)))
                .toArray();
        double[][] given = unknown(totals.length);
        for (int k = 0; k < shares.length; k++) {
            for (Map.Entry<String, Double> input : known(plan.recipes(), k).entrySet()) {
                requireKnownInput(input.getKey());
                int place = place(input.getKey(), rows);
                if (place >= 0) {
                    given[k][place] = input.getValue() * shares[k] * output;
                }
            }
        }
        MarginSplit split = new MarginSplit(whole.toString(), names(), inputs, totals, shares, given);
        double[][] cells = partsHaveTotals ? split.byTotalsAndParts() : split.byTotals();
        List<SparseMatrix> result = new ArrayList<>();
        int first = 0;
        for (LabelledMatrix matrix : matrices) {
            result.add(withPartColumns(matrix.matrix(), cells, first));
            first += matrix.rows().size();
        }
        return result;
    }

    /** Costs add up to the output of a part only where they are all there, in one unit. */
    private boolean isOneUnit(List<LabelledMatrix> costs) {
        return table.valueAdded().rows().size() > 0
                && costs.stream()
                        .allMatch(part -> part.rowUnits().equals(table.units())
                                && part.rowUnits().isUniform());
    }

    private void requireKnownInput(String name) {
        List<Label> all = new ArrayList<>(labels.asList());
        all.addAll(table.valueAdded().rows().asList());
        all.addAll(table.extensions().rows().asList());
        Labels known = Labels.ofLabels(all.stream().distinct().toList());
        if (!known.contains(name)) {
            throw new UnknownLabelException(
                    "A recipe for '" + whole + "': " + known.unknown(name).getMessage());
        }
        if (labels.contains(name)
                && (table.valueAdded().rows().contains(name)
                        || table.extensions().rows().contains(name))) {
            throw new IllegalArgumentException("A recipe for '" + whole + "' takes '" + name
                    + "', which is a sector and a row of value added or an extension. Rename one of them first.");
        }
    }

    /** −1 if it stands in none of the lists. */
    private static int place(String name, List<Labels> lists) {
        int first = 0;
        for (Labels list : lists) {
            if (list.contains(name)) {
                return first + list.indexOf(name);
            }
            first += list.size();
        }
        return -1;
    }

    private List<String> names() {
        return List.copyOf(plan.shares().keySet());
    }

    private Map<String, Double> known(Map<String, Map<String, Double>> all, int part) {
        return all.getOrDefault(names().get(part), Map.of());
    }

    private double[][] unknown(int length) {
        double[][] given = new double[shares.length][length];
        for (double[] row : given) {
            Arrays.fill(row, Double.NaN);
        }
        return given;
    }

    /** Room for the parts among the rows; their own rows are empty. */
    private SparseMatrix withRows(SparseMatrix matrix) {
        SparseMatrixBuilder wide = SparseMatrix.builder(labels.size(), matrix.columns());
        matrix.forEach((i, j, amount) -> wide.add(target(i), j, i == sector ? 0 : amount));
        return wide.build();
    }

    private SparseMatrix withPartRows(SparseMatrix wide, double[][] sold, int first, int count) {
        SparseMatrixBuilder filled = SparseMatrix.builder(wide.rows(), count);
        wide.forEach(filled::add);
        for (int k = 0; k < sold.length; k++) {
            for (int j = 0; j < count; j++) {
                filled.add(sector + k, j, sold[k][first + j]);
            }
        }
        return filled.build();
    }

    private SparseMatrix withPartColumns(SparseMatrix matrix, double[][] cells, int first) {
        SparseMatrixBuilder filled = SparseMatrix.builder(matrix.rows(), labels.size());
        matrix.forEach((i, j, amount) -> filled.add(i, target(j), j == sector ? 0 : amount));
        for (int k = 0; k < cells.length; k++) {
            for (int i = 0; i < matrix.rows(); i++) {
                filled.add(i, sector + k, cells[k][first + i]);
            }
        }
        return filled.build();
    }

    private void addStatedOutput(InputOutputTableBuilder result) {
        table.statedOutput().ifPresent(stated -> {
            LabelledVector counted = table.grossOutput();
            double[] divided = IntStream.range(0, labels.size())
                    .mapToDouble(i -> stated.at(source(i)) * (source(i) == sector ? shares[i - sector] : 1))
                    .toArray();
            result.statedOutput(divided)
                    .totals(
                            stated.named("").equals(counted.named(""))
                                    ? TotalsPolicy.USE_STATED
                                    : TotalsPolicy.USE_COMPUTED);
        });
    }
}
