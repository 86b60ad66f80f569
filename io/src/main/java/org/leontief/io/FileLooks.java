package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a text file looks like, from its first rows: so that a reader that was given another's file can say whose it is. */
enum FileLooks {
    /** {@code V1,AUS_A01_02,…} or an empty first cell, industries and final users of regions. */
    OECD_ICIO("a table of the OECD's ICIO (OecdIcio)"),
    /** {@code rowLabels,AR_A01,…}. */
    FIGARO_MATRIX("a FIGARO table in matrix form (Figaro)"),
    /** {@code icioiRow,icioiCol,refArea,…,obsValue}. */
    FIGARO_FLAT("a FIGARO table in flat form (Figaro)"),
    /** Tabs, regions in the first row, sectors in the second, labels beside them. */
    TWO_HEADER_ROWS("a table with regions in the first and sectors in the second row, as EXIOBASE and pymrio have it"
            + " (Exiobase, Pymrio)"),
    /** Numbers only. */
    BARE_NUMBERS("a matrix without labels, as Eora26 and GLORIA have it (Eora26, Gloria)"),
    /** One text header over columns of texts and numbers. */
    LONG_FORM("a file in long form, one number to a row (LongCsv)"),
    /** Anything else. */
    UNKNOWN("none of the databases that are known here");

    private final String described;

    FileLooks(String described) {
        this.described = described;
    }

    /** An error if the file looks like something else; it says what. */
    static void require(DataFile file, FileLooks expected, CsvOptions options) throws IOException {
        FileLooks found = of(file, options);
        if (found != expected) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown() + ": this is not " + expected.described + "; it looks like " + found.described + ".");
        }
    }

    static FileLooks of(DataFile file, CsvOptions options) throws IOException {
        for (Delimiter delimiter : Delimiter.values()) {
            Optional<List<List<String>>> rows = firstRows(file, options.withDelimiter(delimiter));
            if (rows.isPresent()) {
                return of(rows.get(), delimiter);
            }
        }
        return UNKNOWN;
    }

    /** The first three rows, if the delimiter is the right one. */
    private static Optional<List<List<String>>> firstRows(DataFile file, CsvOptions options) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvSource source = CsvSource.open(file, options)) {
            source.anyDelimiter();
            source.first();
            do {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < source.width(); c++) {
                    cells.add(source.cell(c));
                }
                rows.add(cells);
            } while (rows.size() < 3 && source.next());
        }
        return rows.get(0).size() > 1 ? Optional.of(rows) : Optional.empty();
    }

    private static FileLooks of(List<List<String>> rows, Delimiter delimiter) {
        List<String> header = rows.get(0);
        String first = header.get(0);
        if (header.contains("obsValue")) {
            return FIGARO_FLAT;
        }
        if (header.stream().allMatch(FileLooks::isNumber)) {
            return BARE_NUMBERS;
        }
        if (delimiter == Delimiter.TAB
                && rows.size() > 1
                && !rows.get(1).stream().skip(1).allMatch(FileLooks::isNumber)) {
            return TWO_HEADER_ROWS;
        }
        boolean codes = header.subList(1, Math.min(3, header.size())).stream().allMatch(code -> code.indexOf('_') > 0);
        if (codes && (first.equals("rowLabels") || header.stream().anyMatch(code -> code.endsWith("_P3_S14")))) {
            return FIGARO_MATRIX;
        }
        if (codes) {
            return OECD_ICIO;
        }
        return header.size() <= 8 ? LONG_FORM : UNKNOWN;
    }

    private static boolean isNumber(String text) {
        return !Double.isNaN(new NumberParser(CsvOptions.defaults()).parse(text));
    }
}
