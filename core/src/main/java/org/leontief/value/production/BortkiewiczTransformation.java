package org.leontief.value.production;

import java.util.Arrays;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Bortkiewicz's transformation of values into prices of production, for any number of products: factors z with
 *
 * <pre>z_j W_j = (1 + r) Σ_i z_i M_ij,</pre>
 *
 * where W: n is the value of each product and M: n × n the value of what is advanced for it, means of production and the
 * workers' goods, by product. Inputs are transformed with the outputs; the scale is a stated invariance, since total price and
 * total profit cannot both be kept in general. Source: L. von Bortkiewicz, "Zur Berichtigung der grundlegenden theoretischen
 * Konstruktion von Marx im dritten Band des Kapital", Jahrbücher für Nationalökonomie und Statistik 34 (1907); P. Sweezy,
 * <i>The Theory of Capitalist Development</i> (1942), chapter VII; for n products F. Seton, "The ‘transformation problem’",
 * Review of Economic Studies 24 (1957). Immutable.
 */
public final class BortkiewiczTransformation {

    private final CertifiedRate rateOfProfit;
    private final LabelledVector factors;
    private final LabelledVector values;
    private final LabelledMatrix advanced;

    private BortkiewiczTransformation(
            CertifiedRate rateOfProfit, LabelledVector factors, LabelledVector values, LabelledMatrix advanced) {
        this.rateOfProfit = rateOfProfit;
        this.factors = factors;
        this.values = values;
        this.advanced = advanced;
    }

    /**
     * The three departments: I makes means of production, II the goods of the workers, III those of the capitalists.
     *
     * @param constant c, for the three departments in this order
     * @param variable v, joined by label
     * @param surplus s, joined by label
     * @param invariance what keeps its scale
     * @return prices and rate of profit
     * @throws IllegalArgumentException if there are not three departments, units differ or a number is negative
     */
    public static BortkiewiczTransformation ofDepartments(
            LabelledVector constant, LabelledVector variable, LabelledVector surplus, Invariance invariance) {
        Labels departments = constant.labels();
        if (departments.size() != 3) {
            throw new IllegalArgumentException(
                    "There are " + departments.size()
                            + " departments; three are needed: means of production, goods of the workers, goods of the capitalists.");
        }
        LabelledVector v = variable.alignedTo(departments, constant.units());
        SparseMatrixBuilder flows = SparseMatrix.builder(3, 3);
        for (int j = 0; j < 3; j++) {
            flows.add(0, j, constant.at(j));
            flows.add(1, j, v.at(j));
        }
        Units units = Units.of(constant.units().common());
        return of(
                LabelledMatrix.of("Capital advanced", departments, departments, units, flows.build()),
                constant.plus(v).plus(surplus).named("Values"),
                invariance);
    }

    /**
     * Any number of products.
     *
     * @param advanced M: the value of the row's product, used as means of production or bought by workers, in the column's
     *     industry; in one unit
     * @param values W: the value of each product, joined by label
     * @param invariance what keeps its scale
     * @return prices and rate of profit
     * @throws IllegalStateException if no product enters into all others, or non-basic ones have no positive price
     * @throws IllegalArgumentException if units differ, a flow is negative or a value not positive
     */
    public static BortkiewiczTransformation of(LabelledMatrix advanced, LabelledVector values, Invariance invariance) {
        Labels products = advanced.columns();
        Units units = Units.of(advanced.rowUnits().common());
        LabelledVector w = values.alignedTo(products, units);
        for (int j = 0; j < w.size(); j++) {
            if (!(w.at(j) > 0)) {
                throw new IllegalArgumentException("The value of '" + products.get(j) + "' is " + w.at(j)
                        + "; it must be positive, or no price can be a multiple of it. Leave it out.");
            }
        }
        double[] perValue = Arrays.stream(w.toArray()).map(value -> 1 / value).toArray();
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(
                LabelledMatrix.of(
                        advanced.name(),
                        advanced.rows(),
                        products,
                        units,
                        advanced.matrix().scaleColumns(perValue)),
                LabelledMatrix.of(
                        "Extensions", Labels.of(), products, Units.NONE, SparseMatrix.zeros(0, products.size())));
        ExchangeValues found = ExchangeValues.of(coefficients, Numeraire.total(w));
        double[] z = found.perUnit().toArray();
        double scale = scale(z, w, advanced.matrix(), products, invariance);
        LabelledVector factors = LabelledVector.of(
                "Price per value",
                products,
                Units.NONE,
                Arrays.stream(z).map(each -> each * scale).toArray());
        // M_ij / W_j is M_ij times the rounded 1 / W_j.
        return new BortkiewiczTransformation(
                found.certifiedRateOfProfit().ofInputsRoundedTwice(), factors, w, advanced);
    }

    /** By how much factors that leave total value as it is are off. */
    private static double scale(double[] z, LabelledVector w, SparseMatrix m, Labels products, Invariance invariance) {
        return switch (invariance.kind()) {
            case TOTAL_VALUE -> 1;
            case PRODUCT -> 1 / z[products.indexOf(String.valueOf(invariance.product()))];
            case TOTAL_SURPLUS -> {
                double[] costs = m.multiplyTransposed(z);
                double[] valueOfCosts = m.columnSums();
                double profit = 0;
                double surplus = 0;
                for (int j = 0; j < z.length; j++) {
                    profit += z[j] * w.at(j) - costs[j];
                    surplus += w.at(j) - valueOfCosts[j];
                }
                if (!(profit > 0 && surplus > 0)) {
                    throw new IllegalArgumentException(
                            "The surplus value is " + surplus
                                    + " in all; there is no scale that makes total profit the same. Choose another invariance.");
                }
                yield surplus / profit;
            }
        };
    }

    /**
     * r: the uniform rate of profit.
     *
     * @return 0.25 for 25 per cent
     */
    public double rateOfProfit() {
        return rateOfProfit.value();
    }

    /**
     * r between guaranteed bounds, for the stored M and W.
     *
     * @return the bounds
     */
    public CertifiedRate certifiedRateOfProfit() {
        return rateOfProfit;
    }

    /**
     * z: price per value of each product.
     *
     * @return pure numbers
     */
    public LabelledVector priceFactors() {
        return factors;
    }

    /**
     * z W: the price of all that is made of each product.
     *
     * @return in the unit of the values
     */
    public LabelledVector prices() {
        double[] prices = new double[values.size()];
        Arrays.setAll(prices, j -> factors.at(j) * values.at(j));
        return LabelledVector.of("Prices of production", values.labels(), values.units(), prices);
    }

    /**
     * What is advanced, at prices: z_i M_ij.
     *
     * @return in the unit of the values
     */
    public LabelledMatrix advancedAtPrices() {
        SparseMatrix priced =
                advanced.matrix().transpose().scaleColumns(factors.toArray()).transpose();
        return LabelledMatrix.of(
                advanced.name() + " at prices", advanced.rows(), advanced.columns(), advanced.rowUnits(), priced);
    }

    /**
     * Price less what is advanced.
     *
     * @return in the unit of the values
     */
    public LabelledVector profits() {
        return prices().minus(advancedAtPrices().columnTotals()).named("Profits");
    }

    /** Rate of profit and price factors. */
    @Override
    public String toString() {
        return "Rate of profit " + rateOfProfit + "\n" + factors;
    }
}
