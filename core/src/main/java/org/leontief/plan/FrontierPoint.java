package org.leontief.plan;

import org.leontief.label.NumberText;

/**
 * The best plan under one height of the limit that a {@link Frontier} runs along. Between two neighbouring points the frontier
 * is straight.
 *
 * @param limit the height of the limit
 * @param objective what the best plan reaches
 * @param objectiveBound what no plan can better at this height, proved
 * @param slopeBefore what the objective changes by per unit of the limit below it; that of the first point is unknown, NaN
 * @param slopeAfter the same above it; NaN at the last point
 * @param plan the plan, with all its prices
 */
public record FrontierPoint(
        double limit, double objective, double objectiveBound, double slopeBefore, double slopeAfter, BestPlan plan) {

    /** Limit, objective, slopes. */
    @Override
    public String toString() {
        return NumberText.of(limit) + " → " + NumberText.of(objective) + " (slopes " + NumberText.of(slopeBefore) + ", "
                + NumberText.of(slopeAfter) + ")";
    }
}
