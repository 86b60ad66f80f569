package org.leontief.value.production;

import java.util.Arrays;
import org.leontief.label.Labels;
import org.leontief.solve.PerronRoot;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * p = f p M, determined up to scale by the basic products: p_B is their left Perron vector, and p_N (I − f M_NN) = f p_B M_BN
 * gives the prices of the others.
 */
final class EigenPrices {

    private static final SolutionRequirement SOUGHT =
            SolutionRequirement.of("there are no prices of the products that are not basic, or no single ones");

    private EigenPrices() {}

    /** Largest basic price 1; 0 for industries without a recipe. */
    static double[] of(TechnicalCoefficients coefficients, SparseMatrix m, double f, BasicProducts products) {
        int[] basics = products.requireBasics();
        int[] others = products.others();
        double[] ofBasics = PerronRoot.of(m.part(basics, basics).transpose()).vector();
        double[] p = new double[m.rows()];
        for (int k = 0; k < basics.length; k++) {
            p[basics[k]] = ofBasics[k];
        }
        if (others.length == 0) {
            return p;
        }
        double[] fromBasics = m.part(basics, others).multiplyTransposed(ofBasics);
        double[] cost = Arrays.stream(fromBasics).map(c -> f * c).toArray();
        double[] factor = new double[others.length];
        Arrays.fill(factor, f);
        SparseMatrix among = m.part(others, others).scaleColumns(factor);
        Labels labels = Labels.ofLabels(
                Arrays.stream(others).mapToObj(coefficients.industries()::get).toList());
        TechnicalCoefficients nonBasics =
                TechnicalCoefficients.of(labels, coefficients.units().reorder(others), among);
        Solution solution = SOUGHT.requireConverged(
                nonBasics, nonBasics.system().transposed().solve(cost, SolveOptions.defaults()));
        for (int k = 0; k < others.length; k++) {
            p[others[k]] = solution.value(k);
        }
        return p;
    }
}
