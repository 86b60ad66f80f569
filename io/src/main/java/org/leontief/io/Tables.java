package org.leontief.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads an input-output table of whatever kind the path looks like: by the names of the files, and by their first rows.
 *
 * <p>It chooses a reader and nothing else: what the reader of the database refuses is refused here, in its words. What looks like
 * something that is no whole table, or needs a word of yours, is refused with the name of what reads it: supply and use need a
 * model, files of the BEA and of Eurostat come in twos, and a file that does not say what its rows are needs a {@link TableLayout}.
 */
public final class Tables {

    private Tables() {}

    /**
     * Reads a table.
     *
     * @param path a file, a folder or a ZIP archive
     * @return the table, from where, and what it could not hold
     * @throws CsvFormatException if it looks like nothing that can be read whole, or the reader refuses it
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads a table, watched.
     *
     * @param path a file, a folder or a ZIP archive
     * @param options the listener that is told how far the read has come; a delimiter and a decimal mark count for files in the
     *     library's own layouts only
     * @return the table, from where, and what it could not hold
     * @throws CsvFormatException if it looks like nothing that can be read whole, or the reader refuses it
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    path
                            + ": this is a pipe or a device, which can be read once, and a table is looked at before it is read."
                            + " Save it to a file.");
        }
        CsvOptions watched = CsvOptions.defaults().withProgress(options.progress());
        FileLooks looks = Recognition.of(path);
        return switch (looks) {
            case EXIOBASE_1_2 -> Exiobase.read(path, watched);
            case EXIOBASE_HYBRID -> ExiobaseHybrid.read(path, watched);
            case EORA26 -> Eora26.read(path, watched);
            case GLORIA -> Gloria.read(path, Gloria.Prices.BASIC, watched);
            case PYMRIO -> isExiobase(path) ? Exiobase.read(path, watched) : Pymrio.read(path, watched);
            case WIOD -> Wiod.read(path, watched);
            case FIGARO_MATRIX, FIGARO_FLAT -> Figaro.read(path, watched);
            case OECD_ICIO -> OecdIcio.read(path, watched);
            case OWN_TABLE -> own(path, options);
            case LONG_TABLE -> LongTable.read(path, options);
            case WIOD_ACCOUNTS,
                    WIOD_ENVIRONMENT,
                    BEA,
                    EUROSTAT,
                    OWN_SUPPLY_USE,
                    TWO_HEADER_ROWS,
                    BARE_NUMBERS,
                    LONG_FORM,
                    UNKNOWN -> otherwise(path, looks, options);
        };
    }

    /** A file may still be a table whose reader knows better what is wrong with it; a folder is none. */
    private static DatabaseTable otherwise(Path path, FileLooks looks, CsvOptions options) throws IOException {
        if (looks.isTelling()) {
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    path + ": this is no whole table that says itself what its rows are; it looks like "
                            + looks.withReader() + "." + mend(path, looks));
        }
        if (Files.isDirectory(path)) {
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    path
                            + ": nothing in this folder looks like a table that is known here. Parts of a table are read with"
                            + " MatrixCsv or LongCsv, and put together with InputOutputTable.builder.");
        }
        return own(path, options);
    }

    private static String mend(Path path, FileLooks looks) {
        if (Files.isDirectory(path)) {
            return looks == FileLooks.TWO_HEADER_ROWS
                    ? " Here no file has a name by which they find the flows: Z.txt, A.txt or mrIot….txt."
                    : "";
        }
        // A symmetric table in somebody's codes looks like supply or use in the same codes.
        return looks == FileLooks.OWN_SUPPLY_USE
                ? ""
                : " If its rows and columns are those of one table, declare them: InputOutputCsv.read(path, TableLayout…).";
    }

    private static DatabaseTable own(Path path, CsvOptions options) throws IOException {
        return new DatabaseTable("the library's own layout", InputOutputCsv.read(path, options), List.of());
    }

    /** Archives of EXIOBASE 3 are called IOT_2011_pxp.zip, and folders what was in them. */
    private static boolean isExiobase(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last != null && last.toString().matches("IOT_\\d{4}_(pxp|ixi)(\\.zip)?");
    }
}
