package org.leontief.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.UnitRatio;
import org.leontief.label.Units;
import org.leontief.solve.SolveReport;
import org.leontief.table.FinalDemand;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The prices that a {@link PriceModel} gives: q = (1 + t) p + u, with p = q A + v. Immutable.
 *
 * <p>Bounds hold for the coefficients, rates and payments as they are given; they cover the rounding of v and of A (I + t̂).
 */
public final class Prices {

    private static final int MOST_LINES = 25;

    private final TechnicalCoefficients coefficients;
    private final BoundedVector before;
    private final BoundedVector perUnit;
    private final RoundedNumbers rates;
    private final RoundedNumbers unitTaxes;
    private final BitSet isFixed;
    private final EnclosedSolution solution;

    Prices(
            TechnicalCoefficients coefficients,
            BoundedVector before,
            BoundedVector perUnit,
            RoundedNumbers rates,
            RoundedNumbers unitTaxes,
            BitSet isFixed,
            EnclosedSolution solution) {
        this.coefficients = coefficients;
        this.before = before;
        this.perUnit = perUnit;
        this.rates = rates;
        this.unitTaxes = unitTaxes;
        this.isFixed = isFixed;
        this.solution = solution;
    }

    /**
     * q: what a buyer pays, taxes on the product included.
     *
     * @return an index (1 in the base year) for tables in money, money per unit otherwise; with bounds
     */
    public BoundedVector perUnit() {
        return perUnit;
    }

    /**
     * p = (q − u) / (1 + t): what the producer gets.
     *
     * @return in the unit of {@link #perUnit}, with bounds
     */
    public BoundedVector producers() {
        return BoundedVector.of(
                "Producers' prices", perUnit.labels(), perUnit.values().units(), j -> {
                    boolean same = unitTaxes.at(j).equals(Bounded.exact(0))
                            && rates.at(j).equals(Bounded.exact(0));
                    Bounded paid = Bounded.of(perUnit, j);
                    return same
                            ? paid
                            : paid.minus(unitTaxes.at(j)).over(Bounded.exact(1).plus(rates.at(j)));
                });
    }

    /**
     * The prices without any change.
     *
     * @return exactly 1 in the base year of a table in money
     */
    public BoundedVector before() {
        return before;
    }

    /**
     * Pass-through by product: q / q₀ − 1.
     *
     * @return shares, 0.034 for 3.4 per cent more, with bounds; products that had no price are not in it
     */
    public BoundedVector change() {
        List<Label> priced = new ArrayList<>();
        List<Bounded> changes = new ArrayList<>();
        for (int j = 0; j < before.labels().size(); j++) {
            if (before.at(j) != 0) {
                priced.add(before.labels().get(j));
                changes.add(change(j));
            }
        }
        Labels labels = priced.size() == before.labels().size() ? before.labels() : Labels.ofLabels(priced);
        return BoundedVector.of("Change of price", labels, Units.NONE, changes::get);
    }

    private Bounded change(int j) {
        return Bounded.of(perUnit, j).overOrUncertified(Bounded.of(before, j)).minus(Bounded.exact(1));
    }

    /**
     * How much more a basket costs: q d / q₀ d − 1 (E. Laspeyres 1871).
     *
     * @param basket quantities at the prices before, in the units of the products, joined by label
     * @return a share, 0.034 for 3.4 per cent more
     * @throws IllegalArgumentException if the basket cost nothing, or units differ
     */
    public double passThrough(LabelledVector basket) {
        return passThrough(basket, new double[perUnit.labels().size()]);
    }

    /**
     * How much more a basket costs where its buyers also pay a tax that producers do not, such as a rise of the value-added tax:
     * Σ (1 + τ) q d / q₀ d − 1.
     *
     * @param basket quantities at the prices before, in the units of the products, joined by label
     * @param finalSalesTax τ, rates on the price, pure numbers joined by label; 0.02 for two points more
     * @return a share, 0.034 for 3.4 per cent more
     * @throws IllegalArgumentException if the basket cost nothing, or units differ
     */
    public double passThrough(LabelledVector basket, LabelledVector finalSalesTax) {
        return passThrough(
                basket,
                finalSalesTax.alignedTo(coefficients.industries(), Units.NONE).toArray());
    }

    private double passThrough(LabelledVector basket, double[] finalSalesTax) {
        LabelledVector d = basket.alignedTo(coefficients.industries(), coefficients.units());
        double costBefore = 0;
        double more = 0;
        for (int i = 0; i < d.size(); i++) {
            costBefore += before.at(i) * d.at(i);
            more += (perUnit.at(i) - before.at(i) + finalSalesTax[i] * perUnit.at(i)) * d.at(i);
        }
        if (costBefore == 0) {
            throw new IllegalArgumentException("The basket '" + basket.name()
                    + "' costs 0 at the prices before, so that no change can be a share of it.");
        }
        return more / costBefore;
    }

    /**
     * Pass-through by group of consumers: how much more each category of final demand pays for what it buys.
     *
     * @param finalDemand by category, in the units of the products
     * @return shares by category, 0.034 for 3.4 per cent more; a category that buys nothing at all is not in it
     * @throws IllegalArgumentException if what a category buys cost 0 in all, or units differ
     */
    public LabelledVector passThrough(FinalDemand finalDemand) {
        List<Label> buyers = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Label category : finalDemand.categories()) {
            LabelledVector basket = finalDemand.category(category.toString());
            if (Arrays.stream(basket.toArray()).anyMatch(amount -> amount != 0)) {
                buyers.add(category);
                shares.add(passThrough(basket));
            }
        }
        return LabelledVector.of(
                "Change of what is paid",
                Labels.ofLabels(buyers),
                Units.NONE,
                shares.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * What the taxes on products bring: t p x + u x, less where it is negative: a subsidy.
     *
     * @param quantities what is sold of each product, joined by label
     * @return by product, in the money of the prices
     */
    public LabelledVector revenue(LabelledVector quantities) {
        LabelledVector x = quantities.alignedTo(coefficients.industries(), coefficients.units());
        LabelledVector p = producers().values();
        double[] revenue = new double[perUnit.labels().size()];
        for (int j = 0; j < revenue.length; j++) {
            revenue[j] = (rates.values()[j] * p.at(j) + unitTaxes.values()[j]) * x.at(j);
        }
        Units money = p.units().equals(Units.NONE)
                ? coefficients.units()
                : Units.of(
                        UnitRatio.numerator("The prices", p.units(), coefficients.industries(), coefficients.units()));
        return LabelledVector.of("Revenue", coefficients.industries(), money, revenue);
    }

    /**
     * The products whose price was fixed.
     *
     * @return their labels
     */
    public List<Label> fixed() {
        return isFixed.stream().mapToObj(coefficients.industries()::get).toList();
    }

    /**
     * What there is to know besides: prices that are negative, which a subsidy or a product made jointly can bring about.
     *
     * @return sentences for a person
     */
    public List<String> notes() {
        List<Label> negative = new ArrayList<>();
        for (int j = 0; j < perUnit.labels().size(); j++) {
            if (perUnit.at(j) < 0) {
                negative.add(perUnit.labels().get(j));
            }
        }
        return negative.isEmpty()
                ? List.of()
                : List.of(Listing.quoted(negative)
                        + ": negative. What is paid per unit is less than nothing, or the product"
                        + " is made jointly with others, and such a price has no meaning.");
    }

    /**
     * How the prices were reached.
     *
     * @return method, stop reason, iterations, residual, time
     */
    public SolveReport report() {
        return solution.report();
    }

    /**
     * What the bounds rest on, or why there are none.
     *
     * @return one sentence
     */
    public String certification() {
        return solution.certification();
    }

    /** The prices that change most, and how they were reached. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Prices (" + perUnit.values().units() + "), beside those before");
        double[] change = new double[before.labels().size()];
        for (int j = 0; j < change.length; j++) {
            change[j] = before.at(j) == 0 ? 0 : perUnit.at(j) / before.at(j) - 1;
        }
        LabelledVector relative = LabelledVector.of("Change", before.labels(), Units.NONE, change);
        for (int j : relative.largest(MOST_LINES)) {
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s  %.6g (%.6g, %+.3f%%)",
                    before.labels().get(j),
                    perUnit.at(j),
                    before.at(j),
                    100 * change[j]));
        }
        if (change.length > MOST_LINES) {
            text.append("\n  … and ").append(change.length - MOST_LINES).append(" more");
        }
        notes().forEach(note -> text.append('\n').append(note));
        return text.append('\n').append(report()).toString();
    }
}
