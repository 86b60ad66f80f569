package org.leontief.optimisation;

import java.util.Arrays;

/**
 * The ratio test of the dual simplex method with long steps: a price goes on rising past the points at which variables between
 * two bounds change sides, as long as the bound on the objective still comes down (Maros 2003, Computational Techniques of the
 * Simplex Method, section 10.2.3; Kirillova, Gabasov and Kostyukova 1979). One step takes thousands of variables from one
 * bound to the other where the simple test would take a pivot for each.
 */
final class LongStep {

    /** A pivot is not smaller than this share of the largest one that the step passes, where there is a choice. */
    private static final double PIVOT_SHARE = 1e-3;

    private int[] item = new int[64];
    private double[] ratio = new double[64];
    private double[] size = new double[64];
    private double[] range = new double[64];
    private int count;
    private int entering = -1;
    private int passed;

    /** Begins a new step. */
    void clear() {
        count = 0;
        entering = -1;
        passed = 0;
    }

    /**
     * A variable that the step would take past 0.
     *
     * @param variable its number
     * @param cost its reduced cost
     * @param coefficient how fast the step takes that down
     * @param span distance between its two bounds; +∞ if it cannot change sides
     */
    void add(int variable, double cost, double coefficient, double span) {
        if (count == item.length) {
            int longer = 2 * count;
            item = Arrays.copyOf(item, longer);
            ratio = Arrays.copyOf(ratio, longer);
            size = Arrays.copyOf(size, longer);
            range = Arrays.copyOf(range, longer);
        }
        item[count] = variable;
        size[count] = Math.abs(coefficient);
        ratio[count] = Math.abs(cost) / size[count];
        range[count++] = span;
    }

    /**
     * How far to go.
     *
     * @param slope by how much the leaving variable violates its bound: how fast the step gains at first
     * @return false if it may go on for ever, so that nothing can mend the violation
     */
    boolean choose(double slope) {
        int from = 0;
        int to = count;
        double left = slope;
        while (from < to) {
            double pivot = middle(ratio[from], ratio[(from + to) >>> 1], ratio[to - 1]);
            int below = from;
            int above = to;
            double before = 0;
            double at = 0;
            for (int k = from; k < above; ) {
                if (ratio[k] < pivot) {
                    before += size[k] * range[k];
                    exchange(k++, below++);
                } else if (ratio[k] > pivot) {
                    exchange(k, --above);
                } else {
                    at += size[k] * range[k];
                    k++;
                }
            }
            if (before >= left) {
                to = below;
            } else if (before + at >= left) {
                settle(below, above);
                return true;
            } else {
                left -= before + at;
                from = above;
            }
        }
        return false;
    }

    /** The step ends among the equal ratios from (inclusive) to (exclusive), or earlier if their pivots are too small. */
    private void settle(int from, int to) {
        double largest = 0;
        for (int k = 0; k < to; k++) {
            largest = Math.max(largest, size[k]);
        }
        int best = from;
        for (int k = from + 1; k < to; k++) {
            best = isBetter(k, best) ? k : best;
        }
        if (size[best] < PIVOT_SHARE * largest) {
            best = -1;
            for (int k = 0; k < from; k++) {
                boolean isLarge = size[k] >= PIVOT_SHARE * largest;
                if (isLarge && (best < 0 || ratio[k] > ratio[best] || (ratio[k] == ratio[best] && isBetter(k, best)))) {
                    best = k;
                }
            }
        }
        entering = item[best];
        double end = ratio[best];
        passed = 0;
        for (int k = 0; k < from; k++) {
            if (ratio[k] < end) {
                exchange(k, passed++);
            }
        }
    }

    /** Equal ratios: the larger pivot, then the smaller number, whatever order they came to stand in. */
    private boolean isBetter(int k, int than) {
        return size[k] > size[than] || (size[k] == size[than] && item[k] < item[than]);
    }

    private void exchange(int a, int b) {
        if (a != b) {
            int carried = item[a];
            item[a] = item[b];
            item[b] = carried;
            swap(ratio, a, b);
            swap(size, a, b);
            swap(range, a, b);
        }
    }

    private static void swap(double[] values, int a, int b) {
        double carried = values[a];
        values[a] = values[b];
        values[b] = carried;
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** The variable at which the step ends. */
    int entering() {
        return entering;
    }

    /** How many variables change sides. */
    int passed() {
        return passed;
    }

    /** One of them. */
    int passed(int k) {
        return item[k];
    }
}
