package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.leontief.io.TableForm.Totals;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/**
 * Whole input-output tables in wide form: a row and a column for each sector, further columns for final demand, further
 * rows for value added and extensions.
 *
 * <p>The library's own layout says itself what each row and column is, and holds everything that a table holds:
 *
 * <pre>
 * input-output table,,,sector,sector,final demand,stated output
 * kind,name,unit,Agriculture,Manufacturing,Final users,stated output
 * sector,Agriculture,million EUR,150.0,500.0,350.0,1000.0
 * sector,Manufacturing,million EUR,200.0,100.0,1700.0,2000.0
 * value added,Wages,million EUR,650.0,1400.0,,
 * extension,Employment,thousand persons,12.0,30.0,,
 * imports,Oil,million EUR,0.0,40.0,10.0,
 * </pre>
 *
 * <p>The cells of an extension below final demand hold what final users themselves emit or use; blank is 0.
 *
 * <p>A column of {@code stated output} must agree with the row sums within one millionth; {@code stated output (compared)}
 * may differ, and {@code stated output (counts)} is the gross output even if it does. Where labels have regions, a second
 * row that begins with {@code region} holds those of the columns, and a column {@code region} after {@code kind} those of
 * the rows.
 *
 * <p>The layout of other files is declared with a {@link TableLayout}. A file may be a sheet of an Excel workbook (.xlsx), too:
 * the first, or the one that the layout names; its cells are those of a CSV file.
 */
public final class InputOutputCsv {

    /** What has no reader of its own is read with a declared layout, which the reader itself says. */
    private static final List<FileLooks> OWN = List.of(
            FileLooks.OWN_TABLE,
            FileLooks.EUROSTAT,
            FileLooks.BEA,
            FileLooks.TWO_HEADER_ROWS,
            FileLooks.BARE_NUMBERS,
            FileLooks.LONG_FORM);

    private InputOutputCsv() {}

    /**
     * Reads a table in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the table
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static InputOutputTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a table in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @return the table
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static InputOutputTable read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "a table in the library's own layout",
                OWN,
                () -> WideTableReader.read(path, new OwnForm(), options));
    }

    /**
     * Reads a table in the library's own layout, and decides what becomes of stated outputs, whatever the file says.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @param policy whether stated output or the sum of the row counts
     * @param tolerance largest relative difference that {@link TotalsPolicy#REFUSE_DIFFERENCES} allows, at least 0
     * @return the table
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static InputOutputTable read(Path path, CsvOptions options, TotalsPolicy policy, double tolerance)
            throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(policy, "policy");
        Totals totals = new Totals(policy, tolerance);
        return Recognition.expecting(
                path,
                "a table in the library's own layout",
                OWN,
                () -> WideTableReader.read(path, new OwnForm(), options, totals));
    }

    /**
     * Reads a table whose layout is declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout which rows and columns are what
     * @return the table
     * @throws CsvFormatException if the file holds something else than the layout declares
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the layout names no unit
     */
    public static InputOutputTable read(Path path, TableLayout layout) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(layout, "layout");
        return read(path, layout, CsvOptions.defaults());
    }

    /**
     * Reads a table whose layout is declared.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param layout which rows and columns are what
     * @param options how its text is to be read
     * @return the table
     * @throws CsvFormatException if the file holds something else than the layout declares
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the layout names no unit
     */
    public static InputOutputTable read(Path path, TableLayout layout, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(options, "options");
        return WideTableReader.read(path, new DeclaredForm(layout), options);
    }

    /**
     * Writes a table in the library's own layout, so that {@link #read(Path)} gives back an equal one, bit for bit.
     *
     * @param table the table
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @throws IOException if it cannot be written
     */
    public static void write(InputOutputTable table, Path path) throws IOException {
        write(table, path, CsvOptions.defaults());
    }

    /**
     * Writes a table in the library's own layout, so that {@link #read(Path, CsvOptions)} gives back an equal one.
     *
     * @param table the table
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     */
    public static void write(InputOutputTable table, Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        CsvOutput.write(path, options, out -> new OwnTableWriter(table, out).write());
    }
}
