package org.leontief.plan;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;

/** Terms c · v of exact coefficients and numbers with bounds, gathered to be added up once in doubled precision. */
final class Terms {

    private double[] factors = new double[8];
    private double[] values = new double[8];
    private double[] bounds = new double[8];
    private int count;

    void add(double factor, double value, double bound) {
        if (count == factors.length) {
            factors = Arrays.copyOf(factors, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
            bounds = Arrays.copyOf(bounds, 2 * count);
        }
        factors[count] = factor;
        values[count] = value;
        bounds[count] = bound;
        count++;
    }

    /** sign · Σ c_k v_k over the coefficients of that sign; places say where a label of the coefficients stands in v. */
    void add(Coefficients coefficients, int[] places, BoundedVector vector, int sign) {
        for (int k = 0; k < coefficients.count(); k++) {
            double coefficient = sign * coefficients.value(k);
            if (coefficient > 0) {
                int place = places[coefficients.place(k)];
                add(coefficient, vector.at(place), vector.errorBoundAt(place));
            }
        }
    }

    Bounded total() {
        return count == 0
                ? Bounded.exact(0)
                : Bounded.dot(
                        Arrays.copyOf(factors, count),
                        new double[count],
                        Arrays.copyOf(values, count),
                        Arrays.copyOf(bounds, count));
    }
}
