package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;

/**
 * The RAS method: X = r̂ A ŝ with row totals X 1 = u and column totals 1ᵀX = v, for a prior A ≥ 0.
 *
 * <p>Of all matrices with these totals X is the one nearest to A in the sense of Σ x ln(x / a). A: m × n, u: m, v: n, all in one
 * unit; zeros stay zeros. Source: R. Stone, <em>Input-Output and National Accounts</em> (OECD, Paris 1961); M. Bacharach,
 * <em>Biproportional Matrices and Input-Output Change</em> (1970); Miller and Blair 2009, section 7.4. A prior with negative cells
 * is for {@link Gras}.
 */
public final class Ras {

    private Ras() {}

    /**
     * Balances with the default options.
     *
     * @param prior A, m × n, no cell below 0, in one unit
     * @param rowTotals u, joined by label
     * @param columnTotals v, joined by label
     * @return X, r, s and the report; see {@link BalancedMatrix#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that no such matrix exists, with what contradicts what and by how much
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ or a cell is negative
     */
    public static BalancedMatrix balance(LabelledMatrix prior, LabelledVector rowTotals, LabelledVector columnTotals) {
        return balance(prior, rowTotals, columnTotals, BalancingOptions.defaults());
    }

    /**
     * Balances.
     *
     * @param prior A, m × n, no cell below 0, in one unit
     * @param rowTotals u, joined by label
     * @param columnTotals v, joined by label
     * @param options tolerance, limit, policy for totals that differ, listener
     * @return X, r, s and the report; see {@link BalancedMatrix#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that no such matrix exists, with what contradicts what and by how much
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ or a cell is negative
     */
    public static BalancedMatrix balance(
            LabelledMatrix prior, LabelledVector rowTotals, LabelledVector columnTotals, BalancingOptions options) {
        if (prior.matrix().hasNegative()) {
            prior.matrix().forEach((i, j, value) -> {
                if (value < 0) {
                    throw new IllegalArgumentException("'" + prior.name() + "' has " + value + " in row '"
                            + prior.rows().get(i) + "' and column '"
                            + prior.columns().get(j)
                            + "'; RAS takes no negative cells. Use Gras.balance, which keeps their sign.");
                }
            });
        }
        return BalancedMatrix.of("RAS", prior, rowTotals, columnTotals, options);
    }
}
