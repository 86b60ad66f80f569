package org.leontief.plan;

import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;

/** Finds the best plan of several years, or says why there is none. */
final class YearsSearch {

    private YearsSearch() {}

    static MultiYearPlan best(YearsProblem problem, YearsObjective objective) {
        YearsProgramme programme = YearsProgramme.of(problem, objective);
        LinearProgramme linear = programme.programme();
        LinearSolution solution = new RevisedSimplex().solve(linear, problem.parts().options);
        if (solution.status() == ProgrammeStatus.INFEASIBLE) {
            throw new IllegalStateException("infeasible");
        }
        if (solution.status() == ProgrammeStatus.UNBOUNDED) {
            throw new IllegalStateException("unbounded");
        }
        return new MultiYearPlan(problem, objective, programme, solution);
    }
}
