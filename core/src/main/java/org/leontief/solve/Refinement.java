package org.leontief.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The corrections x ← x + y, (I − A) y ≈ r, each from an accurately recomputed residual r, until the tolerance or working
 * precision is reached or nothing is gained any more.
 *
 * <p>Progress is measured by ‖r‖₁, as the tolerance is. Where outputs are so much larger than the right-hand side that
 * their rounding alone exceeds ‖b‖₁, that measure is blind; then, and for working precision, it is the componentwise
 * backward error ω that has to fall.
 */
final class Refinement {

    /** A stopped solve of a larger system is not kept waiting for a pass that measures what it has. */
    private static final int MEASURED_WHEN_STOPPED = 10_000_000;

    private static final int MOST_CORRECTIONS = 50;
    /** One correction brings the residual down by so much at most; more would be lost to rounding. */
    private static final double LARGEST_REDUCTION = 1e-13;

    /** A first iterate is kept if its residual is no larger than that of 0, but for rounding. */
    private static final double NOT_WORSE = 1e-9;

    /** A backward error that leaves nothing to gain: the rounding of x itself. */
    private static final double BEST = 2 * AccurateSum.EPSILON;

    /** A backward error that double precision cannot be blamed for not improving. */
    private static final double AT_ROUNDING = 16 * AccurateSum.EPSILON;

    /**
     * The largest share of b that may be left over where only rounding vouches for the solution. What is left over says
     * how close to singular I − A is; the errors of x are of that share, so with more of it more than half of its digits
     * may be wrong.
     */
    private static final double HALF_OF_THE_DIGITS = 0x1p-26;

    /** Exponents of residuals with which solvers are left to work as they are: their squares are far from overflow. */
    private static final int ORDINARY_EXPONENT = 200;

    private final PreparedSystem system;
    private final double[] b;
    private final SolveOptions options;
    private final Watch watch;
    private final double size;
    private final double goal;
    private final BackwardError error;
    private final double[] weight;
    private final List<String> notes = new ArrayList<>();
    private SolveMethod method;
    private boolean byBackwardError;
    private double[] x;
    private Residual.Found residual;
    /** The backward error of x, NaN while unknown. That of x = 0 is 1. */
    private double omega = 1;

    /** Whether x is still a start that the user gave. */
    private boolean isWarm;

    /**
     * Whether the next solve begins at 0 again: where working precision is asked for in every entry, small ones are not
     * rid by corrections of what another method left in them, which is rounding of the large ones.
     */
    private boolean startsAnew;

    private int corrections;

    /** Begins at the start, or at 0 if that is null or no better than 0. */
    Refinement(
            PreparedSystem system,
            double[] b,
            double size,
            @Nullable WarmStart start,
            SolveMethod method,
            SolveOptions options,
            Watch watch) {
        this.system = system;
        this.b = b;
        this.method = method;
        this.options = options;
        this.watch = watch;
        this.size = size;
        goal = options.tolerance() * size;
        error = new BackwardError(system.absolutePasses(), b, options.threads(), watch);
        weight = new double[b.length];
        Arrays.fill(weight, 1);
        // A direct method costs little more to be taken to working precision, so it always is.
        byBackwardError = goal == 0 || method == SolveMethod.DENSE_LU;
        x = new double[b.length];
        residual = new Residual.Found(b, absolute(b), size);
        if (start != null) {
            if (start.isGiven()) {
                notes.add(start.note());
            }
            if (start.isBetterThanZero()) {
                x = start.x();
                residual = start.residual();
                omega = Double.NaN;
                isWarm = start.isGiven();
            }
        }
    }

    /** The last method that worked on it. */
    SolveMethod method() {
        return method;
    }

    double[] x() {
        return x;
    }

    Residual.Found residual() {
        return residual;
    }

    /** How many corrections were computed after the first solve. */
    int refinements() {
        return Math.max(0, corrections - 1);
    }

    List<String> notes() {
        return notes;
    }

    StopReason run() {
        @Nullable InnerSolver solver = solver();
        if (solver == null) {
            return watch.stopped() == StopReason.CANCELLED ? StopReason.CANCELLED : StopReason.SINGULAR;
        }
        try {
            correctWith(isWarm ? LocalPushes.before(solver, system) : solver);
            // Judging takes a pass, in which the listener is heard as well.
            return isUnmeasured() ? StopReason.CANCELLED : judge();
        } catch (Cancelled cancelled) {
            return StopReason.CANCELLED;
        }
    }

    private void correctWith(InnerSolver first) {
        InnerSolver solver = first;
        for (int k = 0; k < MOST_CORRECTIONS && watch.stopped() == null && !isReached(); k++) {
            boolean gained = correct(solver);
            if (watch.stopped() != null) {
                return;
            }
            if (!gained && !isReached()) {
                @Nullable InnerSolver next = successor();
                if (next == null) {
                    return;
                }
                solver = next;
            }
        }
    }

    /** Whether the listener stopped a large system before the residual of the last iterate was known. */
    private boolean isUnmeasured() {
        return Double.isNaN(residual.norm());
    }

    private boolean isReached() {
        return byBackwardError ? residual.norm() == 0 || omega() <= BEST : residual.norm() <= goal;
    }

    /** One correction, kept if it is one. Whether it gained much. */
    private boolean correct(InnerSolver solver) {
        boolean anew = startsAnew;
        double[] next = corrected(solver);
        startsAnew = false;
        if (watch.stopped() == StopReason.CANCELLED && system.entries() > MEASURED_WHEN_STOPPED) {
            keep(next, new Residual.Found(new double[0], new double[0], Double.NaN), Double.NaN);
            return false;
        }
        Residual.Found nextResidual = Residual.of(system.passes(), b, next, options.threads(), watch);
        boolean byNorm = !byBackwardError || corrections == 0;
        if (byNorm && nextResidual.norm() <= residual.norm() * (1 + NOT_WORSE)) {
            boolean muchBetter = nextResidual.norm() < residual.norm() / 2;
            keep(next, nextResidual, Double.NaN);
            return muchBetter;
        }
        double before = omega();
        double nextOmega = error.of(next, nextResidual);
        if (nextOmega < before) {
            keep(next, nextResidual, nextOmega);
            byBackwardError = true;
        }
        // A solve from 0 that was no better leaves it to the next one to correct what there was.
        return anew || nextOmega < before / 2;
    }

    private void keep(double[] next, Residual.Found nextResidual, double nextOmega) {
        x = next;
        residual = nextResidual;
        omega = nextOmega;
        corrections++;
    }

    /** x + y, or y alone where it starts anew; y is computed in units in which no square overflows or underflows. */
    private double[] corrected(InnerSolver solver) {
        if (byBackwardError && corrections > 0) {
            error.weightsInto(weight, x);
        }
        double[] r = startsAnew ? b : residual.residual();
        int exponent = Math.getExponent(largest(r));
        double unit = Math.abs(exponent) <= ORDINARY_EXPONENT
                ? 1
                : Math.scalb(1.0, Math.max(-Double.MAX_EXPONENT, Math.min(Double.MAX_EXPONENT, exponent)));
        double[] scaled = unit == 1 ? r : divided(r, unit);
        double measure = Residual.norm1(weight, scaled, options.threads());
        double target = Math.max(byBackwardError ? 0 : goal / 2 / unit, LARGEST_REDUCTION * measure);
        double[] y = new double[b.length];
        try {
            solver.solve(scaled, weight, target, y, watch);
        } catch (Cancelled cancelled) {
            // y is the last iterate; the watch remembers that it was stopped.
            watch.stop();
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = (startsAnew ? 0 : x[i]) + y[i] * unit;
        }
        return y;
    }

    private StopReason judge() {
        if (goal > 0 && residual.norm() <= goal) {
            return StopReason.CONVERGED;
        }
        boolean proved = system.proof().verdict() == RadiusProof.Verdict.BELOW_ONE;
        if (residual.norm() == 0 || omega() <= AT_ROUNDING) {
            return proved ? StopReason.WORKING_PRECISION : judgeUnproved();
        }
        @Nullable StopReason stopped = watch.stopped();
        if (stopped != null) {
            return stopped;
        }
        boolean nothing = Arrays.stream(x).allMatch(value -> value == 0);
        return !proved && method == SolveMethod.DENSE_LU && nothing ? StopReason.SINGULAR : StopReason.STAGNATED;
    }

    /**
     * Without a proof of viability a small backward error is no evidence of a solution: outputs along a vector that A
     * returns unchanged can grow until their rounding hides any contradiction in b.
     */
    private StopReason judgeUnproved() {
        if (error.showsSingular(x) || !(residual.norm() <= size / 2)) {
            return StopReason.SINGULAR;
        }
        return residual.norm() <= HALF_OF_THE_DIGITS * size ? StopReason.WORKING_PRECISION : StopReason.STAGNATED;
    }

    private double omega() {
        if (Double.isNaN(omega)) {
            omega = error.of(x, residual);
        }
        return omega;
    }

    /** The method that takes over from one that is stuck, where the method was left to the library; else null. */
    private @Nullable InnerSolver successor() {
        boolean mayChange =
                options.method() == SolveMethod.AUTOMATIC && method != SolveMethod.DENSE_LU && omega() > AT_ROUNDING;
        if (!mayChange) {
            return null;
        }
        @Nullable SolveMethod next = MethodChoice.successor(method, system.size());
        if (next == null) {
            return null;
        }
        String stuck = method + " made no further progress after " + watch.iterations() + " iterations; " + next;
        // The bounds of a system with negative coefficients need factors of I − |A| beside those of I − A.
        Optional<String> obstacle = next == SolveMethod.DENSE_LU
                ? MethodChoice.againstFactors(system.size(), system.hasNegative() ? 2 : 1)
                : Optional.empty();
        if (obstacle.isPresent()) {
            notes.add(stuck + " was not tried: " + obstacle.get() + ".");
            return null;
        }
        notes.add(stuck + " went on from there.");
        method = next;
        startsAnew = goal == 0;
        return solver();
    }

    /** The solver of the chosen method; null if I − A is singular or the listener stopped a direct method. */
    private @Nullable InnerSolver solver() {
        watch.working(method.toString());
        return switch (method) {
            // Factors have no steps to count, so the listener is asked once before them, and by the clock while they
            // are made.
            case DENSE_LU ->
                watch.goOn() ? system.factors(options.threads(), watch).orElse(null) : null;
            case GAUSS_SEIDEL -> {
                boolean takesOver = options.method() == SolveMethod.AUTOMATIC;
                yield new GaussSeidel(system.rows(), takesOver ? system.dependenceOrder() : system.sweepOrder());
            }
            case NEUMANN -> new NeumannSeries(system.rows(), options.threads());
            case BICGSTAB -> new BiCgStab(system.rows(), system.scale(), options.threads());
            case GCR, AUTOMATIC -> {
                Gcr gcr = new Gcr(system.passes(), system.scale(), options.threads());
                // Without a proof an iteration that goes on may wander off to where rounding hides that there is no
                // solution.
                boolean goesOn = options.method() == SolveMethod.GCR
                        && system.proof().verdict() == RadiusProof.Verdict.BELOW_ONE;
                yield goesOn ? gcr.patient() : gcr;
            }
        };
    }

    private static double[] absolute(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).toArray();
    }

    private static double[] divided(double[] vector, double divisor) {
        return Arrays.stream(vector).map(entry -> entry / divisor).toArray();
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
