package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Sweeps over {@link SlicedRows} for sixteen right-hand sides at once, in 32 bits: every coefficient is read once for all of
 * them, and every line of the cache that is fetched for it is used as a whole. What 32 bits leave undone, {@link BlockSolver}
 * finds by the products in 64.
 *
 * <p>Entry k of unknown i stands at {@link #WIDTH} i + k in every block of vectors. All kernels give the same bits.
 */
abstract class BlockKernel {

    /** Sixteen numbers of 32 bits are a line of the cache. */
    static final int WIDTH = 16;

    /** Products of a row that are added up before they are added to the rest: 32 bits hold no sum of a million terms. */
    private static final int PIECE = 512;

    /** For reports. */
    abstract String name();

    /** Blocks of vectors of one sweep; b is null for 0, w is only read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vectors(float @Nullable [] b, double[] pivot, float[] w, float[] fresh) {}

    /**
     * On the rows i of some units, z_i = (b_i + Σ_j a_ij w_j − w_i) / pivot_i and fresh_i = w_i + ω z_i.
     *
     * @param relaxation ω
     * @param changes entry k grows by Σ_i |z_ik|
     */
    final void sweep(SlicedRows rows, int fromUnit, int toUnit, Vectors vectors, float relaxation, float[] changes) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int first = rows.numbering.firstRow(unit);
            int border = rows.numbering.firstRow(unit + 1);
            gather(rows, unit, border - first, vectors.w(), vectors.fresh(), first * WIDTH);
            for (int row = first; row < border; row++) {
                float inverse = (float) (1 / vectors.pivot()[row]);
                finish(vectors, row * WIDTH, inverse, relaxation, changes);
            }
        }
    }

    /** y_i = Σ_j a_ij w_j on the rows of a unit. */
    private void gather(SlicedRows rows, int unit, int count, float[] w, float[] y, int at) {
        int border = rows.unitStart[unit + 1];
        int size = count * PIECE;
        int from = rows.unitStart[unit];
        gather(rows, from, Math.min(from + size, border), count, w, y, at);
        if (border - from > size) {
            float[] piece = new float[count * WIDTH];
            for (from += size; from < border; from += size) {
                gather(rows, from, Math.min(border - from, size) + from, count, w, piece, 0);
                for (int k = 0; k < piece.length; k++) {
                    y[at + k] += piece[k];
                }
            }
        }
    }

    /**
     * y_i = Σ_j a_ij x_j in 64 bits on the rows of a unit.
     *
     * @param y overwritten from 0 on, row by row
     */
    final void multiply(SlicedRows rows, int unit, double[] x, double[] y) {
        int count = rows.numbering.firstRow(unit + 1) - rows.numbering.firstRow(unit);
        int border = rows.unitStart[unit + 1];
        int size = count * PIECE;
        int from = rows.unitStart[unit];
        gather(rows, from, Math.min(from + size, border), count, x, y);
        if (border - from > size) {
            double[] piece = new double[count * WIDTH];
            for (from += size; from < border; from += size) {
                gather(rows, from, Math.min(border - from, size) + from, count, x, piece);
                for (int k = 0; k < piece.length; k++) {
                    y[k] += piece[k];
                }
            }
        }
    }

    /** The most roundings that one product goes through in {@link #multiply}, for a unit with so many products a row. */
    static long depth(int products) {
        return 1L + Math.min(products, PIECE) + products / PIECE + 1;
    }

    /** The same sums as those of 32 bits, in 64; y is overwritten from 0 on. */
    abstract void gather(SlicedRows rows, int from, int to, int count, double[] x, double[] y);

    /**
     * The sums of the products at some places, where those of one row stand at every count-th: one multiply-add after the
     * other from 0.
     *
     * @param count rows that alternate, 1 or {@link Numbering#SLICE}
     * @param y overwritten from at on, row by row
     */
    abstract void gather(SlicedRows rows, int from, int to, int count, float[] w, float[] y, int at);

    /** What {@link #sweep} does to one row, whose sums stand in fresh. */
    abstract void finish(Vectors vectors, int at, float inverse, float relaxation, float[] changes);
}
