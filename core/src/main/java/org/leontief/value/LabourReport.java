package org.leontief.value;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.solve.SolveReport;

/**
 * How labour values were reached and what stands beside them.
 *
 * @param account what was counted, in words
 * @param solve the report of the solver
 * @param certification what the bounds rest on, or why there are none
 * @param demand what d is, in words
 * @param identity λ·d = l·x
 * @param imports μ·d, with its unit, where imports are kept apart; else null
 * @param notes what has to be known when the values are used: products without a value, negative values, imports
 */
public record LabourReport(
        String account,
        SolveReport solve,
        String certification,
        String demand,
        AccountingIdentity identity,
        @Nullable ImportsApart imports,
        List<String> notes) {

    /**
     * Imports that stand beside the labour in a demand.
     *
     * @param inDemand μ·d
     * @param unit such as "million EUR"
     */
    public record ImportsApart(Bounded inDemand, String unit) {}

    /**
     * Copies the notes.
     *
     * @param account as above
     * @param solve as above
     * @param certification as above
     * @param demand as above
     * @param identity as above
     * @param imports as above
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
        text.append("\nFor ").append(demand).append(": ").append(identity);
        if (imports != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "\nImports in it, whose labour is not counted: μ·d = %,.6f %s",
                    imports.inDemand().value(),
                    imports.unit()));
        }
        notes.forEach(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
