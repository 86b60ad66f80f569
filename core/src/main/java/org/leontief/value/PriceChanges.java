package org.leontief.value;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leontief.label.Bounded;

/**
 * What is changed about the costs and prices of a {@link PriceModel}, and what rounding did where changes were added or
 * multiplied. Immutable; every change gives new ones.
 *
 * @param factors by row of S: its factor by industry
 * @param added what is paid on top, per unit
 * @param rates ad valorem, by product
 * @param unitTaxes by product
 * @param fixedPrices by product, where they are fixed
 * @param isFixed which are
 */
record PriceChanges(
        Map<String, RoundedNumbers> factors,
        RoundedNumbers added,
        RoundedNumbers rates,
        RoundedNumbers unitTaxes,
        RoundedNumbers fixedPrices,
        BitSet isFixed) {

    static PriceChanges none(int n) {
        RoundedNumbers zeros = RoundedNumbers.exact(new double[n]);
        return new PriceChanges(Map.of(), zeros, zeros, zeros, zeros, new BitSet());
    }

    PriceChanges scaling(String row, double[] factor) {
        Map<String, RoundedNumbers> more = new LinkedHashMap<>(factors);
        more.merge(row, RoundedNumbers.exact(factor), RoundedNumbers::times);
        return new PriceChanges(more, added, rates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges paying(RoundedNumbers sum) {
        return new PriceChanges(factors, sum, rates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges withRates(RoundedNumbers newRates) {
        return new PriceChanges(factors, added, newRates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges withUnitTaxes(RoundedNumbers newTaxes) {
        return new PriceChanges(factors, added, rates, newTaxes, fixedPrices, isFixed);
    }

    PriceChanges fixing(int j, double price) {
        BitSet fixed = (BitSet) isFixed.clone();
        fixed.set(j);
        return new PriceChanges(factors, added, rates, unitTaxes, fixedPrices.with(j, Bounded.exact(price)), fixed);
    }

    /** Whether the column of a product is not that of A. */
    boolean changesColumn(int j) {
        return isFixed.get(j) || isTaxed(j);
    }

    private boolean isTaxed(int j) {
        return rates.values()[j] != 0 || rates.errors()[j] != 0;
    }

    /** What a product costs its buyers on the right-hand side: its fixed price, or what is paid for it and taxed. */
    Bounded right(int j, Bounded paid) {
        return isFixed.get(j) ? fixedPrices.at(j) : paid.times(factor(j)).plus(unitTaxes.at(j));
    }

    private Bounded factor(int j) {
        return Bounded.exact(1).plus(rates.at(j));
    }

    /** The factor of the column of a product in A (I + t̂); 0 where its price is fixed. */
    double columnFactor(int j) {
        return isFixed.get(j) ? 0 : factor(j).value();
    }

    /** How far an entry of that column may be from the exact one, where it was a and is what the factor makes of it. */
    double columnError(int j, double a) {
        return isFixed.get(j) || !isTaxed(j)
                ? 0
                : factor(j).times(Bounded.exact(a)).errorBound();
    }
}
