package org.leontief.optimisation;

/** What is known of a programme after a solver has worked on it. Each but the last is said only where it has been checked. */
public enum ProgrammeStatus {
    /** The residuals and the gap, recomputed from the programme itself, are within the tolerance. */
    OPTIMAL,
    /** No x keeps all bounds: multipliers of the rows prove it. */
    INFEASIBLE,
    /** The objective grows for ever along a ray. */
    UNBOUNDED,
    /** The solver ended before the tolerance was reached. The values are the best it has, with their residuals and gap. */
    STOPPED
}
