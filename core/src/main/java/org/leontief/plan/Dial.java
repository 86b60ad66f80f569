package org.leontief.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;

/**
 * One decision of those who decide what the economy is for: a limit of a {@link PlanProblem}, and what it costs. Immutable.
 *
 * <pre>{@code
 * SocialPrice price = Dial.hoursPerHead("Hours", 40_000_000, 1_500).in(problem, Goal.largestMultiple());
 * price.worth();      // what an hour more per head would add to the goal
 * price.problem();    // the problem with the decision taken, for the next one
 * }</pre>
 */
public final class Dial {

    private final String name;
    private final String unit;
    private final double setting;
    private final LimitKind kind;
    private final String limit;
    private final Function<PlanProblem, PlanProblem> taking;
    private final Function<BestPlan, Double> perUnit;
    private final boolean isExact;

    private Dial(
            String name,
            String unit,
            double setting,
            LimitKind kind,
            String limit,
            Function<PlanProblem, PlanProblem> taking,
            Function<BestPlan, Double> perUnit,
            boolean isExact) {
        if (!Double.isFinite(setting)) {
            throw new IllegalArgumentException("'" + name + "' is set to " + setting + "; it must be finite.");
        }
        this.name = name;
        this.unit = unit;
        this.setting = setting;
        this.kind = kind;
        this.limit = limit;
        this.taking = taking;
        this.perUnit = perUnit;
        this.isExact = isExact;
    }

    private static Dial ofUse(String name, String unit, double setting, String resource, Limit limit, double perUnit) {
        return new Dial(
                name,
                unit,
                setting,
                LimitKind.RESOURCE,
                resource,
                problem -> (problem.resources().contains(resource) ? problem : problem.counting(resource))
                        .available(resource, limit),
                plan -> perUnit,
                true);
    }

    /**
     * Work for everyone who wants it: exactly so much of a resource is used. Its price is positive where people are scarce
     * anyway, and negative where the goal would be better reached without employing all of them.
     *
     * @param labour a resource of the problem, or a row of its table, such as "Employment"
     * @param people how much, in its unit
     * @return the dial, set in that unit
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public static Dial fullEmployment(String labour, double people) {
        requireNotNegative("full employment", people);
        return ofUse("full employment", "", people, labour, Limit.exactly(people), 1);
    }

    /**
     * Working time: at most so many hours for each head.
     *
     * @param labour a resource of the problem, or a row of its table, counted in hours (or any multiple of them)
     * @param heads how many work, above 0
     * @param hours hours of each, in the unit of the resource
     * @return the dial, set in hours per head
     * @throws IllegalArgumentException if there are no heads, or less than no hours
     */
    public static Dial hoursPerHead(String labour, double heads, double hours) {
        if (!(heads > 0)) {
            throw new IllegalArgumentException("Hours per head of " + heads + " heads; there must be some.");
        }
        requireNotNegative("hours per head", hours);
        return ofUse("hours per head", "per head", hours, labour, Limit.atMost(hours * heads), heads);
    }

    /**
     * A budget of emissions, or of anything else: at most so much in all.
     *
     * @param emission a resource of the problem, or a row of its table, such as "CO2"
     * @param most in its unit
     * @return the dial, set in that unit
     */
    public static Dial emissionCap(String emission, double most) {
        return ofUse("cap of " + emission, "", most, emission, Limit.atMost(most), 1);
    }

    /**
     * A standard of emission: a group of industries emits at most so much per unit of its outputs together, which must be in
     * one unit. Those below the standard make room for those above.
     *
     * @param emission a row of the table of the problem, such as "CO2"
     * @param mostPerUnit in the unit of the row per unit of output
     * @param industries the group, at least one
     * @return the dial, set in that unit
     */
    public static Dial emissionStandard(String emission, double mostPerUnit, String... industries) {
        List<String> group = List.of(industries);
        String name = "standard of " + emission + " of " + String.join(", ", group);
        return new Dial(
                name,
                "per unit of output",
                mostPerUnit,
                LimitKind.RESOURCE,
                name,
                problem -> {
                    PlanResource row = problem.resourceOrRow(emission);
                    int[] places = places(problem, group, name);
                    Coefficients over = Coefficients.of(
                            problem.products().size(),
                            i -> contains(places, i) ? row.output().at(i) - mostPerUnit : 0);
                    return problem.condition(name, row.unit(), over, Coefficients.NONE, Limit.atMost(0));
                },
                plan -> sum(plan.grossOutput(), places(plan.problem(), group, name)),
                false);
    }

    /**
     * A floor under what is delivered of one product, to all regions or, where the product has a region, of that region.
     *
     * @param product its name
     * @param least in its unit
     * @return the dial, set in that unit
     */
    public static Dial deliveryFloor(String product, double least) {
        return new Dial(
                "floor under " + product,
                "",
                least,
                LimitKind.DELIVERY,
                product,
                problem -> problem.delivery(product, Limit.atLeast(least)),
                plan -> 1.0,
                true);
    }

    /**
     * A floor under what one industry produces.
     *
     * @param industry its name, or region and name as one text
     * @param least in the unit of its product
     * @return the dial, set in that unit
     */
    public static Dial outputFloor(String industry, double least) {
        return new Dial(
                "floor under the output of " + industry,
                "",
                least,
                LimitKind.OUTPUT,
                industry,
                problem -> problem.output(industry, Limit.atLeast(least)),
                plan -> 1.0,
                true);
    }

    /**
     * A floor under the use of a resource by the industries of one region: jobs that stay there. Activities beside the table
     * belong to no region.
     *
     * @param region a region of the industries
     * @param resource a row of the table of the problem, such as "Employment"
     * @param least in its unit
     * @return the dial, set in that unit
     */
    public static Dial regionFloor(String region, String resource, double least) {
        String name = resource + " in " + region;
        return new Dial(
                "floor under " + name,
                "",
                least,
                LimitKind.RESOURCE,
                name,
                problem -> {
                    PlanResource row = problem.resourceOrRow(resource);
                    Labels products = problem.products();
                    if (products.regions().isEmpty()) {
                        throw new IllegalArgumentException("'" + name
                                + "': the industries of this problem have no regions. Limit the resource as a whole:"
                                + " available(\"" + resource + "\", Limit.atLeast(amount)).");
                    }
                    if (!products.regions().contains(region)) {
                        throw Labels.of(products.regions()).unknown(region);
                    }
                    Coefficients there = Coefficients.of(
                            products.size(),
                            i -> region.equals(products.get(i).region())
                                    ? row.output().at(i)
                                    : 0);
                    return problem.condition(name, row.unit(), there, Coefficients.NONE, Limit.atLeast(least));
                },
                plan -> 1.0,
                true);
    }

    /**
     * The share of accumulation, of collective consumption, of anything in the final deliveries: at least so much of the whole
     * goes to a part of it. All must be in one unit.
     *
     * @param name what it is called, such as "share of accumulation"
     * @param part products, such as those that investment goes to
     * @param whole products, those of the part among them
     * @param least the share, from 0 to 1
     * @return the dial, set as a share
     * @throws IllegalArgumentException if the share is not from 0 to 1, or a part is not in the whole
     */
    public static Dial share(String name, List<String> part, List<String> whole, double least) {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("'" + name + "' is set to " + least + "; a share is from 0 to 1.");
        }
        if (!whole.containsAll(part)) {
            throw new IllegalArgumentException(
                    "'" + name + "': the part " + part + " is not all in the whole " + whole + ".");
        }
        return new Dial(
                name,
                "of the whole",
                least,
                LimitKind.RESOURCE,
                name,
                problem -> {
                    int[] inPart = places(problem, part, name);
                    int[] inWhole = places(problem, whole, name);
                    Coefficients over = Coefficients.of(
                            problem.products().size(),
                            i -> (contains(inPart, i) ? 1 : 0) - (contains(inWhole, i) ? least : 0));
                    String unit = problem.units().get(inWhole[0]);
                    return problem.condition(name, unit, Coefficients.NONE, over, Limit.atLeast(0));
                },
                plan -> sum(plan.deliveries(), places(plan.problem(), whole, name)),
                false);
    }

    /**
     * The balance of trade: what is delivered abroad is worth at least so much more than what industries and activities import.
     * Exports and imports must be in one unit.
     *
     * @param imports a row of the table of the problem that holds the value of imported inputs, such as "Imports"
     * @param exports the products that are delivered abroad
     * @param leastSurplus negative where a deficit is allowed
     * @return the dial, set in the unit of the imports
     */
    public static Dial tradeBalance(String imports, List<String> exports, double leastSurplus) {
        return new Dial(
                "balance of trade",
                "",
                leastSurplus,
                LimitKind.RESOURCE,
                "balance of trade",
                problem -> {
                    PlanResource row = problem.resourceOrRow(imports);
                    int[] abroad = places(problem, exports, "balance of trade");
                    requireUnit("balance of trade", row.unit(), problem.units().get(abroad[0]));
                    int industries = problem.products().size();
                    Coefficients paid =
                            Coefficients.of(industries, i -> -row.output().at(i));
                    Coefficients earned = Coefficients.of(industries, i -> contains(abroad, i) ? 1 : 0);
                    return problem.balance(
                            "balance of trade", row.unit(), paid, earned, imports, Limit.atLeast(leastSurplus));
                },
                plan -> 1.0,
                true);
    }

    private static void requireNotNegative(String dial, double setting) {
        if (setting < 0) {
            throw new IllegalArgumentException("'" + dial + "' is set to " + setting + "; it must be at least 0.");
        }
    }

    private static int[] places(PlanProblem problem, List<String> names, String dial) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("'" + dial + "' needs at least one product.");
        }
        int[] places =
                names.stream().mapToInt(problem.products()::indexOf).sorted().toArray();
        for (int k = 0; k < places.length; k++) {
            requireUnit(dial, problem.units().get(places[0]), problem.units().get(places[k]));
            if (k > 0 && places[k] == places[k - 1]) {
                throw new IllegalArgumentException("'" + dial + "' counts '"
                        + problem.products().get(places[k]) + "' twice. Name each product once.");
            }
        }
        return places;
    }

    private static void requireUnit(String dial, String one, String other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException("'" + dial + "' adds up " + one + " and " + other
                    + ". Convert one of them first, or let an activity turn both into one product.");
        }
    }

    private static boolean contains(int[] sorted, int place) {
        return Arrays.binarySearch(sorted, place) >= 0;
    }

    private static double sum(LabelledVector vector, int[] places) {
        return IntStream.of(places).mapToDouble(vector::at).sum();
    }

    /**
     * What is decided.
     *
     * @return such as "hours per head"
     */
    public String name() {
        return name;
    }

    /**
     * What is decided on.
     *
     * @return the setting
     */
    public double setting() {
        return setting;
    }

    /**
     * The problem with the decision taken.
     *
     * @param problem the problem before
     * @return a new problem; an earlier limit of the same resource is replaced
     * @throws org.leontief.label.UnknownLabelException if a resource, product or region is not known, with the nearest
     * @throws IllegalArgumentException if units do not fit, or the limit that the decision adds has a name that is taken
     */
    public PlanProblem addTo(PlanProblem problem) {
        return taking.apply(problem);
    }

    /**
     * Takes the decision, finds the best plan, and says what the decision costs at the margin.
     *
     * @param problem the problem before
     * @param goal what is to be best
     * @return the social price
     * @throws InfeasiblePlanException if no plan keeps this and all other limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits the goal
     */
    public SocialPrice in(PlanProblem problem, Goal goal) {
        PlanProblem decided = addTo(problem);
        BestPlan plan = decided.best(goal);
        ShadowPrice price = plan.worth(kind, limit);
        double factor = perUnit.apply(plan);
        return new SocialPrice(
                this,
                factor * price.worth(),
                plan.unit() + " per " + settingUnit(price),
                isExact ? price : null,
                factor,
                plan);
    }

    private String settingUnit(ShadowPrice price) {
        return kind == LimitKind.RESOURCE && !isExact
                ? "unit of the " + name
                : (price.amountUnit() + " " + unit).strip();
    }

    /** Name and setting. */
    @Override
    public String toString() {
        return (name + " at " + NumberText.of(setting) + " " + unit).strip();
    }
}
