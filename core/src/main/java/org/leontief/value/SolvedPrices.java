package org.leontief.value;

import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

/** Solves p (I − A) = v for the prices of one economy, and joins names, units and bounds to what comes out. */
final class SolvedPrices {

    private SolvedPrices() {}

    /** The row vector p, or an exception that names the group that is to blame. */
    static Solution solve(TechnicalCoefficients coefficients, double[] addedPerUnit, SolveOptions options) {
        return require(coefficients, coefficients.system().transposed().solve(addedPerUnit, options));
    }

    /** The solution itself, or an exception that names the group that is to blame. */
    static Solution require(TechnicalCoefficients coefficients, Solution solution) {
        if (solution.report().stop() == StopReason.NOT_VIABLE) {
            coefficients
                    .viability()
                    .requireViable(
                            "No prices cover these costs, taxes on products included: passed on to the next buyer,"
                                    + " they come back larger.");
        }
        if (!solution.hasValues() && solution.report().stop() != StopReason.CANCELLED) {
            throw new IllegalStateException("I − A is singular to working precision: there are no prices, or no single"
                    + " ones, that cover these costs. "
                    + coefficients.viability().explanation());
        }
        return solution.requireConverged();
    }

    static BoundedVector bounded(
            String name, TechnicalCoefficients coefficients, Units units, double[] values, double[] bounds) {
        return BoundedVector.of(LabelledVector.of(name, coefficients.industries(), units, values), bounds);
    }

    /** A bound on |a/b − x/y| where |x − a| and |y − b| have the given bounds and b is further from 0 than its bound. */
    static double quotientBound(double a, double aBound, double b, double bBound) {
        double smallest = Math.nextDown(Math.abs(b) - bBound);
        if (!(smallest > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double quotient = Math.abs(a / b);
        double numerator = Math.nextUp(aBound + Math.nextUp(Math.nextUp(quotient) * bBound));
        return Math.nextUp(Math.nextUp(numerator / smallest) + Math.ulp(quotient));
    }
}
