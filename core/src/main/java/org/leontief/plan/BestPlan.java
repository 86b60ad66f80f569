package org.leontief.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OptimalityCertificate;
import org.leontief.optimisation.ProgrammeReport;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.plan.PlanValuation.PricedLimit;

/**
 * The best plan under the limits of a {@link PlanProblem}, what every scarce thing is worth in it, and the proof that no plan
 * is better. Immutable.
 *
 * <p>Worth is always an improvement of the goal: per unit of a product given from outside, of a resource that there is more
 * of, of a limit that stands one unit higher. It is positive for what is scarce and negative for floors and demands, which
 * cost; whether the goal is to be large or small does not matter. For an optimal plan a product's price is at most what each
 * technique would make it for, and equal to that where the technique is in use (L. V. Kantorovich, <em>The Best Use of
 * Economic Resources</em> (1965), ch. I).
 */
public final class BestPlan {

    private final PlanProblem problem;
    private final PlanProgramme programme;
    private final LinearSolution solution;
    private final List<HeldGoal> held;
    private final List<Goal> notPursued;
    private final PlanValuation valuation;
    private final PlanRanges ranges;
    private final double[] columns;

    BestPlan(
            PlanProblem problem,
            PlanProgramme programme,
            LinearSolution solution,
            List<HeldGoal> held,
            List<Goal> notPursued) {
        this.problem = problem;
        this.programme = programme;
        this.solution = solution;
        this.held = held;
        this.notPursued = List.copyOf(notPursued);
        valuation = new PlanValuation(programme, solution);
        ranges = new PlanRanges(programme, solution, problem.options());
        columns = solution.columns();
    }

    /**
     * Whether it is proved to be the best.
     *
     * @return OPTIMAL, or STOPPED where the solver ended early; the plan is then the best that it had
     */
    public ProgrammeStatus status() {
        return solution.status();
    }

    /**
     * Demands that it is proved to be the best, within the tolerance of the options.
     *
     * @return this plan
     * @throws IllegalStateException if the solver stopped before; the message holds its report
     */
    public BestPlan requireOptimal() {
        if (status() != ProgrammeStatus.OPTIMAL) {
            throw new IllegalStateException("The plan is not proved to be the best: " + certificate() + ". "
                    + solution.report() + " Maybe a larger iteration limit or tolerance will do?");
        }
        return this;
    }

    /**
     * What it is the best for: the last goal that was pursued.
     *
     * @return the goal
     */
    public Goal goal() {
        return programme.objective().goal();
    }

    /**
     * How far the goal is reached.
     *
     * @return the multiple, the value, or the use
     */
    public double objective() {
        return certificate().objective();
    }

    /**
     * What the objective is counted in.
     *
     * @return such as "multiples" or "hours"
     */
    public String unit() {
        return programme.objective().unit();
    }

    /**
     * How far no plan can go: guaranteed, whatever the solver did, for the numbers as they are stored.
     *
     * @return not below the objective of any plan, or not above if the goal is to be small; infinite if nothing was proved
     */
    public double objectiveBound() {
        return certificate().objectiveBound();
    }

    /**
     * How far the plan is from keeping every limit, its prices from fitting, and its objective from the best; recomputed from
     * the problem.
     *
     * @return the certificate
     */
    public OptimalityCertificate certificate() {
        return solution.certificate().orElseThrow();
    }

    /**
     * How it was found.
     *
     * @return method, iterations, time
     */
    public ProgrammeReport solverReport() {
        return solution.report();
    }

    /**
     * t: the multiple of the target that it delivers.
     *
     * @return at least 0
     * @throws IllegalStateException if the problem has no target
     */
    public double multiple() {
        if (!problem.conditions().hasTarget()) {
            throw new IllegalStateException("The problem has no target; see PlanProblem.target.");
        }
        return columns[programme.layout().multiple()];
    }

    /**
     * x: how far every technique is run.
     *
     * @return by technique: for industries their gross output
     */
    public LabelledVector intensities() {
        return LabelledVector.of(
                "Intensities",
                problem.techniques(),
                problem.technology().intensityUnits(),
                Arrays.copyOf(columns, problem.techniques().size()));
    }

    /**
     * How much of every product is made, by all techniques together.
     *
     * @return by product
     */
    public LabelledVector grossOutput() {
        double[] made = new double[problem.products().size()];
        for (int j = 0; j < problem.techniques().size(); j++) {
            double intensity = columns[j];
            if (intensity != 0) {
                problem.technology().outputs(j).forEach((product, amount) -> made[product] += amount * intensity);
            }
        }
        return byProduct("Gross output", problem.units(), made);
    }

    /**
     * y: what is delivered to final users, the multiple of the target included.
     *
     * @return by product
     */
    public LabelledVector deliveries() {
        double multiple = problem.conditions().hasTarget() ? multiple() : 0;
        double[] delivered = new double[problem.products().size()];
        for (int i = 0; i < delivered.length; i++) {
            delivered[i] = columns[programme.layout().delivery(i)]
                    + multiple * problem.conditions().target(i);
        }
        return byProduct("Final deliveries", problem.units(), delivered);
    }

    private LabelledVector byProduct(String name, Units units, double[] values) {
        return LabelledVector.of(name, problem.products(), units, values);
    }

    /**
     * How much of a resource the plan uses.
     *
     * @param resource its name, or that of a row of the table
     * @return in the unit of the resource
     * @throws org.leontief.label.UnknownLabelException if nothing uses it, with the nearest name
     */
    public double use(String resource) {
        double[] use = {0};
        programme
                .layout()
                .columnsOf(problem.resourceOrRow(resource))
                .forEach((column, amount) -> use[0] += amount * columns[column]);
        return use[0];
    }

    /**
     * How the plan stands to every limit that the problem states.
     *
     * @return resources and outputs, deliveries, goals held, intensities
     */
    public List<LimitUse> limits() {
        return valuation.limits().stream().map(PricedLimit::use).toList();
    }

    /**
     * The limits that hold the plan back: those with a worth, the weightiest first.
     *
     * @return limits at which a change would change the objective
     */
    public List<LimitUse> binding() {
        return limits().stream()
                .filter(use -> use.worth() != 0)
                .sorted(Comparator.comparingDouble(LimitUse::weight).reversed())
                .toList();
    }

    /**
     * One limit.
     *
     * @param kind what it limits
     * @param name of the resource, product, technique or goal
     * @return how the plan stands to it
     * @throws org.leontief.label.UnknownLabelException if the problem states no such limit, with the nearest
     */
    public LimitUse limit(LimitKind kind, String name) {
        return placed(kind, name).use();
    }

    private PricedLimit placed(LimitKind kind, String name) {
        List<PricedLimit> ofKind = valuation.limits().stream()
                .filter(limit -> limit.use().limit().kind() == kind)
                .toList();
        if (kind == LimitKind.RESOURCE
                && problem.conditions().resources().containsKey(name)
                && problem.resourceOrRow(name).limit().isNone()) {
            throw new UnknownLabelException("'" + name + "' is counted and not limited, so that no limit of it is worth"
                    + " anything. For what is used of it say use(\"" + name + "\"), for a limit available(\"" + name
                    + "\", Limit.atMost(amount)).");
        }
        Labels names = Labels.of(ofKind.stream()
                .map(limit -> limit.use().limit().name())
                .distinct()
                .toList());
        if (kind == LimitKind.RESOURCE
                && !names.contains(name)
                && problem.products().contains(name)) {
            throw new UnknownLabelException(
                    "'" + name + "' is a product and no limited resource. What one unit more of it is"
                            + " worth says price(\"" + name + "\").");
        }
        String known = names.get(names.indexOf(name)).toString();
        // A goal may be held twice; the first one has the worth.
        return ofKind.stream()
                .filter(limit -> limit.use().limit().name().equals(known))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Prices of the products: what a unit given from outside would improve.
     *
     * @return by product, in the unit of the goal per unit of the product
     */
    public LabelledVector prices() {
        return byProduct("Prices", Units.of(unit()).per(problem.units()), valuation.prices());
    }

    /**
     * The price of one product, and how far it holds.
     *
     * @param product its name
     * @return the amount in it is the stock that there is before anything is made
     * @throws org.leontief.label.UnknownLabelException if there is no such product, with the nearest
     */
    public ShadowPrice price(String product) {
        int place = problem.products().indexOf(product);
        return ranges.ofProduct(
                problem.products().get(place).toString(),
                valuation.price(place),
                unitPer(problem.units().get(place)),
                problem.conditions().stocks().at(place),
                problem.units().get(place),
                place);
    }

    /**
     * What one unit more of a resource is worth, and how far that holds.
     *
     * @param resource its name; limited in the problem
     * @return 0 if some of it is left over
     * @throws org.leontief.label.UnknownLabelException if it is no limited resource, with the nearest
     */
    public ShadowPrice worth(String resource) {
        return worth(LimitKind.RESOURCE, resource);
    }

    /**
     * What it is worth if a limit stands one unit higher, and how far that holds.
     *
     * @param kind what it limits
     * @param name of the resource, product, technique or goal
     * @return positive for a ceiling that binds, negative for a floor or a demand that binds
     * @throws org.leontief.label.UnknownLabelException if the problem states no such limit, with the nearest
     */
    public ShadowPrice worth(LimitKind kind, String name) {
        PricedLimit limit = placed(kind, name);
        LimitUse use = limit.use();
        double height = use.worth() < 0 || use.limit().limit().upper() == Double.POSITIVE_INFINITY
                ? use.limit().limit().lower()
                : use.limit().limit().upper();
        String of = use.limit().what();
        String unit = unitPer(use.limit().unit());
        return limit.isRow()
                ? ranges.ofRow(of, use.worth(), unit, height, use.limit().unit(), limit.place())
                : ranges.ofColumn(
                        new ShadowPrice(
                                of, use.worth(), unit, height, use.limit().unit(), Optional.empty(), ""),
                        use.limit().limit(),
                        limit.place());
    }

    private String unitPer(String other) {
        return Units.of(unit()).per(Units.of(other)).get(0);
    }

    /**
     * Whether each technique is worth using: what a unit of it brings less all that it takes.
     *
     * @return by technique: 0 for those in use, negative for those that lose
     */
    public LabelledVector advantages() {
        double[] net = IntStream.range(0, problem.techniques().size())
                .mapToDouble(valuation::gain)
                .toArray();
        for (PricedLimit limit : valuation.limits()) {
            if (!limit.isRow() && limit.place() < net.length && limit.use().worth() > 0) {
                net[limit.place()] -= limit.use().worth();
            }
        }
        return LabelledVector.of(
                "Advantages",
                problem.techniques(),
                Units.of(unit()).per(problem.technology().intensityUnits()),
                net);
    }

    /**
     * Should this technique be used? What it makes and takes, each at its price.
     *
     * @param technique its name
     * @return the value of its products less that of everything it takes
     * @throws org.leontief.label.UnknownLabelException if there is no such technique, with the nearest
     */
    public Appraisal appraisal(String technique) {
        return appraiser().of(problem.techniques().indexOf(technique));
    }

    /**
     * Would a technique that is not in the problem make the plan better?
     *
     * @param activity the technique; what it makes and takes has to be known in the problem
     * @return better if what remains is positive
     * @throws org.leontief.label.UnknownLabelException if it makes or takes something unknown, with the nearest
     */
    public Appraisal appraisal(Activity activity) {
        return appraiser().of(activity);
    }

    /**
     * What a product or resource is worth where it is used, and what one unit more of it would add.
     *
     * @param thing a product or a resource
     * @return its price, and the value of each use
     * @throws org.leontief.label.UnknownLabelException if there is neither, with the nearest
     */
    public OpportunityCost opportunityCost(String thing) {
        return appraiser().opportunityCost(thing);
    }

    private PlanAppraiser appraiser() {
        return new PlanAppraiser(this);
    }

    /**
     * The goals that were reached before and are held, with what was reached; the last one, that was pursued, is not among
     * them.
     *
     * @return how the plan stands to each
     */
    public List<LimitUse> goalsHeld() {
        return limits().stream()
                .filter(use -> use.limit().kind() == LimitKind.GOAL)
                .toList();
    }

    /**
     * The plan for a person: what is reached, deliveries, what binds and what it is worth, which techniques are in, and how
     * good the answer is.
     *
     * @return several lines
     */
    public String report() {
        return PlanReport.of(this);
    }

    /**
     * The problem that it answers.
     *
     * @return the problem
     */
    public PlanProblem problem() {
        return problem;
    }

    Optional<Goal> firstNotPursued() {
        return notPursued.stream().findFirst();
    }

    List<HeldGoal> held() {
        return held;
    }

    PlanProgramme programme() {
        return programme;
    }

    LinearSolution solution() {
        return solution;
    }

    PlanValuation valuation() {
        return valuation;
    }

    double column(int place) {
        return columns[place];
    }

    /** What is reached, and how good that is. */
    @Override
    public String toString() {
        return status() + ", " + goal() + ": " + NumberText.of(objective()) + " " + unit() + ", at best "
                + NumberText.of(objectiveBound());
    }
}
