package org.leontief.plan;

/**
 * One limit of a planning problem, by name.
 *
 * @param kind what is limited
 * @param name of the resource, product, technique or goal
 * @param unit what it is counted in
 * @param limit from where to where it may go
 */
public record PlanLimit(LimitKind kind, String name, String unit, Limit limit) {

    /**
     * What is limited, in words.
     *
     * @return such as "Labour" or "delivery of Food"
     */
    public String what() {
        return kind.of(name);
    }

    /** Such as "Labour ≤ 100 hours" or "delivery of Food ≥ 20 t". */
    @Override
    public String toString() {
        return what() + " " + limit + (unit.equals("1") ? "" : " " + unit);
    }
}
