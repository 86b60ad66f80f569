package org.leontief.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.structure.BestContinuations.Option;

/**
 * Paths in the order of their size. What waits in the queue is the best continuation of a chain that has not been taken yet; it
 * is taken when no other is better, and leaves the next best one in its place. So nothing is looked at that is not listed, but
 * for the steps of the paths themselves, and the queue grows by two entries a step at most.
 */
final class PathSearch {

    /** A chain from the product demanded to the input last taken. */
    record Chain(int product, double weight, @Nullable Chain towardsDemand) {

        /** From the last input to the product demanded. */
        int[] products() {
            List<Integer> products = new ArrayList<>();
            for (Chain link = this; link != null; link = link.towardsDemand()) {
                products.add(link.product());
            }
            return products.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private record Waiting(Chain chain, int option, double best, long number) {}

    private final BestContinuations continuations;
    private final double[] demand;
    /** Products demanded, best first, and how many of them have been begun. */
    private final int[] roots;

    private int begun;
    private long numbered;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>(
            Comparator.comparingDouble(Waiting::best).reversed().thenComparingLong(Waiting::number));

    PathSearch(BestContinuations continuations, double[] demand) {
        this.continuations = continuations;
        this.demand = Arrays.stream(demand).map(Math::abs).toArray();
        roots = IntStream.range(0, demand.length)
                .filter(p -> bestFrom(p) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(this::bestFrom).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        beginNextRoot();
    }

    private double bestFrom(int product) {
        return demand[product] * continuations.of(product);
    }

    private void beginNextRoot() {
        if (begun < roots.length) {
            int product = roots[begun++];
            enqueue(new Chain(product, demand[product], null), 0);
        }
    }

    private void enqueue(Chain chain, int option) {
        List<Option> options = continuations.options(chain.product());
        if (option < options.size()) {
            queue.add(new Waiting(
                    chain, option, chain.weight() * options.get(option).best(), numbered++));
        }
    }

    /** The size of the largest path not taken yet, up to rounding; 0 if there is none. */
    double largestLeft() {
        Waiting next = queue.peek();
        return next == null ? 0 : next.best();
    }

    /** The next path, largest first; null if there is none any more. */
    @Nullable
    Chain next() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            Chain chain = next.chain();
            if (chain.towardsDemand() == null && next.option() == 0) {
                beginNextRoot();
            }
            enqueue(chain, next.option() + 1);
            Option taken = continuations.options(chain.product()).get(next.option());
            if (taken.input() < 0) {
                return chain;
            }
            enqueue(new Chain(taken.input(), chain.weight() * taken.factor(), chain), 0);
        }
        return null;
    }
}
