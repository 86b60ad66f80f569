package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The vectors that prove on which side of 1 the radius lies, checked without rounding. */
class RadiusProofTest {

    @Test
    void vectorsBelowOneAreChecked() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(12);
            double gap = Math.pow(10, -1 - 12 * random.nextDouble());
            double[][] a = RandomSystems.withColumnSums(random, n, 0.5, 1 - gap);
            a = seed % 4 == 1 ? RandomSystems.inOtherUnits(random, a, 12) : a;
            a = seed % 4 == 2 ? RandomSystems.reducible(random, a, 3) : a;
            a = seed % 4 == 3 ? RandomSystems.withRandomSigns(random, a, 0.5) : a;
            SparseMatrix matrix = SparseMatrix.of(a);

            RadiusProof proof = LeontiefSystem.of(matrix).radiusProof();

            ExactProofs.assertBelowOne(matrix, proof);
            assertThat(proof.group()).isEmpty();
            ExactProofs.assertBelowOne(
                    matrix.transpose(), LeontiefSystem.of(matrix).transposed().radiusProof());
        }
    }

    @Test
    void vectorsAtOrAboveOneAreChecked() {
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(12);
            double excess = Math.pow(10, -1 - 12 * random.nextDouble());
            double[][] a = RandomSystems.withColumnSums(random, n, 0.5, 1 + excess);
            a = seed % 2 == 1 ? RandomSystems.inOtherUnits(random, a, 12) : a;
            SparseMatrix matrix = SparseMatrix.of(a);

            ExactProofs.assertConvicts(matrix, LeontiefSystem.of(matrix).radiusProof());
            ExactProofs.assertConvicts(
                    matrix.transpose(), LeontiefSystem.of(matrix).transposed().radiusProof());
        }
    }

    @Test
    void chainsOfGroupsAreProvedWhoseOutputsGrowWithoutEnd() {
        // Each takes a million of the one before: outputs reach 10²⁴⁰.
        int n = 40;
        double[][] a = new double[n][n];
        for (int i = 1; i < n; i++) {
            a[i][i - 1] = 1e6;
            a[i][i] = 0.5;
        }
        SparseMatrix matrix = SparseMatrix.of(a);

        ExactProofs.assertBelowOne(matrix, LeontiefSystem.of(matrix).radiusProof());
    }

    @Test
    void saysWhereNumbersAreTooLarge() {
        int n = 60;
        double[][] a = new double[n][n];
        for (int i = 1; i < n; i++) {
            a[i][i - 1] = 1e6;
        }
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(a));
        double[] b = new double[n];
        b[n - 1] = 1;

        Solution solution = system.solve(b);

        assertThat(system.radiusProof().verdict()).isEqualTo(RadiusProof.Verdict.UNDECIDED);
        assertThat(system.radiusProof())
                .hasToString("UNDECIDED: the outputs needed differ too much in size for double precision");
        assertThat(solution.values()).isEqualTo(b);
        assertThat(solution.certificate()).isEmpty();
    }

    @Test
    void aRadiusThatCannotBeToldFromOneGivesNoValues() {
        int undecided = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // ρ is 1 but for the rounding of the entries.
            double[][] a = RandomSystems.inOtherUnits(random, RandomSystems.withColumnSums(random, 6, 0.8, 1), 3);
            LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(a));
            RadiusProof proof = system.radiusProof();
            if (proof.verdict() == RadiusProof.Verdict.UNDECIDED) {
                undecided++;
                Solution solution = system.solve(new double[] {1, 1, 1, 1, 1, 1});
                assertThat(solution.report().stop()).isEqualTo(StopReason.SINGULAR);
                assertThat(solution.certification()).contains("cannot be told from 1");
            } else if (proof.verdict() == RadiusProof.Verdict.BELOW_ONE) {
                ExactProofs.assertBelowOne(SparseMatrix.of(a), proof);
            } else {
                ExactProofs.assertConvicts(SparseMatrix.of(a), proof);
            }
        }
        assertThat(undecided).isPositive();
    }

    @Test
    void negativeCoefficientsAreNeverConvicted() {
        RadiusProof proof = LeontiefSystem.of(SparseMatrix.of(new double[][] {{2, -3}, {1, -2}}))
                .radiusProof();

        assertThat(proof.verdict()).isEqualTo(RadiusProof.Verdict.UNDECIDED);
        assertThat(proof.vector()).isEmpty();
        assertThat(proof.surplus()).isEmpty();
    }

    @Test
    void theTransposeOfTheTransposeIsTheSystemItself() {
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(new double[][] {{0, 0.5}, {0.1, 0}}));

        assertThat(system.transposed()).isSameAs(system.transposed()).isNotSameAs(system);
        assertThat(system.transposed().transposed()).isSameAs(system);
    }
}
