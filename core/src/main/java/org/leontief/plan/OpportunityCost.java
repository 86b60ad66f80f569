package org.leontief.plan;

import java.util.List;
import java.util.Locale;
import org.leontief.label.NumberText;

/**
 * What a product or resource is worth where it is used, and what one unit more of it would add.
 *
 * @param of the product or resource
 * @param price what the next unit would add, and for which amounts that holds; where the goal itself is to use as little
 *     as possible of it, a unit used costs a unit of the goal
 * @param unit of the values
 * @param uses who uses it, or could: most valuable use first
 */
public record OpportunityCost(String of, ShadowPrice price, String unit, List<Use> uses) {

    private static final double ROUNDING = 1e-9;

    /**
     * One use.
     *
     * @param user the technique, or "target" or "final deliveries"
     * @param perUnit how much a unit of the user takes
     * @param amount how much it takes in the plan
     * @param value per unit of the thing: what the user brings with a unit of it, less all else that the user takes
     * @param isWorthwhile whether the value is not below the price
     */
    public record Use(String user, double perUnit, double amount, double value, boolean isWorthwhile) {}

    /**
     * Copies the uses.
     *
     * @param of as above
     * @param price as above
     * @param unit as above
     * @param uses as above
     */
    public OpportunityCost {
        uses = List.copyOf(uses);
    }

    static boolean isWorthwhile(double value, double price) {
        return value >= price - ROUNDING * Math.max(Math.abs(value), Math.abs(price));
    }

    /**
     * One of the uses.
     *
     * @param user a technique
     * @return its use
     * @throws IllegalArgumentException if it takes nothing of it; the message names those that do
     */
    public Use use(String user) {
        return uses.stream()
                .filter(use -> use.user().equals(user))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + user + "' takes nothing of '" + of + "'. It is used by "
                                + uses.stream().limit(10).map(Use::user).toList() + "."));
    }

    /** The price, then who pays it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(price.toString());
        int width = uses.stream().mapToInt(use -> use.user().length()).max().orElse(0);
        for (Use use : uses) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %-" + Math.max(1, width) + "s takes %s at a value of %s%s",
                    use.user(),
                    NumberText.of(use.amount()),
                    NumberText.of(use.value()),
                    use.isWorthwhile() ? "" : ": it is worth more elsewhere"));
        }
        return text.toString();
    }
}
