package org.leontief.plan;

/** No plan keeps all limits; the message names those that clash, and by how much each would have to give way. */
public final class InfeasiblePlanException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** What was found; not part of the serialised form. */
    private final transient PlanConflict conflict;

    /**
     * Says what clashes.
     *
     * @param conflict which limits
     */
    public InfeasiblePlanException(PlanConflict conflict) {
        super(conflict.toString());
        this.conflict = conflict;
    }

    /**
     * Which limits clash.
     *
     * @return a set of which each is needed for the clash
     */
    public PlanConflict conflict() {
        return conflict;
    }
}
