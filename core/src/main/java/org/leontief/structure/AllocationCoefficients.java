package org.leontief.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/**
 * Where the output of each industry goes: B = x̂⁻¹ Z, n × n.
 *
 * <p>b_ij is the share of the output of i that j uses, a pure number in whatever units the products are; row i adds up to what
 * is not delivered to final users. Source: Miller and Blair 2009, section 12.1. Immutable.
 */
public final class AllocationCoefficients {

    private final LabelledMatrix matrix;
    private final LabelledVector grossOutput;
    private final List<String> notes;
    private final LeontiefSystem system;

    private AllocationCoefficients(LabelledMatrix matrix, LabelledVector grossOutput, List<String> notes) {
        this.matrix = matrix;
        this.grossOutput = grossOutput;
        this.notes = notes;
        system = LeontiefSystem.of(matrix.matrix());
    }

    /**
     * The allocation that a table records.
     *
     * @param table the table
     * @return B
     * @throws IllegalArgumentException if an industry has deliveries but no output to be divided; the message names it
     */
    public static AllocationCoefficients of(InputOutputTable table) {
        return of(table, TechnologyOptions.defaults());
    }

    /**
     * The allocation that a table records, under policies.
     *
     * @param table the table
     * @param policies of which that for zero output counts: with {@link ZeroOutputPolicy#EMPTY_RECIPE} deliveries that no output
     *     stands behind are left out, and the notes say so
     * @return B
     * @throws IllegalArgumentException if an industry has deliveries but no output to be divided, and no policy allows it
     */
    public static AllocationCoefficients of(InputOutputTable table, TechnologyOptions policies) {
        return of(table.transactions().matrix(), table.grossOutput(), policies.zeroOutput());
    }

    /**
     * The allocation that a plan leads to: b_ij = a_ij x_j / x_i.
     *
     * @param plan the plan
     * @return B
     * @throws IllegalArgumentException if an industry delivers but makes nothing; the message names it
     */
    public static AllocationCoefficients of(GrossOutputPlan plan) {
        return of(plan.intermediateUse().matrix(), plan.grossOutput().values(), ZeroOutputPolicy.EMPTY_INDUSTRIES_ONLY);
    }

    private static AllocationCoefficients of(SparseMatrix flows, LabelledVector x, ZeroOutputPolicy policy) {
        Labels industries = x.labels();
        SparseMatrixBuilder shares = SparseMatrix.builder(x.size(), x.size());
        List<String> leftOut = new ArrayList<>();
        flows.forEach((i, j, flow) -> {
            if (x.at(i) > 0) {
                shares.add(i, j, flow / x.at(i));
                return;
            }
            if (policy != ZeroOutputPolicy.EMPTY_RECIPE) {
                throw new IllegalArgumentException("'" + industries.get(i) + "' delivers " + flow + " to '"
                        + industries.get(j) + "', but its output is " + x.at(i)
                        + ", so that there is nothing to take a share of. Mend the table, or decide:"
                        + " TechnologyOptions.withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE).");
            }
            leftOut.add("'" + industries.get(i) + "' to '" + industries.get(j) + "' (" + flow + ")");
        });
        return new AllocationCoefficients(
                LabelledMatrix.of("Allocation coefficients", industries, industries, Units.NONE, shares.build()),
                x,
                notes(x, leftOut));
    }

    private static List<String> notes(LabelledVector x, List<String> leftOut) {
        List<String> empty = IntStream.range(0, x.size())
                .filter(i -> !(x.at(i) > 0))
                .mapToObj(i -> "'" + x.labels().get(i) + "' (" + x.at(i) + ")")
                .toList();
        List<String> notes = new ArrayList<>();
        if (!empty.isEmpty()) {
            notes.add(Listing.of(empty) + ": no output, so nothing is allocated"
                    + (leftOut.isEmpty() ? "." : "; left out: " + Listing.of(leftOut) + "."));
        }
        return List.copyOf(notes);
    }

    /**
     * The industries.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return matrix.rows();
    }

    /**
     * B: share of the row's output that the column's industry uses.
     *
     * @return n × n, pure numbers
     */
    public LabelledMatrix matrix() {
        return matrix;
    }

    /**
     * x: the outputs that were divided.
     *
     * @return in the units of the products
     */
    public LabelledVector grossOutput() {
        return grossOutput;
    }

    /**
     * What has to be known to use them: industries without output.
     *
     * @return sentences for a person, empty if there is nothing to say
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The prepared system (I − B) g = b; its transpose is that of supply-driven outputs.
     *
     * @return the same at every call
     */
    public LeontiefSystem system() {
        return system;
    }

    /** How many industries and shares. */
    @Override
    public String toString() {
        return "Allocation coefficients of " + industries().size() + " industries, "
                + matrix.matrix().nonZeros() + " not zero";
    }
}
