package org.leontief.examples.pictures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** Text as outlines, as XChart draws it too: an SVG then looks the same with every font. */
final class Letters {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Letters() {}

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    static void draw(Graphics2D graphics, String text, Font font, Color colour, double x, double y) {
        draw(graphics, text, font, colour, AffineTransform.getTranslateInstance(x, y));
    }

    static void centred(Graphics2D graphics, String text, Font font, Color colour, double x, double y) {
        draw(graphics, text, font, colour, x - width(text, font) / 2, y);
    }

    /** Turned about the point where the text begins. */
    static void turned(Graphics2D graphics, String text, Font font, Color colour, double x, double y, double angle) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(angle);
        draw(graphics, text, font, colour, place);
    }

    private static void draw(Graphics2D graphics, String text, Font font, Color colour, AffineTransform place) {
        if (!text.isBlank()) {
            graphics.setColor(colour);
            graphics.fill(new TextLayout(text, font, CONTEXT).getOutline(place));
        }
    }
}
