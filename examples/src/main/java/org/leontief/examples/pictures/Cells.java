package org.leontief.examples.pictures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;

/**
 * The part of a matrix that a picture has room for: the rows and columns with most in them, in the order of the table.
 *
 * @param rows their labels, shortened
 * @param columns their labels, shortened
 * @param values by row and column
 */
record Cells(List<String> rows, List<String> columns, List<List<Double>> values) {

    private static final int MOST = 25;

    static Cells of(LabelledMatrix matrix) {
        double[][] all = new double[matrix.rows().size()][matrix.columns().size()];
        matrix.matrix().forEach((i, j, value) -> all[i][j] = value);
        int[] rows = largest(Arrays.stream(all)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .toArray());
        int[] columns = largest(IntStream.range(0, matrix.columns().size())
                .mapToDouble(j ->
                        Arrays.stream(all).mapToDouble(row -> Math.abs(row[j])).sum())
                .toArray());
        List<List<Double>> shown = Arrays.stream(rows)
                .mapToObj(i -> Arrays.stream(columns).mapToObj(j -> all[i][j]).toList())
                .toList();
        return new Cells(
                names(matrix.rows().asList(), rows), names(matrix.columns().asList(), columns), shown);
    }

    double least() {
        return values.stream().flatMap(List::stream).mapToDouble(v -> v).min().orElse(0);
    }

    double most() {
        return values.stream().flatMap(List::stream).mapToDouble(v -> v).max().orElse(0);
    }

    private static List<String> names(List<?> all, int[] places) {
        return ShortLabels.of(Arrays.stream(places).mapToObj(all::get).toList(), 24);
    }

    private static int[] largest(double[] sizes) {
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sizes[i]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
