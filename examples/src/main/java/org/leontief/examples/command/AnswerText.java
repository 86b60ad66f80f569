package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leontief.examples.command.Answer.Fact;
import org.leontief.examples.command.Sheet.Column;
import org.leontief.label.NumberText;
import org.leontief.label.Units;

/** An answer as a person reads it; numbers have a decimal point wherever the program runs. */
final class AnswerText {

    private static final int WIDEST_LABEL = 40;

    private final StringBuilder text = new StringBuilder();
    private final int top;
    private final boolean isTopGiven;

    /**
     * A text without anything in it yet.
     *
     * @param top how many rows of a sheet are printed
     * @param isTopGiven whether the user said so; otherwise a sheet of some more rows is printed whole
     */
    private AnswerText(int top, boolean isTopGiven) {
        this.top = top;
        this.isTopGiven = isTopGiven;
    }

    static String of(Answer answer, int top, boolean isTopGiven) {
        return new AnswerText(top, isTopGiven).write(answer);
    }

    private String write(Answer answer) {
        // A text of its own has as many rows as it likes, and the notes of its numbers.
        String own = isTopGiven ? null : answer.text();
        if (own != null) {
            text.append(own).append('\n');
        } else {
            text.append(answer.title()).append('\n');
            answer.sheets().forEach(this::sheet);
            if (!answer.facts().isEmpty()) {
                text.append('\n');
            }
            answer.facts().forEach(fact -> text.append(line(fact)).append('\n'));
        }
        List<String> notes = answer.notes().stream()
                .filter(note -> own == null || !own.contains("Note: " + note))
                .toList();
        if (!notes.isEmpty()) {
            text.append('\n');
        }
        notes.forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String line(Fact fact) {
        String value = fact.value() instanceof Double number
                ? NumberText.of(number)
                : fact.value() instanceof Boolean is
                        ? (is ? "yes" : "no")
                        : fact.value().toString();
        Double bound = fact.errorBound();
        return fact.name() + ": " + value + (fact.unit().isEmpty() ? "" : " " + fact.unit())
                + (bound == null || bound == 0 || !Double.isFinite(bound)
                        ? ""
                        : String.format(Locale.ROOT, " (off by at most %.1e)", bound));
    }

    private void sheet(Sheet sheet) {
        int size = sheet.labels().size();
        List<Integer> rows = sheet.largest(isTopGiven ? top : size <= AnswerOptions.PRINTED_WHOLE ? size : top);
        String unit = commonUnit(sheet);
        text.append('\n').append(sheet.name());
        text.append(unit.isEmpty() ? "" : ", " + unit);
        text.append(
                rows.size() < size ? String.format(Locale.ROOT, ": the largest %,d of %,d", rows.size(), size) : "");
        text.append('\n');
        if (size == 0) {
            text.append("  none\n");
            return;
        }
        List<List<String>> columns = new ArrayList<>();
        columns.add(
                cells(sheet.of(), rows, row -> shortened(sheet.labels().get(row).toString())));
        for (Column column : sheet.columns()) {
            boolean saysUnit = unit.isEmpty() && isSaid(column.unit()) && !column.isBound();
            columns.add(cells(column, rows, saysUnit ? column.name() + ", " + column.unit() : column.name()));
        }
        print(columns, sheet);
        if (rows.size() < size) {
            text.append(String.format(
                    Locale.ROOT,
                    "and %,d more; --top prints more, --json and --output have all\n",
                    size - rows.size()));
        }
    }

    /** Shares and prices relative to those before have none. */
    private static boolean isSaid(String unit) {
        return !unit.isEmpty() && !unit.equals(Units.NONE.common());
    }

    /** The unit of all columns of numbers that have one, if it is the same. */
    private static String commonUnit(Sheet sheet) {
        List<String> units = sheet.columns().stream()
                .filter(Column::isNumeric)
                .map(Column::unit)
                .filter(AnswerText::isSaid)
                .distinct()
                .toList();
        return units.size() == 1 ? units.get(0) : "";
    }

    private static List<String> cells(String heading, List<Integer> rows, IntFunction<String> cell) {
        List<String> cells = new ArrayList<>(List.of(heading));
        rows.forEach(row -> cells.add(cell.apply(row)));
        return cells;
    }

    private static List<String> cells(Column column, List<Integer> rows, String heading) {
        if (!column.isNumeric()) {
            return cells(heading, rows, row -> String.valueOf(column.cells().get(row)));
        }
        List<String> cells = new ArrayList<>(List.of(heading));
        double[] numbers = rows.stream().mapToDouble(column::number).toArray();
        cells.addAll(column.isBound() ? NumberColumn.bounds(numbers) : NumberColumn.of(numbers));
        return cells;
    }

    private void print(List<List<String>> columns, Sheet sheet) {
        for (int r = 0; r < columns.get(0).size(); r++) {
            int row = r;
            text.append(IntStream.range(0, columns.size())
                    .mapToObj(c -> padded(
                            columns.get(c),
                            row,
                            c == 0 || !sheet.columns().get(c - 1).isNumeric()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing());
            text.append('\n');
        }
    }

    private static String padded(List<String> column, int row, boolean isLeft) {
        int width = column.stream().mapToInt(String::length).max().orElse(0);
        String blanks = " ".repeat(width - column.get(row).length());
        return isLeft ? column.get(row) + blanks : blanks + column.get(row);
    }

    private static String shortened(String label) {
        return label.length() <= WIDEST_LABEL ? label : label.substring(0, WIDEST_LABEL - 1) + "…";
    }
}
