package org.leontief.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.AccurateSum;

/**
 * Numbers under names, with their unit: a final demand, a gross output, an extension by industry. Immutable; every
 * change gives a new vector.
 */
public final class LabelledVector {

    private final String name;
    private final Labels labels;
    private final Units units;
    private final double[] values;

    private LabelledVector(String name, Labels labels, Units units, double[] values) {
        this.name = name;
        this.labels = labels;
        this.units = units;
        this.values = values;
    }

    /**
     * Numbers under names.
     *
     * @param name what the numbers are, for messages and headings: "Final demand"
     * @param labels the names
     * @param units the unit or units
     * @param values one for each label, finite; copied
     * @return the vector
     * @throws IllegalArgumentException if the lengths differ or a value is NaN or infinite
     */
    public static LabelledVector of(String name, Labels labels, Units units, double... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(name + " has " + values.length + " values for " + labels.size()
                    + " labels; one for each is needed.");
        }
        units.requireSize(labels.size());
        for (int i = 0; i < values.length; i++) {
            requireFinite(name, labels.get(i), values[i]);
        }
        return new LabelledVector(name, labels, units, values.clone());
    }

    /**
     * Numbers under some of the names, 0 under the others.
     *
     * @param name what the numbers are
     * @param labels the names
     * @param units the unit or units
     * @param values numbers by name
     * @return the vector
     * @throws UnknownLabelException if a name is not among the labels
     * @throws IllegalArgumentException if a value is NaN or infinite, or two names mean one label
     */
    public static LabelledVector of(String name, Labels labels, Units units, Map<String, Double> values) {
        double[] full = new double[labels.size()];
        BitSet given = new BitSet();
        values.forEach((label, value) -> {
            int place = labels.indexOf(label);
            if (given.get(place)) {
                throw new IllegalArgumentException(name + " is given twice for '" + labels.get(place)
                        + "', once with the region and once without.");
            }
            given.set(place);
            full[place] = value;
        });
        return of(name, labels, units, full);
    }

    /**
     * What the numbers are.
     *
     * @return the name given at creation
     */
    public String name() {
        return name;
    }

    /**
     * The names.
     *
     * @return the labels, in order
     */
    public Labels labels() {
        return labels;
    }

    /**
     * The units.
     *
     * @return one for all or one for each label
     */
    public Units units() {
        return units;
    }

    /**
     * How many there are.
     *
     * @return the number of entries
     */
    public int size() {
        return values.length;
    }

    /**
     * The number under a name.
     *
     * @param label a name, or region and name as one text
     * @return the number
     * @throws UnknownLabelException if there is no such name, with the nearest
     */
    public double of(String label) {
        return values[labels.indexOf(label)];
    }

    /**
     * The number under a name of a region.
     *
     * @param region the region
     * @param label the name
     * @return the number
     * @throws UnknownLabelException if there is no such name, with the nearest
     */
    public double of(String region, String label) {
        return values[labels.indexOf(region, label)];
    }

    /**
     * The number under a label.
     *
     * @param label the label
     * @return the number
     * @throws UnknownLabelException if there is no such label, with the nearest
     */
    public double of(Label label) {
        return values[labels.indexOf(label)];
    }

    /**
     * The number at a place.
     *
     * @param i place, from 0
     * @return the number
     */
    public double at(int i) {
        return values[i];
    }

    /**
     * The numbers in the order of the labels.
     *
     * @return a copy
     */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * The sum of all, in doubled precision and rounded once.
     *
     * @return the sum
     * @throws IllegalStateException if the entries are in different units
     */
    public double total() {
        units.common();
        double sum = accurateSum().value();
        // Doubled precision leaves NaN where the sum overflows; the plain sum is infinite then, as it should be.
        return Double.isNaN(sum) ? Arrays.stream(values).sum() : sum;
    }

    /**
     * The same with one entry replaced.
     *
     * @param label whose
     * @param value the new number
     * @return a new vector
     */
    public LabelledVector with(String label, double value) {
        int place = labels.indexOf(label);
        return mapped(i -> i == place ? value : values[i]);
    }

    /**
     * The same with one entry multiplied.
     *
     * @param label whose
     * @param factor 1.10 for ten per cent more
     * @return a new vector
     */
    public LabelledVector scale(String label, double factor) {
        int place = labels.indexOf(label);
        return mapped(i -> i == place ? values[i] * factor : values[i]);
    }

    /**
     * The same with an amount added to one entry.
     *
     * @param label whose
     * @param amount in the unit of the entry
     * @return a new vector
     */
    public LabelledVector plus(String label, double amount) {
        int place = labels.indexOf(label);
        return mapped(i -> i == place ? values[i] + amount : values[i]);
    }

    /**
     * All entries multiplied.
     *
     * @param factor any finite number
     * @return a new vector
     */
    public LabelledVector times(double factor) {
        return mapped(i -> values[i] * factor);
    }

    /**
     * The sum with another vector of the same labels and units, joined by label.
     *
     * @param other the other
     * @return a new vector under these labels
     */
    public LabelledVector plus(LabelledVector other) {
        LabelledVector aligned = other.alignedTo(labels, units);
        return mapped(i -> values[i] + aligned.values[i]);
    }

    /**
     * The difference from another vector of the same labels and units, joined by label.
     *
     * @param other what is taken away
     * @return a new vector under these labels
     */
    public LabelledVector minus(LabelledVector other) {
        LabelledVector aligned = other.alignedTo(labels, units);
        return mapped(i -> values[i] - aligned.values[i]);
    }

    /**
     * The same numbers under another name.
     *
     * @param newName what the numbers are
     * @return a new vector
     */
    public LabelledVector named(String newName) {
        return new LabelledVector(newName, labels, units, values);
    }

    /**
     * The same numbers in the order of other labels, joined by label.
     *
     * @param wanted the labels wanted: the same names in any order
     * @param wantedUnits the units that the numbers must be in
     * @return this vector if nothing has to move
     * @throws UnknownLabelException if a label is missing on either side
     * @throws IllegalArgumentException if the units differ
     */
    public LabelledVector alignedTo(Labels wanted, Units wantedUnits) {
        LabelledVector aligned = this;
        if (!labels.equals(wanted)) {
            int[] places = wanted.placesIn(labels, "'" + name + "'");
            double[] moved = Arrays.stream(places).mapToDouble(p -> values[p]).toArray();
            aligned = new LabelledVector(name, wanted, units.reorder(places), moved);
        }
        if (!aligned.units.equals(wantedUnits)) {
            throw new IllegalArgumentException("'" + name + "' is in " + aligned.units + " where " + wantedUnits
                    + " is needed. Convert it first; units are never mixed silently.");
        }
        return aligned;
    }

    /**
     * The places of the entries that are largest in absolute value.
     *
     * @param count how many at most
     * @return places, largest first; ties in the order of the labels
     */
    public List<Integer> largest(int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(values[b]), Math.abs(values[a])))
                .limit(count)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelledVector that
                && name.equals(that.name)
                && labels.equals(that.labels)
                && units.equals(that.units)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.hashCode(values);
    }

    /** Name and unit, then the first twenty entries. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(name + " (" + units + ")");
        for (int i = 0; i < Math.min(20, values.length); i++) {
            lines.add("  " + labels.get(i) + "  " + values[i]);
        }
        if (values.length > 20) {
            lines.add("  … and " + (values.length - 20) + " more");
        }
        return String.join("\n", lines);
    }

    AccurateSum accurateSum() {
        AccurateSum sum = new AccurateSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum;
    }

    private LabelledVector mapped(IntToDoubleFunction function) {
        return of(
                name,
                labels,
                units,
                IntStream.range(0, values.length).mapToDouble(function).toArray());
    }

    private static void requireFinite(String name, Label label, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " for '" + label + "' is " + value
                    + "; a finite number is needed. Maybe "
                    + (Double.isNaN(value) ? "a missing value?" : "the numbers are too large for double precision?"));
        }
    }
}
