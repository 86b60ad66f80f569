package org.leontief.solve;

import java.util.List;
import java.util.Locale;

/**
 * How a result was reached.
 *
 * @param method the method that was used
 * @param choice why this method: asked for, or chosen automatically and on what grounds
 * @param stop why it stopped
 * @param iterations sweeps, rounds or Krylov steps in all; 0 for a direct method
 * @param refinements corrections computed from accurately recomputed residuals
 * @param relativeResidual ‖b − (I − A) x‖₁ / ‖b‖₁, recomputed from the final x in doubled precision
 * @param tolerance what was asked for
 * @param seconds time from call to return, proof and certificate included
 * @param threads how many threads were allowed
 * @param notes anything else that happened, such as one method taking over from another
 */
public record SolveReport(
        SolveMethod method,
        String choice,
        StopReason stop,
        int iterations,
        int refinements,
        double relativeResidual,
        double tolerance,
        double seconds,
        int threads,
        List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param method as above
     * @param choice as above
     * @param stop as above
     * @param iterations as above
     * @param refinements as above
     * @param relativeResidual as above
     * @param tolerance as above
     * @param seconds as above
     * @param threads as above
     * @param notes as above
     */
    public SolveReport {
        notes = List.copyOf(notes);
    }

    /** One line for a person, and the notes below it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s (%s): %s after %d iterations and %d refinements, relative residual %.2g, %.3g s",
                method,
                choice,
                stop,
                iterations,
                refinements,
                relativeResidual,
                seconds));
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
