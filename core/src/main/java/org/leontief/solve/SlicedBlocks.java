package org.leontief.solve;

/**
 * Products of {@link SlicedRows} with eight vectors at once: every coefficient is read once for all of them, and every line of
 * the cache that is fetched for it is used as a whole.
 *
 * <p>Entry k of unknown i stands at {@link #WIDTH} i + k in every block of vectors.
 */
final class SlicedBlocks {

    /** Eight numbers are a line of the cache. Wider blocks no longer fit into it (docs/decisions/0010). */
    static final int WIDTH = 8;

    private final SlicedRows rows;

    SlicedBlocks(SlicedRows rows) {
        this.rows = rows;
    }

    /** Y = A X on the rows of some units. */
    void gather(int fromUnit, int toUnit, double[] x, double[] y) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            int border = rows.unitStart[unit + 1];
            for (int lane = 0; lane < step; lane++) {
                gatherRow(
                        rows.unitStart[unit] + lane,
                        border,
                        step,
                        x,
                        y,
                        WIDTH * (rows.numbering.firstRow(unit) + lane));
            }
        }
    }

    private void gatherRow(int first, int border, int step, double[] x, double[] y, int at) {
        int[] index = rows.index;
        double[] value = rows.value;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int p = first; p < border; p += step) {
            double a = value[p];
            int column = WIDTH * index[p];
            s0 += a * x[column];
            s1 += a * x[column + 1];
            s2 += a * x[column + 2];
            s3 += a * x[column + 3];
            s4 += a * x[column + 4];
            s5 += a * x[column + 5];
            s6 += a * x[column + 6];
            s7 += a * x[column + 7];
        }
        y[at] = s0;
        y[at + 1] = s1;
        y[at + 2] = s2;
        y[at + 3] = s3;
        y[at + 4] = s4;
        y[at + 5] = s5;
        y[at + 6] = s6;
        y[at + 7] = s7;
    }
}
