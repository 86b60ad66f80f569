package org.leontief.examples.pictures;

import java.awt.Color;
import java.awt.Font;

/**
 * Colours that can be told apart without colour vision. Sources: M. Okabe and K. Ito, "Color universal design" (2008), for
 * series; S. van der Walt and N. Smith, viridis (2015), for amounts, from its light end to its middle, so that black figures
 * can be read on every cell.
 */
final class Palette {

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color FAINT = new Color(0x55, 0x55, 0x55);
    static final Color GRID = new Color(0xDD, 0xDD, 0xDD);

    static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);

    private static final Color[] SERIES = {
        BLUE,
        ORANGE,
        new Color(0x00, 0x9E, 0x73),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0x99, 0x99, 0x99),
        new Color(0xF0, 0xE4, 0x42),
    };

    private static final Color[] AMOUNTS = {
        new Color(0xFD, 0xE7, 0x25),
        new Color(0xB5, 0xDE, 0x2B),
        new Color(0x6E, 0xCE, 0x58),
        new Color(0x35, 0xB7, 0x79),
        new Color(0x1F, 0x9E, 0x89),
        new Color(0x26, 0x82, 0x8E),
    };

    private Palette() {}

    /** One colour a series; the seventh is grey, for the rest of what is stacked. */
    static Color[] series() {
        return SERIES.clone();
    }

    /** From 0, little, to 1, much. */
    static Color amount(double share) {
        double place = Math.min(1, Math.max(0, share)) * (AMOUNTS.length - 1);
        int below = Math.min((int) place, AMOUNTS.length - 2);
        return between(AMOUNTS[below], AMOUNTS[below + 1], place - below);
    }

    private static Color between(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
