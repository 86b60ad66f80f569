package org.leontief.optimisation;

import java.util.List;
import java.util.Locale;

/**
 * How a programme was solved.
 *
 * @param method the method that was used
 * @param choice why this method: asked for, or chosen automatically and on what grounds
 * @param stop why it stopped, in a few words
 * @param iterations pivots, rounds or steps in all
 * @param seconds time from call to return, verification included
 * @param notes anything else that happened, such as one method taking over from another
 */
public record ProgrammeReport(
        ProgrammeMethod method, String choice, String stop, long iterations, double seconds, List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param method as above
     * @param choice as above
     * @param stop as above
     * @param iterations as above
     * @param seconds as above
     * @param notes as above
     */
    public ProgrammeReport {
        notes = List.copyOf(notes);
    }

    /** One line for a person, and the notes below it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%s (%s): %s after %d iterations, %.3g s", method, choice, stop, iterations, seconds));
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
