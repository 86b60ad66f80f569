package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * The dual simplex method with bounds on both sides: the basis is dual feasible all the time, and infeasible variables leave
 * until none is left. Which one leaves is decided by steepest edges (J. J. Forrest and D. Goldfarb, "Steepest-edge simplex
 * algorithms for linear programming", Mathematical Programming 57, 1992).
 */
final class DualSimplex {

    /** Two computations of one pivot may differ by this, relative to its size. */
    private static final double PIVOT_AGREEMENT = 1e-7;

    private static final double SMALLEST_WEIGHT = 1e-6;
    private static final int MOST_TROUBLES = 200;

    private final SimplexState state;
    private final SimplexClock clock;
    private final double primalTolerance;
    private final double dualTolerance;
    private final DualStepLength stepLength;
    private final double[] weight;
    private final boolean[] isBanned;
    private final double[] work;
    private final double[] byPosition;
    private boolean anyBanned;
    private int troubles;
    private int leavingPosition = -1;

    DualSimplex(SimplexState state, SimplexClock clock, double primalTolerance, double dualTolerance) {
        this.state = state;
        this.clock = clock;
        this.primalTolerance = primalTolerance;
        this.dualTolerance = dualTolerance;
        stepLength = new DualStepLength(state);
        weight = new double[state.rows];
        isBanned = new boolean[state.rows];
        work = new double[state.rows];
        byPosition = new double[state.rows];
        Arrays.fill(weight, 1);
    }

    /** Goes on until the basis is feasible. The basis must be factored and dual feasible. */
    PhaseEnd run() {
        while (true) {
            if (state.inverse.isWorthFactoring()) {
                refactor();
            }
            leavingPosition = leaving();
            if (leavingPosition < 0) {
                if (state.inverse.exchanges() > 0) {
                    refactor();
                    continue;
                }
                return anyBanned ? PhaseEnd.TROUBLE : PhaseEnd.REACHED;
            }
            PhaseEnd end = iterate();
            if (end != PhaseEnd.REACHED) {
                return end;
            }
        }
    }

    /** Leaves the position out at which the method ended without end: what it seemed to prove is owed to rounding. */
    void ban() {
        isBanned[leavingPosition] = true;
        anyBanned = true;
    }

    /** The position at which the method ended. */
    int leavingPosition() {
        return leavingPosition;
    }

    private void refactor() {
        state.refactor();
        makeDualFeasible();
    }

    /** Variables with two bounds change to the other one; the costs of others are shifted. */
    void makeDualFeasible() {
        boolean moved = false;
        for (int j = 0; j < state.variables; j++) {
            double infeasibility = state.dualInfeasibility(j);
            if (infeasibility > 0) {
                boolean isBoxed = Double.isFinite(state.lower[j]) && Double.isFinite(state.upper[j]);
                if (isBoxed && infeasibility > dualTolerance) {
                    state.rest(j, state.place[j] == Place.LOWER ? Place.UPPER : Place.LOWER);
                    moved = true;
                } else {
                    state.shiftCost(j, 0);
                }
            }
        }
        if (moved) {
            state.computeValues();
        }
    }

    private int leaving() {
        int best = -1;
        double most = 0;
        for (int k = 0; k < state.rows; k++) {
            int j = state.basic[k];
            double violation = state.violation(j);
            if (violation != 0 && Math.abs(violation) > state.allowed(j, primalTolerance) && !isBanned[k]) {
                double merit = violation * violation / weight[k];
                if (merit > most) {
                    most = merit;
                    best = k;
                }
            }
        }
        return best;
    }

    private PhaseEnd iterate() {
        int position = leavingPosition;
        int leaving = state.basic[position];
        double infeasibility = state.violation(leaving);
        state.computeTableauRow(position);
        int entering = stepLength.entering(infeasibility, state.allowed(leaving, primalTolerance), dualTolerance);
        if (entering < 0) {
            if (state.inverse.exchanges() > 0) {
                refactor();
                return PhaseEnd.REACHED;
            }
            return PhaseEnd.WITHOUT_END;
        }
        state.computeTableauColumn(entering);
        double pivot = state.tableauColumn[position];
        double difference = Math.abs(pivot - state.tableauRow[entering]);
        if (!(difference <= PIVOT_AGREEMENT * (1 + Math.abs(pivot))) || Math.abs(pivot) < 1e-10) {
            return distrust(position);
        }
        step(position, entering, infeasibility < 0 ? Place.LOWER : Place.UPPER);
        return clock.tick("dual simplex", Math.abs(infeasibility)) ? PhaseEnd.REACHED : PhaseEnd.STOPPED;
    }

    private PhaseEnd distrust(int position) {
        if (state.inverse.exchanges() > 0) {
            refactor();
        } else {
            isBanned[position] = true;
            anyBanned = true;
        }
        return ++troubles > MOST_TROUBLES ? PhaseEnd.TROUBLE : PhaseEnd.REACHED;
    }

    private void step(int position, int entering, Place leavingTo) {
        int leaving = state.basic[position];
        updateWeights(position);
        flip();
        if (state.dualInfeasibility(entering) > 0) {
            state.shiftCost(entering, 0);
        }
        state.updateReducedCosts(position, entering);
        keepDualFeasible(entering);
        double bound = leavingTo == Place.LOWER ? state.lower[leaving] : state.upper[leaving];
        state.move(entering, (state.x[leaving] - bound) / state.tableauColumn[position]);
        state.exchange(position, entering, leavingTo);
        if (anyBanned) {
            Arrays.fill(isBanned, false);
            anyBanned = false;
        }
    }

    private void updateWeights(int position) {
        System.arraycopy(state.inverseRow, 0, work, 0, state.rows);
        double own = 0;
        for (double entry : work) {
            own += entry * entry;
        }
        state.inverse.solve(work, byPosition);
        double[] column = state.tableauColumn;
        double pivot = column[position];
        for (int k = 0; k < state.rows; k++) {
            if (column[k] != 0 && k != position) {
                double factor = column[k] / pivot;
                double updated = weight[k] - 2 * factor * byPosition[k] + factor * factor * own;
                weight[k] = Math.max(updated, SMALLEST_WEIGHT);
            }
        }
        weight[position] = Math.max(own / (pivot * pivot), SMALLEST_WEIGHT);
    }

    private void flip() {
        if (stepLength.flips() == 0) {
            return;
        }
        Arrays.fill(work, 0);
        for (int k = 0; k < stepLength.flips(); k++) {
            int j = stepLength.flipped(k);
            double before = state.x[j];
            state.rest(j, state.place[j] == Place.LOWER ? Place.UPPER : Place.LOWER);
            state.programme.addColumn(work, j, before - state.x[j]);
        }
        state.inverse.solve(work, byPosition);
        for (int k = 0; k < state.rows; k++) {
            state.x[state.basic[k]] += byPosition[k];
        }
    }

    /** Reduced costs that have passed 0 within the tolerance are shifted back to it. */
    private void keepDualFeasible(int entering) {
        for (int j = 0; j < state.variables; j++) {
            if (state.tableauRow[j] != 0 && j != entering && state.dualInfeasibility(j) > 0) {
                state.shiftCost(j, 0);
            }
        }
    }
}
