package org.leontief.plan;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

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

    LabelledVector labelled(String name, Labels labels, Units units) {
        return LabelledVector.of(name, labels, units, dense(labels.size()));
    }
}
