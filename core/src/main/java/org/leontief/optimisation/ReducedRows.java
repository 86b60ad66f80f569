package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final LeontiefProgramme programme;
    private final ReducedColumns columns;
    private final LeontiefSystem transposed;
    private final SolveOptions options;
    private final BoxedSimplex simplex;
    /** The output of each row of the simplex, or −1 − a resource. */
    private int[] origin = new int[16];

    private double[] scale = new double[16];
    private final boolean[] hasOutput;

    ReducedRows(LeontiefProgramme programme, ReducedColumns columns, SolveOptions options, BoxedSimplex simplex) {
        this.programme = programme;
        this.columns = columns;
        this.options = options;
        this.simplex = simplex;
        transposed = programme.system().transposed();
        hasOutput = new boolean[programme.products()];
    }

    boolean hasOutput(int i) {
        return hasOutput[i];
    }

    /** Adds the rows of all resources. False if the listener stopped it. */
    boolean addResources() {
        int m = programme.resources();
        for (int from = 0; from < m; from += TOGETHER) {
            int first = from;
            int count = Math.min(TOGETHER, m - from);
            double[][] rows = new double[count][programme.products()];
            programme.resourceUse().forEach((k, i, use) -> {
                if (k >= first && k < first + count) {
                    rows[k - first][i] = use;
                }
            });
            int[] which = new int[count];
            Arrays.setAll(which, k -> -1 - (first + k));
            if (!add(rows, which)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the bounds of some outputs. False if the listener stopped it. */
    boolean addOutputs(int... outputs) {
        double bytes = 2.0 * Double.BYTES * outputs.length * Math.max(columns.count(), simplex.rows());
        MemoryLimitException.require(
                "Carrying " + outputs.length + " more bounds on outputs over to " + columns.count() + " deliveries",
                bytes,
                "Use ProgrammeMethod.INTERIOR_POINT, or give the virtual machine more memory (-Xmx).");
        for (int from = 0; from < outputs.length; from += TOGETHER) {
            int[] which = Arrays.copyOfRange(outputs, from, Math.min(outputs.length, from + TOGETHER));
            double[][] rows = new double[which.length][programme.products()];
            for (int k = 0; k < which.length; k++) {
                rows[k][which[k]] = 1;
            }
            if (!add(rows, which)) {
                return false;
            }
        }
        return true;
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
