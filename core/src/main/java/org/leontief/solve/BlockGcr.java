package org.leontief.solve;

/**
 * {@link Gcr} for {@link BlockKernel#WIDTH} right-hand sides at once. Each has its own step lengths and stands still once its
 * target is reached; one direction is remembered. What it leaves undone, {@link Refinement} does for each by itself.
 */
final class BlockGcr {

    private static final int WIDTH = BlockKernel.WIDTH;

    /** Far more than an ordinary table takes. The user may allow fewer. */
    private static final int MOST_ITERATIONS = 100;

    private final RowPasses a;
    private final int n;
    /** 1 / s², in whose proportions squares are measured. */
    private final double[] measure;

    private final int most;
    private final int threads;
    private final Watch watch;
    private int iterations;

    BlockGcr(RowPasses a, double[] scale, int iterationLimit, int threads, Watch watch) {
        most = Math.min(MOST_ITERATIONS, iterationLimit);
        this.a = a;
        this.n = a.n;
        this.threads = threads;
        this.watch = watch;
        measure = new double[n];
        for (int i = 0; i < n; i++) {
            measure[i] = 1 / (scale[i] * scale[i]);
        }
    }

    /** Iterations of the last solve. */
    int iterations() {
        return iterations;
    }

    /** Whether blocks of so many unknowns can be held in arrays. */
    static boolean fits(int n) {
        return (long) WIDTH * n < Integer.MAX_VALUE - 8;
    }

    /**
     * Solves (I − A) X = B roughly.
     *
     * @param b a block; not modified
     * @param target what Σ |z_ik| has to come down to, for each right-hand side k
     * @return a block
     */
    double[] solve(double[] b, double[] target) {
        double[] x = new double[n * WIDTH];
        double[] z = new double[n * WIDTH];
        double[] fresh = new double[n * WIDTH];
        double[] p = new double[n * WIDTH];
        double[] q = new double[n * WIDTH];
        double[] oldP = new double[n * WIDTH];
        double[] oldQ = new double[n * WIDTH];
        double[] oldSquare = new double[WIDTH];
        a.sweepBlock(b, 1, z, fresh, threads, watch);
        double[] left = sizes(z);
        for (iterations = 0; iterations < most && BlockSweeps.isAbove(1, left, target); iterations++) {
            copy(z, q);
            a.sweepBlock(null, 1, q, fresh, threads, watch);
            double[] products = image(z, q, oldQ);
            double[] factor = new double[WIDTH];
            for (int k = 0; k < WIDTH; k++) {
                factor[k] = quotient(products[k], oldSquare[k]);
            }
            double[] squares = orthogonalise(z, p, q, oldP, oldQ, factor);
            double[] step = new double[WIDTH];
            for (int k = 0; k < WIDTH; k++) {
                oldSquare[k] = squares[k];
                step[k] = left[k] > target[k] ? quotient(squares[WIDTH + k], squares[k]) : 0;
            }
            left = advance(x, z, p, q, step);
            double[] spare = oldP;
            oldP = p;
            p = spare;
            spare = oldQ;
            oldQ = q;
            q = spare;
        }
        return x;
    }

    /** 0 where there is nothing to divide by: then the right-hand side is left as it is. */
    private static double quotient(double numerator, double denominator) {
        double quotient = numerator / denominator;
        return Double.isFinite(quotient) ? quotient : 0;
    }

    private void copy(double[] from, double[] to) {
        Parallel.rows(
                n, threads, (low, high) -> System.arraycopy(from, low * WIDTH, to, low * WIDTH, (high - low) * WIDTH));
    }

    /** Σ_i |z_ik| of every right-hand side k. */
    private double[] sizes(double[] z) {
        return Parallel.sums(WIDTH, n, threads, (from, to, sums) -> addSizes(z, from, to, sums));
    }

    private static void addSizes(double[] z, int from, int to, double[] sums) {
        for (int row = from * WIDTH; row < to * WIDTH; row += WIDTH) {
            for (int k = 0; k < WIDTH; k++) {
                sums[k] += Math.abs(z[row + k]);
            }
        }
    }

    /** q ← z − q; its scalar products with the older one. */
    private double[] image(double[] z, double[] q, double[] oldQ) {
        return Parallel.sums(WIDTH, n, threads, (from, to, sums) -> {
            for (int i = from; i < to; i++) {
                int row = i * WIDTH;
                for (int k = 0; k < WIDTH; k++) {
                    q[row + k] = z[row + k] - q[row + k];
                    sums[k] += measure[i] * q[row + k] * oldQ[row + k];
                }
            }
        });
    }

    /** p ← z and q without their parts along the older ones; ‖q‖² of all, then ⟨z, q⟩ of all. */
    private double[] orthogonalise(double[] z, double[] p, double[] q, double[] oldP, double[] oldQ, double[] factor) {
        return Parallel.sums(2 * WIDTH, n, threads, (from, to, sums) -> {
            for (int i = from; i < to; i++) {
                int row = i * WIDTH;
                for (int k = 0; k < WIDTH; k++) {
                    p[row + k] = z[row + k] - factor[k] * oldP[row + k];
                    double image = q[row + k] - factor[k] * oldQ[row + k];
                    q[row + k] = image;
                    sums[k] += measure[i] * image * image;
                    sums[WIDTH + k] += measure[i] * image * z[row + k];
                }
            }
        });
    }

    /** x ← x + α p, z ← z − α q; Σ_i |z_ik| of every right-hand side k. */
    private double[] advance(double[] x, double[] z, double[] p, double[] q, double[] step) {
        return Parallel.sums(WIDTH, n, threads, (from, to, sums) -> {
            for (int row = from * WIDTH; row < to * WIDTH; row += WIDTH) {
                for (int k = 0; k < WIDTH; k++) {
                    x[row + k] += step[k] * p[row + k];
                    z[row + k] -= step[k] * q[row + k];
                }
            }
            addSizes(z, from, to, sums);
        });
    }
}
