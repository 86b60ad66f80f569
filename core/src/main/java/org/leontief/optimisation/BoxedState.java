package org.leontief.optimisation;

import java.util.Arrays;

/**
 * Where {@link BoxedSimplex} stands: which rows are tight and which columns basic, the values of columns and rows, and their
 * prices. Variables are numbered: columns from 0, then rows from n. What is inverted is the working basis only: the tight rows
 * in the basic columns.
 */
final class BoxedState {

    static final int NONE = -1;

    private static final double PERTURBATION = 1e-7;
    private static final int FIRST_ROOM = 16;

    final int n;
    final int threads;
    final PanelRows g;
    /** The basic columns, each a row here, over all rows of G. */
    final PanelRows basicColumns;

    /** By row of G. */
    double[] lower = new double[FIRST_ROOM];

    double[] upper = new double[FIRST_ROOM];
    double[] activity = new double[FIRST_ROOM];
    double[] price = new double[FIRST_ROOM];
    double[] rowWeight = new double[FIRST_ROOM];
    /** Place among the tight rows, or NONE. */
    int[] rowPlace = new int[FIRST_ROOM];

    boolean[] rowAtUpper = new boolean[FIRST_ROOM];

    /** By column; the cost with a perturbation against ties. */
    final double[] cost;

    final double[] z;
    final double[] reduced;
    final boolean[] atUpper;
    /** Place among the basic columns, or NONE. */
    final int[] columnPlace;

    /** By place. */
    int[] tight = new int[FIRST_ROOM];

    int[] basic = new int[FIRST_ROOM];
    double[] basicWeight = new double[FIRST_ROOM];
    final WorkingInverse inverse;

    /** The leaving variable in the columns. */
    final double[] alpha;

    int sinceRenewal;

    private final double[] trueCost;

    /** A programme without rows, at its best corner. The cost is that of a unit of z, largest |c| about 1. */
    BoxedState(double[] cost, int threads) {
        n = cost.length;
        this.threads = threads;
        trueCost = cost;
        this.cost = new double[n];
        g = new PanelRows(n, threads);
        basicColumns = new PanelRows(0, threads);
        z = new double[n];
        reduced = new double[n];
        atUpper = new boolean[n];
        columnPlace = new int[n];
        alpha = new double[n];
        inverse = new WorkingInverse(threads);
        Arrays.fill(columnPlace, NONE);
        for (int j = 0; j < n; j++) {
            atUpper[j] = cost[j] > 0;
            z[j] = atUpper[j] ? 1 : 0;
            double shift = PERTURBATION * (0.5 + fraction(j));
            this.cost[j] = cost[j] + (atUpper[j] ? shift : -shift);
            reduced[j] = this.cost[j];
        }
    }

    /** From 0 to 1, the same for the same number on every machine, with no pattern. */
    private static double fraction(int j) {
        long mixed = (j + 1L) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (mixed >>> 11) * 0x1p-53;
    }

    void restoreCost() {
        System.arraycopy(trueCost, 0, cost, 0, n);
    }

    boolean isRow(int variable) {
        return variable >= n;
    }

    boolean isBasic(int column) {
        return columnPlace[column] != NONE;
    }

    boolean isTight(int row) {
        return rowPlace[row] != NONE;
    }

    /** The bound at which a tight row stands. */
    double held(int row) {
        return rowAtUpper[row] ? upper[row] : lower[row];
    }

    /** A row that is not yet tight. */
    void addRow(double[] coefficients, double low, double high) {
        int row = g.rows();
        makeRoomForRow(row);
        g.append(coefficients);
        basicColumns.widen(row + 1);
        for (int p = 0; p < inverse.size(); p++) {
            basicColumns.set(p, row, coefficients[basic[p]]);
        }
        lower[row] = low;
        upper[row] = high;
        rowPlace[row] = NONE;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += coefficients[j] * z[j];
        }
        activity[row] = sum;
        double[] inBasis = new double[inverse.size()];
        for (int p = 0; p < inBasis.length; p++) {
            inBasis[p] = coefficients[basic[p]];
        }
        double[] sigma = new double[inBasis.length];
        inverse.multiplyLeft(inBasis, sigma);
        rowWeight[row] = 1 + squares(sigma);
    }

    private void makeRoomForRow(int row) {
        if (row == lower.length) {
            int longer = 2 * row;
            lower = Arrays.copyOf(lower, longer);
            upper = Arrays.copyOf(upper, longer);
            activity = Arrays.copyOf(activity, longer);
            price = Arrays.copyOf(price, longer);
            rowWeight = Arrays.copyOf(rowWeight, longer);
            rowPlace = Arrays.copyOf(rowPlace, longer);
            rowAtUpper = Arrays.copyOf(rowAtUpper, longer);
        }
    }

    /** Room for so many tight rows and basic columns. */
    void makeRoomInBasis(int size) {
        if (size > tight.length) {
            tight = Arrays.copyOf(tight, 2 * size);
            basic = Arrays.copyOf(basic, 2 * size);
            basicWeight = Arrays.copyOf(basicWeight, 2 * size);
        }
    }

    static double squares(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum += entry * entry;
        }
        return sum;
    }

    /** How all columns move with one that is not basic, by so much, while the tight rows stay as they are. */
    double[] ray(int column, double by) {
        int k = inverse.size();
        double[] inTight = new double[k];
        for (int t = 0; t < k; t++) {
            inTight[t] = -by * g.get(tight[t], column);
        }
        double[] ofBasics = new double[k];
        inverse.multiply(inTight, ofBasics);
        double[] all = new double[n];
        all[column] = by;
        for (int p = 0; p < k; p++) {
            all[basic[p]] = ofBasics[p];
        }
        return all;
    }
}
