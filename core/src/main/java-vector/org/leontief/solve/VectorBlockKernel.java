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
final class VectorBlockKernel implements BlockKernel {

    private static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() < WIDTH ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    private static final int LANES = SPECIES.length();

    @Override
    public String name() {
        return "the Vector API, " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public void sweep(
            SlicedRows rows,
            int fromUnit,
            int toUnit,
            double @Nullable [] b,
            double[] pivot,
            double relaxation,
            double[] w,
            double[] fresh,
            double[] changes) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            int border = rows.unitStart[unit + 1];
            for (int lane = 0; lane < step; lane++) {
                int row = rows.numbering.firstRow(unit) + lane;
                int first = rows.unitStart[unit] + lane;
                for (int k = 0; k < WIDTH; k += LANES) {
                    DoubleVector sum = gather(rows.index, rows.value, first, border, step, w, k);
                    finish(sum, b, pivot[row], relaxation, w, fresh, WIDTH * row + k, changes, k);
                }
            }
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

    private static void finish(
            DoubleVector sum,
            double @Nullable [] b,
            double pivot,
            double relaxation,
            double[] w,
            double[] fresh,
            int at,
            double[] changes,
            int k) {
        DoubleVector right =
                b == null ? sum : DoubleVector.fromArray(SPECIES, b, at).add(sum);
        DoubleVector old = DoubleVector.fromArray(SPECIES, w, at);
        DoubleVector change = right.sub(old).div(pivot);
        DoubleVector.fromArray(SPECIES, changes, k)
                .add(change.lanewise(VectorOperators.ABS))
                .intoArray(changes, k);
        DoubleVector.broadcast(SPECIES, relaxation).fma(change, old).intoArray(fresh, at);
    }
}
