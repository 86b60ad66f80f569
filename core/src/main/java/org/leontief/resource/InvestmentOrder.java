package org.leontief.resource;

/** Which workplaces a fund for modernisation goes to first. */
public enum InvestmentOrder {
    /**
     * To those farthest from the best practice, until what remains of the gaps is level: the largest remaining gap is as small
     * as the fund allows, and so is the second largest after it.
     */
    WIDEST_GAP_FIRST,
    /** To those that cost least to bring to the best practice: as many workplaces as the fund allows get there. */
    SMALLEST_GAP_FIRST
}
