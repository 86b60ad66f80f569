package org.leontief.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@link BlockKernel#WIDTH} right-hand sides solved together to a target: {@link BlockSweeps} in 32 bits, and where
 * these have done what 32 bits can, the residuals of all in 64 bits, which are the next right-hand sides (iterative
 * refinement with the solver in lower precision: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002,
 * chapter 12).
 */
final class BlockSolver {

    private static final int WIDTH = BlockKernel.WIDTH;

    /** What sweeps in 32 bits may be asked for: their rounding, 2⁻²⁴ of the outputs, has to stay below it. */
    private static final double IN_ONE_ROUND = 1e-6;

    /** More than any tolerance above the rounding of 64 bits takes. */
    private static final int MOST_ROUNDS = 5;

    /** Rounds go on while one of the residuals comes down to less than this share. */
    private static final double GAIN = 0.5;

    private final RowPasses a;
    private final double[] @Nullable [] right;
    private final double[] target;
    private final int threads;
    private final Watch watch;
    private final double[][] x;
    /** What is left to do, in the units that bring the largest entry of each near 1: they keep 32 bits from overflow. */
    private final float[] left;

    private final double[] unit = new double[WIDTH];
    private final double[] size = new double[WIDTH];

    /**
     * Begins with x = 0.
     *
     * @param right the b_k, null where nothing is asked; not modified
     * @param target what ‖b_k − (I − A) x_k‖₁ has to come down to, about
     */
    BlockSolver(RowPasses a, double[] @Nullable [] right, double[] target, int threads, Watch watch) {
        this.a = a;
        this.right = right;
        this.target = Arrays.copyOf(target, WIDTH);
        this.threads = threads;
        this.watch = watch;
        x = new double[right.length][];
        left = new float[a.n * WIDTH];
        Arrays.fill(size, Double.POSITIVE_INFINITY);
    }

    /** Solves (I − A) x_k = b_k, as far as the watch allows. Returns the x_k; null if sweeps gain too little here. */
    double @Nullable [][] solve() {
        BlockSweeps sweeps = new BlockSweeps(a, threads, watch);
        float[] y = new float[left.length];
        try {
            for (int round = 0; round < MOST_ROUNDS && measure(); round++) {
                double[] goal = new double[WIDTH];
                Arrays.setAll(goal, k -> Math.max(target[k], IN_ONE_ROUND * size[k]));
                Arrays.fill(y, 0);
                boolean converges = sweeps.solve(left, unit, goal, y);
                if (!converges && round == 0) {
                    return null;
                }
                add(y);
                if (watch.stopped() != null || Arrays.equals(goal, target)) {
                    return x;
                }
            }
        } catch (Cancelled cancelled) {
            // x holds what the rounds before have found; the watch remembers that it was stopped.
            watch.stop();
        }
        return x;
    }

    /** Measures what is left of each. Returns whether there is anything, and the last round has gained on it. */
    private boolean measure() {
        boolean gained = false;
        double[] @Nullable [] residuals = new BlockResiduals(a, threads, watch).of(right, x);
        for (int k = 0; k < right.length; k++) {
            double @Nullable [] b = right[k];
            if (b != null) {
                double @Nullable [] found = residuals[k];
                double[] residual = found == null ? b : found;
                double before = size[k];
                size[k] = Residual.norm1(residual, threads);
                gained |= size[k] > target[k] && size[k] < GAIN * before;
                unit[k] = setLeft(k, residual);
            } else {
                size[k] = 0;
            }
        }
        return gained;
    }

    /** Writes what is left of one, and returns its unit. */
    private double setLeft(int k, double[] residual) {
        double largest = 0;
        for (double entry : residual) {
            largest = Math.max(largest, Math.abs(entry));
        }
        int exponent = Math.max(-Double.MAX_EXPONENT, Math.min(Double.MAX_EXPONENT - 1, Math.getExponent(largest)));
        double inverse = Math.scalb(1.0, -exponent);
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                left[i * WIDTH + k] = (float) (residual[i] * inverse);
            }
        });
        return Math.scalb(1.0, exponent);
    }

    /** x_k ← x_k + y_k in the units of the residuals. Blocks of rows stay in the cache for all k. */
    private void add(float[] y) {
        for (int k = 0; k < right.length; k++) {
            if (right[k] != null && x[k] == null) {
                x[k] = new double[a.n];
            }
        }
        Parallel.rows(a.n, threads, (from, to) -> {
            for (int k = 0; k < right.length; k++) {
                double[] sum = x[k];
                for (int i = from; sum != null && i < to; i++) {
                    sum[i] += unit[k] * y[i * WIDTH + k];
                }
            }
        });
    }
}
