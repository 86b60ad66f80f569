package org.leontief.io;

import java.util.List;
import org.leontief.table.SupplyUseTable;

/**
 * Supply and use tables of a statistical office, with what they could not hold. Whoever uses the tables should read the notes
 * once: they name every number of the source that is not in them, and say how far the totals of the source are from the sums.
 *
 * @param source which office's tables they are and in which framework
 * @param table the tables
 * @param notes sentences, one for each thing that the tables could not represent; empty if there is none
 */
public record DatabaseSupplyUse(String source, SupplyUseTable table, List<String> notes) {

    /**
     * Takes a copy of the notes.
     *
     * @param source as above
     * @param table as above
     * @param notes as above
     */
    public DatabaseSupplyUse {
        notes = List.copyOf(notes);
    }

    /** Source and shape, and the notes below them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source + ": " + table);
        notes.forEach(note -> text.append("\n  - ").append(note));
        return text.toString();
    }
}
