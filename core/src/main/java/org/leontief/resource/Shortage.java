package org.leontief.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What a plan misses of one resource, in units of final demand: missing / (r L + e)_j units of product j not delivered free
 * the missing amount. Immutable.
 */
public final class Shortage {

    private static final int MOST_LINES = 10;

    /**
     * One product whose delivery could give way.
     *
     * @param product its name
     * @param units how many units fewer would free the missing amount, in the unit of the product
     * @param delivered how many the plan delivers
     * @param unit the unit of the product
     */
    public record Relief(Label product, Bounded units, double delivered, String unit) {

        /**
         * Whether the plan delivers that many.
         *
         * @return false if giving up all of the product would not be enough
         */
        public boolean isEnough() {
            return units.value() <= delivered;
        }

        /**
         * The share of the delivery that would have to be given up.
         *
         * @return above 1 where all of it is not enough; infinite where nothing is delivered
         */
        public double share() {
            return delivered > 0 ? units.value() / delivered : Double.POSITIVE_INFINITY;
        }
    }

    private final ResourceUse use;
    private final BoundedVector perUnitDelivered;
    private final List<Relief> reliefs;
    private final Labels products;

    private Shortage(ResourceUse use, BoundedVector perUnitDelivered, List<Relief> reliefs) {
        this.use = use;
        this.perUnitDelivered = perUnitDelivered;
        this.reliefs = reliefs;
        products = Labels.ofLabels(reliefs.stream().map(Relief::product).toList());
    }

    /** places[i] is where industry i of the economy stands in the resource. */
    static Shortage of(
            ResourceUse use,
            TechnicalCoefficients coefficients,
            int[] places,
            BoundedVector finalDemand,
            Solution indirect) {
        Resource resource = use.resource();
        Labels products = coefficients.industries();
        LabelledVector direct = resource.perUnitOfFinalDemand();
        double[] values = new double[products.size()];
        double[] bounds = new double[products.size()];
        List<Relief> reliefs = new ArrayList<>();
        Bounded missing = missing(use);
        for (int j = 0; j < values.length; j++) {
            Bounded perUnit =
                    new Bounded(indirect.value(j), indirect.errorBound(j)).plus(Bounded.exact(direct.at(places[j])));
            values[j] = perUnit.value();
            bounds[j] = perUnit.errorBound();
            if (perUnit.value() > 0 && perUnit.isNonZero()) {
                reliefs.add(new Relief(
                        products.get(j),
                        missing.over(perUnit),
                        finalDemand.at(j),
                        coefficients.units().get(j)));
            }
        }
        reliefs.sort((a, b) -> Double.compare(a.share(), b.share()));
        LabelledVector multipliers = LabelledVector.of(
                resource.name() + " per unit delivered",
                products,
                Units.of(resource.unit()).per(coefficients.units()),
                values);
        return new Shortage(use, BoundedVector.of(multipliers, bounds), List.copyOf(reliefs));
    }

    private static Bounded missing(ResourceUse use) {
        return use.slack().negated();
    }

    /**
     * The resource, what is used of it and what there is.
     *
     * @return the use
     */
    public ResourceUse use() {
        return use;
    }

    /**
     * How much is missing.
     *
     * @return above 0, in the unit of the resource
     */
    public Bounded missing() {
        return missing(use);
    }

    /**
     * r L + e: what a unit of final delivery uses of the resource, directly and through all suppliers.
     *
     * @return by product, in the resource's unit per unit of the product, with bounds
     */
    public BoundedVector perUnitDelivered() {
        return perUnitDelivered;
    }

    /**
     * Which deliveries could give way.
     *
     * @return for each product that uses the resource, the smallest share of its delivery first
     */
    public List<Relief> reliefs() {
        return reliefs;
    }

    /**
     * How many units of one product would have to be given up.
     *
     * @param product its name
     * @return the units, against what is delivered
     * @throws org.leontief.label.UnknownLabelException if there is no such product, or it does not use the resource
     */
    public Relief relief(String product) {
        perUnitDelivered.labels().indexOf(product);
        if (!products.contains(product)) {
            throw new IllegalArgumentException(
                    "No delivery of '" + product + "' frees " + use.resource().name()
                            + ": it uses none, directly or through suppliers, as far as can be proved.");
        }
        return reliefs.get(products.indexOf(product));
    }

    /** The missing amount, and the products that free it with the smallest share of their delivery. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(use.resource().name() + ": "
                + NumberText.of(missing().value()) + " " + use.resource().unit()
                + " missing, freed by delivering less of");
        for (Relief relief : reliefs.subList(0, Math.min(MOST_LINES, reliefs.size()))) {
            text.append("\n  ").append(relief.product()).append(" by ");
            text.append(NumberText.of(relief.units().value())).append(' ').append(relief.unit());
            text.append(
                    relief.isEnough()
                            ? String.format(Locale.ROOT, ", %.1f%% of its delivery", 100 * relief.share())
                            : ", more than is delivered");
        }
        int more = reliefs.size() - MOST_LINES;
        return text.append(more > 0 ? "\n  … or of " + more + " more" : "").toString();
    }
}
