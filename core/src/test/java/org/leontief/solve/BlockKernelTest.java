package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
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
            double[] b = random.doubles((long) n * WIDTH).toArray();
            double[] w = random.doubles((long) n * WIDTH, -1, 1).toArray();
            double[] pivot = random.doubles(n, 0.1, 1).toArray();
            for (BlockKernel kernel : kernels()) {
                assertSameBits(kernel, rows, null, pivot, 1, w);
                assertSameBits(kernel, rows, b, pivot, 1.15, w);
            }
        }
    }

    private static void assertSameBits(
            BlockKernel kernel, SlicedRows rows, double @Nullable [] b, double[] pivot, double relaxation, double[] w) {
        int units = rows.numbering.units();
        int from = units / 3;
        double[] expected = new double[w.length];
        double[] expectedChanges = new double[WIDTH];
        Arrays.fill(expectedChanges, 0.5);
        for (int unit = from; unit < units; unit++) {
            int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
            for (int lane = 0; lane < step; lane++) {
                int row = rows.numbering.firstRow(unit) + lane;
                for (int k = 0; k < WIDTH; k++) {
                    double sum = 0;
                    for (int p = rows.unitStart[unit] + lane; p < rows.unitStart[unit + 1]; p += step) {
                        sum = Math.fma(rows.value[p], w[WIDTH * rows.index[p] + k], sum);
                    }
                    double old = w[WIDTH * row + k];
                    double change = ((b == null ? sum : b[WIDTH * row + k] + sum) - old) / pivot[row];
                    expected[WIDTH * row + k] = Math.fma(relaxation, change, old);
                    expectedChanges[k] += Math.abs(change);
                }
            }
        }
        double[] fresh = new double[w.length];
        double[] changes = new double[WIDTH];
        Arrays.fill(changes, 0.5);
        double[] before = w.clone();

        kernel.sweep(rows, from, units, new BlockKernel.Vectors(b, pivot, w, fresh), relaxation, changes);

        assertThat(fresh).as(kernel.name()).containsExactly(expected);
        assertThat(changes).as(kernel.name()).containsExactly(expectedChanges);
        assertThat(w).containsExactly(before);
    }

    @Test
    void theVectorApiIsTakenWhereItIsPresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(KernelChoice.vectorBlocks().isPresent()).isEqualTo(present);
        assertThat(KernelChoice.blocks().name()).isEqualTo(KernelChoice.name());
    }
}
