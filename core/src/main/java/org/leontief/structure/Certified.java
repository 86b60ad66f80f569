package org.leontief.structure;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.value.Bounded;

/** Joins names to what comes out of a solver, and carries bounds through a few operations. */
final class Certified {

    private Certified() {}

    /** The solution itself, or an exception that names the group that is to blame. */
    static Solution require(TechnicalCoefficients coefficients, Solution solution) {
        if (solution.report().stop() == StopReason.NOT_VIABLE) {
            coefficients.viability().requireViable();
        }
        if (!solution.hasValues() && solution.report().stop() != StopReason.CANCELLED) {
            throw new IllegalStateException("I − A is singular to working precision, so that there is no inverse. "
                    + coefficients.viability().explanation());
        }
        return solution.requireConverged();
    }

    static BoundedVector vector(String name, Labels labels, Units units, Solution solution) {
        double[] bounds = new double[labels.size()];
        Arrays.setAll(bounds, solution::errorBound);
        return BoundedVector.of(LabelledVector.of(name, labels, units, solution.values()), bounds);
    }

    static BoundedVector vector(String name, Labels labels, Units units, IntFunction<Bounded> entry) {
        double[] values = new double[labels.size()];
        double[] bounds = new double[labels.size()];
        for (int i = 0; i < values.length; i++) {
            Bounded number = entry.apply(i);
            values[i] = number.value();
            bounds[i] = number.errorBound();
        }
        return BoundedVector.of(LabelledVector.of(name, labels, units, values), bounds);
    }

    /** a/b; without a bound where that of the divisor lets it be 0. */
    static Bounded quotient(Bounded a, Bounded b) {
        return Math.abs(b.value()) > b.errorBound()
                ? a.over(b)
                : new Bounded(a.value() / b.value(), Double.POSITIVE_INFINITY);
    }

    static Bounded total(BoundedVector vector) {
        return new Bounded(vector.total(), vector.totalErrorBound());
    }

    static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }
}
