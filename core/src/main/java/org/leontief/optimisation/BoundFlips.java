package org.leontief.optimisation;

import java.util.Arrays;

/** Takes the variables that a {@link LongStep} passed to their other bounds, and the basic columns along. */
final class BoundFlips {

    private static final int ROWS_OF_A_BLOCK = 64;

    private final BoxedState state;
    private final LongStep step;

    BoundFlips(BoxedState state, LongStep step) {
        this.state = state;
        this.step = step;
    }

    void carryOut() {
        double[] ofFlips = ofFlips();
        double[] moved = new double[state.inverse.size()];
        double[] rowMoved = new double[state.g.rows()];
        state.inverse.multiply(askedOfTight(ofFlips), moved);
        state.basicColumns.combine(moved, rowMoved);
        changeSides();
        for (int p = 0; p < moved.length; p++) {
            state.z[state.basic[p]] += moved[p];
        }
        for (int i = 0; i < rowMoved.length; i++) {
            state.activity[i] += state.isTight(i) ? 0 : rowMoved[i] + ofFlips[i];
        }
    }

    /** What the columns that change sides do to every row. */
    private double[] ofFlips() {
        int[] columns = columns();
        double[] sums = new double[state.g.rows()];
        int blocks = (sums.length + ROWS_OF_A_BLOCK - 1) / ROWS_OF_A_BLOCK;
        PanelRows.each(blocks, state.threads, 8L * columns.length * sums.length, block -> {
            int first = block * ROWS_OF_A_BLOCK;
            for (int i = first; i < Math.min(sums.length, first + ROWS_OF_A_BLOCK); i++) {
                double sum = 0;
                for (int column : columns) {
                    sum += state.atUpper[column] ? -state.g.get(i, column) : state.g.get(i, column);
                }
                sums[i] = sum;
            }
        });
        return sums;
    }

    /** Those of the passed variables that are columns, in their order. */
    private int[] columns() {
        int[] columns = new int[step.passed()];
        int count = 0;
        for (int f = 0; f < step.passed(); f++) {
            if (!state.isRow(step.passed(f))) {
                columns[count++] = step.passed(f);
            }
        }
        Arrays.sort(columns, 0, count);
        return Arrays.copyOf(columns, count);
    }

    /** What the basic columns have to make up for in the tight rows. */
    private double[] askedOfTight(double[] ofFlips) {
        double[] asked = new double[state.inverse.size()];
        for (int t = 0; t < asked.length; t++) {
            asked[t] = -ofFlips[state.tight[t]];
        }
        for (int f = 0; f < step.passed(); f++) {
            if (state.isRow(step.passed(f))) {
                int i = step.passed(f) - state.n;
                double range = state.upper[i] - state.lower[i];
                asked[state.rowPlace[i]] += state.rowAtUpper[i] ? -range : range;
            }
        }
        return asked;
    }

    private void changeSides() {
        for (int f = 0; f < step.passed(); f++) {
            int variable = step.passed(f);
            if (state.isRow(variable)) {
                int i = variable - state.n;
                state.rowAtUpper[i] = !state.rowAtUpper[i];
                state.activity[i] = state.held(i);
            } else {
                state.atUpper[variable] = !state.atUpper[variable];
                state.z[variable] = state.atUpper[variable] ? 1 : 0;
            }
        }
    }
}
