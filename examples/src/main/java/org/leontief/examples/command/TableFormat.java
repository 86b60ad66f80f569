package org.leontief.examples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.leontief.io.CsvOptions;
import org.leontief.io.DatabaseTable;
import org.leontief.io.Eora26;
import org.leontief.io.Exiobase;
import org.leontief.io.ExiobaseHybrid;
import org.leontief.io.Figaro;
import org.leontief.io.Gloria;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.LongTable;
import org.leontief.io.OecdIcio;
import org.leontief.io.Pymrio;
import org.leontief.io.Tables;
import org.leontief.io.Wiod;

/** What a table is read as. */
enum TableFormat {
    /** Whatever it looks like. */
    AUTO,
    /** The library's own layout, a file. */
    CSV,
    /** The library's own long form, a folder or an archive. */
    LONG,
    /** A folder or an archive that pymrio has saved. */
    PYMRIO,
    /** A folder or an archive of EXIOBASE 1 to 3. */
    EXIOBASE,
    /** A folder or an archive of EXIOBASE, hybrid units. */
    EXIOBASE_HYBRID,
    /** A workbook of the WIOD. */
    WIOD,
    /** A CSV file of the OECD. */
    OECD,
    /** A CSV file in matrix or flat form. */
    FIGARO,
    /** A folder or an archive. */
    EORA26,
    /** A folder or an archive, at basic prices. */
    GLORIA;

    DatabaseTable read(Path path, CsvOptions options) throws IOException {
        return switch (this) {
            case AUTO -> Tables.read(path, options);
            case CSV -> new DatabaseTable("the library's own layout", InputOutputCsv.read(path, options), List.of());
            case LONG -> LongTable.read(path, options);
            case PYMRIO -> Pymrio.read(path, options);
            case EXIOBASE -> Exiobase.read(path, options);
            case EXIOBASE_HYBRID -> ExiobaseHybrid.read(path, options);
            case WIOD -> Wiod.read(path, options);
            case OECD -> OecdIcio.read(path, options);
            case FIGARO -> Figaro.read(path, options);
            case EORA26 -> Eora26.read(path, options);
            case GLORIA -> Gloria.read(path, Gloria.Prices.BASIC, options);
        };
    }
}
