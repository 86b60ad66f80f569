package org.leontief.plan;

import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.BoundRanges;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.LinearSolvers;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.SensitivityRanges;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Hands a plan's programme to the method that its size and structure call for. Small ones go to the simplex method even where
 * they have structure: it takes a few seconds at most, and knows both prices where a plan stands in a corner.
 */
final class PlanSolvers {

    /** From here on the simplex method takes longer than anybody wants to wait. */
    private static final int LARGE = 1000;

    private PlanSolvers() {}

    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        @Nullable LeontiefForm form = form(programme, options);
        return form == null
                ? LinearSolvers.solve(programme.programme(), options)
                : form.ofPlan(LinearSolvers.solve(form.programme(), options));
    }

    /** The same from where a plan with other amounts ended; the reduced form begins anew, which takes it less. */
    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options, @Nullable Basis start) {
        if (start == null || form(programme, options) != null) {
            return solve(programme, options);
        }
        LinearProgramme linear = programme.programme();
        return start.rows() == linear.rows() && start.columns() == linear.columns()
                ? new RevisedSimplex().solve(linear, options, start)
                : solve(programme, options);
    }

    /** How far the prices of an optimal solution with a basis hold. */
    static BoundRanges ranges(PlanProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        TechnicalCoefficients coefficients = programme.layout().techniques().coefficients();
        return coefficients != null && solution.report().method() == ProgrammeMethod.REDUCED_FORM
                ? LeontiefForm.of(programme, coefficients).ranges(solution, options)
                : SensitivityRanges.of(programme.programme(), solution);
    }

    /** The form in which it is solved; null if it is solved as it is written out. */
    static @Nullable LeontiefForm form(PlanProgramme programme, ProgrammeOptions options) {
        boolean isAskedFor =
                options.method() == ProgrammeMethod.REDUCED_FORM || options.method() == ProgrammeMethod.INTERIOR_POINT;
        boolean isLarge = options.method() == ProgrammeMethod.AUTOMATIC
                && programme.layout().products() >= LARGE;
        TechnicalCoefficients coefficients = programme.layout().techniques().coefficients();
        if (!isAskedFor && !isLarge) {
            return null;
        }
        String obstacle = LeontiefForm.obstacle(programme);
        if (isAskedFor && !obstacle.isEmpty()) {
            throw new IllegalArgumentException(
                    options.method() + " takes a viable table, and this problem has another structure: " + obstacle
                            + ". Use ProgrammeMethod.AUTOMATIC.");
        }
        return coefficients == null || !obstacle.isEmpty() ? null : LeontiefForm.of(programme, coefficients);
    }
}
