package org.leontief.region;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveReport;
import org.leontief.solve.StopReason;
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
        if (!solution.hasValues()) {
            if (solution.report().stop() != StopReason.CANCELLED) {
                coefficients.viability().requireViable();
            }
            throw new IllegalStateException(
                    "There are no multipliers of '" + direct.name() + "': " + solution.report());
        }
        solution.requireConverged();
        LabelledVector values =
                LabelledVector.of(direct.name() + " multipliers", direct.labels(), direct.units(), solution.values());
        return new SolvedMultipliers(
                solution.certificate()
                        .map(certificate -> BoundedVector.of(values, certificate.errorBounds()))
                        .orElseGet(() -> BoundedVector.uncertified(values)),
                solution.report(),
                solution.certification());
    }
}
