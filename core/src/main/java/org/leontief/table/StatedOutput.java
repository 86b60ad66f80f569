package org.leontief.table;

import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledVector;

/**
 * Gross output as a source states it, and whether it counts where it differs from the sums of the rows.
 *
 * @param stated null where the source states none
 * @param policy which of the two counts
 * @param tolerance largest difference relative to the larger of the two
 */
record StatedOutput(@Nullable LabelledVector stated, TotalsPolicy policy, double tolerance) {

    /** The output that counts. */
    LabelledVector reconciledWith(LabelledVector computed) {
        if (stated == null) {
            return computed;
        }
        return switch (policy) {
            case USE_STATED -> stated.named(computed.name());
            case USE_COMPUTED -> computed;
            case REFUSE_DIFFERENCES -> {
                requireEqual(computed, stated);
                yield computed;
            }
        };
    }

    private void requireEqual(LabelledVector computed, LabelledVector source) {
        for (int i = 0; i < computed.size(); i++) {
            double larger = Math.max(Math.abs(computed.at(i)), Math.abs(source.at(i)));
            if (Math.abs(computed.at(i) - source.at(i)) > tolerance * larger) {
                throw new IllegalArgumentException("The stated gross output of '"
                        + computed.labels().get(i) + "' is " + source.at(i) + ", but its row adds up to "
                        + computed.at(i) + ". Decide which counts: totals(TotalsPolicy.USE_COMPUTED) or"
                        + " totals(TotalsPolicy.USE_STATED); or allow a larger difference.");
            }
        }
    }
}
