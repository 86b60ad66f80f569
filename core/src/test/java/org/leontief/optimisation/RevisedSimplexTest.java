package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevisedSimplexTest extends LinearSolverContract {

    @Override
    LinearSolver solver() {
        return new RevisedSimplex();
    }

    @Override
    double tolerance() {
        return 1e-12;
    }

    @Override
    boolean provesThatThereIsNoOptimum() {
        return true;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pricesAreWhatAnotherUnitBrings(long seed) {
        LinearProgramme programme = Programmes.plan(seed);
        LinearSolution solution = new RevisedSimplex().solve(programme, ProgrammeOptions.defaults());
        SensitivityRanges ranges = SensitivityRanges.of(programme, solution);
        for (int i = 0; i < programme.rows(); i++) {
            double bound = programme.rowUpper(i);
            if (Double.isFinite(bound)) {
                SensitivityRanges.Range range = ranges.rowUpper(i);
                double more = Math.min(1e-3 * bound, (range.to() - bound) / 2);
                LinearProgramme near = programme.withRowBounds(i, programme.rowLower(i), bound + more);
                double gained = objective(near) - objective(programme);
                assertThat(gained).isCloseTo(solution.rowPrices()[i] * more, within(1e-11));
            }
        }
    }

    private static double objective(LinearProgramme programme) {
        return new RevisedSimplex()
                .solve(programme, ProgrammeOptions.defaults())
                .certificate()
                .orElseThrow()
                .objective();
    }

    @Test
    void aStartFromTheLastBasisTakesFewSteps() {
        LinearProgramme programme = Programmes.plan(11);
        RevisedSimplex solver = new RevisedSimplex();
        LinearSolution first = solver.solve(programme, ProgrammeOptions.defaults());

        LinearSolution again = solver.solve(
                programme, ProgrammeOptions.defaults(), first.basis().orElseThrow());

        assertThat(first.report().iterations()).isPositive();
        assertThat(again.report().iterations()).isZero();
        assertThat(again.columns()).containsExactly(first.columns());
    }

    @Test
    void aBasisOfAnotherProgrammeIsRefused() {
        LinearSolution small = new RevisedSimplex()
                .solve(Programmes.most(new double[] {1}, new double[][] {{1}}, 1), ProgrammeOptions.defaults());

        assertThatThrownBy(() -> new RevisedSimplex()
                        .solve(
                                Programmes.plan(1),
                                ProgrammeOptions.defaults(),
                                small.basis().orElseThrow()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 rows and 1 columns");
    }

    @Test
    void theLimitOfIterationsIsAStatus() {
        LinearSolution solution = new RevisedSimplex()
                .solve(Programmes.plan(5), ProgrammeOptions.defaults().withIterationLimit(1));

        assertThat(solution.status()).isEqualTo(ProgrammeStatus.STOPPED);
        assertThat(solution.report().stop()).contains("limit");
    }
}
