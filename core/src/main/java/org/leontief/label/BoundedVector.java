package org.leontief.label;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.Solution;

/**
 * Numbers under names, each with a guaranteed bound on its error: |exact − value| ≤ bound, where exact is what exact
 * arithmetic would give for the stored inputs. Immutable.
 *
 * <p>Where no bound could be proved it is +∞, which is true and says nothing; {@link #isCertified()} tells.
 */
public final class BoundedVector {

    private final LabelledVector values;
    private final double[] bounds;

    private BoundedVector(LabelledVector values, double[] bounds) {
        this.values = values;
        this.bounds = bounds;
    }

    /**
     * Numbers with their bounds.
     *
     * @param values the numbers
     * @param bounds one for each, not negative, not NaN; copied
     * @return the vector
     * @throws IllegalArgumentException if a bound is negative or NaN or their number differs
     */
    public static BoundedVector of(LabelledVector values, double[] bounds) {
        if (bounds.length != values.size()) {
            throw new IllegalArgumentException(bounds.length + " bounds for " + values.size() + " values.");
        }
        for (double bound : bounds) {
            if (!(bound >= 0)) {
                throw new IllegalArgumentException("A bound of " + bound + " cannot be.");
            }
        }
        return new BoundedVector(values, bounds.clone());
    }

    /**
     * Numbers that were computed one by one.
     *
     * @param name what they are
     * @param labels their names
     * @param units one for all, or one for each
     * @param entries the number for each place, from 0
     * @return the vector
     */
    public static BoundedVector of(String name, Labels labels, Units units, IntFunction<Bounded> entries) {
        double[] values = new double[labels.size()];
        double[] bounds = new double[labels.size()];
        for (int i = 0; i < values.length; i++) {
            Bounded entry = entries.apply(i);
            values[i] = entry.value();
            bounds[i] = entry.errorBound();
        }
        return new BoundedVector(LabelledVector.of(name, labels, units, values), bounds);
    }

    /**
     * What came out of a solver, under names.
     *
     * @param name what the numbers are
     * @param labels their names, in the order of the system; those of a smaller part may come first and alone
     * @param units one for all, or one for each
     * @param solution the numbers, with bounds if they are certified
     * @return the vector
     * @throws IllegalStateException if the solution has no values
     */
    public static BoundedVector of(String name, Labels labels, Units units, Solution solution) {
        return of(name, labels, units, i -> new Bounded(solution.value(i), solution.errorBound(i)));
    }

    /**
     * Numbers for which nothing could be proved: every bound is +∞.
     *
     * @param values the numbers
     * @return the vector
     */
    public static BoundedVector uncertified(LabelledVector values) {
        double[] bounds = new double[values.size()];
        Arrays.fill(bounds, Double.POSITIVE_INFINITY);
        return new BoundedVector(values, bounds);
    }

    /**
     * Whether every entry has a finite bound.
     *
     * @return true if so
     */
    public boolean isCertified() {
        return Arrays.stream(bounds).allMatch(Double::isFinite);
    }

    /**
     * The number under a name.
     *
     * @param label a name, or region and name as one text
     * @return the number
     * @throws UnknownLabelException if there is no such name, with the nearest
     */
    public double of(String label) {
        return values.of(label);
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
        return values.of(region, label);
    }

    /**
     * The guaranteed bound under a name.
     *
     * @param label a name, or region and name as one text
     * @return how far the number can be off at most, in its unit; +∞ where nothing could be proved
     * @throws UnknownLabelException if there is no such name, with the nearest
     */
    public double errorBound(String label) {
        return bounds[values.labels().indexOf(label)];
    }

    /**
     * The guaranteed bound under a name of a region.
     *
     * @param region the region
     * @param label the name
     * @return how far the number can be off at most, in its unit; +∞ where nothing could be proved
     */
    public double errorBound(String region, String label) {
        return bounds[values.labels().indexOf(region, label)];
    }

    /**
     * The number under a label.
     *
     * @param label the label
     * @return the number
     * @throws UnknownLabelException if there is no such label, with the nearest
     */
    public double of(Label label) {
        return values.of(label);
    }

    /**
     * The guaranteed bound under a label.
     *
     * @param label the label
     * @return how far the number can be off at most, in its unit; +∞ where nothing could be proved
     * @throws UnknownLabelException if there is no such label, with the nearest
     */
    public double errorBound(Label label) {
        return bounds[values.labels().indexOf(label)];
    }

    /**
     * The number at a place.
     *
     * @param i place, from 0
     * @return the number
     */
    public double at(int i) {
        return values.at(i);
    }

    /**
     * The bound at a place.
     *
     * @param i place, from 0
     * @return the bound
     */
    public double errorBoundAt(int i) {
        return bounds[i];
    }

    /**
     * The sum of all.
     *
     * @return the sum
     * @throws IllegalStateException if the entries are in different units
     */
    public double total() {
        return values.total();
    }

    /**
     * The guaranteed bound on the sum, rounding of the sum included.
     *
     * @return how far {@link #total()} can be off at most
     * @throws IllegalStateException if the entries are in different units
     */
    public double totalErrorBound() {
        values.units().common();
        AccurateSum sum = new AccurateSum();
        for (double bound : bounds) {
            if (bound == Double.POSITIVE_INFINITY) {
                return bound;
            }
            sum.add(bound);
        }
        double rounding = values.accurateSum().error();
        return rounding == 0 ? sum.upper() : Math.nextUp(sum.upper() + rounding);
    }

    /**
     * The numbers without their bounds.
     *
     * @return the vector
     */
    public LabelledVector values() {
        return values;
    }

    /**
     * The bounds without the numbers.
     *
     * @return a copy
     */
    public double[] errorBounds() {
        return bounds.clone();
    }

    /**
     * The names.
     *
     * @return the labels, in order
     */
    public Labels labels() {
        return values.labels();
    }

    /**
     * The largest bound relative to its number, over entries that are not 0.
     *
     * @return such as 1e-13; +∞ if a bound is missing; 0 if all numbers are 0
     */
    public double largestRelativeErrorBound() {
        double largest = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (values.at(i) != 0) {
                double relative = bounds[i] / Math.abs(values.at(i));
                largest = Math.max(largest, relative == 0 ? 0 : Math.nextUp(relative));
            } else if (bounds[i] == Double.POSITIVE_INFINITY) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return largest;
    }

    /** The numbers with their bounds: name and unit, then the first twenty entries. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(values.name() + " (" + values.units() + ")");
        for (int i = 0; i < Math.min(20, bounds.length); i++) {
            text.append("\n  ").append(values.labels().get(i)).append("  ").append(values.at(i));
            text.append(" ± ").append(bounds[i]);
        }
        return text.append(bounds.length > 20 ? "\n  … and " + (bounds.length - 20) + " more" : "")
                .toString();
    }
}
