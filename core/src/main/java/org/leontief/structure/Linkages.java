package org.leontief.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;

/**
 * Backward and forward linkages of all industries, and the key sectors among them: see {@link LinkageMeasure} for the formulas.
 *
 * <p>Normalised, each is divided by the mean of all industries, so that 1 is average. No inverse is formed: each total measure is
 * one solve, with bounds that hold for A, B, demand and output as they are stored. {@link #variation} says how evenly a linkage is spread, and needs all of L. Products must be in one
 * unit, since different ones cannot be added up. Source: Miller and Blair 2009, section 12.2; P. N. Rasmussen, <i>Studies in
 * Inter-sectoral Relations</i> (1956). Immutable.
 */
public final class Linkages {

    private final TechnicalCoefficients coefficients;
    private final Map<LinkageMeasure, BoundedVector> measures;
    private final SolveOptions options;

    private Linkages(
            TechnicalCoefficients coefficients, Map<LinkageMeasure, BoundedVector> measures, SolveOptions options) {
        this.coefficients = coefficients;
        this.measures = measures;
        this.options = options;
    }

    /**
     * Linkages in a table.
     *
     * @param table in one unit
     * @return all measures
     * @throws IllegalStateException if the products are in different units
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalArgumentException if an industry has flows but no output, or its output is dust
     */
    public static Linkages of(InputOutputTable table) {
        return of(table, TechnologyOptions.defaults(), SolveOptions.defaults());
    }

    /**
     * Linkages in a table, under policies.
     *
     * @param table in one unit
     * @param policies for zero output, dust and negative flows
     * @param options how to solve
     * @return all measures
     * @throws IllegalStateException if the products are in different units, or the solver stopped before it was done
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalArgumentException if a policy refuses what is in the table
     */
    public static Linkages of(InputOutputTable table, TechnologyOptions policies, SolveOptions options) {
        return of(
                TechnicalCoefficients.of(table, policies),
                AllocationCoefficients.of(table, policies),
                table.finalDemand().total(),
                options);
    }

    /**
     * Linkages in the economy as a plan runs it.
     *
     * @param plan technology, final demand and outputs, in one unit
     * @param options how to solve
     * @return all measures
     * @throws IllegalStateException if the products are in different units, or the solver stopped before it was done
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     */
    public static Linkages of(GrossOutputPlan plan, SolveOptions options) {
        return of(plan.requireConverged().coefficients(), AllocationCoefficients.of(plan), plan.finalDemand(), options);
    }

    private static Linkages of(
            TechnicalCoefficients coefficients,
            AllocationCoefficients allocation,
            LabelledVector demand,
            SolveOptions options) {
        requireOneUnit(coefficients);
        Labels industries = coefficients.industries();
        double[] ones = new double[industries.size()];
        Arrays.fill(ones, 1);
        BoundedVector backward = Multipliers.output(coefficients, options);
        Solution sensitivity = SolutionRequirement.INVERSE.requireConverged(
                coefficients, coefficients.system().solve(ones, options));
        Solution supplied = GhoshModel.require(allocation, allocation.system().solve(ones, options));
        SparseMatrix a = coefficients.matrix().matrix();
        SparseMatrix b = allocation.matrix().matrix();
        LabelledVector x = allocation.grossOutput();
        Map<LinkageMeasure, BoundedVector> found = new EnumMap<>(LinkageMeasure.class);
        put(found, industries, LinkageMeasure.DIRECT_BACKWARD, columnSums(a)::get);
        put(found, industries, LinkageMeasure.TOTAL_BACKWARD, j -> Bounded.of(backward, j));
        put(found, industries, LinkageMeasure.DIRECT_FORWARD, columnSums(b.transpose())::get);
        put(found, industries, LinkageMeasure.TOTAL_FORWARD, i -> at(supplied, i));
        put(found, industries, LinkageMeasure.SENSITIVITY, i -> at(sensitivity, i));
        put(
                found,
                industries,
                LinkageMeasure.NET_BACKWARD,
                j -> perOutput(Bounded.of(backward, j).times(Bounded.exact(demand.at(j))), x.at(j)));
        List<Bounded> inputs = columnSums(a);
        put(
                found,
                industries,
                LinkageMeasure.NET_FORWARD,
                i -> at(supplied, i).times(Bounded.exact(1).minus(inputs.get(i))));
        return new Linkages(coefficients, found, options);
    }

    private static void requireOneUnit(TechnicalCoefficients coefficients) {
        if (!coefficients.units().isUniform()) {
            throw new IllegalStateException("The products are in different units (" + coefficients.units()
                    + "); linkages add inputs of all kinds up, which only one unit, such as money, allows.");
        }
    }

    private static void put(
            Map<LinkageMeasure, BoundedVector> found,
            Labels industries,
            LinkageMeasure measure,
            IntFunction<Bounded> entry) {
        found.put(measure, BoundedVector.of(measure.title(), industries, Units.NONE, entry));
    }

    private static Bounded at(Solution solution, int i) {
        return new Bounded(solution.value(i), solution.errorBound(i));
    }

    /** What makes nothing delivers nothing. */
    private static Bounded perOutput(Bounded amount, double output) {
        return output == 0 && amount.value() == 0 ? Bounded.exact(0) : amount.over(Bounded.exact(output));
    }

    private static List<Bounded> columnSums(SparseMatrix matrix) {
        AccurateSum sum = new AccurateSum();
        return IntStream.range(0, matrix.columns())
                .mapToObj(j -> {
                    sum.reset();
                    matrix.forEachInColumn(j, (i, column, value) -> sum.add(value));
                    return new Bounded(sum.value(), sum.error());
                })
                .toList();
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
     * One measure.
     *
     * @param measure which
     * @return by industry, with bounds
     */
    public BoundedVector of(LinkageMeasure measure) {
        BoundedVector found = measures.get(measure);
        if (found == null) {
            throw new AssertionError(measure);
        }
        return found;
    }

    /**
     * One measure relative to the mean of all industries.
     *
     * @param measure which
     * @return by industry, with bounds; 1 is average
     * @throws IllegalStateException if the measure is 0 for all
     */
    public BoundedVector normalised(LinkageMeasure measure) {
        BoundedVector absolute = of(measure);
        Bounded total = Bounded.totalOf(absolute);
        if (total.value() == 0) {
            throw new IllegalStateException(
                    measure.title() + " is 0 for all industries; there is no mean to relate them to.");
        }
        Bounded mean = total.overOrUncertified(Bounded.exact(industries().size()));
        return BoundedVector.of(
                measure.title() + ", normalised",
                industries(),
                Units.NONE,
                j -> Bounded.of(absolute, j).overOrUncertified(mean));
    }

    /**
     * Where all industries stand, by total backward and total forward linkages.
     *
     * @return in the order of the industries
     */
    public List<SectorPosition> positions() {
        return positions(LinkageMeasure.TOTAL_BACKWARD, LinkageMeasure.TOTAL_FORWARD);
    }

    /**
     * Where all industries stand, by measures of choice.
     *
     * @param backward a backward measure
     * @param forward a forward measure
     * @return in the order of the industries
     * @throws IllegalArgumentException if a measure looks the other way
     */
    public List<SectorPosition> positions(LinkageMeasure backward, LinkageMeasure forward) {
        if (!backward.isBackward() || forward.isBackward()) {
            throw new IllegalArgumentException(
                    "Positions need a backward and a forward measure, in this order; given were " + backward + " and "
                            + forward + ".");
        }
        BoundedVector behind = normalised(backward);
        BoundedVector ahead = normalised(forward);
        return IntStream.range(0, industries().size())
                .mapToObj(j -> new SectorPosition(industries().get(j), Bounded.of(behind, j), Bounded.of(ahead, j)))
                .toList();
    }

    /**
     * The industries with total linkages above the mean on both sides.
     *
     * @return largest sum of both first
     */
    public List<SectorPosition> keySectors() {
        return positions().stream()
                .filter(position -> position.dependence() == Dependence.KEY_SECTOR)
                .sorted(Comparator.comparingDouble((SectorPosition position) ->
                                position.backward().value() + position.forward().value())
                        .reversed())
                .toList();
    }

    /**
     * Rasmussen's coefficients of variation: how evenly what an industry sets in motion is spread. A key sector in his sense has
     * a high linkage and a low variation. It takes all of L, column by column: some n³ operations for dense tables.
     *
     * @return of the columns and of the rows of L
     * @throws IllegalStateException if there is but one industry
     */
    public LinkageVariation variation() {
        return LinkageVariation.of(coefficients, options);
    }

    /**
     * All measures with their names, for writing to a file.
     *
     * @return industries × measures, not normalised
     */
    public LabelledMatrix toMatrix() {
        LinkageMeasure[] all = LinkageMeasure.values();
        SparseMatrixBuilder matrix = SparseMatrix.builder(industries().size(), all.length);
        for (int k = 0; k < all.length; k++) {
            BoundedVector column = of(all[k]);
            for (int i = 0; i < industries().size(); i++) {
                matrix.add(i, k, column.at(i));
            }
        }
        return LabelledMatrix.of(
                "Linkages",
                industries(),
                Labels.of(Arrays.stream(all).map(LinkageMeasure::title).toList()),
                Units.NONE,
                matrix.build());
    }

    /** How many industries, and the key sectors among them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Linkages of " + industries().size() + " industries; key sectors:");
        keySectors().forEach(position -> text.append("\n  ").append(position));
        return text.toString();
    }
}
