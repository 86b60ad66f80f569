package org.leontief.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps for eight right-hand sides by the Vector API: one vector for all of them where the processor has vectors of 512
 * bits, else two or four, one after the other while the row is in the nearest cache.
 *
 * <p>In a source folder of its own, and found by name; see {@link VectorKernel}.
 */
final class VectorBlockKernel extends BlockKernel {

    private static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() < WIDTH ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    @Override
    String name() {
        return "the Vector API, " + SPECIES.vectorBitSize() + " bits";
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
        double pivot = vectors.pivot()[row];
        for (int k = 0; k < WIDTH; k += LANES) {
            int at = WIDTH * row + k;
            DoubleVector sum = gather(rows.index, rows.value, first, border, step, vectors.w(), k);
            DoubleVector right =
                    b == null ? sum : DoubleVector.fromArray(SPECIES, b, at).add(sum);
            DoubleVector old = DoubleVector.fromArray(SPECIES, vectors.w(), at);
            DoubleVector change = right.sub(old).div(pivot);
            DoubleVector.fromArray(SPECIES, changes, k)
                    .add(change.lanewise(VectorOperators.ABS))
                    .intoArray(changes, k);
            DoubleVector.broadcast(SPECIES, relaxation).fma(change, old).intoArray(vectors.fresh(), at);
        }
    }

    private static DoubleVector gather(
            int[] index, double[] value, int first, int border, int step, double[] x, int k) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int p = first; p < border; p += step) {
            sum = DoubleVector.broadcast(SPECIES, value[p])
                    .fma(DoubleVector.fromArray(SPECIES, x, WIDTH * index[p] + k), sum);
        }
        return sum;
    }
}
