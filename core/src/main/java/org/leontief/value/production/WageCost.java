package org.leontief.value.production;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;

/**
 * g(r) = 1/w(r): what the numéraire costs in labour commanded, π c / worth with π = π M(r) + l(r); and its slope, with
 * π' = π' M(r) + π K + l'(r).
 */
final class WageCost {

    private final PriceEquation equation;
    private final double[] basket;
    private final double worth;
    private final SolveOptions options;

    WageCost(Technique technique, Numeraire numeraire) {
        equation = technique.equation();
        double @Nullable [] quantities = numeraire.quantities(technique.coefficients());
        if (quantities == null) {
            throw new IllegalArgumentException(
                    "With the wage as numéraire it is 1 for every technique. Choose a basket or a"
                            + " product that both techniques make.");
        }
        basket = quantities;
        worth = numeraire.worth();
        options = technique.options().withCertification(Certification.NONE).withTolerance(0);
    }

    /** g and its slope. */
    record At(double cost, double slope) {}

    At at(double r) {
        LeontiefSystem system = equation.system(r, Rounding.NEAREST).system().transposed();
        double[] prices = system.solve(equation.labourCost(r, Rounding.NEAREST), options)
                .requireConverged()
                .values();
        double[] more = equation.advanced(Rounding.NEAREST).multiplyTransposed(prices);
        if (equation.timing() == WageTiming.ADVANCED) {
            double[] labour = equation.labour();
            Arrays.setAll(more, j -> more[j] + labour[j]);
        }
        double[] slopes = system.solve(more, options).requireConverged().values();
        double cost = 0;
        double slope = 0;
        for (int i = 0; i < basket.length; i++) {
            cost += basket[i] * prices[i];
            slope += basket[i] * slopes[i];
        }
        return new At(cost / worth, slope / worth);
    }
}
