package org.leontief.value;

import java.util.Locale;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * One round of a council that orders consumer goods: what was sold at prices above its labour value is ordered more of, what was
 * sold below it less.
 *
 * <pre>
 * q_j = p_j / λ_j,  q̄ = Σ p s / Σ λ s     price by value, and the average of it
 * d_j = k s_j · rule(q_j / q̄)             with k so that Σ λ_j d_j is the labour budget
 * </pre>
 *
 * <p>s: stocks that were put on sale; p: prices in labour tokens at which they were just sold out; λ: labour values. Where
 * p = λ for all products the order is what was on sale, and consumers get what they would choose at prices that are the labour
 * the goods cost. Source: W. P. Cockshott and A. Cottrell, <i>Towards a New Socialism</i> (1993), chapter 8. Immutable.
 */
public final class ConsumptionCouncil {

    private final LabelledVector ratios;
    private final double averageRatio;
    private final LabelledVector nextDemand;
    private final double budget;
    private final double scale;

    private ConsumptionCouncil(
            LabelledVector ratios, double averageRatio, LabelledVector nextDemand, double budget, double scale) {
        this.ratios = ratios;
        this.averageRatio = averageRatio;
        this.nextDemand = nextDemand;
        this.budget = budget;
        this.scale = scale;
    }

    /**
     * Decides on the next order.
     *
     * @param stocks s: what was on sale of each product, in its unit
     * @param labourValues λ, joined by label, in one unit of labour per unit of each product, all positive
     * @param prices p, joined by label, in the unit of the labour values: what cleared the shelves
     * @param rule how much to respond
     * @param labourBudget labour that the next order may take in all, above 0
     * @return ratios and the next demand
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units do not match, a stock or price is negative, a value is not positive, or there is
     *     nothing on sale
     */
    public static ConsumptionCouncil decide(
            LabelledVector stocks,
            LabelledVector labourValues,
            LabelledVector prices,
            ResponseRule rule,
            double labourBudget) {
        Labels products = stocks.labels();
        int[] places = products.placesIn(labourValues.labels(), "'" + labourValues.name() + "'");
        Units units = labourValues.units().reorder(places);
        requireOneUnit(products, units);
        LabelledVector values = labourValues.alignedTo(products, units);
        LabelledVector p = prices.alignedTo(products, units);
        if (!(labourBudget > 0 && labourBudget <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The labour budget is " + labourBudget + "; it must be positive and finite.");
        }
        double paid = 0;
        double embodied = 0;
        for (int j = 0; j < products.size(); j++) {
            requireSound(products, j, stocks, values, p);
            paid += p.at(j) * stocks.at(j);
            embodied += values.at(j) * stocks.at(j);
        }
        if (!(paid > 0 && embodied > 0)) {
            throw new IllegalArgumentException("Nothing was on sale, or all of it was given away: stocks hold "
                    + embodied + " of labour and fetched " + paid + ". The ratio of price to value says nothing then.");
        }
        return respond(stocks, values, p, rule, labourBudget, paid / embodied);
    }

    private static ConsumptionCouncil respond(
            LabelledVector stocks,
            LabelledVector values,
            LabelledVector p,
            ResponseRule rule,
            double labourBudget,
            double average) {
        int n = stocks.size();
        double[] ratios = new double[n];
        double[] demand = new double[n];
        double takes = 0;
        for (int j = 0; j < n; j++) {
            ratios[j] = p.at(j) / values.at(j);
            demand[j] = stocks.at(j) * rule.factor(ratios[j] / average);
            takes += values.at(j) * demand[j];
        }
        double scale = labourBudget / takes;
        for (int j = 0; j < n; j++) {
            demand[j] *= scale;
        }
        return new ConsumptionCouncil(
                LabelledVector.of("Price by labour value", stocks.labels(), Units.NONE, ratios),
                average,
                LabelledVector.of("Next demand", stocks.labels(), stocks.units(), demand),
                labourBudget,
                scale);
    }

    /** Hours per loaf beside days per book have no sum. */
    private static void requireOneUnit(Labels products, Units units) {
        String first = labour(units.get(0));
        for (int j = 1; j < products.size(); j++) {
            if (!labour(units.get(j)).equals(first)) {
                throw new IllegalArgumentException("The labour value of '" + products.get(j) + "' is in '"
                        + units.get(j) + "', that of '" + products.get(0) + "' in '" + units.get(0)
                        + "'; one unit of labour is needed. Convert it first.");
            }
        }
    }

    private static String labour(String unit) {
        int per = unit.indexOf(" per ");
        return per < 0 ? unit : unit.substring(0, per);
    }

    private static void requireSound(
            Labels products, int j, LabelledVector stocks, LabelledVector values, LabelledVector prices) {
        if (!(stocks.at(j) >= 0 && prices.at(j) >= 0)) {
            throw new IllegalArgumentException("'" + products.get(j) + "' has a stock of " + stocks.at(j)
                    + " and a price of " + prices.at(j) + "; neither can be negative.");
        }
        if (!(values.at(j) > 0)) {
            throw new IllegalArgumentException("The labour value of '" + products.get(j) + "' is " + values.at(j)
                    + "; it must be positive, or its price cannot be compared with it.");
        }
    }

    /**
     * q: price by labour value.
     *
     * @return 1 where a product is sold at what it costs
     */
    public LabelledVector ratios() {
        return ratios;
    }

    /**
     * q̄: what was paid for all stocks by the labour in them.
     *
     * @return 1 where as many tokens are spent as hours were worked for what is on sale
     */
    public double averageRatio() {
        return averageRatio;
    }

    /**
     * d: what to order for the next round.
     *
     * @return in the units of the products; takes the labour budget
     */
    public LabelledVector nextDemand() {
        return nextDemand;
    }

    /**
     * Labour that the next order takes.
     *
     * @return the budget
     */
    public double labourBudget() {
        return budget;
    }

    /**
     * k: by what all orders were multiplied to keep to the budget, after the response of each.
     *
     * @return above 0; it can carry an order beyond the bounds of the rule
     */
    public double scale() {
        return scale;
    }

    /**
     * How far prices are from values: the largest |q/q̄ − 1|.
     *
     * @return 0 where prices are proportional to labour values
     */
    public double largestDeviation() {
        double largest = 0;
        for (double q : ratios.toArray()) {
            largest = Math.max(largest, Math.abs(q / averageRatio - 1));
        }
        return largest;
    }

    /** A line for each product. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Next order, " + budget + " of labour\n  price/value  next demand");
        for (int j = 0; j < Math.min(25, ratios.size()); j++) {
            text.append(String.format(
                    Locale.ROOT, "\n  %s  %.4f  %.6g", ratios.labels().get(j), ratios.at(j), nextDemand.at(j)));
        }
        return text.append(ratios.size() > 25 ? "\n  … and " + (ratios.size() - 25) + " more" : "")
                .toString();
    }
}
