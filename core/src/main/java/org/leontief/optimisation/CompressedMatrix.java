package org.leontief.optimisation;

/**
 * A matrix in compressed form, its entries in the order of one of its sides: columns, or rows if it is the transpose of what
 * it stands for. The arrays are read in inner loops and written only where it is made.
 *
 * @param start where each line begins, and at the end how many entries there are
 * @param index which place of the other side an entry belongs to
 * @param value the entries
 */
@SuppressWarnings("ArrayRecordComponent") // read in place, never compared
record CompressedMatrix(int[] start, int[] index, double[] value) {

    /** How many lines. */
    int lines() {
        return start.length - 1;
    }

    /** How many entries. */
    int entries() {
        return start[start.length - 1];
    }

    /** The same entries in the order of the other side, which has so many lines. */
    CompressedMatrix transposed(int otherLines) {
        int[] first = new int[otherLines + 1];
        for (int p = 0; p < entries(); p++) {
            first[index[p] + 1]++;
        }
        for (int i = 0; i < otherLines; i++) {
            first[i + 1] += first[i];
        }
        int[] next = first.clone();
        int[] line = new int[entries()];
        double[] moved = new double[entries()];
        for (int j = 0; j < lines(); j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
                int place = next[index[p]]++;
                line[place] = j;
                moved[place] = value[p];
            }
        }
        return new CompressedMatrix(first, line, moved);
    }

    /** The inner product of one line with a vector of the other side. */
    double dot(int line, double[] vector) {
        double sum = 0;
        for (int p = start[line]; p < start[line + 1]; p++) {
            sum += value[p] * vector[index[p]];
        }
        return sum;
    }

    /** Adds a multiple of one line to a vector of the other side. */
    void addTo(double[] vector, int line, double factor) {
        for (int p = start[line]; p < start[line + 1]; p++) {
            vector[index[p]] += factor * value[p];
        }
    }
}
