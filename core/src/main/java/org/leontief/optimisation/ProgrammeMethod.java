package org.leontief.optimisation;

/** How to solve a linear programme. */
public enum ProgrammeMethod {
    /** By its size and structure; the report says which and why. */
    AUTOMATIC,
    /** The simplex method with bounds on both sides: exact vertices, shadow prices with their ranges. */
    SIMPLEX,
    /** Limits carried over to final deliveries by transposed solves, bounds added as they are violated. For Leontief programmes. */
    REDUCED_FORM,
    /** An interior-point method over final deliveries, where thousands of limits on outputs bind. For Leontief programmes. */
    INTERIOR_POINT,
    /** A first-order primal–dual method with restarts, for very large programmes. */
    PRIMAL_DUAL
}
