package org.leontief.examples.pictures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The lines below a chart, broken where they are too long. */
record Caption(List<String> lines) {

    private static final Font FONT = Palette.font(Font.PLAIN, 12);
    private static final int LINE = 17;
    private static final int MARGIN = 14;

    static Caption of(List<String> sentences, int width) {
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            String line = "";
            for (String word : sentence.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && Letters.width(longer, FONT) > width - 2 * MARGIN) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return new Caption(lines);
    }

    int height() {
        return lines.isEmpty() ? 0 : lines.size() * LINE + MARGIN / 2;
    }

    void draw(Graphics2D graphics, int top) {
        for (int k = 0; k < lines.size(); k++) {
            Letters.draw(graphics, lines.get(k), FONT, Palette.FAINT, MARGIN, top + (k + 1) * LINE - 4);
        }
    }
}
