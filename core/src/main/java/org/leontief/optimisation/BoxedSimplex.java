package org.leontief.optimisation;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * max c·z subject to l ≤ G z ≤ u and 0 ≤ z ≤ 1 by the dual simplex method, for few rows beside the columns, or rows that are
 * added as they are violated. Since every column has two bounds, the slack basis is dual feasible from the start; steps are
 * long ({@link LongStep}) and the leaving variable is chosen by steepest edges (Forrest and Goldfarb 1992, Mathematical
 * Programming 57). What is inverted is the working basis only: the tight rows in the basic columns.
 */
final class BoxedSimplex {

    /** Why it ended. */
    enum End {
        OPTIMAL,
        /** The price of {@link #clashing} could rise for ever. */
        INFEASIBLE,
        LIMIT,
        STOPPED,
        /** The working basis cannot be told from a singular one. */
        SINGULAR
    }

    private static final int NONE = -1;
    /** Coefficients below this are rounding: rows have norm 1 and columns a range of 1. */
    private static final double NOTHING = 1e-11;

    private static final int BETWEEN_RENEWALS = 64;
    private static final double PERTURBATION = 1e-7;
    /** Distance between a pivot from its row and from its column that asks for fresh factors. */
    private static final double PIVOT_DRIFT = 1e-5;

    private final int n;
    private final int threads;
    private final double tolerance;
    private final double[] trueCost;
    private final double[] cost;
    private final PanelRows g;
    /** The basic columns, each a row here, over all rows of G. */
    private final PanelRows basicColumns;

    private double[] lower = new double[16];
    private double[] upper = new double[16];
    private double[] activity = new double[16];
    private double[] price = new double[16];
    private double[] rowWeight = new double[16];
    /** Place among the tight rows, or NONE. */
    private int[] rowPlace = new int[16];

    private boolean[] rowAtUpper = new boolean[16];
    private final double[] z;
    private final double[] reduced;
    private final boolean[] atUpper;
    private final int[] columnPlace;

    private int[] tight = new int[16];
    private int[] basic = new int[16];
    private double[] basicWeight = new double[16];
    private final WorkingInverse inverse;
    private final LongStep step = new LongStep();
    private final double[] alpha;
    private long pivots;
    private int sinceRenewal;
    private int clashing = NONE;
    private double[] clash = new double[0];

    /** A programme without rows, at its best corner. The cost is that of a unit of z, largest |c| about 1. */
    BoxedSimplex(double[] cost, double tolerance, int threads) {
        n = cost.length;
        this.threads = threads;
        this.tolerance = tolerance;
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

    int rows() {
        return g.rows();
    }

    int tightRows() {
        return inverse.size();
    }

    long pivots() {
        return pivots;
    }

    /** A row that is not yet tight. */
    void addRow(double[] coefficients, double low, double high) {
        int row = g.rows();
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
        rowWeight[row] = 1 + squares(sigma, sigma.length);
    }

    private static double squares(double[] v, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += v[k] * v[k];
        }
        return sum;
    }

    double value(int column) {
        return z[column];
    }

    double price(int row) {
        return rowPlace[row] == NONE ? 0 : price[row];
    }

    double reducedCost(int column) {
        return reduced[column];
    }

    boolean isBasic(int column) {
        return columnPlace[column] != NONE;
    }

    boolean isTight(int row) {
        return rowPlace[row] != NONE;
    }

    boolean isAtUpper(int column) {
        return atUpper[column];
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

    /** Multipliers of the rows that no z can satisfy together, after {@link End#INFEASIBLE}. */
    double[] clash() {
        return clash;
    }

    /** Goes on from where it stands until the rows that it knows are kept. */
    End solve(long pivotLimit, BooleanSupplier proceed) {
        renew();
        while (true) {
            if (pivots >= pivotLimit) {
                return End.LIMIT;
            }
            if (!proceed.getAsBoolean()) {
                return End.STOPPED;
            }
            if (sinceRenewal >= BETWEEN_RENEWALS && !renew()) {
                return End.SINGULAR;
            }
            int leaving = leaving();
            if (leaving == NONE) {
                if (sinceRenewal > 0) {
                    if (!renew()) {
                        return End.SINGULAR;
                    }
                    continue;
                }
                return End.OPTIMAL;
            }
            if (!pivot(leaving)) {
                if (clashing != NONE) {
                    return End.INFEASIBLE;
                }
                if (!renewFactors()) {
                    return End.SINGULAR;
                }
            }
        }
    }

    /** Numbers of variables: columns from 0, then rows. The one furthest outside in the steepest-edge norm, or NONE. */
    private int leaving() {
        int best = NONE;
        double most = 0;
        for (int p = 0; p < inverse.size(); p++) {
            double off = Math.max(-z[basic[p]], z[basic[p]] - 1);
            if (off > tolerance && off * off > most * basicWeight[p]) {
                most = off * off / basicWeight[p];
                best = basic[p];
            }
        }
        for (int i = 0; i < g.rows(); i++) {
            double off = rowPlace[i] == NONE ? Math.max(lower[i] - activity[i], activity[i] - upper[i]) : 0;
            if (off > tolerance && off * off > most * rowWeight[i]) {
                most = off * off / rowWeight[i];
                best = n + i;
            }
        }
        return best;
    }

    /** One pivot. False if the row clashes with the others, or if the factors are too old to be trusted. */
    private boolean pivot(int leaving) {
        int k = inverse.size();
        boolean rowLeaves = leaving >= n;
        int row = leaving - n;
        double value = rowLeaves ? activity[row] : z[leaving];
        double low = rowLeaves ? lower[row] : 0;
        double high = rowLeaves ? upper[row] : 1;
        boolean toUpper = value > high;
        double slope = toUpper ? value - high : low - value;
        double sign = toUpper ? 1 : -1;

        double[] left = new double[k];
        tableauRow(leaving, left);
        collect(sign, left);
        // What is left within the tolerance is no violation: flips that just suffice may fall short by their rounding.
        if (!step.choose(slope - tolerance * Math.max(1, slope))) {
            if (sinceRenewal == 0) {
                clashing = rowLeaves ? row : NONE - 1;
                clash = new double[g.rows()];
                for (int t = 0; t < k; t++) {
                    clash[tight[t]] = -sign * left[t];
                }
                if (rowLeaves) {
                    clash[row] = sign;
                }
            }
            return false;
        }
        int entering = step.entering();
        boolean rowEnters = entering >= n;
        int enteringPlace = rowEnters ? rowPlace[entering - n] : NONE;
        double pivot = rowEnters ? left[enteringPlace] : alpha[entering];
        return turn(leaving, toUpper ? high : low, toUpper, left, entering, pivot);
    }

    /** left: the leaving variable in the tight rows; alpha: in the columns. */
    private void tableauRow(int leaving, double[] left) {
        int k = left.length;
        int[] which = Arrays.copyOf(tight, k + 1);
        double[] factor = new double[k + 1];
        int count = k;
        if (leaving >= n) {
            int row = leaving - n;
            double[] inBasis = new double[k];
            for (int p = 0; p < k; p++) {
                inBasis[p] = g.get(row, basic[p]);
            }
            inverse.multiplyLeft(inBasis, left);
            which[k] = row;
            factor[k] = 1;
            count++;
        } else {
            inverse.row(columnPlace[leaving], left);
        }
        for (int t = 0; t < k; t++) {
            factor[t] = -left[t];
        }
        g.combine(which, factor, count, alpha);
    }

    private void collect(double sign, double[] left) {
        step.clear();
        for (int j = 0; j < n; j++) {
            double rate = sign * alpha[j];
            if (columnPlace[j] == NONE && (atUpper[j] ? rate > NOTHING : rate < -NOTHING)) {
                step.add(j, atUpper[j] ? Math.max(0, reduced[j]) : Math.min(0, reduced[j]), rate, 1);
            }
        }
        for (int t = 0; t < left.length; t++) {
            int i = tight[t];
            double rate = sign * left[t];
            if (lower[i] < upper[i] && (rowAtUpper[i] ? rate > NOTHING : rate < -NOTHING)) {
                step.add(
                        n + i,
                        rowAtUpper[i] ? Math.max(0, price[i]) : Math.min(0, price[i]),
                        rate,
                        upper[i] - lower[i]);
            }
        }
    }

    private boolean turn(int leaving, double bound, boolean toUpper, double[] left, int entering, double pivot) {
        int k = inverse.size();
        boolean rowLeaves = leaving >= n;
        boolean rowEnters = entering >= n;
        int row = leaving - n;
        int place = rowEnters ? rowPlace[entering - n] : NONE;
        double[] column = new double[g.rows()];
        double[] columnInTight = new double[k];
        if (!rowEnters) {
            g.copyColumn(entering, column);
            for (int t = 0; t < k; t++) {
                columnInTight[t] = column[tight[t]];
            }
        }
        double[] right = new double[k];
        double[] edge = new double[k];
        double[] direction = new double[k];
        if (rowEnters) {
            inverse.multiply(left, edge);
            inverse.column(place, direction);
        } else {
            inverse.multiplyTwo(columnInTight, right, left, edge);
            for (int p = 0; p < k; p++) {
                direction[p] = -right[p];
            }
        }
        double[] rowRate = new double[g.rows()];
        double[] rowEdge = new double[g.rows()];
        basicColumns.combineTwo(direction, rowRate, edge, rowEdge);
        double fromColumn = rowLeaves ? column[row] + rowRate[row] : direction[columnPlace[leaving]];
        if (Math.abs(fromColumn - pivot) > PIVOT_DRIFT * (1e-3 + Math.abs(pivot)) && sinceRenewal > 0) {
            return false;
        }
        if (step.passed() > 0) {
            flip();
        }
        double weight = rowLeaves ? 1 + squares(left, k) : squares(left, k);
        double change = (bound - (rowLeaves ? activity[row] : z[leaving])) / fromColumn;
        double rate = (rowEnters ? price[entering - n] : reduced[entering]) / pivot;
        for (int i = 0; i < g.rows(); i++) {
            if (rowPlace[i] == NONE) {
                double pace = rowRate[i] + column[i];
                double inner = rowEdge[i] + (i == row ? 1 : 0);
                activity[i] += change * pace;
                rowWeight[i] = renewedWeight(rowWeight[i], pace / pivot, inner, weight, 1);
            }
        }
        moveBasics(direction, edge, change, pivot, weight, leaving);
        movePrices(left, rate, leaving, entering);
        exchange(leaving, toUpper, left, right, entering, place, change, pivot, weight, column);
        pivots++;
        sinceRenewal++;
        return true;
    }

    /** Takes the passed variables to their other bounds, and the basic ones along. */
    private void flip() {
        int k = inverse.size();
        double[] ofFlips = ofFlips();
        double[] moved = new double[k];
        double[] rowMoved = new double[g.rows()];
        inverse.multiply(askedOfTight(ofFlips), moved);
        basicColumns.combine(moved, rowMoved);
        changeSides();
        for (int p = 0; p < k; p++) {
            z[basic[p]] += moved[p];
        }
        for (int i = 0; i < g.rows(); i++) {
            activity[i] += rowPlace[i] == NONE ? rowMoved[i] + ofFlips[i] : 0;
        }
    }

    /** What the columns that change sides do to every row. */
    private double[] ofFlips() {
        int[] columns = new int[step.passed()];
        int count = 0;
        for (int f = 0; f < step.passed(); f++) {
            if (step.passed(f) < n) {
                columns[count++] = step.passed(f);
            }
        }
        Arrays.sort(columns, 0, count);
        flips += count;
        double[] sums = new double[g.rows()];
        int some = count;
        PanelRows.each((sums.length + 63) / 64, threads, 8L * some * sums.length, block -> {
            for (int i = block * 64; i < Math.min(sums.length, block * 64 + 64); i++) {
                double sum = 0;
                for (int f = 0; f < some; f++) {
                    sum += atUpper[columns[f]] ? -g.get(i, columns[f]) : g.get(i, columns[f]);
                }
                sums[i] = sum;
            }
        });
        return sums;
    }

    /** What the basic columns have to make up for in the tight rows. */
    private double[] askedOfTight(double[] ofFlips) {
        double[] asked = new double[inverse.size()];
        for (int t = 0; t < asked.length; t++) {
            asked[t] = -ofFlips[tight[t]];
        }
        for (int f = 0; f < step.passed(); f++) {
            if (step.passed(f) >= n) {
                int i = step.passed(f) - n;
                asked[rowPlace[i]] += rowAtUpper[i] ? lower[i] - upper[i] : upper[i] - lower[i];
            }
        }
        return asked;
    }

    private void changeSides() {
        for (int f = 0; f < step.passed(); f++) {
            int variable = step.passed(f);
            if (variable < n) {
                atUpper[variable] = !atUpper[variable];
                z[variable] = atUpper[variable] ? 1 : 0;
            } else {
                int i = variable - n;
                rowAtUpper[i] = !rowAtUpper[i];
                activity[i] = rowAtUpper[i] ? upper[i] : lower[i];
            }
        }
    }

    long flips;

    private static double renewedWeight(double weight, double share, double inner, double leavingWeight, double least) {
        double renewed = weight - 2 * share * inner + share * share * leavingWeight;
        return Math.max(renewed, Math.max(1e-4, least * (1 + share * share)));
    }

    private void moveBasics(
            double[] direction, double[] edge, double change, double pivot, double leavingWeight, int leaving) {
        for (int p = 0; p < inverse.size(); p++) {
            z[basic[p]] += change * direction[p];
            if (basic[p] != leaving) {
                basicWeight[p] = renewedWeight(basicWeight[p], direction[p] / pivot, edge[p], leavingWeight, 0);
            }
        }
    }

    private void movePrices(double[] left, double rate, int leaving, int entering) {
        if (rate != 0) {
            for (int j = 0; j < n; j++) {
                reduced[j] -= rate * alpha[j];
            }
            for (int t = 0; t < left.length; t++) {
                price[tight[t]] -= rate * left[t];
            }
        }
        for (int p = 0; p < inverse.size(); p++) {
            reduced[basic[p]] = 0;
        }
        if (entering < n) {
            reduced[entering] = 0;
        } else {
            price[entering - n] = 0;
        }
        if (leaving < n) {
            reduced[leaving] = rate;
        } else {
            price[leaving - n] = rate;
        }
    }

    private void exchange(
            int leaving,
            boolean toUpper,
            double[] left,
            double[] right,
            int entering,
            int place,
            double change,
            double pivot,
            double leavingWeight,
            double[] column) {
        double weight = Math.max(1e-4, leavingWeight / (pivot * pivot));
        boolean rowEnters = entering >= n;
        if (!rowEnters) {
            z[entering] += change;
        }
        if (leaving >= n) {
            int row = leaving - n;
            activity[row] = toUpper ? upper[row] : lower[row];
            rowAtUpper[row] = toUpper;
            if (rowEnters) {
                inverse.replaceRow(place, left);
                release(entering - n, change, weight);
                tight[place] = row;
                rowPlace[row] = place;
            } else {
                int k = inverse.size();
                inverse.grow(left, right, pivot);
                basicColumns.append(column);
                room(k + 1);
                tight[k] = row;
                rowPlace[row] = k;
                basic[k] = entering;
                columnPlace[entering] = k;
                basicWeight[k] = weight;
            }
            return;
        }
        int gone = columnPlace[leaving];
        z[leaving] = toUpper ? 1 : 0;
        atUpper[leaving] = toUpper;
        columnPlace[leaving] = NONE;
        if (rowEnters) {
            inverse.shrink(gone, place);
            int last = inverse.size();
            basicColumns.exchange(gone, last);
            basicColumns.removeLast();
            release(entering - n, change, weight);
            moveLast(gone, place, last);
        } else {
            inverse.replaceColumn(gone, right);
            basicColumns.setRow(gone, column);
            basic[gone] = entering;
            columnPlace[entering] = gone;
            basicWeight[gone] = weight;
        }
    }

    private void release(int row, double change, double weight) {
        activity[row] += change;
        rowPlace[row] = NONE;
        rowWeight[row] = Math.max(1, weight);
    }

    private void moveLast(int columnAt, int rowAt, int last) {
        if (columnAt != last) {
            basic[columnAt] = basic[last];
            columnPlace[basic[columnAt]] = columnAt;
            basicWeight[columnAt] = basicWeight[last];
        }
        if (rowAt != last) {
            tight[rowAt] = tight[last];
            rowPlace[tight[rowAt]] = rowAt;
        }
    }

    private void room(int size) {
        if (size > tight.length) {
            tight = Arrays.copyOf(tight, 2 * size);
            basic = Arrays.copyOf(basic, 2 * size);
            basicWeight = Arrays.copyOf(basicWeight, 2 * size);
        }
    }

    /** Removes what rounding has done to values and prices, with the inverse as it is: two steps of refinement. */
    private boolean renew() {
        for (int round = 0; round < 2; round++) {
            double off = renewValues();
            double cheap = renewPrices();
            if (!(off < 1e-6) || !(cheap < 1e-6)) {
                return renewFactors();
            }
        }
        sinceRenewal = 0;
        return true;
    }

    /** Returns by how much the tight rows were off. */
    private double renewValues() {
        int k = inverse.size();
        double[] sums = new double[g.rows()];
        g.multiply(z, sums);
        double[] off = new double[k];
        double largest = 0;
        for (int t = 0; t < k; t++) {
            off[t] = (rowAtUpper[tight[t]] ? upper[tight[t]] : lower[tight[t]]) - sums[tight[t]];
            largest = Math.max(largest, Math.abs(off[t]));
        }
        double[] correction = new double[k];
        inverse.multiply(off, correction);
        for (int p = 0; p < k; p++) {
            z[basic[p]] += correction[p];
        }
        g.multiply(z, sums);
        for (int i = 0; i < g.rows(); i++) {
            activity[i] = rowPlace[i] == NONE ? sums[i] : rowAtUpper[i] ? upper[i] : lower[i];
        }
        return largest;
    }

    /** Returns by how much reduced costs of basic columns were off. */
    private double renewPrices() {
        int k = inverse.size();
        recost();
        double[] off = new double[k];
        double largest = 0;
        for (int p = 0; p < k; p++) {
            off[p] = reduced[basic[p]];
            largest = Math.max(largest, Math.abs(off[p]));
        }
        double[] correction = new double[k];
        inverse.multiplyLeft(off, correction);
        for (int t = 0; t < k; t++) {
            price[tight[t]] += correction[t];
        }
        recost();
        for (int p = 0; p < k; p++) {
            reduced[basic[p]] = 0;
        }
        return largest;
    }

    private void recost() {
        int k = inverse.size();
        double[] prices = new double[k];
        for (int t = 0; t < k; t++) {
            prices[t] = price[tight[t]];
        }
        g.combine(tight, prices, k, alpha);
        for (int j = 0; j < n; j++) {
            reduced[j] = cost[j] - alpha[j];
        }
    }

    private boolean renewFactors() {
        int k = inverse.size();
        double[][] w = new double[k][k];
        for (int t = 0; t < k; t++) {
            for (int p = 0; p < k; p++) {
                w[t][p] = g.get(tight[t], basic[p]);
            }
        }
        if (!inverse.renew(w)) {
            return false;
        }
        for (int round = 0; round < 2; round++) {
            renewValues();
            renewPrices();
        }
        sinceRenewal = 0;
        renewals++;
        return true;
    }

    private long renewals;

    long renewals() {
        return renewals;
    }

    /** Takes the perturbation out; columns whose reduced cost changes its sign go to their other bound. */
    void withTrueCost() {
        System.arraycopy(trueCost, 0, cost, 0, n);
        renewPrices();
        renewPrices();
        for (int j = 0; j < n; j++) {
            boolean wrong = columnPlace[j] == NONE && (atUpper[j] ? reduced[j] < -1e-12 : reduced[j] > 1e-12);
            if (wrong) {
                atUpper[j] = !atUpper[j];
                z[j] = atUpper[j] ? 1 : 0;
            }
        }
        renewValues();
    }
}
