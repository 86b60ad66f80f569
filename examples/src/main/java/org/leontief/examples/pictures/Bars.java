package org.leontief.examples.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;

/**
 * Bars that lie, so that long labels can be read: one for each label and series, the largest at the top, what is left out added
 * up in a last one.
 */
final class Bars {

    private static final int SHOWN = 15;
    private static final int LETTERS = 34;

    private Bars() {}

    /**
     * @param axis what is measured, with its unit
     * @param series one colour of bars each, with the same labels in the same order
     */
    static Picture of(String title, String axis, List<LabelledVector> series) {
        List<Label> labels = series.get(0).labels().asList();
        int count = labels.size();
        if (count == 0) {
            throw new IllegalArgumentException("There is nothing to draw: '" + title + "' has no labels.");
        }
        Look.requireDifferent(title, series.stream().map(LabelledVector::name).toList());
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -size(series, i)))
                .toList();
        int shown = count <= SHOWN + 1 ? count : SHOWN;
        List<String> names = new ArrayList<>(
                ShortLabels.of(order.subList(0, shown).stream().map(labels::get).toList(), LETTERS));
        boolean rest = shown < count;
        if (rest) {
            names.add("the other " + (count - shown));
        }
        List<List<Double>> heights = series.stream()
                .map(one -> heights(one, order.subList(0, shown), order.subList(shown, count)))
                .toList();
        double most = heights.stream()
                .flatMap(List::stream)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        Figures.requireAxis(title, most);
        HorizontalBarChart chart = chart(title, axis, names.size(), series.size(), most);
        StringBuilder text = new StringBuilder(title + "\n" + axis);
        for (int s = 0; s < series.size(); s++) {
            LabelledVector one = series.get(s);
            List<Double> values = heights.get(s);
            chart.addSeries(one.name(), values, names);
            for (int k = 0; k < values.size(); k++) {
                text.append("\n").append(one.name()).append(", ").append(names.get(k));
                text.append(": ").append(Figures.inWords(values.get(k)));
            }
        }
        return new Picture(new ChartDrawing(chart), chart.getHeight(), text.toString());
    }

    /** Of those that are shown, and of all others together if there are any. */
    private static List<Double> heights(LabelledVector one, List<Integer> shown, List<Integer> others) {
        List<Double> values = new ArrayList<>();
        shown.forEach(i -> values.add(one.at(i)));
        if (!others.isEmpty()) {
            values.add(others.stream().mapToDouble(one::at).sum());
        }
        return values;
    }

    private static HorizontalBarChart chart(String title, String axis, int names, int series, double most) {
        HorizontalBarChart chart = new HorizontalBarChartBuilder()
                .width(Picture.WIDTH)
                .height(height(names, series))
                .build();
        Look.dress(chart, title, axis, "");
        chart.getStyler().setAvailableSpaceFill(series == 1 ? 0.7 : 0.85).setLegendVisible(series > 1);
        // As many labels as there are bars: XChart leaves out some of them otherwise.
        chart.getStyler()
                .setPlotGridHorizontalLinesVisible(false)
                .setXAxisTickMarkSpacingHint(90)
                .setXAxisMaxLabelCount(Math.max(2, names))
                .setXAxisDecimalPattern(Figures.onAxis(most));
        if (most == 0) {
            // An axis from 0 to 0 has no places, and an SVG would be written with NaN.
            chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0);
        }
        return chart;
    }

    private static double size(List<LabelledVector> series, int i) {
        return series.stream().mapToDouble(one -> Math.abs(one.at(i))).max().orElse(0);
    }

    private static int height(int names, int series) {
        return 110 + names * (series == 1 ? 26 : 12 + 14 * series) + (series > 1 ? 34 : 0);
    }
}
