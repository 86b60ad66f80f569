package org.leontief.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * A table of a statistical office whose rows and columns have codes: from a text file or a sheet of a workbook, with titles
 * above and notes below, names beside the codes or not. The first rows of numbers say how many rows stand above and how many
 * columns of labels beside them; of several rows above, that one has the codes which shares most of them with the rows.
 * A row or column without a code is called by its name.
 */
final class CodedTable {

    private static final int MOST_ROWS_ABOVE = 30;
    private static final Set<String> HEADINGS = Set.of("code", "iocode");
    /** Texts with letters that stand for a missing number, and numbers with an exponent. */
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)n/?a|nan|c|x|[-+.\\d]+e[-+\\d]+");

    private final HeadedMatrix matrix;
    private final List<String> rows;
    private final List<String> columns;
    private final Map<String, Integer> rowOf;
    private final Map<String, Integer> columnOf;

    private CodedTable(HeadedMatrix matrix, List<String> rows, List<String> columns) throws CsvFormatException {
        this.matrix = matrix;
        this.rows = rows;
        this.columns = columns;
        rowOf = places("row", rows);
        columnOf = places("column", columns);
    }

    /** Reads a file; of a workbook the sheet of that name, or the first if the name is empty. */
    static CodedTable read(DataFile file, String sheet, CsvOptions options) throws IOException {
        HeadedMatrix.Opening opening = Workbooks.isNamedLikeOne(file)
                ? () -> CsvSource.openSheet(file, sheet, options)
                : () -> {
                    CsvSource source = CsvSource.open(file, options);
                    source.anyDelimiter();
                    return source;
                };
        Shape shape;
        try (CsvSource source = opening.open()) {
            shape = shape(source, options);
        }
        HeadedMatrix matrix = HeadedMatrix.read(file, shape, opening);
        List<String> rows =
                matrix.rows().stream().map(labels -> firstNotEmpty(labels, 0)).toList();
        int codes = rowOfCodes(matrix, new HashSet<>(rows));
        List<String> columns = matrix.columns().stream()
                .map(labels -> firstNotEmpty(labels, codes))
                .toList();
        return new CodedTable(matrix, rows, columns);
    }

    private static Shape shape(CsvSource source, CsvOptions options) throws IOException {
        NumberParser numbers = new NumberParser(options);
        int above = 0;
        while (above < MOST_ROWS_ABOVE && source.next()) {
            int labels = source.width() > 2 && isName(source.cell(1)) ? 2 : 1;
            if (above > 0 && hasNumber(source, labels, numbers)) {
                return new Shape(above, labels);
            }
            above++;
        }
        throw source.inFile("among the first " + above
                + " rows there is none of a label, perhaps a name, and numbers, below a row of labels."
                + " Maybe the workbook has one sheet for each year? See the reader that takes a year");
    }

    /** A row whose numbers are damaged is still one of numbers, so that the cell is complained of and not the row lost. */
    private static boolean hasNumber(CsvSource source, int labels, NumberParser numbers) {
        String first = source.cell(0);
        if (first.isEmpty() || HEADINGS.contains(first.toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (int c = labels; c < source.width(); c++) {
            String cell = source.cell(c);
            if (cell.chars().anyMatch(Character::isDigit) && !Double.isNaN(numbers.parse(cell))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String cell) {
        return cell.chars().anyMatch(Character::isLetter)
                && !NO_NUMBER.matcher(cell).matches();
    }

    private static int rowOfCodes(HeadedMatrix matrix, Set<String> codesOfRows) {
        int levels = matrix.columns().get(0).size();
        int best = levels - 1;
        long most = -1;
        for (int h = levels - 1; h >= 0; h--) {
            long shared = matrix.columnLabels(h).stream()
                    .filter(codesOfRows::contains)
                    .count();
            if (shared > most) {
                most = shared;
                best = h;
            }
        }
        return best;
    }

    private static String firstNotEmpty(List<String> labels, int preferred) {
        return !labels.get(preferred).isEmpty()
                ? labels.get(preferred)
                : labels.stream().filter(label -> !label.isEmpty()).reduce("", (a, b) -> b);
    }

    private Map<String, Integer> places(String side, List<String> labels) throws CsvFormatException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).isEmpty() && places.putIfAbsent(labels.get(i), i) != null) {
                throw fails("the " + side + " '" + labels.get(i) + "' stands twice");
            }
        }
        return places;
    }

    String shown() {
        return matrix.file().shown();
    }

    String name() {
        return matrix.file().name();
    }

    long emptyCells() {
        return matrix.emptyCells();
    }

    /** The codes of the rows, without notes below the table: rows with a text at the left and nothing else. */
    List<String> rows() {
        double[] sums = matrix.matrix().abs().rowSums();
        List<String> coded = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> labels = matrix.rows().get(i);
            boolean isNote = labels.size() == 2 && labels.get(1).isEmpty() && sums[i] == 0;
            if (!isNote && !rows.get(i).isEmpty()) {
                coded.add(rows.get(i));
            }
        }
        return coded;
    }

    /** The codes of the columns. */
    List<String> columns() {
        return columns.stream().filter(code -> !code.isEmpty()).toList();
    }

    boolean hasRow(String code) {
        return rowOf.containsKey(code);
    }

    boolean hasColumn(String code) {
        return columnOf.containsKey(code);
    }

    /** The part at these rows and columns, which must be there. */
    LabelledMatrix part(String name, List<String> someRows, List<String> someColumns, String unit)
            throws CsvFormatException {
        return LabelledMatrix.of(
                name,
                Labels.of(someRows),
                Labels.of(someColumns),
                Units.of(unit),
                matrix.part(placesOf("row", someRows, rowOf, name), placesOf("column", someColumns, columnOf, name)));
    }

    /** One column at these rows. */
    LabelledVector column(String code, List<String> someRows, String unit) throws CsvFormatException {
        return part(code, someRows, List.of(code), unit).column(code);
    }

    /** One row at these columns. */
    LabelledVector row(String code, List<String> someColumns, String unit) throws CsvFormatException {
        return part(code, List.of(code), someColumns, unit).row(code);
    }

    private int[] placesOf(String side, List<String> codes, Map<String, Integer> places, String what)
            throws CsvFormatException {
        LabelList missing = new LabelList();
        codes.stream().filter(code -> !places.containsKey(code)).forEach(missing::add);
        if (!missing.isEmpty()) {
            throw fails("for '" + what + "' the " + side + "s " + missing + " are missing");
        }
        return codes.stream().mapToInt(places::get).toArray();
    }

    /** Demands that this table has the labels of another, in whatever order. */
    void requireSame(String what, List<String> own, CodedTable other, List<String> others) throws CsvFormatException {
        LabelList missing = new LabelList();
        others.stream().filter(code -> !own.contains(code)).forEach(missing::add);
        LabelList strange = new LabelList();
        own.stream().filter(code -> !others.contains(code)).forEach(strange::add);
        if (!missing.isEmpty() || !strange.isEmpty()) {
            throw fails("the " + what + " are not those of " + other.name()
                    + (missing.isEmpty() ? "" : "; missing are " + missing)
                    + (strange.isEmpty() ? "" : "; not known there are " + strange));
        }
    }

    CsvFormatException fails(String problem) {
        return new CsvFormatException(
                shown(), 0, shown() + ": " + problem + (problem.endsWith(".") || problem.endsWith("?") ? "" : "."));
    }
}
