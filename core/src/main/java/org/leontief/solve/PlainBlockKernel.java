package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** Sweeps for sixteen right-hand sides in plain Java. Sums stand in variables of their own, or HotSpot keeps them in memory. */
final class PlainBlockKernel extends BlockKernel {

    @Override
    String name() {
        return PlainKernel.NAME;
    }

    @Override
    void gather(SlicedRows rows, int from, int to, int count, float[] w, float[] y, int at) {
        for (int lane = 0; lane < count; lane++) {
            gather(rows.index, rows.value, from + lane, to, count, w, y, at + lane * WIDTH);
        }
    }

    private static void gather(
            int[] index, double[] value, int first, int border, int step, float[] x, float[] y, int at) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        float s8 = 0;
        float s9 = 0;
        float s10 = 0;
        float s11 = 0;
        float s12 = 0;
        float s13 = 0;
        float s14 = 0;
        float s15 = 0;
        for (int p = first; p < border; p += step) {
            float a = (float) value[p];
            int column = WIDTH * index[p];
            s0 = Math.fma(a, x[column], s0);
            s1 = Math.fma(a, x[column + 1], s1);
            s2 = Math.fma(a, x[column + 2], s2);
            s3 = Math.fma(a, x[column + 3], s3);
            s4 = Math.fma(a, x[column + 4], s4);
            s5 = Math.fma(a, x[column + 5], s5);
            s6 = Math.fma(a, x[column + 6], s6);
            s7 = Math.fma(a, x[column + 7], s7);
            s8 = Math.fma(a, x[column + 8], s8);
            s9 = Math.fma(a, x[column + 9], s9);
            s10 = Math.fma(a, x[column + 10], s10);
            s11 = Math.fma(a, x[column + 11], s11);
            s12 = Math.fma(a, x[column + 12], s12);
            s13 = Math.fma(a, x[column + 13], s13);
            s14 = Math.fma(a, x[column + 14], s14);
            s15 = Math.fma(a, x[column + 15], s15);
        }
        y[at] = s0;
        y[at + 1] = s1;
        y[at + 2] = s2;
        y[at + 3] = s3;
        y[at + 4] = s4;
        y[at + 5] = s5;
        y[at + 6] = s6;
        y[at + 7] = s7;
        y[at + 8] = s8;
        y[at + 9] = s9;
        y[at + 10] = s10;
        y[at + 11] = s11;
        y[at + 12] = s12;
        y[at + 13] = s13;
        y[at + 14] = s14;
        y[at + 15] = s15;
    }

    @Override
    void gather(SlicedRows rows, int from, int to, int count, double[] x, double[] y) {
        for (int lane = 0; lane < count; lane++) {
            gather(rows.index, rows.value, from + lane, to, count, x, y, lane * WIDTH);
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
        double s8 = 0;
        double s9 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s14 = 0;
        double s15 = 0;
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
            s8 = Math.fma(a, x[column + 8], s8);
            s9 = Math.fma(a, x[column + 9], s9);
            s10 = Math.fma(a, x[column + 10], s10);
            s11 = Math.fma(a, x[column + 11], s11);
            s12 = Math.fma(a, x[column + 12], s12);
            s13 = Math.fma(a, x[column + 13], s13);
            s14 = Math.fma(a, x[column + 14], s14);
            s15 = Math.fma(a, x[column + 15], s15);
        }
        y[at] = s0;
        y[at + 1] = s1;
        y[at + 2] = s2;
        y[at + 3] = s3;
        y[at + 4] = s4;
        y[at + 5] = s5;
        y[at + 6] = s6;
        y[at + 7] = s7;
        y[at + 8] = s8;
        y[at + 9] = s9;
        y[at + 10] = s10;
        y[at + 11] = s11;
        y[at + 12] = s12;
        y[at + 13] = s13;
        y[at + 14] = s14;
        y[at + 15] = s15;
    }

    @Override
    void finish(Vectors vectors, int at, float inverse, float relaxation, float[] changes) {
        float @Nullable [] b = vectors.b();
        float[] w = vectors.w();
        float[] fresh = vectors.fresh();
        for (int k = 0; k < WIDTH; k++) {
            float right = b == null ? fresh[at + k] : b[at + k] + fresh[at + k];
            float change = (right - w[at + k]) * inverse;
            changes[k] += Math.abs(change);
            fresh[at + k] = Math.fma(relaxation, change, w[at + k]);
        }
    }
}
