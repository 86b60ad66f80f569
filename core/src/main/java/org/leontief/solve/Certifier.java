package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a residual into bounds on every entry; see {@link Certificate} for the inequality. */
final class Certifier {

    /** How roughly v₂ is computed: a hundredth more or less in a bound does not matter. */
    private static final double ROUGH = 1e-2;

    private static final int ROUGH_ITERATIONS = 500;
    /** Up to this factor the second vector is scaled up; beyond it the viability vector fills the gaps. */
    private static final double LARGEST_SCALING = 2;

    private final PreparedSystem system;
    private final SolveOptions options;
    private final SolveMethod method;
    private final Watch watch;
    private boolean stopped;
    private String explanation = "no certificate was asked for";

    Certifier(PreparedSystem system, SolveOptions options, SolveMethod method) {
        this.system = system;
        this.options = options;
        this.method = method;
        watch = new Watch(options.withIterationLimit(ROUGH_ITERATIONS));
        watch.working("CERTIFICATE");
    }

    String explanation() {
        return explanation;
    }

    /** Puts it on record that the listener has stopped the search for sharp bounds already. */
    Certifier stop() {
        stopped = true;
        return this;
    }

    /** Whether the listener stopped the search for sharp bounds; then there are only the first ones. */
    boolean wasStopped() {
        return stopped;
    }

    /**
     * Bounds the errors of x.
     *
     * @param residual r̄
     * @param known v₂ if it has been computed already; else null
     * @param mayTakeLong whether there is time for the second solve that a sharp bound needs
     */
    Optional<Certificate> certify(double[] x, double[] residual, double @Nullable [] known, boolean mayTakeLong) {
        RadiusProof proof = system.proof();
        if (options.certification() == SolveOptions.Certification.NONE) {
            return Optional.empty();
        }
        if (proof.verdict() != RadiusProof.Verdict.BELOW_ONE) {
            explanation = "no certificate: " + proof.explanation();
            return Optional.empty();
        }
        boolean sharp = options.certification() == SolveOptions.Certification.SHARP && mayTakeLong;
        double[] bounds = combination(null, null, residual, proof);
        if (sharp && largest(bounds) > 0) {
            try {
                bringCloser(bounds, x, residual, known, proof);
            } catch (Cancelled cancelled) {
                stopped = true;
            }
        }
        if (!isFinite(bounds)) {
            explanation = "no certificate: numbers too large for double precision";
            return Optional.empty();
        }
        explanation = proof.explanation() + (stopped ? "; it was stopped before sharper bounds were found" : "");
        return Optional.of(
                new Certificate(sharp && !stopped ? Certificate.Kind.SHARP : Certificate.Kind.FIRST, bounds));
    }

    private void bringCloser(
            double[] bounds, double[] x, double[] residual, double @Nullable [] known, RadiusProof proof) {
        double[] second = known == null ? roughErrors(x, residual, proof) : known;
        if (watch.stopped() == StopReason.CANCELLED) {
            throw new Cancelled();
        }
        double[] surplus = Residual.surplus(system.absolutePasses(), second, options.threads(), watch);
        double[] closer = combination(second, surplus, residual, proof);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = closer[i] <= bounds[i] ? closer[i] : bounds[i];
        }
    }

    /** v₂ ≈ (I − |A|)⁻¹ r̄. */
    private double[] roughErrors(double[] x, double[] residual, RadiusProof proof) {
        int n = residual.length;
        double[] v = proof.vectorShared();
        double largestX = largest(x);
        double largestV = largest(v);
        double[] scale = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            // The size of x_i, or where that is 0 a share of v_i that will not matter.
            double floor = 1e-30 * largestX * (v[i] / largestV);
            scale[i] = Math.max(Math.max(Math.abs(x[i]), floor), Double.MIN_NORMAL);
            weight[i] = 1 / scale[i];
        }
        double[] second = new double[n];
        double target = 0;
        for (int i = 0; i < n; i++) {
            target += ROUGH * weight[i] * residual[i];
        }
        solver(scale).solve(residual, weight, target, second, watch);
        return second;
    }

    private InnerSolver solver(double[] scale) {
        return switch (method) {
            case DENSE_LU ->
                system.absoluteFactors(options.threads(), watch)
                        .orElseGet(() -> new GaussSeidel(system.absoluteRows(), system.sweepOrder()));
            case GAUSS_SEIDEL, NEUMANN -> new GaussSeidel(system.absoluteRows(), system.sweepOrder());
            case BICGSTAB -> new BiCgStab(system.absoluteRows(), scale, options.threads());
            case GCR, AUTOMATIC -> new Gcr(system.absolutePasses(), scale, options.threads());
        };
    }

    /** η v₂ + δ v₁ with η u₂ + δ u₁ ≥ r̄, every operation rounded upward. Without v₂ it is δ v₁. */
    private static double[] combination(
            double @Nullable [] second, double @Nullable [] secondSurplus, double[] residual, RadiusProof proof) {
        double[] v = proof.vectorShared();
        double[] u = proof.surplusShared();
        double eta = second == null || secondSurplus == null ? 0 : scaling(secondSurplus, residual);
        double delta = 0;
        for (int i = 0; i < residual.length; i++) {
            double covered = eta == 0 || secondSurplus == null ? 0 : timesDown(eta, secondSurplus[i]);
            double left = residual[i] == 0 && covered >= 0 ? 0 : Math.nextUp(residual[i] - covered);
            // Not "left > 0": a NaN must end in a bound that is NaN, and so in none.
            if (!(left <= 0)) {
                delta = Math.max(delta, Math.nextUp(left / u[i]));
            }
        }
        double[] bounds = new double[residual.length];
        for (int i = 0; i < bounds.length; i++) {
            double fromSecond = eta == 0 || second == null ? 0 : Math.nextUp(eta * second[i]);
            double fromFirst = delta == 0 ? 0 : Math.nextUp(delta * v[i]);
            bounds[i] = delta == 0 ? Math.max(0, fromSecond) : Math.max(0, Math.nextUp(fromSecond + fromFirst));
        }
        return bounds;
    }

    /** The factor that lets v₂ alone cover the residual, if it is small; else a small one. */
    private static double scaling(double[] surplus, double[] residual) {
        double eta = 1;
        for (int i = 0; i < residual.length; i++) {
            if (residual[i] > 0) {
                double needed = surplus[i] > 0 ? Math.nextUp(Math.nextUp(residual[i] / surplus[i])) : 1e300;
                eta = Math.max(eta, needed);
            }
        }
        return eta <= LARGEST_SCALING ? Math.nextUp(eta) : 1 + ROUGH;
    }

    /** η u rounded downward; exact where u is 0. */
    private static double timesDown(double eta, double u) {
        return u == 0 ? 0 : Math.nextDown(eta * u);
    }

    private static boolean isFinite(double[] vector) {
        return Arrays.stream(vector).allMatch(Double::isFinite);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }
}
