package org.leontief.quantity;

import org.ejml.data.DMatrixRMaj;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.Inverse;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The Leontief inverse L = (I − A)⁻¹, n × n, formed explicitly, with a guaranteed bound on every entry. L[i,j]: output of i
 * that one unit of final demand for j takes, directly and indirectly.
 *
 * <p>Hardly any question needs it: a plan is one solve, and the multipliers of an extension are one solve. It takes 16 n²
 * bytes with its bounds, 24 n² while it is computed, and some n³ operations. Source: Miller and Blair 2009, section 2.2.2.
 */
public final class LeontiefInverse {

    private static final int BYTES_A_CELL = 16;

    private final Labels industries;
    private final Units units;
    private final Inverse inverse;

    private LeontiefInverse(TechnicalCoefficients coefficients, Inverse inverse) {
        industries = coefficients.industries();
        units = coefficients.units();
        this.inverse = inverse;
    }

    /**
     * What the inverse of so many industries takes.
     *
     * @param industries n
     * @return bytes, with the bounds
     */
    public static long memory(int industries) {
        return (long) BYTES_A_CELL * industries * industries;
    }

    /**
     * Forms the inverse.
     *
     * @param coefficients the technology
     * @param options how to solve; the automatic method is a factorisation
     * @return the inverse
     * @throws MemoryLimitException before anything is computed, if it does not fit
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if I − A is singular, or the listener stopped it
     */
    public static LeontiefInverse of(TechnicalCoefficients coefficients, SolveOptions options) {
        int n = coefficients.industries().size();
        MemoryLimitException.require(
                "The Leontief inverse of " + n + " industries",
                (double) memory(n),
                "Ask for a plan or for multipliers instead: they need no inverse.");
        Inverse inverse = coefficients.system().inverse(options);
        return new LeontiefInverse(coefficients, SolutionRequirement.INVERSE.requireConverged(coefficients, inverse));
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
     * @param producer the row
     * @param demanded the column
     * @return output of the producer per unit of final demand for the other
     */
    public double of(String producer, String demanded) {
        return inverse.value(industries.indexOf(producer), industries.indexOf(demanded));
    }

    /**
     * The guaranteed bound of one entry.
     *
     * @param producer the row
     * @param demanded the column
     * @return how far it can be off at most
     */
    public double errorBound(String producer, String demanded) {
        return inverse.errorBound(industries.indexOf(producer), industries.indexOf(demanded));
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
     * @return n × n, rows in the units of their products, per unit of the column's
     */
    public LabelledMatrix toMatrix() {
        return LabelledMatrix.of("Leontief inverse", industries, industries, units, SparseMatrix.of(inverse.values()));
    }

    /**
     * The entries as an EJML matrix.
     *
     * @return a copy, n × n
     */
    public DMatrixRMaj toDense() {
        return inverse.values();
    }

    /**
     * The bounds as an EJML matrix.
     *
     * @return a copy, n × n
     */
    public DMatrixRMaj errorBounds() {
        return inverse.errorBounds();
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
        return "Leontief inverse of " + industries.size() + " industries, every entry off by at most "
                + largestErrorBound();
    }
}
