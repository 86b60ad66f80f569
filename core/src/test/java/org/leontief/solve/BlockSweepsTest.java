package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sweeps for eight right-hand sides: they converge where they should, and give up where others are better. */
class BlockSweepsTest {

    private static final int WIDTH = BlockKernel.WIDTH;

    private static RowPasses passes(SparseMatrix a) {
        int[] order = new int[a.columns()];
        Arrays.setAll(order, i -> i);
        return new RowPasses(new RowSlicer(a, order, 1, Watch.NONE).ofRows(), 1);
    }

    /** b in every lane, multiplied by a power of two that is another for each. */
    private static double[] block(RowPasses passes, double[] b) {
        double[] inner = passes.rows().numbering.inward(b, 1);
        double[] block = new double[b.length * WIDTH];
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < WIDTH; k++) {
                block[i * WIDTH + k] = Math.scalb(inner[i], k);
            }
        }
        return block;
    }

    private static double[] targets(double[] b, double tolerance) {
        double[] target = new double[WIDTH];
        Arrays.setAll(
                target,
                k -> Math.scalb(tolerance * Arrays.stream(b).map(Math::abs).sum(), k));
        return target;
    }

    @Test
    void solvesForEachRightHandSideInFewerSweepsThanPlainOnesTake() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        RowPasses passes = passes(system.a);
        double[] b = system.rightHandSide(false);
        double[] block = block(passes, b);
        double[] target = targets(b, 1e-10);
        Watch watch = new Watch(SolveOptions.defaults());
        BlockSweeps sweeps = new BlockSweeps(passes, 2, watch);

        double[] x = Objects.requireNonNull(sweeps.solve(block, target));

        double[] exact = passes.rows().numbering.inward(system.exact, 1);
        for (int k = 0; k < WIDTH; k++) {
            double error = 0;
            for (int i = 0; i < exact.length; i++) {
                error += Math.abs(x[i * WIDTH + k] - Math.scalb(exact[i], k));
            }
            // ‖x̃ − x‖₁ ≤ ‖r‖₁ / (1 − 0.7); z, which is measured, is a residual after a sweep.
            assertThat(error).isLessThan(10 * target[k]);
        }
        // Plain sweeps end one later than they have to, because they are not looked ahead.
        assertThat(watch.iterations()).isLessThan(plainSweeps(passes, block, target) - 1);
    }

    private static int plainSweeps(RowPasses passes, double[] block, double[] target) {
        double[] x = new double[block.length];
        double[] fresh = new double[block.length];
        int count = 1;
        while (passes.sweepBlock(block, 1, x, fresh, 1, Watch.NONE)[0] > target[0]) {
            count++;
        }
        return count;
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

        assertThat(new BlockSweeps(passes, 1, new Watch(SolveOptions.defaults()))
                        .solve(block(passes, b), targets(b, 1e-10)))
                .isNull();
    }

    @Test
    void endsAtTheLimit() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        RowPasses passes = passes(system.a);
        double[] b = system.rightHandSide(false);
        Watch watch = new Watch(SolveOptions.defaults().withIterationLimit(5));

        assertThat(new BlockSweeps(passes, 1, watch).solve(block(passes, b), targets(b, 1e-10)))
                .isNotNull();
        assertThat(watch.iterations()).isEqualTo(5);
    }

    @Test
    void saysSoWhereSeveralDoNotFitIntoMemoryTogether() {
        LargeSystem system = LargeSystem.random(5, 3_000, 10, 0.7);
        PreparedSystem prepared = LeontiefSystem.of(system.a).prepared(1, Watch.NONE);
        SolveOptions options = SolveOptions.defaults();

        BlockRun.Way ample = BlockRun.way(prepared, 8, options, Watch.NONE, bytes -> true);
        BlockRun.Way scarce = BlockRun.way(prepared, 8, options, Watch.NONE, bytes -> bytes < 8.0 * 8 * 3_000);
        BlockRun.Way few = BlockRun.way(prepared, 2, options, Watch.NONE, bytes -> false);

        assertThat(ample).isEqualTo(BlockRun.Way.TOGETHER);
        assertThat(ample.note()).isEmpty();
        assertThat(scarce).isEqualTo(BlockRun.Way.ONE_BY_ONE_FOR_WANT_OF_MEMORY);
        assertThat(scarce.note()).contains("less memory is free");
        assertThat(few).isEqualTo(BlockRun.Way.ONE_BY_ONE);
    }
}
