package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.resource.Resource;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Something of which a year has only so much: labour, land, emissions; or some years together, a dated budget.
 *
 * <pre>Σ_j r_j x_j(t) + what building capital draws + e c(t) ≤ b(t),   Σ over the years of a budget ≤ its amount</pre>
 *
 * <p>r: use per unit of output, in the unit of the limit; from the row of the technology with the name of the limit, which may
 * differ by year, or given. e: use per multiple of the basket that is consumed, beside what making it uses. Immutable; every
 * change gives a new one.
 */
public final class YearlyLimit {

    /** A budget that is used up to the last digit may be overdrawn by so much of it in a solver's sums. */
    private static final double ROUNDING = 1e-9;

    private final String name;
    private final String unit;
    private final @Nullable Amounts perUnit;
    private final double perBasket;
    private final double eachYear;
    private final Map<String, Double> byYear;
    private final List<Budget> budgets;

    /** Years and what there is for all of them. */
    record Budget(List<String> years, double amount) {
        Budget {
            years = List.copyOf(years);
        }

        String named(String limit) {
            return limit + " in "
                    + (years.isEmpty()
                            ? "all years"
                            : years.size() == 1 ? years.get(0) : years.get(0) + " to " + years.get(years.size() - 1));
        }
    }

    private YearlyLimit(
            String name,
            String unit,
            @Nullable Amounts perUnit,
            double perBasket,
            double eachYear,
            Map<String, Double> byYear,
            List<Budget> budgets) {
        this.name = name;
        this.unit = unit;
        this.perUnit = perUnit;
        this.perBasket = perBasket;
        this.eachYear = eachYear;
        this.byYear = byYear;
        this.budgets = budgets;
    }

    /**
     * The limit of a row of the technology: an extension or a row of value added. Where the technology changes by year, so
     * does the use.
     *
     * @param row its name, such as "Employment"
     * @param unit the unit of the row
     * @return without an amount: nothing is limited yet
     */
    public static YearlyLimit of(String row, String unit) {
        return new YearlyLimit(row, unit, null, 0, Double.POSITIVE_INFINITY, Map.of(), List.of());
    }

    /**
     * A limit with its use given.
     *
     * @param name such as "Labour"
     * @param unit what it is counted in
     * @param perUnitOfOutput r by industry; 0 for those left out
     * @return without an amount: nothing is limited yet
     */
    public static YearlyLimit of(String name, String unit, Map<String, Double> perUnitOfOutput) {
        return new YearlyLimit(
                name, unit, Amounts.of(perUnitOfOutput), 0, Double.POSITIVE_INFINITY, Map.of(), List.of());
    }

    /**
     * A limit with its use given.
     *
     * @param name such as "Labour"
     * @param unit what it is counted in
     * @param perUnitOfOutput r by industry, in the unit of the limit per unit of the product
     * @return without an amount: nothing is limited yet
     */
    public static YearlyLimit of(String name, String unit, LabelledVector perUnitOfOutput) {
        return new YearlyLimit(
                name, unit, Amounts.of(perUnitOfOutput), 0, Double.POSITIVE_INFINITY, Map.of(), List.of());
    }

    /**
     * A resource as a limit of every year: the same amount, and the same use per unit of output, whatever the technology of a
     * year. Use that follows a changing technology is that of its row: {@link #of(String, String)}.
     *
     * @param resource of which each year has so much
     * @return with the amount of the resource in every year
     * @throws IllegalArgumentException if final deliveries use of it: a plan of years counts that by basket, not by product
     */
    public static YearlyLimit of(Resource resource) {
        LabelledVector byDelivery = resource.perUnitOfFinalDemand();
        for (int i = 0; i < byDelivery.size(); i++) {
            if (byDelivery.at(i) != 0) {
                throw new IllegalArgumentException("Final deliveries of '"
                        + byDelivery.labels().get(i) + "' use " + byDelivery.at(i) + " of '" + resource.name()
                        + "' a unit. A plan of years counts what consumption itself uses by basket: make the limit of"
                        + " perUnitOfOutput() and give perBasket(amount).");
            }
        }
        return of(resource.name(), resource.unit(), resource.perUnitOfOutput()).available(resource.available());
    }

    /**
     * Used by consumption itself: fuel burnt at home.
     *
     * @param amount for one multiple of the basket
     * @return a new limit
     */
    public YearlyLimit perBasket(double amount) {
        requireAmount("use per basket", amount);
        return new YearlyLimit(name, unit, perUnit, amount, eachYear, byYear, budgets);
    }

    /**
     * With the same amount in every year that has none of its own.
     *
     * @param amount b, in the unit of the limit
     * @return a new limit
     */
    public YearlyLimit available(double amount) {
        requireAmount("what is available", amount);
        return new YearlyLimit(name, unit, perUnit, perBasket, amount, byYear, budgets);
    }

    /**
     * With an amount for one year.
     *
     * @param year its name
     * @param amount b(t), in the unit of the limit
     * @return a new limit
     */
    public YearlyLimit available(String year, double amount) {
        requireAmount("what is available in " + year, amount);
        Map<String, Double> more = new LinkedHashMap<>(byYear);
        more.put(year, amount);
        return new YearlyLimit(name, unit, perUnit, perBasket, eachYear, Map.copyOf(more), budgets);
    }

    /**
     * With a budget for several years together.
     *
     * @param amount for all of them, in the unit of the limit
     * @param years which; all if none is named
     * @return a new limit
     */
    public YearlyLimit budget(double amount, String... years) {
        requireAmount("the budget", amount);
        List<Budget> more = new ArrayList<>(budgets);
        more.add(new Budget(List.of(years), amount));
        return new YearlyLimit(name, unit, perUnit, perBasket, eachYear, byYear, List.copyOf(more));
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

    /** Whether its use is a row of the technology. */
    boolean isRow() {
        return perUnit == null;
    }

    double perBasket() {
        return perBasket;
    }

    /** b(t); +∞ where there is no limit. */
    double amount(String year) {
        return byYear.getOrDefault(year, eachYear);
    }

    List<Budget> budgets() {
        return budgets;
    }

    List<String> yearsNamed() {
        List<String> named = new ArrayList<>(byYear.keySet());
        budgets.forEach(budget -> named.addAll(budget.years));
        return named;
    }

    /** r for a technology. */
    double[] perUnit(TechnicalCoefficients technology) {
        Labels products = technology.industries();
        if (perUnit != null) {
            return perUnit.resolved(
                    "Use of '" + name + "'", products, Units.of(unit).per(technology.units()));
        }
        int row = technology.extensions().rows().indexOf(name);
        String unitThere = technology.extensions().rowUnits().get(row);
        if (!unitThere.equals(unit)) {
            throw new IllegalArgumentException(
                    "The limit '" + name + "' is in " + unit + ", the row of the technology in " + unitThere
                            + ". Convert one of them first; units are never mixed silently.");
        }
        double[] use = technology.extension(name).toArray();
        for (int j = 0; j < use.length; j++) {
            if (use[j] < 0) {
                throw new IllegalArgumentException(
                        "Use of '" + name + "' by '" + products.get(j) + "' is " + use[j] + "; it cannot be negative.");
            }
        }
        return use;
    }

    /** The same a year later, budgets less what the first year used. */
    YearlyLimit continued(String first, double used, List<String> yearsLeft) {
        Map<String, Double> ahead = new LinkedHashMap<>(byYear);
        ahead.keySet().retainAll(yearsLeft);
        List<Budget> left = new ArrayList<>();
        for (Budget budget : budgets) {
            boolean counts = budget.years.isEmpty() || budget.years.contains(first);
            double rest = counts ? budget.amount - used : budget.amount;
            List<String> years =
                    budget.years.stream().filter(yearsLeft::contains).toList();
            if (budget.years.isEmpty() || !years.isEmpty()) {
                if (rest < -ROUNDING * budget.amount) {
                    throw new IllegalStateException("The budget '" + budget.named(name) + "' of " + budget.amount + " "
                            + unit + " is overdrawn: " + first + " used " + used
                            + ". Give the years that are left a budget that can be kept.");
                }
                left.add(new Budget(years, Math.max(0, rest)));
            }
        }
        return new YearlyLimit(name, unit, perUnit, perBasket, eachYear, Map.copyOf(ahead), List.copyOf(left));
    }

    private void requireAmount(String what, double amount) {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "'" + name + "': " + what + " is " + amount + "; it must be at least 0.");
        }
    }

    /** Name and unit. */
    @Override
    public String toString() {
        return name + " (" + unit + ")";
    }
}
