package org.leontief.solve;

/** Why a solver stopped. How good the answer is, is a separate fact: see the certificate. */
public enum StopReason {
    /** The residual reached the tolerance. */
    CONVERGED(true),
    /**
     * The residual is at the rounding of the solution itself; double precision can do no better. Where ρ(|A|) &lt; 1 is not
     * proved it is besides at most 2⁻²⁶ ‖b‖₁: a larger one may be a contradiction that the rounding of large outputs hides.
     */
    WORKING_PRECISION(true),
    /** The limit of iterations was reached first. The values are the last iterate. */
    ITERATION_LIMIT(false),
    /** No further progress, above working precision as defined there. The values are the best iterate. */
    STAGNATED(false),
    /** The listener stopped it. The values are the last iterate. */
    CANCELLED(false),
    /** The matrix I − A is singular to working precision. There are no values. */
    SINGULAR(false),
    /** It is proved that ρ(A) ≥ 1: no output can meet the demand in general. There are no values. */
    NOT_VIABLE(false);

    private final boolean success;

    StopReason(boolean success) {
        this.success = success;
    }

    /**
     * Whether the solver did what was asked of it.
     *
     * @return true for {@link #CONVERGED} and {@link #WORKING_PRECISION}
     */
    public boolean isSuccess() {
        return success;
    }
}
