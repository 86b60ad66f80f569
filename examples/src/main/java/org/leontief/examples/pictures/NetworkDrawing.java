package org.leontief.examples.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places on an ellipse and a bent arrow for each flow, as wide as the flow is large. Of two flows between the same places each
 * bends to its own right, so that both are seen. XChart has no such chart.
 */
record NetworkDrawing(Network network, String title) implements Drawing {

    private static final Font TITLE = Palette.font(Font.BOLD, 15);
    private static final Font NAME = Palette.font(Font.BOLD, 12);
    private static final Font AMOUNT = Palette.font(Font.PLAIN, 11);
    private static final double WIDEST = 16;
    private static final double THINNEST = 1.2;
    private static final double NODE = 9;
    private static final double BEND = 0.16;

    @Override
    public void draw(Graphics2D graphics, int width, int height) {
        Letters.centred(graphics, title, TITLE, Palette.INK, width / 2.0, 28);
        List<Point2D> places = places(width, height);
        double largest = network.flows().get(0).amount();
        List<Rectangle2D> taken = new ArrayList<>();
        // The smallest last, so that a wide arrow hides none.
        for (Network.Flow flow : network.flows()) {
            arrow(graphics, places.get(flow.from()), places.get(flow.to()), flow.amount() / largest);
        }
        for (int k = 0; k < places.size(); k++) {
            node(graphics, places.get(k), network.names().get(k), width, taken);
        }
        for (Network.Flow flow : network.flows()) {
            amount(graphics, places.get(flow.from()), places.get(flow.to()), flow.amount(), taken);
        }
    }

    private List<Point2D> places(int width, int height) {
        int count = network.names().size();
        double centreY = 40 + (height - 40) / 2.0;
        List<Point2D> places = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * k / count - Math.PI / 2;
            places.add(new Point2D.Double(
                    width / 2.0 + (width / 2.0 - 190) * Math.cos(angle),
                    centreY + (height / 2.0 - 75) * Math.sin(angle)));
        }
        return places;
    }

    private static void arrow(Graphics2D graphics, Point2D from, Point2D to, double share) {
        Point2D control = control(from, to);
        double stroke = Math.max(THINNEST, WIDEST * share);
        double head = 7 + stroke * 0.9;
        Point2D tip = towards(to, control, NODE + 2);
        Point2D neck = towards(to, control, NODE + 2 + head);
        graphics.setColor(new Color(0x00, 0x72, 0xB2, 120));
        graphics.setStroke(new BasicStroke((float) stroke, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(new QuadCurve2D.Double(
                from.getX(), from.getY(), control.getX(), control.getY(), neck.getX(), neck.getY()));
        double dx = (tip.getX() - neck.getX()) / head;
        double dy = (tip.getY() - neck.getY()) / head;
        double half = 3.5 + stroke * 0.75;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(tip.getX(), tip.getY());
        triangle.lineTo(neck.getX() - dy * half, neck.getY() + dx * half);
        triangle.lineTo(neck.getX() + dy * half, neck.getY() - dx * half);
        triangle.closePath();
        graphics.setColor(Palette.BLUE);
        graphics.fill(triangle);
    }

    private static void node(Graphics2D graphics, Point2D place, String name, int width, List<Rectangle2D> taken) {
        graphics.setColor(Palette.INK);
        Shape dot = new Ellipse2D.Double(place.getX() - NODE, place.getY() - NODE, 2 * NODE, 2 * NODE);
        graphics.fill(dot);
        taken.add(dot.getBounds2D());
        double textWidth = Letters.width(name, NAME);
        double middle = width / 2.0;
        double x = Math.abs(place.getX() - middle) < 15
                ? place.getX() - textWidth / 2
                : place.getX() < middle ? place.getX() - textWidth - NODE - 6 : place.getX() + NODE + 6;
        boolean beside = Math.abs(place.getX() - middle) >= 15;
        double y = beside ? place.getY() + 4 : place.getY() < 120 ? place.getY() - NODE - 7 : place.getY() + NODE + 16;
        Letters.draw(graphics, name, NAME, Palette.INK, x, y);
        taken.add(new Rectangle2D.Double(x, y - 11, textWidth, 14));
    }

    /** On the arrow, moved along it from its middle to where it covers no other text. */
    private static void amount(Graphics2D graphics, Point2D from, Point2D to, double amount, List<Rectangle2D> taken) {
        String text = Figures.beside(amount);
        double textWidth = Letters.width(text, AMOUNT);
        Point2D control = control(from, to);
        Rectangle2D box = new Rectangle2D.Double();
        for (double t : new double[] {0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72}) {
            double x = (1 - t) * (1 - t) * from.getX() + 2 * t * (1 - t) * control.getX() + t * t * to.getX();
            double y = (1 - t) * (1 - t) * from.getY() + 2 * t * (1 - t) * control.getY() + t * t * to.getY();
            box = new Rectangle2D.Double(x - textWidth / 2 - 2, y - 8, textWidth + 4, 15);
            if (taken.stream().noneMatch(box::intersects)) {
                break;
            }
        }
        taken.add(box);
        graphics.setColor(new Color(255, 255, 255, 215));
        graphics.fill(box);
        Letters.draw(graphics, text, AMOUNT, Palette.INK, box.getX() + 2, box.getY() + 12);
    }

    private static Point2D control(Point2D from, Point2D to) {
        double dx = to.getX() - from.getX();
        double dy = to.getY() - from.getY();
        return new Point2D.Double(
                (from.getX() + to.getX()) / 2 - dy * BEND * 2, (from.getY() + to.getY()) / 2 + dx * BEND * 2);
    }

    private static Point2D towards(Point2D start, Point2D end, double distance) {
        double share = distance / start.distance(end);
        return new Point2D.Double(
                start.getX() + share * (end.getX() - start.getX()), start.getY() + share * (end.getY() - start.getY()));
    }
}
