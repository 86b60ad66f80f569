package org.rapaio.jupyter.kernel.channels;

/**
 * Stands before the class of this name in rapaio-jupyter-kernel 3.0.1, which says that it runs only after it has been started: a
 * thread that is quicker than that ends at once, and the kernel never answers. Seen in two starts of ten, in most of them on a
 * busy machine. To be dropped when the kernel has mended it.
 */
public final class LoopThread extends Thread {

    private final long sleep;
    private final Runnable turn;
    private volatile boolean running = true;

    public LoopThread(String name, long sleep, Runnable turn) {
        super(name);
        this.sleep = sleep;
        this.turn = turn;
    }

    @Override
    public void run() {
        while (running) {
            turn.run();
            if (sleep > 0) {
                try {
                    Thread.sleep(sleep);
                } catch (InterruptedException e) {
                    running = false;
                }
            }
        }
    }

    /** Lets the present turn be the last. */
    public void shutdown() {
        running = false;
    }
}
