package org.leontief.optimisation;

import static org.leontief.optimisation.BoxedState.NONE;

/** One pivot of {@link BoxedSimplex}: what moves when one variable leaves the basis and another enters, and the exchange. */
final class BoxedExchange {

    /** Distance between a pivot from its row and from its column that asks for fresh factors. */
    private static final double PIVOT_DRIFT = 1e-5;

    private static final double SMALLEST_DIVISOR = 1e-3;
    private static final double SMALLEST_WEIGHT = 1e-4;

    private final BoxedState state;
    private final LongStep step;
    private final int leaving;
    private final boolean toUpper;
    private final int entering;
    private final double pivot;
    private final double pivotFromColumn;

    /** The place that an entering row had among the tight ones. */
    private final int place;
    /** The leaving variable in the tight rows. */
    private final double[] left;
    /** The entering column, in all rows; 0 if a row enters. */
    private final double[] column;
    /** W⁻¹ · the entering column in the tight rows. */
    private final double[] right;
    /** How basic columns move with the entering variable, and with them the rows. */
    private final double[] direction;

    private final double[] rowRate;
    /** left · W⁻¹ᵀ, and its part in the rows: the inner products of steepest edges. */
    private final double[] edge;

    private final double[] rowEdge;

    /**
     * Prepares the pivot; nothing changes yet.
     *
     * @param leaving goes to its upper bound if {@code toUpper}, else to its lower one
     * @param left the leaving variable in the tight rows; in the columns it stands in the state
     * @param pivot the leaving variable in the entering one
     */
    BoxedExchange(
            BoxedState state, LongStep step, int leaving, boolean toUpper, double[] left, int entering, double pivot) {
        this.state = state;
        this.step = step;
        this.leaving = leaving;
        this.toUpper = toUpper;
        this.left = left;
        this.entering = entering;
        this.pivot = pivot;
        int k = left.length;
        column = new double[state.g.rows()];
        right = new double[k];
        edge = new double[k];
        direction = new double[k];
        rowRate = new double[column.length];
        rowEdge = new double[column.length];
        if (state.isRow(entering)) {
            place = state.rowPlace[entering - state.n];
            state.inverse.multiply(left, edge);
            state.inverse.column(place, direction);
        } else {
            place = NONE;
            state.g.copyColumn(entering, column);
            double[] inTight = new double[k];
            for (int t = 0; t < k; t++) {
                inTight[t] = column[state.tight[t]];
            }
            state.inverse.multiplyTwo(inTight, right, left, edge);
            for (int p = 0; p < k; p++) {
                direction[p] = -right[p];
            }
        }
        state.basicColumns.combineTwo(direction, rowRate, edge, rowEdge);
        pivotFromColumn = state.isRow(leaving)
                ? column[leaving - state.n] + rowRate[leaving - state.n]
                : direction[state.columnPlace[leaving]];
    }

    /** Whether the pivot is the same from its column as from its row. */
    boolean isPivotConfirmed() {
        return !(Math.abs(pivotFromColumn - pivot) > PIVOT_DRIFT * (SMALLEST_DIVISOR + Math.abs(pivot)));
    }

    /** Flips what the step passed, moves values, prices and weights, and exchanges the two variables. */
    void carryOut() {
        if (step.passed() > 0) {
            new BoundFlips(state, step).carryOut();
        }
        boolean rowLeaves = state.isRow(leaving);
        double weight = rowLeaves ? 1 + BoxedState.squares(left) : BoxedState.squares(left);
        double change = rowLeaves
                ? (bound(leaving - state.n) - state.activity[leaving - state.n]) / pivotFromColumn
                : ((toUpper ? 1 : 0) - state.z[leaving]) / pivotFromColumn;
        moveRows(change, weight);
        moveBasics(change, weight);
        movePrices();
        exchange(change, Math.max(SMALLEST_WEIGHT, weight / (pivot * pivot)));
    }

    private double bound(int row) {
        return toUpper ? state.upper[row] : state.lower[row];
    }

    private static double renewedWeight(double weight, double share, double inner, double leavingWeight, double least) {
        double renewed = weight - 2 * share * inner + share * share * leavingWeight;
        return Math.max(renewed, Math.max(SMALLEST_WEIGHT, least * (1 + share * share)));
    }

    private void moveRows(double change, double weight) {
        for (int i = 0; i < column.length; i++) {
            if (!state.isTight(i)) {
                double pace = rowRate[i] + column[i];
                double inner = rowEdge[i] + (i == leaving - state.n ? 1 : 0);
                state.activity[i] += change * pace;
                state.rowWeight[i] = renewedWeight(state.rowWeight[i], pace / pivot, inner, weight, 1);
            }
        }
    }

    private void moveBasics(double change, double weight) {
        for (int p = 0; p < direction.length; p++) {
            state.z[state.basic[p]] += change * direction[p];
            if (state.basic[p] != leaving) {
                state.basicWeight[p] = renewedWeight(state.basicWeight[p], direction[p] / pivot, edge[p], weight, 0);
            }
        }
    }

    private void movePrices() {
        boolean rowEnters = state.isRow(entering);
        double rate = (rowEnters ? state.price[entering - state.n] : state.reduced[entering]) / pivot;
        if (rate != 0) {
            for (int j = 0; j < state.n; j++) {
                state.reduced[j] -= rate * state.alpha[j];
            }
            for (int t = 0; t < left.length; t++) {
                state.price[state.tight[t]] -= rate * left[t];
            }
        }
        for (int p = 0; p < left.length; p++) {
            state.reduced[state.basic[p]] = 0;
        }
        if (rowEnters) {
            state.price[entering - state.n] = 0;
        } else {
            state.reduced[entering] = 0;
        }
        if (state.isRow(leaving)) {
            state.price[leaving - state.n] = rate;
        } else {
            state.reduced[leaving] = rate;
        }
    }

    private void exchange(double change, double weight) {
        if (!state.isRow(entering)) {
            state.z[entering] += change;
        }
        if (state.isRow(leaving)) {
            rowLeaves(leaving - state.n, change, weight);
        } else {
            columnLeaves(change, weight);
        }
    }

    private void rowLeaves(int row, double change, double weight) {
        state.activity[row] = bound(row);
        state.rowAtUpper[row] = toUpper;
        if (state.isRow(entering)) {
            state.inverse.replaceRow(place, left);
            release(entering - state.n, change, weight);
            state.tight[place] = row;
            state.rowPlace[row] = place;
        } else {
            int k = left.length;
            state.inverse.grow(left, right, pivot);
            state.basicColumns.append(column);
            state.makeRoomInBasis(k + 1);
            state.tight[k] = row;
            state.rowPlace[row] = k;
            makeBasic(k, weight);
        }
    }

    private void columnLeaves(double change, double weight) {
        int gone = state.columnPlace[leaving];
        state.z[leaving] = toUpper ? 1 : 0;
        state.atUpper[leaving] = toUpper;
        state.columnPlace[leaving] = NONE;
        if (state.isRow(entering)) {
            state.inverse.shrink(gone, place);
            int last = state.inverse.size();
            state.basicColumns.exchange(gone, last);
            state.basicColumns.removeLast();
            release(entering - state.n, change, weight);
            moveLast(gone, last);
        } else {
            state.inverse.replaceColumn(gone, right);
            state.basicColumns.setRow(gone, column);
            makeBasic(gone, weight);
        }
    }

    private void makeBasic(int at, double weight) {
        state.basic[at] = entering;
        state.columnPlace[entering] = at;
        state.basicWeight[at] = weight;
    }

    private void release(int row, double change, double weight) {
        state.activity[row] += change;
        state.rowPlace[row] = NONE;
        state.rowWeight[row] = Math.max(1, weight);
    }

    /** The last places among basic columns and tight rows take those that have become free. */
    private void moveLast(int columnAt, int last) {
        if (columnAt != last) {
            state.basic[columnAt] = state.basic[last];
            state.columnPlace[state.basic[columnAt]] = columnAt;
            state.basicWeight[columnAt] = state.basicWeight[last];
        }
        if (place != last) {
            state.tight[place] = state.tight[last];
            state.rowPlace[state.tight[place]] = place;
        }
    }
}
