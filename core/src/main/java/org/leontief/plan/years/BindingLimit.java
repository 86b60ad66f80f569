package org.leontief.plan.years;

import org.leontief.label.NumberText;

/**
 * A limit that keeps a plan from being better.
 *
 * @param name what is limited, and when, such as "Labour in 2028"
 * @param amount where the limit stands
 * @param worth by how much the best plan would be better for one unit more; negative for a floor, which costs
 * @param unit the unit of the amount
 */
public record BindingLimit(String name, double amount, double worth, String unit) {

    /** In one line. */
    @Override
    public String toString() {
        return name + ": " + NumberText.of(amount) + " " + unit + ", worth " + NumberText.of(worth) + " each";
    }
}
