package org.leontief.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What limits a plan, and what is wanted of it. Immutable.
 *
 * @param resources by name, in the order they were named
 * @param deliveries bounds on final deliveries in all, by place of the product
 * @param outputs bounds on gross outputs, by place of the product
 * @param intensities bounds on intensities, by place of the technique
 * @param stocks what is there before anything is made, by place of the product
 * @param demand d: what has to be delivered beside the target
 * @param target b: the basket of which the plan delivers a multiple; empty where there is none
 */
record Conditions(
        Map<String, PlanResource> resources,
        ProductBounds deliveries,
        ProductBounds outputs,
        ProductBounds intensities,
        Coefficients stocks,
        Coefficients demand,
        Coefficients target) {

    static Conditions none(int products, int techniques) {
        return new Conditions(
                Map.of(),
                ProductBounds.none(LimitKind.DELIVERY, products),
                ProductBounds.none(LimitKind.OUTPUT, products),
                ProductBounds.none(LimitKind.INTENSITY, techniques),
                Coefficients.NONE,
                Coefficients.NONE,
                Coefficients.NONE);
    }

    /** The same where there are more products and techniques, behind the others. */
    Conditions grownTo(int products, int techniques) {
        return new Conditions(
                resources,
                deliveries.grownTo(products),
                outputs.grownTo(products),
                intensities.grownTo(techniques),
                stocks,
                demand,
                target);
    }

    Conditions with(List<PlanResource> added) {
        Map<String, PlanResource> more = new LinkedHashMap<>(resources);
        added.forEach(resource -> more.put(resource.name(), resource));
        return new Conditions(
                Collections.unmodifiableMap(more), deliveries, outputs, intensities, stocks, demand, target);
    }

    Conditions withDeliveries(ProductBounds newDeliveries) {
        return new Conditions(resources, newDeliveries, outputs, intensities, stocks, demand, target);
    }

    Conditions withOutputs(ProductBounds newOutputs) {
        return new Conditions(resources, deliveries, newOutputs, intensities, stocks, demand, target);
    }

    Conditions withIntensities(ProductBounds newIntensities) {
        return new Conditions(resources, deliveries, outputs, newIntensities, stocks, demand, target);
    }

    Conditions withStocks(Coefficients newStocks) {
        return new Conditions(resources, deliveries, outputs, intensities, newStocks, demand, target);
    }

    Conditions withDemand(Coefficients newDemand) {
        return new Conditions(resources, deliveries, outputs, intensities, stocks, newDemand, target);
    }

    Conditions withTarget(Coefficients newTarget) {
        return new Conditions(resources, deliveries, outputs, intensities, stocks, demand, newTarget);
    }

    /** b_i, 0 where there is no target. */
    double target(int product) {
        return target.at(product);
    }

    boolean hasTarget() {
        return target.count() > 0;
    }

    /**
     * The least that has to be delivered of a product beside the target: what is demanded, or a floor of its own; 0 where
     * nothing is said.
     */
    double leastDelivery(int product) {
        double floor = deliveries.lower(product);
        if (target(product) != 0 || floor == Double.NEGATIVE_INFINITY) {
            return demand.at(product);
        }
        return demand.at(product) == 0 ? floor : Math.max(floor, demand.at(product));
    }

    /** The most that may be delivered, where a multiple of the target is no part of it. */
    double mostDelivery(int product) {
        return target(product) == 0 ? deliveries.upper(product) : Double.POSITIVE_INFINITY;
    }

    /** Whether what is delivered in all, the multiple included, needs a row of its own to be bounded. */
    boolean boundsDeliveryWithMultiple(int product) {
        return target(product) != 0 && deliveries.isSet(product);
    }
}
