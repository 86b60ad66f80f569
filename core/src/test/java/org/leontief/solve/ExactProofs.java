package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Checks the vectors of a {@link RadiusProof} in decimal arithmetic without rounding. */
final class ExactProofs {

    private ExactProofs() {}

    /** A w, or wᵀ A, without rounding. */
    static BigDecimal[] product(SparseMatrix a, double[] w, boolean fromTheLeft) {
        BigDecimal[] product = new BigDecimal[w.length];
        Arrays.fill(product, BigDecimal.ZERO);
        a.forEach((i, j, value) -> {
            int to = fromTheLeft ? j : i;
            int from = fromTheLeft ? i : j;
            product[to] = product[to].add(new BigDecimal(value).multiply(new BigDecimal(w[from])));
        });
        return product;
    }

    /** v > 0 and v − |A| v ≥ surplus > 0. */
    static void assertBelowOne(SparseMatrix a, RadiusProof proof) {
        assertThat(proof.verdict()).isEqualTo(RadiusProof.Verdict.BELOW_ONE);
        double[] v = proof.vector();
        double[] surplus = proof.surplus();
        BigDecimal[] used = product(a.abs(), v, false);
        for (int i = 0; i < v.length; i++) {
            assertThat(v[i]).isPositive().isFinite();
            assertThat(surplus[i]).isPositive();
            assertThat(new BigDecimal(v[i]).subtract(used[i]))
                    .as("surplus %d", i)
                    .isGreaterThanOrEqualTo(new BigDecimal(surplus[i]));
        }
    }

    /** w ≥ 0, w ≠ 0 only on the group, and A w ≥ w, or wᵀ A ≥ wᵀ. */
    static void assertConvicts(SparseMatrix a, RadiusProof proof) {
        assertThat(proof.verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
        double[] w = proof.vector();
        BigDecimal[] used = product(a, w, proof.side() == RadiusProof.Side.PRICES);
        Set<Integer> group = new HashSet<>(proof.group());
        double largest = 0;
        for (int i = 0; i < w.length; i++) {
            assertThat(w[i]).isNotNegative().isFinite();
            assertThat(w[i] == 0 || group.contains(i)).as("w %d", i).isTrue();
            assertThat(used[i]).as("(A w) %d", i).isGreaterThanOrEqualTo(new BigDecimal(w[i]));
            largest = Math.max(largest, w[i]);
        }
        assertThat(largest).isPositive();
    }
}
