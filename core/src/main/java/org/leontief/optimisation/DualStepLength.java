package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * How far a dual step may go. A reduced cost that reaches 0 blocks, unless its variable has two bounds and can change to the
 * other, as long as the infeasibility that drives the step is not used up by that: the long-step or bound-flipping ratio
 * test. Where several block within the tolerance, the one with the largest pivot is taken (Harris). I. Maros, "A
 * generalized dual phase-2 simplex algorithm", European Journal of Operational Research 149 (2003); A. Koberstein, The
 * dual simplex method, techniques for a fast and stable implementation (Paderborn 2005), chapter 6.
 */
final class DualStepLength {

    private static final double SMALLEST_PIVOT = 1e-9;
    /** A pivot this small is taken only where no earlier step has a larger one. */
    private static final double SMALL_SHARE = 1e-3;

    private final SimplexState state;
    private final double[] ratio;
    /** Candidates as a heap by ratio; behind the heap those taken off, the last one first. */
    private final int[] heap;

    private int heaped;
    /** Where in the order of being taken off each group ends. */
    private int[] groupEnd = new int[16];

    private int groups;
    private final int[] taken;
    private int takenCount;
    private int flips;

    DualStepLength(SimplexState state) {
        this.state = state;
        ratio = new double[state.variables];
        heap = new int[state.variables];
        taken = new int[state.variables];
    }

    /**
     * Chooses which variable comes in.
     *
     * @param infeasibility x − bound of the variable that leaves; below 0 if it is below its lower bound
     * @param allowed how much of the infeasibility may be left
     * @param tolerance what a reduced cost may have the wrong sign by
     * @return the variable, or −1 if all that block together leave more infeasibility than is allowed
     */
    int entering(double infeasibility, double allowed, double tolerance) {
        int direction = infeasibility < 0 ? -1 : 1;
        collect(direction);
        groups = 0;
        takenCount = 0;
        flips = 0;
        double slope = Math.abs(infeasibility);
        while (heaped > 0 && slope >= 0) {
            slope -= takeGroup(tolerance);
        }
        return slope > allowed || takenCount == 0 ? -1 : choose();
    }

    /** How many variables change to their other bound, and which: the first ones of {@link #flipped}. */
    int flips() {
        return flips;
    }

    int flipped(int k) {
        return taken[k];
    }

    private void collect(int direction) {
        heaped = 0;
        for (int j = 0; j < state.variables; j++) {
            double pivot = direction * state.tableauRow[j];
            if (Math.abs(pivot) <= SMALLEST_PIVOT
                    || state.place[j] == Place.BASIC
                    || state.lower[j] == state.upper[j]) {
                continue;
            }
            boolean blocks = switch (state.place[j]) {
                case LOWER -> pivot > 0;
                case UPPER -> pivot < 0;
                default -> true;
            };
            if (blocks) {
                ratio[j] = state.place[j] == Place.FREE ? 0 : Math.max(0, state.d[j] / pivot);
                heap[heaped++] = j;
            }
        }
        for (int k = heaped / 2 - 1; k >= 0; k--) {
            sink(k);
        }
    }

    private void sink(int from) {
        int moving = heap[from];
        int k = from;
        while (2 * k + 1 < heaped) {
            int child = 2 * k + 1;
            if (child + 1 < heaped && ratio[heap[child + 1]] < ratio[heap[child]]) {
                child++;
            }
            if (ratio[heap[child]] >= ratio[moving]) {
                break;
            }
            heap[k] = heap[child];
            k = child;
        }
        heap[k] = moving;
    }

    /** Takes off all that block within the tolerance, and says what changing all their bounds would use up. */
    private double takeGroup(double tolerance) {
        double furthest = Double.POSITIVE_INFINITY;
        double used = 0;
        while (heaped > 0 && ratio[heap[0]] <= furthest) {
            int j = heap[0];
            heap[0] = heap[--heaped];
            if (heaped > 0) {
                sink(0);
            }
            taken[takenCount++] = j;
            double pivot = Math.abs(state.tableauRow[j]);
            furthest = Math.min(furthest, (Math.abs(state.d[j]) + tolerance) / pivot);
            used += pivot * (state.upper[j] - state.lower[j]);
        }
        if (groups == groupEnd.length) {
            groupEnd = Arrays.copyOf(groupEnd, 2 * groups);
        }
        groupEnd[groups++] = takenCount;
        return used;
    }

    /** The last group with a pivot that is not small; its variables and those behind stay where they are. */
    private int choose() {
        double largest = 0;
        for (int k = 0; k < takenCount; k++) {
            largest = Math.max(largest, Math.abs(state.tableauRow[taken[k]]));
        }
        for (int g = groups - 1; g >= 0; g--) {
            int from = g == 0 ? 0 : groupEnd[g - 1];
            int best = taken[from];
            for (int k = from; k < groupEnd[g]; k++) {
                if (Math.abs(state.tableauRow[taken[k]]) > Math.abs(state.tableauRow[best])) {
                    best = taken[k];
                }
            }
            if (Math.abs(state.tableauRow[best]) >= SMALL_SHARE * Math.min(1, largest)) {
                flips = from;
                return best;
            }
        }
        throw new IllegalStateException("The largest pivot is not small.");
    }
}
