package org.leontief.optimisation;

import java.util.Objects;
import org.leontief.solve.ProgressListener;

/**
 * How to solve a programme. Immutable; start from {@link #defaults()} and change what has to be changed.
 *
 * @param method the method, or the automatic choice
 * @param tolerance largest violation of a bound relative to its scale, and largest relative gap
 * @param iterationLimit most iterations in all
 * @param threads how many threads may work; the result has the same bits for any number
 * @param listener watches and can stop the work
 */
public record ProgrammeOptions(
        ProgrammeMethod method, double tolerance, int iterationLimit, int threads, ProgressListener listener) {

    /** Below what any limit is known to, and above the rounding of large programmes. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    /** Far more than a programme of a hundred thousand rows should need. */
    public static final int DEFAULT_ITERATION_LIMIT = 10_000_000;

    private static final ProgrammeOptions DEFAULTS = new ProgrammeOptions(
            ProgrammeMethod.AUTOMATIC,
            DEFAULT_TOLERANCE,
            DEFAULT_ITERATION_LIMIT,
            Runtime.getRuntime().availableProcessors(),
            ProgressListener.NONE);

    /**
     * Checks the parts.
     *
     * @param method as above
     * @param tolerance as above
     * @param iterationLimit as above
     * @param threads as above
     * @param listener as above
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ProgrammeOptions {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(listener, "listener");
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + "; it must be above 0 and below 1.");
        }
        if (iterationLimit < 1) {
            throw new IllegalArgumentException("iterationLimit is " + iterationLimit + "; it must be at least 1.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1.");
        }
    }

    /**
     * Automatic method, tolerance 10⁻⁹, all processors.
     *
     * @return the defaults
     */
    public static ProgrammeOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another method.
     *
     * @param newMethod the method
     * @return new options
     */
    public ProgrammeOptions withMethod(ProgrammeMethod newMethod) {
        return new ProgrammeOptions(newMethod, tolerance, iterationLimit, threads, listener);
    }

    /**
     * The same with another tolerance.
     *
     * @param newTolerance above 0 and below 1
     * @return new options
     */
    public ProgrammeOptions withTolerance(double newTolerance) {
        return new ProgrammeOptions(method, newTolerance, iterationLimit, threads, listener);
    }

    /**
     * The same with another limit.
     *
     * @param newLimit at least 1
     * @return new options
     */
    public ProgrammeOptions withIterationLimit(int newLimit) {
        return new ProgrammeOptions(method, tolerance, newLimit, threads, listener);
    }

    /**
     * The same with another number of threads.
     *
     * @param newThreads at least 1
     * @return new options
     */
    public ProgrammeOptions withThreads(int newThreads) {
        return new ProgrammeOptions(method, tolerance, iterationLimit, newThreads, listener);
    }

    /**
     * The same with another listener.
     *
     * @param newListener watches and can stop the work
     * @return new options
     */
    public ProgrammeOptions withListener(ProgressListener newListener) {
        return new ProgrammeOptions(method, tolerance, iterationLimit, threads, newListener);
    }
}
