package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.all;
import static org.leontief.optimisation.Programmes.least;
import static org.leontief.optimisation.Programmes.most;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.solve.SparseMatrix;

/**
 * What every solver of linear programmes has to keep. A subclass says which solver, how near it is asked to come, and whether
 * it proves that a programme has no optimum.
 */
abstract class LinearSolverContract {

    abstract LinearSolver solver();

    /** Relative gap and violation that are asked for. */
    abstract double tolerance();

    /** Whether INFEASIBLE and UNBOUNDED are found; if not, STOPPED will do, and nothing else. */
    abstract boolean provesThatThereIsNoOptimum();

    private LinearSolution solve(LinearProgramme programme) {
        return solver().solve(programme, ProgrammeOptions.defaults().withTolerance(tolerance()));
    }

    private LinearSolution optimum(LinearProgramme programme, double objective) {
        LinearSolution solution = solve(programme);

        assertThat(solution.status()).as(solution.toString()).isEqualTo(ProgrammeStatus.OPTIMAL);
        OptimalityCertificate certificate = solution.certificate().orElseThrow();
        double allowed = 2 * tolerance() * Math.max(1, Math.abs(objective));
        assertThat(certificate.objective()).isCloseTo(objective, within(allowed));
        assertThat(certificate.objectiveBound()).isCloseTo(objective, within(allowed));
        assertThat(certificate.relativeGap()).isLessThanOrEqualTo(tolerance());
        assertThat(certificate.primalResidual()).isLessThanOrEqualTo(tolerance());
        assertThat(certificate.dualResidual()).isLessThanOrEqualTo(tolerance());
        requireConsistent(programme, solution);
        return solution;
    }

    /** Rows are M x, and c_j = Σ price_i M_ij + reducedCost_j, computed here anew. */
    private static void requireConsistent(LinearProgramme programme, LinearSolution solution) {
        double[] rows = programme.matrix().multiply(solution.columns());
        double[] priced = programme.matrix().multiplyTransposed(solution.rowPrices());
        double[] sizes = programme.matrix().abs().multiplyTransposed(magnitudes(solution.rowPrices()));
        for (int i = 0; i < rows.length; i++) {
            assertThat(solution.rows()[i]).isCloseTo(rows[i], within(1e-12 * (1 + Math.abs(rows[i])) * 1e3));
        }
        for (int j = 0; j < priced.length; j++) {
            double c = programme.objective(j);
            assertThat(priced[j] + solution.reducedCosts()[j])
                    .isCloseTo(c, within(1e-12 * (1 + Math.abs(c) + sizes[j])));
        }
    }

    private static double[] magnitudes(double[] values) {
        double[] magnitudes = values.clone();
        for (int k = 0; k < magnitudes.length; k++) {
            magnitudes[k] = Math.abs(magnitudes[k]);
        }
        return magnitudes;
    }

    @Test
    void wyndorGlassHasItsPublishedPlanAndPrices() {
        // Hillier and Lieberman, Introduction to Operations Research, section 3.1: x = (2, 6), Z = 36; section 4.7: 0,
        // 3/2, 1.
        LinearSolution solution =
                optimum(most(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}}, 4, 12, 18), 36);

        assertThat(solution.columns()).containsExactly(new double[] {2, 6}, within(100 * tolerance()));
        assertThat(solution.rowPrices()).containsExactly(new double[] {0, 1.5, 1}, within(100 * tolerance()));
    }

    @Test
    void chvatalsFirstExampleHasItsPublishedOptimum() {
        // V. Chvátal, Linear Programming (1983), chapter 2: x = (2, 0, 1), z = 13; prices 1, 0, 1 (chapter 5).
        LinearSolution solution =
                optimum(most(new double[] {5, 4, 3}, new double[][] {{2, 3, 1}, {4, 1, 2}, {3, 4, 2}}, 5, 11, 8), 13);

        assertThat(solution.columns()).containsExactly(new double[] {2, 0, 1}, within(100 * tolerance()));
        assertThat(solution.rowPrices()).containsExactly(new double[] {1, 0, 1}, within(100 * tolerance()));
        assertThat(solution.reducedCosts()[1]).isCloseTo(-3, within(100 * tolerance()));
    }

    @Test
    void pricesOfALeastCostAreWhatAnotherUnitCosts() {
        // min 2x + 3y, x + y ≥ 4, x + 3y ≥ 6: at (3, 1) both hold; another unit of the first costs 1.5, of the second
        // 0.5.
        LinearSolution solution = optimum(least(new double[] {2, 3}, new double[][] {{1, 1}, {1, 3}}, 4, 6), 9);

        assertThat(solution.rowPrices()).containsExactly(new double[] {1.5, 0.5}, within(100 * tolerance()));
    }

    @Test
    void equationsFreeFixedAndBoxedVariablesAreKept() {
        // max −x + 2y + z, x + y + w = 3, y − z = −1; x free, 0 ≤ y ≤ 2, z free, w = 1: y = 2, z = 3, x = 0.
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {-1, 2, 1, 0},
                SparseMatrix.of(new double[][] {{1, 1, 0, 1}, {0, 1, -1, 0}}),
                new double[] {3, -1},
                new double[] {3, -1},
                new double[] {-NONE, 0, -NONE, 1},
                new double[] {NONE, 2, NONE, 1});

        LinearSolution solution = optimum(programme, 7);

        assertThat(solution.columns()).containsExactly(new double[] {0, 2, 3, 1}, within(100 * tolerance()));
        assertThat(solution.rowPrices()).containsExactly(new double[] {-1, -1}, within(100 * tolerance()));
        assertThat(solution.reducedCosts()).containsExactly(new double[] {0, 4, 0, 1}, within(100 * tolerance()));
    }

    @Test
    void bealesExampleDoesNotCycle() {
        // E. M. L. Beale (1955), as in G. B. Dantzig, Linear Programming and Extensions, section 10-2: optimum −1/20.
        optimum(
                LinearProgramme.of(
                        Sense.MINIMISE,
                        new double[] {-0.75, 150, -0.02, 6},
                        SparseMatrix.of(new double[][] {{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}}),
                        all(3, -NONE),
                        new double[] {0, 0, 1},
                        all(4, 0),
                        all(4, NONE)),
                -0.05);
    }

    @Test
    void chvatalsCyclingExampleHasItsOptimum() {
        // V. Chvátal, Linear Programming (1983), chapter 3: the largest-coefficient rule cycles in six steps; optimum
        // 1.
        optimum(
                most(
                        new double[] {10, -57, -9, -24},
                        new double[][] {{0.5, -5.5, -2.5, 9}, {0.5, -1.5, -0.5, 1}, {1, 0, 0, 0}},
                        0,
                        0,
                        1),
                1);
    }

    @Test
    void marshallAndSuurballesExampleDoesNotCycle() {
        // K. T. Marshall and J. W. Suurballe, "A note on cycling in the simplex method", Naval Research Logistics
        // Quarterly 16
        // (1969); the slacks are x1 to x4. The last two rows and x7 ≥ 0 leave x5 ≤ 4 and x6 ≤ 1: −0.4 · 4 − 0.4.
        LinearSolution solution = optimum(
                LinearProgramme.of(
                        Sense.MINIMISE,
                        new double[] {-0.4, -0.4, 1.8},
                        SparseMatrix.of(
                                new double[][] {{0.6, -6.4, 4.8}, {0.2, -1.8, 0.6}, {0.4, -1.6, 0.2}, {0, 1, 0}}),
                        all(4, -NONE),
                        new double[] {0, 0, 0, 1},
                        all(3, 0),
                        all(3, NONE)),
                -2);

        assertThat(solution.columns()).containsExactly(new double[] {4, 1, 0}, within(100 * tolerance()));
    }

    @Test
    void kuhnsExampleDoesNotCycle() {
        // H. W. Kuhn, in M. L. Balinski and A. W. Tucker, "Duality theory of linear programs", SIAM Review 11 (1969).
        // The third
        // row is the objective with the other sign, and (2, 0, 2, 0) takes all of it.
        optimum(
                LinearProgramme.of(
                        Sense.MINIMISE,
                        new double[] {-2, -3, 1, 12},
                        SparseMatrix.of(new double[][] {{-2, -9, 1, 9}, {1 / 3.0, 1, -1 / 3.0, -2}, {2, 3, -1, -12}}),
                        all(3, -NONE),
                        new double[] {0, 0, 2},
                        all(4, 0),
                        all(4, NONE)),
                -2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10})
    void kleeAndMintysCubeHasItsFarCorner(int n) {
        // V. Klee and G. J. Minty (1972), in Chvátal's form, chapter 4: max Σ 10^(n−j) x_j, 2 Σ_{j<i} 10^(i−j) x_j +
        // x_i ≤ 100^(i−1); and the same with 2 and 5 in the place of 10 and 100: max Σ 2^(n−j) x_j,
        // Σ_{j<i} 2^(i−j+1) x_j + x_i ≤ 5^i.
        optimum(cube(n, 10, 100, 0), Math.pow(100, n - 1));
        optimum(cube(n, 2, 5, 1), Math.pow(5, n));
    }

    private static LinearProgramme cube(int n, double base, double growth, int first) {
        double[][] m = new double[n][n];
        double[] c = new double[n];
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = Math.pow(base, n - 1 - i);
            u[i] = Math.pow(growth, i + first);
            m[i][i] = 1;
            for (int j = 0; j < i; j++) {
                m[i][j] = 2 * Math.pow(base, i - j);
            }
        }
        return most(c, m, u);
    }

    @Test
    void transportWithTiesHasItsLeastCost() {
        // Two plants of 5, two towns of 5, all routes cost 1 but one: 10 in all, and every basis is degenerate.
        double[][] m = {{1, 1, 0, 0}, {0, 0, 1, 1}, {1, 0, 1, 0}, {0, 1, 0, 1}};
        LinearProgramme programme = LinearProgramme.of(
                Sense.MINIMISE,
                new double[] {1, 1, 1, 3},
                SparseMatrix.of(m),
                all(4, 5),
                all(4, 5),
                all(4, 0),
                all(4, NONE));

        optimum(programme, 10);
    }

    @Test
    void emptyRowsAndColumnsChangeNothing() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {1, 2, 0},
                SparseMatrix.of(new double[][] {{0, 0, 0}, {1, 0, 0}}),
                new double[] {-1, -NONE},
                new double[] {NONE, 4},
                all(3, 0),
                new double[] {NONE, 3, NONE});

        LinearSolution solution = optimum(programme, 10);

        assertThat(solution.rowPrices()[0]).isZero();
    }

    @Test
    void withoutRowsEveryColumnGoesToItsBetterBound() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MINIMISE,
                new double[] {1, -2, 0},
                SparseMatrix.zeros(0, 3),
                new double[0],
                new double[0],
                new double[] {-3, 0, -NONE},
                new double[] {NONE, 5, NONE});

        LinearSolution solution = optimum(programme, -13);

        assertThat(solution.columns()).startsWith(-3, 5);
    }

    @Test
    void unitsFarApartDoNotHideAScarceResource() {
        // Hours by the thousand million, tonnes by the million, kilograms by the thousandth.
        double[] u = {4e9, 2e-3};
        LinearSolution solution = optimum(
                most(new double[] {1e3, 2e3}, new double[][] {{2e3, 3e3}, {1e-9, 5e-10}}, u), 2666666666.6666665);

        assertThat(solution.rowPrices()[0] * u[0]).isCloseTo(2666666666.6666665, within(1e3 * tolerance() * 2.7e9));
    }

    @Test
    void contradictingRowsAreInfeasible() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[] {1, 1},
                SparseMatrix.of(new double[][] {{1, 1}, {1, 1}}),
                new double[] {-NONE, 2},
                new double[] {1, NONE},
                all(2, -NONE),
                all(2, NONE));

        requireNoOptimum(programme, ProgrammeStatus.INFEASIBLE);
    }

    @Test
    void moreThanResourcesAllowIsInfeasible() {
        LinearProgramme programme = LinearProgramme.of(
                Sense.MINIMISE,
                new double[] {1, 1},
                SparseMatrix.of(new double[][] {{0.3, 0.7}, {1, 0}, {0, 1}}),
                new double[] {-NONE, 20, 10},
                new double[] {12, NONE, NONE},
                all(2, 0),
                all(2, NONE));

        requireNoOptimum(programme, ProgrammeStatus.INFEASIBLE);
    }

    @Test
    void whatNothingLimitsIsUnbounded() {
        LinearProgramme programme = most(new double[] {1, 0}, new double[][] {{1, -2}, {-1, 1}}, 3, 5);

        LinearSolution solution = requireNoOptimum(programme, ProgrammeStatus.UNBOUNDED);

        if (solution.status() == ProgrammeStatus.UNBOUNDED) {
            double[] ray = solution.proof();
            double[] rows = programme.matrix().multiply(ray);
            assertThat(ray[0]).isPositive();
            assertThat(ray[1]).isNotNegative();
            assertThat(rows[0]).isNotPositive();
            assertThat(rows[1]).isNotPositive();
        }
    }

    private LinearSolution requireNoOptimum(LinearProgramme programme, ProgrammeStatus status) {
        LinearSolution solution = solver().solve(
                        programme,
                        ProgrammeOptions.defaults().withTolerance(tolerance()).withIterationLimit(20_000));
        if (provesThatThereIsNoOptimum()) {
            assertThat(solution.status()).as(solution.toString()).isEqualTo(status);
            assertThat(solution.certificate()).isEmpty();
        } else {
            assertThat(solution.status()).isIn(status, ProgrammeStatus.STOPPED);
        }
        return solution;
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothSidesOfDualityMeetInRandomPlans(long seed) {
        LinearProgramme programme = Programmes.plan(seed);
        LinearSolution solution = solve(programme);

        assertThat(solution.status()).as(solution.toString()).isEqualTo(ProgrammeStatus.OPTIMAL);
        // Balances are ≥ 0 and prices of goods lower bounds of 0, so that all value is the worth of resources and
        // capacities.
        double worth = 0;
        for (int i = 0; i < programme.rows(); i++) {
            worth += Double.isFinite(programme.rowUpper(i)) ? solution.rowPrices()[i] * programme.rowUpper(i) : 0;
        }
        for (int j = 0; j < programme.columns(); j++) {
            worth += Double.isFinite(programme.columnUpper(j))
                    ? Math.max(0, solution.reducedCosts()[j]) * programme.columnUpper(j)
                    : 0;
        }
        double objective = solution.certificate().orElseThrow().objective();
        assertThat(worth).isCloseTo(objective, within(10 * tolerance() * Math.max(1, objective)));
        requireConsistent(programme, solution);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundsOfEveryKindGiveTheOptimumThatTheProgrammeWasMadeFor(long seed) {
        Programmes.Known known = Programmes.withKnownOptimum(seed);

        optimum(known.programme(), known.optimum());
    }

    @Test
    void theListenerStopsIt() {
        LinearSolution solution =
                solver().solve(Programmes.plan(7), ProgrammeOptions.defaults().withListener(progress -> false));

        assertThat(solution.status()).isEqualTo(ProgrammeStatus.STOPPED);
        assertThat(solution.certificate()).isPresent();
    }

    @Test
    void theSameProgrammeGivesTheSameBits() {
        LinearSolution one = solve(Programmes.plan(3));
        LinearSolution other = solve(Programmes.plan(3));

        assertThat(other.columns()).containsExactly(one.columns());
        assertThat(other.rowPrices()).containsExactly(one.rowPrices());
        assertThat(other.report().iterations()).isEqualTo(one.report().iterations());
    }
}
