package org.leontief.value;

import java.util.Locale;
import org.leontief.label.Bounded;

/**
 * λ·d = l·x: the labour embodied in what is delivered is the labour performed in making it. The two sides come from two
 * solutions, one of the transposed system and one of the plain one, so that their difference is a test of both.
 *
 * @param embodied λ·d
 * @param performed l·x, with x = A x + d
 * @param unit such as "hours"
 */
public record AccountingIdentity(Bounded embodied, Bounded performed, String unit) {

    /**
     * |λ·d − l·x| relative to the larger of the two.
     *
     * @return such as 1e-16; 0 where both are 0
     */
    public double relativeDifference() {
        double difference = Math.abs(embodied.value() - performed.value());
        return difference == 0 ? 0 : difference / Math.max(Math.abs(embodied.value()), Math.abs(performed.value()));
    }

    /**
     * Whether the two sides are as close as their bounds say they must be.
     *
     * @return false if something is wrong with one of them
     */
    public boolean holds() {
        return Math.abs(embodied.value() - performed.value())
                <= Math.nextUp(embodied.errorBound() + performed.errorBound());
    }

    /** Both numbers and their difference. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "λ·d = %,.6f, l·x = %,.6f %s, relative difference %s",
                embodied.value(),
                performed.value(),
                unit,
                relativeDifference() == 0 ? "0" : String.format(Locale.ROOT, "%.1e", relativeDifference()));
    }
}
