package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each kernel for several right-hand sides against one right-hand side after the other. The build runs it a second time with
 * the Vector API present.
 */
class BlockKernelTest {

    private static final int WIDTH = BlockKernel.WIDTH;

    private static List<BlockKernel> kernels() {
        List<BlockKernel> kernels = new ArrayList<>(List.of(new PlainBlockKernel()));
        KernelChoice.vectorBlocks().map(Supplier::get).ifPresent(kernels::add);
        return kernels;
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void everyEntryHasTheBitsOfOneMultiplyAddAfterTheOther(MatrixShapes shape) {
        for (int n : new int[] {1, 7, 8, 9, 64, 65, 700, 1_025}) {
            SplittableRandom random = new SplittableRandom(n);
            SparseMatrix a = shape.of(random, n);
            SlicedRows rows = new RowSlicer(a, RandomSystems.shuffled(random, n), 1, Watch.NONE).ofRows();
            float[] b = floats(random.doubles((long) n * WIDTH));
            float[] w = floats(random.doubles((long) n * WIDTH, -1, 1));
            double[] pivot = random.doubles(n, 0.1, 1).toArray();
            for (BlockKernel kernel : kernels()) {
                for (int from : new int[] {0, rows.numbering.units() / 3}) {
                    assertSameBits(kernel, rows, from, null, pivot, 1, w);
                    assertSameBits(kernel, rows, from, b, pivot, 1.15f, w);
                }
            }
        }
    }

    /** Rows of 600 entries, which stand side by side in slices. */
    @Test
    void longSumsAreTakenInPieces() {
        int n = 600;
        SplittableRandom random = new SplittableRandom(n);
        SparseMatrixBuilder full = SparseMatrix.builder(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                full.add(i, j, random.nextDouble());
            }
        }
        SlicedRows rows = new RowSlicer(full.build(), RandomSystems.shuffled(random, n), 1, Watch.NONE).ofRows();
        float[] w = floats(random.doubles((long) n * WIDTH, -1, 1));
        double[] pivot = random.doubles(n, 0.1, 1).toArray();
        for (BlockKernel kernel : kernels()) {
            assertSameBits(kernel, rows, 0, null, pivot, 1.1f, w);
        }
    }

    @ParameterizedTest
    @EnumSource(MatrixShapes.class)
    void productsInSixtyFourBitsAreOneMultiplyAddAfterTheOther(MatrixShapes shape) {
        for (int n : new int[] {1, 8, 9, 65, 700, 1_025}) {
            SplittableRandom random = new SplittableRandom(n);
            SparseMatrix a = shape.of(random, n);
            SlicedRows rows = new RowSlicer(a, RandomSystems.shuffled(random, n), 1, Watch.NONE).ofRows();
            double[] x = random.doubles((long) n * WIDTH, -1, 1).toArray();
            for (BlockKernel kernel : kernels()) {
                double[] products = new double[Numbering.SLICE * WIDTH];
                for (int unit = 0; unit < rows.numbering.units(); unit++) {
                    kernel.multiply(rows, unit, x, products);
                    int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
                    for (int lane = 0; lane < step; lane++) {
                        for (int k = 0; k < WIDTH; k++) {
                            assertThat(products[lane * WIDTH + k])
                                    .as(kernel.name())
                                    .isEqualTo(wideSum(rows, unit, lane, step, x, k));
                        }
                    }
                }
            }
        }
    }

    private static double wideSum(SlicedRows rows, int unit, int lane, int step, double[] x, int k) {
        double total = 0;
        double some = 0;
        int products = 0;
        for (int p = rows.unitStart[unit] + lane; p < rows.unitStart[unit + 1]; p += step) {
            if (products > 0 && products % 512 == 0) {
                total = products == 512 ? some : total + some;
                some = 0;
            }
            some = Math.fma(rows.value[p], x[WIDTH * rows.index[p] + k], some);
            products++;
        }
        return products <= 512 ? some : total + some;
    }

    private static float[] floats(DoubleStream numbers) {
        double[] wide = numbers.toArray();
        float[] narrow = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = (float) wide[i];
        }
        return narrow;
    }

    private static void assertSameBits(
            BlockKernel kernel,
            SlicedRows rows,
            int from,
            float @Nullable [] b,
            double[] pivot,
            float relaxation,
            float[] w) {
        int units = rows.numbering.units();
        float[] expected = new float[w.length];
        float[] expectedChanges = new float[WIDTH];
        Arrays.fill(expectedChanges, 0.5f);
        for (int unit = from; unit < units; unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            for (int lane = 0; lane < step; lane++) {
                int row = rows.numbering.firstRow(unit) + lane;
                for (int k = 0; k < WIDTH; k++) {
                    float sum = sum(rows, unit, lane, step, w, k);
                    float old = w[WIDTH * row + k];
                    float right = b == null ? sum : b[WIDTH * row + k] + sum;
                    float change = (right - old) * (float) (1 / pivot[row]);
                    expected[WIDTH * row + k] = Math.fma(relaxation, change, old);
                    expectedChanges[k] += Math.abs(change);
                }
            }
        }
        float[] fresh = new float[w.length];
        float[] changes = new float[WIDTH];
        Arrays.fill(changes, 0.5f);
        float[] before = w.clone();

        kernel.sweep(rows, from, units, new BlockKernel.Vectors(b, pivot, w, fresh), relaxation, changes);

        assertThat(fresh).as(kernel.name()).containsExactly(expected);
        assertThat(changes).as(kernel.name()).containsExactly(expectedChanges);
        assertThat(w).containsExactly(before);
    }

    /** One multiply-add after the other in pieces of 512 products, and the pieces added up. */
    private static float sum(SlicedRows rows, int unit, int lane, int step, float[] w, int k) {
        float total = 0;
        float some = 0;
        int products = 0;
        for (int p = rows.unitStart[unit] + lane; p < rows.unitStart[unit + 1]; p += step) {
            if (products++ % 512 == 0) {
                total += some;
                some = 0;
            }
            some = Math.fma((float) rows.value[p], w[WIDTH * rows.index[p] + k], some);
        }
        return total + some;
    }

    @Test
    void theVectorApiIsTakenWhereItIsPresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(KernelChoice.vectorBlocks().isPresent()).isEqualTo(present);
        assertThat(KernelChoice.blocks().name()).isEqualTo(KernelChoice.name());
    }
}
