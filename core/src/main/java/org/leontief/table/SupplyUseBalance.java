package org.leontief.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;

/**
 * How far supply and use tables agree with themselves.
 *
 * <p>Product by product: V 1 + imports (+ margins + taxes, where uses are at purchasers' prices) against U 1 + Y 1. Industry by
 * industry: 1ᵀV against 1ᵀU + 1ᵀW, where there is value added and one unit for all. Source: Eurostat, <i>Manual of Supply, Use
 * and Input-Output Tables</i> (2008), section 1.4: the two identities of the supply and use system.
 */
public final class SupplyUseBalance {

    /**
     * The two totals of a product or an industry.
     *
     * @param label which
     * @param supplied what was supplied of the product, or made by the industry
     * @param used what was used of the product, or put into the industry
     * @param turnover the larger of the two sums of absolute entries that they were made of, which is larger than both where
     *     entries are negative: margins, imports as final demand, withdrawals from stocks
     */
    public record Line(Label label, double supplied, double used, double turnover) {

        /**
         * Supplied less used.
         *
         * @return 0 where they agree
         */
        public double difference() {
            return supplied - used;
        }

        /**
         * The difference relative to the turnover.
         *
         * @return from 0 to 2; 0 where nothing is recorded
         */
        public double relativeDifference() {
            return turnover == 0 ? 0 : Math.abs(difference()) / turnover;
        }
    }

    private final List<Line> products;
    private final List<Line> industries;

    private SupplyUseBalance(List<Line> products, List<Line> industries) {
        this.products = products;
        this.industries = industries;
    }

    static SupplyUseBalance of(SupplyUseTable table) {
        List<SparseMatrix> supplied =
                new ArrayList<>(List.of(table.supply().matrix(), table.imports().matrix()));
        if (table.prices() == PriceBasis.PURCHASERS) {
            supplied.add(table.valuation().margins().matrix());
            supplied.add(table.valuation().taxes().matrix());
        }
        List<SparseMatrix> used =
                List.of(table.use().matrix(), table.finalDemand().byCategory().matrix());
        boolean comparable = table.valueAdded().rows().size() > 0
                && table.units().isUniform()
                && table.valueAdded().rowUnits().equals(table.units());
        return new SupplyUseBalance(
                lines(table.products(), supplied, used, SparseMatrix::rowSums),
                comparable
                        ? lines(
                                table.industries(),
                                List.of(table.supply().matrix()),
                                List.of(table.use().matrix(), table.valueAdded().matrix()),
                                SparseMatrix::columnSums)
                        : List.of());
    }

    private static List<Line> lines(
            Labels labels,
            List<SparseMatrix> supplied,
            List<SparseMatrix> used,
            Function<SparseMatrix, double[]> sums) {
        double[] in = total(supplied, sums);
        double[] out = total(used, sums);
        double[] supplyTurnover = total(supplied, matrix -> sums.apply(matrix.abs()));
        double[] useTurnover = total(used, matrix -> sums.apply(matrix.abs()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            lines.add(new Line(labels.get(i), in[i], out[i], Math.max(supplyTurnover[i], useTurnover[i])));
        }
        return List.copyOf(lines);
    }

    private static double[] total(List<SparseMatrix> parts, Function<SparseMatrix, double[]> sums) {
        double[] total = sums.apply(parts.get(0));
        for (SparseMatrix part : parts.subList(1, parts.size())) {
            double[] more = sums.apply(part);
            for (int i = 0; i < total.length; i++) {
                total[i] += more[i];
            }
        }
        return total;
    }

    /**
     * Supply against use, by product.
     *
     * @return in the order of the table
     */
    public List<Line> products() {
        return products;
    }

    /**
     * Output against inputs, by industry.
     *
     * @return in the order of the table; empty where inputs cannot be added up: without value added, or in several units
     */
    public List<Line> industries() {
        return industries;
    }

    /**
     * The products and industries whose totals differ most.
     *
     * @param count how many at most
     * @return largest absolute difference first; those without a difference are left out
     */
    public List<Line> largest(int count) {
        return Stream.concat(products.stream(), industries.stream())
                .filter(line -> line.difference() != 0)
                .sorted(Comparator.comparingDouble((Line line) -> Math.abs(line.difference()))
                        .reversed())
                .limit(count)
                .toList();
    }

    /**
     * Whether all totals agree.
     *
     * @param tolerance largest relative difference allowed
     * @return true if no product and no industry differs by more
     */
    public boolean isBalanced(double tolerance) {
        return Stream.concat(products.stream(), industries.stream())
                .allMatch(line -> line.relativeDifference() <= tolerance);
    }

    /**
     * Demands that all totals agree.
     *
     * @param tolerance largest relative difference allowed
     * @throws IllegalStateException if a product or industry differs by more; the message holds the ten largest differences
     */
    public void requireBalanced(double tolerance) {
        if (!isBalanced(tolerance)) {
            throw new IllegalStateException(
                    "The supply and use tables are not balanced within " + tolerance + ". " + this);
        }
    }

    /** The ten largest differences as a table a person can read. */
    @Override
    public String toString() {
        List<Line> worst = largest(10);
        if (worst.isEmpty()) {
            return "All totals agree exactly.";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "Largest differences:\n%-32s %16s %16s %16s", "", "supplied", "used", "difference"));
        for (Line line : worst) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n%-32s %16s %16s %16s",
                    line.label(),
                    number(line.supplied()),
                    number(line.used()),
                    number(line.difference())));
        }
        return text.toString();
    }

    private static String number(double amount) {
        return String.format(Locale.ROOT, Math.abs(amount) >= 0.1 || amount == 0 ? "%,.2f" : "%.3g", amount);
    }
}
