package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * A basis to begin with in which as many equations as possible are solved for a column of their own. The value of an
 * equation can never move, so it has to leave the basis anyway; a triangle of columns does it without a step.
 */
final class TriangularCrash {

    private static final double SMALLEST_SHARE = 0.1;

    private final SimplexState state;
    private final ScaledProgramme programme;
    private final boolean[] isSolved;
    private final boolean[] isTaken;

    private TriangularCrash(SimplexState state) {
        this.state = state;
        programme = state.programme;
        isSolved = new boolean[programme.rows];
        isTaken = new boolean[programme.columns];
    }

    /** Replaces slacks of equations in a slack basis. */
    static void apply(SimplexState state) {
        new TriangularCrash(state).run();
    }

    private void run() {
        for (int i = 0; i < programme.rows; i++) {
            int slack = programme.columns + i;
            if (programme.lower[slack] == programme.upper[slack]) {
                int column = column(i);
                if (column >= 0) {
                    isSolved[i] = true;
                    isTaken[column] = true;
                    state.basic[i] = column;
                    state.place[column] = Place.BASIC;
                    state.rest(slack, Place.LOWER);
                }
            }
        }
    }

    /** The column with the fewest entries that is not small in the row and is in no equation solved before; −1 if none is. */
    private int column(int row) {
        CompressedMatrix byRow = programme.byRow;
        double largest = 0;
        for (int p = byRow.start()[row]; p < byRow.start()[row + 1]; p++) {
            largest = Math.max(largest, Math.abs(byRow.value()[p]));
        }
        int best = -1;
        double bestMerit = Double.POSITIVE_INFINITY;
        for (int p = byRow.start()[row]; p < byRow.start()[row + 1]; p++) {
            int j = byRow.index()[p];
            double merit = merit(j);
            boolean isLarge = Math.abs(byRow.value()[p]) >= SMALLEST_SHARE * largest;
            if (isLarge && merit < bestMerit && !isTaken[j] && isIndependent(j)) {
                best = j;
                bestMerit = merit;
            }
        }
        return best;
    }

    /** Few entries are good, bounds are bad. */
    private double merit(int j) {
        if (programme.lower[j] == programme.upper[j]) {
            return Double.POSITIVE_INFINITY;
        }
        int bounds = (Double.isFinite(programme.lower[j]) ? 1 : 0) + (Double.isFinite(programme.upper[j]) ? 1 : 0);
        int entries = programme.byColumn.start()[j + 1] - programme.byColumn.start()[j];
        return entries * (1 + bounds);
    }

    private boolean isIndependent(int j) {
        CompressedMatrix byColumn = programme.byColumn;
        return Arrays.stream(byColumn.index(), byColumn.start()[j], byColumn.start()[j + 1])
                .noneMatch(i -> isSolved[i]);
    }
}
