package org.leontief.structure;

import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.Label;

/**
 * Where an industry stands among all others.
 *
 * @param industry which
 * @param backward its backward linkage relative to the mean of all
 * @param forward its forward linkage relative to the mean of all
 */
public record SectorPosition(Label industry, Bounded backward, Bounded forward) {

    /**
     * Which of the four kinds it is.
     *
     * @return by the two numbers as computed
     */
    public Dependence dependence() {
        return Dependence.of(backward.value(), forward.value());
    }

    /**
     * Whether both numbers are further from 1 than they can be off.
     *
     * @return true if the kind is certain for the coefficients as they are stored
     */
    public boolean isProved() {
        return isAwayFromOne(backward) && isAwayFromOne(forward);
    }

    private static boolean isAwayFromOne(Bounded linkage) {
        return Math.abs(linkage.value() - 1) > Math.nextUp(linkage.errorBound() + Math.ulp(1.0));
    }

    /** Both numbers and the kind. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: backward %.4f, forward %.4f, %s",
                industry,
                backward.value(),
                forward.value(),
                dependence());
    }
}
