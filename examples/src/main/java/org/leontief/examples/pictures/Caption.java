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
            for (String word : words(sentence, width - 2 * MARGIN)) {
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

    /** Words, of which one that is longer than a line, such as an address, is broken where the line ends. */
    private static List<String> words(String sentence, int width) {
        List<String> words = new ArrayList<>();
        for (String word : sentence.split(" ", -1)) {
            String left = word;
            while (Letters.width(left, FONT) > width) {
                int end = left.length();
                while (end > 1 && Letters.width(left.substring(0, end), FONT) > width) {
                    end = left.offsetByCodePoints(end, -1);
                }
                words.add(left.substring(0, end));
                left = left.substring(end);
            }
            words.add(left);
        }
        return words;
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
