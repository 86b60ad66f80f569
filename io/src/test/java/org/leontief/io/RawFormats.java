package org.leontief.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The databases' layouts, small, and a second way to read them: lines split at the delimiter, and nothing else. */
final class RawFormats {

    private RawFormats() {}

    static Path folder() {
        String data = System.getProperty("leontief.shared.data");
        assumeTrue(data != null, "no leontief.shared.data");
        Path folder = Path.of(data).resolve("raw_formats");
        assumeTrue(Files.isDirectory(folder), "no raw formats");
        return folder;
    }

    /** The cells of a text file whose cells hold no delimiter. */
    static List<List<String>> cells(Path file, String delimiter) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            rows.add(List.of(line.replace("\"", "").split(delimiter, -1)));
        }
        return rows;
    }

    static double number(List<List<String>> cells, int row, int column) {
        String text = cells.get(row).get(column);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
