package org.leontief.compilation;

import java.util.List;
import java.util.Locale;
import org.leontief.solve.NotConvergedException;
import org.leontief.solve.StopReason;

/**
 * How a balanced matrix was reached.
 *
 * @param method in words: "RAS", "GRAS", "SUT-RAS"
 * @param stop why it stopped: {@link StopReason#CONVERGED}, {@link StopReason#WORKING_PRECISION} (totals are met as closely as
 *     sums of doubles can), {@link StopReason#ITERATION_LIMIT}, {@link StopReason#STAGNATED} or {@link StopReason#CANCELLED}
 * @param iterations how many; 0 if there was nothing to do
 * @param largestError the largest relative error of a total, recomputed from the matrix that is handed out
 * @param worst whose total that is
 * @param tolerance what was asked for
 * @param seconds time from call to return
 * @param notes anything else that happened: totals that a policy moved, cells that had to become 0
 */
public record BalancingReport(
        String method,
        StopReason stop,
        int iterations,
        double largestError,
        String worst,
        double tolerance,
        double seconds,
        List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param method as above
     * @param stop as above
     * @param iterations as above
     * @param largestError as above
     * @param worst as above
     * @param tolerance as above
     * @param seconds as above
     * @param notes as above
     */
    public BalancingReport {
        notes = List.copyOf(notes);
    }

    /**
     * Demands that the totals are met.
     *
     * @throws NotConvergedException if it stopped before; the message says why, and which total is missed most
     */
    public void requireConverged() {
        if (!stop.isSuccess()) {
            throw new NotConvergedException(
                    "The totals are not met. " + this
                            + (stop == StopReason.ITERATION_LIMIT
                                    ? "\n  Maybe allow more: options.withIterationLimit."
                                    : ""),
                    stop);
        }
    }

    /** One line for a person, and the notes below it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %s after %d iterations, largest relative error of a total %.2g%s, %.3g s",
                method,
                stop,
                iterations,
                largestError,
                largestError > 0 ? " (" + worst + ")" : "",
                seconds));
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
