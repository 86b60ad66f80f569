package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/**
 * Works off the peaks of a right-hand side before an iterative solver begins. What a changed recipe leaves over stands in a
 * few rows; a pass over the whole matrix hands it on to their suppliers, and the first few passes gain little. Here each peak
 * is handed on by itself, x_i ← x_i + r_i, r ← r − r_i e_i + r_i a_·i, by way of its column alone. All of it uses at most as
 * many entries as one pass. R. V. Southwell, <em>Relaxation Methods in Engineering Science</em>, 1940; here in rounds and in a
 * fixed order. What it saves is in {@code docs/decisions/0011-reuse.md}.
 */
final class LocalPushes implements InnerSolver {

    /** A peak is an entry of more than so many times the mean. */
    private static final double PEAK = 2;

    /** Peaks that hold a smaller share of the whole are left to the solver. */
    private static final double WORTH = 0.1;

    /** It runs on one thread, and so must stay short beside a pass that runs on many. */
    private static final long MOST_ENTRIES = 1 << 22;

    private static final int MOST_ROUNDS = 16;

    private final InnerSolver solver;
    private final Columns columns;
    private final double budget;
    private boolean done;

    private LocalPushes(InnerSolver solver, Columns columns, long entries) {
        this.solver = solver;
        this.columns = columns;
        budget = Math.min(entries, MOST_ENTRIES);
    }

    /** The solver, whose first right-hand side is worked on in this way if the columns are at hand. */
    static InnerSolver before(InnerSolver solver, PreparedSystem system) {
        @Nullable Columns columns = solver instanceof Gcr ? system.columns() : null;
        return columns == null ? solver : new LocalPushes(solver, columns, system.entries());
    }

    @Override
    public void solve(double[] r, double[] weight, double target, double[] y, Watch watch) {
        if (done) {
            solver.solve(r, weight, target, y, watch);
            return;
        }
        done = true;
        double[] left = r.clone();
        double[] pushed = new double[r.length];
        double used = 0;
        for (int round = 0; round < MOST_ROUNDS && used < budget; round++) {
            double spent = round(left, pushed, weight, budget - used);
            if (spent == 0) {
                break;
            }
            used += spent;
        }
        try {
            solver.solve(left, weight, target, y, watch);
        } finally {
            for (int i = 0; i < y.length; i++) {
                y[i] += pushed[i];
            }
        }
    }

    /** Pushes all peaks once. Returns the entries it used; 0 if there are no peaks worth it, or they are too many. */
    private double round(double[] left, double[] pushed, double[] weight, double most) {
        double peak = PEAK * Residual.norm1(weight, left, 1) / left.length;
        double all = 0;
        double inPeaks = 0;
        double cost = 0;
        for (int i = 0; i < left.length; i++) {
            double size = weight[i] * Math.abs(left[i]);
            all += size;
            if (size > peak) {
                inPeaks += size;
                cost += columns.entriesIn(i);
            }
        }
        if (!(inPeaks > WORTH * all) || cost > most) {
            return 0;
        }
        for (int i = 0; i < left.length; i++) {
            double here = left[i];
            if (weight[i] * Math.abs(here) > peak) {
                pushed[i] += here;
                left[i] = 0;
                columns.add(i, here, left);
            }
        }
        return cost + 1;
    }
}
