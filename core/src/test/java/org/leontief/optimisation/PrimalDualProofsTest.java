package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leontief.optimisation.Programmes.most;

import org.junit.jupiter.api.Test;

/** What the first-order method says of its answers is proved of them. */
class PrimalDualProofsTest {

    private static final ProgrammeOptions OPTIONS =
            ProgrammeOptions.defaults().withTolerance(1e-6).withIterationLimit(100_000);

    @Test
    void whatIsCalledOptimalIsWithinTheToleranceAndTheBounds() {
        int optimal = 0;
        for (long seed = 0; seed < 60; seed++) {
            LinearProgramme programme = Programmes.plan(seed);
            LinearSolution found = new PrimalDual().solve(programme, OPTIONS);
            if (found.status() == ProgrammeStatus.OPTIMAL) {
                OptimalityCertificate proved = found.certificate().orElseThrow();
                OptimalityCertificate anew =
                        new Verification(programme).certificate(found.columns(), found.rowPrices());
                assertThat(proved).as("seed " + seed).isEqualTo(anew);
                assertThat(Math.max(proved.primalResidual(), Math.max(proved.dualResidual(), proved.relativeGap())))
                        .isLessThanOrEqualTo(1e-6);
                for (int j = 0; j < programme.columns(); j++) {
                    assertThat(found.columns()[j]).isBetween(programme.columnLower(j), programme.columnUpper(j));
                }
                optimal++;
            }
        }
        assertThat(optimal).isGreaterThan(55);
    }

    @Test
    void theListenerStopsItLongBeforeItIsDone() {
        LinearProgramme programme = Programmes.plan(7);
        long whole = new PrimalDual().solve(programme, OPTIONS).report().iterations();

        LinearSolution stopped = new PrimalDual().solve(programme, OPTIONS.withListener(progress -> false));

        assertThat(stopped.status()).isEqualTo(ProgrammeStatus.STOPPED);
        assertThat(stopped.report().iterations()).isLessThan(whole);
    }

    @Test
    void whatNothingLimitsHasARay() {
        LinearProgramme programme = most(new double[] {1, 0}, new double[][] {{-1, 0}, {0, 1}}, 3, 5);

        LinearSolution endless = new PrimalDual().solve(programme, OPTIONS);

        assertThat(endless.status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        assertThat(new Verification(programme).provesUnbounded(endless.columns(), endless.proof(), 1e-6))
                .isTrue();
    }
}
