package org.leontief.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Certificate;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.NotViableException;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What every industry must produce to deliver a final demand: x = A x + d, with a guaranteed bound on every number.
 *
 * <p>d, x: n, in the units of the products. Bounds hold for the stored A and d exactly; what the table itself does not know
 * is not in them. Source: Miller and Blair 2009, section 2.2.2. Immutable.
 */
public final class GrossOutputPlan {

    private static final SolutionRequirement SOUGHT =
            SolutionRequirement.of("there is no output, or no single one, that meets the demand");

    private final TechnicalCoefficients coefficients;
    private final LabelledVector finalDemand;
    private final Solution solution;
    private final BoundedVector grossOutput;

    private GrossOutputPlan(TechnicalCoefficients coefficients, LabelledVector finalDemand, Solution solution) {
        this.coefficients = coefficients;
        this.finalDemand = finalDemand;
        this.solution = solution;
        this.grossOutput = BoundedVector.of("Gross output", coefficients.industries(), coefficients.units(), solution);
    }

    /**
     * Computes a plan. One whose solver was stopped is returned as far as it came: see {@link #requireConverged}.
     *
     * @param coefficients the technology
     * @param demand final demand, joined by label; every industry must be in it
     * @param options how to solve
     * @return the plan
     * @throws NotViableException if it is proved that the economy cannot reproduce itself
     * @throws org.leontief.label.UnknownLabelException if the labels of the demand do not match
     * @throws IllegalArgumentException if the units differ, or a product is demanded that has no recipe
     * @throws IllegalStateException if I − A is singular
     */
    public static GrossOutputPlan of(TechnicalCoefficients coefficients, LabelledVector demand, SolveOptions options) {
        LabelledVector aligned = ProducibleDemand.of(coefficients, demand);
        Solution solution = coefficients.system().solve(aligned.toArray(), options);
        SOUGHT.requireValues(coefficients, solution);
        return new GrossOutputPlan(coefficients, aligned, solution);
    }

    /**
     * Computes a plan from the gross outputs of a similar one. Where the method works step by step, the closer they are the
     * fewer steps it takes; bounds are as good as ever, and the report says what the start was worth.
     *
     * @param coefficients the technology
     * @param demand final demand, joined by label; every industry must be in it
     * @param options how to solve
     * @param start gross outputs, joined by label: last year's, or those before a change
     * @return the plan
     * @throws NotViableException if it is proved that the economy cannot reproduce itself
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if the units differ, or a product is demanded that has no recipe
     * @throws IllegalStateException if I − A is singular
     */
    public static GrossOutputPlan of(
            TechnicalCoefficients coefficients, LabelledVector demand, SolveOptions options, LabelledVector start) {
        LabelledVector aligned = ProducibleDemand.of(coefficients, demand);
        LabelledVector first = start.alignedTo(coefficients.industries(), coefficients.units());
        Solution solution = coefficients.system().solve(aligned.toArray(), options, first.toArray());
        SOUGHT.requireValues(coefficients, solution);
        return new GrossOutputPlan(coefficients, aligned, solution);
    }

    /**
     * Computes the plans for several demands, which share their passes over the coefficients.
     *
     * @param coefficients the technology
     * @param demands each joined by label
     * @param options how to solve
     * @return one for each, in order, as of {@link #of(TechnicalCoefficients, LabelledVector, SolveOptions)}
     * @throws NotViableException if it is proved that the economy cannot reproduce itself
     * @throws org.leontief.label.UnknownLabelException if the labels of a demand do not match; before anything is solved
     * @throws IllegalArgumentException if units differ, or a product is demanded that has no recipe
     * @throws IllegalStateException if I − A is singular
     */
    public static List<GrossOutputPlan> all(
            TechnicalCoefficients coefficients, List<LabelledVector> demands, SolveOptions options) {
        List<LabelledVector> aligned = demands.stream()
                .map(demand -> ProducibleDemand.of(coefficients, demand))
                .toList();
        double[][] rightHandSides =
                aligned.stream().map(LabelledVector::toArray).toArray(double[][]::new);
        List<Solution> solutions = coefficients.system().solveAll(rightHandSides, options);
        List<GrossOutputPlan> plans = new ArrayList<>();
        for (int k = 0; k < rightHandSides.length; k++) {
            SOUGHT.requireValues(coefficients, solutions.get(k));
            plans.add(new GrossOutputPlan(coefficients, aligned.get(k), solutions.get(k)));
        }
        return List.copyOf(plans);
    }

    /**
     * Bounds the errors of gross outputs that were found elsewhere.
     *
     * @param coefficients the technology
     * @param demand final demand, joined by label
     * @param proposed gross outputs, joined by label
     * @param options how sharp a bound
     * @return the proposed outputs with a bound on how far each is from x = A x + d
     * @throws NotViableException if the economy is not proved viable
     * @throws IllegalArgumentException if units differ, or a product is demanded that has no recipe
     */
    public static BoundedVector certify(
            TechnicalCoefficients coefficients, LabelledVector demand, LabelledVector proposed, SolveOptions options) {
        coefficients.viability().requireViable();
        LabelledVector d = ProducibleDemand.of(coefficients, demand);
        LabelledVector x = proposed.alignedTo(coefficients.industries(), coefficients.units());
        return coefficients
                .system()
                .certify(d.toArray(), x.toArray(), options)
                .map(certificate -> BoundedVector.of(x, certificate.errorBounds()))
                .orElseGet(() -> BoundedVector.uncertified(x));
    }

    /**
     * The technology that the plan uses.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return coefficients;
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
     * d: what the plan delivers.
     *
     * @return in the units of the products
     */
    public LabelledVector finalDemand() {
        return finalDemand;
    }

    /**
     * x: what every industry must produce.
     *
     * @return in the units of the products, with bounds
     */
    public BoundedVector grossOutput() {
        return grossOutput;
    }

    /**
     * A x̂: how much of the row's product the column's industry uses.
     *
     * @return n × n, in the units of the rows
     */
    public LabelledMatrix intermediateUse() {
        SparseMatrix flows =
                coefficients.matrix().matrix().scaleColumns(grossOutput.values().toArray());
        return LabelledMatrix.of("Intermediate use", industries(), industries(), coefficients.units(), flows);
    }

    /**
     * A x: how much of each product all industries use together.
     *
     * @return in the units of the products
     */
    public LabelledVector intermediateDeliveries() {
        double[] use =
                coefficients.matrix().matrix().multiply(grossOutput.values().toArray());
        return LabelledVector.of("Intermediate deliveries", industries(), coefficients.units(), use);
    }

    /**
     * A x + d: intermediate deliveries and final demand together. It equals gross output but for the residual.
     *
     * @return in the units of the products
     */
    public LabelledVector totalUse() {
        return intermediateDeliveries().plus(finalDemand).named("Total use");
    }

    /**
     * S x by industry: labour, emissions or value added of the plan.
     *
     * @param name an extension such as "Employment", or a row of value added
     * @return in the extension's unit, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     */
    public BoundedVector extension(String name) {
        int row = coefficients.extensions().rows().indexOf(name);
        LabelledVector perUnit = coefficients.extensions().row(name);
        Units unit = Units.of(coefficients.extensions().rowUnits().get(row));
        return BoundedVector.of(
                name, industries(), unit, i -> Bounded.exact(perUnit.at(i)).times(Bounded.of(grossOutput, i)));
    }

    /**
     * The names that {@link #extension} knows.
     *
     * @return extensions, then rows of value added
     */
    public List<String> extensionNames() {
        return coefficients.extensions().rows().asList().stream()
                .map(Object::toString)
                .toList();
    }

    /**
     * How the plan was reached.
     *
     * @return method, stop reason, iterations, residual, time
     */
    public SolveReport report() {
        return solution.report();
    }

    /**
     * The certificate behind the bounds.
     *
     * @return empty where nothing could be proved; {@link #certification()} says why
     */
    public Optional<Certificate> certificate() {
        return solution.certificate();
    }

    /**
     * What the bounds rest on, or why there are none.
     *
     * @return one sentence
     */
    public String certification() {
        return solution.certification();
    }

    /**
     * Demands that the solver did what was asked of it.
     *
     * @return this plan
     * @throws IllegalStateException if it stopped for another reason; the message holds the report
     */
    public GrossOutputPlan requireConverged() {
        solution.requireConverged();
        return this;
    }

    /**
     * What changed from another plan to this one.
     *
     * @param before the other plan, of the same industries
     * @return the changes by industry
     */
    public PlanComparison comparedWith(GrossOutputPlan before) {
        return new PlanComparison(before, this);
    }

    /**
     * What has to be known to use the numbers: outputs below 0, and what was done to the table.
     *
     * @return sentences; none if there is nothing to say
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        BoundedVector output = grossOutput();
        List<String> negative = IntStream.range(0, output.labels().size())
                .filter(i -> output.at(i) < -output.errorBoundAt(i))
                .mapToObj(i -> "'" + output.labels().get(i) + "'")
                .toList();
        if (!negative.isEmpty()) {
            notes.add("negative output of "
                    + String.join(", ", negative.subList(0, Math.min(10, negative.size())))
                    + (negative.size() > 10 ? " and " + (negative.size() - 10) + " more" : "")
                    + ", as demand for it is negative, directly or through others.");
        }
        notes.addAll(coefficients.notes());
        return List.copyOf(notes);
    }

    /**
     * The plan as a table that a person can read: industries, outputs with bounds, extension totals, and how it was
     * reached.
     *
     * @return several lines
     */
    public String summary() {
        return PlanSummary.of(this);
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary();
    }
}
