package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * Bounds for columns that have none, well outside of what the rows allow. No feasible vertex touches them, so they change no
 * optimum; but with two bounds a variable can always rest where its reduced cost has the right sign, and the dual
 * method can begin at once.
 */
final class BoxedColumns {

    private static final double WIDER = 4;
    /** Bounds further away than this would only carry rounding into everything else. */
    private static final double FURTHEST = 1e6;

    private BoxedColumns() {}

    static void apply(SimplexState state) {
        ScaledProgramme programme = state.programme;
        int columns = programme.columns;
        double[] rowLower = Arrays.copyOfRange(programme.lower, columns, programme.variables());
        double[] rowUpper = Arrays.copyOfRange(programme.upper, columns, programme.variables());
        double[] lower = Arrays.copyOf(programme.lower, columns);
        double[] upper = Arrays.copyOf(programme.upper, columns);
        ImpliedBounds.of(programme.byRow, rowLower, rowUpper, lower, upper);
        for (int j = 0; j < columns; j++) {
            boolean hasLower = Double.isFinite(state.lower[j]);
            boolean hasUpper = Double.isFinite(state.upper[j]);
            boolean isUsable = lower[j] <= upper[j] && Math.max(Math.abs(lower[j]), Math.abs(upper[j])) <= FURTHEST;
            if (isUsable && !(hasLower && hasUpper)) {
                double margin = WIDER * (1 + Math.abs(lower[j]) + Math.abs(upper[j]));
                if (!hasLower) {
                    state.lower[j] = lower[j] - margin;
                }
                if (!hasUpper) {
                    state.upper[j] = upper[j] + margin;
                }
                if (state.place[j] == Place.FREE) {
                    state.rest(j, Place.LOWER);
                }
                state.boundsDiffer = true;
            }
        }
    }
}
