package org.leontief.examples.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** What all charts have in common: white paper, dark letters of a readable size, faint lines, and their legend below. */
final class Look {

    private static final BasicStroke THIN = new BasicStroke(1);

    private Look() {}

    static <C extends AxesChart<? extends AxesChartStyler, ?>> C dress(
            C chart, String title, String xTitle, String yTitle) {
        // What is longer would run out of the picture; its description has all of it.
        chart.setTitle(ShortLabels.shorten(title, 60));
        chart.setXAxisTitle(ShortLabels.shorten(xTitle, 70));
        chart.setYAxisTitle(ShortLabels.shorten(yTitle, 50));
        AxesChartStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT)
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(Palette.INK)
                .setChartPadding(10)
                .setChartTitleFont(Palette.font(Font.BOLD, 15))
                .setChartTitleBoxVisible(false)
                .setSeriesColors(Palette.series())
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setLegendFont(Palette.font(Font.PLAIN, 12))
                .setMarkerSize(7);
        style.setAxisTitleFont(Palette.font(Font.PLAIN, 13))
                .setAxisTickLabelsFont(Palette.font(Font.PLAIN, 12))
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.FAINT)
                .setPlotGridLinesColor(Palette.GRID)
                .setPlotGridLinesStroke(THIN);
        return chart;
    }

    /** Two series of one name could not be told apart in a legend. */
    static void requireDifferent(String title, List<String> names) {
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            if (!taken.add(name)) {
                throw new IllegalArgumentException("'" + title + "' would show two of the name '" + name
                        + "', which nobody could tell apart. Give each its own, such as vector.named(\"" + name
                        + ", before\").");
            }
        }
    }

    /** Where names are many or long, below the chart they would run out of it. */
    static void legendBeside(AxesChart<? extends AxesChartStyler, ?> chart) {
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setLegendLayout(LegendLayout.Vertical);
    }
}
