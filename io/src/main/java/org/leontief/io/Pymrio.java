package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leontief.table.InputOutputTable;

/**
 * Reads and writes tables as pymrio saves them ({@code save_all} with {@code table_format="txt"}): a folder, or a ZIP archive of
 * one, with {@code file_parameters.json}, {@code Z.txt}, {@code Y.txt}, {@code unit.txt} and a folder for each extension. What
 * is written here, {@code pymrio.load_all(folder)} opens with the same numbers and labels.
 *
 * <p>The extension {@code factor_inputs} is the table's value added, and the reverse; all other extensions are rows of the
 * table's extensions, written as one, {@code extensions}. Levels of a stressor's index are joined, {@code "CO2 / air"}, and
 * taken apart again where all stressors have equally many. Where pymrio has saved A and no Z, gross output solves
 * x = A x + Y 1. Results (L, M, D_cba…) are not read.
 *
 * <p>Source: K. Stadler, <i>Pymrio</i>, Journal of Open Research Software 9 (2021), and its documentation on loading and saving.
 */
public final class Pymrio {

    private Pymrio() {}

    /**
     * Reads a saved table.
     *
     * @param path the folder, or a ZIP archive of it
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a saved table, watched.
     *
     * @param path the folder, or a ZIP archive of it
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if files are missing, or hold something else
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        CsvOptions tabs = options.withDelimiter(Delimiter.TAB);
        return Recognition.expecting(
                path,
                "a table that pymrio has saved",
                List.of(FileLooks.PYMRIO, FileLooks.TWO_HEADER_ROWS),
                () -> new PymrioFolder(DataFolder.open(path), tabs, "Table saved by pymrio").read());
    }

    /**
     * Writes a table. A category of final demand without a region gets an empty one where the sectors have regions. Imports by
     * product and stated outputs have no place in pymrio's tables and are not written, which the answer says.
     *
     * @param table the table
     * @param folder the folder, made if it is not there; files of the same names are replaced, others are left alone
     * @return what the folder could not hold, sentences for a person; empty if it holds the whole table
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if only some sectors have regions
     */
    public static List<String> write(InputOutputTable table, Path folder) throws IOException {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        new PymrioWriter(table, folder).write(last == null ? "table" : last.toString());
        List<String> notes = new ArrayList<>();
        table.imports()
                .ifPresent(
                        imports -> notes.add("Imports of " + imports.products().size()
                                + " products were not written: pymrio's tables have no place for them."));
        if (table.statedOutput().isPresent()) {
            notes.add("Stated gross output was not written: pymrio adds up the rows, which may differ from it.");
        }
        return List.copyOf(notes);
    }
}
