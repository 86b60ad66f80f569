package org.leontief.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;

/**
 * Where the output of each industry goes: B = x̂⁻¹ Z, n × n.
 *
 * <p>b_ij is the share of the output of i that j uses, a pure number in whatever units the products are; row i adds up to what
 * is not delivered to final users. Source: Miller and Blair 2009, section 12.1. Immutable.
 */
public final class AllocationCoefficients {

    private static final int NAMED = 10;

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
        return of(table.transactions().matrix(), table.grossOutput());
    }

    /**
     * The allocation that a plan leads to: b_ij = a_ij x_j / x_i.
     *
     * @param plan the plan
     * @return B
     * @throws IllegalArgumentException if an industry delivers but makes nothing; the message names it
     */
    public static AllocationCoefficients of(GrossOutputPlan plan) {
        return of(plan.intermediateUse().matrix(), plan.grossOutput().values());
    }

    private static AllocationCoefficients of(SparseMatrix flows, LabelledVector x) {
        Labels industries = x.labels();
        SparseMatrixBuilder shares = SparseMatrix.builder(x.size(), x.size());
        flows.forEach((i, j, flow) -> {
            if (!(x.at(i) > 0)) {
                throw new IllegalArgumentException("'" + industries.get(i) + "' delivers " + flow + " to '"
                        + industries.get(j) + "', but its output is " + x.at(i)
                        + ", so that there is nothing to take a share of. Mend the table; maybe its stated outputs"
                        + " leave something out?");
            }
            shares.add(i, j, flow / x.at(i));
        });
        return new AllocationCoefficients(
                LabelledMatrix.of("Allocation coefficients", industries, industries, Units.NONE, shares.build()),
                x,
                notes(x));
    }

    private static List<String> notes(LabelledVector x) {
        List<Integer> empty =
                IntStream.range(0, x.size()).filter(i -> x.at(i) == 0).boxed().toList();
        List<String> notes = new ArrayList<>();
        if (!empty.isEmpty()) {
            String named = empty.stream()
                    .limit(NAMED)
                    .map(i -> "'" + x.labels().get(i) + "'")
                    .collect(Collectors.joining(", "));
            notes.add(named + (empty.size() > NAMED ? " and " + (empty.size() - NAMED) + " more" : "")
                    + ": no output, so nothing is allocated; that says nothing of what its product would be used for.");
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
