package org.leontief.io;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Excel workbooks: of today (.xlsx), and of before 2007 (.xls), for which Apache POI must be on the class path. */
final class Workbooks {

    private Workbooks() {}

    /** Whether the name is one of a workbook that can be read. */
    static boolean isNamedLikeOne(DataFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || isOld(file);
    }

    /** Text under the name of a workbook is something else than its name says. */
    static void requireNotNamedLikeOne(DataFile file) throws CsvFormatException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw notOne(file);
        }
    }

    /** Says that the file is none of today's workbooks, though its name says so. */
    static CsvFormatException notOne(DataFile file) {
        return new CsvFormatException(
                file.shown(),
                0,
                file.shown()
                        + ": the name ends in .xlsx, but the file is not an Excel workbook. If it is text, give it a name"
                        + " that ends in .csv; an older workbook (.xls, .xlsb) must be saved as .xlsx first.");
    }

    private static boolean isOld(DataFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xls");
    }

    /** The names of the sheets, in their order. */
    static List<String> sheets(DataFile file) throws IOException {
        requireNoBinary(file);
        return isOld(file) ? withPoi(file, () -> BinarySheetRows.names(file)) : SheetRows.names(file);
    }

    /** The rows of a sheet; of the first if the name is empty. */
    static RowReader open(DataFile file, String sheet) throws IOException {
        requireNoBinary(file);
        return isOld(file) ? withPoi(file, () -> BinarySheetRows.open(file, sheet)) : SheetRows.open(file, sheet);
    }

    private static void requireNoBinary(DataFile file) throws CsvFormatException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".xlsb")) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown()
                            + ": binary workbooks (.xlsb) are not read; save it as .xlsx, in Excel or LibreOffice.");
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T withPoi(DataFile file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (NoClassDefFoundError e) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown()
                            + ": to read workbooks of before 2007 (.xls), add org.apache.poi:poi to the class path, or"
                            + " save the workbook as .xlsx (missing is " + e.getMessage() + ").",
                    e);
        }
    }
}
