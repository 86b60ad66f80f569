package org.leontief.solve;

import java.util.Objects;

/**
 * How to solve. Immutable; start from {@link #defaults()} and change what has to be changed.
 *
 * @param method the method, or the automatic choice
 * @param tolerance the residual wanted, relative: ‖b − (I − A) x‖₁ ≤ tolerance · ‖b‖₁; 0 asks for working precision
 * @param iterationLimit most iterations in all (sweeps, rounds, or Krylov steps of two passes each)
 * @param threads how many threads may work; the result has the same bits for any number
 * @param certification how sharp a bound to prove
 * @param listener watches and can stop the work
 */
public record SolveOptions(
        SolveMethod method,
        double tolerance,
        int iterationLimit,
        int threads,
        Certification certification,
        ProgressListener listener) {

    /** How much work to put into the bound on every entry. */
    public enum Certification {
        /** No bounds. Viability is still proved. */
        NONE,
        /** From the viability vector alone: one accurate pass over the matrix. */
        FIRST,
        /** From one more rough solve: bounds close to the true errors. */
        SHARP
    }

    /** A residual far below what tables are known to, and far above rounding. */
    public static final double DEFAULT_TOLERANCE = 1e-12;

    /** Enough for ρ(A) = 0.999 by the slowest method. */
    public static final int DEFAULT_ITERATION_LIMIT = 50_000;

    private static final SolveOptions DEFAULTS = new SolveOptions(
            SolveMethod.AUTOMATIC,
            DEFAULT_TOLERANCE,
            DEFAULT_ITERATION_LIMIT,
            Runtime.getRuntime().availableProcessors(),
            Certification.SHARP,
            ProgressListener.NONE);

    /**
     * Checks the parts.
     *
     * @param method as above
     * @param tolerance as above
     * @param iterationLimit as above
     * @param threads as above
     * @param certification as above
     * @param listener as above
     * @throws IllegalArgumentException if a number is out of its range
     * @throws NullPointerException if a part is null, with its name
     */
    public SolveOptions {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(certification, "certification");
        Objects.requireNonNull(listener, "listener");
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + "; it must be at least 0 and below 1.");
        }
        if (iterationLimit < 1) {
            throw new IllegalArgumentException("iterationLimit is " + iterationLimit + "; it must be at least 1.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1.");
        }
    }

    /**
     * Automatic method, relative residual 10⁻¹², all processors, sharp bounds.
     *
     * @return the defaults
     */
    public static SolveOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another method.
     *
     * @param newMethod the method
     * @return new options
     */
    public SolveOptions withMethod(SolveMethod newMethod) {
        return new SolveOptions(newMethod, tolerance, iterationLimit, threads, certification, listener);
    }

    /**
     * The same with another tolerance.
     *
     * @param newTolerance relative residual; 0 for working precision
     * @return new options
     */
    public SolveOptions withTolerance(double newTolerance) {
        return new SolveOptions(method, newTolerance, iterationLimit, threads, certification, listener);
    }

    /**
     * The same with another limit.
     *
     * @param newLimit most iterations in all
     * @return new options
     */
    public SolveOptions withIterationLimit(int newLimit) {
        return new SolveOptions(method, tolerance, newLimit, threads, certification, listener);
    }

    /**
     * The same with another number of threads.
     *
     * @param newThreads at least 1
     * @return new options
     */
    public SolveOptions withThreads(int newThreads) {
        return new SolveOptions(method, tolerance, iterationLimit, newThreads, certification, listener);
    }

    /**
     * The same with another certification.
     *
     * @param newCertification how sharp a bound to prove
     * @return new options
     */
    public SolveOptions withCertification(Certification newCertification) {
        return new SolveOptions(method, tolerance, iterationLimit, threads, newCertification, listener);
    }

    /**
     * The same with a listener.
     *
     * @param newListener watches and can stop the work
     * @return new options
     */
    public SolveOptions withListener(ProgressListener newListener) {
        return new SolveOptions(method, tolerance, iterationLimit, threads, certification, newListener);
    }
}
