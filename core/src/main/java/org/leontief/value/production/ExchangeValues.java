package org.leontief.value.production;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.PerronRoot;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Exchange values of a system in which what workers consume stands among the inputs: p = (1 + r) p A, with
 * r = 1/ρ(A) − 1 on the basic products.
 *
 * <p>Where all that is made is used up, r is 0 and p the one set of exchange values at which the products can be put back to
 * where they are needed; where there is a surplus it is shared in proportion to the means of production advanced. r lies
 * between guaranteed bounds; p has none. Source: P. Sraffa, <i>Production of Commodities by Means of Commodities</i> (1960),
 * sections 1–5. Immutable.
 */
public final class ExchangeValues {

    /** Recorded quantities are rounded: a loss below this is a system that just reproduces itself. */
    private static final double NOTHING = 1e-9;

    private final CertifiedRate rateOfProfit;
    private final LabelledVector perUnit;

    private ExchangeValues(CertifiedRate rateOfProfit, LabelledVector perUnit) {
        this.rateOfProfit = rateOfProfit;
        this.perUnit = perUnit;
    }

    /**
     * Finds them.
     *
     * @param coefficients A, what workers consume included
     * @param numeraire a basket or a product; not the wage, which is not told apart here
     * @return rate of profit and prices
     * @throws IllegalStateException if no product enters into all others, so that groups do not have to exchange; or if
     *     non-basic products use up too much of themselves to have a price at this rate
     * @throws org.leontief.technology.NotViableException if more is used up than is made
     * @throws IllegalArgumentException if a coefficient is negative
     */
    public static ExchangeValues of(TechnicalCoefficients coefficients, Numeraire numeraire) {
        SingleProduction.require(
                "'" + coefficients.matrix().name() + "'", coefficients.matrix().matrix(), coefficients.industries());
        double @Nullable [] basket = numeraire.quantities(coefficients);
        if (basket == null) {
            throw new IllegalArgumentException(
                    "Where wages are among the inputs nothing can be counted in them. Choose a basket or a product.");
        }
        PriceEquation equation = new PriceEquation(
                coefficients,
                null,
                null,
                null,
                new double[coefficients.industries().size()],
                WageTiming.AFTERWARDS);
        BasicProducts products = BasicProducts.of(coefficients);
        CertifiedRate rate = RateEnclosure.of(new PartOfInputs(equation, products.requireBasics()))
                .rate();
        if (rate.upper() < -NOTHING) {
            coefficients.viability().requireViable(Technique.WITHOUT_PROFIT);
        }
        requireNonBasics(equation, products, rate);
        double[] p = EigenPrices.of(coefficients, equation.used(Rounding.NEAREST), 1 + rate.value(), products);
        double cost = 0;
        for (int i = 0; i < p.length; i++) {
            cost += basket[i] * p[i];
        }
        Pricing.requireCost(cost, numeraire);
        double scale = numeraire.worth() / cost;
        double[] scaled = Arrays.stream(p).map(price -> price * scale).toArray();
        Units units = Units.of(numeraire.unit(coefficients, "")).per(coefficients.units());
        return new ExchangeValues(rate, LabelledVector.of("Exchange values", coefficients.industries(), units, scaled));
    }

    private static void requireNonBasics(PriceEquation equation, BasicProducts products, CertifiedRate rate) {
        int[] others = products.others();
        PerronRoot root = PerronRoot.of(equation.used(Rounding.NEAREST).part(others, others));
        if ((1 + rate.upper()) * root.upper() >= 1) {
            List<Label> group = root.group().stream()
                    .map(k -> equation.coefficients().industries().get(others[k]))
                    .toList();
            throw new IllegalStateException("At the basic products' rate of profit, " + rate + ", the non-basic "
                    + Listing.quoted(group)
                    + " have no positive price: they use up so much of their own products that"
                    + " their own rate is only " + CertifiedRate.ofRadius(root.lower(), root.upper()) + ".");
        }
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
     * r between guaranteed bounds.
     *
     * @return the bounds
     */
    public CertifiedRate certifiedRateOfProfit() {
        return rateOfProfit;
    }

    /**
     * p: what a unit of each product exchanges for.
     *
     * @return in the numéraire
     */
    public LabelledVector perUnit() {
        return perUnit;
    }

    /** Rate of profit and exchange values. */
    @Override
    public String toString() {
        return "Rate of profit " + rateOfProfit + "\n" + perUnit;
    }
}
