package org.leontief.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
import org.leontief.technology.SolutionRequirement;

/**
 * Which technical coefficients matter: what a change of a_ij does to outputs x = L d and to what they add up to, m d = s x.
 *
 * <pre>
 * ∂(s x)/∂a_ij = m_i x_j,   m = s L
 * Δx = L e_i δ x_j / (1 − δ l_ji)   for a change of a_ij by δ
 * </pre>
 *
 * <p>So that all n² influences follow from two vectors, and the largest are found without forming the others. {@link
 * #mostImportant} asks instead how far a coefficient may rise before any single output changes by more than some share; that takes
 * L column by column. Source: M. Sonis and G. J. D. Hewings (1989); U. Schintke and R. Stäglin, "Important input coefficients in
 * market transactions tables and production flow tables" (1988); Miller and Blair 2009, section 12.3. Immutable.
 */
public final class FieldOfInfluence {

    private final GrossOutputPlan plan;
    private final BoundedVector multipliers;
    private final double total;
    private final SolveOptions options;

    private FieldOfInfluence(GrossOutputPlan plan, BoundedVector multipliers, double total, SolveOptions options) {
        this.plan = plan;
        this.multipliers = multipliers;
        this.total = total;
        this.options = options;
    }

    /**
     * Influence on the total output of a plan.
     *
     * @param plan the economy with its final demand and outputs, in one unit
     * @param options how to solve
     * @return ready for questions
     * @throws IllegalStateException if the products are in different units: ask then for an extension
     */
    public static FieldOfInfluence onOutput(GrossOutputPlan plan, SolveOptions options) {
        plan.requireConverged().coefficients().units().common();
        return new FieldOfInfluence(
                plan,
                Multipliers.output(plan.coefficients(), options),
                plan.grossOutput().total(),
                options);
    }

    /**
     * Influence on what an extension adds up to in a plan, such as emissions.
     *
     * @param plan the economy with its final demand and outputs
     * @param extension such as "CO2", or a row of value added
     * @param options how to solve
     * @return ready for questions
     * @throws org.leontief.label.UnknownLabelException if there is no such extension, with the nearest
     */
    public static FieldOfInfluence onExtension(GrossOutputPlan plan, String extension, SolveOptions options) {
        return new FieldOfInfluence(
                plan,
                Multipliers.ofExtension(plan.requireConverged().coefficients(), extension, options),
                plan.extension(extension).total(),
                options);
    }

    /**
     * What one coefficient means for the total.
     *
     * @param input the product used (row of A)
     * @param product the product made (column of A)
     * @return its influence
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public Influence of(String input, String product) {
        return influence(industries().indexOf(input), industries().indexOf(product));
    }

    private Influence influence(int i, int j) {
        double coefficient = a().get(i, j);
        Bounded perUnit = Bounded.of(multipliers, i).times(Bounded.of(plan.grossOutput(), j));
        double elasticity = coefficient == 0 ? 0 : coefficient * perUnit.value() / total;
        return new Influence(industries().get(i), industries().get(j), coefficient, perUnit, elasticity);
    }

    /**
     * The coefficients, of those that are not 0, whose change by a per cent changes the total most.
     *
     * @param count how many at most
     * @return largest elasticity in absolute value first
     */
    public List<Influence> largest(int count) {
        Comparator<Cell> bySize = Comparator.comparingDouble(Cell::size).thenComparingLong(Cell::latest);
        PriorityQueue<Cell> kept = new PriorityQueue<>(bySize);
        a().forEach((i, j, value) -> keep(
                kept,
                count,
                new Cell(
                        i,
                        j,
                        Math.abs(value * multipliers.at(i) * plan.grossOutput().at(j)))));
        return kept.stream()
                .sorted(bySize.reversed())
                .map(cell -> influence(cell.i(), cell.j()))
                .toList();
    }

    /** A cell of A with what it is ranked by; of equal ones the first in the order of columns and rows is kept. */
    private record Cell(int i, int j, double size) {

        long latest() {
            return -((long) j << Integer.SIZE) - i;
        }
    }

    private static void keep(PriorityQueue<Cell> kept, int count, Cell cell) {
        kept.add(cell);
        if (kept.size() > count) {
            kept.poll();
        }
    }

    /**
     * The cells of A, empty ones included, where a unit more changes the total most: m_i x_j.
     *
     * @param count how many at most
     * @return largest in absolute value first
     */
    public List<Influence> strongest(int count) {
        List<Integer> inputs = multipliers.values().largest(count);
        List<Integer> products = plan.grossOutput().values().largest(count);
        PriorityQueue<int[]> next = new PriorityQueue<>(
                Comparator.comparingDouble((int[] pair) -> size(inputs.get(pair[0]), products.get(pair[1])))
                        .reversed());
        next.add(new int[] {0, 0});
        List<Influence> found = new ArrayList<>();
        for (int[] pair = next.poll(); pair != null && found.size() < count; pair = next.poll()) {
            found.add(influence(inputs.get(pair[0]), products.get(pair[1])));
            if (pair[1] + 1 < products.size()) {
                next.add(new int[] {pair[0], pair[1] + 1});
            }
            if (pair[1] == 0 && pair[0] + 1 < inputs.size()) {
                next.add(new int[] {pair[0] + 1, 0});
            }
        }
        return List.copyOf(found);
    }

    private double size(int i, int j) {
        return Math.abs(multipliers.at(i) * plan.grossOutput().at(j));
    }

    /**
     * The field of one coefficient: two solves.
     *
     * @param input the product used (row of A)
     * @param product the product made (column of A)
     * @return what it does to all entries of L
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public CoefficientField field(String input, String product) {
        int i = industries().indexOf(input);
        int j = industries().indexOf(product);
        LeontiefSystem transposed = plan.coefficients().system().transposed();
        return new CoefficientField(
                industries().get(i),
                industries().get(j),
                column(i),
                vector("Row of L", transposed.solve(unit(j), options)));
    }

    private BoundedVector column(int i) {
        return vector("Column of L", plan.coefficients().system().solve(unit(i), options));
    }

    private BoundedVector vector(String name, Solution solution) {
        Units units = plan.coefficients().units();
        return BoundedVector.of(
                name,
                industries(),
                units.isUniform() ? Units.NONE : units,
                SolutionRequirement.INVERSE.requireConverged(plan.coefficients(), solution));
    }

    private double[] unit(int place) {
        double[] unit = new double[industries().size()];
        unit[place] = 1;
        return unit;
    }

    /**
     * What a change of one coefficient does to all outputs, exactly and not to first order: one solve.
     *
     * @param input the product used (row of A)
     * @param product the product made (column of A)
     * @param change by how much the coefficient rises
     * @return change of outputs, with bounds
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     * @throws IllegalArgumentException if no outputs meet the demand then
     */
    public BoundedVector outputChange(String input, String product, double change) {
        int i = industries().indexOf(input);
        int j = industries().indexOf(product);
        BoundedVector column = column(i);
        Bounded times = CoefficientField.factor(
                        industries().get(i), industries().get(j), Bounded.of(column, j), change)
                .times(Bounded.of(plan.grossOutput(), j));
        return BoundedVector.of(
                "Change of output",
                industries(),
                plan.coefficients().units(),
                k -> Bounded.of(column, k).times(times));
    }

    /**
     * The inverse-important coefficients: those that may rise least before any output changes by more than a share,
     *
     * <pre>r_ij = p / (a_ij (l_ii x_j / x_i + p l_ji)).</pre>
     *
     * <p>The output that changes most, relatively, is that of i itself. It takes L column by column: some n³ operations for
     * dense tables.
     *
     * @param share p, such as 0.01
     * @param count how many at most
     * @return smallest tolerable rise first
     * @throws IllegalArgumentException if the share is not above 0, or a coefficient or a demand is negative
     */
    public List<TolerableChange> mostImportant(double share, int count) {
        if (!(share > 0 && Double.isFinite(share))) {
            throw new IllegalArgumentException(
                    "share is " + share + "; it must be above 0, such as 0.01 for a per cent.");
        }
        requireNotNegative();
        SparseMatrix byRow = a().transpose();
        LabelledVector x = plan.grossOutput().values();
        PriorityQueue<TolerableChange> kept = new PriorityQueue<>(Comparator.comparingDouble(
                        (TolerableChange each) -> each.relative().value())
                .reversed());
        InverseColumns.forEach(
                plan.coefficients(),
                options,
                (i, column, bounds) -> byRow.forEachInColumn(i, (j, row, value) -> {
                    if (x.at(j) > 0 && x.at(i) > 0) {
                        kept.add(tolerable(share, i, j, value, column, bounds));
                        if (kept.size() > count) {
                            kept.poll();
                        }
                    }
                }));
        return kept.stream()
                .sorted(Comparator.comparingDouble(each -> each.relative().value()))
                .toList();
    }

    private TolerableChange tolerable(double share, int i, int j, double value, double[] column, double[] bounds) {
        Bounded p = Bounded.exact(share);
        Bounded ratio = Bounded.of(plan.grossOutput(), j).overOrUncertified(Bounded.of(plan.grossOutput(), i));
        Bounded effect = new Bounded(column[i], bounds[i])
                .times(ratio)
                .plus(p.times(new Bounded(column[j], bounds[j])))
                .times(Bounded.exact(value));
        return new TolerableChange(industries().get(i), industries().get(j), value, p.overOrUncertified(effect));
    }

    private void requireNotNegative() {
        a().forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException(
                        "The coefficient of '" + industries().get(i) + "' in '"
                                + industries().get(j) + "' is " + value
                                + "; with negative ones it is not known which output changes most. Ask for outputChange(…).");
            }
        });
        LabelledVector d = plan.finalDemand();
        for (int i = 0; i < d.size(); i++) {
            if (d.at(i) < 0) {
                throw new IllegalArgumentException(
                        "Final demand for '" + industries().get(i) + "' is " + d.at(i)
                                + "; with negative ones it is not known which output changes most. Plan for demand without falls"
                                + " of inventories, or ask for outputChange(…).");
            }
        }
    }

    private Labels industries() {
        return plan.industries();
    }

    private SparseMatrix a() {
        return plan.coefficients().matrix().matrix();
    }

    /** How many coefficients there are. */
    @Override
    public String toString() {
        return "Fields of influence of " + a().nonZeros() + " coefficients";
    }
}
