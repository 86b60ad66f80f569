package org.leontief.optimisation;

import static org.leontief.optimisation.BoxedState.NONE;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * max c·z subject to l ≤ G z ≤ u and 0 ≤ z ≤ 1 by the dual simplex method, for few rows beside the columns, or rows that are
 * added as they are violated. Since every column has two bounds, the slack basis is dual feasible from the start; steps are
 * long ({@link LongStep}) and the leaving variable is chosen by steepest edges (Forrest and Goldfarb 1992, Mathematical
 * Programming 57).
 */
final class BoxedSimplex {

    /** Why it ended. */
    enum End {
        OPTIMAL,
        /** The price of a violated bound could rise for ever: {@link #clash()}. */
        INFEASIBLE,
        LIMIT,
        STOPPED,
        /** The working basis cannot be told from a singular one. */
        SINGULAR
    }

    /** Coefficients below this are rounding: rows have norm 1 and columns a range of 1. */
    private static final double NOTHING = 1e-11;

    private static final int BETWEEN_RENEWALS = 64;

    private final BoxedState state;
    private final BoxedRenewal renewal;
    private final double tolerance;
    private final LongStep step = new LongStep();
    private long pivots;
    private boolean isClashing;
    private double[] clash = new double[0];

    /** A programme without rows, at its best corner. The cost is that of a unit of z, largest |c| about 1. */
    BoxedSimplex(double[] cost, double tolerance, int threads) {
        state = new BoxedState(cost, threads);
        renewal = new BoxedRenewal(state);
        this.tolerance = tolerance;
    }

    int rows() {
        return state.g.rows();
    }

    int tightRows() {
        return state.inverse.size();
    }

    long pivots() {
        return pivots;
    }

    /** A row that is not yet tight. */
    void addRow(double[] coefficients, double low, double high) {
        state.addRow(coefficients, low, high);
    }

    double value(int column) {
        return state.z[column];
    }

    double price(int row) {
        return state.isTight(row) ? state.price[row] : 0;
    }

    double reducedCost(int column) {
        return state.reduced[column];
    }

    boolean isBasic(int column) {
        return state.isBasic(column);
    }

    boolean isAtUpper(int column) {
        return state.atUpper[column];
    }

    boolean isTight(int row) {
        return state.isTight(row);
    }

    boolean isRowAtUpper(int row) {
        return state.rowAtUpper[row];
    }

    /** How all columns move with one that is not basic, by so much, while the tight rows stay as they are. */
    double[] ray(int column, double by) {
        return state.ray(column, by);
    }

    /** Multipliers of the rows that no z can satisfy together, after {@link End#INFEASIBLE}. */
    double[] clash() {
        return clash;
    }

    /** Takes the perturbation out; columns whose reduced cost changes its sign go to their other bound. */
    void withTrueCost() {
        renewal.withTrueCost();
    }

    /** Goes on from where it stands until the rows that it knows are kept. */
    End solve(long pivotLimit, BooleanSupplier proceed) {
        renewal.renew();
        while (true) {
            if (pivots >= pivotLimit) {
                return End.LIMIT;
            }
            if (!proceed.getAsBoolean()) {
                return End.STOPPED;
            }
            if (state.sinceRenewal >= BETWEEN_RENEWALS && !renewal.renew()) {
                return End.SINGULAR;
            }
            int leaving = leaving();
            if (leaving == NONE) {
                if (state.sinceRenewal > 0) {
                    if (!renewal.renew()) {
                        return End.SINGULAR;
                    }
                    continue;
                }
                return End.OPTIMAL;
            }
            if (!pivot(leaving)) {
                if (isClashing) {
                    return End.INFEASIBLE;
                }
                if (!renewal.renewFactors()) {
                    return End.SINGULAR;
                }
            }
        }
    }

    /** The variable furthest outside in the steepest-edge norm, or NONE. */
    private int leaving() {
        int best = NONE;
        double most = 0;
        for (int p = 0; p < state.inverse.size(); p++) {
            double off = Math.max(-state.z[state.basic[p]], state.z[state.basic[p]] - 1);
            if (off > tolerance && off * off > most * state.basicWeight[p]) {
                most = off * off / state.basicWeight[p];
                best = state.basic[p];
            }
        }
        for (int i = 0; i < state.g.rows(); i++) {
            double off = state.isTight(i)
                    ? 0
                    : Math.max(state.lower[i] - state.activity[i], state.activity[i] - state.upper[i]);
            if (off > tolerance && off * off > most * state.rowWeight[i]) {
                most = off * off / state.rowWeight[i];
                best = state.n + i;
            }
        }
        return best;
    }

    /** One pivot. False if the row clashes with the others, or if the factors are too old to be trusted. */
    private boolean pivot(int leaving) {
        int k = state.inverse.size();
        boolean rowLeaves = state.isRow(leaving);
        int row = leaving - state.n;
        double value = rowLeaves ? state.activity[row] : state.z[leaving];
        double low = rowLeaves ? state.lower[row] : 0;
        double high = rowLeaves ? state.upper[row] : 1;
        boolean toUpper = value > high;
        double slope = toUpper ? value - high : low - value;
        double sign = toUpper ? 1 : -1;

        double[] left = new double[k];
        tableauRow(leaving, left);
        collect(sign, left);
        // What is left within the tolerance is no violation: flips that just suffice may fall short by their rounding.
        if (!step.choose(slope - tolerance * Math.max(1, slope))) {
            if (state.sinceRenewal == 0) {
                isClashing = true;
                clash = clash(leaving, sign, left);
            }
            return false;
        }
        int entering = step.entering();
        double pivot = state.isRow(entering) ? left[state.rowPlace[entering - state.n]] : state.alpha[entering];
        BoxedExchange exchange = new BoxedExchange(state, step, leaving, toUpper, left, entering, pivot);
        if (!exchange.isPivotConfirmed() && state.sinceRenewal > 0) {
            return false;
        }
        exchange.carryOut();
        pivots++;
        state.sinceRenewal++;
        return true;
    }

    private double[] clash(int leaving, double sign, double[] left) {
        double[] multipliers = new double[state.g.rows()];
        for (int t = 0; t < left.length; t++) {
            multipliers[state.tight[t]] = -sign * left[t];
        }
        if (state.isRow(leaving)) {
            multipliers[leaving - state.n] = sign;
        }
        return multipliers;
    }

    /** left: the leaving variable in the tight rows; alpha: in the columns. */
    private void tableauRow(int leaving, double[] left) {
        int k = left.length;
        int[] which = Arrays.copyOf(state.tight, k + 1);
        double[] factor = new double[k + 1];
        int count = k;
        if (state.isRow(leaving)) {
            int row = leaving - state.n;
            double[] inBasis = new double[k];
            for (int p = 0; p < k; p++) {
                inBasis[p] = state.g.get(row, state.basic[p]);
            }
            state.inverse.multiplyLeft(inBasis, left);
            which[k] = row;
            factor[k] = 1;
            count++;
        } else {
            state.inverse.row(state.columnPlace[leaving], left);
        }
        for (int t = 0; t < k; t++) {
            factor[t] = -left[t];
        }
        state.g.combine(which, factor, count, state.alpha);
    }

    private void collect(double sign, double[] left) {
        step.clear();
        for (int j = 0; j < state.n; j++) {
            double rate = sign * state.alpha[j];
            if (!state.isBasic(j) && (state.atUpper[j] ? rate > NOTHING : rate < -NOTHING)) {
                step.add(j, state.atUpper[j] ? Math.max(0, state.reduced[j]) : Math.min(0, state.reduced[j]), rate, 1);
            }
        }
        for (int t = 0; t < left.length; t++) {
            int i = state.tight[t];
            double rate = sign * left[t];
            if (state.lower[i] < state.upper[i] && (state.rowAtUpper[i] ? rate > NOTHING : rate < -NOTHING)) {
                step.add(
                        state.n + i,
                        state.rowAtUpper[i] ? Math.max(0, state.price[i]) : Math.min(0, state.price[i]),
                        rate,
                        state.upper[i] - state.lower[i]);
            }
        }
    }
}
