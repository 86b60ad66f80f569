package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Labels;
import org.leontief.label.Listing;

/** What a plan of several years wants most, by name. Immutable. */
public final class YearsObjective {

    /** What is added up. */
    enum Kind {
        CONSUMPTION,
        CONSUMPTION_ALONG,
        OUTPUT,
        CAPITAL,
        LEAST,
        MOST
    }

    private final Kind kind;
    private final double[] weights;
    private final double discount;
    /** Years that were counted before the first one, in a plan that goes on. */
    private final int yearsBefore;

    private final List<String> years;
    private final String limit;

    private YearsObjective(Kind kind, double[] weights, double discount, List<String> years, String limit) {
        this(kind, weights, discount, 0, years, limit);
    }

    private YearsObjective(
            Kind kind, double[] weights, double discount, int yearsBefore, List<String> years, String limit) {
        this.kind = kind;
        this.weights = weights.clone();
        this.discount = discount;
        this.yearsBefore = yearsBefore;
        this.years = List.copyOf(years);
        this.limit = limit;
    }

    /**
     * Most consumption: Σ c(t), multiples of the basket, every year counting alike.
     *
     * @return the objective
     */
    public static YearsObjective consumption() {
        return consumptionDiscountedAt(0);
    }

    /**
     * Most consumption, earlier years counting more: Σ c(t) / (1 + rate)^(t−1).
     *
     * @param rate 0.03 for 3 per cent a year; above −1
     * @return the objective
     * @throws IllegalArgumentException if the rate is not finite or not above −1
     */
    public static YearsObjective consumptionDiscountedAt(double rate) {
        if (!(rate > -1 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A discount of " + rate + " a year cannot be; 0.03 stands for 3 per cent.");
        }
        return new YearsObjective(Kind.CONSUMPTION, new double[0], rate, List.of(), "");
    }

    /**
     * Most consumption with given weights: Σ w(t) c(t).
     *
     * @param weights w, one for each year, none negative
     * @return the objective
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public static YearsObjective consumptionWeighted(double... weights) {
        return new YearsObjective(Kind.CONSUMPTION, requireNotNegative("weight", weights), 0, List.of(), "");
    }

    /**
     * Most consumption along a given path: the largest c with c(t) = c · path(t) in every year.
     *
     * @param path one number for each year, none negative: 1, 1.02, 1.0404 for growth of 2 per cent
     * @return the objective
     * @throws IllegalArgumentException if a number is negative or not finite, or all are 0
     */
    public static YearsObjective consumptionAlong(double... path) {
        requireNotNegative("step of the path", path);
        if (Arrays.stream(path).allMatch(step -> step == 0)) {
            throw new IllegalArgumentException("A path of 0 in every year has no largest multiple.");
        }
        return new YearsObjective(Kind.CONSUMPTION_ALONG, path, 0, List.of(), "");
    }

    /**
     * Most output of all industries together in some years. The products must have one unit.
     *
     * @param years their names; all years if none is named
     * @return the objective
     */
    public static YearsObjective output(String... years) {
        return new YearsObjective(Kind.OUTPUT, new double[0], 0, Arrays.asList(years), "");
    }

    /**
     * Most capital of all kinds together that is usable in a year: productive capacity where capital is counted in units of
     * output. All kinds must have one unit.
     *
     * @param year its name
     * @return the objective
     */
    public static YearsObjective capital(String year) {
        return new YearsObjective(Kind.CAPITAL, new double[0], 0, List.of(year), "");
    }

    /**
     * Least use of what is limited: least labour, least emissions.
     *
     * @param limit its name
     * @param years the years that count; all if none is named
     * @return the objective
     */
    public static YearsObjective least(String limit, String... years) {
        return new YearsObjective(Kind.LEAST, new double[0], 0, Arrays.asList(years), limit);
    }

    /**
     * Most use of what is limited: most employment.
     *
     * @param limit its name
     * @param years the years that count; all if none is named
     * @return the objective
     */
    public static YearsObjective most(String limit, String... years) {
        return new YearsObjective(Kind.MOST, new double[0], 0, Arrays.asList(years), limit);
    }

    private static double[] requireNotNegative(String what, double[] numbers) {
        for (double number : numbers) {
            if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A " + what + " of " + number + " cannot be.");
            }
        }
        return numbers;
    }

    Kind kind() {
        return kind;
    }

    String limit() {
        return limit;
    }

    boolean ofConsumption() {
        return kind == Kind.CONSUMPTION || kind == Kind.CONSUMPTION_ALONG;
    }

    /** Which years count, in the order given. */
    boolean[] counted(Labels all) {
        boolean[] counted = new boolean[all.size()];
        Arrays.fill(counted, years.isEmpty());
        years.forEach(year -> counted[all.indexOf(year)] = true);
        return counted;
    }

    /** The weight of each year's consumption, or the path. */
    double[] weights(int count) {
        if (weights.length == 0) {
            double[] discounted = new double[count];
            Arrays.setAll(discounted, t -> Math.pow(1 + discount, -t - yearsBefore));
            return discounted;
        }
        if (weights.length != count) {
            throw new IllegalArgumentException(Listing.count(weights.length, "weight", "weights") + " for "
                    + Listing.count(count, "year", "years") + "; one for each year is needed.");
        }
        return weights.clone();
    }

    /** The same for what is left of the years after the first. */
    YearsObjective afterFirst(Labels left) {
        double[] rest = weights.length == 0 ? weights : Arrays.copyOfRange(weights, 1, weights.length);
        List<String> ahead = years.stream().filter(left::contains).toList();
        boolean isPathOver =
                kind == Kind.CONSUMPTION_ALONG && Arrays.stream(rest).allMatch(step -> step == 0);
        if ((!years.isEmpty() && ahead.isEmpty()) || isPathOver) {
            throw new IllegalStateException("The objective (" + this + ") counts no year that is still to come.");
        }
        return new YearsObjective(kind, rest, discount, yearsBefore + 1, ahead, limit);
    }

    /** In words. */
    @Override
    public String toString() {
        String when = years.isEmpty() ? "all years" : String.join(", ", years);
        return switch (kind) {
            case CONSUMPTION ->
                "most consumption"
                        + (weights.length > 0 ? ", weighted by year" : "")
                        + (discount == 0 ? "" : String.format(Locale.ROOT, ", discounted at %.4g%%", 100 * discount));
            case CONSUMPTION_ALONG -> "most consumption along a path";
            case OUTPUT -> "most output in " + when;
            case CAPITAL -> "most capital in " + when;
            case LEAST -> "least " + limit + " in " + when;
            case MOST -> "most " + limit + " in " + when;
        };
    }
}
