package org.leontief.solve;

import java.util.Optional;

/**
 * Looks for the proof that ρ(|A'|) &lt; 1 where it is known for A, from which A' differs in a few columns: the vector that
 * proves it for A mostly proves it for A', too, and else a few sweeps repair it.
 */
final class ChangedProof {

    private static final int MOST_SWEEPS = 8;

    /** τ, how far ahead of the last sweep the vector is looked for; see {@link RadiusProver}. */
    private static final double AHEAD = 3;

    /** The old vector serves if it leaves this share of its old surplus: bounds are in proportion to that. */
    private static final double ENOUGH = 0.125;

    private ChangedProof() {}

    /**
     * A proof from the one of A.
     *
     * @param base of A
     * @param absolute passes over |A'|
     * @return empty if it has to be looked for from the beginning
     */
    static Optional<RadiusProof> from(RadiusProof base, Passes absolute, int threads, Watch watch) {
        if (base.verdict() != RadiusProof.Verdict.BELOW_ONE) {
            return Optional.empty();
        }
        watch.working("VIABILITY");
        double[] old = base.vectorShared();
        double[] surplus = Residual.surplus(absolute, old, threads, watch);
        if (isEnough(surplus, base.surplusShared())) {
            return Optional.of(RadiusProof.belowOne(old, surplus, base.isQuick()));
        }
        // For the old surplus as right-hand side, the old vector is the solution but for what was changed.
        double[] v = old.clone();
        double[] fresh = new double[v.length];
        for (int sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
            double[] last = v.clone();
            absolute.sweep(base.surplusShared(), v, fresh, threads, watch);
            if (sweep > 1 && Integer.bitCount(sweep) == 1) {
                double[] candidate = ahead(v, last);
                surplus = Residual.surplus(absolute, candidate, threads, watch);
                if (RadiusProver.isPositive(surplus) && RadiusProver.isPositive(candidate)) {
                    return Optional.of(RadiusProof.belowOne(candidate, surplus, base.isQuick()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isEnough(double[] surplus, double[] before) {
        for (int i = 0; i < surplus.length; i++) {
            if (!(surplus[i] > 0 && surplus[i] >= ENOUGH * before[i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] ahead(double[] v, double[] last) {
        double[] candidate = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            candidate[i] = v[i] + AHEAD * (v[i] - last[i]);
        }
        return candidate;
    }
}
