package org.leontief.compilation;

import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;

/**
 * Finds the multipliers λ of constraints G x = c, each exact or with a variance, by Newton's method on the dual.
 *
 * <p>With cell variances σ² the sought x minimises Σ_j (a_j² / σ_j²)(z_j ln z_j − z_j + 1) + Σ_k (c_k − g_k x)² / (2 τ_k²), z = x / a,
 * the second sum over the inexact constraints. It has the form x_j = a_j exp(σ_j² / a_j (Gᵀλ)_j), and λ maximises the concave
 * D(λ) = c·λ − ½ Σ τ_k² λ_k² − Σ_j (x_j − a_j) a_j / σ_j², whose gradient is c − τ² λ − G x and whose Hessian is −(τ̂² + G D Gᵀ) with D =
 * σ² z. The first step is the adjustment by generalised least squares of R. Stone, D. G. Champernowne and J. E. Meade, "The
 * precision of national income estimates", Review of Economic Studies 9 (1942); further steps keep the signs.
 */
final class EntropyDual {

    /** A step may multiply no cell by more than e to this power: the quadratic model does not reach farther. */
    private static final double LONGEST_STEP = 4;

    private static final int HALVINGS = 40;

    /** Steps without any progress after which there will be none. */
    private static final int PATIENCE = 30;

    /** What an accepted step must reach of the rise that the slope promises. */
    private static final double SUFFICIENT = 1e-4;

    private final SparseMatrix constraints;
    private final SparseMatrix absolute;
    private final double[] prior;
    /** σ² / a, with the sign of a; 0 for cells that cannot move. */
    private final double[] rate;

    private final double[] target;
    private final double[] targetVariance;
    private final double rounding;

    private double[] lambda;
    private double[] cells;
    private double value;
    private double[] gradient;
    private int iterations;

    EntropyDual(
            SparseMatrix constraints,
            double[] prior,
            double[] cellVariance,
            double[] target,
            double[] targetVariance,
            int longest) {
        this.constraints = constraints;
        this.absolute = constraints.abs();
        this.prior = prior;
        this.target = target;
        this.targetVariance = targetVariance;
        rounding = 4 * (longest + 8) * 0x1p-53;
        rate = new double[prior.length];
        for (int j = 0; j < rate.length; j++) {
            rate[j] = prior[j] == 0 ? 0 : cellVariance[j] / prior[j];
        }
        lambda = new double[target.length];
        cells = prior.clone();
        gradient = gradient(lambda, cells);
    }

    double[] cells() {
        return cells;
    }

    int iterations() {
        return iterations;
    }

    StopReason solve(String method, BalancingOptions options) {
        double best = Double.POSITIVE_INFINITY;
        int sinceBest = 0;
        while (true) {
            double error = largestError();
            if (error <= options.tolerance()) {
                return StopReason.CONVERGED;
            }
            sinceBest = error < 0.9 * best ? 0 : sinceBest + 1;
            best = Math.min(best, error);
            if (best <= rounding && sinceBest > 1) {
                return StopReason.WORKING_PRECISION;
            }
            if (sinceBest >= PATIENCE) {
                return StopReason.STAGNATED;
            }
            if (iterations >= options.iterationLimit()) {
                return StopReason.ITERATION_LIMIT;
            }
            Progress progress = new Progress(method, iterations, options.iterationLimit(), error);
            double[] direction = newton(Math.min(0.1, error), options, progress);
            if (direction == null) {
                return StopReason.CANCELLED;
            }
            iterations++;
            if (!advance(direction)) {
                return best <= rounding ? StopReason.WORKING_PRECISION : StopReason.STAGNATED;
            }
        }
    }

    /** The largest error of a constraint, relative to the larger of its total and the sum of its absolute cells. */
    private double largestError() {
        double[] size = new double[cells.length];
        for (int j = 0; j < size.length; j++) {
            size[j] = Math.abs(cells[j]);
        }
        double[] sums = absolute.multiply(size);
        double largest = 0;
        for (int k = 0; k < sums.length; k++) {
            double scale = Math.max(Math.abs(target[k]), sums[k]);
            largest = Math.max(largest, scale == 0 ? 0 : Math.abs(gradient[k]) / scale);
        }
        return largest;
    }

    private double[] gradient(double[] at, double[] x) {
        double[] sums = constraints.multiply(x);
        for (int k = 0; k < sums.length; k++) {
            sums[k] = target[k] - targetVariance[k] * at[k] - sums[k];
        }
        return sums;
    }

    /**
     * Solves (τ̂² + G D Gᵀ) d = gradient by conjugate gradients, scaled by the diagonal.
     *
     * @return null if the listener wants to stop
     */
    private double @Nullable [] newton(double tolerance, BalancingOptions options, Progress progress) {
        double[] weight = new double[cells.length];
        for (int j = 0; j < weight.length; j++) {
            weight[j] = rate[j] * cells[j];
        }
        double[] diagonal = targetVariance.clone();
        constraints.forEach((k, j, g) -> diagonal[k] += g * g * weight[j]);
        double[] direction = new double[target.length];
        double[] residual = gradient.clone();
        double[] scaled = scaled(residual, diagonal);
        double[] search = scaled.clone();
        double squared = dot(residual, scaled);
        double enough = tolerance * tolerance * squared;
        int limit = 10 * target.length + 100;
        for (int step = 0; step < limit && squared > enough; step++) {
            if (!options.listener().proceed(progress)) {
                return null;
            }
            double[] image = hessianTimes(search, weight);
            double curvature = dot(search, image);
            if (!(curvature > 0)) {
                break;
            }
            double length = squared / curvature;
            for (int k = 0; k < direction.length; k++) {
                direction[k] += length * search[k];
                residual[k] -= length * image[k];
            }
            scaled = scaled(residual, diagonal);
            double next = dot(residual, scaled);
            for (int k = 0; k < search.length; k++) {
                search[k] = scaled[k] + next / squared * search[k];
            }
            squared = next;
        }
        return direction;
    }

    private double[] hessianTimes(double[] vector, double[] weight) {
        double[] along = constraints.multiplyTransposed(vector);
        for (int j = 0; j < along.length; j++) {
            along[j] *= weight[j];
        }
        double[] image = constraints.multiply(along);
        for (int k = 0; k < image.length; k++) {
            image[k] += targetVariance[k] * vector[k];
        }
        return image;
    }

    /** Goes along a direction until D has risen enough, or the gradient has fallen; false if neither happens. */
    private boolean advance(double[] direction) {
        double slope = dot(gradient, direction);
        double[] along = constraints.multiplyTransposed(direction);
        double farthest = 0;
        for (int j = 0; j < along.length; j++) {
            farthest = Math.max(farthest, Math.abs(rate[j] * along[j]));
        }
        double norm = dot(gradient, gradient);
        double length = farthest > LONGEST_STEP ? LONGEST_STEP / farthest : 1;
        for (int halving = 0; halving < HALVINGS && slope > 0; halving++) {
            double[] trial = lambda.clone();
            for (int k = 0; k < trial.length; k++) {
                trial[k] += length * direction[k];
            }
            double[] trialCells = constraints.multiplyTransposed(trial);
            double trialValue = valueAndCells(trial, trialCells);
            double[] trialGradient = gradient(trial, trialCells);
            // Close to the maximum a rise is lost in the rounding of D, while the gradient still falls.
            boolean isHigher = trialValue >= value + SUFFICIENT * length * slope;
            boolean isFlatter = dot(trialGradient, trialGradient) <= (1 - SUFFICIENT * length) * norm;
            if (isHigher || isFlatter) {
                lambda = trial;
                cells = trialCells;
                value = trialValue;
                gradient = trialGradient;
                return true;
            }
            length /= 2;
        }
        return false;
    }

    /** D(λ); what was Gᵀλ becomes x. */
    private double valueAndCells(double[] at, double[] multiplied) {
        double sum = 0;
        for (int k = 0; k < at.length; k++) {
            sum += at[k] * (target[k] - 0.5 * targetVariance[k] * at[k]);
        }
        for (int j = 0; j < multiplied.length; j++) {
            double exponent = rate[j] * multiplied[j];
            if (rate[j] != 0) {
                sum -= prior[j] * Math.expm1(exponent) / rate[j];
            }
            // Not prior + change: a cell that becomes small would keep the rounding of the prior.
            multiplied[j] = prior[j] * Math.exp(exponent);
        }
        return sum;
    }

    private static double[] scaled(double[] vector, double[] diagonal) {
        double[] scaled = new double[vector.length];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = diagonal[k] > 0 ? vector[k] / diagonal[k] : 0;
        }
        return scaled;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
