package org.leontief.plan;

/**
 * A resource of a planning problem: use by the industries of the table and by final deliveries, and what limits it. What
 * activities use of it stands with them, under its name; a balance counts what they use of something else against itself.
 *
 * @param name what it is called
 * @param unit what it is counted in
 * @param output use per unit of output, by place of the industry
 * @param delivery use per unit of final delivery, by place of the product
 * @param ofActivities under which name activities use it
 * @param sign 1 where that use counts as it stands, −1 where it counts against the sum
 * @param limit from where to where its use may go; none if it is only counted
 */
record PlanResource(
        String name,
        String unit,
        Coefficients output,
        Coefficients delivery,
        String ofActivities,
        int sign,
        Limit limit) {

    /** One that activities use under its own name. */
    PlanResource(String name, String unit, Coefficients output, Coefficients delivery, Limit limit) {
        this(name, unit, output, delivery, name, 1, limit);
    }

    PlanResource with(Limit newLimit) {
        return new PlanResource(name, unit, output, delivery, ofActivities, sign, newLimit);
    }

    PlanResource with(Coefficients newDelivery) {
        return new PlanResource(name, unit, output, newDelivery, ofActivities, sign, limit);
    }

    /** How a unit that an activity uses under a name counts here. */
    int perUnit(String used) {
        return used.equals(ofActivities) ? sign : 0;
    }

    PlanLimit asLimit() {
        return new PlanLimit(LimitKind.RESOURCE, name, unit, limit);
    }
}
