package org.leontief.compilation;

/**
 * The multiplier that brings one row or column to its total: the positive root r of p r − n / r = u, and its reciprocal, which
 * stands alone because either may be needed to full precision.
 *
 * <p>p, n ≥ 0: what the positive and the negative cells add up to before; u: the total. Without negative cells r = u / p, without
 * positive ones r = −n / u (Temurshoev, Miller and Bouwmeester 2013).
 */
final class Multiplier {

    private Multiplier() {}

    /**
     * Replaces the multiplier and the reciprocal at a place.
     *
     * @return false if double precision does not hold it, since it has grown or fallen without limit; the old one stays then
     */
    static boolean solve(double p, double n, double u, double[] multiplier, double[] reciprocal, int place) {
        if (p == 0 && n == 0) {
            return true;
        }
        double r;
        double q;
        if (n == 0) {
            r = u / p;
            q = p / u;
        } else if (p == 0) {
            r = -n / u;
            q = -u / n;
        } else {
            // Of the two forms of the root the one that does not cancel; no square is formed that could overflow.
            double root = Math.hypot(u, 2 * Math.sqrt(p) * Math.sqrt(n));
            r = u >= 0 ? (u + root) / 2 / p : 2 * n / (root - u);
            q = u >= 0 ? 2 * p / (u + root) : (root - u) / 2 / n;
        }
        boolean isHeld = r > 0 && q > 0 && Double.isFinite(r) && Double.isFinite(q);
        if (isHeld) {
            multiplier[place] = r;
            reciprocal[place] = q;
        }
        return isHeld;
    }

    /** The relative error of a total: against the larger of the total and the sum of the absolute cells. */
    static double error(double positive, double negative, double total) {
        double size = Math.max(Math.abs(total), positive + negative);
        return size == 0 ? 0 : Math.abs(positive - negative - total) / size;
    }
}
