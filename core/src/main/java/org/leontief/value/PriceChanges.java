package org.leontief.value;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is changed about the costs and prices of a {@link PriceModel}. Immutable; every change gives new ones.
 *
 * @param factors by row of S: its factor by industry
 * @param added what is paid on top, per unit
 * @param rates ad valorem, by product
 * @param unitTaxes by product
 * @param fixedPrices by product, where they are fixed
 * @param isFixed which are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PriceChanges(
        Map<String, double[]> factors,
        RoundedNumbers added,
        double[] rates,
        double[] unitTaxes,
        double[] fixedPrices,
        BitSet isFixed) {

    static PriceChanges none(int n) {
        return new PriceChanges(
                Map.of(),
                RoundedNumbers.exact(new double[n]),
                new double[n],
                new double[n],
                new double[n],
                new BitSet());
    }

    PriceChanges scaling(String row, double[] factor) {
        Map<String, double[]> more = new LinkedHashMap<>(factors);
        more.merge(row, factor, (earlier, now) -> {
            double[] product = earlier.clone();
            Arrays.setAll(product, j -> earlier[j] * now[j]);
            return product;
        });
        return new PriceChanges(more, added, rates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges paying(RoundedNumbers sum) {
        return new PriceChanges(factors, sum, rates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges withRates(double[] newRates) {
        return new PriceChanges(factors, added, newRates, unitTaxes, fixedPrices, isFixed);
    }

    PriceChanges withRate(int j, double rate) {
        return withRates(with(rates, j, rate));
    }

    PriceChanges withUnitTax(int j, double amount) {
        return new PriceChanges(factors, added, rates, with(unitTaxes, j, amount), fixedPrices, isFixed);
    }

    PriceChanges fixing(int j, double price) {
        BitSet fixed = (BitSet) isFixed.clone();
        fixed.set(j);
        return new PriceChanges(factors, added, rates, unitTaxes, with(fixedPrices, j, price), fixed);
    }

    private static double[] with(double[] values, int j, double value) {
        double[] changed = values.clone();
        changed[j] = value;
        return changed;
    }

    /** Whether the column of a product is not that of A. */
    boolean changesColumn(int j) {
        return isFixed.get(j) || rates[j] != 0;
    }

    /** What a product costs its buyers on the right-hand side: its fixed price, or what is paid for it and taxed. */
    Bounded right(int j, Bounded paid) {
        if (isFixed.get(j)) {
            return Bounded.exact(fixedPrices[j]);
        }
        Bounded factor = Bounded.exact(1).plus(Bounded.exact(rates[j]));
        return paid.times(factor).plus(Bounded.exact(unitTaxes[j]));
    }

    /** The factor of the column of a product in A (I + t̂); 0 where its price is fixed. */
    double columnFactor(int j) {
        return isFixed.get(j) ? 0 : 1 + rates[j];
    }
}
