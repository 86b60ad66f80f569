package org.leontief.structure;

import java.util.Arrays;
import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.solve.StopReason;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;

/**
 * The Ghosh model: outlays passed on through fixed shares of sales,
 *
 * <pre>x' = x' B + v',   x' = v' (I − B)⁻¹ = v' G,</pre>
 *
 * with B = x̂⁻¹ Z and v all primary inputs of each industry: value added, and imports where the table has them, as rows or
 * product by product. g_ij is the value of output of j that a unit of primary inputs of i sets in motion.
 *
 * <p>As quantities (more labour in one industry, and all others make more) the model is hard to defend, since nothing sees to
 * it that recipes can be kept. As <em>prices</em> it is the cost-push model in other units: quantities stay, v changes, and x'_j
 * is what the same output is then worth, so that x'_j / x_j is its price (E. Dietzenbacher, "In vindication of the Ghosh model:
 * a reinterpretation as a price model", Journal of Regional Science 37, 1997). {@link #prices} gives that.
 *
 * <p>The table must be in one unit of money. Bounds hold for the stored B and v. Source: A. Ghosh, "Input-output approach in an
 * allocation system", Economica 25 (1958); Miller and Blair 2009, section 12.1. Immutable.
 */
public final class GhoshModel {

    private final AllocationCoefficients allocation;
    private final LabelledVector valueAdded;
    private final LabelledVector unrecorded;
    private final SolveOptions options;

    private GhoshModel(
            AllocationCoefficients allocation,
            LabelledVector valueAdded,
            LabelledVector unrecorded,
            SolveOptions options) {
        this.allocation = allocation;
        this.valueAdded = valueAdded;
        this.unrecorded = unrecorded;
        this.options = options;
    }

    /**
     * The model of a table, with v as recorded. Where rows and columns of the table do not add up to the same, v' G is not x':
     * see {@link #unrecorded()}.
     *
     * @param table in one unit, with value added
     * @return the model
     * @throws IllegalStateException if there are several units, or neither value added nor imports
     * @throws IllegalArgumentException if an industry delivers but has no output
     */
    public static GhoshModel of(InputOutputTable table) {
        return of(table, TechnologyOptions.defaults());
    }

    /**
     * The model of a table under policies, with v as recorded.
     *
     * @param table in one unit, with value added
     * @param policies as in {@link AllocationCoefficients#of(InputOutputTable, TechnologyOptions)}
     * @return the model
     * @throws IllegalStateException if there are several units, or neither value added nor imports
     * @throws IllegalArgumentException if an industry delivers but has no output, and no policy allows it
     */
    public static GhoshModel of(InputOutputTable table, TechnologyOptions policies) {
        String unit = commonUnit(table.units());
        if (table.valueAdded().rows().size() == 0 && table.imports().isEmpty()) {
            throw new IllegalStateException(
                    "The table has no value added, which drives the Ghosh model. Add its rows, or"
                            + " take what is left of outputs after intermediate inputs: GhoshModel.ofBalance(table).");
        }
        LabelledVector v = zeros(table).plus(inputs(table.valueAdded(), unit));
        if (table.imports().isPresent()) {
            v = v.plus(inputs(table.imports().get().toIndustries(), unit));
        }
        return new GhoshModel(
                AllocationCoefficients.of(table, policies), v, balancing(table).minus(v), SolveOptions.defaults());
    }

    /**
     * The model of a table, with v = x − 1' Z, whatever it is paid for.
     *
     * @param table in one unit
     * @return the model
     * @throws IllegalStateException if there are several units
     * @throws IllegalArgumentException if an industry delivers but has no output
     */
    public static GhoshModel ofBalance(InputOutputTable table) {
        commonUnit(table.units());
        return new GhoshModel(
                AllocationCoefficients.of(table), balancing(table), zeros(table), SolveOptions.defaults());
    }

    private static String commonUnit(Units units) {
        if (!units.isUniform()) {
            throw new IllegalStateException("The products are in different units (" + units
                    + "); primary inputs are passed on in money, so the Ghosh model needs a table in one unit.");
        }
        return units.common();
    }

    private static LabelledVector zeros(InputOutputTable table) {
        return LabelledVector.of(
                "Primary inputs",
                table.industries(),
                table.units(),
                new double[table.industries().size()]);
    }

    private static LabelledVector inputs(LabelledMatrix rows, String unit) {
        for (int r = 0; r < rows.rows().size(); r++) {
            if (!rows.rowUnits().get(r).equals(unit)) {
                throw new IllegalStateException("'" + rows.rows().get(r) + "' is in "
                        + rows.rowUnits().get(r) + ", the table in " + unit
                        + "; primary inputs are added up, so they must be in one unit. Make it an extension.");
            }
        }
        return LabelledVector.of(
                rows.name(), rows.columns(), Units.of(unit), rows.matrix().columnSums());
    }

    private static LabelledVector balancing(InputOutputTable table) {
        double[] uses = table.transactions().matrix().columnSums();
        return table.grossOutput()
                .minus(LabelledVector.of("Intermediate inputs", table.industries(), table.units(), uses))
                .named("Primary inputs");
    }

    /**
     * Solves in another way.
     *
     * @param newOptions how
     * @return a new model that shares what is prepared
     */
    public GhoshModel with(SolveOptions newOptions) {
        return new GhoshModel(allocation, valueAdded, unrecorded, newOptions);
    }

    /**
     * B, with the system that is solved.
     *
     * @return the allocation coefficients
     */
    public AllocationCoefficients allocation() {
        return allocation;
    }

    /**
     * v: primary inputs by industry, imports included.
     *
     * @return in the unit of the table
     */
    public LabelledVector valueAdded() {
        return valueAdded;
    }

    /**
     * x − 1' Z − v: outlays that the table does not record. Where they are not 0 the base year is not v' G.
     *
     * @return in the unit of the table; 0 everywhere in a balanced table
     */
    public LabelledVector unrecorded() {
        return unrecorded.named("Outlays that are not recorded");
    }

    /**
     * x' = v' G for given primary inputs.
     *
     * @param primaryInputs v, joined by label: such as {@code model.valueAdded().scale("Agriculture", 1.1)}
     * @return value of output by industry, with bounds
     * @throws org.leontief.label.UnknownLabelException if the labels do not match
     * @throws IllegalArgumentException if the unit is another one
     * @throws IllegalStateException if no outputs exist, since shares of some group add up to 1 or more among themselves; or the
     *     solver stopped before it was done
     */
    public BoundedVector grossOutput(LabelledVector primaryInputs) {
        LabelledVector v = primaryInputs.alignedTo(allocation.industries(), valueAdded.units());
        Solution solution = require(allocation, allocation.system().transposed().solve(v.toArray(), options));
        return BoundedVector.of("Supply-driven output", allocation.industries(), valueAdded.units(), solution);
    }

    /**
     * What the outputs of the base year are worth when primary inputs cost this much: p_j = x'_j / x_j, with x' = v' G.
     *
     * @param primaryInputs v, joined by label
     * @return prices relative to the base year, with bounds
     * @throws IllegalStateException if an industry has no output, and so no price
     */
    public BoundedVector prices(LabelledVector primaryInputs) {
        LabelledVector x = allocation.grossOutput();
        for (int j = 0; j < x.size(); j++) {
            if (x.at(j) == 0) {
                throw new IllegalStateException("'" + x.labels().get(j)
                        + "' has no output, so there is nothing to have a price. Leave it out of the table.");
            }
        }
        BoundedVector worth = grossOutput(primaryInputs);
        return BoundedVector.of(
                "Prices", x.labels(), Units.NONE, j -> Bounded.of(worth, j).over(Bounded.exact(x.at(j))));
    }

    /**
     * G = (I − B)⁻¹, formed explicitly: n² memory and n³ operations. Outputs and linkages do not need it.
     *
     * @return G with bounds
     * @throws org.leontief.solve.MemoryLimitException before anything is computed, if it does not fit
     */
    public GhoshInverse inverse() {
        return GhoshInverse.of(allocation, options);
    }

    /**
     * What all industries lose if some deliver nothing to industries any more, their own included: rows of B set to 0, v and
     * final deliveries kept (Miller and Blair 2009, section 12.2.6: hypothetical extraction, forward).
     *
     * @param industries which, each once
     * @return outputs before and after, of the recorded primary inputs
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public Extraction withoutDeliveriesOf(String... industries) {
        Labels all = allocation.industries();
        ExtractedGroup group = ExtractedGroup.of(all, Arrays.asList(industries));
        SparseMatrixBuilder rest = SparseMatrix.builder(all.size(), all.size());
        allocation.matrix().matrix().forEach((i, j, share) -> {
            if (!group.holds(i)) {
                rest.add(i, j, share);
            }
        });
        Solution after =
                require(allocation, LeontiefSystem.of(rest.build()).transposed().solve(valueAdded.toArray(), options));
        return new Extraction(
                group.labels(),
                "deliveries to industries, supply-driven",
                grossOutput(valueAdded),
                BoundedVector.of("Output after extraction", all, valueAdded.units(), after));
    }

    static Solution require(AllocationCoefficients allocation, Solution solution) {
        if (solution.report().stop() == StopReason.NOT_VIABLE || !solution.hasValues()) {
            requireOpen(allocation, solution.report().stop());
        }
        return solution.requireConverged();
    }

    static void requireOpen(AllocationCoefficients allocation, StopReason stop) {
        if (stop == StopReason.CANCELLED) {
            throw new IllegalStateException("The listener stopped the solver before there was anything to return.");
        }
        List<Integer> group = allocation.system().radiusProof().group();
        throw new IllegalStateException("There is no (I − B)⁻¹: "
                + (group.isEmpty()
                        ? "I − B is singular to working precision."
                        : "the industries around '" + allocation.industries().get(group.get(0))
                                + "' use all that they deliver themselves, and nothing is left for final users."));
    }

    /** Size and unit. */
    @Override
    public String toString() {
        return "Ghosh model, " + allocation + ", primary inputs of " + valueAdded.total() + " " + valueAdded.units();
    }
}
