package org.leontief.technology;

/**
 * What becomes of an industry whose gross output is dust beside the others: a number left over by balancing or rounding,
 * with a recipe that is dust divided by dust. An industry that uses all of its own dust makes I − A singular.
 */
public enum DustPolicy {
    /** Dust is an error that names the industries. */
    REFUSE,
    /** Dust counts as output. It is listed in the notes. */
    KEEP,
    /** Dust counts as zero output with an empty recipe; what is left out is listed in the notes. */
    EMPTY_RECIPE
}
