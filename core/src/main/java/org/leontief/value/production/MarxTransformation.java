package org.leontief.value.production;

import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Marx's own transformation: capitals of different composition earn the average profit on what they advance,
 *
 * <pre>price = cost price + r (C + V),   r = Σ S / Σ (C + V),   cost price = used C + V.</pre>
 *
 * <p>C: constant capital advanced, V: variable capital, S: surplus value, each in the unit of the values. Inputs are not
 * transformed; total price equals total value, and total profit total surplus value. Source: K. Marx, <i>Capital</i> III,
 * chapter 9. Immutable.
 */
public final class MarxTransformation {

    private final LabelledVector advanced;
    private final LabelledVector costPrice;
    private final LabelledVector surplus;
    private final double rateOfProfit;

    private MarxTransformation(
            LabelledVector advanced, LabelledVector costPrice, LabelledVector surplus, double rateOfProfit) {
        this.advanced = advanced;
        this.costPrice = costPrice;
        this.surplus = surplus;
        this.rateOfProfit = rateOfProfit;
    }

    /**
     * Transforms values into prices of production.
     *
     * @param constant C, constant capital advanced in each sphere
     * @param used the part of it that goes into the year's product; at most C
     * @param variable V, turned over once
     * @param surplus S
     * @return the prices; the other vectors are joined to the first by label
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, a number is negative, more is used than advanced, or nothing is advanced
     */
    public static MarxTransformation of(
            LabelledVector constant, LabelledVector used, LabelledVector variable, LabelledVector surplus) {
        Labels spheres = constant.labels();
        Units units = Units.of(constant.units().common());
        LabelledVector c = used.alignedTo(spheres, units);
        LabelledVector v = variable.alignedTo(spheres, units);
        LabelledVector s = surplus.alignedTo(spheres, units);
        for (int j = 0; j < spheres.size(); j++) {
            if (!(c.at(j) >= 0 && v.at(j) >= 0 && s.at(j) >= 0 && constant.at(j) >= c.at(j))) {
                throw new IllegalArgumentException(
                        "'" + spheres.get(j) + "' advances " + constant.at(j) + ", uses " + c.at(j)
                                + " of it, pays " + v.at(j) + " and makes a surplus of " + s.at(j)
                                + ": none of them can be negative, and no more is used than is advanced.");
            }
        }
        LabelledVector advanced = constant.plus(v).named("Capital advanced");
        if (!(advanced.total() > 0)) {
            throw new IllegalArgumentException("No capital is advanced, so that there is no rate of profit.");
        }
        return new MarxTransformation(advanced, c.plus(v).named("Cost price"), s, s.total() / advanced.total());
    }

    /**
     * r: the average rate of profit.
     *
     * @return 0.22 for 22 per cent
     */
    public double rateOfProfit() {
        return rateOfProfit;
    }

    /**
     * Used C + V.
     *
     * @return by sphere
     */
    public LabelledVector costPrices() {
        return costPrice;
    }

    /**
     * Used C + V + S.
     *
     * @return by sphere
     */
    public LabelledVector values() {
        return costPrice.plus(surplus).named("Values");
    }

    /**
     * r (C + V).
     *
     * @return by sphere
     */
    public LabelledVector profits() {
        return advanced.times(rateOfProfit).named("Profits");
    }

    /**
     * Cost price and average profit.
     *
     * @return by sphere
     */
    public LabelledVector prices() {
        return costPrice.plus(profits()).named("Prices of production");
    }

    /**
     * Price less value.
     *
     * @return by sphere; adds up to 0
     */
    public LabelledVector deviations() {
        return profits().minus(surplus).named("Deviations of price from value");
    }

    /** Rate of profit and prices. */
    @Override
    public String toString() {
        return "Average rate of profit " + rateOfProfit + "\n" + prices();
    }
}
