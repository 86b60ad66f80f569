package org.leontief.compilation;

import java.util.Locale;
import org.leontief.label.Label;

/**
 * A cell before and after balancing.
 *
 * @param row whose row
 * @param column whose column
 * @param before the cell of the prior
 * @param after the cell of the balanced matrix
 */
public record ChangedCell(Label row, Label column, double before, double after) {

    /**
     * The difference.
     *
     * @return after − before
     */
    public double change() {
        return after - before;
    }

    /**
     * The ratio; balancing keeps signs, so it is never negative.
     *
     * @return after / before
     */
    public double factor() {
        return after / before;
    }

    /** The cell and both numbers. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s → %s: %.6g → %.6g (%+.6g, × %.4g)", row, column, before, after, change(), factor());
    }
}
