package org.leontief.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.leontief.label.Listing;
import org.leontief.label.NumberText;

/**
 * Limits that no plan can keep together, none of which can be spared: without any one of them the others can be kept. There
 * may be other such sets, smaller ones too.
 *
 * @param limits those that clash, with how far each would have to give way
 * @param products whose balances connect them: what is used and delivered of a product must be made
 */
public record PlanConflict(List<ClashingLimit> limits, List<String> products) {

    private static final int MOST_NAMED = 10;

    /**
     * One of them.
     *
     * @param limit the limit, with the side that clashes only
     * @param givesWay by how much it alone would have to move for the problem to have a plan; infinite if that would not do,
     *     NaN if the solver did not find it out
     */
    public record ClashingLimit(PlanLimit limit, double givesWay) {

        /** Such as "Labour ≤ 100 hours (20 more would do)". */
        @Override
        public String toString() {
            boolean isFloor = limit.limit().upper() == Double.POSITIVE_INFINITY;
            String enough = Double.isFinite(givesWay)
                    ? NumberText.of(givesWay) + (isFloor ? " less would do" : " more would do")
                    : Double.isNaN(givesWay)
                            ? "how far it would have to move is not known"
                            : "giving way alone would not do";
            return limit + " (" + enough + ")";
        }
    }

    /**
     * Copies the lists.
     *
     * @param limits as above
     * @param products as above
     */
    public PlanConflict {
        limits = List.copyOf(limits);
        products = List.copyOf(products);
    }

    /** In words; the first ten of many. */
    @Override
    public String toString() {
        String text = limits.isEmpty()
                ? "No plan keeps the balances themselves: more is owed than can be made."
                : "No plan keeps all limits. These clash: " + clashing() + ".";
        return products.isEmpty() ? text : text + " They meet in the making of " + Listing.of(products) + ".";
    }

    private String clashing() {
        String first =
                limits.stream().limit(MOST_NAMED).map(ClashingLimit::toString).collect(Collectors.joining("; "));
        return limits.size() > MOST_NAMED ? first + "; and " + (limits.size() - MOST_NAMED) + " more" : first;
    }
}
