package org.leontief.plan;

import java.util.Optional;
import org.leontief.label.NumberText;

/**
 * What one unit more of something would be worth: by how much the best plan would be better for it, more of a goal that is
 * to be large, less of one that is to be small. Negative for a floor, which costs.
 *
 * @param of whose price it is: "Labour", "delivery of Food"
 * @param worth per unit
 * @param unit of the worth, such as "multiples per hour"
 * @param amount how much there is now, or how high the limit stands
 * @param amountUnit the unit of the amount
 * @param holds for which amounts the price holds; empty where the solver cannot say
 * @param note what else has to be known of it, such as that it holds in one direction only; may be empty
 */
public record ShadowPrice(
        String of, double worth, String unit, double amount, String amountUnit, Optional<Limit> holds, String note) {

    /** Both sides of a price count as one if they differ by less than this share. */
    private static final double SAME = 1e-9;

    /**
     * What has to be said of a price where the plan stands in a corner.
     *
     * @param last what the last unit is worth; infinite if there is no plan with less
     * @param next what one unit more is worth; infinite if there is no plan with more
     * @return both, or nothing if they are the same
     */
    public static String cornerNote(double last, double next) {
        // Of two numbers of which one is infinite, the difference is no larger than a share of the larger.
        boolean isSame = last == next
                || (Double.isFinite(last - next)
                        && Math.abs(last - next) <= SAME * Math.max(Math.abs(last), Math.abs(next)));
        if (isSame) {
            return "";
        }
        String more = Double.isInfinite(next)
                ? "with one unit more there is no plan"
                : "one unit more is worth " + NumberText.of(next);
        return more
                + (Double.isInfinite(last)
                        ? ", with one less there is no plan"
                        : ", the last one " + NumberText.of(last));
    }

    /**
     * The same with the amounts for which it holds.
     *
     * @param range from where to where
     * @param newNote as above
     * @return a price
     */
    public ShadowPrice holding(Limit range, String newNote) {
        return new ShadowPrice(of, worth, unit, amount, amountUnit, Optional.of(range), newNote);
    }

    /**
     * The same with a note.
     *
     * @param newNote as above
     * @return a price
     */
    public ShadowPrice noted(String newNote) {
        return new ShadowPrice(of, worth, unit, amount, amountUnit, holds, newNote);
    }

    /**
     * What some more, or less, would change, as long as the price holds.
     *
     * @param change how much more; negative for less
     * @return worth × change
     * @throws IllegalArgumentException if the price is not known to hold so far
     */
    public double ofChange(double change) {
        boolean isKnown = holds.filter(range -> range.holds(amount + change)).isPresent();
        if (!isKnown && worth != 0) {
            throw new IllegalArgumentException("The price of " + of + " is not known to hold for "
                    + NumberText.of(amount + change) + " " + amountUnit + ", only "
                    + holds.map(Limit::toString).orElse("at the plan itself")
                    + ". Solve the problem with that amount.");
        }
        return worth * change;
    }

    /** In one line. */
    @Override
    public String toString() {
        return of + ": " + NumberText.of(worth) + in(unit)
                + holds.map(range -> ", holds for " + from(range)).orElse("")
                + (note.isEmpty() ? "" : " (" + note + ")");
    }

    private String from(Limit range) {
        return range.isNone() ? "any amount" : "amounts " + range + in(amountUnit);
    }

    private static String in(String unit) {
        return unit.equals("1") ? "" : " " + unit;
    }
}
