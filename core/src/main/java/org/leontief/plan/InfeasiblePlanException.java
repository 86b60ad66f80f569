package org.leontief.plan;

import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;

/** No plan keeps all limits; the message names those that clash, and by how much each would have to give way. */
public final class InfeasiblePlanException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** What was found; not part of the serialised form. */
    private final transient PlanConflict conflict;

    InfeasiblePlanException(PlanConflict conflict) {
        super(conflict.toString());
        this.conflict = conflict;
    }

    static InfeasiblePlanException of(PlanProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        return new InfeasiblePlanException(PlanConflict.of(programme, solution, options));
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
