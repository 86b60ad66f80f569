package org.leontief.region;

import java.util.List;
import org.leontief.solve.SolveReport;

/**
 * How regional accounts were reached, and how far production and consumption of the world agree.
 *
 * @param account what is accounted for
 * @param solve the report of the solver on the multipliers
 * @param certification what the bounds rest on, or why there are none
 * @param identity world production = world consumption
 * @param notes what has to be known when the accounts are used: what the table leaves out, what policies did to it
 */
public record RegionalReport(
        String account, SolveReport solve, String certification, WorldIdentity identity, List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param account as above
     * @param solve as above
     * @param certification as above
     * @param identity as above
     * @param notes as above
     */
    public RegionalReport {
        notes = List.copyOf(notes);
    }

    /** Line by line, for a person. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Regional accounts: " + account);
        text.append("\nSolved by ").append(solve);
        text.append("\nBounds: ").append(certification);
        text.append("\nIdentity: ").append(identity);
        notes.forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
