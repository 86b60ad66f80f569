package org.leontief.plan;

import static org.leontief.plan.Activity.activity;

import org.leontief.label.LabelledVector;
import org.leontief.table.InputOutputTable;

/**
 * Final uses of a table, such as private consumption, collective consumption and investment, as activities of a plan: each
 * turns the products that it consists of, in the proportions of the table, into one product of its own, so that a plan can
 * deliver more of one use and less of another.
 *
 * <pre>{@code
 * PlanProblem problem = PlanProblem.of(table)
 *         .activities(FinalUses.activities(table, "Households", "Government", "Capital formation", "Exports"))
 *         .target(Map.of("Households", 1.0));
 * }</pre>
 */
public final class FinalUses {

    private FinalUses() {}

    /**
     * One activity for each category of final demand.
     *
     * @param table the table, with products in one unit
     * @param categories which
     * @return activities called like the categories; a unit of each makes a unit of a product of the same name. What a category
     *     has less than nothing of, such as stocks run down, its activity makes
     * @throws org.leontief.label.UnknownLabelException if there is no such category, with the nearest
     * @throws IllegalStateException if the products are in different units
     * @throws IllegalArgumentException if a category is nothing in all, or less
     */
    public static Activity[] activities(InputOutputTable table, String... categories) {
        Activity[] activities = new Activity[categories.length];
        for (int k = 0; k < categories.length; k++) {
            activities[k] = of(
                    table.finalDemand().category(categories[k]),
                    categories[k],
                    table.units().common());
        }
        return activities;
    }

    private static Activity of(LabelledVector use, String name, String unit) {
        double total = use.total();
        if (!(total > 0)) {
            throw new IllegalArgumentException("'" + name + "' is " + total + " " + unit
                    + " in all; proportions need a sum above 0. Leave it out, or give it as a demand.");
        }
        Activity made = activity(name).makes(name, unit, 1);
        for (int i = 0; i < use.size(); i++) {
            String product = use.labels().get(i).toString();
            double share = use.at(i) / total;
            if (share > 0) {
                made = made.uses(product, share);
            } else if (share < 0) {
                made = made.makes(product, -share);
            }
        }
        return made;
    }
}
