package org.leontief.optimisation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.leontief.optimisation.Basis.Place;

/**
 * The primal simplex method with bounds on both sides: the basis is feasible all the time, and variables that make the
 * objective better come in until none is left. Which one is decided by reference weights (P. M. J. Harris, "Pivot selection
 * methods of the Devex LP code", Mathematical Programming 5, 1973).
 */
final class PrimalSimplex {

    private static final double PIVOT_AGREEMENT = 1e-7;
    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double LARGEST_WEIGHT = 1e8;
    private static final int MOST_TROUBLES = 200;
    /** After so many steps of no length, bounds are moved apart. */
    private static final int STANDSTILL = 30;

    private final SimplexState state;
    private final SimplexClock clock;
    private final double primalTolerance;
    private final double dualTolerance;
    private final boolean mayMoveBounds;
    private final double[] weight;
    private final boolean[] isBanned;
    private final SplittableRandom random = new SplittableRandom(1939);
    private boolean anyBanned;
    private int troubles;
    private int stepsOfNoLength;
    private int entering = -1;
    private int direction;
    /** The position that blocks; −1 if the entering variable goes to its other bound, −2 if nothing blocks. */
    private int blocking;

    private double length;

    PrimalSimplex(
            SimplexState state,
            SimplexClock clock,
            double primalTolerance,
            double dualTolerance,
            boolean mayMoveBounds) {
        this.state = state;
        this.clock = clock;
        this.primalTolerance = primalTolerance;
        this.dualTolerance = dualTolerance;
        this.mayMoveBounds = mayMoveBounds;
        weight = new double[state.variables];
        isBanned = new boolean[state.variables];
        Arrays.fill(weight, 1);
    }

    /** Goes on until the basis is optimal. The basis must be factored and feasible. */
    PhaseEnd run() {
        while (true) {
            if (state.inverse.isWorthFactoring()) {
                state.refactor();
            }
            if (state.inverse.exchanges() == 0 && !state.isPrimalFeasible(2 * primalTolerance)) {
                return PhaseEnd.INFEASIBLE_AGAIN;
            }
            chooseEntering();
            if (entering < 0) {
                if (state.inverse.exchanges() > 0) {
                    state.refactor();
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

    /** Leaves the variable out with which the method ended without end: what it seemed to prove is owed to rounding. */
    void ban() {
        isBanned[entering] = true;
        anyBanned = true;
    }

    /** The direction in which nothing blocks: how all variables move. */
    double[] ray() {
        double[] ray = new double[state.variables];
        ray[entering] = direction;
        for (int k = 0; k < state.rows; k++) {
            ray[state.basic[k]] = -direction * state.tableauColumn[k];
        }
        return ray;
    }

    private void chooseEntering() {
        entering = -1;
        double most = 0;
        for (int j = 0; j < state.variables; j++) {
            double infeasibility = state.dualInfeasibility(j);
            if (infeasibility > dualTolerance && !isBanned[j]) {
                double merit = infeasibility * infeasibility / weight[j];
                if (merit > most) {
                    most = merit;
                    entering = j;
                }
            }
        }
    }

    private PhaseEnd iterate() {
        state.computeTableauColumn(entering);
        direction = state.d[entering] < 0 ? 1 : -1;
        block();
        if (blocking == -2) {
            if (state.inverse.exchanges() > 0) {
                state.refactor();
                return PhaseEnd.REACHED;
            }
            return PhaseEnd.WITHOUT_END;
        }
        double measure = Math.abs(state.d[entering]);
        if (blocking == -1) {
            state.move(entering, direction * length);
            state.rest(entering, direction > 0 ? Place.UPPER : Place.LOWER);
        } else if (!step()) {
            return ++troubles > MOST_TROUBLES ? PhaseEnd.TROUBLE : PhaseEnd.REACHED;
        }
        return clock.tick("primal simplex", measure) ? PhaseEnd.REACHED : PhaseEnd.STOPPED;
    }

    /** The ratio test in two passes, the second of which takes the largest pivot that blocks within the tolerance. */
    private void block() {
        double furthest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < state.rows; k++) {
            double pivot = direction * state.tableauColumn[k];
            if (Math.abs(pivot) > SMALLEST_PIVOT) {
                double room = room(k, pivot);
                furthest = Math.min(furthest, (room + allowance(k, pivot)) / Math.abs(pivot));
            }
        }
        blocking = -2;
        double largest = 0;
        for (int k = 0; k < state.rows; k++) {
            double pivot = direction * state.tableauColumn[k];
            double size = Math.abs(pivot);
            boolean blocks = size > SMALLEST_PIVOT && Double.isFinite(furthest) && room(k, pivot) / size <= furthest;
            if (blocks && size > largest) {
                largest = size;
                blocking = k;
            }
        }
        length = blocking < 0
                ? Double.POSITIVE_INFINITY
                : Math.max(0, room(blocking, direction * state.tableauColumn[blocking]) / largest);
        double range = state.upper[entering] - state.lower[entering];
        if (range <= length && Double.isFinite(range)) {
            blocking = -1;
            length = range;
        }
    }

    /** How far the variable at a position is from the bound that it moves to. */
    private double room(int position, double pivot) {
        int j = state.basic[position];
        return pivot > 0 ? state.x[j] - state.lower[j] : state.upper[j] - state.x[j];
    }

    private double allowance(int position, double pivot) {
        int j = state.basic[position];
        double bound = pivot > 0 ? state.lower[j] : state.upper[j];
        return Double.isInfinite(bound) ? 0 : primalTolerance * (1 + Math.abs(bound));
    }

    /** False if the pivot could not be trusted; then nothing has changed but the factors. */
    private boolean step() {
        double pivot = state.tableauColumn[blocking];
        state.computeTableauRow(blocking);
        double difference = Math.abs(pivot - state.tableauRow[entering]);
        if (!(difference <= PIVOT_AGREEMENT * (1 + Math.abs(pivot)))) {
            if (state.inverse.exchanges() > 0) {
                state.refactor();
            } else {
                ban();
            }
            return false;
        }
        int leaving = state.basic[blocking];
        Place leavingTo = direction * pivot > 0 ? Place.LOWER : Place.UPPER;
        updateWeights(leaving, pivot);
        state.updateReducedCosts(blocking, entering);
        state.move(entering, direction * length);
        if (length == 0) {
            keepWhereItIs(leaving, leavingTo);
        }
        state.exchange(blocking, entering, leavingTo);
        if (length > 0) {
            stepsOfNoLength = 0;
        } else if (++stepsOfNoLength >= STANDSTILL && mayMoveBounds) {
            stepsOfNoLength = 0;
            moveBoundsApart();
        }
        if (anyBanned) {
            Arrays.fill(isBanned, false);
            anyBanned = false;
        }
        return true;
    }

    /** A variable that was beyond its bound within the tolerance takes the bound along, so that no step goes back. */
    private void keepWhereItIs(int leaving, Place leavingTo) {
        double value = state.x[leaving];
        if (leavingTo == Place.LOWER && value < state.lower[leaving]) {
            state.lower[leaving] = value;
            state.boundsDiffer = true;
        } else if (leavingTo == Place.UPPER && value > state.upper[leaving]) {
            state.upper[leaving] = value;
            state.boundsDiffer = true;
        }
    }

    private void updateWeights(int leaving, double pivot) {
        double reference = weight[entering];
        double largest = 0;
        for (int j = 0; j < state.variables; j++) {
            if (state.place[j] != Place.BASIC && state.tableauRow[j] != 0) {
                double factor = state.tableauRow[j] / pivot;
                weight[j] = Math.max(weight[j], factor * factor * reference);
                largest = Math.max(largest, weight[j]);
            }
        }
        weight[leaving] = Math.max(reference / (pivot * pivot), 1);
        if (largest > LARGEST_WEIGHT) {
            Arrays.fill(weight, 1);
        }
    }

    /** Ties among blocking variables are broken by moving the bounds of basic variables outward, each by its own amount. */
    private void moveBoundsApart() {
        for (int j : state.basic) {
            double by = 100 * primalTolerance * (1 + random.nextDouble());
            if (Double.isFinite(state.lower[j])) {
                state.lower[j] -= by * (1 + Math.abs(state.lower[j]));
            }
            if (Double.isFinite(state.upper[j])) {
                state.upper[j] += by * (1 + Math.abs(state.upper[j]));
            }
        }
        state.boundsDiffer = true;
    }
}
