package org.leontief.structure;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Inverse;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.solve.SparseMatrix;

/**
 * The Ghosh inverse G = (I − B)⁻¹, n × n, formed explicitly, with a guaranteed bound on every entry. g_ij: value of output of j
 * that a unit of primary inputs of i sets in motion; G = x̂⁻¹ L x̂. Source: Miller and Blair 2009, section 12.1. Immutable.
 */
public final class GhoshInverse {

    private final Labels industries;
    private final Inverse inverse;

    private GhoshInverse(Labels industries, Inverse inverse) {
        this.industries = industries;
        this.inverse = inverse;
    }

    static GhoshInverse of(AllocationCoefficients allocation, SolveOptions options) {
        Inverse inverse = allocation.system().inverse(options);
        if (!inverse.hasValues()) {
            GhoshModel.requireOpen(allocation, inverse.report().stop());
        }
        return new GhoshInverse(allocation.industries(), inverse.requireConverged());
    }

    /**
     * The industries, along both sides.
     *
     * @return their labels, in order
     */
    public Labels industries() {
        return industries;
    }

    /**
     * One entry.
     *
     * @param supplier the row
     * @param user the column
     * @return output of the user per unit of primary inputs of the supplier
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public double of(String supplier, String user) {
        return inverse.value(industries.indexOf(supplier), industries.indexOf(user));
    }

    /**
     * The guaranteed bound of one entry.
     *
     * @param supplier the row
     * @param user the column
     * @return how far it can be off at most
     */
    public double errorBound(String supplier, String user) {
        return inverse.errorBound(industries.indexOf(supplier), industries.indexOf(user));
    }

    /**
     * The largest bound of all entries.
     *
     * @return +∞ where nothing could be proved
     */
    public double largestErrorBound() {
        return inverse.largestErrorBound();
    }

    /**
     * The entries with their names, for writing to a file.
     *
     * @return n × n, pure numbers
     */
    public LabelledMatrix toMatrix() {
        return LabelledMatrix.of(
                "Ghosh inverse", industries, industries, Units.NONE, SparseMatrix.of(inverse.values()));
    }

    /**
     * How the inverse was reached.
     *
     * @return method, stop reason, time
     */
    public SolveReport report() {
        return inverse.report();
    }

    /** Size and largest bound. */
    @Override
    public String toString() {
        return "Ghosh inverse of " + industries.size() + " industries, every entry off by at most "
                + largestErrorBound();
    }
}
