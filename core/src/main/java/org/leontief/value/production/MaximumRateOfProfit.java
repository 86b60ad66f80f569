package org.leontief.value.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leontief.label.Label;
import org.leontief.label.Listing;

/**
 * The largest uniform rate of profit, R: at it the wage is 0, and beyond it not all prices are positive.
 *
 * <p>p = p U + R p K, so that R = 1/ρ(A) − 1 on circulating capital. In a system that can be decomposed every group of products
 * has a rate of its own. P. Sraffa's R (1960, sections 17 and 37) is that of the basics; where a group of non-basics uses up so
 * much of its own products that its rate is lower, their prices stop being positive before (his Appendix B, on beans), and
 * then it is this lower rate that is given, with the group.
 *
 * @param rate between guaranteed bounds; +∞ if nothing is used up in its own production
 * @param setBy the products that set it; empty if there is no limit
 * @param ofBasics the rate of the basics; empty if there are none
 * @param notes what has to be known when it is used: imports that are not among the inputs
 */
public record MaximumRateOfProfit(
        CertifiedRate rate, List<Label> setBy, Optional<CertifiedRate> ofBasics, List<String> notes) {

    /**
     * Copies the lists.
     *
     * @param rate as above
     * @param setBy as above
     * @param ofBasics as above
     * @param notes as above
     */
    public MaximumRateOfProfit {
        setBy = List.copyOf(setBy);
        notes = List.copyOf(notes);
    }

    /**
     * The rate.
     *
     * @return the middle of its bounds
     */
    public double value() {
        return rate.value();
    }

    /**
     * Whether non-basic products stand in the way of the rate that the basics allow.
     *
     * @return true if their own rate is lower
     */
    public boolean isSetByNonBasics() {
        return ofBasics.isPresent() && ofBasics.get().lower() > rate.upper();
    }

    /** The rate, who sets it, and what the basics would allow. */
    @Override
    public String toString() {
        if (!rate.isFinite()) {
            return "There is no maximum rate of profit: no product enters into its own production";
        }
        String text = String.format(
                Locale.ROOT,
                "The maximum rate of profit is %.6f (between %s and %s)",
                value(),
                rate.lower(),
                rate.upper());
        return isSetByNonBasics()
                ? text + ", set by the non-basic " + Listing.quoted(setBy) + ", which use up most of their own"
                        + " products; the basics alone would allow "
                        + String.format(
                                Locale.ROOT, "%.6f", ofBasics.orElseThrow().value())
                : text + ", set by " + Listing.quoted(setBy);
    }
}
