package org.leontief.compilation;

import java.util.Arrays;
import java.util.List;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * A matrix that was brought to given totals: X = r̂ P ŝ − r̂⁻¹ N ŝ⁻¹ with the prior A = P − N, P, N ≥ 0.
 *
 * <p>m × n as the prior, in its unit, with its signs and zeros. r (m) and s (n) are pure numbers; only their products r_i s_j
 * mean anything, since r can be multiplied and s divided by the same number. {@link Ras} and {@link Gras} make them. Immutable.
 */
public final class BalancedMatrix {

    private static final int SHOWN = 10;

    private final LabelledMatrix prior;
    private final LabelledMatrix matrix;
    private final LabelledVector rowMultipliers;
    private final LabelledVector columnMultipliers;
    private final BalancingReport report;

    private BalancedMatrix(
            LabelledMatrix prior,
            LabelledMatrix matrix,
            LabelledVector rowMultipliers,
            LabelledVector columnMultipliers,
            BalancingReport report) {
        this.prior = prior;
        this.matrix = matrix;
        this.rowMultipliers = rowMultipliers;
        this.columnMultipliers = columnMultipliers;
        this.report = report;
    }

    /** Balances; the callers have looked at the signs of the prior. */
    static BalancedMatrix of(
            String method,
            LabelledMatrix prior,
            LabelledVector rowTotals,
            LabelledVector columnTotals,
            BalancingOptions options) {
        long start = System.nanoTime();
        Margins margins = Margins.of(prior, rowTotals, columnTotals);
        Biproportion found = Biproportion.of(method, prior.name(), SignedCells.of(prior.matrix()), margins, options);
        int[] ownRow = new int[prior.rows().size()];
        Arrays.setAll(ownRow, i -> i);
        SparseMatrix balanced = found.applyTo(prior.matrix(), 1, ownRow, 0);
        return new BalancedMatrix(
                prior,
                LabelledMatrix.of(prior.name(), prior.rows(), prior.columns(), prior.rowUnits(), balanced),
                LabelledVector.of("Row multipliers", prior.rows(), Units.NONE, found.rowMultipliers()),
                LabelledVector.of("Column multipliers", prior.columns(), Units.NONE, found.columnMultipliers()),
                found.report(SignedCells.of(balanced), options, start));
    }

    /**
     * The matrix before.
     *
     * @return what was given
     */
    public LabelledMatrix prior() {
        return prior;
    }

    /**
     * The matrix with the totals asked for; the last iterate, where the work stopped before.
     *
     * @return under the name, labels and unit of the prior
     */
    public LabelledMatrix matrix() {
        return matrix;
    }

    /**
     * r: by what the positive cells of each row were multiplied, and the negative ones divided (the substitution effect of R.
     * Stone).
     *
     * @return m; 0 for a row that a total of 0 empties, 1 for one without cells
     */
    public LabelledVector rowMultipliers() {
        return rowMultipliers;
    }

    /**
     * s: by what the positive cells of each column were multiplied, and the negative ones divided (the fabrication effect).
     *
     * @return n; 0 for a column that a total of 0 empties, 1 for one without cells
     */
    public LabelledVector columnMultipliers() {
        return columnMultipliers;
    }

    /**
     * How it was reached, and how well the totals are met.
     *
     * @return the report
     */
    public BalancingReport report() {
        return report;
    }

    /**
     * Demands that the totals are met.
     *
     * @return this
     * @throws IllegalStateException if the work stopped before, with the reason and the total that is missed most
     */
    public BalancedMatrix requireConverged() {
        report.requireConverged();
        return this;
    }

    /**
     * The cells that changed most.
     *
     * @param count how many at most
     * @return largest absolute change first; cells that did not change are left out
     */
    public List<ChangedCell> largestChanges(int count) {
        return LargestChanges.of(prior, matrix, count);
    }

    /** The report and the ten largest changes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(prior.name() + ", balanced\n" + report);
        List<ChangedCell> changes = largestChanges(SHOWN);
        if (!changes.isEmpty()) {
            text.append("\nLargest changes (").append(prior.rowUnits()).append("):");
            changes.forEach(change -> text.append("\n  ").append(change));
        }
        return text.toString();
    }
}
