package org.leontief.solve;

/**
 * A guaranteed bound on every entry of a solution: |x − x̃| ≤ bound, where x is the exact solution of (I − A) x = b for the
 * stored A and b, and x̃ the numbers returned.
 *
 * <p>For v₁ &gt; 0 with u₁ = v₁ − |A| v₁ &gt; 0 the matrix I − |A| has a non-negative inverse. Let r̄ bound the residual
 * |b − (I − A) x̃| and let u₂ = v₂ − |A| v₂ for any v₂. If η u₂ + δ u₁ ≥ r̄ then
 *
 * <pre>|x − x̃| ≤ η v₂ + δ v₁.</pre>
 *
 * r̄, u₁ and u₂ are computed with rigorous bounds on their own rounding (T. Ogita, S. M. Rump and S. Oishi, SIAM J. Sci.
 * Comput. 26, 2005, for the sums), and the last operations are rounded outward. The proof is in
 * {@code docs/mathematics.md}.
 */
public final class Certificate {

    /** Where the bound comes from. */
    public enum Kind {
        /** From the viability vector v₁ alone (η = 0). True, and loose where outputs differ much in size. */
        FIRST,
        /** From a second vector v₂ ≈ (I − |A|)⁻¹ r̄: close to the true error. */
        SHARP
    }

    private final Kind kind;
    private final double[] bounds;

    Certificate(Kind kind, double[] bounds) {
        this.kind = kind;
        this.bounds = bounds;
    }

    /** The same bounds in the numbering of the user. */
    Certificate outward(Numbering numbering, int threads) {
        return new Certificate(kind, numbering.outward(bounds, threads));
    }

    /**
     * Where the bound comes from.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The bound of one entry.
     *
     * @param i number of the entry, from 0
     * @return how far the entry can be off at most
     */
    public double errorBound(int i) {
        return bounds[i];
    }

    /**
     * The bounds of all entries.
     *
     * @return a copy
     */
    public double[] errorBounds() {
        return bounds.clone();
    }
}
