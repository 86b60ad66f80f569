package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;

/**
 * The generalised RAS method, for a prior with negative cells: X = r̂ P ŝ − r̂⁻¹ N ŝ⁻¹ with A = P − N, P, N ≥ 0, and row totals
 * X 1 = u and column totals 1ᵀX = v.
 *
 * <p>Of all matrices with these totals and the signs of A, X is the one with the least Σ |a| (z ln z − z + 1), z = x / a. A: m × n,
 * u: m, v: n, all in one unit; zeros stay zeros, signs stay, and a prior that has its totals stays as it is. Source: T. Junius and
 * J. Oosterhaven, "The solution of updating or regionalizing a matrix with both positive and negative entries", Economic
 * Systems Research 15 (2003), with the objective as corrected by M. Lenzen, R. Wood and B. Gallego, "Some comments on the GRAS
 * method", ibid. 19 (2007): the first form multiplied every cell by 1 / e and so moved a matrix that was balanced already. Rows
 * and columns without positive or without negative cells after U. Temurshoev, R. E. Miller and M. C. Bouwmeester, "A note on the
 * GRAS method", ibid. 25 (2013). Where nothing is negative this is {@link Ras}.
 */
public final class Gras {

    private Gras() {}

    /**
     * Balances with the default options.
     *
     * @param prior A, m × n, in one unit
     * @param rowTotals u, joined by label
     * @param columnTotals v, joined by label
     * @return X, r, s and the report; see {@link BalancedMatrix#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that no such matrix exists, with what contradicts what and by how much
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public static BalancedMatrix balance(LabelledMatrix prior, LabelledVector rowTotals, LabelledVector columnTotals) {
        return balance(prior, rowTotals, columnTotals, BalancingOptions.defaults());
    }

    /**
     * Balances.
     *
     * @param prior A, m × n, in one unit
     * @param rowTotals u, joined by label
     * @param columnTotals v, joined by label
     * @param options tolerance, limit, policy for totals that differ, listener
     * @return X, r, s and the report; see {@link BalancedMatrix#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that no such matrix exists, with what contradicts what and by how much
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public static BalancedMatrix balance(
            LabelledMatrix prior, LabelledVector rowTotals, LabelledVector columnTotals, BalancingOptions options) {
        return BalancedMatrix.of("GRAS", prior, rowTotals, columnTotals, options);
    }
}
