package org.leontief.plan;

import org.leontief.label.NumberText;

/**
 * How a plan stands to one of its limits.
 *
 * @param limit the limit
 * @param level what the plan uses, makes or delivers
 * @param worth by how much the best plan would be better if the limit stood one unit higher: positive for a ceiling that
 *     binds, negative for a floor that binds
 */
public record LimitUse(PlanLimit limit, double level, double worth) {

    private static final double AT_THE_LIMIT = 1e-9;

    /**
     * How far the plan could go before it met the limit.
     *
     * @return the distance to the nearer side, at least 0
     */
    public double slack() {
        return Math.max(
                0, Math.min(limit.limit().upper() - level, level - limit.limit().lower()));
    }

    /**
     * Whether the plan stands at the limit.
     *
     * @return true if it does, within 10⁻⁹ of the limit
     */
    public boolean isBinding() {
        return slack() <= AT_THE_LIMIT * Math.max(1, Math.abs(level));
    }

    /** The amount that a binding limit accounts for in the objective. */
    double weight() {
        return Math.abs(worth * level);
    }

    /** In one line. */
    @Override
    public String toString() {
        return limit + ": " + NumberText.of(level)
                + (isBinding() ? ", binding" : ", slack " + NumberText.of(slack()))
                + (worth == 0 ? "" : ", worth " + NumberText.of(worth) + " a unit");
    }
}
