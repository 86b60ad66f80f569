package org.leontief.compilation;

import org.leontief.solve.Progress;

/**
 * Newton's method for the row multipliers of a {@link BiproportionalScaling} whose columns are kept at their totals: what is done
 * where rows and columns in turn come closer by small steps only, in tables whose parts hardly trade with each other.
 *
 * <p>With X balanced by columns, W = |X|, R and C its row and column sums, the step d ln r solves (R̂ − W Ĉ⁻¹ Wᵀ) d ln r = u − X 1, by
 * conjugate gradients scaled by R. Each of their steps takes one pass over the rows and one over the columns, like an iteration, and
 * is counted as one; they need about the square root of their number. The matrix is never formed.
 */
final class ReducedNewton {

    /** The first step may multiply no row by more than e to this power: the quadratic model need not reach farther. */
    private static final double FIRST_STEP = 2;

    /** Neither may any later one by more than e to this power, e⁶⁴ ≈ 6 · 10²⁷. */
    private static final double LONGEST_STEP = 64;

    private static final double SHORTEST_STEP = 1;

    private static final int HALVINGS = 6;

    /** Keeps the step finite along what the totals say nothing about: r multiplied and s divided by one number. */
    private static final double DAMPING = 1e-11;

    /** By how much the residual has to fall in steps of conjugate gradients, at most. */
    private static final double ROUGH = 0.05;

    private final BiproportionalScaling scaling;
    private final String method;
    private final BalancingOptions options;
    /** How far the model has been found to reach: along a chain of rows multipliers have hundreds of powers of e to go. */
    private double reach = FIRST_STEP;

    private double[] residual;
    private double[] rowWeight;
    private double[] columnWeight;

    ReducedNewton(BiproportionalScaling scaling, String method, BalancingOptions options) {
        this.scaling = scaling;
        this.method = method;
        this.options = options;
        int rows = scaling.row.length;
        residual = new double[rows];
        rowWeight = new double[rows];
        columnWeight = new double[scaling.column.length];
    }

    /**
     * Takes steps until the rows have their totals, no step helps, or as many passes are used as it may take.
     *
     * @param budget most passes
     */
    void run(int budget) {
        int end = scaling.iterations() + budget;
        double error = measure();
        boolean isBetter = true;
        while (isBetter && error > options.tolerance() && scaling.iterations() < end) {
            double[] direction = direction(Math.min(ROUGH, Math.sqrt(error)), end, error);
            isBetter = !scaling.isCancelled() && advance(direction);
            error = measure();
        }
    }

    /** Residuals and weights at the present multipliers; returns the largest relative error of a row. */
    private double measure() {
        double[] p = scaling.positive.multiply(scaling.column);
        double[] n = scaling.negative.multiply(scaling.columnReciprocal);
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            double plus = p[i] * scaling.row[i];
            double minus = n[i] * scaling.rowReciprocal[i];
            residual[i] = scaling.rowTotals[i] - (plus - minus);
            rowWeight[i] = plus + minus;
            largest = Math.max(largest, Multiplier.error(plus, minus, scaling.rowTotals[i]));
        }
        double[] pc = scaling.positive.multiplyTransposed(scaling.row);
        double[] nc = scaling.negative.multiplyTransposed(scaling.rowReciprocal);
        for (int j = 0; j < pc.length; j++) {
            columnWeight[j] = pc[j] * scaling.column[j] + nc[j] * scaling.columnReciprocal[j];
        }
        return largest;
    }

    private double[] direction(double tolerance, int end, double error) {
        double[] direction = new double[residual.length];
        double[] left = residual.clone();
        double[] scaled = scaled(left);
        double[] search = scaled.clone();
        double squared = dot(left, scaled);
        double enough = tolerance * tolerance * squared;
        while (squared > enough && scaling.iterations() < end) {
            int iterations = scaling.countPass();
            Progress progress = new Progress(method, iterations, options.iterationLimit(), error);
            if (!options.listener().proceed(progress)) {
                scaling.cancel();
                break;
            }
            double[] image = reducedTimes(search);
            double curvature = dot(search, image);
            if (!(curvature > 0)) {
                break;
            }
            double length = squared / curvature;
            for (int i = 0; i < search.length; i++) {
                direction[i] += length * search[i];
                left[i] -= length * image[i];
            }
            scaled = scaled(left);
            double next = dot(left, scaled);
            for (int i = 0; i < search.length; i++) {
                search[i] = scaled[i] + next / squared * search[i];
            }
            squared = next;
        }
        return direction;
    }

    /** (R̂ (1 + ε) − W Ĉ⁻¹ Wᵀ) y with W = r̂ P ŝ + r̂⁻¹ N ŝ⁻¹. */
    private double[] reducedTimes(double[] y) {
        double[] p = scaling.positive.multiplyTransposed(times(y, scaling.row));
        double[] n = scaling.negative.multiplyTransposed(times(y, scaling.rowReciprocal));
        for (int j = 0; j < p.length; j++) {
            double sum = p[j] * scaling.column[j] + n[j] * scaling.columnReciprocal[j];
            double mean = columnWeight[j] > 0 ? sum / columnWeight[j] : 0;
            p[j] = mean * scaling.column[j];
            n[j] = mean * scaling.columnReciprocal[j];
        }
        double[] plus = scaling.positive.multiply(p);
        double[] minus = scaling.negative.multiply(n);
        for (int i = 0; i < y.length; i++) {
            plus[i] = rowWeight[i] * (1 + DAMPING) * y[i]
                    - (plus[i] * scaling.row[i] + minus[i] * scaling.rowReciprocal[i]);
        }
        return plus;
    }

    /** Goes along a direction as far as residuals fall; back to where it was, and false, if they do not. */
    private boolean advance(double[] direction) {
        double[] row = scaling.row.clone();
        double[] rowReciprocal = scaling.rowReciprocal.clone();
        double[] column = scaling.column.clone();
        double[] columnReciprocal = scaling.columnReciprocal.clone();
        double before = sum(residual);
        double farthest = 0;
        for (double change : direction) {
            farthest = Math.max(farthest, Math.abs(change));
        }
        double length = Math.min(1, reach / farthest);
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int i = 0; i < row.length; i++) {
                double factor = Math.exp(length * direction[i]);
                scaling.row[i] = row[i] * factor;
                scaling.rowReciprocal[i] = rowReciprocal[i] / factor;
            }
            if (scaling.fitColumns()) {
                measure();
                if (sum(residual) < before) {
                    reach = halving == 0 ? Math.min(2 * reach, LONGEST_STEP) : Math.max(reach / 2, SHORTEST_STEP);
                    return true;
                }
            }
            length /= 2;
        }
        System.arraycopy(row, 0, scaling.row, 0, row.length);
        System.arraycopy(rowReciprocal, 0, scaling.rowReciprocal, 0, row.length);
        System.arraycopy(column, 0, scaling.column, 0, column.length);
        System.arraycopy(columnReciprocal, 0, scaling.columnReciprocal, 0, column.length);
        return false;
    }

    private double[] scaled(double[] vector) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = rowWeight[i] > 0 ? vector[i] / rowWeight[i] : 0;
        }
        return scaled;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static double sum(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
