package org.leontief.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps for sixteen right-hand sides by the Vector API: one vector for all of them where the processor has vectors of 512
 * bits, else two or four, one after the other while the rows are in the nearest cache. The eight rows of a slice are summed
 * side by side, so that no sum waits for another.
 *
 * <p>In a source folder of its own, and found by name; see {@link VectorKernel}.
 */
final class VectorBlockKernel extends BlockKernel {

    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() < WIDTH ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    @Override
    String name() {
        return "the Vector API, " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    void gather(SlicedRows rows, int from, int to, int count, float[] w, float[] y, int at) {
        for (int k = 0; k < WIDTH; k += LANES) {
            if (count == Numbering.SLICE) {
                slice(rows.index, rows.value, from, to, w, k, y, at + k);
            } else {
                row(rows.index, rows.value, from, to, w, k, y, at + k);
            }
        }
    }

    private static void row(int[] index, double[] value, int from, int to, float[] x, int k, float[] y, int at) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int p = from; p < to; p++) {
            sum = add(index, value, p, x, k, sum);
        }
        sum.intoArray(y, at);
    }

    private static void slice(int[] index, double[] value, int from, int to, float[] x, int k, float[] y, int at) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int p = from; p < to; p += Numbering.SLICE) {
            s0 = add(index, value, p, x, k, s0);
            s1 = add(index, value, p + 1, x, k, s1);
            s2 = add(index, value, p + 2, x, k, s2);
            s3 = add(index, value, p + 3, x, k, s3);
            s4 = add(index, value, p + 4, x, k, s4);
            s5 = add(index, value, p + 5, x, k, s5);
            s6 = add(index, value, p + 6, x, k, s6);
            s7 = add(index, value, p + 7, x, k, s7);
        }
        s0.intoArray(y, at);
        s1.intoArray(y, at + WIDTH);
        s2.intoArray(y, at + 2 * WIDTH);
        s3.intoArray(y, at + 3 * WIDTH);
        s4.intoArray(y, at + 4 * WIDTH);
        s5.intoArray(y, at + 5 * WIDTH);
        s6.intoArray(y, at + 6 * WIDTH);
        s7.intoArray(y, at + 7 * WIDTH);
    }

    private static FloatVector add(int[] index, double[] value, int p, float[] x, int k, FloatVector sum) {
        return FloatVector.broadcast(SPECIES, (float) value[p])
                .fma(FloatVector.fromArray(SPECIES, x, WIDTH * index[p] + k), sum);
    }

    @Override
    void gather(SlicedRows rows, int from, int to, int count, double[] x, double[] y) {
        for (int k = 0; k < WIDTH; k += DOUBLES.length()) {
            if (count == Numbering.SLICE) {
                slice(rows.index, rows.value, from, to, x, k, y, k);
            } else {
                row(rows.index, rows.value, from, to, x, k, y, k);
            }
        }
    }

    private static void row(int[] index, double[] value, int from, int to, double[] x, int k, double[] y, int at) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        for (int p = from; p < to; p++) {
            sum = add(index, value, p, x, k, sum);
        }
        sum.intoArray(y, at);
    }

    private static void slice(int[] index, double[] value, int from, int to, double[] x, int k, double[] y, int at) {
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector s4 = s0;
        DoubleVector s5 = s0;
        DoubleVector s6 = s0;
        DoubleVector s7 = s0;
        for (int p = from; p < to; p += Numbering.SLICE) {
            s0 = add(index, value, p, x, k, s0);
            s1 = add(index, value, p + 1, x, k, s1);
            s2 = add(index, value, p + 2, x, k, s2);
            s3 = add(index, value, p + 3, x, k, s3);
            s4 = add(index, value, p + 4, x, k, s4);
            s5 = add(index, value, p + 5, x, k, s5);
            s6 = add(index, value, p + 6, x, k, s6);
            s7 = add(index, value, p + 7, x, k, s7);
        }
        s0.intoArray(y, at);
        s1.intoArray(y, at + WIDTH);
        s2.intoArray(y, at + 2 * WIDTH);
        s3.intoArray(y, at + 3 * WIDTH);
        s4.intoArray(y, at + 4 * WIDTH);
        s5.intoArray(y, at + 5 * WIDTH);
        s6.intoArray(y, at + 6 * WIDTH);
        s7.intoArray(y, at + 7 * WIDTH);
    }

    private static DoubleVector add(int[] index, double[] value, int p, double[] x, int k, DoubleVector sum) {
        return DoubleVector.broadcast(DOUBLES, value[p])
                .fma(DoubleVector.fromArray(DOUBLES, x, WIDTH * index[p] + k), sum);
    }

    @Override
    void finish(Vectors vectors, int at, float inverse, float relaxation, float[] changes) {
        float @Nullable [] b = vectors.b();
        for (int k = 0; k < WIDTH; k += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, vectors.fresh(), at + k);
            FloatVector right =
                    b == null ? sum : FloatVector.fromArray(SPECIES, b, at + k).add(sum);
            FloatVector old = FloatVector.fromArray(SPECIES, vectors.w(), at + k);
            FloatVector change = right.sub(old).mul(inverse);
            FloatVector.fromArray(SPECIES, changes, k)
                    .add(change.lanewise(VectorOperators.ABS))
                    .intoArray(changes, k);
            FloatVector.broadcast(SPECIES, relaxation).fma(change, old).intoArray(vectors.fresh(), at + k);
        }
    }
}
