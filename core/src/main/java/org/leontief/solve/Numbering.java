package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;

/**
 * An order of the unknowns in which those that are used together stand together, so that passes find in the cache what they
 * need. Users never see it: right-hand sides are brought into it and results back.
 *
 * <p>Products of one branch use one another; found are such groups by looking at the suppliers of a product and at their
 * suppliers, leaving aside the few that everybody uses (greedy growing of groups, as in G. Karypis and V. Kumar, SIAM J.
 * Sci. Comput. 20, 1998, section 3.1.2). The order then takes every eighth unknown of it into one stage of a sweep, so that
 * each stage holds a part of every group.
 */
final class Numbering {

    /** Below this size all vectors stay in the cache whatever the order. */
    static final int WORTHWHILE = 1 << 16;

    /** Entries this close to the diagonal find each other in the cache. */
    private static final int CLOSE = 1 << 12;

    /** Share of close entries in a numbering that needs no better one. */
    private static final double ALREADY_GOOD = 0.5;

    /** user[k] is the number that unknown k of this order has outside. */
    private final int[] user;

    /** inner[i] is the number that unknown i of the user has in this order. */
    private final int[] inner;

    private Numbering(int[] grouped) {
        int n = grouped.length;
        user = new int[n];
        inner = new int[n];
        int k = 0;
        for (int stage = 0; stage < Passes.STAGES; stage++) {
            for (int member = stage; member < n; member += Passes.STAGES) {
                user[k++] = grouped[member];
            }
        }
        for (int place = 0; place < n; place++) {
            inner[user[place]] = place;
        }
    }

    /**
     * Looks for a better order.
     *
     * @return empty if the matrix is small, its own order is good, or none was found
     */
    static Optional<Numbering> of(SparseMatrix a, Watch watch) {
        if (a.columns < WORTHWHILE || isGood(a)) {
            return Optional.empty();
        }
        return new SupplierGroups(a, watch).order().map(Numbering::new);
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

    /** A vector of the user's in this order. */
    double[] inward(double[] vector, int threads) {
        double[] moved = new double[vector.length];
        Parallel.rows(vector.length, threads, (from, to) -> {
            for (int k = from; k < to; k++) {
                moved[k] = vector[user[k]];
            }
        });
        return moved;
    }

    /** A vector in this order as the user has it. */
    double[] outward(double[] vector, int threads) {
        double[] moved = new double[vector.length];
        Parallel.rows(vector.length, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                moved[i] = vector[inner[i]];
            }
        });
        return moved;
    }

    /** The user's numbers of some unknowns, ascending. */
    int[] outward(int[] members) {
        int[] outside = Arrays.stream(members).map(k -> user[k]).toArray();
        Arrays.sort(outside);
        return outside;
    }

    /**
     * A copy of a matrix with columns and rows in this order. Within a column the entries are ordered by the stage of
     * their row only, which is all that passes ask for, and much cheaper than by row.
     */
    SparseMatrix renumber(SparseMatrix a, int threads, Watch watch) {
        int n = a.columns;
        int[] start = new int[n + 1];
        for (int k = 0; k < n; k++) {
            start[k + 1] = start[k] + a.columnStart[user[k] + 1] - a.columnStart[user[k]];
        }
        int[] index = new int[start[n]];
        double[] value = new double[start[n]];
        int length = Passes.stageLength(n);
        int stretch = 1 << 18;
        for (int first = 0; first < n; first += stretch) {
            int begin = first;
            Parallel.rows(
                    Math.min(n - first, stretch),
                    1024,
                    threads,
                    (from, to) -> copyColumns(a, begin + from, begin + to, start, index, value, length));
            watch.look();
        }
        return new SparseMatrix(n, n, start, index, value);
    }

    private void copyColumns(
            SparseMatrix a, int from, int to, int[] start, int[] index, double[] value, int stageLength) {
        int[] next = new int[Passes.STAGES];
        for (int k = from; k < to; k++) {
            int first = a.columnStart[user[k]];
            int last = a.columnStart[user[k] + 1];
            Arrays.fill(next, 0);
            for (int p = first; p < last; p++) {
                next[inner[a.rowIndex[p]] / stageLength]++;
            }
            int place = start[k];
            for (int stage = 0; stage < Passes.STAGES; stage++) {
                int count = next[stage];
                next[stage] = place;
                place += count;
            }
            for (int p = first; p < last; p++) {
                int row = inner[a.rowIndex[p]];
                int target = next[row / stageLength]++;
                index[target] = row;
                value[target] = a.value[p];
            }
        }
    }
}
