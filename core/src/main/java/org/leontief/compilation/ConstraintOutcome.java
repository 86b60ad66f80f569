package org.leontief.compilation;

import java.util.Locale;

/**
 * What became of a total.
 *
 * @param name of the constraint, or "row 'Steel'" and "column 'Steel'" for totals of rows and columns
 * @param asked the total given
 * @param reached what the cells add up to
 * @param standardError of the total given; 0 if it was to be met exactly
 */
public record ConstraintOutcome(String name, double asked, double reached, double standardError) {

    /**
     * By how much the total had to give way.
     *
     * @return reached − asked
     */
    public double adjustment() {
        return reached - asked;
    }

    /**
     * The adjustment against what the total is known to: beyond 2 or 3 the sources contradict each other more than they should.
     *
     * @return |reached − asked| / standard error; for an exact total 0 if it is met, else infinite
     */
    public double standardErrors() {
        return adjustment() == 0 ? 0 : Math.abs(adjustment()) / standardError;
    }

    /** Name and numbers. */
    @Override
    public String toString() {
        return standardError == 0
                ? String.format(Locale.ROOT, "%s: %.6g reached, %.6g asked", name, reached, asked)
                : String.format(
                        Locale.ROOT,
                        "%s: %.6g reached, %.6g ± %.3g asked, off by %.2f standard errors",
                        name,
                        reached,
                        asked,
                        standardError,
                        standardErrors());
    }
}
