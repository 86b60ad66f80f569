package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.plan.InfeasiblePlanException;
import org.leontief.plan.UnboundedPlanException;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What is to be planned over several years: a technology, final demands, capital and how it is built, limits, and what has to
 * be left at the end.
 *
 * <pre>
 * x(t) + s(t−1) ≥ A x(t) + Σ_k m_k J_k(t) + d(t) + b(t) c(t) + s(t)      every product, every year
 * k_j x_j(t)    ≤ (1 − δ)^(t−1) K_j + Σ (1 − δ)^(t−u−lag) I_j(u)         every kind of capital in every industry that needs it
 * R x(t) + what building draws + e c(t) ≤ what there is                    every limit
 * </pre>
 *
 * <p>x: outputs; s: inventories at the end of a year; I, J: capital begun, by industry and in all; c: consumption, in multiples of
 * the basket b; d: deliveries that are fixed. With {@link InputTiming#YEAR_BEFORE} A x(t+1) and R x(t+1) stand in the place of
 * A x(t) and R x(t). Variables and rows grow with products and with pairs of an industry and a kind of capital that it needs,
 * times years. Prices are flows of a whole year; a year's stocks of capital are those it begins with, and what is ready in it.
 * Source: H. P. Williams, <i>Model Building in Mathematical Programming</i>, sections 12.9 and 14.9; for the dynamic model
 * Miller and Blair 2009, section 13.4. Immutable; every change gives a new problem.
 */
public final class YearsProblem {

    private final Parts parts;

    /** What can be said about it. Copied before a change, never changed afterwards; its arrays and lists are replaced. */
    static final class Parts implements Cloneable {
        Labels years = Labels.of();
        TechnicalCoefficients[] technologies = {};
        InputTiming timing = InputTiming.SAME_YEAR;
        Amounts underWay = Amounts.NONE;
        /** Whether an earlier plan has begun what is under way. */
        boolean isContinued;

        Amounts inventories = Amounts.NONE;
        List<String> storable = List.of();
        List<CapitalGood> capital = List.of();
        List<YearlyLimit> limits = List.of();
        Amounts[] deliveries = {};
        Amounts[] baskets = {};
        double[] leastConsumption = {};
        boolean neverFalls;
        TerminalCondition ending = TerminalCondition.none();
        ProgrammeOptions options = ProgrammeOptions.defaults();

        Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        TechnicalCoefficients technology(int year) {
            return technologies[Math.min(year, technologies.length - 1)];
        }

        boolean consumes() {
            return Arrays.stream(baskets).anyMatch(basket -> !basket.isEmpty());
        }
    }

    YearsProblem(Parts parts) {
        this.parts = parts;
    }

    /**
     * A problem with nothing but a technology.
     *
     * @param coefficients A, and the use of what is limited among its extensions
     * @param years their names, the first first
     * @return the problem
     * @throws IllegalArgumentException if there is no year, or a coefficient is negative
     */
    public static YearsProblem of(TechnicalCoefficients coefficients, String... years) {
        Objects.requireNonNull(coefficients, "coefficients");
        Objects.requireNonNull(years, "years");
        if (years.length == 0) {
            throw new IllegalArgumentException("A plan needs at least one year.");
        }
        Parts parts = new Parts();
        parts.years = Labels.of(years);
        parts.technologies = new TechnicalCoefficients[years.length];
        Arrays.fill(parts.technologies, requireNotNegative(coefficients));
        parts.deliveries = new Amounts[years.length];
        Arrays.fill(parts.deliveries, Amounts.NONE);
        parts.baskets = parts.deliveries;
        parts.leastConsumption = new double[years.length];
        return new YearsProblem(parts);
    }

    private static TechnicalCoefficients requireNotNegative(TechnicalCoefficients coefficients) {
        InputsOfProducts.notNegative(
                coefficients.matrix().name(), coefficients.matrix().matrix(), coefficients.industries());
        return coefficients;
    }

    /**
     * With another technology from a year on: technical change.
     *
     * @param year the first year whose outputs are made by it
     * @param coefficients with the same products and units
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such year, or products do not match
     */
    public YearsProblem technologyFrom(String year, TechnicalCoefficients coefficients) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(coefficients, "coefficients");
        int from = parts.years.indexOf(year);
        Labels products = products();
        if (!coefficients.industries().equals(products)) {
            products.placesIn(coefficients.industries(), "the technology from " + year + " on");
            throw new IllegalArgumentException(
                    "The technology from " + year + " on has the same products in another order.");
        }
        if (!coefficients.units().equals(units())) {
            throw new IllegalArgumentException("The technology from " + year + " on is in " + coefficients.units()
                    + ", the one before in " + units() + ". Units are never mixed silently.");
        }
        Parts next = parts.copy();
        next.technologies = parts.technologies.clone();
        Arrays.fill(next.technologies, from, next.technologies.length, requireNotNegative(coefficients));
        return new YearsProblem(next);
    }

    /**
     * With inputs used in the year before the output, and outputs of the first year that were begun before the plan.
     *
     * @param outputOfFirstYear by product; nothing of those left out
     * @return a new problem with {@link InputTiming#YEAR_BEFORE}
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     */
    public YearsProblem inputsAYearBefore(Map<String, Double> outputOfFirstYear) {
        Objects.requireNonNull(outputOfFirstYear, "outputOfFirstYear");
        return inputsAYearBefore(Amounts.of(outputOfFirstYear));
    }

    private YearsProblem inputsAYearBefore(Amounts outputOfFirstYear) {
        outputOfFirstYear.resolved("Output of the first year", products(), units());
        Parts next = parts.copy();
        next.timing = InputTiming.YEAR_BEFORE;
        next.underWay = outputOfFirstYear;
        return new YearsProblem(next);
    }

    /**
     * With products that can be stored. All others are used in their year or lost.
     *
     * @param inventoriesAtStart what there is of each, 0 for those of which there is nothing yet
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     */
    public YearsProblem storing(Map<String, Double> inventoriesAtStart) {
        Objects.requireNonNull(inventoriesAtStart, "inventoriesAtStart");
        Amounts inventories = Amounts.of(inventoriesAtStart);
        inventories.resolved("Inventories", products(), units());
        Parts next = parts.copy();
        next.inventories = inventories;
        next.storable = inventoriesAtStart.keySet().stream()
                .sorted((a, b) ->
                        Integer.compare(products().indexOf(a), products().indexOf(b)))
                .toList();
        return new YearsProblem(next);
    }

    /**
     * With a kind of capital. Who needs it cannot produce more than its stock allows.
     *
     * @param good what it is made of, who needs it, what there is
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if a product, industry or year is not known, with the nearest
     * @throws IllegalArgumentException if units differ, or there is a kind of this name already
     */
    public YearsProblem capital(CapitalGood good) {
        if (parts.capital.stream().anyMatch(other -> other.name().equals(good.name()))) {
            throw new IllegalArgumentException("There is a kind of capital '" + good.name() + "' already.");
        }
        good.yearsWithLimits().forEach(parts.years::indexOf);
        CapitalStocks.of(good, this);
        Parts next = parts.copy();
        next.capital = plus(parts.capital, good);
        return new YearsProblem(next);
    }

    /**
     * With something limited.
     *
     * @param limit what uses it and what there is
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if a row of the technology, an industry or a year is not known
     * @throws IllegalArgumentException if units differ, or there is a limit of this name already
     */
    public YearsProblem limit(YearlyLimit limit) {
        if (parts.limits.stream().anyMatch(other -> other.name().equals(limit.name()))) {
            throw new IllegalArgumentException("There is a limit '" + limit.name() + "' already.");
        }
        limit.yearsNamed().forEach(parts.years::indexOf);
        for (TechnicalCoefficients technology : parts.technologies) {
            limit.perUnit(technology);
        }
        Parts next = parts.copy();
        next.limits = plus(parts.limits, limit);
        return new YearsProblem(next);
    }

    /**
     * With the limit of this name replaced: another amount, another budget.
     *
     * @param limit the new one
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is none of this name
     */
    public YearsProblem changing(YearlyLimit limit) {
        limitNamed(limit.name());
        Parts next = parts.copy();
        next.limits = parts.limits.stream()
                .filter(other -> !other.name().equals(limit.name()))
                .toList();
        return new YearsProblem(next).limit(limit);
    }

    /**
     * With the kind of capital of this name replaced.
     *
     * @param good the new one
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is none of this name
     */
    public YearsProblem changing(CapitalGood good) {
        capitalNamed(good.name());
        Parts next = parts.copy();
        next.capital = parts.capital.stream()
                .filter(other -> !other.name().equals(good.name()))
                .toList();
        return new YearsProblem(next).capital(good);
    }

    /**
     * With final deliveries that a year has to make beside consumption: exports, government, defence.
     *
     * @param year its name
     * @param finalDemand d(t), joined by label
     * @return a new problem; earlier deliveries of the year are replaced
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public YearsProblem deliver(String year, LabelledVector finalDemand) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(finalDemand, "finalDemand");
        return deliver(parts.years.indexOf(year), Amounts.of(finalDemand));
    }

    /**
     * With final deliveries that a year has to make beside consumption.
     *
     * @param year its name
     * @param finalDemand d(t) by product, nothing of those left out
     * @return a new problem; earlier deliveries of the year are replaced
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     */
    public YearsProblem deliver(String year, Map<String, Double> finalDemand) {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(finalDemand, "finalDemand");
        return deliver(parts.years.indexOf(year), Amounts.of(finalDemand));
    }

    private YearsProblem deliver(int year, Amounts finalDemand) {
        finalDemand.resolved("Final demand in " + parts.years.get(year), products(), units());
        Parts next = parts.copy();
        next.deliveries = parts.deliveries.clone();
        next.deliveries[year] = finalDemand;
        return new YearsProblem(next);
    }

    /**
     * With a basket that is consumed, the same in every year; how often is for the plan to find.
     *
     * @param basket b, joined by label
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     */
    public YearsProblem consuming(LabelledVector basket) {
        Objects.requireNonNull(basket, "basket");
        return consuming(Amounts.of(basket));
    }

    /**
     * With a basket that is consumed, the same in every year; how often is for the plan to find.
     *
     * @param basket b by product, nothing of those left out
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     */
    public YearsProblem consuming(Map<String, Double> basket) {
        Objects.requireNonNull(basket, "basket");
        return consuming(Amounts.of(basket));
    }

    private YearsProblem consuming(Amounts basket) {
        double[] amounts = basket.resolved("The basket", products(), units());
        if (Arrays.stream(amounts).allMatch(amount -> amount == 0)) {
            throw new IllegalArgumentException("The basket is empty: consumption of nothing has no largest multiple.");
        }
        Parts next = parts.copy();
        next.baskets = new Amounts[parts.years.size()];
        Arrays.fill(next.baskets, basket);
        return new YearsProblem(next);
    }

    /**
     * With a floor under the consumption of a year.
     *
     * @param year its name
     * @param multiple of the basket
     * @return a new problem
     */
    public YearsProblem consumingAtLeast(String year, double multiple) {
        Objects.requireNonNull(year, "year");
        if (!(multiple >= 0 && multiple < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Consumption of at least " + multiple + " baskets in " + year + " cannot be.");
        }
        Parts next = parts.copy();
        next.leastConsumption = parts.leastConsumption.clone();
        next.leastConsumption[parts.years.indexOf(year)] = multiple;
        return new YearsProblem(next);
    }

    /**
     * With consumption that never falls from one year to the next.
     *
     * @return a new problem
     */
    public YearsProblem consumptionNeverFalls() {
        Parts next = parts.copy();
        next.neverFalls = true;
        return new YearsProblem(next);
    }

    /**
     * With what has to be left at the end.
     *
     * @param condition by name
     * @return a new problem
     */
    public YearsProblem ending(TerminalCondition condition) {
        Objects.requireNonNull(condition, "condition");
        Parts next = parts.copy();
        next.ending = condition;
        return new YearsProblem(next);
    }

    /**
     * With one more year at the end, like the last one: its technology, deliveries and basket, and limits that are the same every
     * year.
     *
     * @param year its name
     * @return a new problem
     * @throws IllegalArgumentException if there is a year of this name
     */
    public YearsProblem extendedBy(String year) {
        Objects.requireNonNull(year, "year");
        if (parts.years.contains(year)) {
            throw new IllegalArgumentException("'" + year + "' is a year of the plan already, which runs from "
                    + parts.years.get(0) + " to " + parts.years.get(parts.years.size() - 1) + ".");
        }
        Parts next = parts.copy();
        List<String> names = new ArrayList<>();
        parts.years.forEach(known -> names.add(known.toString()));
        names.add(year);
        int count = names.size();
        next.years = Labels.of(names);
        next.technologies = Arrays.copyOf(parts.technologies, count);
        next.technologies[count - 1] = parts.technologies[count - 2];
        next.deliveries = Arrays.copyOf(parts.deliveries, count);
        next.deliveries[count - 1] = parts.deliveries[count - 2];
        next.baskets = Arrays.copyOf(parts.baskets, count);
        next.baskets[count - 1] = parts.baskets[count - 2];
        next.leastConsumption = Arrays.copyOf(parts.leastConsumption, count);
        next.capital = parts.capital.stream().map(good -> good.extendedBy(year)).toList();
        return new YearsProblem(next);
    }

    /**
     * Solved in another way.
     *
     * @param options how
     * @return a new problem
     */
    public YearsProblem with(ProgrammeOptions options) {
        Objects.requireNonNull(options, "options");
        Parts next = parts.copy();
        next.options = options;
        return new YearsProblem(next);
    }

    /**
     * The years.
     *
     * @return their names, the first first
     */
    public Labels years() {
        return parts.years;
    }

    /**
     * The products, which are also the industries that make them.
     *
     * @return their labels
     */
    public Labels products() {
        return parts.technologies[0].industries();
    }

    /**
     * The units of the products.
     *
     * @return one for all or one for each
     */
    public Units units() {
        return parts.technologies[0].units();
    }

    /**
     * The technology of a year.
     *
     * @param year its name
     * @return A and S by which the outputs of the year are made
     */
    public TechnicalCoefficients technology(String year) {
        Objects.requireNonNull(year, "year");
        return parts.technologies[parts.years.indexOf(year)];
    }

    /**
     * The kinds of capital.
     *
     * @return in the order in which they were added
     */
    public List<CapitalGood> capitalGoods() {
        return parts.capital;
    }

    /**
     * What is limited.
     *
     * @return in the order in which limits were added
     */
    public List<YearlyLimit> limits() {
        return parts.limits;
    }

    /**
     * The best plan.
     *
     * @param objective what is wanted most
     * @return the plan, with prices and a proven bound
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits what is wanted; it names the industries that grow
     * @throws IllegalStateException if consumption is wanted and no basket given
     * @throws org.leontief.label.UnknownLabelException if the objective or a kind of capital names what is not there
     */
    public MultiYearPlan plan(YearsObjective objective) {
        return YearsSearch.best(this, objective);
    }

    /**
     * The linear programme of the problem, for another solver or for counting: outputs by year, consumption, inventories, capital
     * begun; rows year by year.
     *
     * @param objective what is wanted most
     * @return the programme without the constant that {@link YearsObjective#capital} has
     * @throws IllegalStateException if consumption is wanted and no basket given
     */
    public LinearProgramme programme(YearsObjective objective) {
        return YearsProgramme.of(this, objective).programme();
    }

    YearlyLimit limitNamed(String name) {
        return parts.limits.get(
                Labels.of(parts.limits.stream().map(YearlyLimit::name).toList()).indexOf(name));
    }

    CapitalGood capitalNamed(String name) {
        return parts.capital.get(
                Labels.of(parts.capital.stream().map(CapitalGood::name).toList())
                        .indexOf(name));
    }

    Parts parts() {
        return parts;
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return List.copyOf(more);
    }

    /** Sizes. */
    @Override
    public String toString() {
        return "Plan of " + Listing.count(parts.years.size(), "year", "years") + " for "
                + Listing.count(products().size(), "product", "products") + ", "
                + Listing.count(parts.capital.size(), "kind of capital", "kinds of capital") + " and "
                + Listing.count(parts.limits.size(), "limit", "limits") + "; "
                + parts.ending;
    }
}
