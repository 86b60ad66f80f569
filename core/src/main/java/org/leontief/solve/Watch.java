package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** Counts the iterations of one solve against their limit and tells the listener. */
final class Watch {

    private final ProgressListener listener;
    private final int limit;
    private String work = "";
    private int iterations;
    private @Nullable StopReason stopped;

    Watch(SolveOptions options) {
        listener = options.listener();
        limit = options.iterationLimit();
    }

    void working(String name) {
        work = name;
    }

    /** Counts one iteration. False if it has to be the last. */
    boolean step(double measure) {
        iterations++;
        if (!listener.proceed(new Progress(work, iterations, limit, measure))) {
            stopped = StopReason.CANCELLED;
        } else if (iterations >= limit) {
            stopped = StopReason.ITERATION_LIMIT;
        }
        return stopped == null;
    }

    /** Asks the listener without counting an iteration: for work that has no steps. */
    boolean goOn() {
        if (!listener.proceed(new Progress(work, iterations, limit, Double.NaN))) {
            stopped = StopReason.CANCELLED;
        }
        return stopped == null;
    }

    int iterations() {
        return iterations;
    }

    /** Why no further step may be taken; null while it may. */
    @Nullable
    StopReason stopped() {
        return stopped;
    }
}
