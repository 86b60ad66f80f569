package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * Brings a basis to dual feasibility by the dual method itself: in an auxiliary programme with the same objective and equations,
 * in which whatever has no bound can move by a little in that direction and the rest cannot move at all, every basis is dual
 * feasible; where its optimum is 0, its last basis is dual feasible for the programme (A. Koberstein and U. H. Suhl,
 * "Progress in the dual simplex method for large scale LP problems: practical dual phase 1 algorithms", Computational
 * Optimization and Applications 37, 2007: the subproblem approach).
 */
final class DualStart {

    private static final double STEP = 1;
    private static final double STEP_OF_FREE = 1000;

    private DualStart() {}

    /** Whether a variable that could not rest elsewhere has a reduced cost of the wrong sign. */
    static boolean isNeeded(SimplexState state, double tolerance) {
        for (int j = 0; j < state.variables; j++) {
            boolean isBoxed = Double.isFinite(state.lower[j]) && Double.isFinite(state.upper[j]);
            if (!isBoxed && state.dualInfeasibility(j) > tolerance) {
                return true;
            }
        }
        return false;
    }

    /** Solves the auxiliary programme; afterwards bounds and places are those of before, with another basis. */
    static PhaseEnd run(SimplexState state, SimplexClock clock, double tolerance) {
        double[] lower = state.lower.clone();
        double[] upper = state.upper.clone();
        Place[] before = state.place.clone();
        for (int j = 0; j < state.variables; j++) {
            boolean hasLower = Double.isFinite(lower[j]);
            boolean hasUpper = Double.isFinite(upper[j]);
            double step = hasLower || hasUpper ? STEP : STEP_OF_FREE;
            state.lower[j] = hasLower ? 0 : -step;
            state.upper[j] = hasUpper ? 0 : step;
        }
        restAll(state, state.place);
        state.computeValues();
        DualSimplex method = new DualSimplex(state, clock, tolerance, tolerance);
        method.makeDualFeasible();
        PhaseEnd end = method.run();
        System.arraycopy(lower, 0, state.lower, 0, state.variables);
        System.arraycopy(upper, 0, state.upper, 0, state.variables);
        restAll(state, before);
        state.computeValues();
        return end;
    }

    private static void restAll(SimplexState state, Place[] wanted) {
        Place[] places = Arrays.copyOf(wanted, state.variables);
        for (int j = 0; j < state.variables; j++) {
            if (state.place[j] != Place.BASIC) {
                state.rest(j, places[j]);
            }
        }
    }
}
