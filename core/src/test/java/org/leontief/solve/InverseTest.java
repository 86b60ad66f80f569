package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.SolveOptions.Certification;

/** (I − A)⁻¹ with its bounds, against rational arithmetic where the matrix is small. */
class InverseTest {

    private static final SolveOptions DEFAULTS = SolveOptions.defaults();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void everyEntryIsWithinItsBounds(int kind) {
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(100L * kind + seed);
            double[][] a = matrix(random, kind, 1 + random.nextInt(14));
            for (boolean transposed : new boolean[] {false, true}) {
                for (Certification certification : new Certification[] {Certification.FIRST, Certification.SHARP}) {
                    LeontiefSystem system =
                            LeontiefSystem.of(SparseMatrix.of(transposed ? RandomSystems.transposed(a) : a));
                    Inverse inverse = (transposed ? system.transposed() : system)
                            .inverse(DEFAULTS.withCertification(certification))
                            .requireConverged();
                    assertInside(a, inverse);
                }
            }
        }
    }

    private static double[][] matrix(SplittableRandom random, int kind, int n) {
        double[][] ordinary = RandomSystems.withColumnSums(random, n, 0.6, 0.9);
        return switch (kind) {
            case 0 -> ordinary;
            case 1 -> RandomSystems.withColumnSums(random, n, 0.5, 1 - 1e-9);
            case 2 -> RandomSystems.inOtherUnits(random, ordinary, 8);
            case 3 -> RandomSystems.reducible(random, ordinary, 3);
            case 4 -> RandomSystems.reducible(random, ordinary, 1);
            case 5 -> RandomSystems.withRandomSigns(random, ordinary, 0.4);
            case 6 -> RandomSystems.withZeroRowAndColumn(random, ordinary);
            default -> RandomSystems.inOtherUnits(random, ordinary, 60);
        };
    }

    private static void assertInside(double[][] a, Inverse inverse) {
        int n = a.length;
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            ExactSystem exact = ExactSystem.of(a, unit);
            for (int i = 0; i < n; i++) {
                assertThat(inverse.errorBound(i, j)).isFinite();
                assertThat(exact.isWithin(i, inverse.value(i, j), inverse.errorBound(i, j)))
                        .as("(%d, %d): %s ± %s", i, j, inverse.value(i, j), inverse.errorBound(i, j))
                        .isTrue();
            }
        }
    }

    /** Ordinary tables: a true bound that nobody could use would pass the test above. */
    @Test
    void sharpBoundsAreCloseToTheErrors() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] a = RandomSystems.withColumnSums(random, 14, 0.6, 0.6);
            Inverse sharp = LeontiefSystem.of(SparseMatrix.of(a)).inverse(DEFAULTS);
            Inverse first =
                    LeontiefSystem.of(SparseMatrix.of(a)).inverse(DEFAULTS.withCertification(Certification.FIRST));

            assertThat(sharp.largestErrorBound()).isLessThan(2e-15).isLessThanOrEqualTo(first.largestErrorBound());
            assertThat(first.largestErrorBound()).isLessThan(2e-14);
        }
    }

    /** Residuals summed carelessly would be 10⁻¹⁴ here. */
    @Test
    void boundsStaySharpAtSeveralHundredSectors() {
        Inverse inverse = system(500, 3).inverse(DEFAULTS);

        assertThat(inverse.largestErrorBound()).isLessThan(5e-15);
        assertThat(inverse.report().stop()).isEqualTo(StopReason.CONVERGED);
        assertThat(inverse.report().relativeResidual()).isLessThan(1e-14);
    }

    /** An inverse that was spoilt is found out: bounds are about the numbers given, not about how they were made. */
    @Test
    void aSpoiltEntryIsInsideTheBoundsOfTheSpoiltInverse() {
        SplittableRandom random = new SplittableRandom(17);
        double[][] a = RandomSystems.withColumnSums(random, 9, 0.6, 0.9);
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(a));
        double[] spoilt = system.inverse(DEFAULTS).values().data;
        spoilt[4 * 9 + 7] += 1e-3;
        SparseMatrix matrix = SparseMatrix.of(a);
        Tiles tiles = new Tiles(2, PlainKernel::new, Watch.NONE);
        double[] bounds =
                InverseBounds.of(Rows.ofTransposed(matrix.transpose()), system.radiusProof(), spoilt, true, tiles);

        assertThat(bounds[4 * 9 + 7]).isBetween(1e-3, 1e-1);
        assertInside(a, new Inverse(9, spoilt, bounds, system.inverse(DEFAULTS).report(), ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 145, 241, 300})
    void sameBitsOnAnyNumberOfThreads(int n) {
        LeontiefSystem system = system(n, 5);
        Inverse alone = system(n, 5).inverse(DEFAULTS.withThreads(1));
        for (int threads : new int[] {2, 8}) {
            Inverse together = system.inverse(DEFAULTS.withThreads(threads));

            assertThat(Arrays.equals(together.values().data, alone.values().data))
                    .isTrue();
            assertThat(Arrays.equals(together.errorBounds().data, alone.errorBounds().data))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SolveMethod.class,
            names = {"GAUSS_SEIDEL", "GCR", "BICGSTAB", "NEUMANN"})
    void aMethodAskedForByNameIsUsed(SolveMethod method) {
        SplittableRandom random = new SplittableRandom(6);
        double[][] a = RandomSystems.withColumnSums(random, 11, 0.6, 0.8);
        Inverse inverse = LeontiefSystem.of(SparseMatrix.of(a)).inverse(DEFAULTS.withMethod(method));

        assertThat(inverse.report().method()).isEqualTo(method);
        assertThat(inverse.report().iterations()).isPositive();
        assertInside(a, inverse);
    }

    @Test
    void withoutBoundsNothingIsClaimed() {
        Inverse inverse = system(20, 7).inverse(DEFAULTS.withCertification(Certification.NONE));

        assertThat(inverse.hasValues()).isTrue();
        assertThat(inverse.errorBound(3, 4)).isInfinite();
        assertThat(inverse.largestErrorBound()).isInfinite();
        assertThat(inverse.errorBounds().data).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(inverse.certification()).isEqualTo("no certificate was asked for");
        assertThatThrownBy(() -> inverse.value(0, 20)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whereNothingIsProvedNothingIsBounded() {
        // ρ(A) is imaginary and of size 2, so that I − A is well conditioned and ρ(|A|) is above 1.
        Inverse inverse = LeontiefSystem.of(SparseMatrix.of(new double[][] {{0, 2}, {-2, 0}}))
                .inverse(DEFAULTS)
                .requireConverged();

        assertThat(inverse.value(0, 1)).isEqualTo(0.4);
        assertThat(inverse.errorBound(0, 1)).isInfinite();
        assertThat(inverse.certification()).startsWith("no certificate: ");
    }

    @Test
    void aNonViableOrSingularSystemHasNoInverse() {
        Inverse notViable = LeontiefSystem.of(SparseMatrix.of(new double[][] {{0.5, 2}, {2, 0.5}}))
                .inverse(DEFAULTS);
        assertThat(notViable.report().stop()).isEqualTo(StopReason.NOT_VIABLE);
        assertThat(notViable.hasValues()).isFalse();
        assertThatThrownBy(() -> notViable.value(0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("There is no inverse to give: NOT_VIABLE.");
        assertThatThrownBy(notViable::requireConverged).isInstanceOf(IllegalStateException.class);

        Inverse singular = LeontiefSystem.of(SparseMatrix.of(new double[][] {{0, -1}, {-1, 0}}))
                .inverse(DEFAULTS);
        assertThat(singular.report().stop()).isEqualTo(StopReason.SINGULAR);
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Inverse inverse = system(5, 8).inverse(DEFAULTS);
        double kept = inverse.value(1, 2);
        inverse.values().set(1, 2, 99);
        inverse.errorBounds().set(1, 2, 99);

        assertThat(inverse.value(1, 2)).isEqualTo(kept);
        assertThat(inverse.errorBound(1, 2)).isLessThan(1);
    }

    @Test
    void memoryIsSaidBeforeItIsTaken() {
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.zeros(40_000, 40_000));

        assertThatThrownBy(() -> system.inverse(DEFAULTS))
                .isInstanceOfSatisfying(
                        MemoryLimitException.class,
                        refused -> assertThat(refused.bytesNeeded()).isEqualTo(38_400_000_000L))
                .hasMessageStartingWith("The inverse of I − A for 40000 sectors needs 35.8 GiB");
    }

    /** Whatever is being done when it is stopped, what is asked for next is not spoilt. */
    @ParameterizedTest
    @ValueSource(strings = {"FACTORS", "INVERSE", "CERTIFICATE"})
    void aListenerStopsItAndTheNextOneIsWhole(String work) {
        LeontiefSystem system = system(400, 9);
        AtomicInteger askedIn = new AtomicInteger();
        ProgressListener listener = progress -> !progress.work().equals(work) || askedIn.incrementAndGet() < 1;
        Inverse stopped = system.inverse(DEFAULTS.withListener(listener).withCertification(Certification.SHARP));
        assertThat(askedIn).hasValue(1);
        assertThat(stopped.report().stop()).isEqualTo(StopReason.CANCELLED);
        assertThat(stopped.hasValues()).isFalse();

        Inverse whole = system.inverse(DEFAULTS.withCertification(Certification.NONE));
        assertThat(whole.requireConverged().hasValues()).isTrue();
    }

    private static LeontiefSystem system(int n, int seed) {
        return LeontiefSystem.of(
                SparseMatrix.of(RandomSystems.withColumnSums(new SplittableRandom(seed), n, 0.3, 0.6)));
    }
}
