package org.leontief.label;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The units of a labelled set of numbers: one for all, or one for each label. Immutable.
 *
 * <p>Numbers of different units are never added: {@link #common()} refuses.
 */
public final class Units {

    /** Pure numbers: shares, multipliers of money per money. */
    public static final Units NONE = of("1");

    private final List<String> units;

    private Units(List<String> units) {
        for (String unit : units) {
            if (unit.isBlank()) {
                throw new IllegalArgumentException("A unit cannot be blank. For pure numbers write '1'.");
            }
            if (!unit.equals(unit.strip())) {
                throw new IllegalArgumentException(
                        "The unit '" + unit + "' has blanks at its ends, which no reader sees. Strip them first.");
            }
        }
        this.units = units;
    }

    /**
     * One unit for all.
     *
     * @param unit such as "million EUR"
     * @return the units
     */
    public static Units of(String unit) {
        return new Units(List.of(unit));
    }

    /**
     * A unit for each label. If all are the same this is one unit for all.
     *
     * @param units in the order of the labels
     * @return the units
     */
    public static Units perLabel(List<String> units) {
        boolean uniform = !units.isEmpty() && Collections.frequency(units, units.get(0)) == units.size();
        return uniform ? of(units.get(0)) : new Units(List.copyOf(units));
    }

    /**
     * A unit for each label.
     *
     * @param units in the order of the labels
     * @return the units
     */
    public static Units perLabel(String... units) {
        return perLabel(Arrays.asList(units));
    }

    /**
     * Whether all labels share one unit.
     *
     * @return true if so
     */
    public boolean isUniform() {
        return units.size() == 1;
    }

    /**
     * The unit at a place.
     *
     * @param i place, from 0
     * @return the unit
     */
    public String get(int i) {
        return isUniform() ? units.get(0) : units.get(i);
    }

    /**
     * The one unit of all.
     *
     * @return the unit
     * @throws IllegalStateException if the labels have different units
     */
    public String common() {
        if (!isUniform()) {
            throw new IllegalStateException("The numbers are in different units (" + this
                    + ") and cannot be added up. Ask for the entries one by one.");
        }
        return units.get(0);
    }

    /**
     * The units of quotients: these, each by those.
     *
     * @param denominators one for all, or as many as these
     * @return such as "thousand persons per million EUR"; "1" where a unit is divided by itself
     * @throws IllegalArgumentException if there are several of both, and not equally many
     */
    public Units per(Units denominators) {
        int size = Math.max(units.size(), denominators.units.size());
        requireSize(size);
        denominators.requireSize(size);
        return perLabel(IntStream.range(0, size)
                .mapToObj(i -> get(i).equals(denominators.get(i)) ? "1" : get(i) + " per " + denominators.get(i))
                .toList());
    }

    /**
     * These units taken in another order.
     *
     * @param places places[i] is the place here of what comes i-th there
     * @return the units in the new order
     */
    public Units reorder(int[] places) {
        return isUniform()
                ? this
                : perLabel(Arrays.stream(places).mapToObj(units::get).toList());
    }

    /**
     * Checks that there is one for each label.
     *
     * @param size the number of labels
     * @return these units
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Units requireSize(int size) {
        if (!isUniform() && units.size() != size) {
            throw new IllegalArgumentException("There are " + units.size() + " units for " + size
                    + " labels; one for each is needed, or one for all.");
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Units that && units.equals(that.units);
    }

    @Override
    public int hashCode() {
        return units.hashCode();
    }

    /** The units, each once, in order of first appearance. */
    @Override
    public String toString() {
        return String.join(", ", units.stream().distinct().toList());
    }
}
