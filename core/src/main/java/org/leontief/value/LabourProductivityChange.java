package org.leontief.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * What changed the labour in each product from one table to another: λ¹ − λ⁰ with λ = l L, as the mean of the two polar forms,
 *
 * <pre>Δλ = ½ Δl (L⁰ + L¹) + ½ (l⁰ + l¹) ΔL.</pre>
 *
 * <p>The first term is labour per unit of output, in the product's own industry (Δl_j) and in those that supply it; the second
 * is what is used of one another's products. With l¹L⁰ and l⁰L¹, two more solves, every term is a difference of values that
 * carry bounds, and they add up exactly. Source: E. Dietzenbacher and B. Los, "Structural decomposition techniques", Economic
 * Systems Research 10 (1998); Miller and Blair 2009, section 13.1.
 *
 * <p>Both tables must be in the same prices, or in physical units: a dearer dollar is not a more productive one. Immutable.
 */
public final class LabourProductivityChange {

    /**
     * One product.
     *
     * @param product its label
     * @param before λ⁰
     * @param after λ¹
     * @param ownLabour Δl of its own industry
     * @param suppliersLabour Δl of all others, as far as they work for it
     * @param inputs change in what is used
     * @param errorBound how far the terms, and their sum, can be off at most
     */
    public record Change(
            Label product,
            double before,
            double after,
            double ownLabour,
            double suppliersLabour,
            double inputs,
            double errorBound) {

        /**
         * λ¹ − λ⁰.
         *
         * @return negative where a unit takes less labour than before
         */
        public double difference() {
            return after - before;
        }
    }

    private final List<Change> changes;
    private final Units units;

    private LabourProductivityChange(List<Change> changes, Units units) {
        this.changes = changes;
        this.units = units;
    }

    static LabourProductivityChange between(LabourValues before, LabourValues after) {
        before.account().requireComparable(after.account());
        ValuedRow old = before.total();
        ValuedRow now = after.total();
        int n = after.industries().size();
        int[] industries = after.industries().placesIn(before.industries(), "the earlier table");
        Units oldUnits = old.perUnit().values().units().reorder(industries);
        if (!oldUnits.equals(now.perUnit().values().units())) {
            throw new IllegalArgumentException("The tables count labour in " + oldUnits + " and in "
                    + now.perUnit().values().units() + "; bring them to one unit first.");
        }
        RoundedNumbers l0 = gathered(RoundedNumbers.of(old.direct()), industries);
        RoundedNumbers l1 = RoundedNumbers.of(now.direct());
        EnclosedSolution newLabour = before.equation()
                .values(List.of(scattered(l1, industries)), before.options())
                .get(0);
        EnclosedSolution oldLabour =
                after.equation().values(List.of(l0), after.options()).get(0);
        List<Change> changes = IntStream.range(0, n)
                .mapToObj(j -> change(
                        after.industries().get(j),
                        old.at(industries[j]),
                        now.at(j),
                        new Bounded(newLabour.value(industries[j]), newLabour.errorBound(industries[j])),
                        new Bounded(oldLabour.value(j), oldLabour.errorBound(j)),
                        l1.at(j).minus(l0.at(j))))
                .toList();
        return new LabourProductivityChange(changes, now.perUnit().values().units());
    }

    private static Change change(
            Label product, Bounded before, Bounded after, Bounded newLabour, Bounded oldLabour, Bounded own) {
        Bounded half = Bounded.exact(0.5);
        Bounded labour = newLabour.minus(before).plus(after.minus(oldLabour)).times(half);
        Bounded inputs = after.minus(newLabour).plus(oldLabour.minus(before)).times(half);
        Bounded suppliers = labour.minus(own);
        Bounded sum = own.plus(suppliers).plus(inputs);
        return new Change(
                product,
                before.value(),
                after.value(),
                own.value(),
                suppliers.value(),
                inputs.value(),
                Math.max(sum.errorBound(), inputs.errorBound()));
    }

    private static RoundedNumbers gathered(RoundedNumbers numbers, int[] places) {
        return new RoundedNumbers(gathered(numbers.values(), places), gathered(numbers.errors(), places));
    }

    private static double[] gathered(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(p -> values[p]).toArray();
    }

    private static RoundedNumbers scattered(RoundedNumbers numbers, int[] places) {
        return new RoundedNumbers(scattered(numbers.values(), places), scattered(numbers.errors(), places));
    }

    private static double[] scattered(double[] values, int[] places) {
        double[] scattered = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            scattered[places[j]] = values[j];
        }
        return scattered;
    }

    /**
     * The change of one product.
     *
     * @param product its name
     * @return its terms
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     */
    public Change of(String product) {
        return changes.get(
                Labels.ofLabels(changes.stream().map(Change::product).toList()).indexOf(product));
    }

    /**
     * All products.
     *
     * @return in the order of the later table
     */
    public List<Change> changes() {
        return changes;
    }

    /**
     * The products that changed most.
     *
     * @param count how many at most
     * @return largest difference first
     */
    public List<Change> largest(int count) {
        return changes.stream()
                .sorted(Comparator.comparingDouble((Change change) -> Math.abs(change.difference()))
                        .reversed())
                .limit(count)
                .toList();
    }

    /** The fifteen largest, term by term. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Change of labour, " + units);
        for (Change change : largest(15)) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s: %.6g → %.6g, own labour %+.6g, suppliers' labour %+.6g, inputs %+.6g",
                    change.product(),
                    change.before(),
                    change.after(),
                    change.ownLabour(),
                    change.suppliersLabour(),
                    change.inputs()));
        }
        return text.toString();
    }
}
