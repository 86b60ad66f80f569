package org.leontief.region;

import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What final demand d for products of one region r sets in motion: x = L (d; 0) in all regions, beside (I − A_rr)⁻¹ d in a
 * model of the region alone. Outputs elsewhere are spillovers; what these take from r in turn is the feedback, which a model
 * of one region misses. In the units of the products. Immutable. Source: Miller and Blair 2009, section 3.3.2.
 */
public final class InterregionalFeedback {

    private final Regions regions;
    private final int region;
    private final BoundedVector outputs;
    private final BoundedVector alone;

    private InterregionalFeedback(Regions regions, int region, BoundedVector outputs, BoundedVector alone) {
        this.regions = regions;
        this.region = region;
        this.outputs = outputs;
        this.alone = alone;
    }

    static InterregionalFeedback of(RegionalEconomy economy, int region, LabelledVector demand) {
        Regions regions = economy.partition();
        TechnicalCoefficients all = economy.coefficients();
        double[] everywhere = new double[all.industries().size()];
        int[] places = regions.places(region);
        for (int k = 0; k < places.length; k++) {
            everywhere[places[k]] = demand.at(k);
        }
        LabelledVector full = LabelledVector.of(demand.name(), all.industries(), all.units(), everywhere);
        return new InterregionalFeedback(
                regions,
                region,
                GrossOutputPlan.of(all, full, economy.options())
                        .requireConverged()
                        .grossOutput(),
                alone(economy, region, List.of(demand)).get(0));
    }

    /** (I − A_rr)⁻¹ d for several demands for the products of a region. */
    static List<BoundedVector> alone(RegionalEconomy economy, int region, List<LabelledVector> demands) {
        TechnicalCoefficients own = TechnicalCoefficients.of(
                economy.partition().industries(region),
                economy.unitsOf(region),
                new RegionalCoefficients(
                                economy.partition(), economy.coefficients().matrix(), region)
                        .domestic()
                        .matrix());
        return GrossOutputPlan.all(own, demands, economy.options()).stream()
                .map(plan -> plan.requireConverged().grossOutput())
                .toList();
    }

    /**
     * Outputs in all regions.
     *
     * @return by industry, with bounds
     */
    public BoundedVector outputs() {
        return outputs;
    }

    /**
     * Outputs of the region in a model of it alone, without what others take from it in turn.
     *
     * @return over the region's industries, with bounds
     */
    public BoundedVector alone() {
        return alone;
    }

    /**
     * What the region must produce beyond a model of it alone, since others use its products in making its inputs.
     *
     * @return over the region's industries, with bounds
     */
    public BoundedVector feedback() {
        int[] places = regions.places(region);
        Bounded[] differences = new Bounded[places.length];
        for (int k = 0; k < places.length; k++) {
            differences[k] = new BoundedSum()
                    .add(outputs, places[k])
                    .subtract(Bounded.of(alone, k))
                    .total();
        }
        return BoundedVector.of("Feedback", alone.labels(), alone.values().units(), k -> differences[k]);
    }

    /**
     * Outputs that are set in motion in the other regions.
     *
     * @return over their industries, with bounds
     */
    public BoundedVector spillovers() {
        int[] places = regions.placesOutside(region);
        Bounded[] elsewhere = new Bounded[places.length];
        for (int k = 0; k < places.length; k++) {
            elsewhere[k] = Bounded.of(outputs, places[k]);
        }
        Labels labels = regions.labels(places);
        Units units = outputs.values().units();
        return BoundedVector.of("Spillovers", labels, units.reorder(places), k -> elsewhere[k]);
    }

    /** The feedback, by industry. */
    @Override
    public String toString() {
        return feedback().toString();
    }
}
