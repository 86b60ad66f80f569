package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Sweeps over {@link SlicedRows} for eight right-hand sides at once: every coefficient is read once for all of them, and
 * every line of the cache that is fetched for it is used as a whole.
 *
 * <p>Entry k of unknown i stands at {@link #WIDTH} i + k in every block of vectors. All kernels give the same bits.
 */
abstract class BlockKernel {

    /** Eight numbers are a line of the cache. Wider blocks no longer fit into it (docs/decisions/0010). */
    static final int WIDTH = 8;

    /** For reports. */
    abstract String name();

    /** Blocks of vectors of one sweep; b is null for 0, w is only read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vectors(double @Nullable [] b, double[] pivot, double[] w, double[] fresh) {}

    /**
     * On the rows i of some units, z_i = (b_i + Σ_j a_ij w_j − w_i) / pivot_i and fresh_i = w_i + ω z_i.
     *
     * @param relaxation ω
     * @param changes entry k grows by Σ_i |z_ik|
     */
    final void sweep(SlicedRows rows, int fromUnit, int toUnit, Vectors vectors, double relaxation, double[] changes) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            for (int lane = 0; lane < step; lane++) {
                int row = rows.numbering.firstRow(unit) + lane;
                row(
                        rows,
                        row,
                        rows.unitStart[unit] + lane,
                        rows.unitStart[unit + 1],
                        step,
                        vectors,
                        relaxation,
                        changes);
            }
        }
    }

    /** The same on one row, whose entries stand at every step-th place from first to before border. */
    abstract void row(
            SlicedRows rows,
            int row,
            int first,
            int border,
            int step,
            Vectors vectors,
            double relaxation,
            double[] changes);
}
