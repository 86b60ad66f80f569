package org.leontief.optimisation;

import java.util.Arrays;

/** A compressed matrix that is written line by line. */
final class GrowingLines {

    private int[] start;
    private int[] index = new int[64];
    private double[] value = new double[64];
    private int lines;
    private int entries;

    GrowingLines(int expectedLines) {
        start = new int[expectedLines + 1];
    }

    /** Begins the next line. */
    void begin() {
        if (lines + 1 >= start.length) {
            start = Arrays.copyOf(start, 2 * start.length + 2);
        }
        start[lines++] = entries;
        start[lines] = entries;
    }

    /** Adds an entry to the line that was begun last. */
    void add(int place, double entry) {
        if (entries == index.length) {
            index = Arrays.copyOf(index, 2 * entries);
            value = Arrays.copyOf(value, 2 * entries);
        }
        index[entries] = place;
        value[entries++] = entry;
        start[lines] = entries;
    }

    int lines() {
        return lines;
    }

    int entries() {
        return entries;
    }

    /** The inner product of one line with a vector. */
    double dot(int line, double[] vector) {
        double sum = 0;
        for (int p = start[line]; p < start[line + 1]; p++) {
            sum += value[p] * vector[index[p]];
        }
        return sum;
    }

    /** Adds a multiple of one line to a vector. */
    void addTo(double[] vector, int line, double factor) {
        for (int p = start[line]; p < start[line + 1]; p++) {
            vector[index[p]] += factor * value[p];
        }
    }

    /** Begins again without lines. */
    void clear() {
        lines = 0;
        entries = 0;
        start[0] = 0;
    }

    /** What has been written, in arrays of the right length. */
    CompressedMatrix compressed() {
        return new CompressedMatrix(
                Arrays.copyOf(start, lines + 1), Arrays.copyOf(index, entries), Arrays.copyOf(value, entries));
    }
}
