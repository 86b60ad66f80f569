package org.leontief.structure;

import java.util.List;
import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.Listing;

/**
 * What an economy loses when some of its industries are taken out.
 *
 * @param extracted the industries
 * @param scope what was taken out with them, in words
 * @param before gross output with them
 * @param after gross output without
 */
public record Extraction(List<Label> extracted, String scope, BoundedVector before, BoundedVector after) {

    private static final int SHOWN = 10;

    /**
     * Copies the list.
     *
     * @param extracted as above
     * @param scope as above
     * @param before as above
     * @param after as above
     */
    public Extraction {
        extracted = List.copyOf(extracted);
    }

    /**
     * What each industry makes less, those extracted included.
     *
     * @return before − after, in the units of the products, with bounds
     */
    public BoundedVector loss() {
        return BoundedVector.of(
                "Loss of output",
                before.labels(),
                before.values().units(),
                i -> Bounded.of(before, i).minus(Bounded.of(after, i)));
    }

    /**
     * What all industries together make less.
     *
     * @return with its bound
     * @throws IllegalStateException if the products are in different units
     */
    public Bounded totalLoss() {
        return Bounded.totalOf(loss());
    }

    /**
     * What the industries that stay make less.
     *
     * @return with its bound
     * @throws IllegalStateException if the products are in different units
     */
    public Bounded lossOfOthers() {
        before.values().units().common();
        BoundedVector loss = loss();
        BoundedSum others = new BoundedSum();
        for (int i = 0; i < loss.labels().size(); i++) {
            if (!extracted.contains(loss.labels().get(i))) {
                others.add(loss, i);
            }
        }
        return others.total();
    }

    /**
     * The total loss as a share of total output.
     *
     * @return usually from 0 to 1
     * @throws IllegalStateException if the products are in different units, or total output is 0, so that there is no share
     */
    public double share() {
        double output = before.total();
        if (output == 0) {
            throw new IllegalStateException(
                    "Total output is 0 before anything is taken out, so that there is no share of it to lose.");
        }
        return totalLoss().value() / output;
    }

    /** The ten industries that lose most. */
    @Override
    public String toString() {
        BoundedVector loss = loss();
        StringBuilder text =
                new StringBuilder("Without " + Listing.quoted(extracted) + " (" + scope + "), loss of output:");
        for (int i : loss.values().largest(SHOWN)) {
            double share = before.at(i) == 0 ? 0 : loss.at(i) / before.at(i);
            text.append(String.format(
                    Locale.ROOT,
                    "\n  %s: %,.2f %s (%.1f%%)",
                    loss.labels().get(i),
                    loss.at(i),
                    loss.values().units().get(i),
                    100 * share));
        }
        return text.toString();
    }
}
