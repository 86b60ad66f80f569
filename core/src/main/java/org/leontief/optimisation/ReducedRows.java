package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.StopReason;

/**
 * Limits carried over to what is delivered: a row r over outputs is r (I − A)⁻¹ over deliveries, one transposed solve each, in
 * blocks. Rows are scaled to norm 1 and remember by what.
 */
final class ReducedRows {

    /** Solved together; several groups of sixteen, so that threads take whole ones. */
    private static final int TOGETHER = 128;

    /** So many rows of resources are no trouble. */
    private static final int FEW = 128;

    private final LeontiefProgramme programme;
    private final ReducedColumns columns;
    private final LeontiefSystem transposed;
    private final SolveOptions options;
    private final BoxedSimplex simplex;
    /** The output of each row of the simplex, or −1 − a resource. */
    private int[] origin = new int[16];

    private double[] scale = new double[16];
    private final boolean[] hasOutput;
    private final boolean[] hasResource;

    ReducedRows(LeontiefProgramme programme, ReducedColumns columns, SolveOptions options, BoxedSimplex simplex) {
        this.programme = programme;
        this.columns = columns;
        this.options = options;
        this.simplex = simplex;
        transposed = programme.system().transposed();
        hasOutput = new boolean[programme.products()];
        hasResource = new boolean[programme.resources()];
    }

    /** Whether there is a row for an output, or for −1 − a resource. */
    boolean has(int from) {
        return from >= 0 ? hasOutput[from] : hasResource[-1 - from];
    }

    /** The output that a row of the simplex limits, or −1 − the resource. */
    int origin(int row) {
        return origin[row];
    }

    /** Adds the rows of all resources, if they are few; of many most do not bind. False if the listener stopped it. */
    boolean addFewResources() {
        int m = programme.resources();
        return m > FEW || add(IntStream.range(0, m).map(k -> -1 - k).toArray());
    }

    /** Adds rows of some outputs i, and of resources −1 − k. False if the listener stopped it. */
    boolean add(int... origins) {
        double bytes = 2.0 * Double.BYTES * origins.length * Math.max(columns.count(), simplex.rows());
        MemoryLimitException.require(
                "Carrying " + origins.length + " more limits over to " + columns.count() + " deliveries",
                bytes,
                "Use ProgrammeMethod.INTERIOR_POINT, or give the virtual machine more memory (-Xmx).");
        for (int from = 0; from < origins.length; from += TOGETHER) {
            int[] which = Arrays.copyOfRange(origins, from, Math.min(origins.length, from + TOGETHER));
            if (!add(overOutputs(which), which)) {
                return false;
            }
        }
        return true;
    }

    private double[][] overOutputs(int[] which) {
        double[][] rows = new double[which.length][programme.products()];
        int[] placeOfResource = new int[programme.resources()];
        Arrays.fill(placeOfResource, -1);
        for (int k = 0; k < which.length; k++) {
            if (which[k] >= 0) {
                rows[k][which[k]] = 1;
            } else {
                placeOfResource[-1 - which[k]] = k;
            }
        }
        programme.resourceUse().forEach((k, i, use) -> {
            if (placeOfResource[k] >= 0) {
                rows[placeOfResource[k]][i] = use;
            }
        });
        return rows;
    }

    private boolean add(double[][] rows, int[] which) {
        List<Solution> solutions = transposed.solveAll(rows, options);
        List<double[]> solved = new ArrayList<>();
        for (Solution solution : solutions) {
            if (solution.report().stop() == StopReason.CANCELLED) {
                return false;
            }
            solved.add(ReducedForm.requireValues(solution).values());
        }
        for (int k = 0; k < which.length; k++) {
            add(solved.get(k), which[k]);
        }
        return true;
    }

    private void add(double[] row, int from) {
        boolean isOutput = from >= 0;
        double[] all = columns.overAll(row, isOutput ? -1 : -1 - from);
        double[] varying = columns.overVarying(all);
        double atLower = columns.atLower(all);
        double squares = 0;
        for (double value : varying) {
            squares += value * value;
        }
        double factor = squares > 0 ? 1 / Math.sqrt(squares) : 1;
        for (int c = 0; c < varying.length; c++) {
            varying[c] *= factor;
        }
        double low =
                isOutput ? programme.outputVariables().lower()[from] : programme.resourceLower()[-1 - from];
        double high =
                isOutput ? programme.outputVariables().upper()[from] : programme.resourceUpper()[-1 - from];
        int place = simplex.rows();
        if (place == origin.length) {
            origin = Arrays.copyOf(origin, 2 * place);
            scale = Arrays.copyOf(scale, 2 * place);
        }
        origin[place] = from;
        scale[place] = factor;
        if (isOutput) {
            hasOutput[from] = true;
        } else {
            hasResource[-1 - from] = true;
        }
        simplex.addRow(varying, (low - atLower) * factor, (high - atLower) * factor);
    }

    /** What multipliers of the rows of the simplex are for resources (first) and outputs (second). */
    double[][] multipliers(double[] ofRows, double unit) {
        double[] resources = new double[programme.resources()];
        double[] outputs = new double[programme.products()];
        for (int i = 0; i < ofRows.length; i++) {
            double value = ofRows[i] * scale[i] * unit;
            if (origin[i] >= 0) {
                outputs[origin[i]] = value;
            } else {
                resources[-1 - origin[i]] = value;
            }
        }
        return new double[][] {resources, outputs};
    }
}
