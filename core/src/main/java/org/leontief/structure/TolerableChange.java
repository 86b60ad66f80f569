package org.leontief.structure;

import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.Label;

/**
 * How far one technical coefficient a_ij may rise before any output changes by more than a given share.
 *
 * @param input i, the product used
 * @param product j, the product made
 * @param coefficient a_ij
 * @param relative the rise as a share of a_ij; the smaller, the more important the coefficient
 */
public record TolerableChange(Label input, Label product, double coefficient, Bounded relative) {

    /** The cell, its coefficient and what is tolerable. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "'%s' in '%s' (%.6g): %+.2f%%", input, product, coefficient, 100 * relative.value());
    }
}
