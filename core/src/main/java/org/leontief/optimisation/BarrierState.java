package org.leontief.optimisation;

import java.util.Arrays;

/**
 * Where an interior-point method stands: a plan z, for each bound of a quantity how much room is left and what the bound is worth,
 * both above 0, and the Newton steps to less of their products. Where both bounds are one number there is no room, and a price
 * without a sign is found by proximal steps.
 */
final class BarrierState {

    /** Centring of the first point. */
    private static final double FIRST = 0.1;

    /** Room at the start where a bound is overstepped, in its unit. */
    private static final double LEAST_ROOM = 0.1;

    /** How little the price of an equation resists; its inverse holds the equation. */
    private static final double PROXIMAL = 1e-6;

    private static final int LOWER = 0;
    private static final int UPPER = 1;

    private final LimitedQuantities quantities;
    private final double[] cost;
    private final int size;
    private double[] z;
    private double[] g;
    /** By side and quantity: what is left, and what the bound is worth. */
    private final double[][] room = new double[2][];

    private final double[][] worth = new double[2][];
    private final boolean[][] isBounded = new boolean[2][];
    private final boolean[] isEquation;
    private final double[] price;
    private int bounds;

    /** Begins at a plan, and takes the units of quantities from there. */
    BarrierState(LimitedQuantities quantities, double[] cost, double[] start) {
        this.quantities = quantities;
        this.cost = cost;
        size = quantities.size;
        z = start.clone();
        g = quantities.values(z);
        quantities.setUnits(g);
        isEquation = new boolean[size];
        price = new double[size];
        for (int side = LOWER; side <= UPPER; side++) {
            room[side] = new double[size];
            worth[side] = new double[size];
            isBounded[side] = new boolean[size];
        }
        for (int r = 0; r < size; r++) {
            isEquation[r] = quantities.lower[r] == quantities.upper[r];
            for (int side = LOWER; side <= UPPER; side++) {
                isBounded[side][r] = !isEquation[r] && Double.isFinite(bound(side, r));
                if (isBounded[side][r]) {
                    room[side][r] = Math.max(LEAST_ROOM, toBound(side, r, g[r]));
                    room[side][r] = r < quantities.varying ? toBound(side, r, g[r]) : room[side][r];
                    worth[side][r] = FIRST / room[side][r];
                    bounds++;
                }
            }
        }
    }

    private double bound(int side, int r) {
        return side == LOWER ? quantities.lower[r] : quantities.upper[r];
    }

    private double toBound(int side, int r, double value) {
        return side == LOWER ? value - quantities.lower[r] : quantities.upper[r] - value;
    }

    double[] plan() {
        return z.clone();
    }

    /** By how much the largest violation of a bound or equation is, in units. */
    double violation() {
        double most = 0;
        for (int r = 0; r < size; r++) {
            most = Math.max(most, Math.max(quantities.lower[r] - g[r], g[r] - quantities.upper[r]));
        }
        return most;
    }

    int bounds() {
        return bounds;
    }

    /** What one more of each quantity costs: worth of the upper bound less that of the lower. */
    double[] prices() {
        double[] prices = new double[size];
        for (int r = 0; r < size; r++) {
            prices[r] = isEquation[r] ? price[r] : worth[UPPER][r] - worth[LOWER][r];
        }
        return prices;
    }

    /** Average product of room and worth. */
    double complementarity() {
        return bounds == 0 ? 0 : products(Newton.none(size), 0, 0) / bounds;
    }

    private double products(Newton step, double ofRoom, double ofWorth) {
        double sum = 0;
        for (int side = LOWER; side <= UPPER; side++) {
            for (int r = 0; r < size; r++) {
                sum += (room[side][r] + ofRoom * step.room[side][r]) * (worth[side][r] + ofWorth * step.worth[side][r]);
            }
        }
        return sum;
    }

    /** The average product after a step. */
    double complementarity(Newton step, double ofRoom, double ofWorth) {
        return bounds == 0 ? 0 : products(step, ofRoom, ofWorth) / bounds;
    }

    /** How firmly each quantity is held. */
    double[] firmness() {
        double[] firmness = new double[size];
        for (int r = 0; r < size; r++) {
            firmness[r] = isEquation[r] ? 1 / PROXIMAL : 0;
            for (int side = LOWER; side <= UPPER; side++) {
                firmness[r] += isBounded[side][r] ? worth[side][r] / room[side][r] : 0;
            }
        }
        return firmness;
    }

    /** A step of everything. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Newton(double[] plan, double[] quantity, double[][] room, double[][] worth, double[] price) {

        static Newton none(int size) {
            return new Newton(
                    new double[0], new double[size], new double[2][size], new double[2][size], new double[size]);
        }
    }

    /** What is wanted of each product of room and worth: so much, less what the parts of an earlier step make of it. */
    private double wanted(int side, int r, double goal, Newton earlier) {
        return goal - room[side][r] * worth[side][r] - earlier.room[side][r] * earlier.worth[side][r];
    }

    /** How much the room of a bound is off what is left. */
    private double off(int side, int r) {
        return toBound(side, r, g[r]) - room[side][r];
    }

    /**
     * The right-hand side of the system for the plan of a step.
     *
     * @param gradient c − Gᵀ prices, so near as it is known
     * @param goal for the products
     * @param earlier whose second-order parts are made up for
     */
    double[] right(double[] gradient, double goal, Newton earlier) {
        double[] force = new double[size];
        for (int r = 0; r < size; r++) {
            force[r] = isEquation[r] ? (quantities.upper[r] - g[r]) / PROXIMAL : 0;
            for (int side = LOWER; side <= UPPER; side++) {
                if (isBounded[side][r]) {
                    double push = (wanted(side, r, goal, earlier) - worth[side][r] * off(side, r)) / room[side][r];
                    force[r] += side == LOWER ? push : -push;
                }
            }
        }
        double[] right = quantities.back(force);
        for (int c = 0; c < right.length; c++) {
            right[c] += gradient[c];
        }
        return right;
    }

    /** c − Gᵀ prices. */
    double[] gradient() {
        double[] gradient = quantities.back(prices());
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] = cost[c] - gradient[c];
        }
        return gradient;
    }

    /** What a step of the plan is for everything else. */
    Newton step(double[] dz, double goal, Newton earlier) {
        Newton step = new Newton(dz, quantities.along(dz), new double[2][size], new double[2][size], new double[size]);
        for (int r = 0; r < size; r++) {
            step.price[r] = isEquation[r] ? (step.quantity[r] - (quantities.upper[r] - g[r])) / PROXIMAL : 0;
            for (int side = LOWER; side <= UPPER; side++) {
                if (isBounded[side][r]) {
                    double along = side == LOWER ? step.quantity[r] : -step.quantity[r];
                    step.room[side][r] = along + off(side, r);
                    step.worth[side][r] =
                            (wanted(side, r, goal, earlier) - worth[side][r] * step.room[side][r]) / room[side][r];
                }
            }
        }
        return step;
    }

    /** How far rooms can go before one is used up; no more than 1. */
    double lengthOfRoom(Newton step) {
        return length(room, step.room);
    }

    double lengthOfWorth(Newton step) {
        return length(worth, step.worth);
    }

    private static double length(double[][] values, double[][] steps) {
        double length = 1;
        for (int side = LOWER; side <= UPPER; side++) {
            for (int r = 0; r < values[side].length; r++) {
                if (steps[side][r] < 0) {
                    length = Math.min(length, -values[side][r] / steps[side][r]);
                }
            }
        }
        return length;
    }

    /** Goes along a step. */
    void move(Newton step, double ofRoom, double ofWorth) {
        add(z, ofRoom, step.plan);
        g = quantities.values(z);
        add(price, ofWorth, step.price);
        for (int side = LOWER; side <= UPPER; side++) {
            add(room[side], ofRoom, step.room[side]);
            add(worth[side], ofWorth, step.worth[side]);
            for (int r = 0; r < size; r++) {
                // What is left is known better than by adding steps, once no bound is overstepped.
                double left = isBounded[side][r] ? toBound(side, r, g[r]) : 0;
                boolean isRounding = Math.abs(left - room[side][r]) <= 1e-3 * room[side][r];
                room[side][r] = left > 0 && isRounding ? left : room[side][r];
            }
        }
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += factor * values[c];
        }
    }

    /** c·z, the constant left out. */
    double objective() {
        return LimitedQuantities.dot(cost, z);
    }

    /** No plan within the box gains less. */
    double leastObjective() {
        return Arrays.stream(cost).map(value -> Math.min(0, value)).sum();
    }

    /** No plan gains more than this, whatever the prices are worth. */
    double bound() {
        double[] prices = prices();
        Arrays.fill(prices, 0, quantities.varying, 0);
        double[] reduced = quantities.back(prices);
        double bound = quantities.allowed(prices);
        for (int c = 0; c < reduced.length; c++) {
            bound += Math.max(0, cost[c] - reduced[c]);
        }
        return bound;
    }
}
