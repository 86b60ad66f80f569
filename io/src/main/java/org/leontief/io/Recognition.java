package org.leontief.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a path looks like, by the names of the files, and by their first rows: so that {@link Tables} finds the reader, and a
 * reader that was given another database's can name it, which is asked after a reading has failed, and costs nothing before.
 */
final class Recognition {

    private static final int ROWS_LOOKED_AT = 12;
    private static final int FILES_LOOKED_INTO = 3;
    private static final Set<String> CODES_OF_BEA = Set.of(
            "T004",
            "T007",
            "T008",
            "T013",
            "T016",
            "T017",
            "T018",
            "T019",
            "F10C00",
            "Total Industry Output",
            "Total Commodity Output");

    /** A reading that may fail. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    private Recognition() {}

    /**
     * Reads; if that fails, and the path looks like something else than expected, the error says what it is.
     *
     * @param wanted what the reader takes, for the message
     */
    static <T> T expecting(Path path, String wanted, List<FileLooks> expected, Reading<T> reading) throws IOException {
        try {
            return readingLabels(path, reading);
        } catch (CsvFormatException e) {
            FileLooks found = of(path);
            String begin = path + ": ";
            String stopped = String.valueOf(e.getMessage());
            boolean isSaid = stopped.contains(found.withReader());
            if (!found.isTelling() || expected.contains(found) || isSaid) {
                throw e;
            }
            throw new CsvFormatException(
                    path.toString(),
                    0,
                    begin + "this is not " + wanted + "; it looks like " + found.withReader()
                            + ". Where the reader stopped: "
                            + (stopped.startsWith(begin) ? stopped.substring(begin.length()) : stopped),
                    e);
        }
    }

    /** Labels of a file that are blank, or stand twice, are no mistake of the caller. */
    private static <T> T readingLabels(Path path, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw new CsvFormatException(path.toString(), 0, path + ": " + e.getMessage(), e);
        }
    }

    /** An error if the text looks like something else. */
    static void require(DataFile file, FileLooks expected, CsvOptions options) throws IOException {
        FileLooks found = ofText(file, options);
        if (found != expected) {
            throw new CsvFormatException(
                    file.shown(),
                    0,
                    file.shown() + ": this is not " + expected.described() + "; it looks like " + found.withReader()
                            + ".");
        }
    }

    /** What the path looks like; unknown also if it cannot be read, which somebody else has said already. */
    static FileLooks of(Path path) {
        try {
            return Files.isDirectory(path) || DataFile.isZip(path)
                    ? ofFolder(DataFolder.open(path))
                    : ofFile(DataFile.plain(path));
        } catch (IOException e) {
            return FileLooks.UNKNOWN;
        }
    }

    private static FileLooks ofFolder(DataFolder folder) throws IOException {
        for (FileLooks looks : FileLooks.values()) {
            if (!folder.named(looks::isNamed).isEmpty()) {
                return looks;
            }
        }
        if (!folder.named(LongTable.TRANSACTIONS::equals).isEmpty()) {
            return FileLooks.LONG_TABLE;
        }
        List<String> tables = folder.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv|xlsx?)(\\.gz)?"))
                .limit(FILES_LOOKED_INTO)
                .toList();
        FileLooks unsure = FileLooks.UNKNOWN;
        for (String name : tables) {
            FileLooks looks = ofFile(folder.file(name));
            if (looks.isSure()) {
                return looks;
            }
            unsure = looks == FileLooks.UNKNOWN ? unsure : looks;
        }
        return unsure;
    }

    /** What one file looks like: what its rows say, or if they say little, its name. */
    private static FileLooks ofFile(DataFile file) throws IOException {
        FileLooks content = content(file);
        if (content.isSure()) {
            return content;
        }
        for (FileLooks looks : FileLooks.values()) {
            if (looks.isNamed(file.name())) {
                return looks;
            }
        }
        return content;
    }

    private static FileLooks content(DataFile file) {
        try {
            return Workbooks.isNamedLikeOne(file) ? ofWorkbook(file) : ofText(file, CsvOptions.defaults());
        } catch (IOException e) {
            return FileLooks.UNKNOWN;
        }
    }

    private static FileLooks ofWorkbook(DataFile file) throws IOException {
        List<String> sheets = Workbooks.sheets(file);
        if (sheets.contains("Sectors") && sheets.contains("Satellites")) {
            return FileLooks.GLORIA;
        }
        String sheet = sheets.stream()
                .filter(name -> name.matches("DATA|(WIOT_)?\\d{4}"))
                .findFirst()
                .orElse("");
        try (CsvSource source = CsvSource.openSheet(file, sheet, CsvOptions.defaults())) {
            List<List<String>> rows = firstRows(source, ROWS_LOOKED_AT);
            if (!rows.isEmpty() && rows.get(0).containsAll(List.of("Country", "Variable", "Code"))) {
                return FileLooks.WIOD_ACCOUNTS;
            }
            if (!rows.isEmpty() && rows.get(0).get(0).equals(OwnForm.TITLE)) {
                return FileLooks.OWN_TABLE;
            }
            boolean hasNumberedColumns = rows.stream().anyMatch(row -> row.contains("c1") && row.contains("c2"));
            return hasNumberedColumns ? FileLooks.WIOD : ofCodes(rows);
        }
    }

    /** What the first rows of a text file look like. */
    static FileLooks ofText(DataFile file, CsvOptions options) throws IOException {
        for (Delimiter delimiter : Delimiter.values()) {
            Optional<List<List<String>>> rows = firstRows(file, options.withDelimiter(delimiter));
            if (rows.isPresent()) {
                return ofRows(rows.get(), delimiter);
            }
        }
        return FileLooks.UNKNOWN;
    }

    /** The first rows, if the delimiter is the right one. */
    private static Optional<List<List<String>>> firstRows(DataFile file, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.open(file, options)) {
            source.anyDelimiter();
            List<List<String>> rows = firstRows(source, ROWS_LOOKED_AT);
            return !rows.isEmpty() && rows.get(0).size() > 1 ? Optional.of(rows) : Optional.empty();
        }
    }

    private static List<List<String>> firstRows(CsvSource source, int most) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < most && source.next()) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < source.width(); c++) {
                cells.add(source.cell(c));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static FileLooks ofRows(List<List<String>> rows, Delimiter delimiter) {
        List<String> header = rows.get(0);
        String first = header.get(0);
        if (first.equals(OwnForm.TITLE)) {
            return FileLooks.OWN_TABLE;
        }
        if (first.equals(SupplyUseForm.TITLE)) {
            return FileLooks.OWN_SUPPLY_USE;
        }
        if (header.contains("obsValue")) {
            return FileLooks.FIGARO_FLAT;
        }
        if (header.stream().allMatch(Recognition::isNumber)) {
            return FileLooks.BARE_NUMBERS;
        }
        if (isHybrid(rows)) {
            return FileLooks.EXIOBASE_HYBRID;
        }
        if (delimiter == Delimiter.TAB
                && rows.size() > 1
                && !rows.get(1).stream().skip(1).allMatch(Recognition::isNumber)) {
            return FileLooks.TWO_HEADER_ROWS;
        }
        FileLooks byCodes = ofCodes(rows);
        if (byCodes != FileLooks.UNKNOWN) {
            return byCodes;
        }
        boolean codes = header.subList(1, Math.min(3, header.size())).stream().allMatch(code -> code.indexOf('_') > 0);
        if (codes && (first.equals("rowLabels") || header.stream().anyMatch(code -> code.endsWith("_P3_S14")))) {
            return FileLooks.FIGARO_MATRIX;
        }
        if (codes) {
            return FileLooks.OECD_ICIO;
        }
        return header.size() <= 8 ? FileLooks.LONG_FORM : FileLooks.UNKNOWN;
    }

    /** Products of the CPA beside the numbers, or totals as the BEA numbers them above. */
    private static FileLooks ofCodes(List<List<String>> rows) {
        for (List<String> row : rows) {
            if (row.get(0).matches("CPA_[A-U].*")) {
                return FileLooks.EUROSTAT;
            }
            if (row.stream().anyMatch(CODES_OF_BEA::contains)) {
                return FileLooks.BEA;
            }
        }
        return FileLooks.UNKNOWN;
    }

    /** Four rows of labels whose fourth has codes i01.a, and five columns of labels below. */
    private static boolean isHybrid(List<List<String>> rows) {
        return rows.size() > 4
                && rows.get(3).stream().anyMatch(code -> code.matches("i\\d+(\\..*)?"))
                && rows.get(2).stream().anyMatch(code -> code.startsWith("A_"));
    }

    private static boolean isNumber(String text) {
        return !Double.isNaN(new NumberParser(CsvOptions.defaults()).parse(text));
    }
}
