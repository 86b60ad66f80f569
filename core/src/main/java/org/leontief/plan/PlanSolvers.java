package org.leontief.plan;

import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;

/** Hands a plan's programme to the method that its size and structure call for. */
final class PlanSolvers {

    private PlanSolvers() {}

    @SuppressWarnings("DoNotCallSuggester")
    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        throw new UnsupportedOperationException(programme.programme() + " " + options);
    }
}
