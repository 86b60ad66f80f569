package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The slices hold the matrix, all of it and nothing else, whatever its shape and order; and their sums are as said. */
class SlicedRowsTest {

    private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 63, 64, 65, 128, 511, 512, 513, 1025, 4095, 4097, 5003};

    /** Beyond this size the windows that are not full no longer count. */
    private static final int BOUNDED_SIZE = 16_384;

    /** Less than half a unit in the last place of 1, so that it is lost when added to 1. */
    private static final double LOST = 0.999 * AccurateSum.EPSILON;

    private static SlicedRows sliced(SparseMatrix a, boolean transposed, int[] order, int threads) {
        RowSlicer slicer = new RowSlicer(a, order, threads, Watch.NONE);
        return transposed ? slicer.ofColumns() : slicer.ofRows();
    }

    /** The matrix that was cut into slices, in the numbers that it had before. A cell found twice is refused. */
    private static SparseMatrix restored(SlicedRows rows, boolean transposed) {
        SparseMatrixBuilder builder = SparseMatrix.builder(rows.n, rows.n);
        Numbering numbering = rows.numbering;
        rows.compressed().forEach((column, row, value) -> {
            int i = numbering.outside(row);
            int j = numbering.outside(column);
            builder.add(transposed ? j : i, transposed ? i : j, value);
        });
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void slicesHoldExactlyTheMatrix(MatrixShapes shape) {
        for (int n : SIZES) {
            SplittableRandom random = new SplittableRandom(n);
            SparseMatrix a = shape.of(random, n);
            int[] order = RandomSystems.shuffled(random, n);
            for (boolean transposed : new boolean[] {false, true}) {
                SlicedRows rows = sliced(a, transposed, order, 2);

                assertThat(restored(rows, transposed))
                        .as("%s, n = %d", shape, n)
                        .isEqualTo(a);
                assertNumbering(rows.numbering);
                assertFilledUp(rows, a.nonZeros());
                assertThat(rows.isNonNegative(2)).isEqualTo(!a.hasNegative());
                assertThat(rows.abs().isNonNegative(2)).isTrue();
                assertThat(restored(rows.abs(), transposed)).isEqualTo(a.abs());
                double[] diagonal = rows.numbering.outward(rows.diagonal(2), 2);
                for (int i = 0; i < n; i++) {
                    assertThat(diagonal[i]).isEqualTo(a.get(i, i));
                }
            }
        }
    }

    /** A permutation both ways, and units that follow one another: slices of eight rows, and single rows. */
    private static void assertNumbering(Numbering numbering) {
        int n = numbering.size();
        boolean[] met = new boolean[n];
        for (int k = 0; k < n; k++) {
            assertThat(met[numbering.outside(k)]).isFalse();
            met[numbering.outside(k)] = true;
            assertThat(numbering.insideShared()[numbering.outside(k)]).isEqualTo(k);
        }
        int row = 0;
        for (int unit = 0; unit < numbering.units(); unit++) {
            assertThat(numbering.firstRow(unit)).isEqualTo(row);
            row += numbering.isSlice(unit) ? Numbering.SLICE : 1;
        }
        assertThat(row).isEqualTo(n);
        assertThat(numbering.firstUnit(0)).isZero();
        assertThat(numbering.firstUnit(Numbering.STAGES)).isEqualTo(numbering.units());
    }

    /** What holds no entry holds 0 and its own row, and stands behind the entries. */
    private static void assertFilledUp(SlicedRows rows, int entries) {
        int filled = 0;
        for (int unit = 0; unit < rows.numbering.units(); unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            for (int lane = 0; lane < step; lane++) {
                int row = rows.numbering.firstRow(unit) + lane;
                boolean ended = false;
                for (int p = rows.unitStart[unit] + lane; p < rows.unitStart[unit + 1]; p += step) {
                    assertThat(ended && rows.value[p] != 0).isFalse();
                    ended = rows.value[p] == 0;
                    filled += ended ? 1 : 0;
                    assertThat(ended && rows.index[p] != row).isFalse();
                }
            }
        }
        assertThat(rows.places() - filled).isEqualTo(entries);
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void noMorePlacesAreFilledUpThanMemoryIsAskedFor(MatrixShapes shape) {
        for (int n : new int[] {BOUNDED_SIZE, 23_457}) {
            SplittableRandom random = new SplittableRandom(n);
            SparseMatrix a = shape.of(random, n);
            int[] order = RandomSystems.shuffled(random, n);

            assertThat((double) sliced(a, false, order, 2).places()).isLessThanOrEqualTo(RowSlicer.places(a));
            assertThat((double) sliced(a, true, order, 2).places()).isLessThanOrEqualTo(RowSlicer.places(a));
        }
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void anyNumberOfThreadsMakesTheSameSlices(MatrixShapes shape) {
        SplittableRandom random = new SplittableRandom(4);
        SparseMatrix a = shape.of(random, 9_001);
        int[] order = RandomSystems.shuffled(random, 9_001);
        for (boolean transposed : new boolean[] {false, true}) {
            SlicedRows one = sliced(a, transposed, order, 1);
            for (int threads : new int[] {2, 3, 8}) {
                SlicedRows rows = sliced(a, transposed, order, threads);

                assertThat(Arrays.equals(rows.index, one.index)).isTrue();
                assertThat(Arrays.equals(rows.value, one.value)).isTrue();
                assertThat(Arrays.equals(rows.unitStart, one.unitStart)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void sumsAreAsCloseAsTheirDepthSays(MatrixShapes shape) {
        for (int n : new int[] {1, 9, 65, 700, 3_000}) {
            SplittableRandom random = new SplittableRandom(n);
            SparseMatrix a = shape.of(random, n);
            for (boolean transposed : new boolean[] {false, true}) {
                SlicedRows rows = sliced(a, transposed, RandomSystems.shuffled(random, n), 1);
                double[] x = RandomSystems.mixed(random, n);
                assertSums(rows, x, transposed ? a.transpose() : a);
            }
        }
    }

    private static void assertSums(SlicedRows rows, double[] x, SparseMatrix a) {
        Numbering numbering = rows.numbering;
        double[] inner = numbering.inward(x, 1);
        double[] sum = new double[x.length];
        double[] magnitude = new double[x.length];
        rows.gather(0, numbering.units(), inner, sum);
        rows.gatherMagnitudes(0, numbering.units(), inner, magnitude);
        double[] absolute = Arrays.stream(x).map(Math::abs).toArray();
        BigDecimal[] exact = ExactProofs.product(a, x, false);
        BigDecimal[] exactMagnitude = ExactProofs.product(a.abs(), absolute, false);
        for (int unit = 0; unit < numbering.units(); unit++) {
            for (int row = numbering.firstRow(unit); row < numbering.firstRow(unit + 1); row++) {
                BigDecimal size = exactMagnitude[numbering.outside(row)];
                assertClose(sum[row], exact[numbering.outside(row)], rows.depth(unit), size);
                assertClose(magnitude[row], size, rows.depthOfMagnitudes(unit), size);
            }
        }
    }

    /** |found − exact| ≤ γ size, with γ = k ε / (1 − k ε) for a depth of k. */
    private static void assertClose(double found, BigDecimal exact, long depth, BigDecimal size) {
        double gamma = Math.nextUp(depth * AccurateSum.EPSILON / (1 - depth * AccurateSum.EPSILON));
        assertThat(new BigDecimal(found).subtract(exact).abs())
                .isLessThanOrEqualTo(size.multiply(new BigDecimal(gamma)));
    }

    /**
     * Row 0 is long. Its first product is 1, and everything after it is lost when it is added: the worst there can be, so
     * the depth is the one that is needed, and a smaller one would be wrong.
     */
    @Test
    void theDepthOfALongRowIsReachedAndNotExceeded() {
        for (int length : new int[] {5, 127, 128, 129, 1023, 1024, 1025, 5_000, 40_000}) {
            SparseMatrix a = oneRow(length, 1, LOST);
            SlicedRows rows = sliced(a, false, identity(length), 1);
            double[] sum = gathered(rows, false);

            // Σ = 1 + (length − 1) δ exactly.
            assertWithin(rows, sum, 1 + (length - 1) * LOST);
        }
    }

    /** The same where eight such rows stand side by side. */
    @Test
    void theDepthOfASliceIsReachedAndNotExceeded() {
        for (int n : new int[] {8, 64, 128, 136, 1024, 1032, 2000}) {
            SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    builder.add(i, j, j == 0 ? 1 : LOST);
                }
            }
            SlicedRows rows = sliced(builder.build(), false, identity(n), 2);

            assertWithin(rows, gathered(rows, false), 1 + (n - 1) * LOST);
            double[] magnitudes = gathered(rows, true);
            for (int unit = 0; unit < rows.numbering.units(); unit++) {
                double gamma = rows.depthOfMagnitudes(unit) * AccurateSum.EPSILON;
                assertThat(1 + (n - 1) * LOST - magnitudes[rows.numbering.firstRow(unit)])
                        .isBetween(0.0, gamma * (1 + gamma));
            }
        }
    }

    /** More products than fit into one sum of pieces. */
    @Test
    void aRowOfMoreThanAMillionEntriesIsSummedAsSaid() {
        int length = (1 << 20) + 1500;
        SparseMatrix a = oneRow(length, 1, LOST);
        SlicedRows rows = sliced(a, false, identity(length), 2);

        assertWithin(rows, gathered(rows, false), 1 + (length - 1) * LOST);
        assertThat(rows.products(unitOfFirst(rows))).isEqualTo(length);
        // Far less than for one sum after the other.
        assertThat(rows.depth(unitOfFirst(rows))).isLessThan(2_000);
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static SparseMatrix oneRow(int length, double first, double others) {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(length, length, length);
        for (int j = 0; j < length; j++) {
            builder.appendColumn(new int[] {0}, new double[] {j == 0 ? first : others}, 1);
        }
        return builder.build();
    }

    private static double[] gathered(SlicedRows rows, boolean magnitudes) {
        double[] ones = new double[rows.n];
        Arrays.fill(ones, 1);
        double[] sum = new double[rows.n];
        if (magnitudes) {
            rows.gatherMagnitudes(0, rows.numbering.units(), ones, sum);
        } else {
            rows.gather(0, rows.numbering.units(), ones, sum);
        }
        return sum;
    }

    private static int unitOfFirst(SlicedRows rows) {
        int unit = 0;
        while (rows.numbering.firstRow(unit + 1) <= rows.numbering.insideShared()[0]) {
            unit++;
        }
        return unit;
    }

    /** The sum of the user's row 0, whose exact value is total but for a rounding. */
    private static void assertWithin(SlicedRows rows, double[] sum, double total) {
        double gamma = rows.depth(unitOfFirst(rows)) * AccurateSum.EPSILON;
        assertThat(total - sum[rows.numbering.insideShared()[0]]).isBetween(0.0, gamma * (total + gamma));
    }
}
