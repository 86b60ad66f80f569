package org.leontief.technology;

import org.leontief.solve.Inverse;
import org.leontief.solve.Solution;
import org.leontief.solve.StopReason;

/**
 * That (I − A) x = d, or its transpose, has one solution and the solver found it. Otherwise somebody is to blame: a group of
 * industries, which the refusal names, or a matrix that is singular to working precision, or the limit that was set.
 *
 * @param absent what there is none of if I − A is singular, such as "there are no prices, or no single ones, that cover these
 *     costs"
 * @param consequence a sentence for {@link NotViableException}, or nothing: what cannot be where the economy is not viable
 */
public record SolutionRequirement(String absent, String consequence) {

    /** For all that rests on (I − A)⁻¹, formed or not. */
    public static final SolutionRequirement INVERSE = of("there is no inverse");

    /**
     * A requirement with nothing to add to the finding that an economy is not viable.
     *
     * @param absent what there is none of if I − A is singular
     * @return the requirement
     */
    public static SolutionRequirement of(String absent) {
        return new SolutionRequirement(absent, "");
    }

    /**
     * Demands values, good or not.
     *
     * @param coefficients what was solved with
     * @param solution what came out
     * @return the solution
     * @throws NotViableException if it is proved that the economy is not viable; the message names the group
     * @throws IllegalStateException if there are none for another reason
     */
    public Solution requireValues(TechnicalCoefficients coefficients, Solution solution) {
        requireValues(coefficients, solution.report().stop(), solution.hasValues());
        return solution;
    }

    /**
     * Demands that the solver did what was asked of it.
     *
     * @param coefficients what was solved with
     * @param solution what came out
     * @return the solution
     * @throws NotViableException if it is proved that the economy is not viable; the message names the group
     * @throws IllegalStateException if there is no solution, or the solver stopped before it was done
     */
    public Solution requireConverged(TechnicalCoefficients coefficients, Solution solution) {
        return requireValues(coefficients, solution).requireConverged();
    }

    /**
     * Demands an inverse.
     *
     * @param coefficients A
     * @param inverse what came out
     * @return the inverse
     * @throws NotViableException if it is proved that the economy is not viable; the message names the group
     * @throws IllegalStateException if there is no inverse, or the listener stopped it
     */
    public Inverse requireConverged(TechnicalCoefficients coefficients, Inverse inverse) {
        requireValues(coefficients, inverse.report().stop(), inverse.hasValues());
        return inverse.requireConverged();
    }

    private void requireValues(TechnicalCoefficients coefficients, StopReason stop, boolean hasValues) {
        if (stop == StopReason.NOT_VIABLE) {
            coefficients.viability().requireViable(consequence);
        }
        if (!hasValues && stop == StopReason.CANCELLED) {
            throw new IllegalStateException("The listener stopped the solver before there was anything to return.");
        }
        if (!hasValues) {
            throw new IllegalStateException("I − A is singular to working precision: " + absent + ". "
                    + coefficients.viability().explanation());
        }
    }
}
