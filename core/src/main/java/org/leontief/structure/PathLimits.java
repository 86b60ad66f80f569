package org.leontief.structure;

import org.leontief.solve.ProgressListener;

/**
 * When the search for paths ends: whichever comes first. Immutable.
 *
 * @param count how many paths at most
 * @param smallestShare no path below this share of the total is listed
 * @param coverage enough is listed when the paths make up this share of the total
 * @param listener watches and can stop the search; what was found is then returned
 */
public record PathLimits(int count, double smallestShare, double coverage, ProgressListener listener) {

    /**
     * Checks the parts.
     *
     * @param count as above
     * @param smallestShare as above
     * @param coverage as above
     * @param listener as above
     * @throws IllegalArgumentException if the count is below 1 or a share is not between 0 and 1
     */
    public PathLimits {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + "; it must be at least 1.");
        }
        requireShare("smallestShare", smallestShare);
        requireShare("coverage", coverage);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    name + " is " + share + "; it must be between 0 and 1. Is it a per cent? 5% is 0.05.");
        }
    }

    /**
     * The largest paths. One that is below the smallest normal number that a double holds, 2.2 · 10⁻³⁰⁸, is none: the search
     * ends before it.
     *
     * @param count how many at most
     * @return limits by number alone
     */
    public static PathLimits largest(int count) {
        return new PathLimits(count, 0, 1, ProgressListener.NONE);
    }

    /**
     * The same, leaving out what is small.
     *
     * @param share of the total, such as 0.001
     * @return new limits
     */
    public PathLimits withSmallestShare(double share) {
        return new PathLimits(count, share, coverage, listener);
    }

    /**
     * The same, ending when enough is explained.
     *
     * @param share of the total, such as 0.8
     * @return new limits
     */
    public PathLimits withCoverage(double share) {
        return new PathLimits(count, smallestShare, share, listener);
    }

    /**
     * The same with a listener.
     *
     * @param newListener watches and can stop the search
     * @return new limits
     */
    public PathLimits withListener(ProgressListener newListener) {
        return new PathLimits(count, smallestShare, coverage, newListener);
    }
}
