package org.leontief.solve;

import java.util.Arrays;

/**
 * Gauss–Seidel sweeps with over-relaxation for {@link BlockKernel#WIDTH} right-hand sides at once. So many vectors no longer
 * fit into the nearest caches, so that every vector that a Krylov method goes through costs nearly as much as the
 * coefficients: sweeps take a few passes more, and touch nothing else.
 *
 * <p>Three plain sweeps show by what factor q they converge. Then ω = ½ + 1 / (1 + √q), halfway between a plain sweep and
 * 2 / (1 + ρ); √q stands for ρ, which it is for consistently ordered matrices. Up to 2 / (1 + ρ) relaxed sweeps converge for
 * every viable economy: with |A| = L + U, L what a sweep takes from its own stages, and |A| v ≤ ρ v for a v &gt; 0, the
 * iteration matrix is at most (I − ω L)⁻¹ ((ω − 1) I + ω U), and ((ω − 1) I + ω U) v ≤ θ (I − ω L) v for θ = ω (1 + ρ) − 1,
 * as long as θ is below 1.
 */
final class BlockSweeps {

    private static final int WIDTH = BlockKernel.WIDTH;

    /** Plain sweeps, of which the last two are compared. */
    private static final int PLAIN = 3;

    /** Where plain sweeps leave more than this, Krylov methods are so much faster that each is solved by itself. */
    private static final double SLOW = 0.6;

    /** Far more than are needed where they are not slow. */
    private static final int MOST_SWEEPS = 100;

    /** Sweeps without a gain before it is called enough. */
    private static final int PATIENCE = 3;

    private final RowPasses a;
    private final int threads;
    private final Watch watch;
    private final float[] fresh;
    private float relaxation = 1;
    private boolean isMeasured;
    /** By how much the last sweep was smaller than the one before, at least. */
    private double factor = 1;

    BlockSweeps(RowPasses a, int threads, Watch watch) {
        this.a = a;
        this.threads = threads;
        this.watch = watch;
        fresh = new float[a.n * WIDTH];
    }

    /**
     * Solves (I − A) X = B roughly, as far as the watch allows.
     *
     * @param b a block; not modified
     * @param unit of each right-hand side
     * @param goal what Σ |z_ik| in these units has to come down to, for each right-hand side k
     * @param x a block of zeros, which becomes X
     * @return false if sweeps gain too little here
     */
    boolean solve(float[] b, double[] unit, double[] goal, float[] x) {
        try {
            return sweep(b, unit, goal, x);
        } catch (Cancelled cancelled) {
            // x holds some of the last sweep's changes; the watch remembers that it was stopped.
            watch.stop();
            return true;
        }
    }

    private boolean sweep(float[] b, double[] unit, double[] goal, float[] x) {
        double smallest = Double.POSITIVE_INFINITY;
        int sinceSmallest = 0;
        double[] left = changes(b, unit, x);
        for (int sweeps = 1; sweeps < MOST_SWEEPS && sinceSmallest < PATIENCE; sweeps++) {
            if (!watch.step(largest(left)) || !isAbove(left, goal)) {
                return true;
            }
            double[] before = left;
            left = changes(b, unit, x);
            factor = slowest(before, left, goal);
            if (!isMeasured && sweeps == PLAIN - 1) {
                if (!(factor <= SLOW)) {
                    return false;
                }
                relaxation = (float) (0.5 + 1 / (1 + Math.sqrt(factor)));
                isMeasured = true;
            }
            double excess = excess(left, goal);
            sinceSmallest = excess < smallest ? 0 : sinceSmallest + 1;
            smallest = Math.min(smallest, excess);
        }
        return true;
    }

    private double[] changes(float[] b, double[] unit, float[] x) {
        double[] left = a.sweepBlock(b, relaxation, x, fresh, threads, watch);
        for (int k = 0; k < WIDTH; k++) {
            left[k] *= unit[k];
        }
        return left;
    }

    private static double largest(double[] left) {
        return Arrays.stream(left).max().orElse(0);
    }

    /** Whether something is left to do, or is not a number. The last sweep has changed x by z; the next one would change it by factor × z. */
    private boolean isAbove(double[] left, double[] goal) {
        for (int k = 0; k < WIDTH; k++) {
            if (!(Math.min(factor, 1) * left[k] <= goal[k])) {
                return true;
            }
        }
        return false;
    }

    /** The largest factor by which one of those that are not done has come down; NaN if one is not a number. */
    private static double slowest(double[] before, double[] left, double[] goal) {
        double slowest = 0;
        for (int k = 0; k < WIDTH; k++) {
            if (!(before[k] <= goal[k])) {
                slowest = Math.max(slowest, left[k] / before[k]);
            }
        }
        return slowest;
    }

    /** The largest multiple of its goal that is left. */
    private static double excess(double[] left, double[] goal) {
        double most = 0;
        for (int k = 0; k < WIDTH; k++) {
            if (left[k] > goal[k]) {
                most = Math.max(most, left[k] / goal[k]);
            }
        }
        return most;
    }
}
