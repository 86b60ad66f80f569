package org.leontief.solve;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs pieces of dense work on several threads, and stops them all when the listener says so. The listener is asked on the
 * thread that began the work and on no other.
 */
final class Tiles {

    /** Work on one of several tiles. */
    @FunctionalInterface
    interface Task {
        void run(int tile, Workspace workspace);
    }

    private final int threads;
    private final Supplier<DenseKernel> kernels;
    private final Watch watch;
    private final Thread owner = Thread.currentThread();
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    Tiles(int threads, Supplier<DenseKernel> kernels, Watch watch) {
        this.threads = threads;
        this.kernels = kernels;
        this.watch = watch;
    }

    int threads() {
        return threads;
    }

    /**
     * Runs all tiles, in any order.
     *
     * @throws Cancelled if the listener wants to stop
     */
    void run(int count, Task task) {
        if (count > 0) {
            AtomicInteger next = new AtomicInteger();
            Parallel.parts(Math.min(threads, count), (part, parts) -> work(next, count, task));
        }
        if (!goesOn()) {
            throw new Cancelled();
        }
    }

    /** Runs one tile on this thread, which has work to do for all of them first. */
    void runAlone(Task task) {
        Workspace workspace = take();
        try {
            task.run(0, workspace);
        } finally {
            idle.add(workspace);
        }
    }

    private void work(AtomicInteger next, int count, Task task) {
        runAlone((first, workspace) -> {
            for (int tile = next.getAndIncrement(); tile < count && goesOn(); tile = next.getAndIncrement()) {
                task.run(tile, workspace);
            }
        });
    }

    /** Whether the work goes on; to be asked within long tiles, which then end without being complete. */
    boolean goesOn() {
        if (!stopped && owner.equals(Thread.currentThread())) {
            try {
                watch.look();
            } catch (Cancelled cancelled) {
                stopped = true;
            }
        }
        return !stopped;
    }

    private Workspace take() {
        Workspace free = idle.poll();
        return free == null ? new Workspace(kernels) : free;
    }
}
