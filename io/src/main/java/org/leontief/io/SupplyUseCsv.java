package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.leontief.table.SupplyUseTable;

/**
 * Supply and use tables in the library's own layout: one wide file that says itself what each row and column is, and holds
 * everything that such tables hold.
 *
 * <pre>
 * supply and use tables,basic prices,,industry,industry,final demand,imports,margins,taxes
 * kind,name,unit,Farms,Works,Households,Imports,Trade,VAT
 * supply,Food,million EUR,90.0,30.0,,5.0,0.0,0.0
 * supply,Tools,million EUR,0.0,80.0,,0.0,0.0,0.0
 * use,Food,million EUR,45.0,2.0,78.0,,,
 * use,Tools,million EUR,5.0,20.0,55.0,,,
 * imported use,Food,million EUR,1.0,0.0,4.0,,,
 * imported use,Tools,million EUR,0.0,0.0,0.0,,,
 * value added,Wages,million EUR,40.0,88.0,,,,
 * extension,Employment,thousand persons,3.0,4.0,,,,
 * </pre>
 *
 * <p>The second cell says the prices of the uses: {@code basic prices}, {@code producers' prices} or {@code purchasers' prices}. Rows
 * of a product are joined by its name, in whatever order. The cells of an extension below final demand hold what final users
 * themselves emit or use; blank is 0. Other cells are blank where nothing can be recorded, and a number anywhere else. Where labels
 * have regions, a second row that begins with {@code region} holds those of the columns, and a column {@code region} after
 * {@code kind} those of the rows.
 */
public final class SupplyUseCsv {

    private SupplyUseCsv() {}

    /**
     * Whether a file is in this layout, by its first rows; what it holds is not looked at.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return true if {@link #read(Path)} is its reader
     */
    public static boolean isSupplyUse(Path path) {
        return Recognition.of(path) == FileLooks.OWN_SUPPLY_USE;
    }

    /**
     * Reads tables in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @return the tables
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static SupplyUseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads tables in the library's own layout.
     *
     * @param path the file; through gzip if its name ends in .gz
     * @param options how its text is to be read
     * @return the tables
     * @throws CsvFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static SupplyUseTable read(Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "supply and use tables in the library's own layout",
                List.of(FileLooks.OWN_SUPPLY_USE, FileLooks.LONG_FORM),
                () -> SupplyUseReader.read(path, options));
    }

    /**
     * Writes tables so that {@link #read(Path)} gives back equal ones, bit for bit.
     *
     * @param table the tables
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @throws IOException if it cannot be written
     */
    public static void write(SupplyUseTable table, Path path) throws IOException {
        write(table, path, CsvOptions.defaults());
    }

    /**
     * Writes tables so that {@link #read(Path, CsvOptions)} gives back equal ones.
     *
     * @param table the tables
     * @param path the file, written whole or not at all; through gzip if its name ends in .gz
     * @param options delimiter, charset and decimal mark
     * @throws IOException if it cannot be written
     */
    public static void write(SupplyUseTable table, Path path, CsvOptions options) throws IOException {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        CsvOutput.write(path, options, out -> new SupplyUseWriter(table, out).write());
    }
}
