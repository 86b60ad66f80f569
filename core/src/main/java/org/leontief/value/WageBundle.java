package org.leontief.value;

import org.leontief.label.LabelledVector;

/**
 * What those who work consume, per unit of labour: b, in the units of the products. Immutable.
 *
 * @param perUnitOfLabour the bundle for one unit of labour, such as an hour
 */
public record WageBundle(LabelledVector perUnitOfLabour) {

    /**
     * Checks the bundle.
     *
     * @param perUnitOfLabour as above
     * @throws IllegalArgumentException if a product is negative
     */
    public WageBundle {
        for (int i = 0; i < perUnitOfLabour.size(); i++) {
            if (perUnitOfLabour.at(i) < 0) {
                throw new IllegalArgumentException("The bundle holds " + perUnitOfLabour.at(i) + " of '"
                        + perUnitOfLabour.labels().get(i) + "'; it cannot be negative.");
            }
        }
    }

    /**
     * What is consumed for an hour of work, where labour is counted in hours; or per person-year where it is in person-years.
     *
     * @param bundle by product
     * @return the bundle
     */
    public static WageBundle perUnitOfLabour(LabelledVector bundle) {
        return new WageBundle(bundle);
    }

    /**
     * What is consumed for a stretch of work: a worker's year, or all consumption for all hours.
     *
     * @param bundle by product
     * @param labour how much work it stands for, in the unit of labour: the hours of a worker's year
     * @return the bundle for one unit of labour
     * @throws IllegalArgumentException if the labour is not above 0
     */
    public static WageBundle per(LabelledVector bundle, double labour) {
        if (!(labour > 0 && Double.isFinite(labour))) {
            throw new IllegalArgumentException(
                    "The bundle is given for " + labour + " units of labour; it must be more than 0.");
        }
        return new WageBundle(bundle.times(1 / labour));
    }
}
