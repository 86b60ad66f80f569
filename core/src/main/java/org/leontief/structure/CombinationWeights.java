package org.leontief.structure;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which combinations of earlier and later factors a form needs, and how often each counts in the effect of every factor.
 *
 * <p>A combination is a set of bits: those of the factors that have their later value. Weights are whole numbers over a common
 * denominator, so that they add up exactly: to −1 for no bit, 1 for all bits and 0 for all others.
 */
final class CombinationWeights {

    /** 2¹⁰ combinations, and 10! is a whole number below 2⁵³. */
    private static final int MOST_IN_ALL_ORDERS = 10;

    private static final int MOST = 62;

    private final int factors;
    private final int terms;
    private final long denominator;
    private final SortedMap<Long, long[]> weights = new TreeMap<>();

    private CombinationWeights(int factors, int terms, long denominator) {
        this.factors = factors;
        this.terms = terms;
        this.denominator = denominator;
    }

    static CombinationWeights of(DecompositionForm form, int factors) {
        int most = form == DecompositionForm.ALL_ORDERS ? MOST_IN_ALL_ORDERS : MOST;
        if (factors > most) {
            throw new IllegalArgumentException(factors + " factors are too many for " + form + ", which takes " + most
                    + (most < MOST ? ". Choose DecompositionForm.POLAR_MEAN, or fewer groups." : "."));
        }
        CombinationWeights made = new CombinationWeights(
                factors,
                form.hasInteraction() ? factors + 1 : factors,
                form == DecompositionForm.ALL_ORDERS
                        ? factorial(factors)
                        : form == DecompositionForm.POLAR_MEAN ? 2 : 1);
        switch (form) {
            case ALL_ORDERS -> made.addAllOrders();
            case POLAR_MEAN -> {
                made.addFirstToLast();
                made.addLastToFirst();
            }
            case FIRST_TO_LAST -> made.addFirstToLast();
            case LAST_TO_FIRST -> made.addLastToFirst();
            case EARLIER_WEIGHTS -> made.addAtWeights(0);
            case LATER_WEIGHTS -> made.addAtWeights(made.all());
        }
        return made;
    }

    private static long factorial(int k) {
        return k < 2 ? 1 : k * factorial(k - 1);
    }

    private long all() {
        return (1L << factors) - 1;
    }

    /** |S|! (k − |S| − 1)! orders change factor f right after those in S. */
    private void addAllOrders() {
        for (long others = 0; others <= all(); others++) {
            int size = Long.bitCount(others);
            for (int f = 0; f < factors; f++) {
                if (((others >> f) & 1) == 0) {
                    add(f, others, factorial(size) * factorial(factors - size - 1));
                }
            }
        }
    }

    private void addFirstToLast() {
        for (int f = 0; f < factors; f++) {
            add(f, (1L << f) - 1, 1);
        }
    }

    private void addLastToFirst() {
        for (int f = 0; f < factors; f++) {
            add(f, all() & -(1L << (f + 1)), 1);
        }
    }

    private void addAtWeights(long base) {
        for (int f = 0; f < factors; f++) {
            add(f, base & ~(1L << f), 1);
        }
        // The interaction is what the others leave of the difference.
        weight(all())[factors] += 1;
        weight(0)[factors] -= 1;
        weights.values().forEach(each -> {
            for (int f = 0; f < factors; f++) {
                each[factors] -= each[f];
            }
        });
    }

    /** Factor f changes while exactly these others have changed. */
    private void add(int f, long others, long times) {
        weight(others | (1L << f))[f] += times;
        weight(others)[f] -= times;
    }

    private long[] weight(long combination) {
        return weights.computeIfAbsent(combination, key -> new long[terms]);
    }

    int terms() {
        return terms;
    }

    long denominator() {
        return denominator;
    }

    /** By combination: a weight for each term. */
    SortedMap<Long, long[]> byCombination() {
        return weights;
    }
}
