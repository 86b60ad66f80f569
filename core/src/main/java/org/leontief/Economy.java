package org.leontief;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.leontief.compilation.CompiledTable;
import org.leontief.compilation.TransformationModel;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.plan.PlanProblem;
import org.leontief.plan.years.DynamicLeontief;
import org.leontief.plan.years.YearsProblem;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.HouseholdClosure;
import org.leontief.quantity.HouseholdMultipliers;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.quantity.MixedPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.quantity.RoundsOfProduction;
import org.leontief.quantity.Scenario;
import org.leontief.resource.ResourceCheck;
import org.leontief.resource.Resources;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.structure.FieldOfInfluence;
import org.leontief.structure.HypotheticalExtraction;
import org.leontief.structure.Linkages;
import org.leontief.structure.PathLimits;
import org.leontief.structure.StructuralPaths;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;
import org.leontief.technology.Recipe;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.Viability;
import org.leontief.value.LabourAccount;
import org.leontief.value.LabourValues;
import org.leontief.value.PriceModel;
import org.leontief.value.production.ExchangeValues;
import org.leontief.value.production.Numeraire;
import org.leontief.value.production.Technique;

/**
 * The front door: an economy described by its technical coefficients, and one line for each question that is asked of it.
 *
 * <pre>{@code
 * Economy economy = Economy.of(table);
 * economy.viability().requireViable();
 * GrossOutputPlan plan = economy.plan(table.finalDemand().total().scale("Construction", 1.10));
 * plan.grossOutput().of("Manufacturing");
 * plan.grossOutput().errorBound("Manufacturing");
 * }</pre>
 *
 * <p>Regions and footprints are asked of the table itself: {@link org.leontief.region.RegionalEconomy}. Every line delegates to a class that can be used by itself, and throws where the solver could not do what was asked of
 * it; {@link GrossOutputPlan#of} also gives what a solver has that was stopped. Safe to share between threads. What is
 * computed once (the proof of viability, factors) is kept for further questions. So is the latest plan: scenarios start from
 * it, so that their last digits, within their bounds, depend on it.
 */
public final class Economy {

    private final TechnicalCoefficients coefficients;
    private final SolveOptions options;

    /** A plan of the economy before a scenario; null if there is none. */
    private final @Nullable GrossOutputPlan before;

    /** The latest plan without a scenario, from which scenarios start. */
    private final AtomicReference<@Nullable GrossOutputPlan> latest;

    private Economy(TechnicalCoefficients coefficients, SolveOptions options, @Nullable GrossOutputPlan before) {
        this.coefficients = coefficients;
        this.options = options;
        this.before = before;
        latest = new AtomicReference<>(before);
    }

    /**
     * The economy that a table records.
     *
     * @param table the table
     * @return the economy, with the default policies
     * @throws IllegalArgumentException if an industry has flows but no output, or its output is dust
     */
    public static Economy of(InputOutputTable table) {
        return of(TechnicalCoefficients.of(table));
    }

    /**
     * The economy that a table records.
     *
     * @param table the table
     * @param policies for zero output, dust and negative flows
     * @return the economy
     * @throws IllegalArgumentException if a policy refuses what is in the table
     */
    public static Economy of(InputOutputTable table, TechnologyOptions policies) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(policies, "policies");
        return of(TechnicalCoefficients.of(table, policies));
    }

    /**
     * The economy that a table of supply and use records, made symmetric by a model.
     *
     * @param source supply and use
     * @param model A to D of the Eurostat and UN manuals, by name
     * @return the economy; what the model had to assume, and negatives, are in {@link CompiledTable#of}
     * @throws IllegalArgumentException if the model does not fit the table; the message says why
     */
    public static Economy of(SupplyUseTable source, TransformationModel model) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(model, "model");
        return of(CompiledTable.of(source, model).table());
    }

    /**
     * An economy of given coefficients.
     *
     * @param coefficients the technology
     * @return the economy
     */
    public static Economy of(TechnicalCoefficients coefficients) {
        Objects.requireNonNull(coefficients, "coefficients");
        return new Economy(coefficients, SolveOptions.defaults(), null);
    }

    /**
     * An economy entered recipe by recipe.
     *
     * @param recipes one for each product
     * @return the economy
     * @throws IllegalArgumentException if a product has two recipes or an input has none
     */
    public static Economy of(Recipe... recipes) {
        Objects.requireNonNull(recipes, "recipes");
        return of(TechnicalCoefficients.ofRecipes(Arrays.asList(recipes)));
    }

    /**
     * The same economy, solved in another way.
     *
     * @param newOptions how to solve from now on
     * @return a new economy that shares what is already prepared
     */
    public Economy with(SolveOptions newOptions) {
        Objects.requireNonNull(newOptions, "newOptions");
        return new Economy(coefficients, newOptions, before);
    }

    /**
     * The economy under a scenario's changes of coefficients.
     *
     * @param scenario the changes
     * @return a new economy
     * @throws IllegalArgumentException if the scenario changes demand, which an economy does not hold: see
     *     {@link #plan(LabelledVector, Scenario)}
     */
    public Economy with(Scenario scenario) {
        if (scenario.changesDemand()) {
            throw new IllegalArgumentException("The scenario '" + scenario.name()
                    + "' changes final demand, which an economy does not hold. Use plan(finalDemand, scenario).");
        }
        return new Economy(scenario.applyTo(coefficients), options, latest.get());
    }

    /**
     * The industries.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return coefficients.industries();
    }

    /**
     * What a unit of each product takes.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return coefficients;
    }

    /**
     * Can this economy reproduce itself?
     *
     * @return the answer with its proof
     */
    public Viability viability() {
        return coefficients.viability();
    }

    /**
     * A final demand for some products and nothing of the others.
     *
     * @param amounts by product, in its unit
     * @return a demand to plan for
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     */
    public LabelledVector demand(Map<String, Double> amounts) {
        Objects.requireNonNull(amounts, "amounts");
        return LabelledVector.of("Final demand", industries(), coefficients.units(), amounts);
    }

    /**
     * What must every industry produce to deliver this final demand?
     *
     * @param finalDemand joined by label; every industry must be in it
     * @return the plan, with bounds
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public GrossOutputPlan plan(LabelledVector finalDemand) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        GrossOutputPlan plan = plan(coefficients, finalDemand, before);
        latest.set(plan);
        return plan;
    }

    /**
     * What must every industry produce for each of these final demands? Where the method is iterative they share their passes
     * over the coefficients, up to sixteen at a time.
     *
     * @param finalDemands each joined by label; every industry must be in it
     * @return one plan for each, in order, with bounds
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public List<GrossOutputPlan> plans(List<LabelledVector> finalDemands) {
        Objects.requireNonNull(finalDemands, "finalDemands");
        List<GrossOutputPlan> plans = GrossOutputPlan.all(coefficients, finalDemands, options);
        plans.forEach(GrossOutputPlan::requireConverged);
        return plans;
    }

    /** A direct method would gain nothing from a start. */
    private GrossOutputPlan plan(
            TechnicalCoefficients technology, LabelledVector demand, @Nullable GrossOutputPlan similar) {
        GrossOutputPlan plan = similar == null || similar.report().method() == SolveMethod.DENSE_LU
                ? GrossOutputPlan.of(technology, demand, options)
                : GrossOutputPlan.of(
                        technology, demand, options, similar.grossOutput().values());
        return plan.requireConverged();
    }

    /**
     * What must every industry produce to deliver these products, and nothing else?
     *
     * @param amounts by product, in its unit
     * @return the plan, with bounds
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws org.leontief.label.UnknownLabelException if a product is not known, with the nearest
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public GrossOutputPlan plan(Map<String, Double> amounts) {
        return plan(demand(amounts));
    }

    /**
     * How far is a plan that somebody else proposes from the one that delivers this final demand exactly?
     *
     * @param finalDemand joined by label
     * @param proposedOutput gross output, joined by label, however it was found
     * @return the proposed outputs, with a guaranteed bound on the error of every one
     * @throws org.leontief.technology.NotViableException if the economy is not proved viable
     */
    public BoundedVector certify(LabelledVector finalDemand, LabelledVector proposedOutput) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        Objects.requireNonNull(proposedOutput, "proposedOutput");
        return GrossOutputPlan.certify(coefficients, finalDemand, proposedOutput, options);
    }

    /**
     * The plan for a final demand under a scenario. What this economy has prepared is shared where the scenario changes few
     * recipes; and if it has made a plan before, an iterative method starts from the latest. The report says so: the bounds
     * are as good as without, and within them last digits may differ.
     *
     * @param finalDemand the demand before the scenario
     * @param scenario changes to coefficients, extensions and demand
     * @return the plan, with bounds
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable any more
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public GrossOutputPlan plan(LabelledVector finalDemand, Scenario scenario) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        Objects.requireNonNull(scenario, "scenario");
        return plan(scenario.applyTo(coefficients), scenario.applyTo(finalDemand), latest.get());
    }

    /**
     * Round by round, what does this final demand set in motion?
     *
     * @param finalDemand joined by label
     * @param count how many rounds
     * @return the rounds
     */
    public RoundsOfProduction rounds(LabelledVector finalDemand, int count) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        return RoundsOfProduction.of(coefficients, finalDemand, count);
    }

    /**
     * How much gross output does a unit of final demand for each product set in motion?
     *
     * @return output multipliers 1ᵀ L, with bounds
     */
    public BoundedVector outputMultipliers() {
        return Multipliers.output(coefficients, options);
    }

    /**
     * How much labour, carbon or value added is in a unit of final demand for each product?
     *
     * @param extension such as "Employment", or a row of value added
     * @return multipliers S L, with bounds
     */
    public BoundedVector multipliers(String extension) {
        Objects.requireNonNull(extension, "extension");
        return Multipliers.ofExtension(coefficients, extension, options);
    }

    /**
     * The multipliers of several extensions. Where the method is iterative they share their passes over the coefficients,
     * up to sixteen at a time.
     *
     * @param extensions such as "Employment" and "CO2", or rows of value added
     * @return multipliers S L, one for each, in order, with bounds
     */
    public List<BoundedVector> multipliers(List<String> extensions) {
        return Multipliers.ofExtensions(coefficients, extensions, options);
    }

    /**
     * How much labour is in a unit of each product?
     *
     * @param grades rows of labour, such as "Employment"; several grades are asked for one by one, or reduced by an account
     * @return labour values, with bounds
     */
    public LabourValues labourValues(String... grades) {
        Objects.requireNonNull(grades, "grades");
        return labourValues(LabourAccount.of(grades));
    }

    /**
     * How much labour is in a unit of each product, with depreciation, grades and imports counted as an account says?
     *
     * @param account what counts as labour, and how
     * @return labour values, with bounds
     */
    public LabourValues labourValues(LabourAccount account) {
        Objects.requireNonNull(account, "account");
        return LabourValues.of(coefficients, account, options);
    }

    /**
     * How much income or employment is set in motion if households spend what they earn?
     *
     * @param row such as "Wages" or "Employment"
     * @param households how they earn and spend
     * @return simple, total, type I and type II multipliers, with bounds
     */
    public HouseholdMultipliers householdMultipliers(String row, HouseholdClosure households) {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(households, "households");
        return HouseholdMultipliers.of(coefficients, households, row, options);
    }

    /**
     * The economy with households as its last industry: labour and consumption are then determined by the plan.
     *
     * @param households how they earn and spend
     * @return a new economy
     */
    public Economy closedBy(HouseholdClosure households) {
        return new Economy(households.close(coefficients), options, null);
    }

    /**
     * What do things cost if wages, taxes, imports or a price change? All prices of the base year are 1.
     *
     * @return the cost-push model of a table in money, ready for changes
     * @throws IllegalStateException if the products are in different units: name then the rows that prices cover
     */
    public PriceModel prices() {
        return PriceModel.ofBaseYear(coefficients).with(options);
    }

    /**
     * What do things cost if prices cover these rows?
     *
     * @param rows of value added, in one unit of money
     * @return the cost-push model, ready for changes
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     */
    public PriceModel prices(String... rows) {
        Objects.requireNonNull(rows, "rows");
        return PriceModel.of(coefficients, Arrays.asList(rows)).with(options);
    }

    /**
     * What does each rate of profit leave for wages, and which prices go with it?
     *
     * @param labour the row of labour, such as "Hours"
     * @return the technique, ready for prices of production
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if labour is negative, or 0 throughout
     */
    public Technique technique(String labour) {
        Objects.requireNonNull(labour, "labour");
        return Technique.of(coefficients, labour).with(options);
    }

    /**
     * At which exchange values can products be put back to where they are used up, if what workers consume is among the inputs?
     *
     * @param numeraire a product or a basket
     * @return exchange values and the rate of profit
     * @throws IllegalStateException if no product enters into all others, or non-basic ones have no positive price
     */
    public ExchangeValues exchangeValues(Numeraire numeraire) {
        return ExchangeValues.of(coefficients, numeraire);
    }

    /**
     * How does each industry depend on the others, and they on it?
     *
     * @param finalDemand whose plan gives the outputs that deliveries are shares of; that of the table for its own linkages
     * @return direct, total and net linkages, and key sectors, with bounds
     */
    public Linkages linkages(LabelledVector finalDemand) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        return Linkages.of(plan(finalDemand), options);
    }

    /**
     * What would be lost without an industry, a group or a region?
     *
     * @param finalDemand what is delivered before
     * @return ready for questions
     */
    public HypotheticalExtraction extraction(LabelledVector finalDemand) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        return HypotheticalExtraction.from(plan(finalDemand)).with(options);
    }

    /**
     * Along which chains of deliveries does labour, carbon or value added get into a product?
     *
     * @param extension such as "CO2", or a row of value added
     * @param product which
     * @param count how many chains, the largest first
     * @return the chains, and what all others add up to, with bounds
     */
    public StructuralPaths paths(String extension, String product, int count) {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(product, "product");
        return StructuralPaths.of(
                coefficients, extension, demand(Map.of(product, 1.0)), PathLimits.largest(count), options);
    }

    /**
     * Which coefficients matter most to outputs?
     *
     * @param finalDemand what is delivered
     * @return ready for questions
     */
    public FieldOfInfluence influence(LabelledVector finalDemand) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        return FieldOfInfluence.onOutput(plan(finalDemand), options);
    }

    /**
     * Resources of this economy, none yet: what there is of people, plant, carbon, foreign exchange.
     *
     * @return ready for amounts
     */
    public Resources resources() {
        return Resources.of(coefficients);
    }

    /**
     * What a plan uses against what there is, the tightest first.
     *
     * @param plan a plan of this economy
     * @param resources what there is
     * @return use, slack, and what is missing in units of final demand, with bounds
     * @throws org.leontief.label.UnknownLabelException if they are of other industries
     */
    public ResourceCheck check(GrossOutputPlan plan, Resources resources) {
        return ResourceCheck.of(plan, resources);
    }

    /**
     * A plan in which the output of some industries is given, and final demand for the products of all others.
     *
     * @param finalDemand what is wanted of every product, joined by label
     * @param givenOutputs outputs by industry
     * @return outputs and deliveries, with bounds
     * @throws IllegalArgumentException if labels, units or amounts do not fit
     */
    public MixedPlan mixedPlan(LabelledVector finalDemand, Map<String, Double> givenOutputs) {
        Objects.requireNonNull(finalDemand, "finalDemand");
        Objects.requireNonNull(givenOutputs, "givenOutputs");
        return MixedPlan.of(coefficients, finalDemand, givenOutputs, options);
    }

    /**
     * The question which plan is best, without limits and aims yet.
     *
     * @return a problem in which every industry is a technique
     */
    public PlanProblem problem() {
        return PlanProblem.of(coefficients);
    }

    /**
     * The question what to build and to consume over several years, without limits and aims yet.
     *
     * @param years their names, in order
     * @return a problem with this technology in every year
     * @throws IllegalArgumentException if there is no year, or a coefficient is negative
     */
    public YearsProblem years(String... years) {
        return YearsProblem.of(coefficients, years);
    }

    /**
     * The dynamic model x = A x + B Δx + d.
     *
     * @param capital B, products by industries: what a unit of output a year needs in stock
     * @return ready for balanced growth and for the way back from an aim
     * @throws IllegalArgumentException if labels, units or amounts do not fit
     */
    public DynamicLeontief dynamic(LabelledMatrix capital) {
        Objects.requireNonNull(capital, "capital");
        return DynamicLeontief.of(coefficients, capital).with(options);
    }

    /**
     * The Leontief inverse, formed explicitly: n² memory and n solves. Plans and multipliers do not need it.
     *
     * @return L with bounds
     * @throws org.leontief.solve.MemoryLimitException before anything is computed, if it does not fit
     */
    public LeontiefInverse leontiefInverse() {
        return LeontiefInverse.of(coefficients, options);
    }

    /** How many products and coefficients. */
    @Override
    public String toString() {
        return "Economy: " + coefficients;
    }
}
