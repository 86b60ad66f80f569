package org.leontief.examples.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.leontief.label.LabelledMatrix;

/** Columns of parts that add up: one column for each column of a matrix, one part for each row, the smallest rows together. */
final class Columns {

    private static final int PARTS = 6;
    private static final int MOST = 24;
    private static final int HEIGHT = 420;

    private Columns() {}

    static Picture of(String title, String xAxis, String yAxis, LabelledMatrix matrix) {
        int columns = matrix.columns().size();
        if (columns > MOST) {
            throw new IllegalArgumentException("'" + title + "' would have " + columns + " columns, of which at most "
                    + MOST + " can be told apart. Choose some, or add columns up.");
        }
        double most = highest(matrix);
        Figures.requireAxis(title, most);
        CategoryChart chart = Look.dress(
                new CategoryChartBuilder().width(Picture.WIDTH).height(HEIGHT).build(), title, xAxis, yAxis);
        List<String> names = ShortLabels.of(matrix.columns().asList(), columns <= 6 ? 18 : 9);
        chart.getStyler()
                .setStacked(true)
                .setAvailableSpaceFill(0.7)
                .setPlotGridVerticalLinesVisible(false)
                .setXAxisMaxLabelCount(Math.max(2, columns))
                .setYAxisDecimalPattern(Figures.onAxis(most));
        if (most == 0) {
            // An axis from 0 to 0 has no places, and an SVG would be written with NaN.
            chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        }
        Look.legendBeside(chart);
        StringBuilder text = new StringBuilder(title + "\n" + xAxis + "; " + yAxis);
        for (Part part : parts(matrix)) {
            chart.addSeries(part.name(), names, part.values());
            text.append("\n").append(part.name()).append(":");
            for (int j = 0; j < columns; j++) {
                text.append(j == 0 ? " " : ", ").append(names.get(j)).append(" ");
                text.append(Figures.inWords(part.values().get(j)));
            }
        }
        return new Picture(new ChartDrawing(chart), HEIGHT, text.toString());
    }

    /** What the parts of the highest column add up to. */
    private static double highest(LabelledMatrix matrix) {
        return Arrays.stream(matrix.matrix().abs().columnSums()).max().orElse(0);
    }

    private record Part(String name, List<Double> values) {}

    private static List<Part> parts(LabelledMatrix matrix) {
        int rows = matrix.rows().size();
        double[][] values = new double[rows][matrix.columns().size()];
        matrix.matrix().forEach((i, j, value) -> values[i][j] = value);
        List<Integer> order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sum(values[i])))
                .toList();
        int shown = rows <= PARTS + 1 ? rows : PARTS;
        List<String> names = ShortLabels.of(
                order.subList(0, shown).stream().map(matrix.rows()::get).toList(), 24);
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < shown; k++) {
            parts.add(new Part(names.get(k), boxed(values[order.get(k)])));
        }
        if (shown < rows) {
            double[] rest = new double[matrix.columns().size()];
            for (int i : order.subList(shown, rows)) {
                for (int j = 0; j < rest.length; j++) {
                    rest[j] += values[i][j];
                }
            }
            parts.add(new Part("the other " + (rows - shown), boxed(rest)));
        }
        return parts;
    }

    private static double sum(double[] row) {
        return Arrays.stream(row).map(Math::abs).sum();
    }

    private static List<Double> boxed(double[] row) {
        return Arrays.stream(row).boxed().toList();
    }
}
