package org.leontief.quantity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** What changed from one plan to another, by industry, largest change first. Immutable. */
public final class PlanComparison {

    /**
     * One number in both plans.
     *
     * @param label whose
     * @param before in the first plan
     * @param after in the second plan
     * @param errorBound how far the difference can be off at most
     */
    public record Change(Label label, double before, double after, double errorBound) {

        /**
         * After less before.
         *
         * @return the difference
         */
        public double difference() {
            return after - before;
        }

        /**
         * The difference relative to before.
         *
         * @return such as 0.1 for ten per cent more; infinite where there was nothing before, 0 where nothing changed
         */
        public double relative() {
            return after == before ? 0 : (after - before) / Math.abs(before);
        }

        /**
         * Whether the difference is larger than its bound, so that its sign is certain.
         *
         * @return false where both plans may have the same number
         */
        public boolean isCertain() {
            return Math.abs(difference()) > errorBound;
        }
    }

    private static final int SHOWN = 15;

    private final GrossOutputPlan before;
    private final GrossOutputPlan after;

    PlanComparison(GrossOutputPlan before, GrossOutputPlan after) {
        after.industries().placesIn(before.industries(), "the other plan");
        this.before = before;
        this.after = after;
    }

    /**
     * Changes of gross output.
     *
     * @return every industry, largest absolute difference first
     */
    public List<Change> grossOutput() {
        return changes(before.grossOutput(), after.grossOutput());
    }

    /**
     * Changes of an extension.
     *
     * @param name such as "Employment"
     * @return every industry, largest absolute difference first
     */
    public List<Change> extension(String name) {
        return changes(before.extension(name), after.extension(name));
    }

    /**
     * The change of an extension in all industries together.
     *
     * @param name such as "Employment"
     * @return the totals; the label is the extension's name
     */
    public Change extensionTotal(String name) {
        BoundedVector old = before.extension(name);
        BoundedVector now = after.extension(name);
        requireSameUnits(old.values().units(), now.values().units());
        return change(Label.of(name), old.total(), old.totalErrorBound(), now.total(), now.totalErrorBound());
    }

    /**
     * Changes of gross output with their names, for writing to a file.
     *
     * @return industries (in the order of the second plan) × "Before", "After", "Difference"
     */
    public LabelledMatrix toMatrix() {
        List<Change> changes = grossOutput();
        Labels industries = after.industries();
        SparseMatrixBuilder matrix = SparseMatrix.builder(industries.size(), 3);
        for (Change change : changes) {
            int i = industries.indexOf(change.label());
            matrix.add(i, 0, change.before()).add(i, 1, change.after()).add(i, 2, change.difference());
        }
        return LabelledMatrix.of(
                "Changes of gross output",
                industries,
                Labels.of("Before", "After", "Difference"),
                after.coefficients().units(),
                matrix.build());
    }

    private static List<Change> changes(BoundedVector old, BoundedVector now) {
        int[] places = now.labels().placesIn(old.labels(), "the other plan");
        requireSameUnits(old.values().units().reorder(places), now.values().units());
        return IntStream.range(0, places.length)
                .mapToObj(i -> change(
                        now.labels().get(i),
                        old.at(places[i]),
                        old.errorBoundAt(places[i]),
                        now.at(i),
                        now.errorBoundAt(i)))
                .sorted(Comparator.comparingDouble((Change change) -> Math.abs(change.difference()))
                        .reversed())
                .toList();
    }

    private static void requireSameUnits(Units old, Units now) {
        if (!old.equals(now)) {
            throw new IllegalArgumentException("The plans are in different units: " + old + " and " + now + ".");
        }
    }

    /** A change whose bound holds for the difference as it is computed, its own rounding included. */
    private static Change change(Label label, double old, double oldBound, double now, double nowBound) {
        double difference = now - old;
        double shifted = difference - now;
        // What rounding took from the difference, exactly (Knuth's two-sum).
        double rounding = Math.abs((now - (difference - shifted)) - (old + shifted));
        return new Change(label, old, now, sumUp(sumUp(oldBound, nowBound), rounding));
    }

    private static double sumUp(double a, double b) {
        return a == 0 ? b : b == 0 ? a : Math.nextUp(a + b);
    }

    /** The fifteen largest changes of gross output, and the totals of all extensions. */
    @Override
    public String toString() {
        List<Change> shown = Stream.concat(
                        grossOutput().stream().limit(SHOWN),
                        after.extensionNames().stream()
                                .filter(before.extensionNames()::contains)
                                .map(this::extensionTotal))
                .toList();
        int width = shown.stream()
                .mapToInt(change -> change.label().toString().length())
                .max()
                .orElse(0);
        String format = "%-" + Math.max("Gross output".length(), width) + "s %16s %16s %14s %9s%s";
        return Stream.concat(
                        Stream.of(String.format(format, "Gross output", "before", "after", "change", "", "")),
                        shown.stream().map(change -> line(format, change)))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private static String line(String format, Change change) {
        return String.format(
                format,
                change.label(),
                String.format(Locale.ROOT, "%,.2f", change.before()),
                String.format(Locale.ROOT, "%,.2f", change.after()),
                String.format(Locale.ROOT, "%+,.2f", change.difference()),
                Double.isFinite(change.relative())
                        ? String.format(Locale.ROOT, "%+.2f%%", 100 * change.relative())
                        : "new",
                change.isCertain() || change.difference() == 0 ? "" : "  within the error bound");
    }
}
