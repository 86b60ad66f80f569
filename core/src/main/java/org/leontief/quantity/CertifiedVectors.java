package org.leontief.quantity;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.solve.Solution;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

/** Joins names to the numbers that go into a solver and come out of it, and carries their bounds on. */
final class CertifiedVectors {

    private CertifiedVectors() {}

    /** The demand in the order of the industries; refused if it asks for what nobody can make. */
    static LabelledVector producible(TechnicalCoefficients coefficients, LabelledVector demand) {
        LabelledVector aligned = demand.alignedTo(coefficients.industries(), coefficients.units())
                .named("Final demand");
        for (int i = 0; i < aligned.size(); i++) {
            if (aligned.at(i) != 0 && !coefficients.hasRecipe(i)) {
                throw new IllegalArgumentException("Final demand for '"
                        + coefficients.industries().get(i) + "' is "
                        + aligned.at(i) + ", but the table holds no recipe for it: it is empty there. Demand nothing of"
                        + " it, or build the coefficients with ZeroOutputPolicy.EMPTY_RECIPE.");
            }
        }
        return aligned;
    }

    static BoundedVector of(LabelledVector values, Solution solution) {
        return solution.certificate()
                .map(certificate -> BoundedVector.of(values, certificate.errorBounds()))
                .orElseGet(() -> BoundedVector.uncertified(values));
    }

    /** Refuses a solution without values, naming the group that is to blame; or says that I − A is singular. */
    static void requireValues(TechnicalCoefficients coefficients, Solution solution) {
        requireValues(coefficients, solution.report().stop(), solution.hasValues());
    }

    static void requireValues(TechnicalCoefficients coefficients, StopReason stop, boolean hasValues) {
        if (stop == StopReason.NOT_VIABLE) {
            coefficients.viability().requireViable();
        }
        if (!hasValues && stop == StopReason.CANCELLED) {
            throw new IllegalStateException("The listener stopped the solver before there was anything to return.");
        }
        if (!hasValues) {
            throw new IllegalStateException("I − A is singular to working precision: there is no output, or no single"
                    + " one, that meets the demand. "
                    + coefficients.viability().explanation());
        }
    }

    /** |fl(c x̃) − c x| ≤ |c| |x̃ − x| and one rounding, both taken upward. */
    static double productBound(double coefficient, double product, double bound) {
        if (coefficient == 0) {
            return 0;
        }
        double carried = Math.nextUp(Math.abs(coefficient) * bound);
        return Math.nextUp(carried + Math.ulp(product));
    }
}
