package org.leontief.value.production;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;
import org.leontief.technology.TechnicalCoefficients;

/** What prices and the wage are counted in: labour, or a basket of products that costs a given sum. Immutable. */
public final class Numeraire {

    private final @Nullable String product;
    private final @Nullable LabelledVector basket;
    private final double worth;
    private final @Nullable String money;

    private Numeraire(@Nullable String product, @Nullable LabelledVector basket, double worth, @Nullable String money) {
        this.product = product;
        this.basket = basket;
        this.worth = worth;
        this.money = money;
    }

    /**
     * w = 1: a price is the labour that a unit of the product can pay for, labour commanded (A. Smith 1776, book I, chapter 5).
     *
     * @return the numéraire
     */
    public static Numeraire wage() {
        return new Numeraire(null, null, 1, null);
    }

    /**
     * One unit of a product costs 1.
     *
     * @param product which
     * @return the numéraire
     */
    public static Numeraire product(String product) {
        return new Numeraire(product, null, 1, null);
    }

    /**
     * A basket costs 1, such as a real wage, a net product, or the standard commodity.
     *
     * @param basket quantities, joined by label, none negative
     * @return the numéraire
     */
    public static Numeraire basket(LabelledVector basket) {
        return new Numeraire(null, basket, 1, null);
    }

    /**
     * A basket costs a given sum of money.
     *
     * @param basket quantities, joined by label, none negative
     * @param worth the sum, above 0
     * @param money its unit
     * @return the numéraire
     * @throws IllegalArgumentException if the sum is not positive
     */
    public static Numeraire basket(LabelledVector basket, double worth, String money) {
        if (!(worth > 0 && worth <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "'" + basket.name() + "' cannot be worth " + worth + " " + money + "; a positive sum is needed.");
        }
        return new Numeraire(null, basket, worth, money);
    }

    /**
     * Output as a whole, or another basket of a table in money, costs what it did: prices are an index beside those of the
     * table.
     *
     * @param output in the one unit of money of the table
     * @return the numéraire
     * @throws IllegalStateException if it is in several units
     */
    public static Numeraire total(LabelledVector output) {
        return basket(output, output.total(), output.units().common());
    }

    /** The basket in the order of the products; null for the wage. */
    double @Nullable [] quantities(TechnicalCoefficients coefficients) {
        if (product != null) {
            double[] one = new double[coefficients.industries().size()];
            one[coefficients.industries().indexOf(product)] = 1;
            return one;
        }
        if (basket == null) {
            return null;
        }
        double[] quantities = basket.alignedTo(coefficients.industries(), coefficients.units())
                .toArray();
        boolean any = false;
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] < 0) {
                throw new IllegalArgumentException(
                        "The numéraire '" + basket.name() + "' holds " + quantities[i] + " of '"
                                + coefficients.industries().get(i)
                                + "'; a basket holds nothing negative. Leave out what was taken"
                                + " from inventories.");
            }
            any |= quantities[i] > 0;
        }
        if (!any) {
            throw new IllegalArgumentException("The numéraire '" + basket.name() + "' is an empty basket.");
        }
        return quantities;
    }

    double worth() {
        return worth;
    }

    /** What prices are counted in. */
    String unit(TechnicalCoefficients coefficients, String labourUnit) {
        if (product != null) {
            int i = coefficients.industries().indexOf(product);
            return coefficients.units().get(i) + " of '" + product + "'";
        }
        if (basket == null) {
            return labourUnit;
        }
        return money == null ? "'" + basket.name() + "'" : money;
    }

    /** What is 1, or costs the given sum. */
    @Override
    public String toString() {
        if (product != null) {
            return "a unit of '" + product + "' costs 1";
        }
        if (basket == null) {
            return "the wage is 1";
        }
        return String.format(
                Locale.ROOT,
                "'%s' costs %s%s",
                basket.name(),
                worth == 1 ? "1" : String.format(Locale.ROOT, worth < 1 ? "%.6g" : "%,.2f", worth),
                money == null ? "" : " " + money);
    }
}
