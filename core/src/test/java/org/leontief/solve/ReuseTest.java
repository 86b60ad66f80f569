package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan costs after a change, and that it is as good as one from the beginning. */
class ReuseTest {

    private static final int N = 20_000;

    private static final int INPUTS = 50;

    private static final SparseMatrix A = NeighbourEconomy.of(1, N, INPUTS);

    private static final double[] B = NeighbourEconomy.demand(2, N);

    private static final SolveOptions DEFAULTS = SolveOptions.defaults();

    private static int[] some(int count) {
        return new SplittableRandom(3).ints(0, N).distinct().limit(count).toArray();
    }

    private static void assertAgreeWithinBounds(Solution one, Solution other) {
        for (int i = 0; i < N; i++) {
            assertThat(Math.abs(one.value(i) - other.value(i)))
                    .isLessThanOrEqualTo((one.errorBound(i) + other.errorBound(i)) * (1 + 1e-9));
            assertThat(one.errorBound(i)).isLessThan(1e-10 * one.value(i));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneChangedRecipeTakesAtMostHalfTheIterations(boolean onlyLess) {
        int[] column = some(1);
        SparseMatrix recipe =
                onlyLess ? NeighbourEconomy.saved(A, column) : NeighbourEconomy.others(9, A, column, INPUTS);
        LeontiefSystem base = LeontiefSystem.of(A);
        double[] before = base.solve(B).values();
        Solution fresh = LeontiefSystem.of(A.withColumns(column, recipe)).solve(B);

        Solution changed = base.withColumns(column, recipe).solve(B, DEFAULTS, before);

        assertThat(fresh.requireConverged().report().iterations()).isEqualTo(14);
        assertThat(changed.requireConverged().report().iterations()).isLessThanOrEqualTo(7);
        assertThat(changed.report().notes())
                .singleElement()
                .asString()
                .startsWith("Started from a given x, whose relative residual was ");
        assertAgreeWithinBounds(changed, fresh);
    }

    @Test
    void aHundredChangedRecipesAndAllDemandsTakeFewer() {
        LeontiefSystem base = LeontiefSystem.of(A);
        double[] before = base.solve(B).values();
        int[] columns = some(100);
        double[] demands = new double[N];
        Arrays.setAll(demands, i -> B[i] * (1 + 0.01 * (i % 3)));

        LeontiefSystem changed = base.withColumns(columns, NeighbourEconomy.others(9, A, columns, INPUTS));

        assertThat(changed.solve(B, DEFAULTS, before).report().iterations()).isLessThanOrEqualTo(10);
        assertThat(base.solve(demands, DEFAULTS, before).report().iterations()).isLessThanOrEqualTo(12);
    }

    @Test
    void oneTwoAndEightThreadsGiveTheSameBits() {
        int[] columns = some(10);
        SparseMatrix recipes = NeighbourEconomy.others(9, A, columns, INPUTS);
        double[] start = NeighbourEconomy.demand(4, N);
        Solution[][] found = new Solution[3][];
        for (int k = 0; k < 3; k++) {
            SolveOptions options = DEFAULTS.withThreads(new int[] {1, 2, 8}[k]);
            LeontiefSystem changed = LeontiefSystem.of(A).withColumns(columns, recipes);
            found[k] = new Solution[] {
                changed.solve(B, options, start), changed.transposed().solve(B, options)
            };
        }
        for (int k = 1; k < 3; k++) {
            for (int side = 0; side < 2; side++) {
                assertThat(found[k][side].values()).isEqualTo(found[0][side].values());
                assertThat(found[k][side].certificate().orElseThrow().errorBounds())
                        .isEqualTo(found[0][side].certificate().orElseThrow().errorBounds());
            }
        }
    }

    @Test
    void changesOfChangesAreMergedAndUndone() {
        LeontiefSystem base = LeontiefSystem.of(A);
        int[] columns = some(5);
        LeontiefSystem changed = base.withColumns(columns, NeighbourEconomy.saved(A, columns));

        assertThat(changed.withColumns(columns, A.columns(columns))).isSameAs(base);
        assertThat(changed.transposed().withColumns(columns, A.columns(columns)))
                .isSameAs(base.transposed());
        assertThat(base.solve(B).values())
                .isEqualTo(LeontiefSystem.of(A).solve(B).values());
    }

    @Test
    void moreThanATenthIsBuiltAnewAndSaysSo() {
        SparseMatrix a = NeighbourEconomy.of(5, 50, 5);
        int[] columns = {3, 1, 2, 9, 7, 30};
        LeontiefSystem changed = LeontiefSystem.of(a)
                .withColumns(new int[] {1, 2, 3, 7}, NeighbourEconomy.saved(a, new int[] {1, 2, 3, 7}))
                .withColumns(columns, NeighbourEconomy.saved(a, columns));
        double[] b = NeighbourEconomy.demand(6, 50);

        Solution solution = changed.solve(b);

        assertThat(solution.report().notes())
                .containsExactly("6 of 50 columns were changed: the system was built anew.");
        assertThat(solution.values())
                .isEqualTo(LeontiefSystem.of(a.withColumns(columns, NeighbourEconomy.saved(a, columns)))
                        .solve(b)
                        .values());
    }

    @Test
    void aChangeThatUsesUpWhatIsMadeIsConvicted() {
        int[] columns = {100, 200};
        SparseMatrix loop = SparseMatrix.byColumns(N, 2, 2)
                .appendColumn(new int[] {200}, new double[] {2}, 1)
                .appendColumn(new int[] {100}, new double[] {0.5}, 1)
                .build();

        LeontiefSystem changed = LeontiefSystem.of(A).withColumns(columns, loop);

        assertThat(changed.radiusProof().verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
        assertThat(changed.radiusProof().group()).containsExactly(100, 200);
        assertThat(changed.solve(B).report().stop()).isEqualTo(StopReason.NOT_VIABLE);
        assertThat(changed.transposed().solve(B).hasValues()).isFalse();
    }

    @Test
    void aChangeCanMendAnEconomyThatWasNotViable() {
        double[][] a = {{0.5, 0.9}, {0.9, 0.5}};
        LeontiefSystem base = LeontiefSystem.of(SparseMatrix.of(a));
        SparseMatrix mended = SparseMatrix.of(new double[][] {{0.25}, {0.25}});

        for (boolean transposed : new boolean[] {false, true}) {
            LeontiefSystem changed = base.withColumns(new int[] {1}, mended, 1);
            Solution solution = (transposed ? changed.transposed() : changed).solve(new double[] {1, 2});

            ExactSystem exact = ExactSystem.of(
                    transposed ? new double[][] {{0.5, 0.9}, {0.25, 0.25}} : new double[][] {{0.5, 0.25}, {0.9, 0.25}},
                    new double[] {1, 2});
            assertThat(base.radiusProof().verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
            assertThat(exact.isWithin(0, solution.value(0), solution.errorBound(0)))
                    .isTrue();
            assertThat(exact.isWithin(1, solution.value(1), solution.errorBound(1)))
                    .isTrue();
        }
    }

    /** Solves take updated factors, the inverse takes factors of its own; in either order. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theInverseOfAChangedSystemIsThatOfAFreshOne(boolean solvedBefore) {
        int n = 60;
        SparseMatrix a = NeighbourEconomy.of(5, n, 5);
        int[] column = {7};
        SparseMatrix recipe = NeighbourEconomy.saved(a, column);
        LeontiefSystem changed = LeontiefSystem.of(a).withColumns(column, recipe);
        double[] unit = new double[n];
        unit[3] = 1;
        SolveOptions direct = DEFAULTS.withMethod(SolveMethod.DENSE_LU);
        Solution early = solvedBefore ? changed.solve(unit, direct) : null;

        Inverse inverse = changed.inverse(DEFAULTS);
        Inverse fresh = LeontiefSystem.of(a.withColumns(column, recipe)).inverse(DEFAULTS);

        Solution solved = early == null ? changed.solve(unit, direct) : early;
        assertThat(solved.report().choice()).endsWith("1 of 60 columns changed: factors updated");
        for (int i = 0; i < n; i++) {
            assertThat(Math.abs(inverse.value(i, 3) - solved.value(i)))
                    .isLessThanOrEqualTo((inverse.errorBound(i, 3) + solved.errorBound(i)) * (1 + 1e-9));
            for (int j = 0; j < n; j++) {
                assertThat(Math.abs(inverse.value(i, j) - fresh.value(i, j)))
                        .isLessThanOrEqualTo((inverse.errorBound(i, j) + fresh.errorBound(i, j)) * (1 + 1e-9));
            }
        }
    }

    @Test
    void manyDemandsOfAChangedSystemAreSolvedOneByOne() {
        int[] columns = some(3);
        LeontiefSystem changed = LeontiefSystem.of(A).withColumns(columns, NeighbourEconomy.saved(A, columns));
        double[][] demands = new double[5][];
        Arrays.setAll(demands, k -> NeighbourEconomy.demand(4 + k, N));

        List<Solution> together = changed.solveAll(demands, DEFAULTS);

        for (int k = 0; k < demands.length; k++) {
            assertThat(together.get(k).values())
                    .isEqualTo(changed.solve(demands[k], DEFAULTS).values());
        }
    }

    /** What a block has reached is no start that was given: nothing is said of it. */
    @Test
    void demandsThatAreSolvedTogetherDoNotSpeakOfAStart() {
        double[][] demands = new double[9][];
        Arrays.setAll(demands, k -> NeighbourEconomy.demand(4 + k, N));

        for (Solution solution : LeontiefSystem.of(A).solveAll(demands, DEFAULTS)) {
            assertThat(solution.requireConverged().report().notes())
                    .containsExactly("Solved together with 8 other right-hand sides.");
        }
    }

    /** A block once went on to its own limit of 100 iterations. */
    @Test
    void demandsThatAreSolvedTogetherKeepToTheIterationLimit() {
        LeontiefSystem system = LeontiefSystem.of(A);
        double[][] demands = new double[9][];
        Arrays.setAll(demands, k -> NeighbourEconomy.demand(4 + k, N));
        for (int limit : new int[] {1, 3, 5}) {
            List<Solution> together = system.solveAll(demands, DEFAULTS.withIterationLimit(limit));

            for (int k = 0; k < demands.length; k++) {
                Solution exact = system.solve(demands[k]);
                Solution stopped = together.get(k);
                assertThat(stopped.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
                // The block's, and the one in which each notices that there may be no more.
                assertThat(stopped.report().iterations()).isBetween(limit, limit + 1);
                assertThat(stopped.report().relativeResidual()).isBetween(1e-10, 1.0);
                for (int i = 0; i < N; i++) {
                    assertThat(Math.abs(stopped.value(i) - exact.value(i)))
                            .isLessThanOrEqualTo((stopped.errorBound(i) + exact.errorBound(i)) * (1 + 1e-9));
                }
            }
        }
    }

    @Test
    void aStartIsNotUsedWhereNothingIsDemandedAndTheReportSaysSo() {
        LeontiefSystem system = LeontiefSystem.of(A);

        Solution solution = system.solve(new double[N], DEFAULTS, B);

        assertThat(solution.values()).containsOnly(0);
        assertThat(solution.requireConverged().report().notes())
                .containsExactly("The given start was not used: where b = 0 so is x.");
        assertThat(system.solve(new double[N]).report().notes()).isEmpty();
    }

    @Test
    void aStartThatIsWorseThanNothingIsNotUsed() {
        LeontiefSystem system = LeontiefSystem.of(A);
        double[] huge = new double[N];
        Arrays.fill(huge, 1e12);

        Solution solution = system.solve(B, DEFAULTS, huge);

        assertThat(solution.values()).isEqualTo(system.solve(B).values());
        assertThat(solution.report().notes()).singleElement().asString().startsWith("Started from 0: ");
    }

    @Test
    void aListenerStopsAChangedSystem() {
        LeontiefSystem changed = LeontiefSystem.of(A).withColumns(some(1), NeighbourEconomy.saved(A, some(1)));

        Solution solution = changed.solve(B, DEFAULTS.withListener(progress -> progress.done() < 2), B);

        assertThat(solution.report().stop()).isEqualTo(StopReason.CANCELLED);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsNumber() {
        SparseMatrix a = NeighbourEconomy.of(5, 6, 2);
        LeontiefSystem system = LeontiefSystem.of(a);

        assertThatThrownBy(() -> system.withColumns(new int[] {1, 6}, a.columns(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns[1] is 6; a number from 0 to 5 is needed. Columns are counted from 0.");
        assertThatThrownBy(() -> system.withColumns(new int[] {4, 1, 4}, a.columns(0, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "columns[2] is 4, as is columns[0]. Replace a column once, by what it shall be in the end.");
        assertThatThrownBy(() -> system.withColumns(new int[] {4}, a.columns(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 column numbers and 2 new columns");
        assertThatThrownBy(() -> system.withColumns(new int[] {4}, SparseMatrix.zeros(5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The new columns have 5 rows where the matrix has 6. Give every column in full, zeros included.");
        assertThatThrownBy(() -> system.solve(new double[6], DEFAULTS, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start has 5 entries where 6 are needed.");
        assertThatThrownBy(() -> system.solve(new double[6], DEFAULTS, new double[] {0, Double.NaN, 0, 0, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start[1] is NaN; a finite number is needed.");
    }
}
