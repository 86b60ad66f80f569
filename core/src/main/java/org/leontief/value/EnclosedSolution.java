package org.leontief.value;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveReport;

/**
 * A solution whose bounds cover the rounding of the system itself beside that of solving it.
 *
 * <p>With Ã for A, |A − Ã| ≤ E and |b − b̃| ≤ δ, the solution x̃ of (I − Ã) x̃ = b̃ differs from that of (I − A) x = b by
 * (I − A)⁻¹ ((A − Ã) x̃ + b − b̃), so by at most y = (I − |Ã| − E)⁻¹ (E |x̃| + δ) if ρ(|Ã| + E) &lt; 1 (N. J. Higham,
 * <em>Accuracy and Stability of Numerical Algorithms</em>, 2nd ed. 2002, section 7.1).
 *
 * @param values x̃, approximately
 * @param bounds |x − x̃| is at most this; +∞ where nothing is proved
 * @param report of the solve for x̃
 * @param certification what the bounds of that solve rest on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not handed out
record EnclosedSolution(double[] values, double[] bounds, SolveReport report, String certification) {

    /** A solution of a system in which nothing was rounded. */
    static EnclosedSolution of(Solution solution) {
        double[] values = solution.values();
        double[] bounds = new double[values.length];
        Arrays.setAll(bounds, solution::errorBound);
        return new EnclosedSolution(values, bounds, solution.report(), solution.certification());
    }

    /** With what rounding the system adds to the bounds: y, or +∞ where it has no bound. */
    EnclosedSolution widenedBy(Solution y) {
        double[] wider = new double[bounds.length];
        for (int i = 0; i < wider.length; i++) {
            double added = y.hasValues() ? Math.nextUp(y.value(i) + y.errorBound(i)) : Double.POSITIVE_INFINITY;
            wider[i] = added > 0 ? Math.nextUp(bounds[i] + added) : bounds[i];
        }
        return new EnclosedSolution(values, wider, report, certification);
    }

    Bounded at(int i) {
        return new Bounded(values[i], bounds[i]);
    }

    double value(int i) {
        return values[i];
    }

    double errorBound(int i) {
        return bounds[i];
    }
}
