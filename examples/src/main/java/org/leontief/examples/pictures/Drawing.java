package org.leontief.examples.pictures;

import java.awt.Graphics2D;

/** Something that can be drawn in a rectangle whose corner is the origin. */
interface Drawing {

    /** Draws; the graphics may be left with any colour, font and stroke. */
    void draw(Graphics2D graphics, int width, int height);
}
