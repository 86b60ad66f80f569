package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.resource.Resource;
import org.leontief.resource.Resources;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What can be done, what there is, and what is wanted; ready for the question which plan is best.
 *
 * <pre>{@code
 * BestPlan best = PlanProblem.of(table)
 *         .resource("Employment", 36_428)
 *         .demand(investmentAndExports)
 *         .target(households)
 *         .largestMultiple();
 * best.objective();
 * best.worth("Employment");
 * }</pre>
 *
 * <pre>
 * outputs x − inputs x + stock = y         intensities x ≥ 0; y: final deliveries
 * y ≥ demand + t · target,  y ≥ 0 where nothing is demanded
 * use x + use of deliveries y ≤ resources
 * floors and ceilings of outputs, deliveries, intensities
 * </pre>
 *
 * <p>More of a product may be delivered than is wanted. An industry of a table is one technique, run at the intensity of its
 * gross output; activities are further ones. Every limit has a name, by which its price is asked for afterwards. Source:
 * L. V. Kantorovich, <em>The Best Use of Economic Resources</em> (1965); R. Dorfman, P. A. Samuelson and R. M. Solow,
 * <em>Linear Programming and Economic Analysis</em> (1958), chapters 6 and 9. Immutable; every call gives a new problem.
 */
public final class PlanProblem {

    private final Techniques techniques;
    private final Conditions conditions;
    private final ProgrammeOptions options;

    private PlanProblem(Techniques techniques, Conditions conditions, ProgrammeOptions options) {
        this.techniques = techniques;
        this.conditions = conditions;
        this.options = options;
    }

    /**
     * The industries of a technology, each with its recipe.
     *
     * @param coefficients A and S
     * @return a problem without limits
     */
    public static PlanProblem of(TechnicalCoefficients coefficients) {
        return of(Objects.requireNonNull(coefficients, "coefficients"), List.of());
    }

    /**
     * The industries of a table.
     *
     * @param table the table
     * @return a problem without limits
     * @throws IllegalArgumentException if an industry has flows but no output, or its output is dust
     */
    public static PlanProblem of(InputOutputTable table) {
        return of(TechnicalCoefficients.of(table));
    }

    /**
     * Techniques entered by hand, without a table.
     *
     * @param activities each with a name of its own
     * @return a problem without limits
     * @throws IllegalArgumentException if there are none, a name stands twice, or one thing is counted in two units
     */
    public static PlanProblem of(Activity... activities) {
        Objects.requireNonNull(activities, "activities");
        return of(null, Arrays.asList(activities));
    }

    private static PlanProblem of(@Nullable TechnicalCoefficients coefficients, List<Activity> activities) {
        Techniques techniques = Techniques.of(coefficients, activities);
        return new PlanProblem(
                techniques,
                Conditions.none(techniques.products().size(), techniques.count()),
                ProgrammeOptions.defaults());
    }

    /**
     * Further techniques; what they make and nothing else does is a new product.
     *
     * @param more each with a name of its own
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if one makes a product by a name that several regions have
     * @throws IllegalArgumentException if a name stands twice, one product has two names in an activity, or one thing is counted
     *     in two units
     */
    public PlanProblem activities(Activity... more) {
        Objects.requireNonNull(more, "more");
        if (techniques.coefficients() != null) {
            ActivityNames.require(techniques.coefficients().industries(), Arrays.asList(more));
        }
        List<Activity> all = new ArrayList<>(techniques.activities());
        all.addAll(Arrays.asList(more));
        Techniques joined = Techniques.of(techniques.coefficients(), all);
        return new PlanProblem(joined, conditions.grownTo(joined.products().size(), joined.count()), options);
    }

    /**
     * How much there is of a resource that the table or the activities know.
     *
     * @param name a row of the table (an extension or a row of value added), or what an activity uses
     * @param available the most that may be used, in the unit of that row or activity
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if nothing uses it, with the nearest name
     * @throws IllegalArgumentException if the amount is negative or NaN, or the resource has an amount already
     */
    public PlanProblem resource(String name, double available) {
        Objects.requireNonNull(name, "name");
        KnownResources known = known();
        return add(known.get(known.requireNew(name)).with(KnownResources.amount(name, available)));
    }

    /**
     * How much there is of a resource, in a unit that is checked.
     *
     * @param name as above
     * @param unit the unit of the amount
     * @param available the most that may be used
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if nothing uses it, with the nearest name
     * @throws IllegalArgumentException if it is counted in another unit, the amount is negative or NaN, or the resource has an
     *     amount already
     */
    public PlanProblem resource(String name, String unit, double available) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        KnownResources known = known();
        return add(known.inUnit(known.requireNew(name), unit).with(KnownResources.amount(name, available)));
    }

    /**
     * Something that some industries of a table use: the hours of an oven, the area of a shop.
     *
     * @param name what it is called
     * @param unit what it is counted in
     * @param perUnitOfOutput by industry, in that unit per unit of output; industries not named use nothing
     * @param available the most that may be used
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such industry, with the nearest
     * @throws IllegalArgumentException if a number is not finite, the amount is negative, or the name is taken
     */
    public PlanProblem resource(String name, String unit, Map<String, Double> perUnitOfOutput, double available) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(perUnitOfOutput, "perUnitOfOutput");
        return resources(Resources.of(requireTable()).resource(name, unit, perUnitOfOutput, available));
    }

    /**
     * A resource with its use by the industries of a table.
     *
     * @param name what it is called
     * @param unit what it is counted in
     * @param perUnitOfOutput joined by label, in that unit per unit of each product
     * @param available the most that may be used
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units do not match, the amount is negative or NaN, or the name is taken
     */
    public PlanProblem resource(String name, String unit, LabelledVector perUnitOfOutput, double available) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(perUnitOfOutput, "perUnitOfOutput");
        return resources(Resources.of(requireTable()).resource(name, unit, perUnitOfOutput, available));
    }

    /**
     * All resources of a check, so that a plan can be sought within what it was checked against. An activity that a resource
     * should count has to use it by its name.
     *
     * @param resources of the industries of this problem
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if they are of other industries
     * @throws IllegalArgumentException if a name is taken
     */
    public PlanProblem resources(Resources resources) {
        List<PlanResource> added = new ArrayList<>();
        int[] places = resources.industries().placesIn(requireTable().industries(), "the problem");
        SparseMatrix output = resources.perUnitOfOutput().matrix().transpose();
        SparseMatrix delivery = resources.perUnitOfFinalDemand().matrix().transpose();
        for (Resource resource : resources) {
            int k = added.size();
            added.add(new PlanResource(
                    known().requireNew(resource.name()),
                    resource.unit(),
                    Coefficients.ofColumn(output, k).movedTo(places),
                    Coefficients.ofColumn(delivery, k).movedTo(places),
                    Limit.atMost(resource.available())));
        }
        return with(conditions.with(added));
    }

    /**
     * A resource that is counted and not limited.
     *
     * @param name a row of the table, or what an activity uses
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if nothing uses it, with the nearest name
     */
    public PlanProblem counting(String name) {
        Objects.requireNonNull(name, "name");
        return add(resourceOrRow(known().requireNew(name)));
    }

    /**
     * Another amount of a resource that is in the problem already.
     *
     * @param resource its name
     * @param limit from where to where its use may go
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, with the nearest
     */
    public PlanProblem available(String resource, Limit limit) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(limit, "limit");
        return add(known().limited(resource).with(limit));
    }

    /**
     * What a unit delivered to final users itself uses of a resource: the exhaust of private cars, beside what making the
     * product takes.
     *
     * @param resource its name, in the problem already
     * @param perUnitDelivered joined by label, in the resource's unit per unit of each product
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such resource, or labels do not match
     * @throws IllegalArgumentException if units do not match
     */
    public PlanProblem usedByDeliveries(String resource, LabelledVector perUnitDelivered) {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(perUnitDelivered, "perUnitDelivered");
        PlanResource known = known().limited(resource);
        Units needed = Units.of(known.unit()).per(units());
        return add(known.with(Coefficients.of(perUnitDelivered.alignedTo(products(), needed))));
    }

    /**
     * A condition on final deliveries: a share of investment, a balance of trade.
     *
     * @param name what it is called
     * @param unit what the sum is counted in
     * @param perUnitDelivered its coefficients by place of the product
     * @param limit from where to where the sum may go
     */
    PlanProblem condition(String name, String unit, Coefficients perUnitDelivered, Limit limit) {
        return condition(name, unit, Coefficients.NONE, perUnitDelivered, limit);
    }

    /** The same on outputs, too: an emission standard. Activities are not in it. */
    PlanProblem condition(String name, String unit, Coefficients output, Coefficients delivery, Limit limit) {
        return add(new PlanResource(known().requireFree(name), unit, output, delivery, limit));
    }

    /** The same with what activities use of something counted against it: a balance of trade. */
    PlanProblem balance(
            String name, String unit, Coefficients output, Coefficients delivery, String used, Limit limit) {
        return add(new PlanResource(known().requireFree(name), unit, output, delivery, used, -1, limit));
    }

    /**
     * Bounds on what is delivered of a product in all, the multiple of the target included.
     *
     * @param product its name
     * @param limit a floor below 0 lets so much come in from outside
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     * @throws IllegalArgumentException if it contradicts an earlier limit
     */
    public PlanProblem delivery(String product, Limit limit) {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(limit, "limit");
        int place = products().indexOf(product);
        return with(conditions.withDeliveries(conditions.deliveries().with(place, limit, products(), units())));
    }

    /**
     * Floors under the deliveries of all products.
     *
     * @param least joined by label
     * @return a new problem
     */
    public PlanProblem deliveriesAtLeast(LabelledVector least) {
        Objects.requireNonNull(least, "least");
        return with(conditions.withDeliveries(conditions.deliveries().with(least, true, products(), units())));
    }

    /**
     * Ceilings over the deliveries of all products.
     *
     * @param most joined by label
     * @return a new problem
     */
    public PlanProblem deliveriesAtMost(LabelledVector most) {
        Objects.requireNonNull(most, "most");
        return with(conditions.withDeliveries(conditions.deliveries().with(most, false, products(), units())));
    }

    /**
     * Bounds on how much of a product is made, by all techniques together: capacity, or a floor under employment in a region.
     *
     * @param product its name
     * @param limit from where to where
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     * @throws IllegalArgumentException if it contradicts an earlier limit
     */
    public PlanProblem output(String product, Limit limit) {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(limit, "limit");
        int place = products().indexOf(product);
        return with(conditions.withOutputs(conditions.outputs().with(place, limit, products(), units())));
    }

    /**
     * Capacities of all products.
     *
     * @param most joined by label
     * @return a new problem
     */
    public PlanProblem outputsAtMost(LabelledVector most) {
        Objects.requireNonNull(most, "most");
        return with(conditions.withOutputs(conditions.outputs().with(most, false, products(), units())));
    }

    /**
     * Bounds on how far a technique is run.
     *
     * @param technique its name: that of the activity, or of the industry
     * @param limit from where to where
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such technique, with the nearest
     * @throws IllegalArgumentException if it contradicts an earlier limit
     */
    public PlanProblem intensity(String technique, Limit limit) {
        Objects.requireNonNull(technique, "technique");
        Objects.requireNonNull(limit, "limit");
        int place = techniques().indexOf(technique);
        return with(conditions.withIntensities(
                conditions.intensities().with(place, limit, techniques(), techniques.intensityUnits())));
    }

    /**
     * What is there of a product before anything is made; negative for what is owed.
     *
     * @param product its name
     * @param amount in its unit; what was said before is replaced
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     */
    public PlanProblem stock(String product, double amount) {
        Objects.requireNonNull(product, "product");
        return with(
                conditions.withStocks(conditions.stocks().with(products().indexOf(product), finite(product, amount))));
    }

    /**
     * What has to be delivered in any case, beside the target; negative where it comes in from outside.
     *
     * @param demand joined by label; what was said before is replaced
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public PlanProblem demand(LabelledVector demand) {
        return with(conditions.withDemand(Coefficients.of(demand.alignedTo(products(), units()))));
    }

    /**
     * What has to be delivered of some products in any case, and nothing of the others.
     *
     * @param amounts by product, in its unit; what was said before is replaced
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     */
    public PlanProblem demand(Map<String, Double> amounts) {
        Objects.requireNonNull(amounts, "amounts");
        return demand(LabelledVector.of("Demand", products(), units(), amounts));
    }

    /**
     * The basket of which the plan delivers a multiple beside the demand.
     *
     * @param basket joined by label; what was said before is replaced
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, or the basket is empty
     */
    public PlanProblem target(LabelledVector basket) {
        Coefficients target = Coefficients.of(basket.alignedTo(products(), units()));
        if (target.count() == 0) {
            throw new IllegalArgumentException("The target '" + basket.name()
                    + "' is empty: any multiple of it is the same. Say how much of what is wanted.");
        }
        return with(conditions.withTarget(target));
    }

    /**
     * The basket of which the plan delivers a multiple.
     *
     * @param amounts by product, in its unit; what was said before is replaced
     * @return a new problem
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     */
    public PlanProblem target(Map<String, Double> amounts) {
        Objects.requireNonNull(amounts, "amounts");
        return target(LabelledVector.of("Target", products(), units(), amounts));
    }

    /**
     * Solves in another way.
     *
     * @param newOptions method, tolerance, limits
     * @return a new problem
     */
    public PlanProblem with(ProgrammeOptions newOptions) {
        Objects.requireNonNull(newOptions, "newOptions");
        return new PlanProblem(techniques, conditions, newOptions);
    }

    /**
     * The plan that delivers the largest multiple of the target.
     *
     * @return the plan, its prices and its proof
     * @throws IllegalStateException if there is no target
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits the multiple
     */
    public BestPlan largestMultiple() {
        return best(Goal.largestMultiple());
    }

    /**
     * The plan whose deliveries are most in harmony with the target: short of no product for the sake of another.
     *
     * @return the plan, its prices and its proof
     * @throws IllegalStateException if there is no target
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits the deliveries
     * @see Harmony
     */
    public BestPlan harmony() {
        return best(Goal.harmony());
    }

    /**
     * The plan whose deliveries have the most value.
     *
     * @param weights value of a unit of each product, joined by label
     * @return the plan, its prices and its proof
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits the value
     */
    public BestPlan mostValue(LabelledVector weights) {
        return best(Goal.mostValue(weights));
    }

    /**
     * The plan that meets demand and floors with the least use of a resource.
     *
     * @param resource such as "Labour" or "CO2"; a row of the table need not be limited
     * @return the plan, its prices and its proof
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     */
    public BestPlan least(String resource) {
        Objects.requireNonNull(resource, "resource");
        return best(Goal.least(resource));
    }

    /**
     * The plan that reaches a goal, and among those that reach it the next goal, and so on.
     *
     * @param first the goal that comes first
     * @param then those after it, each held to its best within {@link Goal#within its share} when it is followed by another
     * @return the plan; its prices are those of the last goal
     * @throws InfeasiblePlanException if no plan keeps all limits; it names those that clash
     * @throws UnboundedPlanException if nothing limits one of the goals
     */
    public BestPlan best(Goal first, Goal... then) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(then, "then");
        List<Goal> goals = new ArrayList<>(List.of(first));
        goals.addAll(Arrays.asList(then));
        return PlanSearch.best(this, goals);
    }

    /**
     * The products.
     *
     * @return their labels: those of the table, then those that only activities make
     */
    public Labels products() {
        return techniques.products();
    }

    /**
     * The units of the products.
     *
     * @return one for all or one for each product
     */
    public Units units() {
        return techniques.units();
    }

    /**
     * The techniques.
     *
     * @return their names: the industries of the table, then the activities
     */
    public Labels techniques() {
        return techniques.names();
    }

    /**
     * The resources.
     *
     * @return their names, in the order in which they were given
     */
    public List<String> resources() {
        return List.copyOf(conditions.resources().keySet());
    }

    Techniques technology() {
        return techniques;
    }

    Conditions conditions() {
        return conditions;
    }

    ProgrammeOptions options() {
        return options;
    }

    /** A resource of the problem, or a row of the table or an input of activities that has not been made one yet. */
    PlanResource resourceOrRow(String name) {
        return known().get(name);
    }

    private KnownResources known() {
        return new KnownResources(techniques, conditions.resources());
    }

    private TechnicalCoefficients requireTable() {
        TechnicalCoefficients coefficients = techniques.coefficients();
        if (coefficients == null) {
            throw new IllegalStateException(
                    "This problem has no table. Let each activity say what it uses, and give the"
                            + " amount: resource(name, amount).");
        }
        return coefficients;
    }

    private static double finite(String product, double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(
                    "The stock of '" + product + "' is " + amount + "; a finite number is needed.");
        }
        return amount;
    }

    private PlanProblem add(PlanResource resource) {
        return with(conditions.with(List.of(resource)));
    }

    private PlanProblem with(Conditions newConditions) {
        return new PlanProblem(techniques, newConditions, options);
    }

    /** How much there is of everything. */
    @Override
    public String toString() {
        return "Planning problem with " + techniques.count() + " techniques for "
                + products().size() + " products and " + conditions.resources().size() + " resources";
    }
}
