package org.leontief.plan;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.solve.SparseMatrix;

/**
 * The numbers of one row that are not 0, so that ten thousand capacities of one industry each take ten thousand numbers and
 * not their square. Immutable.
 */
final class Coefficients {

    static final Coefficients NONE = new Coefficients(new int[0], new double[0]);

    private final int[] places;
    private final double[] values;

    private Coefficients(int[] places, double[] values) {
        this.places = places;
        this.values = values;
    }

    static Coefficients of(int size, IntToDoubleFunction entries) {
        int[] places = IntStream.range(0, size)
                .filter(i -> entries.applyAsDouble(i) != 0)
                .toArray();
        return new Coefficients(
                places, IntStream.of(places).mapToDouble(entries).toArray());
    }

    static Coefficients of(LabelledVector row) {
        return of(row.size(), row::at);
    }

    static Coefficients one(int place) {
        return new Coefficients(new int[] {place}, new double[] {1});
    }

    static Coefficients ofColumn(SparseMatrix matrix, int column) {
        Collector collector = new Collector(8);
        matrix.forEachInColumn(column, (i, j, value) -> collector.append(i, value));
        return collector.collected();
    }

    /** From numbers by place; zeros are left out. */
    static Coefficients of(NavigableMap<Integer, Double> entries) {
        Collector collector = new Collector(entries.size());
        entries.forEach(collector::append);
        return collector.collected();
    }

    /** Takes numbers in ascending order of their places; zeros are left out. */
    static final class Collector {

        private int[] places;
        private double[] values;
        private int count;

        Collector(int expected) {
            places = new int[Math.max(1, expected)];
            values = new double[places.length];
        }

        void append(int place, double value) {
            if (value == 0) {
                return;
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            places[count] = place;
            values[count++] = value;
        }

        Coefficients collected() {
            return new Coefficients(Arrays.copyOf(places, count), Arrays.copyOf(values, count));
        }
    }

    void forEach(EntryVisitor visitor) {
        for (int k = 0; k < places.length; k++) {
            visitor.visit(places[k], values[k]);
        }
    }

    /** Sees one coefficient. */
    interface EntryVisitor {

        void visit(int place, double value);
    }

    /** The same under other places: places[i] is where what stands at i goes. */
    Coefficients movedTo(int[] newPlaces) {
        NavigableMap<Integer, Double> moved = new TreeMap<>();
        forEach((i, value) -> moved.put(newPlaces[i], value));
        return of(moved);
    }

    Coefficients times(double factor) {
        return new Coefficients(
                places, Arrays.stream(values).map(value -> factor * value).toArray());
    }

    /** The same with another number at one place. */
    Coefficients with(int place, double value) {
        NavigableMap<Integer, Double> changed = new TreeMap<>();
        forEach(changed::put);
        changed.put(place, value);
        return of(changed);
    }

    /** The number at a place. */
    double at(int place) {
        int k = Arrays.binarySearch(places, place);
        return k < 0 ? 0 : values[k];
    }

    int count() {
        return places.length;
    }

    /** Where the k-th of them stands; ascending. */
    int place(int k) {
        return places[k];
    }

    double value(int k) {
        return values[k];
    }

    double[] dense(int size) {
        double[] row = new double[size];
        for (int k = 0; k < places.length; k++) {
            row[places[k]] = values[k];
        }
        return row;
    }
}
