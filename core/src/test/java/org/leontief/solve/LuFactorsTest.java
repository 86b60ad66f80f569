package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocked factorisation and what is solved with it, at sizes around the borders of its blocks. */
class LuFactorsTest {

    /** Around a step (144), a strip (240), and a step and a tile of rows (144 + 512, 144 + 480). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 11, 12, 13, 143, 144, 145, 146, 240, 241, 289, 625, 657, 701})
    void factorsHaveTheBitsOfPlainElimination(int n) {
        double[] matrix = random(n, 1);
        double[] expected = matrix.clone();
        int[] expectedOrder = eliminate(expected, n);
        for (Supplier<DenseKernel> kernels : DenseKernelTest.kernels()) {
            for (int threads : new int[] {1, 2, 8}) {
                double[] data = matrix.clone();
                LuFactors factors = factor(data, n, threads, kernels).orElseThrow();

                assertThat(Arrays.equals(data, expected))
                        .as("%s on %d threads", kernels.get().name(), threads)
                        .isTrue();
                assertThat(factors.rowOrder()).containsExactly(expectedOrder);
            }
        }
    }

    /** Column by column, row by row, as in any textbook. */
    private static int[] eliminate(double[] m, int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k; i < n; i++) {
                best = Math.abs(m[i * n + k]) > Math.abs(m[best * n + k]) ? i : best;
            }
            for (int j = 0; j < n; j++) {
                double exchanged = m[best * n + j];
                m[best * n + j] = m[k * n + j];
                m[k * n + j] = exchanged;
            }
            int exchanged = order[best];
            order[best] = order[k];
            order[k] = exchanged;
            for (int i = k + 1; i < n; i++) {
                m[i * n + k] /= m[k * n + k];
                for (int j = k + 1; j < n; j++) {
                    m[i * n + j] = Math.fma(-m[i * n + k], m[k * n + j], m[i * n + j]);
                }
            }
        }
        return order;
    }

    /** The residual, in doubled precision, is at rounding, and the same bits come out on any number of threads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 144, 145, 288, 385})
    void solvesForAnyNumberOfRightHandSides(int n) {
        double[] matrix = random(n, 2);
        for (int width : new int[] {1, 2, 7, 240, 241, 500}) {
            double[] right = Arrays.copyOf(random(Math.max(n, width), 3), n * width);
            double[][] solutions = new double[6][];
            int found = 0;
            for (Supplier<DenseKernel> kernels : DenseKernelTest.kernels()) {
                for (int threads : new int[] {1, 2, 8}) {
                    LuFactors factors =
                            factor(matrix.clone(), n, threads, kernels).orElseThrow();
                    double[] z = inOrder(right, factors.rowOrder(), width);
                    factors.solve(z, width, new Tiles(threads, kernels, Watch.NONE));
                    solutions[found++] = z;
                    assertThat(Arrays.equals(z, solutions[0])).isTrue();
                }
            }
            assertSmallResidual(matrix, solutions[0], right, n, width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 144, 145, 290, 485})
    void theInverseSolvesForTheUnitMatrix(int n) {
        double[] matrix = random(n, 4);
        double[] first = new double[0];
        for (Supplier<DenseKernel> kernels : DenseKernelTest.kernels()) {
            for (int threads : new int[] {1, 2, 8}) {
                LuFactors factors = factor(matrix.clone(), n, threads, kernels).orElseThrow();
                double[] z = new double[n * n];
                factors.invert(z, new Tiles(threads, kernels, Watch.NONE));
                first = first.length == 0 ? z : first;
                assertThat(Arrays.equals(z, first)).isTrue();
                // z is the inverse of P M, and so P of the inverse columns: M z = Pᵀ.
                double[] exchanged = new double[n * n];
                int[] order = factors.rowOrder();
                for (int k = 0; k < n; k++) {
                    exchanged[order[k] * n + k] = 1;
                }
                assertSmallResidual(matrix, z, exchanged, n, n);
            }
        }
    }

    private static double[] inOrder(double[] right, int[] order, int width) {
        double[] z = new double[right.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(right, order[k] * width, z, k * width, width);
        }
        return z;
    }

    /** |B − M X| ≤ 8 n² ε max |X|, column by column; the growth of pivots of random matrices is small. */
    private static void assertSmallResidual(double[] m, double[] x, double[] b, int n, int width) {
        AccurateSum sum = new AccurateSum();
        for (int j = 0; j < width; j += 1 + width / 7) {
            double size = 0;
            for (int i = 0; i < n; i++) {
                size = Math.max(size, Math.abs(x[i * width + j]));
            }
            for (int i = 0; i < n; i++) {
                sum.reset();
                sum.add(-b[i * width + j]);
                for (int k = 0; k < n; k++) {
                    sum.addProduct(m[i * n + k], x[k * width + j]);
                }
                assertThat(Math.abs(sum.value())).isLessThanOrEqualTo(8.0 * n * AccurateSum.EPSILON * size * n);
            }
        }
    }

    /** Not the same bits: a single one is summed in another order. */
    @Test
    void oneRightHandSideGivesTheSameAsMany() {
        int n = 301;
        LuFactors factors = factor(random(n, 5), n, 2, PlainKernel::new).orElseThrow();
        double[] many = Arrays.copyOf(random(n, 6), n);
        double[] one = many.clone();
        factors.solve(many, 1, new Tiles(2, PlainKernel::new, Watch.NONE));
        factors.solve(one);

        for (int i = 0; i < n; i++) {
            assertThat(one[i]).isCloseTo(many[i], within(1e-9));
        }
    }

    @Test
    void aZeroColumnIsSingularWhereverItStands() {
        for (int n : new int[] {1, 2, 145, 290}) {
            for (int zero : new int[] {0, n / 2, n - 1}) {
                double[] matrix = random(n, 7);
                for (int i = 0; i < n; i++) {
                    matrix[i * n + zero] = 0;
                }
                assertThat(factor(matrix, n, 2, PlainKernel::new)).isEmpty();
            }
        }
    }

    @Test
    void whatIsNotANumberIsNotFactored() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] matrix = new double[300 * 300];
            for (int i = 0; i < 300; i++) {
                matrix[i * 300 + i] = i == 200 ? bad : 1;
            }
            assertThat(factor(matrix, 300, 2, PlainKernel::new)).isEmpty();
        }
    }

    /** The listener is asked on the calling thread only, and stops the other threads too. */
    @Test
    void aListenerStopsIt() {
        int n = 1500;
        double[] matrix = random(n, 8);
        Thread caller = Thread.currentThread();
        AtomicInteger asked = new AtomicInteger();
        ProgressListener listener = progress -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            return asked.incrementAndGet() < 2;
        };
        Watch watch = new Watch(SolveOptions.defaults().withListener(listener));

        assertThatThrownBy(() -> {
                    Tiles tiles = new Tiles(2, PlainKernel::new, watch);
                    for (int again = 0; again < 1000; again++) {
                        LuFactors.of(matrix.clone(), n, tiles);
                    }
                })
                .isInstanceOf(Cancelled.class);
        assertThat(asked).hasValue(2);
    }

    private static Optional<LuFactors> factor(double[] data, int n, int threads, Supplier<DenseKernel> kernels) {
        return LuFactors.of(data, n, new Tiles(threads, kernels, Watch.NONE));
    }

    /** Entries between −½ and ½, on the diagonal too, so that rows have to be exchanged. */
    private static double[] random(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] matrix = new double[n * n];
        for (int k = 0; k < matrix.length; k++) {
            matrix[k] = random.nextDouble() - 0.5;
        }
        return matrix;
    }
}
