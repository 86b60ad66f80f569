package org.leontief.table;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;

/**
 * Final demand Y, n × c: what each industry delivers to each category of final users (households, government, capital
 * formation, exports), in the units of the industries. A delivery is positive; negative entries (a fall of
 * inventories) are allowed.
 *
 * @param byCategory the matrix, industries by categories
 */
public record FinalDemand(LabelledMatrix byCategory) {

    /**
     * The categories of final users.
     *
     * @return their names, in order
     */
    public Labels categories() {
        return byCategory.columns();
    }

    /**
     * Deliveries to one category.
     *
     * @param name such as "Households"
     * @return a vector over the industries
     * @throws org.leontief.label.UnknownLabelException if there is no such category, with the nearest
     */
    public LabelledVector category(String name) {
        return byCategory.column(name);
    }

    /**
     * d = Y 1: deliveries to all final users together.
     *
     * @return a vector over the industries
     */
    public LabelledVector total() {
        return byCategory.rowTotals().named("Final demand");
    }
}
