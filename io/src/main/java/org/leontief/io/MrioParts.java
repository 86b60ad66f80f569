package org.leontief.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/**
 * Puts a multi-region table together from the parts that a database comes in: Z or A, Y, rows of value added and extensions
 * as totals or by unit of output, what final users emit. Gathers the notes on the way.
 */
final class MrioParts {

    /** Whether the rows of a part are of value added or extensions. */
    enum Kind {
        VALUE_ADDED,
        EXTENSION
    }

    /** What the numbers of a part are. */
    enum Per {
        /** Totals of the period. */
        PERIOD,
        /** Coefficients, to be multiplied by gross output. */
        UNIT_OF_OUTPUT
    }

    /** Rows beside Z: V, F or S; and what final users themselves have of them. */
    record Rows(
            String group,
            Kind kind,
            List<String> names,
            List<String> units,
            Per per,
            SparseMatrix bySector,
            @Nullable SparseMatrix byFinalUser) {}

    private final String source;
    private final String place;
    private final List<String> notes = new ArrayList<>();
    private final List<Rows> parts = new ArrayList<>();
    private @Nullable Labels sectors;
    private @Nullable Units units;
    private @Nullable SparseMatrix transactions;
    private @Nullable SparseMatrix coefficients;
    private @Nullable Labels categories;
    private @Nullable SparseMatrix finalDemand;
    private double @Nullable [] statedOutput;

    /** Begins a table; the place is what messages call the file or folder. */
    MrioParts(String source, String place) {
        this.source = source;
        this.place = place;
    }

    /** The sectors that were given. */
    Labels sectors() {
        return Objects.requireNonNull(sectors);
    }

    /** The categories of final demand that were given. */
    Labels categories() {
        return Objects.requireNonNull(categories);
    }

    CsvFormatException fails(String problem) {
        return new CsvFormatException(
                place, 0, place + ": " + problem + (problem.endsWith("?") || problem.endsWith(".") ? "" : "."));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Says how many places of a file had no number. */
    void noteEmptyCells(HeadedMatrix read) {
        if (read.emptyCells() > 0) {
            note(read.emptyCells() + " empty or missing cells of " + read.file().name() + " are 0 here.");
        }
    }

    void sectors(Labels labels, Units unitOfSector) {
        sectors = labels;
        units = unitOfSector;
    }

    void transactions(SparseMatrix z) {
        transactions = z;
    }

    void coefficients(SparseMatrix a) {
        coefficients = a;
    }

    void finalDemand(Labels labels, SparseMatrix y) {
        categories = labels;
        finalDemand = y;
    }

    void statedOutput(double[] x) {
        statedOutput = x;
    }

    void add(Rows rows) {
        if (!rows.names().isEmpty()) {
            parts.add(rows);
        }
    }

    DatabaseTable build() throws CsvFormatException {
        try {
            return new DatabaseTable(source, table(), notes);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CsvFormatException(place, 0, place + ": " + e.getMessage(), e);
        }
    }

    private InputOutputTable table() {
        if (sectors == null || units == null || categories == null || finalDemand == null) {
            throw new IllegalStateException("sectors and final demand are missing");
        }
        SparseMatrix y = finalDemand;
        double[] output = output(y);
        SparseMatrix z =
                transactions == null && coefficients != null ? coefficients.scaleColumns(output) : transactions;
        if (z == null) {
            throw new IllegalStateException("there are neither transactions Z nor coefficients A");
        }
        MrioTotals.requireNone(sectors, z, categories, y);
        InputOutputTableBuilder builder = InputOutputTable.builder(sectors)
                .units(units)
                .transactions(z)
                .finalDemand(categories, y)
                .totals(TotalsPolicy.USE_COMPUTED);
        Map<Rows, List<Label>> labels = distinctLabels();
        SparseMatrix v = stacked(Kind.VALUE_ADDED, output);
        Labels primary = names(Kind.VALUE_ADDED, labels);
        if (v.rows() > 0) {
            builder.valueAdded(primary, units(Kind.VALUE_ADDED), v);
        }
        MrioTotals.suspicion(sectors, categories, primary, v).ifPresent(this::note);
        SparseMatrix f = stacked(Kind.EXTENSION, output);
        if (f.rows() > 0) {
            builder.extensions(names(Kind.EXTENSION, labels), units(Kind.EXTENSION), f)
                    .finalDemandExtensions(extensionsOfFinalUsers());
        }
        noteValueAddedOfFinalUsers();
        if (statedOutput != null) {
            builder.statedOutput(statedOutput);
            noteStatedOutput(output, statedOutput);
        }
        return builder.build();
    }

    /** x = Z 1 + Y 1; or, where only coefficients are given, the x that solves x = A x + Y 1. */
    private double[] output(SparseMatrix y) {
        double[] demand = y.rowSums();
        if (transactions != null) {
            double[] x = transactions.rowSums();
            for (int i = 0; i < x.length; i++) {
                x[i] += demand[i];
            }
            return x;
        }
        if (coefficients == null) {
            return demand;
        }
        notes.add(
                "The source has coefficients A and no transactions; gross output solves x = A x + Y 1, and Z = A x̂.");
        return LeontiefSystem.of(coefficients).solve(demand).requireConverged().values();
    }

    /** A name that two groups have gets the group before it; a name that a group has twice, a number behind it. */
    private Map<Rows, List<Label>> distinctLabels() {
        Map<String, Integer> groupsWithName = new HashMap<>();
        for (Rows part : parts) {
            part.names().stream().distinct().forEach(name -> groupsWithName.merge(name, 1, Integer::sum));
        }
        Map<Rows, List<Label>> labels = new LinkedHashMap<>();
        LabelList renamed = new LabelList();
        for (Rows part : parts) {
            Map<String, Integer> timesSeen = new HashMap<>();
            List<Label> own = new ArrayList<>();
            for (String name : part.names()) {
                int times = timesSeen.merge(name, 1, Integer::sum);
                boolean shared = groupsWithName.getOrDefault(name, 1) > 1;
                String distinct =
                        (shared ? part.group() + Label.SEPARATOR : "") + name + (times > 1 ? " (" + times + ")" : "");
                if (!distinct.equals(name)) {
                    renamed.add(distinct);
                }
                own.add(Label.of(distinct));
            }
            labels.put(part, own);
        }
        if (!renamed.isEmpty()) {
            notes.add("Some rows have the same name in the source; they are called " + renamed + " here.");
        }
        return labels;
    }

    private List<Rows> of(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    private Labels names(Kind kind, Map<Rows, List<Label>> labels) {
        List<Label> all = new ArrayList<>();
        for (Rows part : of(kind)) {
            all.addAll(labels.getOrDefault(part, List.of()));
        }
        return Labels.ofLabels(all);
    }

    private Units units(Kind kind) {
        List<String> all = new ArrayList<>();
        of(kind).forEach(part -> all.addAll(part.units()));
        return Units.perLabel(all);
    }

    private SparseMatrix stacked(Kind kind, double[] output) {
        List<SparseMatrix> blocks = new ArrayList<>();
        for (Rows part : of(kind)) {
            blocks.add(part.per() == Per.PERIOD ? part.bySector() : totals(part, output));
        }
        return Blocks.below(output.length, blocks);
    }

    private SparseMatrix totals(Rows part, double[] output) {
        LabelList lost = new LabelList();
        for (int j = 0; j < output.length; j++) {
            boolean[] used = new boolean[1];
            part.bySector().forEachInColumn(j, (i, c, v) -> used[0] = true);
            if (used[0] && output[j] == 0) {
                lost.add(sectors == null ? "" : sectors.get(j).toString());
            }
        }
        if (!lost.isEmpty()) {
            notes.add("'" + part.group()
                    + "' has coefficients for sectors without output, of which no total can be made: " + lost + ".");
        }
        return part.bySector().scaleColumns(output);
    }

    private SparseMatrix extensionsOfFinalUsers() {
        int users = categories == null ? 0 : categories.size();
        List<SparseMatrix> blocks = new ArrayList<>();
        for (Rows part : of(Kind.EXTENSION)) {
            blocks.add(
                    part.byFinalUser() == null ? SparseMatrix.zeros(part.names().size(), users) : part.byFinalUser());
        }
        return Blocks.below(users, blocks);
    }

    private void noteValueAddedOfFinalUsers() {
        for (Rows part : of(Kind.VALUE_ADDED)) {
            SparseMatrix lost = part.byFinalUser();
            if (lost == null || lost.nonZeros() == 0) {
                continue;
            }
            double[] sums = lost.rowSums();
            LabelList rows = new LabelList();
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] != 0) {
                    rows.add(String.format(Locale.ROOT, "%s: %.6g", part.names().get(i), sums[i]));
                }
            }
            notes.add(
                    "What final users pay in rows of value added (such as taxes on products) has no place in the table: "
                            + lost.nonZeros() + " numbers, in total by row " + rows + ".");
        }
    }

    private void noteStatedOutput(double[] computed, double[] stated) {
        int worst = -1;
        double largest = 0;
        for (int i = 0; i < computed.length; i++) {
            double difference = Math.abs(computed[i] - stated[i]);
            if (difference > largest) {
                worst = i;
                largest = difference;
            }
        }
        if (worst >= 0 && sectors != null && largest > 1e-9 * Math.abs(computed[worst])) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Gross output is what the rows add up to; what the source states differs, most for '%s': %.10g stated,"
                            + " %.10g added up.",
                    sectors.get(worst),
                    stated[worst],
                    computed[worst]));
        }
    }
}
