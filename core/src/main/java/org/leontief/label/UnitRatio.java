package org.leontief.label;

import java.util.List;

/** Reads "hours per t", "hours/t" and "hours / t" as hours, for each t. */
public final class UnitRatio {

    private static final String PER = " per ";

    /** What may stand between the two units; the one with blanks first, so that they are no part of a unit. */
    private static final List<String> WRITTEN = List.of(PER, " / ", "/");

    private UnitRatio() {}

    /**
     * The one unit that is counted per unit of each product.
     *
     * @param what the numbers are, for the message
     * @param ratio the unit of each, such as "hours per t"; "1" where the unit is that of the product
     * @param labels the products
     * @param products the unit of each product, such as "t"
     * @return such as "hours"
     * @throws IllegalArgumentException if a unit is not one per unit of its product, or they are several
     */
    public static String numerator(String what, Units ratio, Labels labels, Units products) {
        ratio.requireSize(labels.size());
        String first = numerator(ratio.get(0), products.get(0));
        for (int j = 0; j < labels.size(); j++) {
            String unit = numerator(ratio.get(j), products.get(j));
            if (unit.isEmpty() || !unit.equals(first)) {
                throw new IllegalArgumentException(what + " for '"
                        + labels.get(j) + "' is in '" + ratio.get(j)
                        + "'; needed is one unit, the same"
                        + " for all, per '" + products.get(j) + "'"
                        + (first.isEmpty() ? "" : ", as '" + first + PER + products.get(j) + "'")
                        + ". Convert it first.");
            }
        }
        return first;
    }

    private static String numerator(String ratio, String denominator) {
        for (String per : WRITTEN) {
            if (ratio.endsWith(per + denominator)) {
                return ratio.substring(0, ratio.length() - per.length() - denominator.length());
            }
        }
        return ratio.equals("1") ? denominator : "";
    }
}
