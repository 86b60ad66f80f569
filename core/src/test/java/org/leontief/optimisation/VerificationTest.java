package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.all;
import static org.leontief.optimisation.Programmes.most;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

/** No answer, however wrong, may be called right. */
class VerificationTest {

    private static final LinearProgramme WYNDOR =
            most(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}}, 4, 12, 18);

    @Test
    void anyPricesBoundTheOptimumFromAbove() {
        SplittableRandom random = new SplittableRandom(1);
        Verification verification = new Verification(WYNDOR);
        for (int k = 0; k < 1000; k++) {
            double[] prices = {random.nextDouble(-1, 4), random.nextDouble(-1, 4), random.nextDouble(-1, 4)};

            OptimalityCertificate certificate = verification.certificate(new double[] {2, 6}, prices);

            assertThat(certificate.objectiveBound()).isGreaterThanOrEqualTo(36);
        }
    }

    @Test
    void aPointBeyondABoundIsSeen() {
        OptimalityCertificate certificate =
                new Verification(WYNDOR).certificate(new double[] {2, 6.1}, new double[] {0, 1.5, 1});

        // Row 1 is 12.2 instead of 12, relative to 1 and its largest term; row 2 is 18.2 instead of 18.
        assertThat(certificate.primalResidual()).isCloseTo(0.2 / 13.2, within(1e-12));
        assertThat(certificate.gap()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aPriceWithoutABoundIsSeen() {
        OptimalityCertificate certificate =
                new Verification(WYNDOR).certificate(new double[] {2, 6}, new double[] {0, 1.5, -1});

        assertThat(certificate.dualResidual()).isGreaterThan(0.1);
        assertThat(certificate.objectiveBound()).isInfinite();
    }

    @Test
    void roundedPricesOfAFreeColumnStillBoundTheOptimum() {
        // max −x − y, x + 3 y = 1 with y free and x ≥ 0: price −1/3, which no double is; the optimum is −1/3 at (0,
        // 1/3).
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {-1, -1},
                SparseMatrix.of(new double[][] {{1, 3}}),
                new double[] {1},
                new double[] {1},
                new double[] {0, -NONE},
                new double[] {NONE, NONE});

        OptimalityCertificate certificate =
                new Verification(programme).certificate(new double[] {0, 1 / 3.0}, new double[] {-1 / 3.0});

        assertThat(certificate.objectiveBound()).isBetween(-1 / 3.0 - 1e-17, -1 / 3.0 + 1e-14);
        assertThat(certificate.dualResidual()).isBetween(1e-19, 1e-15);
    }

    @Test
    void aBoundThatFollowsFromARowServesWhereAColumnHasNone() {
        // max x, x + y ≤ 1, x, y ≥ 0: with a price of 0.9, z = (0.1, −0.9); x ≤ 1 follows, so no plan beyond 0.9 + 0.1.
        LinearProgramme programme = most(new double[] {1, 0}, new double[][] {{1, 1}}, 1);

        OptimalityCertificate certificate =
                new Verification(programme).certificate(new double[] {1, 0}, new double[] {0.9});

        assertThat(certificate.objectiveBound()).isCloseTo(1, within(1e-13));
        assertThat(certificate.objectiveBound()).isGreaterThanOrEqualTo(1);
        assertThat(certificate.dualResidual()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void multipliersProveInfeasibilityOnlyWhereItIsTrue() {
        double least = 1 + 0x1p-50;
        LinearProgramme contradictory = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {1, 1},
                SparseMatrix.of(new double[][] {{1, 1}, {1, 1}}),
                new double[] {-NONE, least},
                new double[] {1, NONE},
                all(2, -NONE),
                all(2, NONE));
        LinearProgramme feasible = contradictory.withRowBounds(1, 1, NONE);

        assertThat(new Verification(contradictory).provesInfeasible(new double[] {1, -1}))
                .isTrue();
        assertThat(new Verification(contradictory).provesInfeasible(new double[] {-1, 1}))
                .isFalse();
        assertThat(new Verification(feasible).provesInfeasible(new double[] {1, -1}))
                .isFalse();
    }

    @Test
    void aRayThatABoundEndsProvesNothing() {
        LinearProgramme programme = most(new double[] {1, 0}, new double[][] {{1, -2}, {-1, 1}}, 3, 5);
        Verification verification = new Verification(programme);
        double[] origin = {0, 0};

        assertThat(verification.provesUnbounded(origin, new double[] {2, 1}, 1e-9))
                .isTrue();
        assertThat(verification.provesUnbounded(origin, new double[] {2.001, 1}, 1e-9))
                .isFalse();
        assertThat(verification.provesUnbounded(origin, new double[] {0, 1}, 1e-9))
                .isFalse();
        assertThat(verification.provesUnbounded(new double[] {4, 0}, new double[] {2, 1}, 1e-9))
                .isFalse();
    }
}
