package org.leontief.value.production;

import java.util.List;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.SparseMatrix;

/**
 * Encloses the r at which ρ(U + r K) = 1, for U, K ≥ 0. The radius grows with r, so an r at which an upper bound of it is
 * below 1 is a lower bound of the solution, and the other way about (L. Collatz 1942 and H. Wielandt 1950 for the radius).
 */
final class RateEnclosure {

    private static final int MOST_STEPS = 80;
    private static final double LARGEST = 0x1p60;

    private final Inputs inputs;

    private RateEnclosure(Inputs inputs) {
        this.inputs = inputs;
    }

    /** U and K, each entry rounded as asked for. */
    interface Inputs {
        SparseMatrix used(Rounding rounding);

        SparseMatrix advanced(Rounding rounding);

        /** Whether K is U. */
        boolean isCirculating();
    }

    /** The rate, and the group of products that sets it. */
    record Found(CertifiedRate rate, List<Integer> group) {}

    /**
     * The rate and its group. Where K is U it is 1/ρ(U) − 1, which may be negative; else an unviable U gives −∞ … 0.
     */
    static Found of(Inputs inputs) {
        return inputs.isCirculating() ? circulating(inputs) : new RateEnclosure(inputs).found();
    }

    private static Found circulating(Inputs inputs) {
        PerronRoot below = PerronRoot.of(inputs.used(Rounding.DOWN));
        PerronRoot above = PerronRoot.of(inputs.used(Rounding.UP));
        if (above.upper() == 0) {
            return new Found(CertifiedRate.UNLIMITED, List.of());
        }
        return new Found(CertifiedRate.ofRadius(below.lower(), above.upper()), below.group());
    }

    private Found found() {
        PerronRoot atZero = PerronRoot.of(inputs.used(Rounding.DOWN));
        if (atZero.lower() >= 1) {
            return new Found(new CertifiedRate(Double.NEGATIVE_INFINITY, 0), atZero.group());
        }
        double low = 0;
        double lowRadius = atZero.upper();
        double high = 1;
        PerronRoot atHigh = at(high, Rounding.NEAREST);
        while (atHigh.lower() < 1) {
            low = high;
            lowRadius = atHigh.upper();
            high *= 2;
            if (high > LARGEST) {
                return new Found(CertifiedRate.UNLIMITED, List.of());
            }
            atHigh = at(high, Rounding.NEAREST);
        }
        return sharpened(root(low, lowRadius, high, atHigh.upper()));
    }

    /** Regula falsi with the Illinois correction. */
    private double root(double from, double fromRadius, double to, double toRadius) {
        double low = from;
        double high = to;
        double below = fromRadius - 1;
        double above = toRadius - 1;
        int side = 0;
        for (int step = 0; step < MOST_STEPS && high - low > 2 * Math.ulp(high); step++) {
            double next = low - below * (high - low) / (above - below);
            if (!(next > low && next < high)) {
                next = low + (high - low) / 2;
            }
            PerronRoot root = at(next, Rounding.NEAREST);
            double radius = root.lower() + (root.upper() - root.lower()) / 2;
            if (Math.abs(radius - 1) <= 0x1p-52) {
                return next;
            }
            if (radius < 1) {
                low = next;
                below = radius - 1;
                above = side < 0 ? above / 2 : above;
                side = -1;
            } else {
                high = next;
                above = radius - 1;
                below = side > 0 ? below / 2 : below;
                side = 1;
            }
        }
        return low + (high - low) / 2;
    }

    /** Steps outward until both sides are proved, with the entries of U + r K rounded to the side that proves. */
    private Found sharpened(double r) {
        double step = 4 * Math.ulp(Math.max(r, 1e-300));
        double low = r;
        while (low > 0 && at(low, Rounding.UP).upper() >= 1) {
            low = Math.max(0, r - step);
            step *= 2;
        }
        step = 4 * Math.ulp(Math.max(r, 1e-300));
        double high = r;
        PerronRoot root = at(high, Rounding.DOWN);
        while (root.lower() < 1) {
            high = r + step;
            step *= 2;
            root = at(high, Rounding.DOWN);
        }
        return new Found(new CertifiedRate(low, high), root.group());
    }

    private PerronRoot at(double r, Rounding rounding) {
        return PerronRoot.of(MatrixSum.of(inputs.used(rounding), r, inputs.advanced(rounding), rounding));
    }
}
