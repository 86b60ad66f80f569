package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Systems on which a Krylov method has a hard time. Coefficients are multiples of 2⁻²² and outputs whole numbers, so that
 * the right-hand side comes out exactly and the solution is known.
 */
class HardSystemsForGcrTest {

    private static final double GRAIN = 0x1p-22;

    /** Just above the sizes at which direct methods are no longer the first choice, and no choice at all. */
    private static final int[] SIZES = {256, 3008};

    /** All in a shuffled numbering. */
    enum Kind {
        /** Each product needs the next one. */
        CHAIN,
        /** And a little of the one before. */
        CHAIN_WITH_RETURNS,
        /** As much of the one before: ρ is 1 − 5/n². */
        WANDERING,
        /** A circle, ρ = 0.99. */
        CIRCLE,
        /** A circle whose entries are negative, ρ = 0.99. */
        TURNING,
        /** ρ = 1 − 2⁻¹⁸. */
        NEARLY_SINGULAR,
        /** Rows and columns of very different sums, up to 10⁴. */
        MIXED_UNITS,
        /** Both signs. */
        SIGNED,
        /** Groups of ten that have nothing to do with one another, ρ near 1. */
        DISCONNECTED,
        /** All but 10⁻⁴ of a product is used up in its own making. */
        LARGE_DIAGONAL,
        /** Nothing is used, but by one product in three. */
        ZERO_ROWS;

        SparseMatrix of(int n) {
            SplittableRandom random = new SplittableRandom(n);
            int[] number = RandomSystems.shuffled(random, n);
            SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
            for (int k = 0; k < n; k++) {
                fill(builder, random, number, k);
            }
            return builder.build();
        }

        private void fill(SparseMatrixBuilder builder, SplittableRandom random, int[] number, int k) {
            int n = number.length;
            int own = number[k];
            int next = number[(k + 1) % n];
            boolean last = k == n - 1;
            switch (this) {
                case CHAIN -> add(builder, own, next, last ? 0 : 1);
                case CHAIN_WITH_RETURNS -> {
                    add(builder, own, next, last ? 0 : 0.875);
                    add(builder, next, own, last ? 0 : 0.0625);
                }
                case WANDERING -> {
                    add(builder, own, next, last ? 0 : 0.5);
                    add(builder, next, own, last ? 0 : 0.5);
                }
                case CIRCLE -> add(builder, own, next, 0.99);
                case TURNING -> add(builder, own, next, -0.99);
                case NEARLY_SINGULAR -> addFew(builder, random, n, own, 1 - 0x1p-18, 1);
                case MIXED_UNITS -> addToUnits(builder, random, number, k);
                case SIGNED -> addFew(builder, random, n, own, 0.95, -1);
                case DISCONNECTED -> {
                    int group = k / 10 * 10;
                    int size = Math.min(10, n - group);
                    IntStream.range(group, group + size)
                            .forEach(i -> add(builder, number[i], own, (1 - 0x1p-12) / size));
                }
                case LARGE_DIAGONAL -> {
                    add(builder, own, own, 0.9999);
                    add(builder, own, next, last ? 0 : 0x1p-14);
                }
                default -> addFew(builder, random, n, own, k % 3 == 0 ? 0.9 : 0, 1);
            }
        }

        /** Eight suppliers, whose shares add up to the sum. */
        private static void addFew(
                SparseMatrixBuilder builder, SplittableRandom random, int n, int user, double sum, int sign) {
            int[] suppliers = random.ints(0, n).distinct().limit(8).toArray();
            for (int s = 0; s < suppliers.length; s++) {
                add(builder, suppliers[s], user, sum / suppliers.length * (s % 3 == 0 ? sign : 1));
            }
        }

        /** Every product is counted in units of 1 to 4096; what is bought in small units has large coefficients. */
        private static void addToUnits(SparseMatrixBuilder builder, SplittableRandom random, int[] number, int k) {
            int[] suppliers = random.ints(0, number.length).distinct().limit(8).toArray();
            for (int i : suppliers) {
                add(builder, number[i], number[k], 0.1 * (1 << (2 * (i % 7))) / (1 << (2 * (k % 7))));
            }
        }

        private static void add(SparseMatrixBuilder builder, int row, int column, double share) {
            builder.add(row, column, Math.rint(share / GRAIN) * GRAIN);
        }
    }

    private static double[] rightHandSide(SparseMatrix a, double[] exact, boolean transposed) {
        double[] used = transposed ? a.multiplyTransposed(exact) : a.multiply(exact);
        return IntStream.range(0, exact.length)
                .mapToDouble(i -> exact[i] - used[i])
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void gcrSolvesWhereItIsAskedForByName(Kind kind) {
        for (int n : SIZES) {
            SparseMatrix a = kind.of(n);
            double[] exact =
                    new SplittableRandom(n).ints(n, 1, 1 << 14).asDoubleStream().toArray();
            for (boolean transposed : new boolean[] {false, true}) {
                Solution solution = solve(a, transposed, rightHandSide(a, exact, transposed), SolveMethod.GCR);

                assertInside(kind, solution, exact);
                assertThat(solution.certificate()).isPresent();
                // The one system on which it makes too little progress; what it reached is bounded all the same.
                boolean stuck = kind == Kind.WANDERING && n == SIZES[1];
                assertThat(stuck || solution.report().stop().isSuccess())
                        .as("%s, n = %d, transposed: %s, %s", kind, n, transposed, solution.report())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theChosenMethodSolves(Kind kind) {
        for (int n : SIZES) {
            SparseMatrix a = kind.of(n);
            double[] exact =
                    new SplittableRandom(n).ints(n, 1, 1 << 14).asDoubleStream().toArray();
            Solution solution = solve(a, false, rightHandSide(a, exact, false), SolveMethod.AUTOMATIC);

            assertInside(kind, solution.requireConverged(), exact);
        }
    }

    /** One product alone is demanded, and the last factor of the chain is far away. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void gcrMeetsADemandForOneProduct(Kind kind) {
        SparseMatrix a = kind.of(SIZES[0]);
        double[] demand = new double[SIZES[0]];
        demand[3] = 1;
        for (boolean transposed : new boolean[] {false, true}) {
            Solution solution = solve(a, transposed, demand, SolveMethod.GCR);
            Solution direct = solve(a, transposed, demand, SolveMethod.DENSE_LU);

            assertThat(solution.report().stop().isSuccess())
                    .as("%s, %s", kind, solution.report())
                    .isTrue();
            for (int i = 0; i < demand.length; i++) {
                assertThat(Math.abs(solution.value(i) - direct.value(i)))
                        .isLessThanOrEqualTo((solution.errorBound(i) + direct.errorBound(i)) * (1 + 1e-9));
            }
        }
    }

    private static Solution solve(SparseMatrix a, boolean transposed, double[] b, SolveMethod method) {
        LeontiefSystem system = LeontiefSystem.of(a);
        return (transposed ? system.transposed() : system)
                .solve(b, SolveOptions.defaults().withMethod(method));
    }

    private static void assertInside(Kind kind, Solution solution, double[] exact) {
        for (int i = 0; i < exact.length; i++) {
            assertThat(Math.abs(solution.value(i) - exact[i]))
                    .as("%s, entry %d, %s", kind, i, solution.report())
                    .isLessThanOrEqualTo(solution.errorBound(i) * (1 + 1e-15));
        }
    }
}
