package org.leontief.solve;

/** Watches a long computation or a long read, and can stop it. */
@FunctionalInterface
public interface ProgressListener {

    /** Watches nothing and lets everything go on. */
    ProgressListener NONE = progress -> true;

    /**
     * Told at every step of the work (each iteration of a solver, every some ten thousand rows of a file), on the thread
     * that does it.
     *
     * @param progress how far it has come
     * @return true to go on, false to stop: a solver then returns what it has with {@link StopReason#CANCELLED}
     */
    boolean proceed(Progress progress);
}
