package org.leontief.solve;

/**
 * A solver stopped before it had done what was asked of it: at its limit of iterations, without progress, or because the
 * listener said so. The message holds its report.
 */
public final class NotConvergedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final StopReason stop;

    /**
     * Creates the exception.
     *
     * @param message what was not reached, with the report
     * @param stop why the solver stopped
     */
    public NotConvergedException(String message, StopReason stop) {
        super(message);
        this.stop = stop;
    }

    /**
     * Why the solver stopped.
     *
     * @return the reason, not a success
     */
    public StopReason stop() {
        return stop;
    }
}
