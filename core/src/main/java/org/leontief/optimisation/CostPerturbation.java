package org.leontief.optimisation;

import java.util.SplittableRandom;
import org.leontief.optimisation.Basis.Place;

/**
 * Costs a little apart from each other, always by the same numbers, so that dual steps have a length. The size follows Q.
 * Huangfu and J. A. J. Hall, "Parallelizing the dual revised simplex method", Mathematical Programming Computation 10 (2018).
 */
final class CostPerturbation {

    private static final double SIZE = 5e-7;
    private static final double SIZE_FOR_ROWS = 1e-12;

    private CostPerturbation() {}

    /** Changes the costs of all variables that have bounds; reduced costs have to be computed afresh. */
    static void apply(SimplexState state) {
        SplittableRandom random = new SplittableRandom(1975);
        for (int j = 0; j < state.variables; j++) {
            boolean isRow = j >= state.programme.columns;
            double by = (1 + random.nextDouble()) * (isRow ? SIZE_FOR_ROWS : SIZE * (1 + Math.abs(state.cost[j])));
            state.cost[j] += by * side(state, j);
        }
        state.costsDiffer = true;
    }

    /** Upward where a variable rests at its lower bound or can only rest there, downward for upper bounds. */
    private static int side(SimplexState state, int j) {
        boolean hasLower = Double.isFinite(state.lower[j]);
        boolean hasUpper = Double.isFinite(state.upper[j]);
        if (state.lower[j] == state.upper[j] || !(hasLower || hasUpper)) {
            return 0;
        }
        if (hasLower && hasUpper) {
            boolean isAtUpper = state.place[j] == Place.UPPER || (state.place[j] == Place.BASIC && state.cost[j] < 0);
            return isAtUpper ? -1 : 1;
        }
        return hasLower ? 1 : -1;
    }
}
