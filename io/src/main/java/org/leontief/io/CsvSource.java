package org.leontief.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;

/**
 * The rows of one file, one after the other, and the words for where in it something is wrong. Blank lines are passed
 * over. A name that ends in .gz is read through gzip.
 */
final class CsvSource implements Closeable {

    private static final long ROWS_PER_REPORT = 65_536;
    /** A row of a world table holds thousands of cells, and such a table has fewer rows than that. */
    private static final long CELLS_PER_REPORT = 1 << 20;

    private final String file;
    private final CsvOptions options;
    private final NumberParser numbers;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private @Nullable CSVRecord row;
    private long line;
    private long rowsRead;
    private long cellsSinceReport;
    private List<String> columnNames = List.of();
    private String rowName = "";

    private CsvSource(String file, CsvOptions options, CSVParser parser) {
        this.file = file;
        this.options = options;
        this.parser = parser;
        numbers = new NumberParser(options);
        records = parser.iterator();
    }

    static CsvSource open(Path path, CsvOptions options) throws IOException {
        String file = path.toString();
        InputStream in = Files.newInputStream(path);
        try {
            if (file.endsWith(".gz")) {
                in = new GZIPInputStream(in, 1 << 16);
            }
            // Empty lines are not left to the parser, which would pass over them without counting them.
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(options.delimiter().character())
                    .setIgnoreEmptyLines(false)
                    .setIgnoreSurroundingSpaces(true)
                    .get();
            StrictTextReader reader = new StrictTextReader(new BufferedInputStream(in), file, options.charset());
            return new CsvSource(
                    file,
                    options,
                    CSVParser.builder().setReader(reader).setFormat(format).get());
        } catch (IOException e) {
            in.close();
            throw e instanceof ZipException || e instanceof EOFException ? notGzip(file, e) : e;
        }
    }

    private static CsvFormatException notGzip(String file, IOException cause) {
        return new CsvFormatException(
                file, 0, file + ": the name ends in .gz, but the file is not a whole gzip file.", cause);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Goes to the next row that is not blank; false at the end of the file. */
    boolean next() throws IOException {
        rowName = "";
        do {
            // The parser counts the lines read so far, so the next row begins on the one after.
            line = parser.getCurrentLineNumber() + 1;
            if (!advance()) {
                return false;
            }
        } while (isBlankLine());
        rowsRead++;
        if (rowsRead == 1) {
            requireLikelyDelimiter();
        }
        cellsSinceReport += width();
        if (rowsRead % ROWS_PER_REPORT == 0 || cellsSinceReport >= CELLS_PER_REPORT) {
            report();
        }
        return true;
    }

    /** The first row; an error if there is none. */
    void first() throws IOException {
        if (!next()) {
            throw inFile("the file is empty");
        }
    }

    private boolean advance() throws IOException {
        try {
            if (!records.hasNext()) {
                row = null;
                return false;
            }
            row = records.next();
            return true;
        } catch (UncheckedIOException e) {
            throw explained(Objects.requireNonNull(e.getCause()));
        }
    }

    private IOException explained(IOException e) {
        if (e instanceof CsvFormatException) {
            return e;
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return notGzip(file, e);
        }
        if (e instanceof CSVException) {
            return inRow("the quotes of this row do not fit: a quoted cell has to end with a quote before the next"
                    + " delimiter, and a quote inside it is written twice");
        }
        return e;
    }

    private boolean isBlankLine() {
        return width() == 1 && cell(0).isEmpty();
    }

    private CSVRecord current() {
        if (row == null) {
            throw new IllegalStateException("The source stands at no row.");
        }
        return row;
    }

    String file() {
        return file;
    }

    int width() {
        return current().size();
    }

    /** A cell without the blanks at its ends. */
    String cell(int column) {
        return current().get(column).strip();
    }

    /** The line on which the row begins. */
    long line() {
        return line;
    }

    /** The cell as a number; an error if it is none. */
    double number(int column) throws CsvFormatException {
        double value = numbers.parse(cell(column));
        if (Double.isNaN(value)) {
            throw inCell(column, numbers.whyNot(cell(column)));
        }
        return value;
    }

    /** Gives the columns names for messages; empty ones are not shown. */
    void nameColumns(List<String> names) {
        columnNames = names;
    }

    /** Gives the row that the source stands at a name for messages. */
    void nameRow(String name) {
        rowName = name;
    }

    void requireWidth(int expected) throws CsvFormatException {
        if (width() != expected) {
            String name = rowName.isEmpty() && width() > 0 ? cell(0) : rowName;
            nameRow(name);
            throw inRow("the row has " + width() + " cells where the header has " + expected
                    + ". Maybe a delimiter is missing, or stands in a label or number that has no quotes around it?");
        }
    }

    /** An error about one cell of the row. */
    CsvFormatException inCell(int column, String problem) {
        long cellLine = lineOf(column);
        String name = column < columnNames.size() ? columnNames.get(column) : "";
        String place = ", column " + (column + 1) + (name.isEmpty() ? "" : " (" + NumberParser.quoted(name) + ")");
        return new CsvFormatException(
                file, cellLine, file + ", line " + cellLine + place + namedRow() + ": " + sentence(problem));
    }

    /** An error about the row. */
    CsvFormatException inRow(String problem) {
        return new CsvFormatException(file, line, file + ", line " + line + namedRow() + ": " + sentence(problem));
    }

    /** An error about the whole file. */
    CsvFormatException inFile(String problem) {
        return atLine(0, problem);
    }

    /** An error about a line that may be passed already; 0 for the whole file. */
    CsvFormatException atLine(long where, String problem) {
        String place = where == 0 ? "" : ", line " + where;
        return new CsvFormatException(file, where, file + place + ": " + sentence(problem));
    }

    private String namedRow() {
        return rowName.isEmpty() ? "" : ", row " + NumberParser.quoted(rowName);
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") || problem.endsWith("?") ? problem : problem + ".";
    }

    /** The line of a cell, which is below the line of the row if an earlier cell holds line breaks. */
    private long lineOf(int column) {
        long breaks = 0;
        for (int c = 0; c < Math.min(column, width()); c++) {
            breaks += lineBreaks(current().get(c));
        }
        return line + breaks;
    }

    private static long lineBreaks(String text) {
        return text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }

    private void requireLikelyDelimiter() throws CsvFormatException {
        if (width() > 1) {
            return;
        }
        for (Delimiter other : Delimiter.values()) {
            char c = other.character();
            boolean partOfNumber = c == options.decimalMark().character()
                    || options.thousandsSeparator().is(c);
            long count = cell(0).chars().filter(x -> x == c).count();
            if (other != options.delimiter() && count > 0 && !partOfNumber) {
                throw inRow("the first row is a single cell, with " + other.shown() + " in it (" + count
                        + " times) and no " + options.delimiter().shown()
                        + " between cells. Maybe the delimiter is another? See CsvOptions.withDelimiter(Delimiter."
                        + other + ").");
            }
        }
    }

    private void report() {
        cellsSinceReport = 0;
        if (!options.progress().proceed(new Progress("reading " + file, rowsRead, -1, Double.NaN))) {
            throw new CancellationException("Reading " + file + " was stopped after " + rowsRead + " rows.");
        }
    }
}
