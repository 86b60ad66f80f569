package org.leontief.value;

/**
 * The labour in an output: c in the means of production used up, v to replace what those who work consume, s surplus. Value is
 * c + v + s. Source of the ratios: K. Marx, <em>Capital</em> I, ch. 9 and 25, III, ch. 8.
 *
 * @param name of what
 * @param unit of the three
 * @param constant c
 * @param variable v
 * @param surplus s
 */
public record LabourComposition(String name, String unit, double constant, double variable, double surplus) {

    /**
     * c + v + s.
     *
     * @return the value
     */
    public double value() {
        return constant + variable + surplus;
    }

    /**
     * c / v, the value composition of capital; called organic composition as far as it follows the technical one.
     *
     * @return a pure number
     * @throws IllegalStateException if v is 0
     */
    public double organicComposition() {
        return ratio(constant, variable, "variable capital");
    }

    /**
     * c / (v + s), dead to living labour: does not depend on wages.
     *
     * @return a pure number
     * @throws IllegalStateException if no living labour is performed
     */
    public double deadToLivingLabour() {
        return ratio(constant, variable + surplus, "living labour");
    }

    /**
     * s / v.
     *
     * @return a pure number
     * @throws IllegalStateException if v is 0
     */
    public double rateOfSurplusValue() {
        return ratio(surplus, variable, "variable capital");
    }

    /**
     * s / (c + v), in values and on what is used up; no price is in it.
     *
     * @return a pure number
     * @throws IllegalStateException if c + v is 0
     */
    public double valueRateOfProfit() {
        return ratio(surplus, constant + variable, "capital");
    }

    private double ratio(double numerator, double denominator, String what) {
        if (denominator == 0) {
            throw new IllegalStateException(
                    "'" + name + "' has no " + what + ", so that a ratio to it does not exist.");
        }
        return numerator / denominator;
    }
}
