package org.leontief.plan;

import java.util.Optional;

/** For which amounts the prices of a plan hold. */
final class PlanRanges {

    private static final String NO_BASIS = "how far it holds is not known: the solver ended without a basis";

    ShadowPrice ofRow(String of, double worth, String unit, double amount, String amountUnit, int row) {
        return new ShadowPrice(of, worth, unit, amount, amountUnit, Optional.empty(), NO_BASIS);
    }

    ShadowPrice ofColumn(LimitUse use, String unit, double amount, int column) {
        return new ShadowPrice(
                use.limit().what(), use.worth(), unit, amount, use.limit().unit(), Optional.empty(), NO_BASIS);
    }
}
