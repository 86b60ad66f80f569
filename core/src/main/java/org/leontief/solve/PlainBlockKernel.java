package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** Sweeps for eight right-hand sides in plain Java. */
final class PlainBlockKernel extends BlockKernel {

    @Override
    String name() {
        return PlainKernel.NAME;
    }

    @Override
    void row(
            SlicedRows rows,
            int row,
            int first,
            int border,
            int step,
            Vectors vectors,
            double relaxation,
            double[] changes) {
        double @Nullable [] b = vectors.b();
        double[] w = vectors.w();
        double[] fresh = vectors.fresh();
        double pivot = vectors.pivot()[row];
        int at = WIDTH * row;
        gather(rows.index, rows.value, first, border, step, w, fresh, at);
        for (int k = 0; k < WIDTH; k++) {
            double right = b == null ? fresh[at + k] : b[at + k] + fresh[at + k];
            double change = (right - w[at + k]) / pivot;
            changes[k] += Math.abs(change);
            fresh[at + k] = Math.fma(relaxation, change, w[at + k]);
        }
    }

    private static void gather(
            int[] index, double[] value, int first, int border, int step, double[] x, double[] y, int at) {
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
            s0 = Math.fma(a, x[column], s0);
            s1 = Math.fma(a, x[column + 1], s1);
            s2 = Math.fma(a, x[column + 2], s2);
            s3 = Math.fma(a, x[column + 3], s3);
            s4 = Math.fma(a, x[column + 4], s4);
            s5 = Math.fma(a, x[column + 5], s5);
            s6 = Math.fma(a, x[column + 6], s6);
            s7 = Math.fma(a, x[column + 7], s7);
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
