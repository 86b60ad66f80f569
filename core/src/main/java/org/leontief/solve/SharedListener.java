package org.leontief.solve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One listener for several solves at once. The user's is asked on the thread that began the work and on no other, and where it
 * stops one of them all are stopped.
 */
final class SharedListener implements ProgressListener {

    private final ProgressListener listener;
    private final Thread owner = Thread.currentThread();
    private volatile boolean stopped;
    /** What another thread has told last. */
    private volatile Progress latest = new Progress("", 0, -1, Double.NaN);

    SharedListener(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public boolean proceed(Progress progress) {
        if (!owner.equals(Thread.currentThread())) {
            latest = progress;
        } else if (!stopped) {
            boolean goesOn = false;
            try {
                goesOn = listener.proceed(progress);
            } finally {
                // One that throws has stopped the others, too.
                stopped |= !goesOn;
            }
        }
        return !stopped;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** On the owner's thread, waits until all is done and goes on asking every so many milliseconds; elsewhere returns. */
    void waitFor(CountDownLatch work, long between) {
        if (!owner.equals(Thread.currentThread())) {
            return;
        }
        boolean interrupted = false;
        while (work.getCount() > 0) {
            try {
                if (!work.await(between, TimeUnit.MILLISECONDS)) {
                    proceed(latest);
                }
            } catch (InterruptedException e) {
                // Not for us to answer: the work ends as it would, and the thread is told again.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
