package org.leontief.plan;

import java.util.Arrays;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.label.Units;

/** Floors and ceilings of one kind under some of many names: of outputs, deliveries or intensities. Immutable. */
final class ProductBounds {

    private final LimitKind kind;
    private final double[] lower;
    private final double[] upper;

    private ProductBounds(LimitKind kind, double[] lower, double[] upper) {
        this.kind = kind;
        this.lower = lower;
        this.upper = upper;
    }

    static ProductBounds none(LimitKind kind, int size) {
        ProductBounds empty = new ProductBounds(kind, new double[0], new double[0]);
        return empty.grownTo(size);
    }

    /** The same for more names, which come behind the others and have no bounds yet. */
    ProductBounds grownTo(int size) {
        double[] floors = Arrays.copyOf(lower, size);
        double[] ceilings = Arrays.copyOf(upper, size);
        Arrays.fill(floors, lower.length, size, unset());
        Arrays.fill(ceilings, upper.length, size, Double.POSITIVE_INFINITY);
        return new ProductBounds(kind, floors, ceilings);
    }

    /**
     * Narrower at one place.
     *
     * @throws IllegalArgumentException if it contradicts what was said before
     */
    ProductBounds with(int place, Limit limit, Labels labels, Units units) {
        ProductBounds copy = new ProductBounds(kind, lower.clone(), upper.clone());
        copy.narrow(place, limit, labels, units);
        return copy;
    }

    /** Floors, or ceilings, under every name. */
    ProductBounds with(LabelledVector amounts, boolean areFloors, Labels labels, Units units) {
        LabelledVector aligned = amounts.alignedTo(labels, units);
        ProductBounds copy = new ProductBounds(kind, lower.clone(), upper.clone());
        for (int i = 0; i < aligned.size(); i++) {
            double amount = aligned.at(i);
            copy.narrow(i, areFloors ? Limit.atLeast(amount) : Limit.atMost(amount), labels, units);
        }
        return copy;
    }

    private void narrow(int place, Limit limit, Labels labels, Units units) {
        double floor = Math.max(lower[place], limit.lower());
        double ceiling = Math.min(upper[place], limit.upper());
        if (ceiling < unset()) {
            throw new IllegalArgumentException(
                    "The " + kind.of(labels.get(place).toString()) + " is limited to " + NumberText.of(ceiling)
                            + "; nothing runs backwards, so that 0 is the least.");
        }
        if (floor > ceiling) {
            PlanLimit said = new PlanLimit(kind, labels.get(place).toString(), units.get(place), limit(place));
            PlanLimit now = new PlanLimit(kind, labels.get(place).toString(), units.get(place), limit);
            throw new IllegalArgumentException(
                    "The limits on the " + kind.of(labels.get(place).toString())
                            + " contradict each other: " + said + ", and " + now
                            + ". No plan can keep both; leave one of them out.");
        }
        lower[place] = floor;
        upper[place] = ceiling;
    }

    /** Outputs and intensities cannot be negative; a delivery can, where goods come in. */
    private double unset() {
        return kind == LimitKind.DELIVERY ? Double.NEGATIVE_INFINITY : 0;
    }

    int size() {
        return lower.length;
    }

    double lower(int place) {
        return lower[place];
    }

    double upper(int place) {
        return upper[place];
    }

    boolean isSet(int place) {
        return lower[place] != unset() || upper[place] != Double.POSITIVE_INFINITY;
    }

    /** What was said; that nothing is made backwards goes without saying. */
    Limit limit(int place) {
        return new Limit(lower[place] == unset() ? Double.NEGATIVE_INFINITY : lower[place], upper[place]);
    }
}
