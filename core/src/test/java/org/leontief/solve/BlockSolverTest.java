package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps for sixteen right-hand sides: they converge where they should, and give up where others are better. */
class BlockSolverTest {

    private static final int WIDTH = BlockKernel.WIDTH;

    private static RowPasses passes(SparseMatrix a) {
        int[] order = new int[a.columns()];
        Arrays.setAll(order, i -> i);
        return new RowPasses(new RowSlicer(a, order, 1, Watch.NONE).ofRows(), 1);
    }

    /** b in every lane, multiplied by a power of two that is another for each. */
    private static double[][] rightHandSides(RowPasses passes, double[] b) {
        double[] inner = passes.rows().numbering.inward(b, 1);
        double[][] right = new double[WIDTH][b.length];
        for (int k = 0; k < WIDTH; k++) {
            for (int i = 0; i < b.length; i++) {
                right[k][i] = Math.scalb(inner[i], 20 * k - 100);
            }
        }
        return right;
    }

    private static double[] targets(double[] b, double tolerance) {
        double[] target = new double[WIDTH];
        double size = Arrays.stream(b).map(Math::abs).sum();
        Arrays.setAll(target, k -> Math.scalb(tolerance * size, 20 * k - 100));
        return target;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-10, 1e-13})
    void solvesForEachRightHandSideInFewerSweepsThanPlainOnesTake(double tolerance) {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        RowPasses passes = passes(system.a);
        double[] b = system.rightHandSide(false);
        double[] target = targets(b, tolerance);
        Watch watch = new Watch(SolveOptions.defaults());

        double[][] x =
                Objects.requireNonNull(new BlockSolver(passes, rightHandSides(passes, b), target, 2, watch).solve());

        double[] exact = passes.rows().numbering.inward(system.exact, 1);
        for (int k = 0; k < WIDTH; k++) {
            double error = 0;
            for (int i = 0; i < exact.length; i++) {
                error += Math.abs(x[k][i] - Math.scalb(exact[i], 20 * k - 100));
            }
            // ‖x̃ − x‖₁ ≤ ‖r‖₁ / (1 − 0.7); z, which is measured, is a residual after a sweep.
            assertThat(error).isLessThan(10 * target[k]);
        }
        assertThat(watch.iterations()).isLessThan(plainSweeps(passes, b, tolerance) + 1);
    }

    private static int plainSweeps(RowPasses passes, double[] b, double tolerance) {
        double[] inner = passes.rows().numbering.inward(b, 1);
        double[] x = new double[b.length];
        double[] fresh = new double[b.length];
        double target = tolerance * Arrays.stream(b).map(Math::abs).sum();
        double[] before = x.clone();
        int count = 0;
        double change = Double.POSITIVE_INFINITY;
        while (change > target) {
            passes.sweep(inner, x, fresh, 1, Watch.NONE);
            change = 0;
            for (int i = 0; i < x.length; i++) {
                change += Math.abs(x[i] - before[i]);
            }
            before = x.clone();
            count++;
        }
        return count;
    }

    @Test
    void solvesOnlyForThoseThatAreAsked() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        RowPasses passes = passes(system.a);
        double[] b = system.rightHandSide(false);
        double[][] all = rightHandSides(passes, b);
        double[] target = targets(b, 1e-10);
        double[] @Nullable [] some = all.clone();
        some[3] = null;

        double[][] x = Objects.requireNonNull(
                new BlockSolver(passes, some, target, 1, new Watch(SolveOptions.defaults())).solve());
        double[][] whole = Objects.requireNonNull(
                new BlockSolver(passes, all, target, 1, new Watch(SolveOptions.defaults())).solve());

        assertThat(x[3]).isNull();
        assertThat(x[4]).containsExactly(whole[4]);
    }

    @Test
    void aProductThatEverybodyUsesLosesNothingIn32Bits() {
        int n = 200_000;
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        for (int j = 0; j < n; j++) {
            builder.add(0, j, 0.3 + 1e-7 * j);
            builder.add(1 + (j + 1) % (n - 1), j, 0.2);
        }
        RowPasses passes = passes(builder.build());
        double[] b = new double[n];
        Arrays.fill(b, 1);
        double[][] right = {b, b};
        double[] target = {1e-12 * n, 1e-12 * n};
        Watch watch = new Watch(SolveOptions.defaults());

        double[][] x = Objects.requireNonNull(new BlockSolver(passes, right, target, 1, watch).solve());

        Residual.Found residual = Residual.of(passes, b, x[1], 1, Watch.NONE);
        assertThat(residual.norm()).isLessThan(2 * target[1]);
        assertThat(watch.iterations()).isLessThan(60);
    }

    @Test
    void leavesItToOthersWhereSweepsAreSlow() {
        int n = 400;
        SparseMatrixBuilder circle = SparseMatrix.builder(n, n);
        for (int i = 0; i < n; i++) {
            circle.add((i + 1) % n, i, 0.99);
        }
        RowPasses passes = passes(circle.build());
        double[] b = new double[n];
        Arrays.fill(b, 1);
        Watch watch = new Watch(SolveOptions.defaults());

        assertThat(new BlockSolver(passes, rightHandSides(passes, b), targets(b, 1e-10), 1, watch).solve())
                .isNull();
    }

    @Test
    void leavesItToOthersWhere32BitsOverflow() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        SparseMatrixBuilder wild = SparseMatrix.builder(3_000, 3_000);
        double[] unit = new double[3_000];
        Arrays.setAll(unit, i -> i % 2 == 0 ? 1e25 : 1e-25);
        system.a.forEach((i, j, value) -> wild.add(i, j, value * unit[i] / unit[j]));
        LeontiefSystem wildSystem = LeontiefSystem.of(wild.build());
        double[] b = system.rightHandSide(false);
        Arrays.setAll(b, i -> b[i] * unit[i]);
        double[][] right = new double[WIDTH][];
        Arrays.fill(right, b);

        List<Solution> solutions = wildSystem.solveAll(right, SolveOptions.defaults());

        for (Solution solution : solutions) {
            assertThat(solution.report().stop().isSuccess()).isTrue();
            for (int i = 0; i < unit.length; i++) {
                assertThat(solution.values()[i] / unit[i]).isCloseTo(system.exact[i], withinPercentage(1e-6));
            }
        }
    }

    @Test
    void endsAtTheLimit() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        RowPasses passes = passes(system.a);
        double[] b = system.rightHandSide(false);
        Watch watch = new Watch(SolveOptions.defaults().withIterationLimit(5));

        assertThat(new BlockSolver(passes, rightHandSides(passes, b), targets(b, 1e-10), 1, watch).solve())
                .isNotNull();
        assertThat(watch.iterations()).isEqualTo(5);
    }

    @Test
    void saysSoWhereSeveralDoNotFitIntoMemoryTogether() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        PreparedSystem prepared = LeontiefSystem.of(system.a).prepared(1, Watch.NONE);
        SolveOptions options = SolveOptions.defaults();

        BlockRun.Way ample = BlockRun.way(prepared, 16, options, Watch.NONE, bytes -> true);
        BlockRun.Way scarce = BlockRun.way(prepared, 16, options, Watch.NONE, bytes -> bytes < 16.0 * 8 * 3_000);
        BlockRun.Way few = BlockRun.way(prepared, 2, options, Watch.NONE, bytes -> false);

        assertThat(ample).isEqualTo(BlockRun.Way.TOGETHER);
        assertThat(ample.note()).isEmpty();
        assertThat(scarce).isEqualTo(BlockRun.Way.ONE_BY_ONE_FOR_WANT_OF_MEMORY);
        assertThat(scarce.note()).contains("less memory is free");
        assertThat(few).isEqualTo(BlockRun.Way.ONE_BY_ONE);
    }
}
