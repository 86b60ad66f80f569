package org.leontief.optimisation;

import java.util.Locale;

/**
 * How far an answer is from feasible and from best, recomputed from the programme itself with every rounding outward. For
 * any prices q of the rows weak duality bounds the optimum by what q gives for the bounds of rows and columns; that bound
 * holds whatever the solver did (Neumaier and Shcherbina 2004, Mathematical Programming 99).
 *
 * @param primalResidual largest violation of a bound of a row or column, relative to 1 + |bound|, or for a row, and for an
 *     output that follows from deliveries, to 1 + its largest term where that is larger
 * @param dualResidual largest reduced cost or price of the wrong sign where there is no bound that it could belong to,
 *     relative to 1 + the largest |c|
 * @param objective c·x
 * @param objectiveBound no feasible x has an objective beyond it; infinite where nothing could be proved
 */
public record OptimalityCertificate(
        double primalResidual, double dualResidual, double objective, double objectiveBound) {

    /**
     * How far the objective can be from the best one at most; below 0 only by as much as bounds are violated.
     *
     * @return |bound − objective| rounded up, with the sign of what might still be gained
     */
    public double gap() {
        return Math.nextUp(Math.abs(objectiveBound - objective));
    }

    /**
     * The gap relative to the objective.
     *
     * @return gap / max(1, |objective|)
     */
    public double relativeGap() {
        return gap() / Math.max(1, Math.abs(objective));
    }

    /** In one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "objective %.10g, no plan beyond %.10g (relative gap %.2g); bounds kept to %.2g, prices to %.2g",
                objective,
                objectiveBound,
                relativeGap(),
                primalResidual,
                dualResidual);
    }
}
