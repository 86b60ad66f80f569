package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;

/** Finds groups of products that supply one another, as an order in which each group stands together. */
final class SupplierGroups {

    /** Below this size all vectors stay in the cache whatever the order. */
    private static final int LARGE = 1 << 16;

    /** Entries this close to the diagonal find each other in the cache. */
    private static final int CLOSE = 1 << 12;

    /** Share of close entries in a numbering that needs no better one. */
    private static final double ALREADY_GOOD = 0.5;

    /** A supplier used more often than this times the average belongs to everybody. */
    private static final int POPULAR = 4;

    /** Entries of a column that are looked at to count how often suppliers are used. */
    private static final int SAMPLED = 8;

    /** 2³² divided by the golden ratio: its multiples are spread evenly. */
    private static final int SCATTER = 0x9E3779B1;

    /** Suppliers of the first member that are asked for theirs, and then members that are. */
    private static final int FIRST_ASKED = 48;

    private static final int MOST_ASKED = 144;

    /** Named so often by those asked, a product belongs to the group. */
    private static final int NAMED_TWICE = 2;

    private static final int NAMED_OFTEN = 3;

    /** Added to the count of those who have been asked themselves. */
    private static final byte ASKED = 1 << 4;

    /** A product with fewer free suppliers than this starts no group of its own. */
    private static final int FEWEST_FREE = 8;

    /** Share of products in groups below which the search was in vain. */
    private static final double WORTHWHILE = 0.5;

    private static final int INDICES_IN_A_LINE = 64 / Integer.BYTES;
    private static final int NONE = -1;
    private static final int LOOK_EVERY = 1 << 12;

    private final SparseMatrix a;
    private final Watch watch;
    private final int n;
    private final int[] uses;
    private final int popular;
    private final int[] group;
    private final byte[] named;
    private final int[] seen;
    private int seenCount;
    private final int[] asked = new int[MOST_ASKED];
    private int askedCount;
    /** Written so that the compiler does not drop reads whose only purpose is to fetch. */
    @SuppressWarnings("unused")
    private volatile long fetched;

    private final int[] order;
    private int placed;
    /** Entries that may still be looked at: the search must not cost more than a few passes. */
    private long budget;

    private SupplierGroups(SparseMatrix a, Watch watch) {
        this.a = a;
        this.watch = watch;
        n = a.columns;
        uses = new int[n];
        group = new int[n];
        Arrays.fill(group, NONE);
        named = new byte[n];
        seen = new int[n];
        order = new int[n];
        budget = a.nonZeros();
        popular = countUses();
    }

    /** Counts uses in a sample; returns the count above which a supplier is everybody's. */
    private int countUses() {
        long sampled = 0;
        for (int j = 0; j < n; j++) {
            int length = a.columnStart[j + 1] - a.columnStart[j];
            int first = a.columnStart[j] + (length > SAMPLED ? scattered(j) % (length - SAMPLED + 1) : 0);
            int last = Math.min(a.columnStart[j + 1], first + SAMPLED);
            for (int p = first; p < last; p++) {
                uses[a.rowIndex[p]]++;
                sampled++;
            }
        }
        return (int) Math.max(SAMPLED, POPULAR * sampled / n);
    }

    /** Columns are sorted: if all samples were taken at their front, low numbers would seem to be used by everybody. */
    private static int scattered(int j) {
        return (j * SCATTER) >>> 1;
    }

    /**
     * The numbers of all products, group by group.
     *
     * @return empty if the matrix is small, its own order is good, or few products could be put into groups
     */
    static Optional<int[]> order(SparseMatrix a, Watch watch) {
        return a.columns < LARGE || isGood(a) ? Optional.empty() : new SupplierGroups(a, watch).order();
    }

    private static boolean isGood(SparseMatrix a) {
        long close = 0;
        long seen = 0;
        int step = Math.max(1, a.columns / 4096);
        for (int j = 0; j < a.columns; j += step) {
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                close += Math.abs(a.rowIndex[p] - j) < CLOSE ? 1 : 0;
                seen++;
            }
        }
        return close >= ALREADY_GOOD * seen;
    }

    private Optional<int[]> order() {
        int groups = 0;
        for (int seed = 0; seed < n && budget > 0; seed++) {
            if (seed % LOOK_EVERY == 0) {
                watch.look();
            }
            if (isFree(seed) && freeSuppliers(seed) >= FEWEST_FREE) {
                grow(seed, groups++);
            }
        }
        if (placed < WORTHWHILE * n) {
            return Optional.empty();
        }
        return Optional.of(withStragglers(groups));
    }

    private boolean isFree(int product) {
        return group[product] == NONE && uses[product] <= popular;
    }

    private int freeSuppliers(int product) {
        int free = 0;
        for (int p = a.columnStart[product]; p < a.columnStart[product + 1] && free < FEWEST_FREE; p++) {
            free += isFree(a.rowIndex[p]) ? 1 : 0;
        }
        return free;
    }

    /** Asks the suppliers of the seed for their suppliers, and then those who were named twice for theirs. */
    private void grow(int seed, int number) {
        seenCount = 0;
        askedCount = 0;
        for (int p = a.columnStart[seed]; p < a.columnStart[seed + 1] && askedCount < FIRST_ASKED; p++) {
            if (isFree(a.rowIndex[p])) {
                asked[askedCount++] = a.rowIndex[p];
            }
        }
        ask(0);
        int first = askedCount;
        int known = seenCount;
        for (int k = 0; k < known && askedCount < MOST_ASKED; k++) {
            // Nobody is asked twice: it would cost again and count one voice as two.
            if (named[seen[k]] >= NAMED_TWICE && named[seen[k]] < ASKED) {
                asked[askedCount++] = seen[k];
            }
        }
        ask(first);
        place(seed, number);
        for (int k = 0; k < seenCount; k++) {
            int candidate = seen[k];
            if ((named[candidate] & ~ASKED) >= NAMED_OFTEN && group[candidate] == NONE) {
                place(candidate, number);
            }
            named[candidate] = 0;
        }
    }

    /** Asks those who were added since the given one. Their recipes lie far apart, so all are fetched before one is read. */
    private void ask(int from) {
        long sum = 0;
        for (int k = from; k < askedCount; k++) {
            for (int p = a.columnStart[asked[k]]; p < a.columnStart[asked[k] + 1]; p += INDICES_IN_A_LINE) {
                sum += a.rowIndex[p];
            }
        }
        fetched = sum;
        for (int k = from; k < askedCount; k++) {
            askOne(asked[k]);
        }
    }

    private void askOne(int product) {
        if (named[product] == 0) {
            seen[seenCount++] = product;
        }
        named[product] |= ASKED;
        for (int p = a.columnStart[product]; p < a.columnStart[product + 1]; p++) {
            int supplier = a.rowIndex[p];
            if (isFree(supplier)) {
                if (named[supplier] == 0) {
                    seen[seenCount++] = supplier;
                }
                if ((named[supplier] & ~ASKED) < NAMED_OFTEN) {
                    named[supplier]++;
                }
            }
        }
        budget -= a.columnStart[product + 1] - a.columnStart[product];
    }

    private void place(int product, int number) {
        group[product] = number;
        order[placed++] = product;
    }

    /** Those without a group follow the one that supplies them most; the popular come last. Sorted by group. */
    private int[] withStragglers(int groups) {
        int[] votes = new int[groups + 1];
        int[] home = new int[n];
        int[] size = new int[groups + 2];
        for (int i = 0; i < n; i++) {
            home[i] = group[i] != NONE ? group[i] : uses[i] <= popular ? mostFrequentGroup(i, votes, groups) : groups;
            size[home[i] + 1]++;
        }
        for (int g = 0; g <= groups; g++) {
            size[g + 1] += size[g];
        }
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            sorted[size[home[i]]++] = i;
        }
        return sorted;
    }

    private int mostFrequentGroup(int product, int[] votes, int none) {
        int best = none;
        for (int p = a.columnStart[product]; p < a.columnStart[product + 1]; p++) {
            int candidate = group[a.rowIndex[p]];
            if (candidate != NONE) {
                votes[candidate]++;
                best = best == none || votes[candidate] > votes[best] ? candidate : best;
            }
        }
        for (int p = a.columnStart[product]; p < a.columnStart[product + 1]; p++) {
            int candidate = group[a.rowIndex[p]];
            if (candidate != NONE) {
                votes[candidate] = 0;
            }
        }
        return best;
    }
}
