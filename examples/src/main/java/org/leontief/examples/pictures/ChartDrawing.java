package org.leontief.examples.pictures;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart of XChart; tests read its series. */
record ChartDrawing(Chart<?, ?> chart) implements Drawing {

    @Override
    public void draw(Graphics2D graphics, int width, int height) {
        chart.paint(graphics, width, height);
    }
}
