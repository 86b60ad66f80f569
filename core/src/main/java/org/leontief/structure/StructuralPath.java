package org.leontief.structure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leontief.label.Bounded;
import org.leontief.label.Label;

/**
 * One chain of deliveries, and what its first industry does for the demand at its end:
 *
 * <pre>s_i a_ij a_jk … a_zp y_p</pre>
 *
 * @param chain from the industry i that emits, employs or otherwise acts, to the product p that is demanded; one label if these
 *     are the same
 * @param amount of the path
 * @param share of the total of all paths; 0 if that is 0
 */
public record StructuralPath(List<Label> chain, Bounded amount, double share) {

    /**
     * Copies the chain.
     *
     * @param chain as above
     * @param amount as above
     * @param share as above
     */
    public StructuralPath {
        chain = List.copyOf(chain);
    }

    /**
     * How many deliveries between industries there are on the path.
     *
     * @return 0 for what the industry of the product itself does
     */
    public int deliveries() {
        return chain.size() - 1;
    }

    /** Amount, share and chain. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%12.6g  %5.1f%%  %s",
                amount.value(),
                100 * share,
                chain.stream().map(Label::toString).collect(Collectors.joining(" → ")));
    }
}
