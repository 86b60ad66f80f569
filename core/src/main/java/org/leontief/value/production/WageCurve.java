package org.leontief.value.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Units;

/**
 * The wage–profit curve w(r): what workers can be paid for a unit of labour at each rate of profit. It falls in every
 * numéraire. Source: P. Sraffa, <i>Production of Commodities by Means of Commodities</i> (1960), chapters 3 and 6. Immutable.
 */
public final class WageCurve {

    /**
     * One point.
     *
     * @param rateOfProfit r
     * @param wage w, in the numéraire per unit of labour
     * @param wageErrorBound how far w can be off; +∞ where nothing could be proved
     */
    public record Point(double rateOfProfit, double wage, double wageErrorBound) {

        static Point of(PricesOfProduction prices) {
            return new Point(prices.rateOfProfit(), prices.wage(), prices.wageErrorBound());
        }
    }

    /** Every interval takes a solve; no picture and no table shows more. */
    private static final int MOST_INTERVALS = 10_000;

    private final Technique technique;
    private final Numeraire numeraire;
    private final List<Point> points;

    WageCurve(Technique technique, Numeraire numeraire, List<Point> points) {
        this.technique = technique;
        this.numeraire = numeraire;
        this.points = List.copyOf(points);
    }

    static WageCurve of(Technique technique, Numeraire numeraire, int intervals) {
        if (intervals < 1) {
            throw new IllegalArgumentException("A curve of " + intervals + " intervals cannot be; give at least 1.");
        }
        if (intervals > MOST_INTERVALS) {
            throw new IllegalArgumentException("A curve of " + intervals
                    + " intervals takes as many solves; give at most "
                    + MOST_INTERVALS + ". For rates that lie closer, give the rates themselves: wageCurve(numeraire,"
                    + " rates…).");
        }
        if (numeraire.quantities(technique.coefficients()) == null) {
            throw new IllegalArgumentException(
                    "With the wage as numéraire it is 1 at every rate of profit. Count it in a basket"
                            + " or a product.");
        }
        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();
        if (!maximum.rate().isFinite()) {
            throw new IllegalStateException(maximum + ". Give the rates at which the wage is wanted.");
        }
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < intervals; k++) {
            points.add(Point.of(technique.pricesAtRate(maximum.value() * k / intervals, numeraire)));
        }
        if (!maximum.isSetByNonBasics() && technique.basics().any()) {
            points.add(Point.of(technique.pricesAtMaximumRate(numeraire)));
        }
        return new WageCurve(technique, numeraire, points);
    }

    /**
     * The points.
     *
     * @return by rising rate of profit where the rates were not given; the last one, at the maximum, is left out where non-basic
     *     products set it, since their prices have no limit there
     */
    public List<Point> points() {
        return points;
    }

    /**
     * What the wage is counted in.
     *
     * @return the numéraire, never the wage itself
     */
    public Numeraire numeraire() {
        return numeraire;
    }

    /**
     * The unit of the wage.
     *
     * @return such as "million EUR per thousand persons"
     */
    public String wageUnit() {
        String unit = numeraire.unit(technique.coefficients(), technique.labourUnit());
        return Units.of(unit).per(Units.of(technique.labourUnit())).get(0);
    }

    /**
     * The prices behind a point.
     *
     * @param point its number, from 0
     * @return prices of production; computed at every call
     */
    public PricesOfProduction prices(int point) {
        Point at = points.get(point);
        return at.wage() == 0
                ? technique.pricesAtMaximumRate(numeraire)
                : technique.pricesAtRate(at.rateOfProfit(), numeraire);
    }

    /** A line for each point. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Wage–profit curve; " + numeraire + "\n  r  w");
        for (Point point : points) {
            text.append(String.format(Locale.ROOT, "\n  %.6f  %.6g", point.rateOfProfit(), point.wage()));
        }
        return text.toString();
    }
}
