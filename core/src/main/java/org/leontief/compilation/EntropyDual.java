package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
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

    /** Most steps of conjugate gradients for one of Newton: a direction that is not exact costs no more than a further step. */
    private static final int INNER_LIMIT = 1000;

    /**
     * Added to the diagonal of the Hessian, as a share of it. Row and column totals have one sum, so that one combination of
     * the constraints says nothing; along it nothing but rounding would set how far the multipliers go.
     */
    private static final double DAMPING = 1e-11;

    /** A direction that would move some cell by more than this, in the exponent, has no curvature to stop it. */
    private static final double UNBOUNDED = 1e6;

    /** What a multiplier that grows without limit may be off by, relative to the largest. */
    private static final double ROUGHLY = 1e-5;

    /** A rise of D less than this part of its terms may be their rounding. */
    private static final double TOLD = 1e-10;

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
    private final int longest;

    private double[] lambda;
    private double[] cells;
    private double value;
    /** The sum of the absolute terms of D where it was last computed. */
    private double valueSize;

    private double[] gradient;
    private int iterations;
    private @Nullable Contradiction contradiction;

    /**
     * Exact constraints that no cells can meet together.
     *
     * @param constraints their numbers
     * @param amount by how much the combination that shows it is too large, its largest coefficient being 1
     */
    record Contradiction(List<Integer> constraints, double amount) {}

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
        this.longest = longest;
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

    /** What the constraints contradict each other in; null if that was not found. */
    @Nullable
    Contradiction contradiction() {
        return contradiction;
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
            boolean isAsGoodAsCanBe = best <= rounding();
            if (isAsGoodAsCanBe && sinceBest > 1) {
                return StopReason.WORKING_PRECISION;
            }
            if (sinceBest >= PATIENCE) {
                return StopReason.STAGNATED;
            }
            if (iterations >= options.iterationLimit()) {
                return StopReason.ITERATION_LIMIT;
            }
            Progress progress = new Progress(method, iterations, options.iterationLimit(), error);
            double[] direction = newton(Math.min(0.1, Math.sqrt(error)), options, progress);
            if (direction == null) {
                return StopReason.CANCELLED;
            }
            iterations++;
            double[] along = constraints.multiplyTransposed(direction);
            double farthest = farthest(along);
            contradiction = farthest > UNBOUNDED ? contradiction(direction, along) : null;
            if (contradiction != null) {
                return StopReason.STAGNATED;
            }
            if (!advance(direction, Math.min(1, LONGEST_STEP / farthest))) {
                return isAsGoodAsCanBe ? StopReason.WORKING_PRECISION : StopReason.STAGNATED;
            }
        }
    }

    /** What sums of cells are off by, when every cell has the rounding of its exponent and of its own. */
    private double rounding() {
        double[] size = new double[lambda.length];
        for (int k = 0; k < size.length; k++) {
            size[k] = Math.abs(lambda[k]);
        }
        double[] exponents = absolute.multiplyTransposed(size);
        double largest = 0;
        for (int j = 0; j < exponents.length; j++) {
            largest = Math.max(largest, Math.abs(rate[j]) * exponents[j]);
        }
        return (longest + 8 + 4 * largest) * 0x1p-52;
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
        for (int step = 0; step < INNER_LIMIT && squared > enough; step++) {
            if (!options.listener().proceed(progress)) {
                return null;
            }
            double[] image = hessianTimes(search, weight, diagonal);
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

    private double[] hessianTimes(double[] vector, double[] weight, double[] diagonal) {
        double[] along = constraints.multiplyTransposed(vector);
        for (int j = 0; j < along.length; j++) {
            along[j] *= weight[j];
        }
        double[] image = constraints.multiply(along);
        for (int k = 0; k < image.length; k++) {
            image[k] += (targetVariance[k] + DAMPING * diagonal[k]) * vector[k];
        }
        return image;
    }

    /** The largest change of an exponent along a direction. */
    private double farthest(double[] along) {
        double farthest = 0;
        for (int j = 0; j < along.length; j++) {
            farthest = Math.max(farthest, Math.abs(rate[j] * along[j]));
        }
        return farthest;
    }

    /**
     * Looks whether a direction y proves that exact constraints contradict each other (Farkas): Gᵀy has the sign opposite to every
     * cell that can move, or is 0 there, so that y G x is at most what the other cells make of it; but y c is more.
     *
     * @return null if it proves nothing
     */
    private @Nullable Contradiction contradiction(double[] direction, double[] along) {
        double largest = 0;
        for (double y : direction) {
            largest = Math.max(largest, Math.abs(y));
        }
        double excess = 0;
        double size = 0;
        List<Integer> members = new ArrayList<>();
        for (int k = 0; k < direction.length; k++) {
            double y = direction[k] / largest;
            if (Math.abs(y) > ROUGHLY) {
                if (targetVariance[k] > 0) {
                    return null;
                }
                members.add(k);
                excess += y * target[k];
                size += Math.abs(y * target[k]);
            }
        }
        for (int j = 0; j < along.length; j++) {
            double y = along[j] / largest;
            if (rate[j] == 0) {
                excess -= y * prior[j];
                size += Math.abs(y * prior[j]);
            } else if (Math.signum(prior[j]) * y > ROUGHLY) {
                return null;
            }
        }
        return excess > ROUGHLY * size ? new Contradiction(members, excess) : null;
    }

    /** Goes along a direction until D has risen enough, or the gradient has fallen; false if neither happens. */
    private boolean advance(double[] direction, double longest) {
        double slope = dot(gradient, direction);
        double norm = dot(gradient, gradient);
        double length = longest;
        for (int halving = 0; halving < HALVINGS && slope > 0; halving++) {
            double[] trial = lambda.clone();
            for (int k = 0; k < trial.length; k++) {
                trial[k] += length * direction[k];
            }
            double[] trialCells = constraints.multiplyTransposed(trial);
            double trialValue = valueAndCells(trial, trialCells);
            double[] trialGradient = gradient(trial, trialCells);
            // Close to the maximum a rise is lost in the rounding of D, while the gradient still falls.
            boolean isHigher = length * slope > TOLD * valueSize && trialValue >= value + SUFFICIENT * length * slope;
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
        double size = 0;
        for (int k = 0; k < at.length; k++) {
            double term = at[k] * (target[k] - 0.5 * targetVariance[k] * at[k]);
            sum += term;
            size += Math.abs(term);
        }
        for (int j = 0; j < multiplied.length; j++) {
            double exponent = rate[j] * multiplied[j];
            if (rate[j] != 0) {
                double term = prior[j] * Math.expm1(exponent) / rate[j];
                sum -= term;
                size += Math.abs(term);
            }
            // Not prior + change: a cell that becomes small would keep the rounding of the prior.
            multiplied[j] = prior[j] * Math.exp(exponent);
        }
        valueSize = size;
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
