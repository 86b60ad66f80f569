package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;

import org.junit.jupiter.api.Test;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;

/** Plans of the reduced form that nothing limits in some direction, and limits that are overstepped by very little. */
class ReducedFormRaysTest {

    /** Iron takes 0.5 of itself; corn takes 0.25 iron. An hour a unit of either; so iron embodies 2 hours, corn 1.5. */
    private static LeontiefProgramme.Builder ironAndCorn(Sense sense) {
        return LeontiefProgramme.builder(sense, LeontiefSystem.of(SparseMatrix.of(new double[][] {{0.5, 0.25}, {0, 0}
        })));
    }

    private static LinearSolution solve(LeontiefProgramme programme) {
        return new ReducedForm().solve(programme, ProgrammeOptions.defaults());
    }

    private static void requireRay(LeontiefProgramme programme, LinearSolution solution) {
        assertThat(solution.status()).isEqualTo(ProgrammeStatus.UNBOUNDED);
        assertThat(new Verification(programme.toLinearProgramme())
                        .provesUnbounded(solution.columns(), solution.proof(), 1e-9))
                .isTrue();
    }

    /** Corn from 50 on, without end, with hours from an activity that brings them from −5 on: 1.5 of it for each unit of corn. */
    @Test
    void aRayThatTakesTwoTogetherKeepsTheirProportion() {
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .deliveries(new double[] {0, 50}, new double[] {0, NONE})
                .deliveryObjective(new double[] {0, 1})
                .resources(SparseMatrix.of(new double[][] {{1, 1}}), new double[] {-NONE}, new double[] {100})
                .activities(
                        SparseMatrix.zeros(2, 1),
                        SparseMatrix.of(new double[][] {{-1}}),
                        new double[] {-5},
                        new double[] {NONE},
                        new double[] {0})
                .build();

        LinearSolution endless = solve(programme);

        requireRay(programme, endless);
        double[] ray = endless.proof();
        assertThat(ray[4] / ray[3]).isGreaterThanOrEqualTo(1.5 - 1e-9);
        assertThat(ray[0] / ray[3]).isCloseTo(0.5, within(1e-9));
    }

    /** Corn may come in from outside without end; nothing else is to be made of it. */
    @Test
    void aRayMayGoDown() {
        LeontiefProgramme programme = ironAndCorn(Sense.MINIMISE)
                .outputs(new double[] {-NONE, -NONE}, new double[] {NONE, NONE})
                .deliveries(new double[] {0, -NONE}, new double[] {1, 1})
                .deliveryObjective(new double[] {0, 1})
                .build();

        LinearSolution endless = solve(programme);

        requireRay(programme, endless);
        assertThat(endless.proof()[3]).isNegative();
    }

    /** Without a limit of its own iron would be 30; it is short of that by a hundred-thousandth. */
    @Test
    void aLimitThatIsOversteppedByVeryLittleIsKept() {
        double most = 30 - 3e-4;
        LeontiefProgramme programme = ironAndCorn(Sense.MAXIMISE)
                .outputs(new double[2], new double[] {most, NONE})
                .deliveryObjective(new double[] {3, 2})
                .resources(SparseMatrix.of(new double[][] {{1, 1}}), new double[] {-NONE}, new double[] {30})
                .build();

        LinearSolution best = solve(programme);

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.columns()[0]).isCloseTo(most, within(1e-9));
        assertThat(best.columns()[1]).isCloseTo(3e-4, within(1e-9));
        assertThat(best.reducedCosts()[0]).isCloseTo(0.25, within(1e-7));
    }
}
