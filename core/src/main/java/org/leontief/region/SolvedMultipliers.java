package org.leontief.region;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * m = s L with the report of its solve.
 *
 * @param perUnit m, with bounds
 * @param report how it was solved
 * @param certification what the bounds rest on, or why there are none
 */
record SolvedMultipliers(BoundedVector perUnit, SolveReport report, String certification) {

    static SolvedMultipliers of(TechnicalCoefficients coefficients, LabelledVector direct, SolveOptions options) {
        Solution solution = coefficients.system().transposed().solve(direct.toArray(), options);
        SolutionRequirement.INVERSE.requireConverged(coefficients, solution);
        return new SolvedMultipliers(
                BoundedVector.of(direct.name() + " multipliers", direct.labels(), direct.units(), solution),
                solution.report(),
                solution.certification());
    }
}
