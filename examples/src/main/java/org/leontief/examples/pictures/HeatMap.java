package org.leontief.examples.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.leontief.label.LabelledMatrix;

/**
 * A matrix as cells, dark where much is, white where nothing is: rows from top to bottom as in a table, the figure in each cell
 * while there is room. XChart's heat map leaves labels out and writes all digits.
 */
record HeatMap(String title, String columnAxis, String rowAxis, Cells cells) implements Drawing {

    private static final Font TITLE = Palette.font(Font.BOLD, 15);
    private static final Font AXIS = Palette.font(Font.PLAIN, 13);
    private static final Font LABEL = Palette.font(Font.PLAIN, 12);
    private static final Font FIGURE = Palette.font(Font.PLAIN, 11);

    private static final int TOP = 64;
    private static final int SCALE = 96;
    private static final int WITH_FIGURES = 10;
    private static final double TURN = Math.toRadians(-50);

    static Picture of(String title, String columnAxis, String rowAxis, LabelledMatrix matrix) {
        HeatMap map = new HeatMap(title, columnAxis, rowAxis, Cells.of(matrix));
        StringBuilder text = new StringBuilder(title + "\nrows: " + rowAxis + "; columns: " + columnAxis);
        Cells cells = map.cells();
        for (int i = 0; i < cells.rows().size(); i++) {
            text.append("\n").append(cells.rows().get(i)).append(":");
            for (int j = 0; j < cells.columns().size(); j++) {
                text.append(j == 0 ? " " : ", ").append(cells.columns().get(j)).append(" ");
                text.append(Figures.inWords(cells.values().get(i).get(j)));
            }
        }
        Picture picture = new Picture(map, map.height(), text.toString());
        boolean all = cells.rows().size() == matrix.rows().size()
                && cells.columns().size() == matrix.columns().size();
        return all
                ? picture
                : picture.note("The largest " + cells.rows().size() + " of "
                        + matrix.rows().size() + " rows and " + cells.columns().size() + " of "
                        + matrix.columns().size() + " columns.");
    }

    @Override
    public void draw(Graphics2D graphics, int width, int height) {
        Letters.centred(graphics, title, TITLE, Palette.INK, width / 2.0, 24);
        double left = left();
        double cellWidth = (width - left - SCALE) / cells.columns().size();
        double cellHeight = cellHeight();
        Letters.centred(graphics, columnAxis, AXIS, Palette.INK, left + (width - left - SCALE) / 2, TOP - 16);
        double bottom = TOP + cells.rows().size() * cellHeight;
        Letters.turned(
                graphics,
                rowAxis,
                AXIS,
                Palette.INK,
                22,
                (TOP + bottom + Letters.width(rowAxis, AXIS)) / 2,
                -Math.PI / 2);
        for (int i = 0; i < cells.rows().size(); i++) {
            double y = TOP + i * cellHeight;
            String name = cells.rows().get(i);
            Letters.draw(
                    graphics, name, LABEL, Palette.INK, left - 8 - Letters.width(name, LABEL), y + cellHeight / 2 + 4);
            for (int j = 0; j < cells.columns().size(); j++) {
                cell(graphics, cells.values().get(i).get(j), left + j * cellWidth, y, cellWidth, cellHeight);
            }
        }
        for (int j = 0; j < cells.columns().size(); j++) {
            columnName(graphics, cells.columns().get(j), left + (j + 0.5) * cellWidth, bottom);
        }
        scale(graphics, width - SCALE + 22, bottom);
    }

    private void cell(Graphics2D graphics, double value, double x, double y, double width, double height) {
        Rectangle2D cell = new Rectangle2D.Double(x + 0.5, y + 0.5, width - 1, height - 1);
        graphics.setColor(colour(value));
        graphics.fill(cell);
        if (figures()) {
            Letters.centred(graphics, Figures.beside(value), FIGURE, Palette.INK, x + width / 2, y + height / 2 + 4);
        }
    }

    private Color colour(double value) {
        if (value == 0) {
            return new Color(0xF4, 0xF4, 0xF4);
        }
        double least = Math.min(0, cells.least());
        double share = cells.most() == least ? 1 : (value - least) / (cells.most() - least);
        return Palette.amount(share);
    }

    private void columnName(Graphics2D graphics, String name, double x, double bottom) {
        if (areTurned()) {
            double length = Letters.width(name, LABEL);
            Letters.turned(
                    graphics,
                    name,
                    LABEL,
                    Palette.INK,
                    x + 5 - length * Math.cos(TURN),
                    bottom + 12 - length * Math.sin(TURN),
                    TURN);
        } else {
            Letters.centred(graphics, name, LABEL, Palette.INK, x, bottom + 18);
        }
    }

    private void scale(Graphics2D graphics, double x, double bottom) {
        double height = Math.min(160, bottom - TOP - 10);
        int steps = 60;
        for (int k = 0; k < steps; k++) {
            graphics.setColor(Palette.amount(1 - (k + 0.5) / steps));
            graphics.fill(new Rectangle2D.Double(x, TOP + 8 + k * height / steps, 14, height / steps + 0.6));
        }
        double least = Math.min(0, cells.least());
        Letters.draw(graphics, Figures.beside(cells.most()), FIGURE, Palette.INK, x + 18, TOP + 16);
        Letters.draw(graphics, Figures.beside(least), FIGURE, Palette.INK, x + 18, TOP + 8 + height);
    }

    private boolean figures() {
        return cells.rows().size() <= WITH_FIGURES && cells.columns().size() <= WITH_FIGURES;
    }

    private double cellHeight() {
        return figures() ? 38 : 20;
    }

    private double left() {
        return 48
                + cells.rows().stream()
                        .mapToDouble(name -> Letters.width(name, LABEL))
                        .max()
                        .orElse(0);
    }

    private double widestColumn() {
        return cells.columns().stream()
                .mapToDouble(name -> Letters.width(name, LABEL))
                .max()
                .orElse(0);
    }

    private boolean areTurned() {
        return widestColumn() + 6
                > (Picture.WIDTH - left() - SCALE) / cells.columns().size();
    }

    private int height() {
        double names = areTurned() ? 22 - widestColumn() * Math.sin(TURN) : 26;
        return (int) Math.ceil(TOP + cells.rows().size() * cellHeight() + names + 6);
    }
}
