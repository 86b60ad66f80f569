package org.leontief.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The block update by the Vector API: four rows and three vectors of C stay in registers (12 sums, 3 vectors of B and one
 * factor, 16 in all) while the depth is run through.
 *
 * <p>In a source folder of its own: the compiler knows incubator modules only without {@code --release}. Found by name,
 * and only where the module is present; see {@link Workspace}.
 */
final class VectorKernel implements DenseKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int STRIP = 3 * LANES;
    private static final int ROWS = 4;

    /** Rows and terms of A that are copied together, and columns of B: both stay in the second-level cache. */
    private static final int CHUNK = 96;

    private static final int DEPTH = 144;
    private static final int STRIPS = Math.max(1, 240 / STRIP);
    private static final int WIDTH = STRIPS * STRIP;

    /** −A, by rows. What is left over in it, and in the others, gives sums that are not used. */
    private final double[] left = new double[CHUNK * DEPTH];
    /** B in strips as wide as three vectors, each by rows. */
    private final double[] right = new double[DEPTH * WIDTH];
    /** Where C ends before the registers do. */
    private final double[] border = new double[ROWS * STRIP];

    @Override
    public String name() {
        return "the Vector API, " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public void subtractProduct(Block a, Block b, Block c, int rows, int depth, int columns) {
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            for (int k = 0; k < depth; k += DEPTH) {
                int terms = Math.min(DEPTH, depth - k);
                packRight(b.at(k, j), terms, width);
                for (int i = 0; i < rows; i += CHUNK) {
                    int count = Math.min(CHUNK, rows - i);
                    packLeft(a.at(i, k), count, terms);
                    subtractPart(c.at(i, j), count, terms, width);
                }
            }
        }
    }

    private void packRight(Block b, int depth, int width) {
        int place = 0;
        for (int j = 0; j < width; j += STRIP) {
            int count = Math.min(STRIP, width - j);
            for (int k = 0; k < depth; k++) {
                System.arraycopy(b.data(), b.start() + k * b.stride() + j, right, place, count);
                place += STRIP;
            }
        }
    }

    private void packLeft(Block a, int rows, int depth) {
        double[] from = a.data();
        for (int i = 0; i < rows; i++) {
            int source = a.start() + i * a.stride();
            int target = i * depth;
            for (int k = 0; k < depth; k++) {
                left[target + k] = -from[source + k];
            }
        }
    }

    private void subtractPart(Block c, int rows, int depth, int width) {
        for (int j = 0; j < width; j += STRIP) {
            int count = Math.min(STRIP, width - j);
            for (int i = 0; i < rows; i += ROWS) {
                int height = Math.min(ROWS, rows - i);
                Block corner = c.at(i, j);
                if (height == ROWS && count == STRIP) {
                    subtract(left, i * depth, right, j * depth, depth, corner.data(), corner.start(), corner.stride());
                } else {
                    copy(corner, new Block(border, 0, STRIP), height, count);
                    subtract(left, i * depth, right, j * depth, depth, border, 0, STRIP);
                    copy(new Block(border, 0, STRIP), corner, height, count);
                }
            }
        }
    }

    private static void copy(Block from, Block to, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(
                    from.data(), from.start() + i * from.stride(), to.data(), to.start() + i * to.stride(), columns);
        }
    }

    /** Four rows by three vectors. */
    private static void subtract(
            double[] a, int aStart, double[] b, int bStart, int depth, double[] c, int c0, int stride) {
        int c1 = c0 + stride;
        int c2 = c1 + stride;
        int c3 = c2 + stride;
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, c, c0);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
        DoubleVector s02 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, c, c1);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, c, c1 + LANES);
        DoubleVector s12 = DoubleVector.fromArray(SPECIES, c, c1 + 2 * LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, c, c2);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, c, c2 + LANES);
        DoubleVector s22 = DoubleVector.fromArray(SPECIES, c, c2 + 2 * LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, c, c3);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, c, c3 + LANES);
        DoubleVector s32 = DoubleVector.fromArray(SPECIES, c, c3 + 2 * LANES);
        int a1 = aStart + depth;
        int a2 = a1 + depth;
        int a3 = a2 + depth;
        int place = bStart;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, place);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, place + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, place + 2 * LANES);
            place += STRIP;
            DoubleVector factor = DoubleVector.broadcast(SPECIES, a[aStart + k]);
            s00 = factor.fma(b0, s00);
            s01 = factor.fma(b1, s01);
            s02 = factor.fma(b2, s02);
            factor = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            s10 = factor.fma(b0, s10);
            s11 = factor.fma(b1, s11);
            s12 = factor.fma(b2, s12);
            factor = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            s20 = factor.fma(b0, s20);
            s21 = factor.fma(b1, s21);
            s22 = factor.fma(b2, s22);
            factor = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            s30 = factor.fma(b0, s30);
            s31 = factor.fma(b1, s31);
            s32 = factor.fma(b2, s32);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        s02.intoArray(c, c0 + 2 * LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + 2 * LANES);
    }
}
