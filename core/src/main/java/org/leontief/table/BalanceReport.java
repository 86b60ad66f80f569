package org.leontief.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * How far a table agrees with itself, industry by industry.
 *
 * <p>Row total Z 1 + Y 1 against column total 1ᵀZ + 1ᵀZ_m + 1ᵀV (only where the table has value added, and one unit for all), and
 * against the gross output that the source states (only where it states one).
 */
public final class BalanceReport {

    /**
     * The totals of one industry.
     *
     * @param industry which
     * @param rowTotal Z 1 + Y 1: what was delivered
     * @param columnTotal 1ᵀZ + 1ᵀZ_m + 1ᵀV: what went in; empty where it cannot be formed
     * @param statedTotal what the source states; empty where it states none
     */
    public record Line(Label industry, double rowTotal, OptionalDouble columnTotal, OptionalDouble statedTotal) {

        /**
         * Row total less column total.
         *
         * @return 0 where there is no column total
         */
        public double columnDifference() {
            return columnTotal.isPresent() ? rowTotal - columnTotal.getAsDouble() : 0;
        }

        /**
         * Row total less stated total.
         *
         * @return 0 where nothing is stated
         */
        public double statedDifference() {
            return statedTotal.isPresent() ? rowTotal - statedTotal.getAsDouble() : 0;
        }

        /**
         * The larger of the two differences, in absolute value.
         *
         * @return at least 0
         */
        public double largestDifference() {
            return Math.max(Math.abs(columnDifference()), Math.abs(statedDifference()));
        }

        /**
         * The largest difference relative to the largest of the totals.
         *
         * @return at least 0; 0 where all totals are 0
         */
        public double relativeDifference() {
            double size = Math.max(
                    Math.abs(rowTotal), Math.max(Math.abs(columnTotal.orElse(0)), Math.abs(statedTotal.orElse(0))));
            return size == 0 ? 0 : largestDifference() / size;
        }
    }

    private final List<Line> lines;
    private final Units units;

    private BalanceReport(List<Line> lines, Units units) {
        this.lines = lines;
        this.units = units;
    }

    static BalanceReport of(InputOutputTable table) {
        LabelledVector rows =
                table.transactions().rowTotals().plus(table.finalDemand().total());
        // A row of value added in a unit of its own (hours, say) cannot be added to money.
        boolean columns = table.valueAdded().rows().size() > 0
                && table.units().isUniform()
                && table.valueAdded().rowUnits().equals(table.units())
                && table.imports().map(imports -> isIn(imports, table.units())).orElse(true);
        double[] uses = table.transactions().matrix().columnSums();
        double[] primary = table.valueAdded().matrix().columnSums();
        double[] imports = importsByColumn(table);
        return new BalanceReport(
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new Line(
                                table.industries().get(i),
                                rows.at(i),
                                columns ? OptionalDouble.of(uses[i] + imports[i] + primary[i]) : OptionalDouble.empty(),
                                table.statedOutput()
                                        .map(stated -> OptionalDouble.of(stated.at(i)))
                                        .orElse(OptionalDouble.empty())))
                        .toList(),
                table.units());
    }

    private static boolean isIn(ImportedProducts imports, Units units) {
        Units own = imports.toIndustries().rowUnits();
        return own.isUniform() && own.common().equals(units.common());
    }

    /** 1ᵀZ_m; 0 where imports are not recorded by product, since value added then holds them, if anything does. */
    private static double[] importsByColumn(InputOutputTable table) {
        return table.imports()
                .map(imports -> imports.toIndustries().matrix().columnSums())
                .orElseGet(() -> new double[table.industries().size()]);
    }

    /**
     * The totals of all industries.
     *
     * @return in the order of the table
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * The industries whose totals differ most.
     *
     * @param count how many at most
     * @return largest absolute difference first; industries without a difference are left out
     */
    public List<Line> largest(int count) {
        return lines.stream()
                .filter(line -> line.largestDifference() > 0)
                .sorted(Comparator.comparingDouble(Line::largestDifference).reversed())
                .limit(count)
                .toList();
    }

    /**
     * Whether all totals agree.
     *
     * @param tolerance largest relative difference allowed
     * @return true if no industry differs by more
     */
    public boolean isBalanced(double tolerance) {
        return lines.stream().allMatch(line -> line.relativeDifference() <= tolerance);
    }

    /**
     * Demands that all totals agree.
     *
     * @param tolerance largest relative difference allowed
     * @throws IllegalStateException if an industry differs by more; the message holds the ten largest differences
     */
    public void requireBalanced(double tolerance) {
        if (!isBalanced(tolerance)) {
            throw new IllegalStateException("The table is not balanced within " + tolerance + ". " + this);
        }
    }

    /**
     * All totals with their names, for writing to a file.
     *
     * @return industries × "Row", and "Column" and "Stated" where there are such totals
     */
    public LabelledMatrix toMatrix() {
        Line first = lines.get(0);
        List<String> columns = new ArrayList<>(List.of("Row"));
        if (first.columnTotal().isPresent()) {
            columns.add("Column");
        }
        if (first.statedTotal().isPresent()) {
            columns.add("Stated");
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(lines.size(), columns.size());
        for (int i = 0; i < lines.size(); i++) {
            int row = i;
            matrix.add(i, 0, lines.get(i).rowTotal());
            lines.get(i).columnTotal().ifPresent(total -> matrix.add(row, columns.indexOf("Column"), total));
            lines.get(i).statedTotal().ifPresent(total -> matrix.add(row, columns.indexOf("Stated"), total));
        }
        Labels industries = Labels.ofLabels(lines.stream().map(Line::industry).toList());
        return LabelledMatrix.of("Totals", industries, Labels.of(columns), units, matrix.build());
    }

    /** The ten largest differences as a table a person can read. */
    @Override
    public String toString() {
        List<Line> worst = largest(10);
        if (worst.isEmpty()) {
            boolean compared = lines.stream()
                    .anyMatch(line ->
                            line.columnTotal().isPresent() || line.statedTotal().isPresent());
            return compared
                    ? "All totals agree exactly."
                    : "There is nothing to compare the row totals with: no stated outputs, and no value added in the"
                            + " unit of the table.";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Largest differences:\n%-32s %16s %16s %16s",
                "industry",
                "row",
                "row − column",
                "row − stated"));
        for (Line line : worst) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-32s %16s %16s %16s",
                    line.industry(),
                    number(line.rowTotal()),
                    line.columnTotal().isPresent() ? number(line.columnDifference()) : "–",
                    line.statedTotal().isPresent() ? number(line.statedDifference()) : "–"));
        }
        return text.toString();
    }

    private static String number(double difference) {
        return String.format(Locale.ROOT, Math.abs(difference) >= 0.1 ? "%,.2f" : "%.3g", difference);
    }
}
