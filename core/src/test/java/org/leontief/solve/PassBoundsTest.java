package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The residual b − x + A x of every kind of pass, in plain and in doubled arithmetic, lies as close to the exact one as its
 * bound says; where something overflowed the bound is infinite or no number.
 */
class PassBoundsTest {

    private static final int CASES = 600;

    /** Sizes of numbers, from the denormal ones to those whose sums overflow. */
    enum Numbers {
        ORDINARY,
        SIGNED,
        /** Coefficients from 1e−140 to 1e140, and vectors as far apart. */
        WIDE,
        /** Products that are denormal, or nothing at all. */
        TINY,
        /** Products and sums near the largest double, and beyond. */
        HUGE;

        double[][] coefficients(SplittableRandom random, int n) {
            double[][] a = RandomSystems.withColumnSums(random, n, 0.1 + 0.9 * random.nextDouble(), 0.9);
            return switch (this) {
                case ORDINARY -> a;
                case SIGNED -> RandomSystems.withRandomSigns(random, a, 0.4);
                case WIDE -> RandomSystems.inOtherUnits(random, RandomSystems.withRandomSigns(random, a, 0.2), 70);
                case TINY -> times(RandomSystems.withRandomSigns(random, a, 0.2 * random.nextInt(2)), 0x1p-500);
                case HUGE -> times(RandomSystems.withRandomSigns(random, a, 0.2 * random.nextInt(2)), 0x1p510);
            };
        }

        double[] outputs(SplittableRandom random, int n) {
            double[] x = random.nextBoolean() ? RandomSystems.positive(random, n) : RandomSystems.mixed(random, n);
            return switch (this) {
                case ORDINARY, SIGNED -> x;
                case WIDE ->
                    Arrays.stream(x)
                            .map(entry -> entry * Math.pow(10, 280 * random.nextDouble() - 140))
                            .toArray();
                case TINY ->
                    Arrays.stream(x)
                            .map(entry -> entry * Math.scalb(1.0, -480 - random.nextInt(150)))
                            .toArray();
                case HUGE ->
                    Arrays.stream(x)
                            .map(entry -> entry * Math.scalb(1.0, 490 + random.nextInt(30)))
                            .toArray();
            };
        }

        private static double[][] times(double[][] a, double factor) {
            return Arrays.stream(a)
                    .map(row -> Arrays.stream(row).map(entry -> entry * factor).toArray())
                    .toArray(double[][]::new);
        }
    }

    /** Sums and bounds in the numbers of the user. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Found(double[] sum, double[] error) {}

    private static Found sliced(SlicedRows rows, boolean plain, double[] b, double[] x) {
        double[] inner = rows.numbering.inward(b, 1);
        Found found = found(new RowPasses(rows, 1), plain, inner, rows.numbering.inward(x, 1));
        return new Found(rows.numbering.outward(found.sum(), 1), rows.numbering.outward(found.error(), 1));
    }

    private static Found found(Passes passes, boolean plain, double[] b, double[] x) {
        double[] sum = new double[x.length];
        double[] error = new double[x.length];
        if (plain) {
            passes.plainResidual(b, x, sum, error, 1, Watch.NONE);
        } else {
            passes.residual(b, x, sum, error, 1, Watch.NONE);
        }
        return new Found(sum, error);
    }

    @ParameterizedTest
    @EnumSource(Numbers.class)
    void theExactResidualIsInsideTheBound(Numbers numbers) {
        long finite = IntStream.range(0, CASES)
                .parallel()
                .mapToLong(seed -> finiteBounds(numbers, seed))
                .sum();

        // Or nothing would have been shown.
        assertThat(finite).isGreaterThan(CASES);
    }

    /** Checks one case, and counts the bounds that say something. */
    private static long finiteBounds(Numbers numbers, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(20);
        SparseMatrix a = SparseMatrix.of(numbers.coefficients(random, n));
        double[] x = numbers.outputs(random, n);
        boolean transposed = random.nextBoolean();
        double[] b = rightHandSide(random, a, x, transposed);
        RowSlicer slicer = new RowSlicer(a, RandomSystems.shuffled(random, n), 1, Watch.NONE);
        SlicedRows rows = transposed ? slicer.ofColumns() : slicer.ofRows();
        BigDecimal[] exact = ExactProofs.product(a, x, transposed);
        for (int i = 0; i < n; i++) {
            exact[i] = exact[i].add(new BigDecimal(b[i])).subtract(new BigDecimal(x[i]));
        }
        boolean mayOverflow = numbers == Numbers.HUGE;
        String name = numbers + ", seed " + seed;
        return assertInside(name + ", plain", sliced(rows, true, b, x), exact, mayOverflow)
                + assertInside(name + ", doubled", sliced(rows, false, b, x), exact, mayOverflow)
                + assertInside(
                        name + ", stored", found(new StoredPasses(a, transposed), false, b, x), exact, mayOverflow)
                + assertInside(
                        name + ", stored, plain",
                        found(new StoredPasses(a, transposed), true, b, x),
                        exact,
                        mayOverflow);
    }

    /** Mostly (I − A) x, rounded, so that little is left and the bound is all that counts. */
    private static double[] rightHandSide(SplittableRandom random, SparseMatrix a, double[] x, boolean transposed) {
        double[] used = transposed ? a.multiplyTransposed(x) : a.multiply(x);
        double[] b = new double[x.length];
        for (int i = 0; i < b.length; i++) {
            double exact = x[i] - used[i];
            boolean other = random.nextInt(8) == 0 || !Double.isFinite(exact);
            b[i] = other ? x[i] * random.nextDouble() : exact;
        }
        return b;
    }

    private static long assertInside(String name, Found found, BigDecimal[] exact, boolean mayOverflow) {
        long finite = 0;
        for (int i = 0; i < exact.length; i++) {
            double error = found.error()[i];
            if (Double.isNaN(error) || error == Double.POSITIVE_INFINITY) {
                assertThat(mayOverflow).as("%s, entry %d: no bound", name, i).isTrue();
            } else {
                finite++;
                assertThat(found.sum()[i])
                        .as("%s, entry %d: a bound of %s", name, i, error)
                        .isFinite();
                assertThat(exact[i].subtract(new BigDecimal(found.sum()[i])).abs())
                        .as("%s, entry %d: exactly %s, found %s", name, i, exact[i].doubleValue(), found.sum()[i])
                        .isLessThanOrEqualTo(new BigDecimal(error));
            }
        }
        return finite;
    }

    @Test
    void boundsAreOfTheSizeOfTheRoundings() {
        SplittableRandom random = new SplittableRandom(3);
        int n = 300;
        SparseMatrix a = SparseMatrix.of(
                RandomSystems.withRandomSigns(random, RandomSystems.withColumnSums(random, n, 0.3, 0.9), 0.3));
        double[] x = RandomSystems.mixed(random, n);
        double[] b = rightHandSide(random, a, x, false);
        double[] absolute = Arrays.stream(x).map(Math::abs).toArray();
        double[] size = a.abs().multiply(absolute);
        SlicedRows rows = new RowSlicer(a, RandomSystems.shuffled(random, n), 1, Watch.NONE).ofRows();
        Found plain = sliced(rows, true, b, x);
        Found doubled = sliced(rows, false, b, x);
        Found stored = found(new StoredPasses(a, false), false, b, x);
        for (int i = 0; i < n; i++) {
            double terms = size[i] + absolute[i] + Math.abs(b[i]);
            assertThat(plain.error()[i]).isLessThan(400 * AccurateSum.EPSILON * terms);
            double rounded = 2.001 * AccurateSum.EPSILON * Math.abs(doubled.sum()[i]);
            assertThat(doubled.error()[i]).isLessThan(rounded + 1e-26 * terms);
            assertThat(stored.error()[i]).isLessThan(rounded + 1e-26 * terms);
        }
    }

    @Test
    void withoutAnyRoundingTheDoubledBoundIsZero() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.5, 0.25}, {0.125, 0.5}});
        double[] b = {1, 2};
        double[] x = {4, 8};
        for (boolean transposed : new boolean[] {false, true}) {
            assertThat(found(new StoredPasses(a, transposed), false, b, x).error())
                    .containsOnly(0);
            RowSlicer slicer = new RowSlicer(a, new int[] {1, 0}, 1, Watch.NONE);
            assertThat(sliced(transposed ? slicer.ofColumns() : slicer.ofRows(), false, b, x)
                            .error())
                    .containsOnly(0);
        }
    }

    /** Long rows, where what is lost is known: each product after the first is just too small to be seen beside it. */
    @Test
    void theBoundHoldsForRowsThatAreCutIntoPieces() {
        double lost = 0.999 * AccurateSum.EPSILON;
        for (int n : new int[] {1_000, 1_023, 1_024, 1_025, 5_000, (1 << 20) + 1_500}) {
            SparseColumnsBuilder builder = SparseMatrix.byColumns(n, n, n);
            for (int j = 0; j < n; j++) {
                builder.appendColumn(new int[] {0}, new double[] {j == 0 ? 1 : lost}, 1);
            }
            SparseMatrix a = builder.build();
            double[] x = new double[n];
            Arrays.fill(x, 1);
            double exact = (n - 1) * lost;
            RowSlicer slicer = new RowSlicer(a, IntStream.range(0, n).toArray(), 2, Watch.NONE);
            SlicedRows rows = slicer.ofRows();
            for (boolean plain : new boolean[] {true, false}) {
                Found found = sliced(rows, plain, new double[n], x);
                // 0 − 1 + 1 + (n − 1) δ
                assertThat(Math.abs(found.sum()[0] - exact)).isLessThanOrEqualTo(found.error()[0] + 1e-9 * exact);
                assertThat(found.error()[0]).isLessThan(plain ? 1e-12 : 4 * AccurateSum.EPSILON * exact);
            }
            Found stored = found(new StoredPasses(a, false), false, new double[n], x);
            assertThat(Math.abs(stored.sum()[0] - exact)).isLessThanOrEqualTo(stored.error()[0] + 1e-9 * exact);
        }
    }

    @Test
    void anOverflowLeavesNoBound() {
        double[] x = {1e200, 1e200, 1};
        double[] b = {1, 1, 1};
        SparseMatrix beyond = SparseMatrix.of(new double[][] {{1e200, -1e200, 0}, {1e200, 0, 0}, {1e150, 1e150, 0.5}});
        for (boolean plain : new boolean[] {true, false}) {
            RowSlicer slicer = new RowSlicer(beyond, new int[] {2, 0, 1}, 1, Watch.NONE);
            for (double error : new double[] {
                sliced(slicer.ofRows(), plain, b, x).error()[0],
                sliced(slicer.ofRows(), plain, b, x).error()[1],
                sliced(slicer.ofRows(), plain, b, x).error()[2],
                found(new StoredPasses(beyond, false), plain, b, x).error()[0],
                found(new StoredPasses(beyond, false), plain, b, x).error()[1],
                found(new StoredPasses(beyond, true), plain, b, x).error()[0]
            }) {
                assertThat(error < Double.POSITIVE_INFINITY).isFalse();
            }
        }
    }
}
