package org.leontief.value.production;

import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;

/**
 * What a new method does to the rate of profit at a given real wage b. N. Okishio: if at the old prices p it lowers unit costs
 * p A + w l, and its product is basic for b, then the uniform rate of profit rises.
 *
 * <p>Source: N. Okishio, "Technical changes and the rate of profit", Kobe University Economic Review 7 (1961). Immutable.
 *
 * @param before prices with the old methods, at which the bundle costs 1
 * @param after prices with the new methods, at which the bundle costs 1
 * @param unitCosts p A + w l with the old methods at the old prices
 * @param newUnitCosts the same with the new methods, at the old prices
 */
public record OkishioTheorem(
        PricesOfProduction before, PricesOfProduction after, LabelledVector unitCosts, LabelledVector newUnitCosts) {

    /**
     * Compares two techniques of the same products at one real wage.
     *
     * @param old the technique in use
     * @param changed the one proposed, such as {@link Technique#withMethod}
     * @param bundle b, the real wage for a unit of labour
     * @return prices and costs of both
     * @throws org.leontief.label.UnknownLabelException if their products differ
     * @throws IllegalArgumentException if one of them leaves no profit at this wage, or only one counts its imports
     */
    public static OkishioTheorem of(Technique old, Technique changed, LabelledVector bundle) {
        ImportsOfTechniques.requireAlike(old, changed);
        PricesOfProduction before = old.pricesAtRealWage(bundle);
        PricesOfProduction after = changed.pricesAtRealWage(bundle);
        return new OkishioTheorem(before, after, before.unitCosts(), before.unitCosts(changed));
    }

    /**
     * Whether the change saves costs at the old prices in some product and adds to them in none.
     *
     * @return true if a profit-seeking producer would make it
     */
    public boolean isCostReducing() {
        boolean any = false;
        for (int j = 0; j < unitCosts.size(); j++) {
            if (newUnitCosts.at(j) > unitCosts.at(j)) {
                return false;
            }
            any |= newUnitCosts.at(j) < unitCosts.at(j);
        }
        return any;
    }

    /**
     * Whether the rate of profit is proved to be higher after the change.
     *
     * @return true if its lower bound is above the upper bound of the old rate
     */
    public boolean raisesRateOfProfit() {
        return after.certifiedRateOfProfit().lower()
                > before.certifiedRateOfProfit().upper();
    }

    /**
     * The products whose cost changes.
     *
     * @return their labels
     */
    public List<Label> changed() {
        return IntStream.range(0, unitCosts.size())
                .filter(j -> unitCosts.at(j) != newUnitCosts.at(j))
                .mapToObj(unitCosts.labels()::get)
                .toList();
    }
}
