package org.leontief.value.production;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The rates of profit at which two techniques pay the same wage: w_α(r) = w_β(r) in one numéraire. At each the choice between
 * them changes; where it changes back at a higher rate the techniques reswitch.
 *
 * <p>All are found, whatever their number: g(r) = 1/w(r) is a power series in r without negative terms, so g and its slope both
 * rise, and their values at the ends of an interval enclose g_α − g_β and its slope inside. Intervals are halved until each is
 * proved to hold no switch point, or to have a difference of one slope, and so one switch point at most. Source: P. Sraffa 1960,
 * chapter 12; P. Samuelson, "A Summing Up", Quarterly Journal of Economics 80 (1966); L. Pasinetti, "Changes in the rate of
 * profit and switches of techniques", ibid. Immutable.
 */
public final class SwitchPoints {

    /** Beside a pole the wage is 0 for both; this share of the maximum rate is not searched. */
    private static final double BESIDE_MAXIMUM = 1e-6;

    /** Differences below this share of g, and of what a change of 1 + r by its own share does to g, are rounding. */
    private static final double NOISE = 3e-14;

    private static final double NARROWEST = 1e-8;
    private static final int MOST_INTERVALS = 200_000;
    private static final int PROBES = 7;

    /**
     * One of them.
     *
     * @param rateOfProfit r
     * @param wage w, the same for both
     * @param isCrossing false where the curves only touch, as closely as double precision can tell
     */
    public record SwitchPoint(double rateOfProfit, double wage, boolean isCrossing) {}

    private final Technique alpha;
    private final Technique beta;
    private final double searchedTo;
    private final WageCost costOfAlpha;
    private final WageCost costOfBeta;
    private final List<SwitchPoint> found = new ArrayList<>();

    private SwitchPoints(Technique alpha, Technique beta, Numeraire numeraire, double searchedTo) {
        this.alpha = alpha;
        this.beta = beta;
        this.searchedTo = searchedTo;
        costOfAlpha = new WageCost(alpha, numeraire);
        costOfBeta = new WageCost(beta, numeraire);
    }

    /** Both curves at one rate: differences of g and of its slope, and the sizes they are differences of. */
    private record Pair(double r, WageCost.At alpha, WageCost.At beta) {

        double difference() {
            return alpha.cost() - beta.cost();
        }

        double noise() {
            double slope = Math.max(alpha.slope(), beta.slope());
            return NOISE * (Math.max(alpha.cost(), beta.cost()) + (1 + r) * slope);
        }
    }

    /**
     * All switch points from a rate of profit of 0 to the lower of the two maxima.
     *
     * @param alpha one technique
     * @param beta the other; its products may be others, but for what the numéraire holds
     * @param numeraire a basket or a product that both make
     * @return the switch points, by rising rate of profit
     * @throws IllegalStateException if neither has a maximum rate of profit: say then how far to search
     * @throws IllegalArgumentException if both pay the same wage throughout, or only one counts its imports
     */
    public static SwitchPoints between(Technique alpha, Technique beta, Numeraire numeraire) {
        double maximum = lowerMaximum(alpha, beta);
        if (maximum == Double.POSITIVE_INFINITY) {
            throw new IllegalStateException(
                    "Neither technique has a maximum rate of profit, since nothing enters into its own"
                            + " production. Say up to which rate to search: between(alpha, beta, numeraire, 10).");
        }
        return search(alpha, beta, numeraire, maximum * (1 - BESIDE_MAXIMUM), false);
    }

    /**
     * All switch points from a rate of profit of 0 to a given one.
     *
     * @param alpha one technique
     * @param beta the other
     * @param numeraire a basket or a product that both make
     * @param highestRate where to stop, above 0; the lower of the two maxima, if that is lower
     * @return the switch points, by rising rate of profit
     * @throws IllegalArgumentException if the highest rate is not positive, or both pay the same wage throughout
     */
    public static SwitchPoints between(Technique alpha, Technique beta, Numeraire numeraire, double highestRate) {
        if (!(highestRate > 0 && highestRate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The highest rate of profit is " + highestRate + "; it must be positive and finite.");
        }
        double maximum = lowerMaximum(alpha, beta) * (1 - BESIDE_MAXIMUM);
        return search(alpha, beta, numeraire, Math.min(highestRate, maximum), highestRate <= maximum);
    }

    private static double lowerMaximum(Technique alpha, Technique beta) {
        return Math.min(
                alpha.maximumRateOfProfit().rate().lower(),
                beta.maximumRateOfProfit().rate().lower());
    }

    /**
     * Searches up to a rate.
     *
     * @param isGiven whether the user named that rate; at the maximum both wages vanish, and no difference says anything
     */
    private static SwitchPoints search(
            Technique alpha, Technique beta, Numeraire numeraire, double to, boolean isGiven) {
        ImportsOfTechniques.requireAlike(alpha, beta);
        SwitchPoints points = new SwitchPoints(alpha, beta, numeraire, to);
        points.requireDifferent(to, numeraire);
        Pair end = points.at(to);
        points.search(points.at(0), end);
        if (isGiven && Math.abs(end.difference()) <= end.noise()) {
            points.addRoot(end);
        }
        return points;
    }

    private void requireDifferent(double to, Numeraire numeraire) {
        boolean differs = false;
        for (int k = 1; k <= PROBES; k++) {
            Pair pair = at(to * k / (PROBES + 1));
            differs |= Math.abs(pair.difference()) > pair.noise();
        }
        if (!differs) {
            throw new IllegalArgumentException("Both techniques pay the same wage at every rate of profit where "
                    + numeraire + ". Do they differ only in what it does not need?");
        }
    }

    private Pair at(double r) {
        return new Pair(r, costOfAlpha.at(r), costOfBeta.at(r));
    }

    private void search(Pair from, Pair to) {
        List<Pair[]> open = new ArrayList<>();
        open.add(new Pair[] {from, to});
        if (Math.abs(from.difference()) <= from.noise()) {
            add(from, true, NARROWEST);
        }
        for (int count = 0; !open.isEmpty(); count++) {
            if (count > MOST_INTERVALS) {
                throw new IllegalStateException(
                        "The wage curves run so close that their switch points could not be told apart" + " in "
                                + MOST_INTERVALS + " intervals.");
            }
            Pair[] ends = open.remove(open.size() - 1);
            Pair low = ends[0];
            Pair high = ends[1];
            double width = high.r() - low.r();
            double leastSlope = low.alpha().slope() - high.beta().slope();
            double mostSlope = high.alpha().slope() - low.beta().slope();
            if (isFree(low, high, width, leastSlope, mostSlope)) {
                continue;
            }
            if (leastSlope > 0 || mostSlope < 0) {
                if (low.difference() >= 0 != high.difference() >= 0) {
                    addRoot(root(low, high));
                }
            } else if (width <= NARROWEST * (1 + low.r())) {
                boolean crosses = low.difference() >= 0 != high.difference() >= 0;
                add(at(low.r() + width / 2), crosses, 4 * NARROWEST);
            } else {
                Pair middle = at(low.r() + width / 2);
                open.add(new Pair[] {middle, high});
                open.add(new Pair[] {low, middle});
            }
        }
        found.sort(Comparator.comparingDouble(SwitchPoint::rateOfProfit));
    }

    /** Whether one curve is above the other on the whole interval. */
    private static boolean isFree(Pair low, Pair high, double width, double leastSlope, double mostSlope) {
        double noise = Math.max(low.noise(), high.noise());
        double least = Math.max(
                low.alpha().cost() - high.beta().cost(),
                Math.max(
                        low.difference() + width * Math.min(0, leastSlope),
                        high.difference() - width * Math.max(0, mostSlope)));
        double most = Math.min(
                high.alpha().cost() - low.beta().cost(),
                Math.min(
                        low.difference() + width * Math.max(0, mostSlope),
                        high.difference() - width * Math.min(0, leastSlope)));
        return least > noise || most < -noise;
    }

    /** Halving, on an interval where the difference has one slope and changes its sign. */
    private Pair root(Pair from, Pair to) {
        double low = from.r();
        double high = to.r();
        boolean risesFromBelow = from.difference() < 0;
        while (high - low > 2 * Math.ulp(high)) {
            double middle = low + (high - low) / 2;
            boolean isBelow = at(middle).difference() < 0;
            if (isBelow == risesFromBelow) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at(low + (high - low) / 2);
    }

    /** A root is no other than a point beside it between which the curves do not part by more than rounding. */
    private void addRoot(Pair root) {
        double slope = Math.abs(root.alpha().slope() - root.beta().slope());
        double apart = slope == 0 ? NARROWEST : Math.min(NARROWEST, 2 * root.noise() / slope);
        add(root, true, Math.max(NOISE, apart));
    }

    /** Neighbouring intervals may both come upon one that lies between them. */
    private void add(Pair pair, boolean isCrossing, double apart) {
        boolean isThere =
                found.stream().anyMatch(each -> Math.abs(each.rateOfProfit() - pair.r()) <= apart * (1 + pair.r()));
        if (!isThere) {
            found.add(new SwitchPoint(pair.r(), 1 / pair.alpha().cost(), isCrossing));
        }
    }

    /**
     * The switch points.
     *
     * @return by rising rate of profit
     */
    public List<SwitchPoint> points() {
        return List.copyOf(found);
    }

    /**
     * How far was searched.
     *
     * @return a rate of profit, just below the lower of the two maxima unless less was asked for
     */
    public double searchedTo() {
        return searchedTo;
    }

    /**
     * The technique that pays the higher wage at a rate of profit, and so is cheaper.
     *
     * @param r from 0 to {@link #searchedTo}
     * @return alpha or beta; alpha at a switch point
     */
    public Technique cheaper(double r) {
        if (!(r >= 0 && r <= searchedTo)) {
            throw new IllegalArgumentException(
                    "The rate of profit is " + r + "; the techniques were compared from 0 to " + searchedTo + ".");
        }
        return at(r).difference() <= 0 ? alpha : beta;
    }

    /**
     * Whether a technique that is left at one rate of profit comes back at a higher one.
     *
     * @return true if the curves cross at least twice
     */
    public boolean isReswitching() {
        return found.stream().filter(SwitchPoint::isCrossing).count() >= 2;
    }

    /** The rates of profit. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                found.isEmpty() ? "No switch point" : isReswitching() ? "Reswitching" : "Switch points");
        text.append(String.format(Locale.ROOT, " from r = 0 to %.6f", searchedTo));
        found.forEach(each -> text.append(String.format(
                Locale.ROOT,
                "\n  r = %.6f, w = %.6g%s",
                each.rateOfProfit(),
                each.wage(),
                each.isCrossing() ? "" : " (the curves touch)")));
        return text.toString();
    }
}
