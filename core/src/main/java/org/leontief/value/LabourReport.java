package org.leontief.value;

import java.util.List;
import org.leontief.solve.SolveReport;

/**
 * How labour values were reached and what stands beside them.
 *
 * @param account what was counted, in words
 * @param solve the report of the solver
 * @param certification what the bounds rest on, or why there are none
 * @param identity λ·d = l·x
 * @param notes what has to be known when the values are used: products without a value, negative values, imports
 */
public record LabourReport(
        String account, SolveReport solve, String certification, AccountingIdentity identity, List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param account as above
     * @param solve as above
     * @param certification as above
     * @param identity as above
     * @param notes as above
     */
    public LabourReport {
        notes = List.copyOf(notes);
    }

    /** Line by line, for a person. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Labour: " + account);
        text.append("\nSolved by ").append(solve);
        text.append("\nBounds: ").append(certification);
        text.append("\n").append(identity);
        notes.forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
