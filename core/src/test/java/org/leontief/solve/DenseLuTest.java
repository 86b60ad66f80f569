package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factors of I − A in the order of dependence and in the proportions of a vector. */
class DenseLuTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void solvesAsRationalArithmeticDoes(int kind) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(50L * kind + seed);
            int n = 1 + random.nextInt(12);
            double[][] a = matrix(random, kind, n);
            DenseLu factors = factors(a, 2).orElseThrow();
            double[] b = RandomSystems.positive(random, n);
            double[] x = new double[n];
            factors.solve(b, b, 0, x, Watch.NONE);

            ExactSystem exact = ExactSystem.of(a, b);
            for (int i = 0; i < n; i++) {
                assertThat(exact.isWithin(i, x[i], 1e-13 * Math.abs(x[i]))).isTrue();
            }
        }
    }

    private static double[][] matrix(SplittableRandom random, int kind, int n) {
        double[][] ordinary = RandomSystems.withColumnSums(random, n, 0.6, 0.7);
        return switch (kind) {
            case 0 -> ordinary;
            case 1 -> RandomSystems.inOtherUnits(random, ordinary, 20);
            case 2 -> RandomSystems.reducible(random, ordinary, 2);
            case 3 -> RandomSystems.reducible(random, RandomSystems.inOtherUnits(random, ordinary, 9), 1);
            default -> exchanged(ordinary);
        };
    }

    /** A for which I − A is I − (the given matrix) with its rows in reverse: no pivot is where it should be. */
    private static double[][] exchanged(double[][] given) {
        int n = given.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int row = n - 1 - i;
                a[i][j] = (i == j ? 1 : 0) - ((row == j ? 1 : 0) - given[row][j]);
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 144, 145, 301})
    void manyRightHandSidesAreOneAfterTheOther(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] a =
                RandomSystems.inOtherUnits(random, RandomSystems.withColumnSums(random, n, 0.5, 0.8), n < 100 ? 6 : 2);
        DenseLu factors = factors(a, 2).orElseThrow();
        for (int width : new int[] {1, 3, 8, 250}) {
            double[] r = IntStream.range(0, n * width)
                    .mapToDouble(k -> random.nextDouble())
                    .toArray();
            double[] kept = r.clone();
            double[] y = new double[n * width];
            factors.solveMany(r, y, width, 2);
            double[] again = new double[n * width];
            factors.solveMany(r, again, width, 1);

            assertThat(r).containsExactly(kept);
            assertThat(Arrays.equals(y, again)).isTrue();
            for (int c = 0; c < width; c += 1 + width / 3) {
                assertColumn(factors, r, y, n, width, c);
            }
        }
    }

    private static void assertColumn(DenseLu factors, double[] r, double[] y, int n, int width, int c) {
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = r[i * width + c];
        }
        double[] solution = new double[n];
        factors.solve(right, right, 0, solution, Watch.NONE);
        for (int i = 0; i < n; i++) {
            assertThat(Math.abs(solution[i] - y[i * width + c])).isLessThanOrEqualTo(1e-11 * Math.abs(solution[i]));
        }
    }

    /** Four threads at once on the same factors, each with its own right-hand side. */
    @Test
    void oneSetOfFactorsServesSeveralThreads() {
        int n = 400;
        SplittableRandom random = new SplittableRandom(3);
        DenseLu factors =
                factors(RandomSystems.withColumnSums(random, n, 0.3, 0.8), 2).orElseThrow();
        double[][] right = IntStream.range(0, 40)
                .mapToObj(k -> RandomSystems.positive(random, n))
                .toArray(double[][]::new);
        double[][] alone = Arrays.stream(right).map(b -> solved(factors, b)).toArray(double[][]::new);
        double[][] together =
                Arrays.stream(right).parallel().map(b -> solved(factors, b)).toArray(double[][]::new);

        assertThat(Arrays.deepEquals(together, alone)).isTrue();
    }

    private static double[] solved(InnerSolver factors, double[] b) {
        double[] x = new double[b.length];
        factors.solve(b, b, 0, x, Watch.NONE);
        return x;
    }

    /** Nothing that 1 makes depends on 0, so its demand for 0 is exactly nothing. */
    @Test
    void whatDoesNotDependComesOutAsZero() {
        double[][] a = {{0.3, 0.4, 0}, {0, 0.2, 0.1}, {0, 0.6, 0.1}};
        double[] inverse = factors(a, 1).orElseThrow().inverse(1, Watch.NONE);

        assertThat(inverse[3]).isZero();
        assertThat(inverse[6]).isZero();
        assertThat(inverse[1]).isPositive();
    }

    @Test
    void aSingularMatrixHasNoFactorsOrShowsIt() {
        assertThat(factors(new double[][] {{1}}, 1)).isEmpty();
        assertThat(factors(new double[][] {{0, -1}, {-1, 0}}, 1)).isEmpty();

        // Singular but for rounding: the third row is a third of the sum of the others.
        double[][] a = {{1 - 0.1, -0.7, -0.3}, {-0.2, 1 - 0.4, -0.9}, {-(0.1 + 0.2) / 3, -(0.7 + 0.4) / 3, 1 - 1.2 / 3}
        };
        Optional<DenseLu> nearly = factors(a, 1);
        assertThat(nearly.isEmpty()
                        || nearly.get()
                                .isSingular(new StoredPasses(SparseMatrix.of(a).abs(), false)))
                .isTrue();
        DenseLu regular = factors(new double[][] {{0.5, 0.2}, {0.1, 0.3}}, 1).orElseThrow();
        SparseMatrix absolute = SparseMatrix.of(new double[][] {{0.5, 0.2}, {0.1, 0.3}});
        assertThat(regular.isSingular(new StoredPasses(absolute, false))).isFalse();
    }

    @Test
    void memoryIsSaidBeforeItIsTaken() {
        Rows rows = Rows.ofTransposed(SparseMatrix.zeros(46_000, 46_000));

        assertThatThrownBy(() -> DenseLu.of(rows, new double[46_000], 1, Watch.NONE))
                .isInstanceOfSatisfying(
                        MemoryLimitException.class,
                        refused -> assertThat(refused.bytesNeeded()).isEqualTo(8L * 46_000 * 46_000))
                .hasMessageStartingWith("Dense LU of 46000 sectors needs 15.8 GiB");
    }

    /** The listener is asked after 0.1 s at the earliest, which these factors take on any machine, again and again. */
    @Test
    void cancelledFactorsAreMadeWhenNextAskedFor() {
        double[][] a = RandomSystems.withColumnSums(new SplittableRandom(4), 1200, 0.3, 0.6);
        PreparedSystem system = prepared(SparseMatrix.of(a));
        system.proof();
        AtomicInteger asked = new AtomicInteger();
        Watch watch = new Watch(SolveOptions.defaults().withListener(progress -> asked.incrementAndGet() > 1));
        waitUntilItIsTimeToAsk();

        assertThatThrownBy(() -> system.factors(2, watch)).isInstanceOf(Cancelled.class);
        assertThat(asked).hasValue(1);
        assertThat(system.factors(2, Watch.NONE)).isPresent();
        assertThat(system.factors(2, watch)).isSameAs(system.factors(1, Watch.NONE));
    }

    private static void waitUntilItIsTimeToAsk() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void factorsOfTheAbsoluteMatrixStandBesideThoseOfASignedOne() {
        double[][] a = {{0.2, -0.3}, {0.4, 0.1}};
        PreparedSystem system = prepared(SparseMatrix.of(a));
        double[] b = {1, 2};

        double[] x = solved(system.factors(1, Watch.NONE).orElseThrow(), b);
        double[] y = solved(system.absoluteFactors(1, Watch.NONE).orElseThrow(), b);

        // (I − A)⁻¹ b = (0.9 − 0.6, 1.6 + 0.4) / (0.72 + 0.12), (I − |A|)⁻¹ b = (0.9 + 0.6, 1.6 + 0.4) / (0.72 − 0.12)
        assertThat(x[0]).isCloseTo(0.3 / 0.84, within(1e-15));
        assertThat(y[0]).isCloseTo(1.5 / 0.6, within(1e-14));
        assertThat(y[1]).isCloseTo(2.0 / 0.6, within(1e-14));
    }

    private static Optional<DenseLu> factors(double[][] a, int threads) {
        SparseMatrix matrix = SparseMatrix.of(a);
        PreparedSystem system = prepared(matrix);
        double[] scale = Objects.requireNonNull(system.numbering()).outward(system.scale(), 1);
        return DenseLu.of(Rows.ofTransposed(matrix.transpose()), scale, threads, Watch.NONE);
    }

    private static PreparedSystem prepared(SparseMatrix matrix) {
        return new StoredMatrix(matrix).prepare(false, 1, Watch.NONE);
    }
}
