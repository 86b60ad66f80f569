package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * The labour in a unit of one product, in parts: λ_j = Σ_i l_i L_ij by supplying industry, or λ_j = Σ_k l Aᵏ e_j by round. One
 * solve, or a product with A for each round; never the inverse. Immutable.
 *
 * <p>Parts and remainder add up to λ_j, which was found by another solve, within the sum of their bounds.
 *
 * @param product whose labour
 * @param unit of the amounts
 * @param total λ_j
 * @param parts industries, largest first; or rounds in their order
 * @param remainder all other industries, or all later rounds
 */
public record LabourBreakdown(Label product, String unit, Bounded total, List<Part> parts, Part remainder) {

    /** Every round takes a pass; long before, all that comes later is less than the rounding of one number. */
    private static final int MOST_ROUNDS = 10_000;

    /**
     * One part.
     *
     * @param name of the industry, or the round in words
     * @param labour how much of λ_j
     * @param share of λ_j, 0 if there is no labour at all
     */
    public record Part(String name, Bounded labour, double share) {

        /**
         * The amount alone.
         *
         * @return in the unit of the breakdown
         */
        public double amount() {
            return labour.value();
        }
    }

    /**
     * Copies the parts.
     *
     * @param product as above
     * @param unit as above
     * @param total as above
     * @param parts as above
     * @param remainder as above
     */
    public LabourBreakdown {
        parts = List.copyOf(parts);
    }

    static LabourBreakdown byIndustry(
            ValuedRow row, LabourEquation equation, int product, int count, SolveOptions options) {
        requirePositive(count);
        Bounded total = row.at(product);
        EnclosedSolution outputs = equation.outputs(unit(equation, product), options);
        LabelledVector direct = row.direct().values();
        BoundedVector labour = BoundedVector.of(
                direct.name(),
                direct.labels(),
                direct.units(),
                i -> Bounded.of(row.direct(), i).times(outputs.at(i)));
        List<Integer> largest = labour.values().largest(count);
        Set<Integer> shown = Set.copyOf(largest);
        List<Part> parts = largest.stream()
                .map(i -> part(direct.labels().get(i).toString(), Bounded.of(labour, i), total))
                .toList();
        BoundedSum others = new BoundedSum();
        IntStream.range(0, direct.size()).filter(i -> !shown.contains(i)).forEach(i -> others.add(labour, i));
        return new LabourBreakdown(
                direct.labels().get(product),
                unit(row, product),
                total,
                parts,
                part(others(direct.size() - parts.size()), others.total(), total));
    }

    private static String others(int count) {
        return count == 0 ? "no others" : "the other " + count;
    }

    static LabourBreakdown byRound(ValuedRow row, LabourEquation equation, int product, int count) {
        requirePositive(count);
        if (count > MOST_ROUNDS) {
            throw new IllegalArgumentException(
                    count + " rounds take as many passes over the coefficients; ask for at most " + MOST_ROUNDS
                            + ". What all later rounds add is given in one number.");
        }
        Bounded total = row.at(product);
        Rounds rounds = new Rounds(equation, unit(equation, product));
        double[] direct = row.direct().values().toArray();
        double[] directBounds = row.direct().errorBounds();
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            parts.add(part(name(k), rounds.labour(direct, directBounds), total));
            rounds.next();
        }
        return new LabourBreakdown(
                row.perUnit().labels().get(product),
                unit(row, product),
                total,
                parts,
                part(
                        "all later rounds",
                        rounds.labour(
                                row.everywhere().values().toArray(),
                                row.everywhere().errorBounds()),
                        total));
    }

    private static String name(int round) {
        return switch (round) {
            case 0 -> "direct";
            case 1 -> "first suppliers";
            default -> "suppliers of round " + round;
        };
    }

    private static String unit(ValuedRow row, int product) {
        return row.perUnit().values().units().get(product);
    }

    private static double[] unit(LabourEquation equation, int product) {
        double[] unit = new double[equation.size()];
        unit[product] = 1;
        return unit;
    }

    private static Part part(String name, Bounded labour, Bounded total) {
        return new Part(name, labour, total.value() == 0 ? 0 : labour.value() / total.value());
    }

    private static void requirePositive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + "; it must be at least 1.");
        }
    }

    /** Parts and remainder, with their shares. */
    @Override
    public String toString() {
        List<Part> all = new ArrayList<>(parts);
        all.add(remainder);
        int width = all.stream().mapToInt(part -> part.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Labour in '" + product + "': " + format(total.value()) + " " + unit);
        for (Part part : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %-" + width + "s %12s  %5.1f%%",
                    part.name(),
                    format(part.amount()),
                    100 * part.share()));
        }
        return text.toString();
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** Aᵏ e_j with what rounding may have done to it, and to A. */
    private static final class Rounds {

        private final SparseMatrix a;
        private final SparseMatrix magnitudes;
        private final SparseMatrix errors;
        private final boolean simple;
        private final int longestRow;
        private double[] round;
        private double[] magnitude;
        private double[] error;
        private int k;

        Rounds(LabourEquation equation, double[] start) {
            a = equation.matrix();
            errors = equation.rounded().errors();
            simple = !a.hasNegative() && errors.nonZeros() == 0;
            magnitudes = simple ? a : equation.rounded().upper();
            int[] entries = new int[a.rows()];
            magnitudes.forEach((i, j, v) -> entries[i]++);
            longestRow = Arrays.stream(entries).max().orElse(0);
            round = start;
            magnitude = start;
            error = new double[start.length];
        }

        /** With |A − Ã| ≤ E and |y − ỹ| ≤ δ, |A y − Ã ỹ| ≤ (|Ã| + E) δ + E |ỹ|. */
        void next() {
            if (!simple) {
                double[] carried = magnitudes.multiply(error);
                double[] added = errors.multiply(magnitude);
                Arrays.setAll(carried, i -> carried[i] + added[i]);
                error = carried;
            }
            round = a.multiply(round);
            magnitude = simple ? round : magnitudes.multiply(magnitude);
            k++;
        }

        /**
         * Σ weight_i round_i. Every entry of a round is a sum of products of what is not negative in magnitude, so that k rounds
         * of at most m products are off by γ_{k(m+1)} of the magnitude (Higham, ch. 3); twice that covers the magnitude's own
         * rounding, and four times that of the error that A carries.
         */
        Bounded labour(double[] weights, double[] weightBounds) {
            int n = weights.length;
            double relative = 2 * k * (longestRow + 1.0) * 0x1p-53;
            double[] bounds = new double[n];
            for (int i = 0; i < n; i++) {
                double rounding = magnitude[i] == 0 ? 0 : magnitude[i] * relative + Double.MIN_NORMAL;
                double carried = error[i] * (1 + 4 * relative);
                bounds[i] = rounding + carried == 0 ? 0 : Math.nextUp(Math.nextUp(rounding + carried));
            }
            return Bounded.dot(weights, weightBounds, Arrays.copyOf(round, n), bounds);
        }
    }
}
