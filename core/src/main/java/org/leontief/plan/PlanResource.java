package org.leontief.plan;

/**
 * A resource of a planning problem: use by the industries of the table and by final deliveries, and what limits it. What
 * activities use of it stands with them, under its name.
 *
 * @param name what it is called
 * @param unit what it is counted in
 * @param output use per unit of output, by place of the industry
 * @param delivery use per unit of final delivery, by place of the product
 * @param limit from where to where its use may go; none if it is only counted
 */
record PlanResource(String name, String unit, Coefficients output, Coefficients delivery, Limit limit) {

    PlanResource with(Limit newLimit) {
        return new PlanResource(name, unit, output, delivery, newLimit);
    }

    PlanResource with(Coefficients newDelivery) {
        return new PlanResource(name, unit, output, newDelivery, limit);
    }

    PlanLimit asLimit() {
        return new PlanLimit(LimitKind.RESOURCE, name, unit, limit);
    }
}
