package org.leontief.structure;

import java.util.Arrays;
import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * What would be lost without an industry: outputs x of a plan less those of the same economy with some rows, columns or demands
 * set to 0.
 *
 * <p>A group, such as a region, is one solve of what remains. For all industries, each by itself, no economy is solved anew: for
 * one industry j the remaining outputs follow from L by a change of rank one or two, and with m = s L the loss of s x is
 *
 * <pre>
 * INDUSTRY       m_j x_j / l_jj
 * TRANSACTIONS   m_j x_j / l_jj − s_j d_j
 * PURCHASES      (m_j − s_j) x_j / l_jj
 * DELIVERIES     m_j (x_j − d_j) / l_jj
 * LINKS          m_j x_j / l_jj − s_j d_j / (1 − a_jj)
 * </pre>
 *
 * <p>so that beside m it takes the diagonal of L: an inverse of 24 n² bytes up to 2000 industries, and n solves that share their
 * passes over the coefficients beyond, or if a method is chosen. Source: Miller and Blair 2009, section 12.2.6; R. E. Miller and
 * M. L. Lahr, "A taxonomy of extractions" (2001); J. Sherman and W. J. Morrison, Annals of Mathematical Statistics 21 (1950).
 * Immutable.
 */
public final class HypotheticalExtraction {

    private final GrossOutputPlan plan;
    private final SolveOptions options;

    private HypotheticalExtraction(GrossOutputPlan plan, SolveOptions options) {
        this.plan = plan;
        this.options = options;
    }

    /**
     * Extractions from the economy of a plan.
     *
     * @param plan the economy with its final demand and outputs; that of a table is {@code
     *     economy.plan(table.finalDemand().total())}
     * @return ready for questions
     * @throws IllegalStateException if the solver of the plan stopped before it was done
     */
    public static HypotheticalExtraction from(GrossOutputPlan plan) {
        return new HypotheticalExtraction(plan.requireConverged(), SolveOptions.defaults());
    }

    /**
     * Solves in another way.
     *
     * @param newOptions how
     * @return the same questions
     */
    public HypotheticalExtraction with(SolveOptions newOptions) {
        return new HypotheticalExtraction(plan, newOptions);
    }

    /**
     * Takes some industries out together.
     *
     * @param scope what goes with them
     * @param industries which, each once
     * @return outputs before and after
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public Extraction of(ExtractionScope scope, String... industries) {
        return of(scope, ExtractedGroup.of(plan.industries(), Arrays.asList(industries)));
    }

    /**
     * Takes all industries of a region out.
     *
     * @param scope what goes with them
     * @param region which
     * @return outputs before and after
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public Extraction ofRegion(ExtractionScope scope, String region) {
        return of(scope, ExtractedGroup.ofRegion(plan.industries(), region));
    }

    private Extraction of(ExtractionScope scope, ExtractedGroup group) {
        TechnicalCoefficients coefficients = plan.coefficients();
        SparseMatrix a = coefficients.matrix().matrix();
        SparseMatrixBuilder rest = SparseMatrix.builder(a.rows(), a.columns());
        a.forEach((i, j, value) -> {
            if (scope.keeps(group.holds(i), group.holds(j))) {
                rest.add(i, j, value);
            }
        });
        double[] demand = plan.finalDemand().toArray();
        for (int i = 0; i < demand.length; i++) {
            if (scope == ExtractionScope.INDUSTRY && group.holds(i)) {
                demand[i] = 0;
            }
        }
        Solution after = LeontiefSystem.of(rest.build()).solve(demand, options);
        return new Extraction(
                group.labels(),
                scope.description(),
                plan.grossOutput(),
                BoundedVector.of(
                        "Output after extraction",
                        plan.industries(),
                        coefficients.units(),
                        SolutionRequirement.INVERSE.requireConverged(coefficients, after)));
    }

    /**
     * The loss of total output, of all industries, if each industry by itself were taken out.
     *
     * @param scope what goes with it
     * @return by industry taken out, with bounds
     * @throws IllegalStateException if the products are in different units: ask then for what they have in common, such as
     *     labour
     * @throws org.leontief.solve.MemoryLimitException before anything is computed, if it does not fit
     */
    public BoundedVector lossOfEach(ExtractionScope scope) {
        TechnicalCoefficients coefficients = plan.coefficients();
        String unit = coefficients.units().common();
        double[] ones = new double[plan.industries().size()];
        Arrays.fill(ones, 1);
        return lossOfEach(scope, LabelledVector.of("Output", plan.industries(), Units.NONE, ones), Units.of(unit));
    }

    /**
     * The loss of what an extension counts, such as jobs, in all industries if each by itself were taken out.
     *
     * @param scope what goes with it
     * @param extension such as "Employment", or a row of value added
     * @return by industry taken out, in the extension's unit, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     * @throws org.leontief.solve.MemoryLimitException before anything is computed, if it does not fit
     */
    public BoundedVector lossOfEach(ExtractionScope scope, String extension) {
        TechnicalCoefficients coefficients = plan.coefficients();
        LabelledVector row = coefficients.extensions().row(extension);
        return lossOfEach(scope, coefficients.extension(extension), row.units());
    }

    private BoundedVector lossOfEach(ExtractionScope scope, LabelledVector direct, Units unit) {
        TechnicalCoefficients coefficients = plan.coefficients();
        Labels industries = plan.industries();
        BoundedVector m = Multipliers.of(coefficients, direct, options);
        Bounded[] diagonal = new Bounded[industries.size()];
        InverseColumns.forEach(
                coefficients, options, (j, column, bounds) -> diagonal[j] = new Bounded(column[j], bounds[j]));
        return BoundedVector.of(
                "Loss of " + direct.name().toLowerCase(Locale.ROOT),
                industries,
                unit,
                j -> loss(scope, j, Bounded.exact(direct.at(j)), Bounded.of(m, j), diagonal[j]));
    }

    private Bounded loss(ExtractionScope scope, int j, Bounded s, Bounded m, Bounded diagonal) {
        Bounded x = Bounded.of(plan.grossOutput(), j);
        Bounded d = Bounded.exact(plan.finalDemand().at(j));
        Bounded kept = switch (scope) {
            case INDUSTRY, PURCHASES, DELIVERIES -> Bounded.exact(0);
            case TRANSACTIONS -> s.times(d);
            case LINKS -> s.times(d).overOrUncertified(Bounded.exact(1).minus(Bounded.exact(own(j))));
        };
        Bounded multiplier = scope == ExtractionScope.PURCHASES ? m.minus(s) : m;
        Bounded output = scope == ExtractionScope.DELIVERIES ? x.minus(d) : x;
        return multiplier.times(output).overOrUncertified(diagonal).minus(kept);
    }

    private double own(int j) {
        return plan.coefficients().matrix().matrix().get(j, j);
    }

    /** How many industries. */
    @Override
    public String toString() {
        return "Hypothetical extraction from an economy of " + plan.industries().size() + " industries";
    }
}
