package org.leontief.solve;

import org.jspecify.annotations.Nullable;

/** Counts the iterations of one solve against their limit and tells the listener. */
final class Watch {

    /** The listener of work in progress is asked this often at most; a cancelled plan ends soon after. */
    private static final long BETWEEN_LOOKS = 100_000_000L;

    /** Watches nothing and stops nothing. */
    static final Watch NONE = new Watch(SolveOptions.defaults());

    private final ProgressListener listener;
    private final int limit;
    private final long betweenLooks;
    private String work = "";
    private int iterations;
    private long lastAsked = System.nanoTime();
    private @Nullable StopReason stopped;

    Watch(SolveOptions options) {
        this(options, BETWEEN_LOOKS);
    }

    /** One that asks the listener of work in progress less or more often, every so many nanoseconds at most. */
    Watch(SolveOptions options, long betweenLooks) {
        this.betweenLooks = betweenLooks;
        listener = options.listener();
        limit = options.iterationLimit();
    }

    void working(String name) {
        work = name;
    }

    /** Goes on counting where another watch has ended, which may have been stopped. */
    void goOnAfter(Watch before) {
        iterations += before.iterations;
        stopped = before.stopped;
    }

    /** Counts one iteration. False if it has to be the last. */
    boolean step(double measure) {
        iterations++;
        lastAsked = System.nanoTime();
        if (!listener.proceed(new Progress(work, iterations, limit, measure))) {
            stopped = StopReason.CANCELLED;
        } else if (iterations >= limit) {
            stopped = StopReason.ITERATION_LIMIT;
        }
        return stopped == null;
    }

    /** Asks the listener without counting an iteration: for work that has no steps. */
    boolean goOn() {
        lastAsked = System.nanoTime();
        if (!listener.proceed(new Progress(work, iterations, limit, Double.NaN))) {
            stopped = StopReason.CANCELLED;
        }
        return stopped == null;
    }

    /**
     * Called every few million operations within a pass. Once it was stopped, what has been reached is measured in peace.
     *
     * @throws Cancelled if the listener wants to stop
     */
    @SuppressWarnings("ReferenceEquality") // is it the one that watches nothing?
    void look() {
        boolean askedEnough = listener == ProgressListener.NONE || stopped == StopReason.CANCELLED;
        if (askedEnough || System.nanoTime() - lastAsked < betweenLooks) {
            return;
        }
        goOn();
        // Not for the limit of iterations: what the last one reached has still to be measured.
        if (stopped == StopReason.CANCELLED) {
            throw new Cancelled();
        }
    }

    /** Remembers that the listener stopped the work. */
    void stop() {
        stopped = StopReason.CANCELLED;
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
