package org.leontief.solve;

import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * L = (I − A)⁻¹, n × n, how it was reached, and how far every entry can be off. Immutable.
 *
 * <p>With v &gt; 0 and u = v − |A| v &gt; 0, and r̄ a bound on the residual |I − (I − A) X| of the numbers X that are
 * returned, for each column j
 *
 * <pre>
 * |L − X|_ij ≤ v_i η_j,                        η_j = max_i r̄_ij / u_i
 * |L − X|_ij ≤ Σ_k (|X|_ik + v_i η_k) r̄_kj
 * </pre>
 *
 * The first is {@link Certificate.Kind#FIRST}, the smaller of both {@link Certificate.Kind#SHARP}: L − X is L (I − (I −
 * A) X), and |L| is at most |X| and its first bound. The residuals are summed in doubled precision, with the a-priori bound
 * of T. Ogita, S. M. Rump and S. Oishi (SIAM J. Sci. Comput. 26, 2005, proposition 5.5) on their own rounding.
 */
public final class Inverse {

    private final int n;
    private final double @Nullable [] values;
    private final double @Nullable [] bounds;
    private final SolveReport report;
    private final String certification;

    /** Takes the arrays over, both n × n by rows. */
    Inverse(int n, double @Nullable [] values, double @Nullable [] bounds, SolveReport report, String certification) {
        this.n = n;
        this.values = values;
        this.bounds = bounds;
        this.report = report;
        this.certification = certification;
    }

    /**
     * Number of unknowns.
     *
     * @return n
     */
    public int size() {
        return n;
    }

    /**
     * Whether there are values.
     *
     * @return false if I − A is singular, proved not to be viable, or the work was stopped
     */
    public boolean hasValues() {
        return values != null;
    }

    /**
     * One entry.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return x_i for the right-hand side that is 1 in place j and 0 elsewhere
     * @throws IllegalStateException if there are none
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double value(int i, int j) {
        return present()[place(i, j)];
    }

    /**
     * All entries.
     *
     * @return a copy, n × n, as an EJML matrix
     * @throws IllegalStateException if there are none
     */
    public DMatrixRMaj values() {
        return DMatrixRMaj.wrap(n, n, present().clone());
    }

    /**
     * The guaranteed bound of one entry.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return how far the entry can be off at most; +∞ where nothing was proved
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double errorBound(int i, int j) {
        int place = place(i, j);
        return bounds == null ? Double.POSITIVE_INFINITY : bounds[place];
    }

    /**
     * All bounds.
     *
     * @return a copy, n × n, as an EJML matrix; +∞ where nothing was proved
     */
    public DMatrixRMaj errorBounds() {
        if (bounds != null) {
            return DMatrixRMaj.wrap(n, n, bounds.clone());
        }
        DMatrixRMaj nothing = new DMatrixRMaj(n, n);
        nothing.fill(Double.POSITIVE_INFINITY);
        return nothing;
    }

    /**
     * The largest of all bounds.
     *
     * @return +∞ where nothing was proved
     */
    public double largestErrorBound() {
        if (bounds == null) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (double bound : bounds) {
            largest = Math.max(largest, bound);
        }
        return largest;
    }

    /**
     * How the values were reached. The residual in it is that of the row sums: of L times a demand of 1 for everything.
     *
     * @return method, stop reason, residual, time
     */
    public SolveReport report() {
        return report;
    }

    /**
     * What the bounds rest on, or why there are none.
     *
     * @return one sentence
     */
    public String certification() {
        return certification;
    }

    /**
     * Demands that the solver did what was asked of it.
     *
     * @return this inverse
     * @throws NotConvergedException if it stopped for another reason; the message holds the report
     */
    public Inverse requireConverged() {
        if (!report.stop().isSuccess()) {
            throw new NotConvergedException("The inverse was not computed as asked. " + report, report.stop());
        }
        return this;
    }

    private int place(int i, int j) {
        if (i < 0 || i >= n || j < 0 || j >= n) {
            throw new IndexOutOfBoundsException(
                    "There is no entry (" + i + ", " + j + ") in an inverse of " + n + " × " + n + ".");
        }
        return i * n + j;
    }

    private double[] present() {
        if (values == null) {
            throw new IllegalStateException("There is no inverse to give: " + report.stop() + ". " + certification);
        }
        return values;
    }

    /** Size and report. */
    @Override
    public String toString() {
        return "Inverse of I − A, " + n + " × " + n + ", by " + report;
    }
}
