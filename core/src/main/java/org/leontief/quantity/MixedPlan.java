package org.leontief.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * A mixed model: output is given for some industries, s, and final demand for the others, f.
 *
 * <pre>
 * (I − A_ff) x_f = d_f + A_fs x_s,     d_s = x_s − A_sf x_f − A_ss x_s
 * </pre>
 *
 * <p>What a strike, a flooded mine or a harvest leaves: given outputs first supply those who deliver what is demanded, and
 * what is then left of their products is delivered, be it less than was wanted, or less than nothing. x, d: n, in the
 * units of the products, with guaranteed bounds: the system is solved as one Leontief system, in which the rows of s are
 * x_s = x̄_s, so that nothing is rounded before the solver's certificate. Needs ρ(A_ff) &lt; 1 only. Source: Miller and
 * Blair 2009, section 13.2 (mixed models). Immutable.
 */
public final class MixedPlan {

    private final TechnicalCoefficients coefficients;
    private final LabelledVector wanted;
    private final BitSet isGiven;
    private final GrossOutputPlan reduced;
    private final BoundedVector finalDeliveries;

    private MixedPlan(
            TechnicalCoefficients coefficients, LabelledVector wanted, BitSet isGiven, GrossOutputPlan reduced) {
        this.coefficients = coefficients;
        this.wanted = wanted;
        this.isGiven = isGiven;
        this.reduced = reduced;
        finalDeliveries = deliveries();
    }

    /**
     * Computes a mixed plan.
     *
     * @param coefficients the technology
     * @param finalDemand what is wanted of every product, joined by label; industries whose output is given need not meet it
     * @param givenOutputs outputs by industry, in the units of their products
     * @param options how to solve
     * @return outputs and deliveries
     * @throws org.leontief.label.UnknownLabelException if labels do not match, with the nearest
     * @throws IllegalArgumentException if units differ, an output is negative or not finite, no output is given, or an
     *     industry without a recipe is to produce
     * @throws org.leontief.technology.NotViableException if the industries whose demand is given cannot reproduce
     *     themselves
     * @throws IllegalStateException if the solver stopped before it was done
     */
    public static MixedPlan of(
            TechnicalCoefficients coefficients,
            LabelledVector finalDemand,
            Map<String, Double> givenOutputs,
            SolveOptions options) {
        if (givenOutputs.isEmpty()) {
            throw new IllegalArgumentException("No output is given. With demand alone this is a GrossOutputPlan.");
        }
        Labels industries = coefficients.industries();
        LabelledVector wanted =
                finalDemand.alignedTo(industries, coefficients.units()).named("Final demand");
        LabelledVector given = LabelledVector.of("Given output", industries, coefficients.units(), givenOutputs);
        BitSet isGiven = new BitSet();
        double[] right = wanted.toArray();
        for (String name : givenOutputs.keySet()) {
            int i = industries.indexOf(name);
            requireOutput(coefficients, given, i);
            isGiven.set(i);
            right[i] = given.at(i);
        }
        TechnicalCoefficients free = coefficients.with(
                withoutRows(coefficients.matrix().matrix(), isGiven),
                coefficients.extensions().matrix());
        GrossOutputPlan reduced = GrossOutputPlan.of(
                        free, LabelledVector.of("Final demand", industries, coefficients.units(), right), options)
                .requireConverged();
        return new MixedPlan(coefficients, wanted, isGiven, reduced);
    }

    private static void requireOutput(TechnicalCoefficients coefficients, LabelledVector given, int i) {
        Label industry = given.labels().get(i);
        if (given.at(i) < 0) {
            throw new IllegalArgumentException("The given output of '" + industry + "' is " + given.at(i)
                    + "; it must be at least 0. Maybe a change was meant? Add it to the present output.");
        }
        if (given.at(i) > 0 && !coefficients.hasRecipe(i)) {
            throw new IllegalArgumentException(
                    "'" + industry + "' is to produce " + given.at(i) + ", but has no recipe.");
        }
    }

    /** A with zeros in the rows of products whose output is given: nothing that uses them can raise it. */
    private static SparseMatrix withoutRows(SparseMatrix a, BitSet rows) {
        SparseMatrixBuilder kept = SparseMatrix.builder(a.rows(), a.columns());
        a.forEach((i, j, value) -> {
            if (!rows.get(i)) {
                kept.add(i, j, value);
            }
        });
        return kept.build();
    }

    /** d as given, but x_s − (A x)_s for the products whose output is given. */
    private BoundedVector deliveries() {
        BoundedVector x = reduced.grossOutput();
        double[] values = wanted.toArray();
        double[] bounds = new double[values.length];
        int[] given = isGiven.stream().toArray();
        int[] place = new int[values.length];
        BoundedSum[] left = BoundedSum.zeros(given.length);
        for (int k = 0; k < given.length; k++) {
            place[given[k]] = k;
            left[k].add(x, given[k]);
        }
        coefficients.matrix().matrix().forEach((i, j, a) -> {
            if (isGiven.get(i)) {
                left[place[i]].addProduct(-a, x, j);
            }
        });
        for (int k = 0; k < given.length; k++) {
            values[given[k]] = left[k].total().value();
            bounds[given[k]] = left[k].total().errorBound();
        }
        return BoundedVector.of(
                LabelledVector.of("Final deliveries", coefficients.industries(), coefficients.units(), values), bounds);
    }

    /**
     * The technology.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return coefficients;
    }

    /**
     * x: outputs of all industries, given or computed.
     *
     * @return in the units of the products, with bounds
     */
    public BoundedVector grossOutput() {
        return reduced.grossOutput();
    }

    /**
     * d: what is delivered to final users.
     *
     * @return as demanded where demand was given; what is left where output was given, with bounds
     */
    public BoundedVector finalDeliveries() {
        return finalDeliveries;
    }

    /**
     * What final users wanted.
     *
     * @return the demand as it was given, also of products whose output was given
     */
    public LabelledVector wanted() {
        return wanted;
    }

    /**
     * The industries whose output was given.
     *
     * @return in the order of the industries
     */
    public List<Label> given() {
        return isGiven.stream().mapToObj(coefficients.industries()::get).toList();
    }

    /**
     * What final users miss: wanted less delivered.
     *
     * @return with bounds; 0 where demand was given, negative where more is left than was wanted
     */
    public BoundedVector shortOfDemand() {
        double[] values = new double[wanted.size()];
        double[] bounds = new double[values.length];
        isGiven.stream().forEach(i -> {
            Bounded missing = Bounded.exact(wanted.at(i)).minus(Bounded.of(finalDeliveries, i));
            values[i] = missing.value();
            bounds[i] = missing.errorBound();
        });
        return BoundedVector.of(
                LabelledVector.of("Short of demand", coefficients.industries(), coefficients.units(), values), bounds);
    }

    /**
     * Products of which more is used up than made: the given output does not even supply the industries that need it.
     *
     * @return those whose delivery is proved to be negative, in the order of the industries
     */
    public List<Label> negative() {
        return IntStream.range(0, wanted.size())
                .filter(isGiven::get)
                .filter(i -> finalDeliveries.at(i) < -finalDeliveries.errorBoundAt(i))
                .mapToObj(coefficients.industries()::get)
                .toList();
    }

    /**
     * Demands that nothing is delivered that does not exist.
     *
     * @return this plan
     * @throws IllegalStateException if a delivery is negative; the message names the products and the amounts
     */
    public MixedPlan requireDeliverable() {
        List<String> lacking = negative().stream()
                .map(product -> "'" + product + "' by " + NumberText.of(-finalDeliveries.of(product)) + " "
                        + coefficients.units().get(coefficients.industries().indexOf(product)))
                .toList();
        if (!lacking.isEmpty()) {
            throw new IllegalStateException("The given outputs fall short of what other industries need of them: "
                    + Listing.of(lacking)
                    + ". Demand less of what is made from them, give more, or import.");
        }
        return this;
    }

    /**
     * How it was reached.
     *
     * @return method, stop reason, iterations, residual, time
     */
    public SolveReport report() {
        return reduced.report();
    }

    /** Outputs and deliveries of the industries whose output was given, and what is negative. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(
                List.of("Mixed plan, output given for " + given().size() + " of " + wanted.size() + " industries"));
        int[] shown = isGiven.stream().limit(20).toArray();
        Arrays.stream(shown)
                .mapToObj(i -> "  " + coefficients.industries().get(i) + ": output "
                        + NumberText.of(grossOutput().at(i)) + ", delivered "
                        + NumberText.of(finalDeliveries.at(i)) + " of " + NumberText.of(wanted.at(i)) + " "
                        + coefficients.units().get(i) + " wanted")
                .forEach(lines::add);
        if (shown.length < isGiven.cardinality()) {
            lines.add("  … and " + (isGiven.cardinality() - shown.length) + " more");
        }
        if (!negative().isEmpty()) {
            lines.add("Note: more is used up than made of " + Listing.quoted(negative()));
        }
        return String.join("\n", lines);
    }
}
