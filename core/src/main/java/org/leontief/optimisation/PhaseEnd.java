package org.leontief.optimisation;

/** Why a phase of a simplex method ended. */
enum PhaseEnd {
    /** The dual method has a feasible basis, the primal one an optimal basis. */
    REACHED,
    /** No step is blocked: for the dual method the programme seems infeasible, for the primal one unbounded. */
    WITHOUT_END,
    /** Rounding leaves no step that could be trusted. */
    TROUBLE,
    /** The primal method has lost feasibility to rounding. */
    INFEASIBLE_AGAIN,
    /** The limit of iterations was reached, or the listener stopped it. */
    STOPPED
}
