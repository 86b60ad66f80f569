package org.leontief.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a text with quotes and line breaks in cells, read character by character. */
final class ParsedRows implements RowReader {

    private final StrictTextReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    /** Lines of the file before those that are parsed here. */
    private final long linesBefore;

    private @Nullable CSVRecord row;
    private long line;

    ParsedRows(StrictTextReader text, Delimiter delimiter, long linesBefore) throws IOException {
        // Empty lines are not left to the parser, which would pass over them without counting them.
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.character())
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        this.text = text;
        this.linesBefore = linesBefore;
        parser = CSVParser.builder().setReader(text).setFormat(format).get();
        records = parser.iterator();
    }

    @Override
    public boolean next() throws IOException {
        // The parser counts the lines read so far, so the next row begins on the one after.
        line = linesBefore + parser.getCurrentLineNumber() + 1;
        text.beginRow();
        try {
            row = records.hasNext() ? records.next() : null;
            return row != null;
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw cause instanceof CSVException ? new UnfitQuotesException(cause) : cause;
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int width() {
        return current().size();
    }

    @Override
    public String cell(int column) {
        return current().get(column);
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException("The source stands at no row.");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** The quotes of a row do not fit. */
    static final class UnfitQuotesException extends IOException {

        private static final long serialVersionUID = 1;

        UnfitQuotesException(IOException cause) {
            super(cause);
        }
    }
}
