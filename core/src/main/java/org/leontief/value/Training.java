package org.leontief.value;

import java.util.Map;

/**
 * What an hour of a grade of labour carries of the time and the products that went into its training, spread over the hours of
 * a working life.
 *
 * @param grade the grade that was trained
 * @param hours by grade of those who taught and learned: hours per hour of the grade's work
 * @param products used in training: units per hour of the grade's work
 */
public record Training(String grade, Map<String, Double> hours, Map<String, Double> products) {

    /**
     * Checks the amounts and copies the maps.
     *
     * @param grade as above
     * @param hours as above
     * @param products as above
     * @throws IllegalArgumentException if an amount is negative or not finite
     */
    public Training {
        hours = Map.copyOf(hours);
        products = Map.copyOf(products);
        requireAmounts(grade, hours);
        requireAmounts(grade, products);
    }

    /**
     * Training that takes time alone.
     *
     * @param grade the grade that was trained
     * @param hours by grade of those who taught and learned: hours per hour of the grade's work
     * @return the training
     */
    public static Training of(String grade, Map<String, Double> hours) {
        return new Training(grade, hours, Map.of());
    }

    /**
     * The same with products used in it.
     *
     * @param amounts units per hour of the grade's work
     * @return new training
     */
    public Training using(Map<String, Double> amounts) {
        return new Training(grade, hours, amounts);
    }

    private static void requireAmounts(String grade, Map<String, Double> amounts) {
        amounts.forEach((name, amount) -> {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The training of '" + grade + "' takes " + amount + " of '" + name
                        + "'; it must be at least 0.");
            }
        });
    }
}
