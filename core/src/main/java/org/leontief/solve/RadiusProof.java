package org.leontief.solve;

import java.util.Arrays;
import java.util.List;

/**
 * A proof that ρ(A) is below 1, or that it is not, in the form of a vector that anyone can check with one multiplication.
 *
 * <ul>
 *   <li>Below 1: v &gt; 0 with v − |A| v &gt; 0 in every entry. Then I − |A| is a nonsingular M-matrix and (I − |A|)⁻¹ ≥ 0 (A.
 *       Berman and R. J. Plemmons, <i>Nonnegative Matrices in the Mathematical Sciences</i>, ch. 6, condition I₂₇).
 *   <li>At least 1 (only for A ≥ 0): w ≥ 0, w ≠ 0, on one strongly connected group, with A w ≥ w there, or wᵀ A ≥ wᵀ there.
 *   <li>Undecided: neither could be proved in double precision; the message says why.
 * </ul>
 *
 * Products are summed in doubled precision with bounds on their rounding, so both proofs hold for the stored A exactly.
 */
public final class RadiusProof {

    /** What is proved. */
    public enum Verdict {
        /** ρ(|A|) &lt; 1. */
        BELOW_ONE,
        /** ρ(A) ≥ 1. */
        AT_LEAST_ONE,
        /** Nothing. */
        UNDECIDED
    }

    /** On which side the convicting vector w stands. */
    public enum Side {
        /** A w ≥ w: run at levels w, the group uses up at least as much of each of its products as it makes. */
        QUANTITIES,
        /** wᵀ A ≥ wᵀ: at prices w, the inputs from the group cost each of its industries at least what its product fetches. */
        PRICES
    }

    private final Verdict verdict;
    private final Side side;
    private final double[] vector;
    private final double[] surplus;
    private final int[] group;
    private final String explanation;
    private final boolean quick;
    private final boolean atOne;

    private RadiusProof(
            Verdict verdict,
            Side side,
            double[] vector,
            double[] surplus,
            int[] group,
            String explanation,
            boolean quick,
            boolean atOne) {
        this.verdict = verdict;
        this.side = side;
        this.vector = vector;
        this.surplus = surplus;
        this.group = group;
        this.explanation = explanation;
        this.quick = quick;
        this.atOne = atOne;
    }

    static RadiusProof belowOne(double[] vector, double[] surplus, boolean quick) {
        return new RadiusProof(
                Verdict.BELOW_ONE,
                Side.QUANTITIES,
                vector,
                surplus,
                new int[0],
                "v > 0 and v − |A| v > 0",
                quick,
                false);
    }

    static RadiusProof atLeastOne(Side side, double[] vector, int[] group) {
        String inequality = side == Side.QUANTITIES ? "A w ≥ w" : "wᵀ A ≥ wᵀ";
        return new RadiusProof(
                Verdict.AT_LEAST_ONE,
                side,
                vector,
                new double[0],
                group,
                inequality + " on a group of " + group.length + ", so ρ(A) ≥ 1",
                false,
                false);
    }

    /** The same proof in the numbering of the user. */
    RadiusProof outward(Numbering numbering) {
        int threads = SolveOptions.defaults().threads();
        return new RadiusProof(
                verdict,
                side,
                vector.length == 0 ? vector : numbering.outward(vector, threads),
                surplus.length == 0 ? surplus : numbering.outward(surplus, threads),
                numbering.outward(group),
                explanation,
                quick,
                atOne);
    }

    static RadiusProof undecided(String explanation) {
        return undecided(explanation, false);
    }

    /** Undecided because ρ(A) cannot be told from 1. */
    static RadiusProof atOne(String explanation) {
        return undecided(explanation, true);
    }

    private static RadiusProof undecided(String explanation, boolean atOne) {
        return new RadiusProof(
                Verdict.UNDECIDED,
                Side.QUANTITIES,
                new double[0],
                new double[0],
                new int[0],
                explanation,
                false,
                atOne);
    }

    /**
     * What is proved.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * On which side w stands; {@link Side#QUANTITIES} for a proof that ρ is below 1.
     *
     * @return the side
     */
    public Side side() {
        return side;
    }

    /**
     * v or w.
     *
     * @return a copy, of length n; empty if undecided
     */
    public double[] vector() {
        return vector.clone();
    }

    /**
     * A guaranteed lower bound on v − |A| v.
     *
     * @return a copy, of length n, all positive; empty unless ρ is proved to be below 1
     */
    public double[] surplus() {
        return surplus.clone();
    }

    /**
     * The group that uses up as much as it makes.
     *
     * @return numbers of its rows, ascending; empty unless ρ is proved to be at least 1
     */
    public List<Integer> group() {
        return Arrays.stream(group).boxed().toList();
    }

    /**
     * The proof, or why there is none, in words.
     *
     * @return one sentence
     */
    public String explanation() {
        return explanation;
    }

    /** Whether a few sweeps sufficed: the system is neither close to singular nor widely scaled. */
    boolean isQuick() {
        return quick;
    }

    /** Whether ρ(A) is 1 to working precision, for A ≥ 0: then I − A is singular to working precision. */
    boolean isAtOne() {
        return atOne;
    }

    double[] vectorShared() {
        return vector;
    }

    double[] surplusShared() {
        return surplus;
    }

    @Override
    public String toString() {
        return verdict + ": " + explanation;
    }
}
