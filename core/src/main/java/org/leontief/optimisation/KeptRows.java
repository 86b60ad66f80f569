package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.StopReason;

/** Rows of L and R L that are written out over what varies, each a transposed solve: those of resources, and of some outputs. */
final class KeptRows {

    /** Solved for together. */
    private static final int TOGETHER = 128;

    private final LeontiefProgramme programme;
    private final ReducedColumns columns;
    private final SolveOptions solving;
    private final List<double[]> rows = new ArrayList<>();

    KeptRows(LeontiefProgramme programme, ReducedColumns columns, SolveOptions solving) {
        this.programme = programme;
        this.columns = columns;
        this.solving = solving;
    }

    /** Bytes for so many rows. */
    static double bytes(int count, int varying, int products) {
        return Double.BYTES * ((double) count * varying + 2.0 * TOGETHER * products);
    }

    int count() {
        return rows.size();
    }

    /** Read in place. */
    double[] row(int k) {
        return rows.get(k);
    }

    /** Adds rows of outputs i, or of resources k as −1 − k. False if the listener stopped it. */
    boolean add(int... which) {
        for (int from = 0; from < which.length; from += TOGETHER) {
            if (!solveFor(Arrays.copyOfRange(which, from, Math.min(which.length, from + TOGETHER)))) {
                return false;
            }
        }
        return true;
    }

    private boolean solveFor(int... which) {
        double[][] right = new double[which.length][programme.products()];
        double[] @Nullable [] ofResource = new double[programme.resources()][];
        for (int k = 0; k < which.length; k++) {
            if (which[k] >= 0) {
                right[k][which[k]] = 1;
            } else {
                ofResource[-1 - which[k]] = right[k];
            }
        }
        programme.resourceUse().forEach((i, j, use) -> {
            double @Nullable [] row = ofResource[i];
            if (row != null) {
                row[j] = use;
            }
        });
        List<Solution> solved = programme.system().transposed().solveAll(right, solving);
        for (int k = 0; k < which.length; k++) {
            if (solved.get(k).report().stop() == StopReason.CANCELLED) {
                return false;
            }
            double[] row = ReducedForm.requireValues(solved.get(k)).values();
            rows.add(columns.overVarying(columns.overAll(row, which[k] >= 0 ? -1 : -1 - which[k])));
        }
        return true;
    }
}
