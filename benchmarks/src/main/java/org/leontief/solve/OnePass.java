package org.leontief.solve;

import java.util.Arrays;

/** One pass y = A x as the solver makes it, in its order and from its slices: for benchmarks, which users do not see. */
@org.jspecify.annotations.NullMarked
public final class OnePass {

    private final Passes passes;
    private final double[] x;
    private final double[] y;
    private final int threads;

    /**
     * Prepares passes.
     *
     * @param a n × n
     * @param threads how many threads make a pass
     */
    public OnePass(SparseMatrix a, int threads) {
        passes = new StoredMatrix(a).passes(false, threads, Watch.NONE).passes();
        x = new double[a.columns()];
        Arrays.fill(x, 1);
        y = new double[a.columns()];
        this.threads = threads;
    }

    /**
     * The time of the fastest of several passes.
     *
     * @param passesMade how many
     * @return seconds
     */
    public double seconds(int passesMade) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < passesMade; k++) {
            long begin = System.nanoTime();
            passes.multiply(x, y, threads, Watch.NONE);
            best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
        }
        return best;
    }
}
