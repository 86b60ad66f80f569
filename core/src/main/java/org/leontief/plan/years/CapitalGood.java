package org.leontief.plan.years;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leontief.label.LabelledVector;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;

/**
 * A kind of capital: what it is made of, who needs how much of it, how long it takes to build, and how it wears out.
 *
 * <pre>K_j(t) = (1 − δ) K_j(t−1) + what becomes usable in t,   k_j x_j(t) ≤ K_j(t)</pre>
 *
 * <p>K_j, k_j: stock of industry j and its need per unit of yearly output, in the unit of the capital; δ: share that wears out in
 * a year. What is begun in year t is usable from year t + lag on, and in the meantime takes products. By a table of
 * capital coefficients B every product with a row in B is a kind: {@link #of(String, String)} with itself as its only
 * material. Immutable; every change gives a new one.
 */
public final class CapitalGood {

    private final String name;
    private final String unit;
    private final Parts parts;

    /** What can be said about it. Copied before a change. */
    private static final class Parts implements Cloneable {
        Map<String, Double> materials = Map.of();
        Map<String, Double> draws = Map.of();
        Amounts need = Amounts.NONE;
        Amounts start = Amounts.NONE;
        Map<String, Amounts> underConstruction = Map.of();
        /** What was begun before the plan and becomes usable in the years after the last, the first of them first. */
        List<Amounts> readyAfterwards = List.of();

        double wear;
        double[] outlays = {1};
        int lag = 1;
        boolean shared;
        double mostEachYear = Double.POSITIVE_INFINITY;
        Map<String, Double> mostInYear = Map.of();
        Map<String, Double> mostInIndustry = Map.of();

        Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private CapitalGood(String name, String unit, Parts parts) {
        this.name = name;
        this.unit = unit;
        this.parts = parts;
    }

    private CapitalGood with(Consumer<Parts> change) {
        Parts next = parts.copy();
        change.accept(next);
        return new CapitalGood(name, unit, next);
    }

    /**
     * A kind of capital that nobody needs yet, made of nothing, usable in the year after it is begun.
     *
     * @param name such as "Buildings" or "Capacity of Steel"
     * @param unit what it is counted in
     * @return the kind
     */
    public static CapitalGood of(String name, String unit) {
        return new CapitalGood(name, unit, new Parts());
    }

    /**
     * With a material.
     *
     * @param product a product of the economy
     * @param amount of it for a unit of this capital, in the unit of the product
     * @return a new kind
     */
    public CapitalGood takes(String product, double amount) {
        requireNotNegative("what it takes of '" + product + "'", amount);
        return with(next -> next.materials = with(parts.materials, product, amount));
    }

    /**
     * Drawing on something limited while it is built: labour on the site, emissions.
     *
     * @param limit the name of a {@link YearlyLimit}
     * @param amount for a unit of this capital, in the unit of the limit
     * @return a new kind
     */
    public CapitalGood drawsOn(String limit, double amount) {
        requireNotNegative("what it draws on '" + limit + "'", amount);
        return with(next -> next.draws = with(parts.draws, limit, amount));
    }

    /**
     * Needed by an industry.
     *
     * @param industry its name
     * @param perUnitOfOutput k_j: units of this capital per unit of yearly output
     * @return a new kind
     */
    public CapitalGood neededBy(String industry, double perUnitOfOutput) {
        return with(next -> next.need = parts.need.with(industry, perUnitOfOutput));
    }

    /**
     * Needed by industries.
     *
     * @param perUnitOfOutput k by industry, in the unit of this capital per unit of the product; 0 for who does without
     * @return a new kind
     */
    public CapitalGood neededBy(LabelledVector perUnitOfOutput) {
        return with(next -> next.need = Amounts.of(perUnitOfOutput));
    }

    /**
     * There at the start in an industry.
     *
     * @param industry its name
     * @param amount usable in the first year
     * @return a new kind
     */
    public CapitalGood atStart(String industry, double amount) {
        return with(next -> next.start = parts.start.with(industry, amount));
    }

    /**
     * There at the start.
     *
     * @param amounts by industry, usable in the first year, in the unit of this capital
     * @return a new kind
     */
    public CapitalGood atStart(LabelledVector amounts) {
        return with(next -> next.start = Amounts.of(amounts));
    }

    /**
     * Begun before the plan and usable later. What its outlays still take in years of the plan is taken.
     *
     * @param year the first in which it can be used
     * @param industry whose
     * @param amount in the unit of this capital
     * @return a new kind
     */
    public CapitalGood underConstruction(String year, String industry, double amount) {
        Map<String, Amounts> all = new LinkedHashMap<>(parts.underConstruction);
        all.put(year, all.getOrDefault(year, Amounts.NONE).with(industry, amount));
        return with(next -> next.underConstruction = Map.copyOf(all));
    }

    /**
     * Wearing out: δ of what there is leaves every year.
     *
     * @param shareOfYear δ, at least 0 and at most 1
     * @return a new kind
     */
    public CapitalGood wearingOutAt(double shareOfYear) {
        if (!(shareOfYear >= 0 && shareOfYear <= 1)) {
            throw new IllegalArgumentException("'" + name + "' cannot wear out at " + shareOfYear
                    + " a year; a share from 0 to 1 is needed, such as 0.05.");
        }
        return with(next -> next.wear = shareOfYear);
    }

    /**
     * Built within so many years, all it takes in the year in which it is begun.
     *
     * @param years lag from the year it is begun to the first in which it is usable: 0 for the same year, 1 for the next
     * @return a new kind
     */
    public CapitalGood readyAfter(int years) {
        double[] first = new double[Math.max(1, years)];
        first[0] = 1;
        return readyAfter(years, first);
    }

    /**
     * Built within so many years, what it takes spread over them.
     *
     * @param years lag from the year it is begun to the first in which it is usable
     * @param outlays share of what it takes in the year in which it is begun, in the next, and so on before it is usable; they add
     *     up to 1
     * @return a new kind
     */
    public CapitalGood readyAfter(int years, double... outlays) {
        double sum = 0;
        for (double share : outlays) {
            requireNotNegative("the share of a year in what it takes", share);
            sum += share;
        }
        if (years < 0 || outlays.length != Math.max(1, years) || Math.abs(sum - 1) > 1e-12) {
            throw new IllegalArgumentException("'" + name + "' is ready after " + Listing.count(years, "year", "years")
                    + " with outlays " + Arrays.toString(outlays)
                    + "; one share for each year until then is needed, adding up to 1.");
        }
        return with(next -> {
            next.lag = years;
            next.outlays = outlays.clone();
        });
    }

    /**
     * One stock used by all who need it, such as a railway, instead of a stock of each industry. What is there at the start is
     * added up.
     *
     * @return a new kind
     */
    public CapitalGood shared() {
        return with(next -> next.shared = true);
    }

    /**
     * At most so much begun in any year, over all industries.
     *
     * @param amount in the unit of this capital
     * @return a new kind
     */
    public CapitalGood mostBegun(double amount) {
        requireNotNegative("the most that is begun in a year", amount);
        return with(next -> next.mostEachYear = amount);
    }

    /**
     * At most so much begun in one year, over all industries.
     *
     * @param year its name
     * @param amount in the unit of this capital
     * @return a new kind
     */
    public CapitalGood mostBegun(String year, double amount) {
        requireNotNegative("the most that is begun in " + year, amount);
        return with(next -> next.mostInYear = with(parts.mostInYear, year, amount));
    }

    /**
     * At most so much begun in any year for one industry: what it can absorb. Not of a stock that is shared.
     *
     * @param industry its name
     * @param amount in the unit of this capital
     * @return a new kind
     */
    public CapitalGood mostBegunIn(String industry, double amount) {
        requireNotNegative("the most that is begun in '" + industry + "'", amount);
        return with(next -> next.mostInIndustry = with(parts.mostInIndustry, industry, amount));
    }

    /**
     * What it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What it is counted in.
     *
     * @return the unit
     */
    public String unit() {
        return unit;
    }

    /**
     * δ: the share that wears out in a year.
     *
     * @return from 0 to 1
     */
    public double wear() {
        return parts.wear;
    }

    /**
     * Years from beginning to use.
     *
     * @return at least 0
     */
    public int lag() {
        return parts.lag;
    }

    Map<String, Double> materials() {
        return parts.materials;
    }

    Map<String, Double> draws() {
        return parts.draws;
    }

    Amounts need() {
        return parts.need;
    }

    Amounts start() {
        return parts.start;
    }

    Map<String, Amounts> underConstruction() {
        return parts.underConstruction;
    }

    List<Amounts> readyAfterwards() {
        return parts.readyAfterwards;
    }

    double[] outlays() {
        return parts.outlays.clone();
    }

    boolean isShared() {
        return parts.shared;
    }

    /** The most that is begun in a year over all industries. */
    double most(String year) {
        return Math.min(parts.mostEachYear, parts.mostInYear.getOrDefault(year, Double.POSITIVE_INFINITY));
    }

    Map<String, Double> mostInIndustry() {
        return parts.mostInIndustry;
    }

    List<String> yearsWithLimits() {
        return Stream.concat(parts.mostInYear.keySet().stream(), parts.underConstruction.keySet().stream())
                .distinct()
                .toList();
    }

    /** The same a year later: other stocks, and without what was said about years that are over. */
    CapitalGood continued(
            Amounts stocks,
            Map<String, Amounts> stillUnderConstruction,
            List<Amounts> afterwards,
            List<String> yearsLeft) {
        Map<String, Double> ahead = new LinkedHashMap<>(parts.mostInYear);
        ahead.keySet().retainAll(yearsLeft);
        return with(next -> {
            next.start = stocks;
            next.underConstruction = Map.copyOf(stillUnderConstruction);
            next.readyAfterwards = List.copyOf(afterwards);
            next.mostInYear = Map.copyOf(ahead);
        });
    }

    /** The same where the year after the last is a year of the plan, too. */
    CapitalGood extendedBy(String year) {
        if (parts.readyAfterwards.isEmpty()) {
            return this;
        }
        Map<String, Amounts> all = new LinkedHashMap<>(parts.underConstruction);
        all.put(year, parts.readyAfterwards.get(0));
        return with(next -> {
            next.underConstruction = Map.copyOf(all);
            next.readyAfterwards = parts.readyAfterwards.subList(1, parts.readyAfterwards.size());
        });
    }

    private void requireNotNegative(String what, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "'" + name + "': " + what + " is " + amount + "; it must be at least 0.");
        }
    }

    private static Map<String, Double> with(Map<String, Double> some, String key, double amount) {
        Map<String, Double> more = new LinkedHashMap<>(some);
        more.put(key, amount);
        return Map.copyOf(more);
    }

    /** Name, lag, wear. */
    @Override
    public String toString() {
        return name + " (" + unit + "), ready after " + Listing.count(parts.lag, "year", "years") + ", wearing out at "
                + NumberText.of(100 * parts.wear) + "% a year" + (parts.shared ? ", shared" : "");
    }
}
