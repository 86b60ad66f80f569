package org.leontief.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;

/** Writes cells one after the other. Numbers are written so that they read back bit for bit. */
final class CsvOutput {

    /** Writes the rows of a file. */
    @FunctionalInterface
    interface Rows {
        void writeTo(CsvOutput out) throws IOException;
    }

    private final CSVFormat format;
    private final Writer writer;
    private final char decimal;
    private boolean atRowStart = true;

    private CsvOutput(Writer writer, CsvOptions options) {
        this.writer = writer;
        format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(options.delimiter().character())
                .get();
        decimal = options.decimalMark().character();
    }

    /** Writes a whole file or none; a name that says it is something else is refused. */
    static void write(Path path, CsvOptions options, Rows rows) throws IOException {
        FileNames.requireText(path, options.delimiter());
        AtomicFile.write(path, options.charset(), writer -> rows.writeTo(new CsvOutput(writer, options)));
    }

    CsvOutput text(String text) throws IOException {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "The text " + NumberParser.quoted(text) + " holds a NUL character, which no text file can hold.");
        }
        print(text);
        return this;
    }

    CsvOutput texts(String... texts) throws IOException {
        for (String text : texts) {
            text(text);
        }
        return this;
    }

    /** As many empty cells. */
    CsvOutput blanks(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            printBlank();
        }
        return this;
    }

    CsvOutput region(Label label) throws IOException {
        @Nullable String region = label.region();
        return region == null ? blanks(1) : text(region);
    }

    CsvOutput number(double value) throws IOException {
        // The shortest text that Double.parseDouble turns back into the same bits, −0.0 included.
        String text = Double.toString(value);
        print(decimal == '.' ? text : text.replace('.', decimal));
        return this;
    }

    void endRow() throws IOException {
        writer.write('\n');
        atRowStart = true;
    }

    private void print(String text) throws IOException {
        format.print(text, writer, atRowStart);
        atRowStart = false;
    }

    private void printBlank() throws IOException {
        if (!atRowStart) {
            writer.write(format.getDelimiterString());
        }
        atRowStart = false;
    }
}
