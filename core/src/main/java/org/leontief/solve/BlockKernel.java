package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Sweeps over {@link SlicedRows} for eight right-hand sides at once: every coefficient is read once for all of them, and
 * every line of the cache that is fetched for it is used as a whole.
 *
 * <p>Entry k of unknown i stands at {@link #WIDTH} i + k in every block of vectors. All kernels give the same bits.
 */
interface BlockKernel {

    /** Eight numbers are a line of the cache. Wider blocks no longer fit into it (docs/decisions/0010). */
    int WIDTH = 8;

    /** For reports. */
    String name();

    /**
     * On the rows i of some units, z_i = (b_i + Σ_j a_ij w_j − w_i) / pivot_i and fresh_i = w_i + ω z_i.
     *
     * @param b null for 0
     * @param relaxation ω
     * @param w only read
     * @param changes entry k grows by Σ_i |z_ik|
     */
    void sweep(
            SlicedRows rows,
            int fromUnit,
            int toUnit,
            double @Nullable [] b,
            double[] pivot,
            double relaxation,
            double[] w,
            double[] fresh,
            double[] changes);
}
