package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every method promises, on the same cases and in both orientations: either it succeeds and the exact solution lies
 * within its bounds, or it says why not. The exact solution comes from rational arithmetic or is known by construction.
 */
@ParameterizedClass(name = "{0}, transposed: {1}")
@MethodSource("methodsAndOrientations")
class SolverContract {

    private static final int LARGE = 100_000;
    private static final int SEEDS = 25;

    @Parameter(0)
    SolveMethod method = SolveMethod.AUTOMATIC;

    /** Where true, the transpose is stored and the system solved is that of {@link LeontiefSystem#transposed()}. */
    @Parameter(1)
    boolean transposed;

    static Stream<Arguments> methodsAndOrientations() {
        return Arrays.stream(SolveMethod.values())
                .flatMap(method -> Stream.of(Arguments.of(method, false), Arguments.of(method, true)));
    }

    /** Shared, because preparing them is most of the work. */
    private static final LargeSystem SPARSE = LargeSystem.random(7, LARGE, 5, 0.8);

    private static final LeontiefSystem SPARSE_SYSTEM = LeontiefSystem.of(SPARSE.a);

    private static final LargeSystem NOT_VIABLE = LargeSystem.random(8, LARGE, 5, 1.4);

    private static final LeontiefSystem LARGE_NOT_VIABLE = LeontiefSystem.of(NOT_VIABLE.a);

    private SolveOptions options() {
        return SolveOptions.defaults().withMethod(method);
    }

    /** The system (I − A) x = b, whichever way round it is stored. */
    private LeontiefSystem system(double[][] a) {
        return transposed
                ? LeontiefSystem.of(SparseMatrix.of(RandomSystems.transposed(a)))
                        .transposed()
                : LeontiefSystem.of(SparseMatrix.of(a));
    }

    private Solution assertSolved(double[][] a, double[] b) {
        return assertSolved(a, b, options());
    }

    private Solution assertSolved(double[][] a, double[] b, SolveOptions options) {
        Solution solution = system(a).solve(b, options);
        assertThat(solution.report().stop().isSuccess())
                .as(() -> solution.report().toString())
                .isTrue();
        assertBoundsHold(a, b, solution);
        return solution;
    }

    private static void assertBoundsHold(double[][] a, double[] b, Solution solution) {
        assertThat(solution.certificate()).as(solution.certification()).isPresent();
        ExactSystem exact = ExactSystem.of(a, b);
        for (int i = 0; i < b.length; i++) {
            assertThat(exact.isWithin(i, solution.value(i), solution.errorBound(i)))
                    .as(
                            "entry %d: exactly %s, found %s ± %s",
                            i, exact.value(i), solution.value(i), solution.errorBound(i))
                    .isTrue();
        }
    }

    private static double largestShare(Solution solution) {
        return IntStream.range(0, solution.values().length)
                .mapToDouble(i -> solution.errorBound(i) / Math.abs(solution.value(i)))
                .max()
                .orElse(0);
    }

    @Test
    void solvesRandomViableSystems() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(11);
            double[][] a = RandomSystems.withColumnSums(random, n, 0.5, 0.3 + 0.6 * random.nextDouble());

            Solution solution = assertSolved(a, RandomSystems.positive(random, n));

            assertThat(largestShare(solution)).isLessThan(1e-9);
        }
    }

    @Test
    void solvesOrSaysThatItCannotCloseToSingular() {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 8, 0.6, 1 - 1e-8);
            double[] b = RandomSystems.positive(random, 8);

            Solution solution = system(a).solve(b, options());

            assertBoundsHold(a, b, solution);
            if (method == SolveMethod.NEUMANN) {
                assertThat(solution.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
                assertThat(solution.report().iterations()).isEqualTo(SolveOptions.DEFAULT_ITERATION_LIMIT);
            } else {
                assertThat(solution.report().stop().isSuccess()).isTrue();
                assertThat(largestShare(solution)).isLessThan(1e-2);
            }
        }
    }

    @Test
    void reachesWorkingPrecisionCloseToSingular() {
        Assumptions.assumeTrue(method != SolveMethod.NEUMANN, "a power series cannot");
        SplittableRandom random = new SplittableRandom(4);
        double[][] a = RandomSystems.withColumnSums(random, 8, 0.6, 1 - 1e-8);

        Solution solution =
                assertSolved(a, RandomSystems.positive(random, 8), options().withTolerance(0));

        assertThat(solution.report().stop()).isEqualTo(StopReason.WORKING_PRECISION);
        assertThat(largestShare(solution)).isLessThan(1e-7);
    }

    @Test
    void solvesReducibleSystems() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 12, 0.5, 0.95);

            assertSolved(RandomSystems.reducible(random, a, 1 + random.nextInt(4)), RandomSystems.positive(random, 12));
        }
    }

    @Test
    void solvesSystemsWithRowsAndColumnsOfZeros() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 9, 0.5, 0.9);

            assertSolved(RandomSystems.withZeroRowAndColumn(random, a), RandomSystems.positive(random, 9));
        }
        double[] b = {1, 2, 3};
        assertThat(assertSolved(new double[3][3], b).values()).isEqualTo(b);
    }

    @Test
    void solvesASingleSector() {
        for (double a : new double[] {0, 1e-30, 0.25, 0.75, 0.9}) {
            assertSolved(new double[][] {{a}}, new double[] {3});
        }
        assertThat(assertSolved(
                                new double[][] {{0.5}},
                                new double[] {3},
                                options().withTolerance(0))
                        .value(0))
                .isEqualTo(6);
    }

    @Test
    void solvesAHundredThousandSectors() {
        LeontiefSystem system = transposed ? SPARSE_SYSTEM.transposed() : SPARSE_SYSTEM;
        double[] b = SPARSE.rightHandSide(transposed);
        if (method == SolveMethod.DENSE_LU) {
            assertThatThrownBy(() -> system.solve(b, options()))
                    .isInstanceOf(MemoryLimitException.class)
                    .hasMessageContaining("Dense LU of 100000 sectors needs 74.5 GiB")
                    .hasMessageContaining("BICGSTAB");
            return;
        }

        Solution solution = system.solve(b, options());

        assertThat(solution.report().stop()).isEqualTo(StopReason.CONVERGED);
        assertThat(solution.certificate()).isPresent();
        double size = 0;
        for (int i = 0; i < LARGE; i++) {
            size += Math.abs(b[i]);
            // Both are doubles of nearly the same size, so the difference is exact (Sterbenz).
            double error = Math.abs(solution.value(i) - SPARSE.exact[i]);
            if (!(error <= solution.errorBound(i) && solution.errorBound(i) <= 1e-7 * SPARSE.exact[i])) {
                assertThat(error).as("error of entry %d", i).isLessThanOrEqualTo(solution.errorBound(i));
                assertThat(solution.errorBound(i)).as("bound %d", i).isLessThanOrEqualTo(1e-7 * SPARSE.exact[i]);
            }
        }
        assertThat(residualFromScratch(b, solution.values())).isLessThanOrEqualTo(1e-12 * size);
    }

    /** Σ |b − (I − A) x| over every hundredth row, in decimal arithmetic without rounding. */
    private double residualFromScratch(double[] b, double[] x) {
        SparseMatrix byRows = transposed ? SPARSE.a : SPARSE.a.transpose();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < LARGE; i += 100) {
            BigDecimal[] residual = {new BigDecimal(b[i]).subtract(new BigDecimal(x[i]))};
            byRows.forEachInColumn(
                    i,
                    (j, row, value) ->
                            residual[0] = residual[0].add(new BigDecimal(value).multiply(new BigDecimal(x[j]))));
            sum = sum.add(residual[0].abs());
        }
        return sum.doubleValue();
    }

    @Test
    void solvesCoefficientsFrom1eMinus30To1e6() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(8);
            double[][] a = RandomSystems.withColumnSums(random, n, 0.4, 0.7);
            a = RandomSystems.inOtherUnits(random, a, 9);
            // Neither the largest nor the smallest coefficient closes a circle, so ρ stays where it is.
            a = RandomSystems.reducible(random, a, Math.max(1, n - 1));

            assertSolved(a, RandomSystems.positive(random, n));
        }
        double[][] extremes = {{0.5, 1e6, 0}, {1e-30, 0.25, 1e-14}, {1e6, 1e-20, 0}};
        assertSolved(extremes, new double[] {1, 1, 1});
        assertSolved(extremes, new double[] {1, 1, 1}, options().withTolerance(0));
    }

    @Test
    void solvesWhereASolutionIsFarLargerThanItsRightHandSide() {
        // The residual of the rounded solution is larger than the right-hand side: only its rows' own sizes tell.
        double[][] a = {{0, 1e30}, {1e-31, 0}};

        Solution solution = assertSolved(a, new double[] {1, 1});

        assertThat(solution.value(1)).isCloseTo(1.1111111111111112, org.assertj.core.data.Offset.offset(1e-15));
    }

    @Test
    void solvesAnyScaleOfTheRightHandSide() {
        double[][] a = {{0.25, 0.5}, {0.3, 0.1}};
        for (double scale : new double[] {1e-300, 1e-200, 1e-100, 1e100, 1e300}) {
            Solution solution = assertSolved(a, new double[] {scale, 3 * scale});

            assertThat(largestShare(solution)).isLessThan(1e-9);
        }
    }

    @Test
    void certifiesNegativeCoefficientsWhoseSizesAreSmall() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 7, 0.6, 0.8);

            assertSolved(RandomSystems.withRandomSigns(random, a, 0.3), RandomSystems.mixed(random, 7));
        }
    }

    @Test
    void solvesWithoutCertificateWhereNegativeCoefficientsAreTooLarge() {
        // ρ(A) = √0.6 < 1, ρ(|A|) > 1
        double[][] a = {{0.6, 0.6}, {-0.6, 0.4}};
        double[] b = {1, 2};

        Solution solution = system(a).solve(b, options());

        assertThat(solution.report().stop().isSuccess()).isTrue();
        assertThat(solution.certificate()).isEmpty();
        assertThat(solution.certification()).contains("no certificate").contains("negative coefficients");
        assertThat(solution.errorBound(0)).isEqualTo(Double.POSITIVE_INFINITY);
        ExactSystem exact = ExactSystem.of(a, b);
        for (int i = 0; i < 2; i++) {
            assertThat(exact.isWithin(i, solution.value(i), 1e-10 * Math.abs(exact.value(i))))
                    .isTrue();
        }
    }

    @Test
    void givesNoValuesForASingularSystemWithNegativeCoefficients() {
        // I − A = [[1, 2], [2, 4]] and one whose elimination does not come out at an exact zero.
        assertNoSuccess(new double[][] {{0, -2}, {-2, -3}}, new double[] {1, 1});
        assertNoSuccess(
                new double[][] {{0.9, -0.2, -0.3}, {-0.4, 0.5, -0.6}, {-0.7, -0.8, 0.1}}, new double[] {1, 1, 7});
    }

    @Test
    void directMethodsSeeASingularSystemEvenWhereTheRightHandSideFits() {
        Assumptions.assumeTrue(
                method == SolveMethod.DENSE_LU || method == SolveMethod.AUTOMATIC,
                "an iteration sees the matrix only through its right-hand side");
        assertNoSuccess(
                new double[][] {{0.9, -0.2, -0.3}, {-0.4, 0.5, -0.6}, {-0.7, -0.8, 0.1}}, new double[] {0.6, 1.5, 2.4});
    }

    private void assertNoSuccess(double[][] a, double[] b) {
        Solution solution = system(a).solve(b, options());

        assertThat(solution.report().stop())
                .isIn(StopReason.SINGULAR, StopReason.STAGNATED, StopReason.ITERATION_LIMIT);
        assertThat(solution.certificate()).isEmpty();
        if (method == SolveMethod.DENSE_LU || method == SolveMethod.AUTOMATIC) {
            assertThat(solution.report().stop()).isEqualTo(StopReason.SINGULAR);
            assertThat(solution.hasValues()).isFalse();
        }
    }

    @Test
    void convictsSystemsThatAreNotViable() {
        assertNotViable(new double[][] {{0.5, 0.6}, {0.6, 0.5}}, 0, 1);
        assertNotViable(new double[][] {{0.5, 0.5}, {0.5, 0.5}}, 0, 1);
        // Lay's closed economy of coal, electricity and steel: every column sums to 1.
        assertNotViable(new double[][] {{0, 0.4, 0.6}, {0.6, 0.1, 0.2}, {0.4, 0.5, 0.2}}, 0, 1, 2);
        assertNotViable(new double[][] {{1}}, 0);
        assertNotViable(new double[][] {{0.5, 0.1}, {0, 1.25}}, 1);
        // Who uses up all of its own product is to blame alone, whatever the others of its group need.
        assertNotViable(new double[][] {{1, 1e-30}, {1e-30, 0}}, 0);
        assertNotViable(new double[][] {{0.1, 0.1, 0}, {0.1, 2, 0.1}, {0, 0.1, 0.1}}, 1);
        assertNotViable(new double[][] {{0, 0x1p66}, {0x1p-66, 0}}, 0, 1);
        assertNotViable(new double[][] {{0, 0x1p900}, {0x1p-900, 0}}, 0, 1);
    }

    @Test
    void findsTheOneGroupThatIsNotViableInALargeReducibleSystem() {
        int n = 300;
        SplittableRandom random = new SplittableRandom(3);
        double[][] a = RandomSystems.reducible(random, RandomSystems.withColumnSums(random, n, 0.02, 0.9), 1);
        int[] group = {17, 101, 102, 256};
        for (int k = 0; k < group.length; k++) {
            a[group[k]][group[(k + 1) % group.length]] = 1.001;
        }
        // Nothing else leads out of the group and back into it, or the group would be larger.
        for (int i : group) {
            for (int j = 0; j < n; j++) {
                if (Arrays.binarySearch(group, j) < 0) {
                    a[i][j] = 0;
                }
            }
        }

        assertNotViable(a, group);
    }

    private void assertNotViable(double[][] a, int... group) {
        LeontiefSystem system = system(a);
        double[] b = new double[a.length];
        Arrays.fill(b, 1);

        Solution solution = system.solve(b, options());

        assertThat(solution.report().stop()).isEqualTo(StopReason.NOT_VIABLE);
        assertThat(solution.hasValues()).isFalse();
        assertThat(solution.certificate()).isEmpty();
        assertThatThrownBy(solution::values)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOT_VIABLE");
        RadiusProof proof = system.radiusProof();
        assertThat(proof.group())
                .containsExactlyElementsOf(Arrays.stream(group).boxed().toList());
        ExactProofs.assertConvicts(SparseMatrix.of(a), proof);
    }

    @Test
    void convictsAHundredThousandSectors() {
        LeontiefSystem system = transposed ? LARGE_NOT_VIABLE.transposed() : LARGE_NOT_VIABLE;

        Solution solution = system.solve(SPARSE.rightHandSide(false), options());

        assertThat(solution.report().stop()).isEqualTo(StopReason.NOT_VIABLE);
        assertThat(solution.report().iterations()).isZero();
        assertThat(system.radiusProof().group().size()).isGreaterThan(LARGE / 2);
        if (method == SolveMethod.AUTOMATIC) {
            // The proof is the same for every method, and checking it without rounding takes a while.
            ExactProofs.assertConvicts(transposed ? NOT_VIABLE.a.transpose() : NOT_VIABLE.a, system.radiusProof());
        }
    }

    @Test
    void givesTheSameBitsOnAnyNumberOfThreads() {
        boolean dense = method == SolveMethod.DENSE_LU;
        LargeSystem large = dense ? LargeSystem.random(5, 400, 10, 0.8) : SPARSE;
        LeontiefSystem stored = dense ? LeontiefSystem.of(large.a) : SPARSE_SYSTEM;
        LeontiefSystem system = transposed ? stored.transposed() : stored;
        double[] b = large.rightHandSide(transposed);
        SolveOptions rough = options().withTolerance(1e-6);

        Solution one = system.solve(b, rough.withThreads(1));
        for (int threads : new int[] {2, 8}) {
            assertSameBits(system.solve(b, rough.withThreads(threads)), one);
        }
    }

    private static void assertSameBits(Solution found, Solution expected) {
        assertThat(found.report().stop()).isEqualTo(expected.report().stop());
        assertThat(found.report().iterations()).isEqualTo(expected.report().iterations());
        assertThat(Arrays.equals(found.values(), expected.values()))
                .as("the same values, bit for bit")
                .isTrue();
        assertThat(Arrays.equals(
                        found.certificate().orElseThrow().errorBounds(),
                        expected.certificate().orElseThrow().errorBounds()))
                .as("the same bounds, bit for bit")
                .isTrue();
    }

    @Test
    void stopsWhenTheListenerSaysSo() {
        double[][] a = RandomSystems.withColumnSums(new SplittableRandom(1), 10, 0.5, 1 - 1e-6);
        double[] b = RandomSystems.positive(new SplittableRandom(2), 10);
        AtomicInteger calls = new AtomicInteger();
        // A direct method is heard once before it starts; the others after each iteration.
        int allowed = method == SolveMethod.DENSE_LU || method == SolveMethod.AUTOMATIC ? 0 : 3;
        ProgressListener listener = progress -> calls.incrementAndGet() <= allowed;

        Solution solution = system(a).solve(b, options().withTolerance(0).withListener(listener));

        assertThat(solution.report().stop()).isEqualTo(StopReason.CANCELLED);
        assertThat(calls).hasValue(allowed + 1);
        assertThatThrownBy(solution::requireConverged)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANCELLED");
        assertBoundsHold(a, b, solution);
    }

    @Test
    void keepsToTheIterationLimit() {
        Assumptions.assumeTrue(
                method != SolveMethod.DENSE_LU && method != SolveMethod.AUTOMATIC, "a direct method has no iterations");
        double[][] a = RandomSystems.withColumnSums(new SplittableRandom(1), 12, 0.5, 0.99);
        double[] b = RandomSystems.positive(new SplittableRandom(2), 12);
        for (int limit = 1; limit <= 4; limit++) {
            Solution solution = system(a).solve(b, options().withIterationLimit(limit));

            assertThat(solution.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
            assertThat(solution.report().iterations()).isEqualTo(limit);
            assertBoundsHold(a, b, solution);
        }
    }

    @Test
    void answersAZeroRightHandSideWithZero() {
        double[][] a = RandomSystems.withColumnSums(new SplittableRandom(1), 5, 0.5, 0.9);

        Solution solution = assertSolved(a, new double[5]);

        assertThat(solution.values()).containsOnly(0);
        assertThat(solution.certificate().orElseThrow().errorBounds()).containsOnly(0);
        assertThat(system(a)
                        .solve(new double[5], options().withCertification(SolveOptions.Certification.NONE))
                        .certificate())
                .isEmpty();
    }

    @Test
    void solvesRightHandSidesOfAnySign() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 9, 0.5, 0.9);

            assertSolved(a, RandomSystems.mixed(random, 9));
        }
    }

    @Test
    void solvesForOneProductAlone() {
        double[][] a = RandomSystems.withColumnSums(new SplittableRandom(11), 10, 0.3, 0.9);
        double[][] triangular = RandomSystems.reducible(new SplittableRandom(12), a, 1);
        for (int product = 0; product < 10; product++) {
            double[] b = new double[10];
            b[product] = 1;

            assertSolved(a, b);
            Solution solution = assertSolved(triangular, b);

            // What the product does not need comes out as exactly nothing, with a bound of nothing to speak of.
            ExactSystem exact = ExactSystem.of(triangular, b);
            for (int i = 0; i < 10; i++) {
                if (exact.value(i) == 0) {
                    assertThat(solution.errorBound(i)).isLessThan(1e-11);
                }
            }
        }
    }

    @Test
    void reachesWorkingPrecisionWhereToleranceIsZero() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 8, 0.5, 0.9);

            Solution solution =
                    assertSolved(a, RandomSystems.positive(random, 8), options().withTolerance(0));

            assertThat(solution.report().stop()).isEqualTo(StopReason.WORKING_PRECISION);
            assertThat(largestShare(solution)).isLessThan(1e-12);
        }
    }

    @Test
    void solvesManyAsIfOneByOne() {
        SplittableRandom random = new SplittableRandom(9);
        LeontiefSystem system = system(RandomSystems.withColumnSums(random, 12, 0.5, 0.9));
        double[][] rightHandSides = new double[5][];
        Arrays.setAll(rightHandSides, k -> RandomSystems.mixed(random, 12));

        List<Solution> together = system.solveAll(rightHandSides, options());

        assertThat(together).hasSize(5);
        for (int k = 0; k < 5; k++) {
            Solution alone = system.solve(rightHandSides[k], options());
            if (method == SolveMethod.GCR) {
                // These share their passes, so that only the bounds have to agree.
                assertAgree(together.get(k), alone);
            } else {
                assertSameBits(together.get(k), alone);
            }
        }
    }

    private static void assertAgree(Solution found, Solution expected) {
        assertThat(found.report().stop().isSuccess()).isTrue();
        assertThat(found.certificate()).isPresent();
        double[] values = found.values();
        double largestExcess = 0;
        for (int i = 0; i < values.length; i++) {
            double allowed = Math.nextUp(found.errorBound(i) + expected.errorBound(i));
            largestExcess = Math.max(largestExcess, Math.abs(values[i] - expected.value(i)) - allowed);
        }
        assertThat(largestExcess).as("how far they differ beyond their bounds").isZero();
    }

    @Test
    void givesTheSameBitsForManyOnAnyNumberOfThreads() {
        LeontiefSystem system = transposed ? SPARSE_SYSTEM.transposed() : SPARSE_SYSTEM;
        boolean quick = method == SolveMethod.GCR || method == SolveMethod.BICGSTAB;
        Assumptions.assumeTrue(
                quick, "by this method one right-hand side after the other is solved, which is shown above");
        double[] b = SPARSE.rightHandSide(transposed);
        double[][] rightHandSides = new double[9][];
        for (int k = 0; k < 9; k++) {
            double factor = 1 + k;
            rightHandSides[k] = Arrays.stream(b).map(entry -> entry * factor).toArray();
            rightHandSides[k][k] += 1;
        }
        rightHandSides[4] = new double[b.length];
        SolveOptions rough = options().withTolerance(1e-6);

        List<Solution> one = system.solveAll(rightHandSides, rough.withThreads(1));
        List<Solution> two = system.solveAll(rightHandSides, rough.withThreads(2));
        List<Solution> eight = system.solveAll(rightHandSides, rough.withThreads(8));
        for (int k = 0; k < 9; k++) {
            assertSameBits(two.get(k), one.get(k));
            assertSameBits(eight.get(k), one.get(k));
            assertAgree(one.get(k), system.solve(rightHandSides[k], rough));
        }
    }

    @Test
    void givesTheSameBitsWhenSharedBetweenThreads() {
        SplittableRandom random = new SplittableRandom(10);
        double[][] a = RandomSystems.withColumnSums(random, 40, 0.2, 0.95);
        double[] b = RandomSystems.positive(random, 40);
        Solution alone = system(a).solve(b, options());
        LeontiefSystem shared = system(a);

        List<Solution> atOnce = IntStream.range(0, 16)
                .parallel()
                .mapToObj(k -> shared.solve(b, options()))
                .toList();

        atOnce.forEach(solution -> assertSameBits(solution, alone));
    }

    @Test
    void leavesItsInputsAlone() {
        SplittableRandom random = new SplittableRandom(13);
        double[] b = RandomSystems.positive(random, 6);
        double[] before = b.clone();
        LeontiefSystem system = system(RandomSystems.withColumnSums(random, 6, 0.5, 0.9));

        Solution solution = system.solve(b, options());
        double[] values = solution.values();
        solution.values()[0] = -1;
        solution.certificate().orElseThrow().errorBounds()[0] = -1;
        system.radiusProof().vector()[0] = -1;
        system.radiusProof().surplus()[0] = -1;
        b[0] = -1;

        assertThat(solution.values()).isEqualTo(values);
        assertSameBits(system.solve(before, options()), solution);
    }

    @Test
    void refusesRightHandSidesThatAreNone() {
        LeontiefSystem system = system(new double[][] {{0.1, 0.2}, {0.3, 0.4}});

        assertThatThrownBy(() -> system.solve(new double[] {1, Double.NaN}, options()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b[1] is NaN; a finite number is needed.");
        assertThatThrownBy(() -> system.solve(new double[] {Double.NEGATIVE_INFINITY, 1}, options()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b[0] is -Infinity; a finite number is needed.");
        assertThatThrownBy(() -> system.solve(new double[] {1}, options()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b has 1 entries where 2 are needed.");
        assertThatThrownBy(() -> system.solve(new double[] {1e308, 1e308}, options()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void solvesNothingForNobody() {
        assertThat(system(new double[0][0]).solve(new double[0], options()).values())
                .isEmpty();
    }
}
