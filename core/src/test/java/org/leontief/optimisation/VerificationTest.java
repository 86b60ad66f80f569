package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.all;
import static org.leontief.optimisation.Programmes.least;
import static org.leontief.optimisation.Programmes.most;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic.Rational;
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

    @Test
    void aPointBelowARowOrOutsideAColumnIsSeen() {
        LinearProgramme least = least(new double[] {2, 3}, new double[][] {{1, 1}}, 4);
        Verification verification = new Verification(least);
        double[] free = {0};

        // 2 of 4, relative to 1 + 4; then 0.5 below 0, relative to 1.
        assertThat(verification.certificate(new double[] {1, 1}, free).primalResidual())
                .isCloseTo(0.4, within(1e-15));
        assertThat(verification.certificate(new double[] {6, -0.5}, free).primalResidual())
                .isCloseTo(0.5, within(1e-15));
        assertThat(verification.certificate(new double[] {6, 0}, free).primalResidual())
                .isZero();
        assertThat(verification.certificate(new double[] {Double.NaN, 6}, free).primalResidual())
                .isInfinite();
        assertThat(new Verification(most(new double[] {1, 1}, new double[][] {{1, 0}}, 4))
                        .certificate(new double[] {1, Double.POSITIVE_INFINITY}, free)
                        .primalResidual())
                .isInfinite();
    }

    /** min 2x + 3y, x + y ≥ 4, x + 3y ≥ 6, prices 3/2 and 1/2; and 1 and 0, which leave 1 and 2: no less than 4. */
    @Test
    void pricesOfAMinimumBoundItFromBelow() {
        Verification verification = new Verification(least(new double[] {2, 3}, new double[][] {{1, 1}, {1, 3}}, 4, 6));

        OptimalityCertificate best = verification.certificate(new double[] {3, 1}, new double[] {1.5, 0.5});
        OptimalityCertificate other = verification.certificate(new double[] {3, 1}, new double[] {1, 0});

        assertThat(best.objective()).isEqualTo(9);
        assertThat(best.objectiveBound()).isBetween(Math.nextDown(Math.nextDown(9.0)), 9.0);
        assertThat(best.dualResidual()).isZero();
        assertThat(other.objectiveBound()).isBetween(4 - 1e-14, 4.0);
        assertThat(verification
                        .certificate(new double[] {3, 1}, new double[] {-1, 0})
                        .dualResidual())
                .isGreaterThan(0.2);
        assertThat(verification.reducedCosts(new double[] {1, 0})).containsExactly(1, 2);
        assertThat(verification.rows(new double[] {3, 1})).containsExactly(4, 6);
    }

    /** Prices of the optimum, off by a little: free columns need others near by, bounds of rows and columns both signs. */
    @Test
    void pricesThatAreOffByALittleProveNoLessThanTheOptimum() {
        SplittableRandom random = new SplittableRandom(3);
        int proved = 0;
        for (long seed = 0; seed < 200; seed++) {
            Programmes.Known known = Programmes.withKnownOptimum(seed);
            LinearSolution solution = new RevisedSimplex().solve(known.programme(), ProgrammeOptions.defaults());
            Verification verification = new Verification(known.programme());
            for (double size : new double[] {0, 0x1p-52, 1e-12, 1e-9, 1e-4}) {
                double[] prices = solution.rowPrices();
                for (int i = 0; i < prices.length; i++) {
                    prices[i] += size * random.nextInt(-4, 5);
                }
                double bound =
                        verification.certificate(solution.columns(), prices).objectiveBound();
                assertThat(bound).as("seed " + seed + ", " + size).isGreaterThanOrEqualTo(known.optimum());
                proved += Double.isFinite(bound) ? 1 : 0;
            }
        }
        assertThat(proved).isGreaterThan(200);
    }

    @Test
    void aRayThatLeavesALowerBoundOrGainsNothingProvesNothing() {
        LinearProgramme column = most(new double[] {-1}, new double[][] {{1}}, 5);
        LinearProgramme row = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {-1},
                SparseMatrix.of(new double[][] {{1}}),
                new double[] {-3},
                new double[] {NONE},
                all(1, -NONE),
                all(1, NONE));
        LinearProgramme even = most(new double[] {1, -1}, new double[][] {{1, -1}}, 3);

        assertThat(new Verification(column).provesUnbounded(new double[] {0}, new double[] {-1}, 1e-9))
                .isFalse();
        assertThat(new Verification(row).provesUnbounded(new double[] {0}, new double[] {-1}, 1e-9))
                .isFalse();
        assertThat(new Verification(row.withRowBounds(0, -NONE, NONE))
                        .provesUnbounded(new double[] {0}, new double[] {-1}, 1e-9))
                .isTrue();
        assertThat(new Verification(even).provesUnbounded(new double[2], new double[] {1, 1}, 1e-9))
                .isFalse();
        assertThat(new Verification(even).provesUnbounded(new double[2], new double[] {Double.NaN, 1}, 1e-9))
                .isFalse();
    }

    /**
     * max c x − y − z, x + 3y + 3z = 1, y = z, both free, so that no row bounds either: only the prices −1/3 and 0 do, whatever
     * prices near them are given; then (c + 1/3) x − 1/3 is left of the objective.
     */
    @Test
    void pricesNearTheOnlyOneThatBoundsAFreeColumnAreCorrectedOutward() {
        double third = 1 / 3.0;
        for (double c : new double[] {1, -third, -1}) {
            for (double widest : new double[] {0, 10, 0x1p20}) {
                LinearProgramme programme = LinearProgramme.of(
                        Sense.MAXIMISE,
                        new double[] {c, -1, -1},
                        SparseMatrix.of(new double[][] {{1, 3, 3}, {0, 3, -3}}),
                        new double[] {1, 0},
                        new double[] {1, 0},
                        new double[] {-widest, -NONE, -NONE},
                        new double[] {widest, NONE, NONE});
                Rational slope = Rational.of(c).plus(Rational.ONE.over(Rational.of(3)));
                Rational most = slope.compareTo(Rational.ZERO) > 0 ? slope : slope.negate();
                Rational best = most.times(Rational.of(widest)).minus(Rational.ONE.over(Rational.of(3)));
                for (double off : new double[] {0, 1e-6, -1e-6}) {
                    double bound = new Verification(programme)
                            .certificate(new double[] {0, third / 2, third / 2}, new double[] {-third + off, off / 2})
                            .objectiveBound();
                    assertThat(bound).isFinite();
                    assertThat(Rational.of(bound))
                            .as(c + ", " + widest + ", " + off)
                            .isGreaterThanOrEqualTo(best);
                    assertThat(bound)
                            .isLessThanOrEqualTo(best.doubleValue() + 5 * (1 + widest) * (Math.abs(off) + 1e-14));
                }
            }
        }
    }
}
