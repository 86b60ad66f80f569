package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

/** The first-order method against the simplex method and hand computation. */
class PrimalDualTest {

    private static final ProgrammeOptions OPTIONS =
            ProgrammeOptions.defaults().withTolerance(1e-6).withIterationLimit(100_000);

    private static LinearSolution solve(LinearProgramme programme) {
        return new PrimalDual().solve(programme, OPTIONS);
    }

    /** max 3a + 2b, a + b ≤ 4, a + 3b ≤ 9, a ≤ 3: a = 3, b = 1; prices 2, 0 and 1 for the bound of a. */
    private static LinearProgramme small(Sense sense, double sign) {
        double none = Double.POSITIVE_INFINITY;
        return LinearProgramme.of(
                sense,
                new double[] {3 * sign, 2 * sign},
                SparseMatrix.of(new double[][] {{1, 1}, {1, 3}}),
                new double[] {-none, -none},
                new double[] {4, 9},
                new double[2],
                new double[] {3, none});
    }

    @Test
    void pricesHaveOneSignConventionForBothSenses() {
        LinearSolution most = solve(small(Sense.MAXIMISE, 1));
        LinearSolution least = solve(small(Sense.MINIMISE, -1));

        assertThat(most.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(most.columns()).containsExactly(new double[] {3, 1}, within(1e-4));
        assertThat(most.rowPrices()[0]).isEqualTo(2, within(1e-4));
        assertThat(most.reducedCosts()[0]).isEqualTo(1, within(1e-4));
        assertThat(least.rowPrices()[0]).isEqualTo(-2, within(1e-4));
        assertThat(least.reducedCosts()[0]).isEqualTo(-1, within(1e-4));
    }

    @Test
    void agreesWithTheSimplexMethodOnProgrammesOfEveryKind() {
        int undecided = 0;
        for (long seed = 0; seed < 150; seed++) {
            LinearProgramme programme = SeededProgrammes.of(seed).toLinearProgramme();
            LinearSolution general = new RevisedSimplex().solve(programme, OPTIONS);
            LinearSolution found = solve(programme);
            boolean isDecided =
                    found.status() != ProgrammeStatus.STOPPED && general.status() != ProgrammeStatus.STOPPED;
            undecided += isDecided ? 0 : 1;
            if (isDecided) {
                assertThat(found.status()).as("seed " + seed).isEqualTo(general.status());
            }
            if (isDecided && found.status() == ProgrammeStatus.OPTIMAL) {
                double best = general.certificate().orElseThrow().objective();
                assertThat(found.certificate().orElseThrow().objective())
                        .as("seed " + seed)
                        .isEqualTo(best, within(3e-6 * (1 + Math.abs(best))));
            }
        }
        assertThat(undecided).isLessThan(12);
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        LinearProgramme programme = SeededProgrammes.of(9).toLinearProgramme();

        LinearSolution one = new PrimalDual().solve(programme, OPTIONS.withThreads(1));
        LinearSolution three = new PrimalDual().solve(programme, OPTIONS.withThreads(3));

        assertThat(three.columns()).isEqualTo(one.columns());
        assertThat(three.rowPrices()).isEqualTo(one.rowPrices());
    }

    @Test
    void aListenerStopsItWithWhatIsProvedSoFar() {
        LinearSolution stopped =
                new PrimalDual().solve(small(Sense.MAXIMISE, 1), OPTIONS.withListener(progress -> false));

        assertThat(stopped.status()).isIn(ProgrammeStatus.STOPPED, ProgrammeStatus.OPTIMAL);
        assertThat(stopped.report().iterations()).isEqualTo(64);
        assertThat(stopped.certificate().orElseThrow().objectiveBound()).isGreaterThanOrEqualTo(11 - 1e-9);
    }

    @Test
    void solversAreFoundByTheNameOfTheirMethod() {
        assertThat(LinearSolvers.solver(ProgrammeMethod.PRIMAL_DUAL)).isInstanceOf(PrimalDual.class);
        assertThat(LinearSolvers.solver(ProgrammeMethod.SIMPLEX)).isInstanceOf(RevisedSimplex.class);
        assertThat(LinearSolvers.solve(small(Sense.MAXIMISE, 1), ProgrammeOptions.defaults())
                        .report()
                        .method())
                .isEqualTo(ProgrammeMethod.SIMPLEX);
        assertThatThrownBy(() -> LinearSolvers.solver(ProgrammeMethod.REDUCED_FORM))
                .hasMessageContaining("LeontiefProgramme");
    }

    @Test
    void aPlanningProgrammeIsSolvedAlikeByAllMethods() {
        LeontiefProgramme programme = SeededProgrammes.of(1);
        double best = LinearSolvers.solve(programme, OPTIONS)
                .certificate()
                .orElseThrow()
                .objective();
        for (ProgrammeMethod method : ProgrammeMethod.values()) {
            LinearSolution solution = LinearSolvers.solve(programme, OPTIONS.withMethod(method));
            assertThat(solution.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
            assertThat(solution.certificate().orElseThrow().objective())
                    .isEqualTo(best, within(3e-6 * (1 + Math.abs(best))));
        }
    }

    @Test
    void whereTheReducedFormHasNoProofTheSimplexMethodTakesOverAndTheReportSaysSo() {
        int taken = 0;
        for (long seed = 0; seed < 700; seed++) {
            LeontiefProgramme programme = SeededProgrammes.of(seed);
            boolean isWanting = new ReducedForm()
                            .solve(programme, ProgrammeOptions.defaults())
                            .status()
                    == ProgrammeStatus.STOPPED;
            LinearSolution automatic = isWanting ? LinearSolvers.solve(programme, ProgrammeOptions.defaults()) : null;
            if (automatic != null && automatic.status() != ProgrammeStatus.STOPPED) {
                assertThat(automatic.report().notes()).anyMatch(note -> note.contains("took over"));
                taken++;
            }
        }
        assertThat(taken).isPositive();
    }
}
