package org.leontief.plan.years;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.leontief.label.Listing;

/**
 * What really happened in the first year of a plan. All that is not said went as planned. Immutable; every change gives a new
 * one.
 *
 * <p>Outputs and consumption are reported; the years that are left begin from inventories, capital, what was begun, outputs on
 * their way, and what is left of budgets.
 */
public final class Outturn {

    /** What is told of. */
    enum Kind {
        OUTPUT,
        UNDER_WAY,
        CONSUMPTION,
        INVENTORIES,
        CAPITAL,
        BEGUN,
        USE;

        /** In words. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One number that differs: of what kind, of which capital (or nothing), and whose. */
    record Place(Kind kind, String capital, String name) {}

    private final Map<Place, Double> told;

    private Outturn(Map<Place, Double> told) {
        this.told = told;
    }

    /**
     * All went as planned.
     *
     * @return nothing told yet
     */
    public static Outturn asPlanned() {
        return new Outturn(Map.of());
    }

    /**
     * Output that was made.
     *
     * @param industry its name
     * @param amount gross output of the year
     * @return a new outturn
     */
    public Outturn output(String industry, double amount) {
        return with(new Place(Kind.OUTPUT, "", industry), amount);
    }

    /**
     * Output of the next year that was begun in the year, where inputs are used a year before.
     *
     * @param industry its name
     * @param amount gross output of the next year
     * @return a new outturn
     */
    public Outturn underWay(String industry, double amount) {
        return with(new Place(Kind.UNDER_WAY, "", industry), amount);
    }

    /**
     * Baskets that were consumed.
     *
     * @param multiple of the basket
     * @return a new outturn
     */
    public Outturn consumption(double multiple) {
        return with(new Place(Kind.CONSUMPTION, "", ""), multiple);
    }

    /**
     * What was in store at the end of the year.
     *
     * @param product its name
     * @param amount in its unit
     * @return a new outturn
     */
    public Outturn inventories(String product, double amount) {
        return with(new Place(Kind.INVENTORIES, "", product), amount);
    }

    /**
     * Capital that is usable when the next year begins, without what that year itself begins.
     *
     * @param kind the kind of capital
     * @param industry who holds it; "all industries" where it is shared
     * @param amount in the unit of the kind
     * @return a new outturn
     */
    public Outturn capital(String kind, String industry, double amount) {
        return with(new Place(Kind.CAPITAL, kind, industry), amount);
    }

    /**
     * Capital that was begun in the year. Unless the stock of next year is told, too, it follows.
     *
     * @param kind the kind of capital
     * @param industry for whom; "all industries" where it is shared
     * @param amount in the unit of the kind
     * @return a new outturn
     */
    public Outturn begun(String kind, String industry, double amount) {
        return with(new Place(Kind.BEGUN, kind, industry), amount);
    }

    /**
     * What was used of something limited; budgets have so much less left.
     *
     * @param limit its name
     * @param amount in its unit
     * @return a new outturn
     */
    public Outturn use(String limit, double amount) {
        return with(new Place(Kind.USE, "", limit), amount);
    }

    private Outturn with(Place place, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "An outturn of " + amount + " for '" + place.name + "' (" + place.kind.text() + ") cannot be.");
        }
        Map<Place, Double> more = new LinkedHashMap<>(told);
        more.put(place, amount);
        return new Outturn(more);
    }

    Map<Place, Double> told() {
        return Map.copyOf(told);
    }

    /** How many numbers differ from the plan, or were confirmed. */
    @Override
    public String toString() {
        return told.isEmpty() ? "as planned" : "as planned but for " + Listing.count(told.size(), "number", "numbers");
    }
}
