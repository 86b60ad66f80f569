package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * How far one number of a programme can change, all others as they are, before the optimal basis does: as long as a bound
 * stays within its range the prices stay what they are and the plan changes linearly; as long as a coefficient of the
 * objective stays within its range the plan stays what it is (V. Chvátal, Linear Programming, 1983, chapter 10).
 *
 * <p>Where the plan is degenerate several bases belong to it, and the ranges are those of one. A range may then end at the
 * bound itself, and the price holds on one side only: {@link #rowPrice} and {@link #columnPrice} give it for both. Computed
 * when asked for, by one or two solves with the factors of the basis.
 */
public final class SensitivityRanges implements BoundRanges {

    /** How near a bound a value counts as being at it, relative to 1 + |bound|, in scaled units. */
    private static final double AT_BOUND = 1e-10;

    private static final double SMALLEST_PIVOT = 1e-10;
    private static final double ROUNDING = 0x1p-46;

    /**
     * From where to where.
     *
     * @param from least value, or −∞
     * @param to largest value, or +∞
     */
    public record Range(double from, double to) {}

    private final ScaledProgramme scaled;
    private final SimplexState state;
    private final OneSidedPrices oneSided;

    private SensitivityRanges(LinearProgramme programme, LinearSolution solution, Basis basis) {
        scaled = new ScaledProgramme(programme);
        state = new SimplexState(scaled);
        state.startWith(basis);
        state.refactor();
        new BasicSolution(state).refine(state.x);
        oneSided = new OneSidedPrices(programme, solution, basis);
    }

    /**
     * The ranges of an optimal solution; costs one factorisation.
     *
     * @param programme what was solved
     * @param solution its optimal solution by a simplex method
     * @return the ranges
     * @throws IllegalArgumentException if the solution is not optimal or has no basis
     */
    public static SensitivityRanges of(LinearProgramme programme, LinearSolution solution) {
        if (solution.status() != ProgrammeStatus.OPTIMAL) {
            throw new IllegalArgumentException(
                    "The solution is " + solution.status() + "; ranges belong to an OPTIMAL one.");
        }
        Basis basis = solution.basis()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The solution has no basis. Maybe solve again from what is known with RevisedSimplex."));
        return new SensitivityRanges(programme, solution, basis);
    }

    @Override
    public Range rowLower(int row) {
        return bound(scaled.columns + row, false);
    }

    @Override
    public Range rowUpper(int row) {
        return bound(scaled.columns + row, true);
    }

    @Override
    public Range columnLower(int column) {
        return bound(column, false);
    }

    @Override
    public Range columnUpper(int column) {
        return bound(column, true);
    }

    private synchronized Range bound(int j, boolean isUpper) {
        boolean isEquation = scaled.lower[j] == scaled.upper[j];
        boolean holds = state.place[j] == (isUpper ? Place.UPPER : Place.LOWER) || (isEquation && isNonbasic(j));
        double value = scaled.unscaledValue(j, state.x[j]);
        if (isEquation && !holds) {
            // Its value is basic and cannot move with the bounds: of another height this basis does not know anything.
            return new Range(value, value);
        }
        if (!holds) {
            return isUpper ? new Range(value, Double.POSITIVE_INFINITY) : new Range(Double.NEGATIVE_INFINITY, value);
        }
        double[] room = room(j);
        double from = moved(state.x[j], -room[0]);
        double to = moved(state.x[j], room[1]);
        if (!isEquation) {
            // Beyond the other bound there would be nothing left between the two.
            from = isUpper ? Math.max(from, scaled.lower[j]) : from;
            to = isUpper ? to : Math.min(to, scaled.upper[j]);
        }
        return new Range(scaled.unscaledValue(j, from), scaled.unscaledValue(j, to));
    }

    /** A sum that is 0 but for rounding is 0. */
    private static double moved(double value, double by) {
        double sum = value + by;
        return Math.abs(sum) <= ROUNDING * Math.abs(value) ? 0 : sum;
    }

    private boolean isNonbasic(int j) {
        return state.place[j] != Place.BASIC;
    }

    /** How far a nonbasic variable can move down and up before a basic one meets a bound. */
    private double[] room(int variable) {
        state.computeTableauColumn(variable);
        double[] room = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int k = 0; k < state.rows; k++) {
            double pivot = state.tableauColumn[k];
            if (Math.abs(pivot) > SMALLEST_PIVOT) {
                int j = state.basic[k];
                double below = distance(state.x[j], scaled.lower[j]) / Math.abs(pivot);
                double above = distance(state.x[j], scaled.upper[j]) / Math.abs(pivot);
                // Moving up by t moves the basic variable by −t · pivot.
                room[0] = Math.min(room[0], pivot > 0 ? above : below);
                room[1] = Math.min(room[1], pivot > 0 ? below : above);
            }
        }
        return room;
    }

    private static double distance(double value, double bound) {
        double distance = Math.abs(value - bound);
        boolean isAtBound = Double.isFinite(bound) && distance <= AT_BOUND * (1 + Math.abs(bound));
        return isAtBound ? 0 : distance;
    }

    /**
     * Within which c_j the plan stays optimal.
     *
     * @param column j, from 0
     * @return a range that holds c_j
     */
    public synchronized Range objective(int column) {
        double[] room = isNonbasic(column) ? roomOfNonbasicCost(column) : roomOfBasicCost(column);
        double own = scaled.cost[column];
        double one = scaled.unscaledCost(column, own - room[0]);
        double other = scaled.unscaledCost(column, own + room[1]);
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    private double[] roomOfNonbasicCost(int j) {
        double infinite = Double.POSITIVE_INFINITY;
        if (scaled.lower[j] == scaled.upper[j]) {
            return new double[] {infinite, infinite};
        }
        double slack = Math.abs(state.d[j]) <= AT_BOUND ? 0 : Math.abs(state.d[j]);
        return switch (state.place[j]) {
            case LOWER -> new double[] {slack, infinite};
            case UPPER -> new double[] {infinite, slack};
            default -> new double[] {0, 0};
        };
    }

    private double[] roomOfBasicCost(int column) {
        int position = 0;
        while (state.basic[position] != column) {
            position++;
        }
        state.computeTableauRow(position);
        double[] room = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int j = 0; j < state.variables; j++) {
            double pivot = state.tableauRow[j];
            boolean canMove = isNonbasic(j) && scaled.lower[j] != scaled.upper[j];
            if (canMove && Math.abs(pivot) > SMALLEST_PIVOT) {
                // Raising the cost by t changes d_j by −t · pivot, which must keep its sign.
                double slack = (Math.abs(state.d[j]) <= AT_BOUND ? 0 : Math.abs(state.d[j])) / Math.abs(pivot);
                boolean fallsToZero = state.place[j] == Place.UPPER ? pivot < 0 : pivot > 0;
                room[1] = fallsToZero || state.place[j] == Place.FREE ? Math.min(room[1], slack) : room[1];
                room[0] = !fallsToZero || state.place[j] == Place.FREE ? Math.min(room[0], slack) : room[0];
            }
        }
        return room;
    }

    /**
     * Whether a basic variable is at one of its bounds, so that other bases belong to the same plan and prices may not be the
     * only ones.
     *
     * @return true if the plan is degenerate
     */
    public boolean isDegenerate() {
        return Arrays.stream(state.basic)
                .anyMatch(
                        j -> distance(state.x[j], scaled.lower[j]) == 0 || distance(state.x[j], scaled.upper[j]) == 0);
    }

    /**
     * Whether other plans may be as good: a variable that could move has a reduced cost of 0.
     *
     * @return false if the plan is the only optimum
     */
    public boolean mayHaveOtherOptima() {
        for (int j = 0; j < state.variables; j++) {
            boolean canMove = isNonbasic(j) && scaled.lower[j] != scaled.upper[j];
            if (canMove && Math.abs(state.d[j]) <= AT_BOUND) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the best objective changes by for each unit that the bound which holds a row is moved, down and up. Where the
     * range of the price goes on to both sides this is its price twice; else it takes solves near by.
     *
     * @param row i, from 0
     * @param options for the solves near by
     * @return the price below and above; 0 where no bound holds the row
     */
    public synchronized OneSidedPrice rowPrice(int row, ProgrammeOptions options) {
        return price(BoundKind.ROW_LOWER, BoundKind.ROW_UPPER, scaled.columns + row, row, options);
    }

    /**
     * What the best objective changes by for each unit that the bound which holds a column is moved, down and up.
     *
     * @param column j, from 0
     * @param options for the solves near by
     * @return the price below and above; 0 where no bound holds the column
     */
    public synchronized OneSidedPrice columnPrice(int column, ProgrammeOptions options) {
        return price(BoundKind.COLUMN_LOWER, BoundKind.COLUMN_UPPER, column, column, options);
    }

    private OneSidedPrice price(BoundKind lower, BoundKind upper, int j, int number, ProgrammeOptions options) {
        boolean isAtLower = distance(state.x[j], scaled.lower[j]) == 0;
        boolean isAtUpper = distance(state.x[j], scaled.upper[j]) == 0;
        if (!isAtLower && !isAtUpper) {
            return new OneSidedPrice(0, 0);
        }
        boolean isUpper = isAtUpper && state.place[j] != Place.LOWER;
        BoundKind kind = isUpper ? upper : lower;
        Range range = bound(j, isUpper);
        double value = scaled.unscaledValue(j, state.x[j]);
        boolean isEquation = scaled.lower[j] == scaled.upper[j];
        return oneSided.of(kind, isEquation, number, range.from() < value, range.to() > value, options);
    }
}
