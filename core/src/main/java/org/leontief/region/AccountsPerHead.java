package org.leontief.region;

import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Regional accounts divided by population, in such as "t per person".
 *
 * @param consumption by region, with bounds
 * @param production by region
 * @param imports by region
 * @param exports by region
 */
public record AccountsPerHead(
        BoundedVector consumption, BoundedVector production, BoundedVector imports, BoundedVector exports) {

    static AccountsPerHead of(RegionalAccounts accounts, LabelledVector population) {
        Labels regions = accounts.consumption().labels();
        int[] places = regions.placesIn(population.labels(), "'" + population.name() + "'");
        LabelledVector heads = population.alignedTo(regions, population.units().reorder(places));
        for (int r = 0; r < heads.size(); r++) {
            if (!(heads.at(r) > 0)) {
                throw new IllegalArgumentException("The population of '" + regions.get(r) + "' is " + heads.at(r)
                        + "; an account per head needs a positive number.");
            }
        }
        return new AccountsPerHead(
                perHead(accounts.consumption(), heads),
                perHead(accounts.production(), heads),
                perHead(accounts.imports(), heads),
                perHead(accounts.exports(), heads));
    }

    private static BoundedVector perHead(BoundedVector amounts, LabelledVector heads) {
        Units units = amounts.values().units().per(heads.units());
        return BoundedVector.of(
                amounts.values().name() + " per head",
                amounts.labels(),
                units,
                r -> Bounded.of(amounts, r).over(Bounded.exact(heads.at(r))));
    }

    /** The four accounts of the first twenty regions. */
    @Override
    public String toString() {
        return RegionalLines.of(
                consumption.values().name() + " (" + consumption.values().units()
                        + "): consumption, production, imports, exports",
                List.of(consumption, production, imports, exports));
    }
}
