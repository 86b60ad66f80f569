package org.leontief.examples.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * A table of an answer: a row for each label, columns with names and units. The first column of numbers is what rows are ranked by
 * where there are too many to print.
 */
final class Sheet {

    static final String BOUND = "Off by at most";

    private static final String BOUND_KEY = "error bound";

    /**
     * One column.
     *
     * @param name its heading
     * @param unit what its numbers are in; empty where they have none, or each its own
     * @param cells numbers or texts, null where there is none
     */
    record Column(String name, String unit, List<@Nullable Object> cells) {

        /** The field it is in JSON and in CSV. */
        String key() {
            return Sheet.key(name.equals(BOUND) ? BOUND_KEY : name.replace(": " + BOUND, " " + BOUND_KEY));
        }

        boolean isNumeric() {
            return cells.stream().allMatch(cell -> cell == null || cell instanceof Double);
        }

        boolean isBound() {
            return name.endsWith(BOUND);
        }

        double number(int row) {
            return cells.get(row) instanceof Double number ? number : Double.NaN;
        }
    }

    private final String name;
    private final String of;
    private final List<Label> labels;
    private final List<Column> columns = new ArrayList<>();

    /**
     * A sheet without columns yet.
     *
     * @param name what it shows
     * @param of what a row is, such as "Product"
     * @param labels of the rows
     */
    Sheet(String name, String of, List<Label> labels) {
        this.name = name;
        this.of = of;
        this.labels = List.copyOf(labels);
    }

    Sheet(String name, String of, Labels labels) {
        this(name, of, labels.asList());
    }

    /** Rows that are named for this sheet only. */
    static Sheet ofNames(String name, String of, List<String> names) {
        return new Sheet(name, of, names.stream().map(Label::of).toList());
    }

    /** A name in lower case, with underscores. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    }

    /** Numbers with their bounds, two columns. */
    Sheet bounded(String heading, BoundedVector numbers) {
        vector(heading, numbers.values());
        // A second bound in one sheet says whose it is.
        boolean isFirst = columns.stream().noneMatch(Column::isBound);
        return numbers(
                isFirst ? BOUND : heading + ": " + BOUND,
                numbers.values().units().isUniform() ? numbers.values().units().common() : "",
                numbers::errorBoundAt);
    }

    /** Numbers of a vector; where each has a unit of its own, a column of units before them. */
    Sheet vector(String heading, LabelledVector numbers) {
        Units units = numbers.units();
        boolean isUniform = units.isUniform();
        if (!isUniform && columns.stream().noneMatch(column -> column.name().equals("Unit"))) {
            texts("Unit", units::get);
        }
        return numbers(heading, isUniform ? units.common() : "", numbers::at);
    }

    Sheet numbers(String heading, String unit, IntToDoubleFunction numbers) {
        return column(heading, unit, numbers::applyAsDouble);
    }

    Sheet texts(String heading, IntFunction<String> texts) {
        return column(heading, "", texts::apply);
    }

    private Sheet column(String heading, String unit, IntFunction<Object> cells) {
        List<@Nullable Object> column = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            column.add(cells.apply(i));
        }
        columns.add(new Column(heading, unit, Collections.unmodifiableList(column)));
        return this;
    }

    String name() {
        return name;
    }

    String of() {
        return of;
    }

    List<Label> labels() {
        return labels;
    }

    boolean hasRegions() {
        return labels.stream().anyMatch(label -> label.region() != null);
    }

    List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** Rows to print: all in their order, or if they are more than asked for those with the largest numbers. */
    List<Integer> largest(int count) {
        if (count >= labels.size()) {
            return IntStream.range(0, labels.size()).boxed().toList();
        }
        Comparator<Integer> bySize = columns.stream()
                .filter(column -> column.isNumeric() && !column.isBound())
                .findFirst()
                .map(column -> Comparator.comparingDouble((Integer row) -> size(column.number(row)))
                        .reversed())
                .orElse(Comparator.naturalOrder());
        return IntStream.range(0, labels.size())
                .boxed()
                .sorted(bySize)
                .limit(count)
                .toList();
    }

    private static double size(double number) {
        return Double.isNaN(number) ? -1 : Math.abs(number);
    }
}
