package org.leontief.plan;

import java.util.List;
import java.util.Locale;
import org.leontief.label.NumberText;

/**
 * Should this technique be used? The value of what a unit of it makes, less the value of everything that it takes, at the
 * shadow prices of a plan: products at their prices, resources at their worth, scarce capacity at its rent.
 *
 * @param technique its name
 * @param unit of the values, such as "multiples"
 * @param parts what it makes, positive, and what it takes, negative
 */
public record Appraisal(String technique, String unit, List<Part> parts) {

    /** Of what is added up, so much is rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * One thing that is made or taken.
     *
     * @param name of the product, resource or limit
     * @param amount per unit of the technique; negative for what it takes
     * @param price per unit of the thing
     */
    public record Part(String name, double amount, double price) {

        /**
         * What it adds to the plan.
         *
         * @return amount × price
         */
        public double value() {
            return amount * price;
        }
    }

    /**
     * Copies the parts.
     *
     * @param technique as above
     * @param unit as above
     * @param parts as above
     */
    public Appraisal {
        parts = List.copyOf(parts);
    }

    /**
     * The value of what a unit makes.
     *
     * @return in the unit of the goal
     */
    public double brings() {
        return parts.stream()
                .filter(part -> part.amount() > 0)
                .mapToDouble(Part::value)
                .sum();
    }

    /**
     * The value of what a unit takes.
     *
     * @return in the unit of the goal
     */
    public double takes() {
        return -parts.stream()
                .filter(part -> part.amount() < 0)
                .mapToDouble(Part::value)
                .sum();
    }

    /**
     * What a unit brings less what it takes: 0 for a technique in use, negative for one that loses.
     *
     * @return in the unit of the goal per unit of the technique
     */
    public double net() {
        return brings() - takes();
    }

    /**
     * Whether the plan would lose nothing by a unit of it, and gain if {@link #net()} is positive.
     *
     * @return true if net is not below 0 by more than rounding
     */
    public boolean isWorthwhile() {
        double sum = parts.stream().mapToDouble(part -> Math.abs(part.value())).sum();
        return net() >= -ROUNDING * sum;
    }

    /** The parts, and what remains. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(technique + ", " + unit + " per unit:");
        int width = Math.max(
                "brings less takes".length(),
                parts.stream().mapToInt(part -> part.name().length()).max().orElse(0));
        for (Part part : parts) {
            text.append(line(width, part.name(), NumberText.of(part.value())));
        }
        return text.append(line(width, "brings less takes", isWorthwhile() && net() < 0 ? "0" : NumberText.of(net())))
                .toString();
    }

    private static String line(int width, String name, String value) {
        return String.format(Locale.ROOT, "\n  %-" + width + "s %14s", name, value);
    }
}
