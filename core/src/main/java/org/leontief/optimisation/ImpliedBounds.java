package org.leontief.optimisation;

/**
 * Bounds of columns that follow from the rows: a row with an upper end leaves a variable no more than what the others, at
 * their least, do not take. Every bound holds for all x that keep the programme's own, rounding included; none is meant
 * to be tight.
 */
final class ImpliedBounds {

    private static final int MOST_PASSES = 20;
    private static final double ROUNDING = 0x1p-52;

    final double[] lower;
    final double[] upper;

    private final CompressedMatrix byRow;
    private boolean changed;

    /** A sum of products with what it can be off, and how many of its terms are infinite. */
    private double least;

    private double magnitude;
    private int infinite;

    private ImpliedBounds(CompressedMatrix byRow, double[] lower, double[] upper) {
        this.byRow = byRow;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Bounds for columns that have none of their own.
     *
     * @param byRow rows of the matrix
     * @param rowLower least value of each row
     * @param rowUpper largest value of each row
     * @param lower least value of each column; overwritten where it is infinite and another follows
     * @param upper largest value of each column; overwritten likewise
     */
    static ImpliedBounds of(
            CompressedMatrix byRow, double[] rowLower, double[] rowUpper, double[] lower, double[] upper) {
        ImpliedBounds bounds = new ImpliedBounds(byRow, lower, upper);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            bounds.changed = false;
            for (int i = 0; i < byRow.lines(); i++) {
                bounds.propagate(i, 1, rowUpper[i]);
                bounds.propagate(i, -1, -rowLower[i]);
            }
            if (!bounds.changed) {
                break;
            }
        }
        return bounds;
    }

    /** What sign · row ≤ limit says of the columns in it. */
    private void propagate(int row, int sign, double limit) {
        if (Double.isInfinite(limit)) {
            return;
        }
        int from = byRow.start()[row];
        int to = byRow.start()[row + 1];
        sumLeast(from, to, sign);
        if (infinite > 1) {
            return;
        }
        double error = 4 * (to - from + 4) * ROUNDING * (magnitude + Math.abs(limit));
        for (int p = from; p < to; p++) {
            double coefficient = sign * byRow.value()[p];
            int j = byRow.index()[p];
            double own = leastBound(coefficient, j);
            boolean isWanted = Double.isInfinite(coefficient > 0 ? upper[j] : lower[j]);
            if (isWanted && (infinite == 0 || Double.isInfinite(own))) {
                double others = Double.isInfinite(own) ? least : least - coefficient * own;
                double most = (limit - others + error) / Math.abs(coefficient);
                tighten(j, coefficient > 0, most + ROUNDING * 4 * Math.abs(most) + Double.MIN_NORMAL);
            }
        }
    }

    private void tighten(int column, boolean isUpper, double most) {
        if (!Double.isFinite(most)) {
            return;
        }
        if (isUpper) {
            upper[column] = most;
        } else {
            lower[column] = -most;
        }
        changed = true;
    }

    private double leastBound(double coefficient, int column) {
        return coefficient > 0 ? lower[column] : upper[column];
    }

    private void sumLeast(int from, int to, int sign) {
        least = 0;
        magnitude = 0;
        infinite = 0;
        for (int p = from; p < to; p++) {
            double coefficient = sign * byRow.value()[p];
            double bound = leastBound(coefficient, byRow.index()[p]);
            if (Double.isInfinite(bound)) {
                infinite++;
            } else {
                least += coefficient * bound;
                magnitude += Math.abs(coefficient * bound);
            }
        }
    }
}
