package org.leontief.plan;

import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;

/** Hands a plan's programme to the method that its size and structure call for. */
final class PlanSolvers {

    private PlanSolvers() {}

    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        return new RevisedSimplex().solve(programme.programme(), options);
    }

    /** The same from where a plan with other amounts ended. */
    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options, @Nullable Basis start) {
        LinearProgramme linear = programme.programme();
        if (start == null || start.rows() != linear.rows() || start.columns() != linear.columns()) {
            return solve(programme, options);
        }
        return new RevisedSimplex().solve(linear, options, start);
    }
}
