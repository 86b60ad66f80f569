package org.leontief.optimisation;

import java.util.Arrays;

/** Rows or columns of an elimination in progress, in lists by how many entries they have left. */
final class CountedLines {

    private static final int NONE = -1;

    private final int[] head;
    private final int[] next;
    private final int[] previous;
    private final int[] listed;

    CountedLines(int lines, int largestCount) {
        head = new int[largestCount + 1];
        next = new int[lines];
        previous = new int[lines];
        listed = new int[lines];
        Arrays.fill(head, NONE);
        Arrays.fill(listed, NONE);
    }

    /** The first line with so many entries, or −1. */
    int first(int count) {
        return head[count];
    }

    /** The line listed behind another, or −1. */
    int next(int line) {
        return next[line];
    }

    /** Lists a line under another count. */
    void move(int line, int count) {
        if (listed[line] == count) {
            return;
        }
        remove(line);
        listed[line] = count;
        previous[line] = NONE;
        next[line] = head[count];
        if (head[count] != NONE) {
            previous[head[count]] = line;
        }
        head[count] = line;
    }

    /** Takes a line out. */
    void remove(int line) {
        if (listed[line] == NONE) {
            return;
        }
        if (previous[line] == NONE) {
            head[listed[line]] = next[line];
        } else {
            next[previous[line]] = next[line];
        }
        if (next[line] != NONE) {
            previous[next[line]] = previous[line];
        }
        listed[line] = NONE;
    }
}
