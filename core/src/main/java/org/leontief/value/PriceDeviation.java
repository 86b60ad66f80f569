package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.UnitRatio;
import org.leontief.label.Units;

/**
 * How far one set of prices is from another: labour values or prices of production from market prices.
 *
 * <p>With theoretical prices d, scaled so that Σ d_j x_j = Σ p_j x_j, market prices p, output x and ratios q_j = d_j / p_j:
 *
 * <pre>
 * MAD   mean absolute deviation            1/n Σ |q_j − 1|
 * MAWD  mean absolute weighted deviation   Σ |q_j − 1| p_j x_j / Σ p_j x_j
 * NVD   normalised vector distance         √(Σ (d_j x_j − p_j x_j)² / Σ (p_j x_j)²)
 * α     angle between q and (1, …, 1):     tan α is the coefficient of variation of q
 * d     distance                           √(2 (1 − cos α))
 * </pre>
 *
 * <p>The last two do not depend on the scale of either, nor on the units in which products are measured; no measure is a
 * correlation, which sizes of industries would produce by themselves. Source: for the first two E. Ochoa, Cambridge Journal of
 * Economics 13 (1989) and A. Shaikh, "The transformation from Marx to Sraffa" (1984); NVD: P. Petrović, Cambridge Journal of
 * Economics 11 (1987); angle and distance: I. Steedman and J. Tomkins, "On measuring the deviation of prices from values",
 * Cambridge Journal of Economics 22 (1998). Immutable.
 */
public final class PriceDeviation {

    private final LabelledVector ratios;
    private final double[] marketValues;
    private final List<Label> leftOut;

    private PriceDeviation(LabelledVector ratios, double[] marketValues, List<Label> leftOut) {
        this.ratios = ratios;
        this.marketValues = marketValues;
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Compares with the market prices of a table in money, which are 1.
     *
     * @param theoretical d: labour values or other prices per unit of money of each product
     * @param output x in money, joined by label; products without output are left out, and listed
     * @return the measures
     * @throws IllegalArgumentException if a product with output has no positive theoretical price
     */
    public static PriceDeviation ofTable(LabelledVector theoretical, LabelledVector output) {
        output.units().common();
        double[] ones = new double[output.size()];
        Arrays.fill(ones, 1);
        return of(theoretical, LabelledVector.of("Market prices", output.labels(), Units.NONE, ones), output);
    }

    /**
     * Compares with the market prices of a table in money, which are 1.
     *
     * @param theoretical d, the bounds of which are not used
     * @param output x in money, joined by label; products without output are left out, and listed
     * @return the measures
     * @throws IllegalArgumentException if a product with output has no positive theoretical price
     */
    public static PriceDeviation ofTable(BoundedVector theoretical, LabelledVector output) {
        return ofTable(theoretical.values(), output);
    }

    /**
     * Compares any two sets of prices.
     *
     * @param theoretical d, per unit of each product
     * @param market p, per unit of each product, joined by label
     * @param output x, joined by label; products without output are left out, and listed
     * @return the measures
     * @throws IllegalArgumentException if a product with output has no positive price on one side, there is no output, or a
     *     price is not one per unit of the output
     */
    public static PriceDeviation of(LabelledVector theoretical, LabelledVector market, LabelledVector output) {
        Labels products = theoretical.labels();
        int[] inMarket = products.placesIn(market.labels(), "'" + market.name() + "'");
        int[] inOutput = products.placesIn(output.labels(), "'" + output.name() + "'");
        Units sold = output.units().reorder(inOutput);
        UnitRatio.numerator("'" + theoretical.name() + "'", theoretical.units(), products, sold);
        UnitRatio.numerator("'" + market.name() + "'", market.units().reorder(inMarket), products, sold);
        List<Label> kept = new ArrayList<>();
        List<Label> leftOut = new ArrayList<>();
        List<double[]> pairs = new ArrayList<>();
        double theoreticalTotal = 0;
        double marketTotal = 0;
        for (int j = 0; j < products.size(); j++) {
            double x = output.at(inOutput[j]);
            if (x == 0) {
                leftOut.add(products.get(j));
                continue;
            }
            requirePositive(theoretical.name(), products.get(j), theoretical.at(j));
            requirePositive(market.name(), products.get(j), market.at(inMarket[j]));
            requirePositive(output.name(), products.get(j), x);
            double value = market.at(inMarket[j]) * x;
            kept.add(products.get(j));
            pairs.add(new double[] {theoretical.at(j) / market.at(inMarket[j]), value});
            theoreticalTotal += theoretical.at(j) * x;
            marketTotal += value;
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + output.name() + "' is 0 for every product: there is nothing to compare.");
        }
        double scale = marketTotal / theoreticalTotal;
        double[] ratios = pairs.stream().mapToDouble(pair -> pair[0] * scale).toArray();
        double[] values = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        return new PriceDeviation(
                LabelledVector.of(
                        theoretical.name() + " by " + market.name(), Labels.ofLabels(kept), Units.NONE, ratios),
                values,
                leftOut);
    }

    private static void requirePositive(String name, Label label, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("'" + name + "' for '" + label + "' is " + value
                    + "; a product that is made is compared by positive prices. Leave it out of all three.");
        }
    }

    /**
     * q: theoretical by market price, at equal totals.
     *
     * @return 1 where they agree
     */
    public LabelledVector ratios() {
        return ratios;
    }

    /**
     * The products without output, which are not compared.
     *
     * @return their labels
     */
    public List<Label> leftOut() {
        return leftOut;
    }

    /**
     * MAD, mean absolute deviation (Shaikh, Ochoa).
     *
     * @return 0.1 for ten per cent
     */
    public double meanAbsolute() {
        double sum = 0;
        for (double q : ratios.toArray()) {
            sum += Math.abs(q - 1);
        }
        return sum / ratios.size();
    }

    /**
     * MAWD, mean absolute weighted deviation (Shaikh, Ochoa).
     *
     * @return 0.1 for ten per cent of the value of output
     */
    public double meanAbsoluteWeighted() {
        double sum = 0;
        double total = 0;
        for (int j = 0; j < marketValues.length; j++) {
            sum += Math.abs(ratios.at(j) - 1) * marketValues[j];
            total += marketValues[j];
        }
        return sum / total;
    }

    /**
     * NVD, normalised vector distance (Petrović).
     *
     * @return at least 0
     */
    public double normalisedVectorDistance() {
        double squares = 0;
        double total = 0;
        for (int j = 0; j < marketValues.length; j++) {
            double difference = (ratios.at(j) - 1) * marketValues[j];
            squares += difference * difference;
            total += marketValues[j] * marketValues[j];
        }
        return Math.sqrt(squares / total);
    }

    /**
     * The coefficient of variation of q, which is tan α.
     *
     * @return at least 0; scale-free
     */
    public double coefficientOfVariation() {
        double mean = 0;
        for (double q : ratios.toArray()) {
            mean += q / ratios.size();
        }
        double variance = 0;
        for (double q : ratios.toArray()) {
            variance += (q - mean) * (q - mean) / ratios.size();
        }
        return Math.sqrt(variance) / mean;
    }

    /**
     * α, the angle between the vector of ratios and one of equal entries (Steedman and Tomkins).
     *
     * @return in degrees, 0 where prices are proportional; scale-free
     */
    public double angleInDegrees() {
        return Math.toDegrees(Math.atan(coefficientOfVariation()));
    }

    /**
     * d = √(2 (1 − cos α)), the distance between the two vectors at length 1 (Steedman and Tomkins).
     *
     * @return at least 0; scale-free
     */
    public double distance() {
        return 2 * Math.sin(Math.atan(coefficientOfVariation()) / 2);
    }

    /** All measures in one line. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s, %d products: MAD %.4f, MAWD %.4f, NVD %.4f, angle %.3f°, distance %.4f",
                        ratios.name(),
                        ratios.size(),
                        meanAbsolute(),
                        meanAbsoluteWeighted(),
                        normalisedVectorDistance(),
                        angleInDegrees(),
                        distance())
                + (leftOut.isEmpty() ? "" : "; without output: " + Listing.quoted(leftOut));
    }
}
