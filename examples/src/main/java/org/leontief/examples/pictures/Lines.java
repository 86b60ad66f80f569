package org.leontief.examples.pictures;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves through points, told apart by colour, stroke and marker. */
final class Lines {

    private static final int HEIGHT = 400;
    private static final int MARKED = 30;
    private static final int WIDEST_LEGEND = 110;
    private static final int MOST_DECADES = 9;
    private static final double ROUNDING = 1e-9;

    /** The name of the series that is never drawn. */
    static final String BETWEEN = " ";

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.CROSS, SeriesMarkers.PLUS, SeriesMarkers.OVAL
    };

    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 4, 2, 4}};

    private Lines() {}

    static Picture of(String title, String xAxis, Scale xScale, String yAxis, Scale yScale, List<Curve> curves) {
        requireDrawable(title, xScale, yScale, curves);
        Look.requireDifferent(title, curves.stream().map(Curve::name).toList());
        XYChart chart = Look.dress(
                new XYChartBuilder().width(Picture.WIDTH).height(HEIGHT).build(), title, xAxis, yAxis);
        chart.getStyler()
                .setXAxisLogarithmic(xScale == Scale.LOGARITHMIC)
                .setYAxisLogarithmic(yScale == Scale.LOGARITHMIC)
                .setXAxisLogarithmicDecadeOnly(true)
                .setYAxisLogarithmicDecadeOnly(true)
                .setXAxisDecimalPattern(pattern(xScale, curves.stream().map(Curve::x)))
                .setYAxisDecimalPattern(pattern(yScale, curves.stream().map(Curve::y)))
                .setXAxisTickMarkSpacingHint(80)
                .setLegendVisible(curves.size() > 1);
        if (yScale == Scale.LINEAR && startsNearZero(curves)) {
            chart.getStyler().setYAxisMin(0.0);
        }
        if (yScale == Scale.LOGARITHMIC && span(curves.stream().map(Curve::y)).decades() > MOST_DECADES) {
            chart.getStyler().setPlotGridHorizontalLinesVisible(false);
        }
        StringBuilder text = new StringBuilder(title + "\n" + xAxis + "; " + yAxis);
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            XYSeries series = chart.addSeries(curve.name(), curve.x(), curve.y());
            series.setLineStyle(stroke(k));
            series.setMarker(curve.x().length > MARKED ? SeriesMarkers.NONE : marker(k));
            text.append("\n").append(curve.name()).append(":");
            for (int point = 0; point < curve.x().length; point++) {
                text.append(" (")
                        .append(Figures.inWords(curve.x()[point]))
                        .append("; ")
                        .append(Figures.inWords(curve.y()[point]))
                        .append(")");
            }
        }
        addPointBetween(chart, curves);
        if (curves.stream().mapToInt(curve -> curve.name().length() + 8).sum() > WIDEST_LEGEND) {
            Look.legendBeside(chart);
        }
        return new Picture(new ChartDrawing(chart), HEIGHT, text.toString());
    }

    private static void requireDrawable(String title, Scale xScale, Scale yScale, List<Curve> curves) {
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to draw: '" + title + "' has no curves.");
        }
        if (xScale == Scale.LINEAR) {
            Span x = span(curves.stream().map(Curve::x));
            Figures.requireAxis(title, x.least(), x.most());
        }
        if (yScale == Scale.LINEAR) {
            Span y = span(curves.stream().map(Curve::y));
            Figures.requireAxis(title, y.least(), y.most());
        }
        for (Curve curve : curves) {
            requirePositive(curve, xScale, curve.x());
            requirePositive(curve, yScale, curve.y());
        }
    }

    private static void requirePositive(Curve curve, Scale scale, double[] values) {
        for (double value : values) {
            if (scale == Scale.LOGARITHMIC && value <= 0) {
                throw new IllegalArgumentException("'" + curve.name() + "' has a point at " + value
                        + ", which no logarithmic axis has. Leave it out, or take a linear axis.");
            }
        }
    }

    /**
     * Where points are equally spaced, XChart marks the points themselves, at 0.2222 and 0.4445; one point more between them,
     * never drawn, and it marks round numbers. Years and numbers of rounds may stay as they are.
     */
    private static void addPointBetween(XYChart chart, List<Curve> curves) {
        Span x = span(curves.stream().map(Curve::x));
        Span y = span(curves.stream().map(Curve::y));
        boolean whole = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .allMatch(v -> v == Math.rint(v));
        double[] place = {whole ? x.least() : x.between()};
        XYSeries series = chart.addSeries(BETWEEN, place, new double[] {y.between()});
        series.setEnabled(false);
        series.setShowInLegend(false);
    }

    /**
     * An axis that begins elsewhere makes small differences look large; it may where all values are far from 0, unless they differ by
     * rounding alone, which is nothing to look at.
     */
    private static boolean startsNearZero(List<Curve> curves) {
        Span y = span(curves.stream().map(Curve::y));
        return y.least() >= 0 && (y.least() < 0.6 * y.most() || y.most() - y.least() <= ROUNDING * y.most());
    }

    private record Span(double least, double most) {

        double between() {
            return least + 0.317 * (most - least);
        }

        double size() {
            return Math.max(-least, most);
        }

        double decades() {
            return Math.log10(most / least);
        }
    }

    private static Span span(Stream<double[]> values) {
        double[] all = values.flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Span(all[0], all[all.length - 1]);
    }

    /** Numbers such as 2027 are years, without separators; powers of ten where a logarithmic axis leaves what is plain. */
    private static String pattern(Scale scale, Stream<double[]> values) {
        Span span = span(values);
        if (scale == Scale.LOGARITHMIC) {
            return span.least() < 1e-4 || span.most() > 1e9 ? "0E0" : Figures.ON_AXIS;
        }
        String usual = Figures.onAxis(span.size());
        return usual.equals(Figures.ON_AXIS) && span.size() < 10_000 ? "0.##########" : usual;
    }

    private static Marker marker(int k) {
        return MARKERS[k % MARKERS.length];
    }

    private static BasicStroke stroke(int k) {
        float[] dash = DASHES[k % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2.2f)
                : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
