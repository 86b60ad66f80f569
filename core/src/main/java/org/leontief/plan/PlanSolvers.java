package org.leontief.plan;

import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;

/** Hands a plan's programme to the method that its size and structure call for. */
final class PlanSolvers {

    private PlanSolvers() {}

    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        return new RevisedSimplex().solve(programme.programme(), options);
    }
}
