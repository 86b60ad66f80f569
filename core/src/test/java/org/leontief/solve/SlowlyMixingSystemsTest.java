package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Systems in which a demand wanders through all products before it dies down: ρ(A) = 1 − 2⁻²⁰, and iterations see no
 * progress for thousands of passes. Coefficients are multiples of 2⁻²², so that right-hand sides of known solutions come
 * out exactly.
 */
class SlowlyMixingSystemsTest {

    private static final double RADIUS = 1 - 0x1p-20;

    /** Row sums are all ρ. Where the numbering is shuffled, no order of the rows helps sweeps. */
    enum Kind {
        /** Each product needs the one before, cyclically. */
        CIRCLE,
        SHUFFLED_CIRCLE,
        /** And seven of them another one as well. */
        CIRCLE_WITH_CHORDS,
        /** Each product needs both neighbours; the two at the ends need themselves. */
        WALK;

        SparseMatrix of(int n) {
            SplittableRandom random = new SplittableRandom(n);
            int[] number = RandomSystems.shuffled(random, n);
            if (this == CIRCLE || this == WALK) {
                Arrays.setAll(number, k -> k);
            }
            SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
            for (int k = 0; k < n; k++) {
                boolean hasChord = this == CIRCLE_WITH_CHORDS && k % (n / 7) == 5;
                int before = this == WALK ? Math.max(0, k - 1) : (k + n - 1) % n;
                int other = this == WALK ? Math.min(n - 1, k + 1) : (before + 1 + random.nextInt(n - 2)) % n;
                boolean hasTwo = hasChord || this == WALK;
                builder.add(number[k], number[before], hasTwo ? RADIUS / 2 : RADIUS);
                if (hasTwo) {
                    builder.add(number[k], number[other], RADIUS / 2);
                }
            }
            return builder.build();
        }
    }

    @ParameterizedTest(name = "{0}, {1} sectors")
    @CsvSource({"CIRCLE, 3001", "SHUFFLED_CIRCLE, 3001", "WALK, 3001", "CIRCLE_WITH_CHORDS, 5000"})
    void areSolvedByFactorsWhereNothingElseHelps(Kind kind, int n) {
        SparseMatrix a = kind.of(n);
        LeontiefSystem system = LeontiefSystem.of(a);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] large = new double[n];
        Arrays.fill(large, 0x1p20);

        // Row sums are 1 − 2⁻²⁰.
        assertSolved(system.solve(ones), large);

        double[] exact =
                new SplittableRandom(n).ints(n, 1, 1 << 14).asDoubleStream().toArray();
        double[] used = a.multiplyTransposed(exact);
        double[] b = new double[n];
        Arrays.setAll(b, i -> exact[i] - used[i]);
        assertSolved(system.transposed().solve(b), exact);
    }

    private static void assertSolved(Solution solution, double[] exact) {
        solution.requireConverged();
        assertThat(solution.report().method()).isEqualTo(SolveMethod.DENSE_LU);
        assertThat(solution.report().notes()).last().asString().endsWith("; DENSE_LU went on from there.");
        assertThat(solution.report().choice())
                .startsWith("took over from GCR, which was chosen: more than 3000 sectors");
        assertThat(solution.certificate()).as(solution.certification()).isPresent();
        for (int i = 0; i < exact.length; i++) {
            double error = Math.abs(solution.value(i) - exact[i]);
            if (!(error <= solution.errorBound(i) && solution.errorBound(i) <= 1e-5 * exact[i])) {
                assertThat(error).as("entry %d", i).isLessThanOrEqualTo(solution.errorBound(i));
                assertThat(solution.errorBound(i)).as("bound %d", i).isLessThanOrEqualTo(1e-5 * exact[i]);
            }
        }
    }

    /** 75 GiB are not taken unasked. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void areLeftUnsolvedAndSaidToBeWhereFactorsAreTooLarge(Kind kind) {
        int n = 100_000;
        double[] demand = new SplittableRandom(n).doubles(n, 0.1, 1).toArray();

        Solution solution = LeontiefSystem.of(kind.of(n)).solve(demand);

        assertThat(solution.report().stop()).isEqualTo(StopReason.STAGNATED);
        assertThat(solution.report().notes())
                .last()
                .asString()
                .contains("; DENSE_LU was not tried: more than 20000 sectors");
    }
}
