package org.leontief.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.SparseMatrix;

/**
 * For each product i the largest path that can be put before it: h_i = max(|s_i|, max_k |a_ki| h_k).
 *
 * <p>With prices p &gt; 0 such that p − p |A| &gt; 0, which exist if ρ(|A|) &lt; 1, no product h_i / p_i is above that of its
 * best supplier, so that the products can be settled largest first (E. W. Dijkstra, Numerische Mathematik 1, 1959): one pass over
 * the coefficients, whatever the units.
 */
final class BestContinuations {

    /**
     * A way to go on from a product: end there, or take one more input.
     *
     * @param input its number; −1 to end
     * @param factor |s_i| or |a_ki|
     * @param best the largest of all paths that go on this way, per unit of the product
     */
    record Option(int input, double factor, double best) {}

    private record Settling(int product, double scaled) {}

    private final SparseMatrix a;
    private final double[] intensity;
    private final double[] best;
    /** Sorted when first needed. */
    private final List<@Nullable List<Option>> options;

    BestContinuations(SparseMatrix a, double[] intensity, double[] prices) {
        this.a = a.abs();
        this.intensity = Arrays.stream(intensity).map(Math::abs).toArray();
        best = settled(this.a.transpose(), this.intensity, prices);
        options = new ArrayList<>(Collections.nCopies(intensity.length, null));
    }

    private static double[] settled(SparseMatrix users, double[] intensity, double[] prices) {
        double[] best = intensity.clone();
        boolean[] isSettled = new boolean[best.length];
        PriorityQueue<Settling> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Settling::scaled).reversed().thenComparingInt(Settling::product));
        for (int i = 0; i < best.length; i++) {
            if (best[i] > 0) {
                queue.add(new Settling(i, best[i] / prices[i]));
            }
        }
        for (Settling next = queue.poll(); next != null; next = queue.poll()) {
            int k = next.product();
            if (isSettled[k]) {
                continue;
            }
            isSettled[k] = true;
            users.forEachInColumn(k, (i, input, coefficient) -> {
                double through = coefficient * best[k];
                if (!isSettled[i] && through > best[i]) {
                    best[i] = through;
                    queue.add(new Settling(i, through / prices[i]));
                }
            });
        }
        return best;
    }

    /** The largest path that ends in a unit of this product. */
    double of(int product) {
        return best[product];
    }

    /** All ways to go on from a product that lead to anything, best first. */
    List<Option> options(int product) {
        List<Option> known = options.get(product);
        if (known == null) {
            List<Option> found = new ArrayList<>();
            if (intensity[product] > 0) {
                found.add(new Option(-1, intensity[product], intensity[product]));
            }
            a.forEachInColumn(product, (k, column, coefficient) -> {
                if (best[k] > 0) {
                    found.add(new Option(k, coefficient, coefficient * best[k]));
                }
            });
            found.sort(Comparator.comparingDouble(Option::best).reversed());
            known = List.copyOf(found);
            options.set(product, known);
        }
        return known;
    }
}
