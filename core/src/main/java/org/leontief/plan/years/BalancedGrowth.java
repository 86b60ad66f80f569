package org.leontief.plan.years;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.value.production.CertifiedRate;

/**
 * The largest rate at which all outputs can grow in step, and the proportions in which they do: q = A q + g B q, nothing
 * being consumed that is not in A. By duality g is also the largest rate of profit. A plan over many years that wants as much
 * as can be had at its end spends most of them close to these proportions, its turnpike (R. Dorfman, P. A. Samuelson and R. M.
 * Solow, <i>Linear Programming and Economic Analysis</i>, 1958, chapters 11 and 12). Immutable.
 *
 * @param rate g a year, between guaranteed bounds; +∞ if no product has to be there to make itself
 * @param setBy the products that set it: they depend on one another; empty if there is no limit
 * @param proportions q, largest 1; 0 for products that those that set the rate do without; all 0 if there is no limit
 */
public record BalancedGrowth(CertifiedRate rate, List<Label> setBy, LabelledVector proportions) {

    /**
     * Copies the list.
     *
     * @param rate as above
     * @param setBy as above
     * @param proportions as above
     */
    public BalancedGrowth {
        setBy = List.copyOf(setBy);
    }

    /**
     * How far outputs are from the proportions of the turnpike: ln (max x_i / q_i) − ln (min x_i / q_i) over products with
     * q_i &gt; 0 (D. Hilbert's projective metric). It does not depend on units or on the scale of x.
     *
     * @param grossOutput x, joined by label, not negative
     * @return 0 on the turnpike; +∞ if a product is missing that belongs to it
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ or an output is negative
     * @throws IllegalStateException if growth has no limit, so that there is no turnpike
     */
    public double distanceOf(LabelledVector grossOutput) {
        LabelledVector x = grossOutput.alignedTo(proportions.labels(), proportions.units());
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < x.size(); i++) {
            if (x.at(i) < 0) {
                throw new IllegalArgumentException("'" + x.name() + "' is " + x.at(i) + " for '"
                        + x.labels().get(i) + "'; an output cannot be negative.");
            }
            if (proportions.at(i) > 0) {
                least = Math.min(least, x.at(i) / proportions.at(i));
                most = Math.max(most, x.at(i) / proportions.at(i));
            }
        }
        if (setBy.isEmpty()) {
            throw new IllegalStateException("Growth has no limit here, so that no proportions allow more of it.");
        }
        return least == 0 ? Double.POSITIVE_INFINITY : Math.max(0, Math.log(most / least));
    }

    static BalancedGrowth of(CertifiedRate rate, List<Label> setBy, Labels products, Units units, double[] levels) {
        return new BalancedGrowth(rate, setBy, LabelledVector.of("Balanced growth", products, units, levels));
    }

    /** The rate and who sets it. */
    @Override
    public String toString() {
        if (setBy.isEmpty()) {
            return "Balanced growth has no limit: no product has to be there to make itself";
        }
        String some = setBy.stream().limit(3).map(Label::toString).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Balanced growth of %.6f a year (between %s and %s), set by %s%s",
                rate.value(),
                rate.lower(),
                rate.upper(),
                some,
                setBy.size() > 3 ? " and " + (setBy.size() - 3) + " more" : "");
    }
}
