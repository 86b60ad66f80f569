package org.leontief.region;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.AccurateSum;
import org.leontief.value.Bounded;

/** A sum of numbers with bounds, and how far it can be off: what the terms carry, and the rounding of the sum. */
final class BoundedSum {

    private final AccurateSum sum = new AccurateSum();
    private final AccurateSum carried = new AccurateSum();
    private boolean unknown;

    BoundedSum add(double term) {
        sum.add(term);
        return this;
    }

    BoundedSum add(Bounded term) {
        sum.add(term.value());
        carry(term.errorBound());
        return this;
    }

    BoundedSum add(BoundedVector vector, int i) {
        return add(new Bounded(vector.at(i), vector.errorBoundAt(i)));
    }

    BoundedSum subtract(Bounded term) {
        return add(new Bounded(-term.value(), term.errorBound()));
    }

    /** Adds c · v_i for an exact c. */
    BoundedSum addProduct(double c, BoundedVector vector, int i) {
        return addProduct(c, new Bounded(vector.at(i), vector.errorBoundAt(i)));
    }

    /** Adds c · b for an exact c. */
    BoundedSum addProduct(double c, Bounded b) {
        sum.addProduct(c, b.value());
        carry(scaled(c, b.errorBound()));
        return this;
    }

    /** Adds a · b. */
    BoundedSum addProduct(Bounded a, Bounded b) {
        addProduct(a.value(), b);
        carry(scaled(b.value(), a.errorBound()));
        carry(scaled(b.errorBound(), a.errorBound()));
        return this;
    }

    /** |factor| · bound, upward; nothing of an unknown error is nothing. */
    private static double scaled(double factor, double bound) {
        return factor == 0 || bound == 0 ? 0 : Math.nextUp(Math.abs(factor) * bound);
    }

    private void carry(double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            unknown = true;
        } else if (bound != 0) {
            carried.add(bound);
        }
    }

    Bounded total() {
        if (unknown) {
            return new Bounded(sum.value(), Double.POSITIVE_INFINITY);
        }
        double rounding = sum.error();
        double bound = carried.upper();
        return new Bounded(sum.value(), rounding == 0 ? bound : Math.nextUp(bound + rounding));
    }

    static BoundedSum[] zeros(int count) {
        BoundedSum[] sums = new BoundedSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new BoundedSum();
        }
        return sums;
    }

    static BoundedVector vector(String name, Labels labels, Units units, BoundedSum[] sums) {
        Bounded[] totals = new Bounded[sums.length];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = sums[i].total();
        }
        return vector(name, labels, units, totals);
    }

    static BoundedVector vector(String name, Labels labels, Units units, Bounded[] numbers) {
        double[] values = new double[numbers.length];
        double[] bounds = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[i].value();
            bounds[i] = numbers[i].errorBound();
        }
        return BoundedVector.of(LabelledVector.of(name, labels, units, values), bounds);
    }

    static Bounded at(BoundedVector vector, int i) {
        return new Bounded(vector.at(i), vector.errorBoundAt(i));
    }

    static Bounded totalOf(BoundedVector vector) {
        return new Bounded(vector.total(), vector.totalErrorBound());
    }
}
