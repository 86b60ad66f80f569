package org.leontief.value.production;

import java.util.ArrayList;
import java.util.List;
import org.leontief.technology.RecordedImports;

/** What has to be known of imports where rates of profit are computed or compared. */
final class ImportsOfTechniques {

    private ImportsOfTechniques() {}

    /** Of imports that are not among the inputs of a technique. */
    static List<String> notes(Technique technique) {
        RecordedImports imports = RecordedImports.of(technique.coefficients());
        List<String> notes = new ArrayList<>();
        if (!technique.countsImports()) {
            imports.rows()
                    .forEach(row -> notes.add("The row '" + row
                            + "' looks like imported inputs, which are not among the inputs of this technique: rates of"
                            + " profit are higher without them. Add them by product to the coefficients, or to D."));
            if (imports.areByProduct()) {
                notes.add(
                        "Imported inputs are recorded, but not among the inputs of this technique: rates of profit are"
                                + " higher without them. See withImportsAsProducedAtHome(ImportedInputs.recorded()).");
            }
        }
        return notes;
    }

    /** Refuses to compare a technique with its imports to one without. */
    static void requireAlike(Technique one, Technique other) {
        if (one.countsImports() != other.countsImports()) {
            throw new IllegalArgumentException(
                    "One technique counts its imported inputs, the other does not: what differs"
                            + " would be the counting. See withImportsAsProducedAtHome.");
        }
    }
}
