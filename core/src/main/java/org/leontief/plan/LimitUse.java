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
     * @return true if it does, within 10⁻⁹ of the limit or of the level; at a limit of 0, which is no scale, also where the limit
     *     is worth something
     */
    public boolean isBinding() {
        double scale = Math.max(
                Math.abs(level),
                Math.max(size(limit.limit().lower()), size(limit.limit().upper())));
        return slack() <= AT_THE_LIMIT * scale || (worth != 0 && worthAt() == 0);
    }

    /** The side that a worth belongs to: a ceiling brings, a floor costs. */
    private double worthAt() {
        return worth > 0 ? limit.limit().upper() : limit.limit().lower();
    }

    private static double size(double bound) {
        return Double.isInfinite(bound) ? 0 : Math.abs(bound);
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
