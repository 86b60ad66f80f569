package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.value.production.MaximumRateOfProfit;
import org.leontief.value.production.Technique;

/**
 * The dynamic Leontief model: what a year makes is used up, added to the stocks that next year's larger output needs, and
 * delivered,
 *
 * <pre>x(t) = (A + D) x(t) + B (x(t+1) − x(t)) + d(t).</pre>
 *
 * <p>A, D, B: n × n in units of the row's product per unit of the column's yearly output; B is what has to be there, fixed
 * capital and stocks of materials, and D what of it wears out in a year. Stocks are there when the year begins and are fully
 * used: the model has no idle capacity and lets stocks fall with output. Where that is not wanted, see {@link YearsProblem}.
 * Source: W. Leontief, "The dynamic inverse" (1970); Miller and Blair 2009, section 13.4. Immutable; every change gives a new
 * model.
 */
public final class DynamicLeontief {

    private final TechnicalCoefficients coefficients;
    private final SparseMatrix used;
    private final SparseMatrix capital;
    private final SolveOptions options;

    private DynamicLeontief(
            TechnicalCoefficients coefficients, SparseMatrix used, SparseMatrix capital, SolveOptions options) {
        this.coefficients = coefficients;
        this.used = used;
        this.capital = capital;
        this.options = options;
    }

    /**
     * The model of a technology and its capital.
     *
     * @param coefficients A
     * @param capital B; rows and columns joined by label, products that nobody keeps in stock may be left out
     * @return the model, without depreciation beside A
     * @throws org.leontief.label.UnknownLabelException if labels do not match, with the nearest
     * @throws IllegalArgumentException if units do not match or an entry is negative
     */
    public static DynamicLeontief of(TechnicalCoefficients coefficients, LabelledMatrix capital) {
        SparseMatrix a = InputsOfProducts.notNegative(
                coefficients.matrix().name(), coefficients.matrix().matrix(), coefficients.industries());
        return new DynamicLeontief(
                coefficients, a, InputsOfProducts.aligned(capital, coefficients), SolveOptions.defaults());
    }

    /**
     * With replacement of what wears out.
     *
     * @param depreciation D, joined as B is
     * @return a new model, D added to what is there already
     * @throws org.leontief.label.UnknownLabelException if labels do not match, with the nearest
     * @throws IllegalArgumentException if units do not match or an entry is negative
     */
    public DynamicLeontief withDepreciation(LabelledMatrix depreciation) {
        SparseMatrix d = InputsOfProducts.aligned(depreciation, coefficients);
        return new DynamicLeontief(
                coefficients, MatrixSum.of(used, 1, d, MatrixSum.Rounding.NEAREST), capital, options);
    }

    /**
     * Solved in another way.
     *
     * @param newOptions how
     * @return a new model
     */
    public DynamicLeontief with(SolveOptions newOptions) {
        return new DynamicLeontief(coefficients, used, capital, newOptions);
    }

    /**
     * The products, which are also the industries that make them.
     *
     * @return their labels, in order
     */
    public Labels products() {
        return coefficients.industries();
    }

    /**
     * The units of the products.
     *
     * @return one for all or one for each product
     */
    public Units units() {
        return coefficients.units();
    }

    /**
     * B x: what has to be in stock for an output.
     *
     * @param grossOutput x, joined by label
     * @return of each product, in its unit
     */
    public LabelledVector capitalFor(LabelledVector grossOutput) {
        LabelledVector x = grossOutput.alignedTo(products(), units());
        return LabelledVector.of("Capital", products(), units(), capital.multiply(x.toArray()));
    }

    /**
     * The largest rate at which all can grow in step: g with ρ(A + D + g B) = 1, and the proportions of outputs.
     *
     * @return the rate with guaranteed bounds; for households to eat on the way their consumption has to be in A
     * @throws org.leontief.technology.NotViableException if more is used up than made, so that nothing can grow
     */
    public BalancedGrowth balancedGrowth() {
        TechnicalCoefficients all = technology(used);
        Units perUnit = Units.of("unit of effort").per(units());
        double[] ones = new double[products().size()];
        Arrays.fill(ones, 1);
        // The largest rate of growth is the largest rate of profit, which takes no account of the labour it is asked
        // for.
        MaximumRateOfProfit found = Technique.of(all, LabelledVector.of("Effort", products(), perUnit, ones))
                .withCapital(LabelledMatrix.of("Capital", products(), products(), units(), capital))
                .maximumRateOfProfit();
        double[] levels = new double[ones.length];
        if (Double.isFinite(found.rate().upper())) {
            levels = ray(MatrixSum.of(used, found.value(), capital, MatrixSum.Rounding.NEAREST));
        }
        List<Label> setBy = Double.isFinite(found.rate().upper()) ? found.setBy() : List.of();
        return BalancedGrowth.of(found.rate(), setBy, products(), units(), levels);
    }

    /** q = M q for ρ(M) = 1: the Perron vector of the group that sets ρ, and what others have to make for it. */
    private double[] ray(SparseMatrix m) {
        PerronRoot root = PerronRoot.of(m);
        double[] levels = root.vector();
        boolean[] inGroup = new boolean[levels.length];
        root.group().forEach(i -> inGroup[i] = true);
        double[] demand = m.multiply(levels);
        SparseMatrixBuilder others = SparseMatrix.builder(levels.length, levels.length);
        m.forEach((i, j, value) -> {
            if (!inGroup[i] && !inGroup[j]) {
                others.add(i, j, value);
            }
        });
        for (int i = 0; i < levels.length; i++) {
            demand[i] = inGroup[i] ? levels[i] : demand[i];
        }
        if (root.group().size() < levels.length) {
            levels = LeontiefSystem.of(others.build())
                    .solve(demand, options)
                    .requireConverged()
                    .values();
        }
        double largest = Arrays.stream(levels).max().orElse(1);
        return Arrays.stream(levels).map(level -> level / largest).toArray();
    }

    /**
     * What has to be produced year by year to deliver given final demands and end with given outputs, from the last year
     * back: (I − A − D + B) x(t) = B x(t+1) + d(t).
     *
     * @param finalDemand d: products × years, the first year first; rows joined by label, products that are not demanded may
     *     be left out
     * @param outputAfterwards x(T+1), the output that the stocks at the end of the last year have to allow; joined by label
     * @return outputs of every year with guaranteed bounds, and where they ask for what cannot be
     * @throws org.leontief.label.UnknownLabelException if labels do not match, with the nearest
     * @throws IllegalArgumentException if units differ
     * @throws IllegalStateException if I − A − D + B is singular
     */
    public BackwardSolution backward(LabelledMatrix finalDemand, LabelledVector outputAfterwards) {
        LabelledVector after = outputAfterwards.alignedTo(products(), units());
        double[][] demand = demandOfYears(finalDemand);
        BackwardStep step = new BackwardStep(used, capital, options);
        BackwardStep.Enclosed next = BackwardStep.Enclosed.exactly(after.toArray());
        BackwardStep.Enclosed[] outputs = new BackwardStep.Enclosed[demand.length];
        for (int t = demand.length - 1; t >= 0; t--) {
            next = step.before(next, demand[t]);
            outputs[t] = next;
        }
        return BackwardSolution.of(this, finalDemand.columns(), outputs, after, step.certification());
    }

    private double[][] demandOfYears(LabelledMatrix finalDemand) {
        double[][] demand = new double[finalDemand.columns().size()][products().size()];
        int[] places = new int[finalDemand.rows().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = products().indexOf(finalDemand.rows().get(i));
            if (!finalDemand.rowUnits().get(i).equals(units().get(places[i]))) {
                throw new IllegalArgumentException("'" + finalDemand.name() + "' counts '"
                        + finalDemand.rows().get(i) + "' in "
                        + finalDemand.rowUnits().get(i) + ", the economy in "
                        + units().get(places[i]) + ". Convert it first; units are never mixed silently.");
            }
        }
        finalDemand.matrix().forEach((i, t, value) -> demand[t][places[i]] = value);
        return demand;
    }

    private TechnicalCoefficients technology(SparseMatrix inputs) {
        return TechnicalCoefficients.of(products(), units(), inputs);
    }

    /** Whether an industry needs anything in stock. */
    boolean takesCapital(int industry) {
        boolean[] any = new boolean[1];
        capital.forEachInColumn(industry, (i, j, b) -> any[0] |= b > 0);
        return any[0];
    }

    /** Number of products and of entries of B. */
    @Override
    public String toString() {
        return "Dynamic model of " + products().size() + " products, " + capital.nonZeros()
                + " requirements of capital";
    }

    /** What is solved, for a message. */
    static void requireValues(Solution solution) {
        if (!solution.hasValues()) {
            throw new IllegalStateException(
                    "I − A + B is singular to working precision: outputs of a year do not follow"
                            + " from those of the next. " + solution.certification());
        }
    }
}
