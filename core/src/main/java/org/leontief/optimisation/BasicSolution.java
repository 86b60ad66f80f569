package org.leontief.optimisation;

import org.leontief.optimisation.Basis.Place;
import org.leontief.solve.AccurateSum;

/**
 * The vertex, the prices, rays and proofs that belong to a basis, to nearly full precision: residuals in doubled precision,
 * corrections by the factors of the basis (iterative refinement; N. J. Higham, Accuracy and Stability of Numerical
 * Algorithms, chapter 12).
 */
final class BasicSolution {

    private static final int ROUNDS = 5;
    private static final double TRACE = 0x1p-70;

    private final SimplexState state;
    private final ScaledProgramme programme;
    private final AccurateSum sum = new AccurateSum();
    private final double[] residual;
    private final double[] correction;

    BasicSolution(SimplexState state) {
        this.state = state;
        programme = state.programme;
        residual = new double[state.rows];
        correction = new double[state.rows];
    }

    /**
     * Corrects the entries of basic variables so that [M, −I] x = 0.
     *
     * @param x by variable; a vertex or a ray
     */
    void refine(double[] x) {
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double size = equationResidual(x);
            if (!(size > 0 && size < last)) {
                return;
            }
            last = size / 2;
            state.inverse.solve(residual, correction);
            for (int k = 0; k < state.rows; k++) {
                x[state.basic[k]] += correction[k];
            }
        }
    }

    /** −[M, −I] x, and its largest entry. */
    private double equationResidual(double[] x) {
        double largest = 0;
        CompressedMatrix byRow = programme.byRow;
        for (int i = 0; i < state.rows; i++) {
            sum.reset();
            sum.add(x[programme.columns + i]);
            for (int p = byRow.start()[i]; p < byRow.start()[i + 1]; p++) {
                sum.addProduct(-byRow.value()[p], x[byRow.index()[p]]);
            }
            residual[i] = sum.value();
            largest = Math.max(largest, Math.abs(residual[i]));
        }
        return largest;
    }

    /**
     * Prices y with Bᵀ y = c_B − m.
     *
     * @param margin m for a column that has a lower bound only, −m for one with an upper bound only: reduced costs that
     *     should be 0 then have the sign for which weak duality needs no other bound
     * @return one for each row
     */
    double[] prices(double margin) {
        double[] target = new double[state.rows];
        for (int k = 0; k < state.rows; k++) {
            int j = state.basic[k];
            target[k] = programme.cost[j] - (j < programme.columns ? margin * sideOfBound(j) : 0);
        }
        return solveTransposed(target);
    }

    private int sideOfBound(int j) {
        boolean hasLower = Double.isFinite(programme.lower[j]);
        boolean hasUpper = Double.isFinite(programme.upper[j]);
        return hasLower == hasUpper ? 0 : hasLower ? 1 : -1;
    }

    /** Row of B⁻¹ at a position: multipliers that can prove a programme infeasible. */
    double[] inverseRow(int position) {
        double[] target = new double[state.rows];
        target[position] = 1;
        return solveTransposed(target);
    }

    private double[] solveTransposed(double[] target) {
        double[] y = new double[state.rows];
        double last = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            double size = transposedResidual(target, y);
            if (!(size > 0 && size < last)) {
                break;
            }
            last = size / 2;
            state.inverse.solveTransposed(residual, correction);
            for (int i = 0; i < state.rows; i++) {
                y[i] += correction[i];
            }
        }
        for (int k = 0; k < state.rows; k++) {
            if (state.basic[k] >= programme.columns && target[k] == 0) {
                y[state.basic[k] - programme.columns] = 0;
            }
        }
        removeTraces(y);
        return y;
    }

    /** Where the exact value is 0, corrections of corrections leave traces that are smaller than any rounding. */
    private static void removeTraces(double[] y) {
        double largest = 0;
        for (double entry : y) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int i = 0; i < y.length; i++) {
            if (Math.abs(y[i]) < TRACE * largest) {
                y[i] = 0;
            }
        }
    }

    /** What is left of the target, by position, and the largest entry. */
    private double transposedResidual(double[] target, double[] y) {
        double largest = 0;
        for (int k = 0; k < state.rows; k++) {
            residual[k] = reduced(state.basic[k], target[k], y);
            largest = Math.max(largest, Math.abs(residual[k]));
        }
        return largest;
    }

    private double reduced(int variable, double cost, double[] y) {
        sum.reset();
        sum.add(cost);
        if (variable >= programme.columns) {
            sum.add(y[variable - programme.columns]);
        } else {
            CompressedMatrix columns = programme.byColumn;
            for (int p = columns.start()[variable]; p < columns.start()[variable + 1]; p++) {
                sum.addProduct(-columns.value()[p], y[columns.index()[p]]);
            }
        }
        return sum.value();
    }

    /** Sets prices to 0 that rounding has given a sign for which their row has no bound. */
    void removeWrongSigns(double[] y, double tolerance) {
        for (int i = 0; i < y.length; i++) {
            int j = programme.columns + i;
            boolean isWrong = y[i] > 0 ? Double.isInfinite(programme.lower[j]) : Double.isInfinite(programme.upper[j]);
            if (state.place[j] != Place.BASIC && isWrong && Math.abs(y[i]) <= tolerance) {
                y[i] = 0;
            }
        }
    }
}
