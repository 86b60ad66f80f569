package org.leontief.examples.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.leontief.solve.Progress;
import org.leontief.solve.ProgressListener;

/** Says how far work of more than a second has come, once a second, and stops it when it is told to. */
final class Watch implements ProgressListener {

    private static final long NANOSECONDS_BETWEEN = 1_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier clock;
    private long saidLast;
    private volatile boolean isStopped;

    /**
     * A watch that starts now.
     *
     * @param err where progress is said
     * @param clock nanoseconds
     */
    Watch(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        saidLast = clock.getAsLong();
    }

    @Override
    public synchronized boolean proceed(Progress progress) {
        long now = clock.getAsLong();
        if (now - saidLast >= NANOSECONDS_BETWEEN) {
            saidLast = now;
            err.println(said(progress));
        }
        return !isStopped;
    }

    private static String said(Progress progress) {
        if (progress.done() == 0) {
            // The limit of iterations says nothing of a direct method, which has none.
            return "working: " + progress.work();
        }
        String done = progress.total() > 0
                ? String.format(Locale.ROOT, "%,d of %,d", progress.done(), progress.total())
                : String.format(Locale.ROOT, "%,d", progress.done());
        String measure =
                Double.isFinite(progress.measure()) ? String.format(Locale.ROOT, ", %.1e", progress.measure()) : "";
        return progress.work() + ": " + done + measure;
    }

    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }

    /**
     * Before anything is written.
     *
     * @throws CancellationException if the work is to stop
     */
    void requireGoingOn() {
        if (isStopped) {
            throw new CancellationException("stopped");
        }
    }
}
