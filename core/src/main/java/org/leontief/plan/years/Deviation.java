package org.leontief.plan.years;

import org.leontief.label.NumberText;

/**
 * A number of the first year that did not come out as planned.
 *
 * @param what such as "output of Steel" or "'Machines' in Steel"
 * @param unit what it is counted in
 * @param planned what the plan had
 * @param outturn what it was
 * @param worth what the difference changes in the years ahead at the prices of the plan, in units of the objective: negative for a
 *     loss; 0 for what leaves nothing behind. By weak duality the years ahead gain at most so much, or lose at least so much, unless
 *     they are under other conditions than in the plan: stocks at least as at the start, and consumption that never falls, count
 *     from the new start
 */
public record Deviation(String what, String unit, double planned, double outturn, double worth) {

    /**
     * The difference.
     *
     * @return outturn less plan
     */
    public double difference() {
        return outturn - planned;
    }

    /** In one line. */
    @Override
    public String toString() {
        String change = (difference() > 0 ? "+" : "") + NumberText.of(difference());
        return what + ": " + NumberText.of(outturn) + " " + unit + " instead of " + NumberText.of(planned) + " ("
                + change + ")" + (worth == 0 ? "" : ", worth " + NumberText.of(worth));
    }
}
