package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each kernel against one multiply-add after the other. The build runs it a second time with the Vector API present.
 */
class DenseKernelTest {

    private static final int[] SIZES = {1, 2, 3, 4, 5, 23, 24, 25, 96, 97, 144, 145, 239, 240, 241, 290};

    /** All kernels that this virtual machine can run. */
    static List<Supplier<DenseKernel>> kernels() {
        List<Supplier<DenseKernel>> kernels = new ArrayList<>(List.of(PlainKernel::new));
        KernelChoice.vector().ifPresent(kernels::add);
        return kernels;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 143, 144, 145, 290})
    void everyEntryHasTheBitsOfOneMultiplyAddAfterTheOther(int depth) {
        for (Supplier<DenseKernel> maker : kernels()) {
            DenseKernel kernel = maker.get();
            for (int rows : new int[] {1, 2, 3, 4, 6, 97, 101}) {
                for (int columns : SIZES) {
                    assertSameBits(kernel, rows, depth, columns);
                }
            }
        }
    }

    /** The blocks lie in larger arrays; what is around them must not change. */
    private static void assertSameBits(DenseKernel kernel, int rows, int depth, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 1_000_003L + depth * 1009L + columns);
        Block a = block(random, rows, depth);
        Block b = block(random, depth, columns);
        Block c = block(random, rows, columns);
        double[] expected = c.data().clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int place = c.start() + i * c.stride() + j;
                for (int k = 0; k < depth; k++) {
                    double minus = -a.data()[a.start() + i * a.stride() + k];
                    expected[place] = Math.fma(minus, b.data()[b.start() + k * b.stride() + j], expected[place]);
                }
            }
        }

        kernel.subtractProduct(a, b, c, rows, depth, columns);

        assertThat(c.data())
                .as("%s, %d × %d × %d", kernel.name(), rows, depth, columns)
                .containsExactly(expected);
    }

    private static Block block(SplittableRandom random, int rows, int columns) {
        int stride = columns + random.nextInt(5);
        int start = random.nextInt(7);
        double[] data = new double[start + rows * stride + 3];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextInt(9) == 0 ? 0 : random.nextDouble() - 0.5;
        }
        return new Block(data, start, stride);
    }

    /** What is not a number or infinite must not leak through what fills up a block, now or later. */
    @Test
    void infiniteEntriesStayInTheirRowsAndColumns() {
        for (Supplier<DenseKernel> maker : kernels()) {
            double[] a = {Double.POSITIVE_INFINITY, 1, 1, 1, 1};
            double[] b = {1, 2, 3};
            double[] c = new double[15];
            DenseKernel kernel = maker.get();
            double[] bad = new double[30 * 30];
            Arrays.fill(bad, Double.NaN);
            kernel.subtractProduct(
                    new Block(bad, 0, 30), new Block(bad, 0, 30), new Block(new double[900], 0, 30), 30, 30, 30);

            kernel.subtractProduct(new Block(a, 0, 1), new Block(b, 0, 3), new Block(c, 0, 3), 5, 1, 3);

            assertThat(c[0]).isNegative().isInfinite();
            assertThat(c[3]).isEqualTo(-1);
            assertThat(c[14]).isEqualTo(-3);
        }
    }

    @Test
    void theChoiceIsTheVectorApiWhereItIsPresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(KernelChoice.vector().isPresent()).isEqualTo(present);
        assertThat(KernelChoice.name()).startsWith(present ? "the Vector API" : "plain Java");
        assertThat(KernelChoice.create().name()).isEqualTo(KernelChoice.name());
        assertThat(LeontiefSystem.of(SparseMatrix.of(new double[][] {{0.5}}))
                        .solve(new double[] {1})
                        .report()
                        .choice())
                .isEqualTo("chosen: at most 250 sectors" + (present ? "; dense blocks by " + KernelChoice.name() : ""));
    }
}
