package org.leontief.solve;

import java.util.Arrays;

/**
 * An order of the unknowns in which passes run fast. Users never see it: right-hand sides are brought into it and results
 * back.
 *
 * <p>Three things make it. <b>Groups</b>: unknowns that are used together stand together (see {@link SupplierGroups}), so
 * that vectors are found in the cache. <b>Stages</b>: every eighth unknown of that order goes into one stage of a
 * Gauss–Seidel sweep, so that each stage holds a part of every group and sweeps converge nearly as if they took the
 * unknowns singly. <b>Slices</b>: within a stage, rows of nearly equal length stand together in eights, so that eight sums
 * run side by side and end together; a row far longer than the others is a unit of its own (A. Monakov, A. Lokhmotov and A.
 * Avetisyan, HiPEAC 2010, LNCS 5952: sliced ELLPACK; M. Kreutzer et al., SIAM J. Sci. Comput. 36, 2014: SELL-C-σ).
 */
final class Numbering {

    /** Part of the definition of a sweep, so never tuned to a machine. */
    static final int STAGES = 8;

    /** Rows that are summed side by side: as many as the processor works on at once. */
    static final int SLICE = 8;

    /** Rows among which those of equal length are looked for; few enough that groups stay together. */
    private static final int WINDOW = 512;

    /** A row longer than the mean by this factor, and by as many entries, is a unit of its own. */
    private static final int LONG_FACTOR = 2;

    private static final int LONG_AT_LEAST = 16;

    private final int n;
    /** user[k] is the number that unknown k of this order has outside. */
    private final int[] user;

    /** inner[i] is the number that unknown i of the user has in this order. */
    private final int[] inner;

    /** First unknown of every unit, and n. A unit is a slice of {@link #SLICE} rows or one row. */
    private final int[] unitRow;

    /** First unit of every stage, and the number of units. */
    private final int[] stageUnit = new int[STAGES + 1];

    /**
     * Orders unknowns.
     *
     * @param grouped the user's numbers, group by group
     * @param length entries of each row, by the user's numbers
     */
    Numbering(int[] grouped, int[] length) {
        n = grouped.length;
        user = new int[n];
        inner = new int[n];
        long total = 0;
        for (int entries : length) {
            total += entries;
        }
        double longest = LONG_AT_LEAST + LONG_FACTOR * (double) total / Math.max(1, n);
        int[] units = new int[n + 1];
        int unit = 0;
        int placed = 0;
        for (int stage = 0; stage < STAGES; stage++) {
            stageUnit[stage] = unit;
            int single = placed;
            int sliced = takeStage(grouped, stage, length, longest, placed);
            // What does not fill a slice becomes single rows, too; they stand before the slices.
            int last = sliced + (membersOf(stage) - (sliced - placed)) % SLICE;
            for (; single < last; single++) {
                units[unit++] = single;
            }
            placed += membersOf(stage);
            sortByLength(last, placed, length);
            for (int row = last; row < placed; row += SLICE) {
                units[unit++] = row;
            }
        }
        stageUnit[STAGES] = unit;
        units[unit] = n;
        unitRow = Arrays.copyOf(units, unit + 1);
        for (int k = 0; k < n; k++) {
            inner[user[k]] = k;
        }
    }

    private int membersOf(int stage) {
        return (n - stage + STAGES - 1) / STAGES;
    }

    /** Places the members of a stage, long rows first. Returns the place of the first that is not long. */
    private int takeStage(int[] grouped, int stage, int[] length, double longest, int placed) {
        int next = placed;
        for (int member = stage; member < n; member += STAGES) {
            if (length[grouped[member]] > longest) {
                user[next++] = grouped[member];
            }
        }
        int firstShort = next;
        for (int member = stage; member < n; member += STAGES) {
            if (length[grouped[member]] <= longest) {
                user[next++] = grouped[member];
            }
        }
        return firstShort;
    }

    private void sortByLength(int from, int to, int[] length) {
        long[] keys = new long[WINDOW];
        for (int begin = from; begin < to; begin += WINDOW) {
            int count = Math.min(to - begin, WINDOW);
            for (int k = 0; k < count; k++) {
                // Equal lengths keep their order.
                keys[k] = ((long) length[user[begin + k]] << 32) | k;
            }
            Arrays.sort(keys, 0, count);
            int[] sorted = new int[count];
            for (int k = 0; k < count; k++) {
                sorted[k] = user[begin + (int) keys[k]];
            }
            System.arraycopy(sorted, 0, user, begin, count);
        }
    }

    int size() {
        return n;
    }

    int units() {
        return unitRow.length - 1;
    }

    /** First row of a unit. The next unit begins after its last. */
    int firstRow(int unit) {
        return unitRow[unit];
    }

    boolean isSlice(int unit) {
        return unitRow[unit + 1] - unitRow[unit] == SLICE;
    }

    /** First unit of a stage, also of the one after the last. */
    int firstUnit(int stage) {
        return stageUnit[stage];
    }

    /** The user's number of unknown k. */
    int outside(int k) {
        return user[k];
    }

    /** Shared, not to be written to: the numbers here of the user's unknowns. */
    int[] insideShared() {
        return inner;
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

    /** Brings rows and columns of an n × n array, held by rows, from this order into the user's, without a second array. */
    void outwardInPlace(double[] matrix, int threads) {
        Parallel.rows(n, 64, threads, (from, to) -> {
            double[] moved = new double[n];
            for (int row = from; row < to; row++) {
                for (int i = 0; i < n; i++) {
                    moved[i] = matrix[row * n + inner[i]];
                }
                System.arraycopy(moved, 0, matrix, row * n, n);
            }
        });
        double[] first = new double[n];
        boolean[] done = new boolean[n];
        for (int begin = 0; begin < n; begin++) {
            // Round each cycle of the permutation: row i of the user is row inner[i] of this order.
            System.arraycopy(matrix, begin * n, first, 0, n);
            int i = begin;
            while (!done[i]) {
                done[i] = true;
                if (inner[i] == begin) {
                    System.arraycopy(first, 0, matrix, i * n, n);
                } else {
                    System.arraycopy(matrix, inner[i] * n, matrix, i * n, n);
                }
                i = inner[i];
            }
        }
    }

    /** The user's numbers of some unknowns, ascending. */
    int[] outward(int[] members) {
        int[] outside = Arrays.stream(members).map(k -> user[k]).toArray();
        Arrays.sort(outside);
        return outside;
    }
}
