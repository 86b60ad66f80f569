package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.LongTable;
import org.leontief.io.Pymrio;
import org.leontief.table.InputOutputTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same table in another format. */
@Command(
        name = "convert",
        description = {
            "Write a table in another format. What the format cannot hold is said, and numbers are the same to the last bit.",
            "",
            "  CSV     one file in the library's own layout, which holds everything",
            "  PYMRIO  a folder that pymrio.load_all opens",
            "  LONG    a folder with a file for each matrix, one number to a row, which holds everything",
            ""
        },
        footer = {"Example: leontief convert --table IOT_2011_pxp.zip --as CSV --to exiobase.csv.gz"})
@SuppressWarnings("NullAway.Init") // picocli sets the options before they are read
final class ConvertCommand extends Question {

    /** What is written. */
    enum Target {
        /** The library's own layout. */
        CSV,
        /** What pymrio opens. */
        PYMRIO,
        /** Matrices in long form. */
        LONG
    }

    private static final Pattern NAME_OF_FILE = Pattern.compile("(?i).*\\.(csv|txt|tsv|json)(\\.gz)?");

    @Option(
            names = "--to",
            paramLabel = "PATH",
            required = true,
            converter = TargetPath.class,
            description = "The file (.csv, .csv.gz) or folder to write.")
    private Path target;

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            defaultValue = "CSV",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Target format;

    @Override
    Answer answer() throws IOException {
        InputOutputTable table = table();
        Answer answer =
                new Answer(table.toString()).fact("Source", source().source()).fact("Format", format.name());
        if (format == Target.CSV) {
            return answer.writing(target, place -> InputOutputCsv.write(table, place));
        }
        requireNameOfFolder();
        requireFree(target);
        answer.notes(format == Target.PYMRIO ? leftOut(table) : List.of());
        return answer.writing(
                target,
                place -> FilesInPlace.write(place, watch(), draft -> {
                    if (format == Target.PYMRIO) {
                        Pymrio.write(table, draft);
                    } else {
                        LongTable.write(table, draft);
                    }
                }));
    }

    /** A folder called like a file is taken for one, by people and by whoever reads it next. */
    private void requireNameOfFolder() {
        if (NAME_OF_FILE.matcher(target.toString()).matches()) {
            throw usage("--as " + format + " writes a folder, and '" + target
                    + "' is the name of a file: leave out its ending, or write --as CSV.");
        }
    }

    /** Files of an older table beside those of the new one would be read with them. */
    private static void requireFree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(
                            folder.toString(), null, "something is in this folder; give one that is new or empty");
                }
            }
        }
    }

    /** What pymrio's tables have no place for. */
    private static List<String> leftOut(InputOutputTable table) {
        List<String> notes = new ArrayList<>();
        if (table.statedOutput().isPresent()) {
            notes.add(
                    "Stated gross output was not written: whoever reads the rows adds them up, which may differ from it.");
        }
        if (table.imports().isPresent()) {
            notes.add("Imports by product were not written: pymrio's tables have no place for them.");
        }
        return notes;
    }
}
