package org.leontief.structure;

/**
 * Which year's value the other factors have while one of them changes. There is no single answer, and the sums agree in all; the
 * symmetric ones, which favour no year, are the usual choice.
 *
 * <p>Source: Miller and Blair 2009, section 13.1; E. Dietzenbacher and B. Los, "Structural decomposition techniques: sense and
 * sensitivity", Economic Systems Research 10 (1998).
 */
public enum DecompositionForm {
    /** The mean over all k! orders in which k factors can change: 2ᵏ combinations, for up to 10 factors. */
    ALL_ORDERS,
    /** The mean of the two polar forms, first to last and last to first: 2 k combinations. With two factors it is all orders. */
    POLAR_MEAN,
    /** One polar form: factors change in their order, so that the first does among earlier values, the last among later ones. */
    FIRST_TO_LAST,
    /** The other polar form: the last factor changes first. */
    LAST_TO_FIRST,
    /** Every factor among earlier values, and the rest as an interaction term. */
    EARLIER_WEIGHTS,
    /** Every factor among later values, and the rest as an interaction term. */
    LATER_WEIGHTS;

    boolean hasInteraction() {
        return this == EARLIER_WEIGHTS || this == LATER_WEIGHTS;
    }
}
