package org.leontief.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.leontief.io.ByteRows.Cells;
import org.leontief.io.ParsedRows.UnfitQuotesException;
import org.leontief.solve.Progress;

/**
 * The rows of one file, one after the other, and the words for where in it something is wrong. Blank lines are passed
 * over. A name that ends in .gz is read through gzip, the only file of a ZIP archive in place.
 */
final class CsvSource implements Closeable {

    private static final long ROWS_PER_REPORT = 65_536;
    /** A row of a world table holds thousands of cells, and such a table has fewer rows than that. */
    private static final long CELLS_PER_REPORT = 1 << 20;

    private final DataFile data;
    private final String file;
    private final CsvOptions options;
    private final NumberParser numbers;
    /** Whether numbers can be taken from the bytes of a cell: they have a decimal point and nothing else in them. */
    private final boolean plainNumbers;

    private final RowReader rows;
    private boolean isDelimiterSure;
    private long rowsRead;
    private long cellsSinceReport;
    private List<String> columnNames = List.of();
    private String rowName = "";
    /** The column whose cell names the row, or −1. */
    private int nameColumn = -1;

    private CsvSource(DataFile data, CsvOptions options, RowReader rows) {
        this.data = data;
        file = data.shown();
        this.options = options;
        this.rows = rows;
        numbers = new NumberParser(options);
        NumberParser plain = new NumberParser(CsvOptions.defaults());
        plainNumbers = options.decimalMark() == DecimalMark.POINT
                && options.missingMarkers().stream().allMatch(marker -> Double.isNaN(plain.parse(marker)));
    }

    static CsvSource open(Path path, CsvOptions options) throws IOException {
        return open(DataFile.of(path), options);
    }

    static CsvSource open(DataFile data, CsvOptions options) throws IOException {
        InputStream in = data.open();
        try {
            ByteRows rows = new ByteRows(in, data.shown(), options.charset(), options.delimiter());
            if (!rows.isBinary()) {
                Workbooks.requireNotNamedLikeOne(data);
            }
            return new CsvSource(data, options, rows);
        } catch (IOException e) {
            in.close();
            throw data.explained(e);
        }
    }

    /** The rows of a text file, or of a sheet if the file is an Excel workbook. */
    static CsvSource openTable(DataFile data, String sheet, CsvOptions options) throws IOException {
        if (Workbooks.isNamedLikeOne(data)) {
            return openSheet(data, sheet, options);
        }
        if (!sheet.isEmpty()) {
            throw new CsvFormatException(
                    data.shown(),
                    0,
                    data.shown() + ": the sheet " + NumberParser.quoted(sheet)
                            + " is declared, and the file is no Excel workbook (.xlsx). Leave the sheet out.");
        }
        return open(data, options);
    }

    /** The rows of a sheet of an Excel workbook; of the first if the name is empty. A line is a row of the sheet. */
    static CsvSource openSheet(DataFile data, String sheet, CsvOptions options) throws IOException {
        if (options.decimalMark() != DecimalMark.POINT || options.thousandsSeparator() != ThousandsSeparator.NONE) {
            throw new CsvFormatException(
                    data.shown(),
                    0,
                    data.shown() + ": the numbers of a workbook are stored as numbers, whatever they look like on the"
                            + " screen. Leave out withDecimalComma and withThousandsSeparator.");
        }
        CsvSource source = new CsvSource(data, options, Workbooks.open(data, sheet));
        source.anyDelimiter();
        return source;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Goes to the next row that is not blank; false at the end of the file. */
    boolean next() throws IOException {
        rowName = "";
        nameColumn = -1;
        do {
            if (!advance()) {
                return false;
            }
        } while (isBlankLine());
        rowsRead++;
        if (rowsRead == 1 && !isDelimiterSure) {
            requireLikelyDelimiter();
        }
        cellsSinceReport += width();
        if (rowsRead % ROWS_PER_REPORT == 0 || cellsSinceReport >= CELLS_PER_REPORT) {
            report();
        }
        return true;
    }

    /** Takes a first row of one cell without asking whether the delimiter may be another. */
    void anyDelimiter() {
        isDelimiterSure = true;
    }

    /** The first row; an error if there is none. */
    void first() throws IOException {
        if (!next()) {
            throw inFile("the file is empty");
        }
    }

    private boolean advance() throws IOException {
        try {
            return rows.next();
        } catch (UnfitQuotesException e) {
            throw inRow("the quotes of this row do not fit: a quoted cell has to end with a quote before the next"
                    + " delimiter, and a quote inside it is written twice");
        } catch (IOException e) {
            throw data.explained(e);
        }
    }

    private boolean isBlankLine() {
        return width() == 0 || (width() == 1 && cell(0).isEmpty());
    }

    String file() {
        return file;
    }

    int width() {
        return rows.width();
    }

    /** A cell without the blanks at its ends. */
    String cell(int column) {
        return rows.cell(column).strip();
    }

    boolean isEmpty(int column) {
        Cells bytes = rows.bytes();
        return bytes == null ? cell(column).isEmpty() : bytes.start[column] == bytes.end[column];
    }

    /** The line on which the row begins. */
    long line() {
        return rows.line();
    }

    /** The cells of the row as bytes; null if they are there as text only. */
    @Nullable
    Cells bytes() {
        return rows.bytes();
    }

    /** The cell as a number; an error if it is none. */
    double number(int column) throws CsvFormatException {
        Cells bytes = plainNumbers ? rows.bytes() : null;
        double plain = bytes == null ? Double.NaN : bytes.number(column);
        if (!Double.isNaN(plain)) {
            return plain;
        }
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

    /** Names the row by one of its cells, which is looked up only if there is something to say. */
    void nameRowBy(int column) {
        nameColumn = column;
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
        return new CsvFormatException(file, line(), file + ", line " + line() + namedRow() + ": " + sentence(problem));
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
        String name = nameColumn < 0 ? rowName : cell(nameColumn);
        return name.isEmpty() ? "" : ", row " + NumberParser.quoted(name);
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") || problem.endsWith("?") ? problem : problem + ".";
    }

    /** The line of a cell, which is below the line of the row if an earlier cell holds line breaks. */
    private long lineOf(int column) {
        long breaks = 0;
        for (int c = 0; c < Math.min(column, width()); c++) {
            breaks += lineBreaks(rows.cell(c));
        }
        return line() + breaks;
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
        report(rowsRead);
    }

    /** Says that so many rows have been read by others; every so often the listener is told. */
    void countRows(long rowCount) {
        if (rowCount % ROWS_PER_REPORT == 0) {
            report(rowCount);
        }
    }

    private void report(long rowCount) {
        if (!options.progress().proceed(new Progress("reading " + file, rowCount, -1, Double.NaN))) {
            throw new CancellationException("Reading " + file + " was stopped after " + rowCount + " rows.");
        }
    }

    /** Whether a number is what it looks like: a decimal point, no separators, no text that means 0. */
    boolean hasPlainNumbers() {
        return plainNumbers;
    }
}
