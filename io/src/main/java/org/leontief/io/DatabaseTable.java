package org.leontief.io;

import java.util.List;
import org.leontief.table.InputOutputTable;

/**
 * A table from one of the world's databases, with what it could not hold. Whoever uses the table should read the notes
 * once: they name every number of the source that is not in it, and every number in it that the source does not state.
 *
 * @param source which database and edition it is, as far as the files say
 * @param table the table
 * @param notes sentences, one for each thing that the table could not represent or that was computed; empty if there is none
 */
public record DatabaseTable(String source, InputOutputTable table, List<String> notes) {

    /**
     * Takes a copy of the notes.
     *
     * @param source as above
     * @param table as above
     * @param notes as above
     */
    public DatabaseTable {
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
