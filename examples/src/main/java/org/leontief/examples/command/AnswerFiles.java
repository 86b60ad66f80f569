package org.leontief.examples.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.leontief.examples.command.Answer.Writing;
import org.leontief.examples.command.Sheet.Column;
import org.leontief.io.DatabaseTable;
import org.leontief.label.Label;

/** An answer as a folder: a CSV file for each sheet, and {@code answer.json}. */
final class AnswerFiles {

    static final String JSON = "answer.json";

    private AnswerFiles() {}

    static void write(Path folder, String command, @Nullable DatabaseTable table, Answer answer, Watch watch)
            throws IOException {
        FilesInPlace.write(folder, watch, draft -> {
            for (Sheet sheet : answer.sheets()) {
                csv(sheet, draft.resolve(Sheet.key(sheet.name()).replace('_', '-') + ".csv"));
            }
            try (Writer writer = Files.newBufferedWriter(draft.resolve(JSON), UTF_8)) {
                AnswerJson.write(writer, command, table, answer);
            }
            Writing more = answer.files();
            if (more != null) {
                more.to(draft);
            }
        });
    }

    private static void csv(Sheet sheet, Path file) throws IOException {
        boolean hasRegions = sheet.hasRegions();
        List<String> header = new ArrayList<>(hasRegions ? List.of("region", "label") : List.of("label"));
        sheet.columns().forEach(column -> header.add(column.key()));
        try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
            writer.write(record(header));
            for (int row = 0; row < sheet.labels().size(); row++) {
                Label label = sheet.labels().get(row);
                List<@Nullable Object> cells = new ArrayList<>();
                if (hasRegions) {
                    cells.add(label.region());
                }
                cells.add(label.name());
                for (Column column : sheet.columns()) {
                    cells.add(column.cells().get(row));
                }
                writer.write(record(cells));
            }
        }
    }

    private static String record(List<? extends @Nullable Object> cells) {
        return CSVFormat.DEFAULT.format(cells.toArray()) + "\n";
    }
}
