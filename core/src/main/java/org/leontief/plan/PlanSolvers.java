package org.leontief.plan;

import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.LinearSolvers;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Hands a plan's programme to the method that its size and structure call for. Small ones go to the simplex method even where
 * they have structure, since it knows how far prices hold.
 */
final class PlanSolvers {

    /** From here on the simplex method takes longer than anybody wants to wait for ranges of prices. */
    private static final int LARGE = 1000;

    private PlanSolvers() {}

    static LinearSolution solve(PlanProgramme programme, ProgrammeOptions options) {
        TechnicalCoefficients coefficients = programme.layout().techniques().coefficients();
        boolean isAskedFor =
                options.method() == ProgrammeMethod.REDUCED_FORM || options.method() == ProgrammeMethod.INTERIOR_POINT;
        boolean isLarge = options.method() == ProgrammeMethod.AUTOMATIC
                && programme.layout().products() >= LARGE;
        if (isAskedFor || isLarge) {
            String obstacle = LeontiefForm.obstacle(programme);
            if (coefficients != null && obstacle.isEmpty()) {
                return LinearSolvers.solve(LeontiefForm.of(programme, coefficients), options)
                        .withColumns(LeontiefForm.places(programme.layout()));
            }
            if (isAskedFor) {
                throw new IllegalArgumentException(options.method()
                        + " takes a table whose industries make all products, and this problem has another"
                        + " structure: " + obstacle + ". Use ProgrammeMethod.AUTOMATIC.");
            }
        }
        return LinearSolvers.solve(programme.programme(), options);
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
