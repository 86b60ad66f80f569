package org.leontief.optimisation;

/** P D = L U for the part of a basis that has filled up, with partial pivoting. */
final class DenseFactors {

    final int size;
    private final double[][] column;
    /** Row k of the factors is row rowOrder[k] of what was given. */
    private final int[] rowOrder;

    private final double[] work;

    private DenseFactors(double[][] column, int[] rowOrder) {
        this.size = column.length;
        this.column = column;
        this.rowOrder = rowOrder;
        work = new double[size];
    }

    /**
     * Factors a matrix in place.
     *
     * @param column the columns, as many as each has entries; overwritten
     * @param smallestPivot below which a column counts as dependent on those before it
     * @param dependent set where a column is dependent, which then has no pivot and stands for nothing; all false at first
     * @param unused set for the rows that were left without a pivot; all false at first
     * @return the factors; of use only if no column is dependent
     */
    static DenseFactors of(double[][] column, double smallestPivot, boolean[] dependent, boolean[] unused) {
        int size = column.length;
        int[] rowOrder = new int[size];
        for (int i = 0; i < size; i++) {
            rowOrder[i] = i;
        }
        int rank = 0;
        for (int j = 0; j < size; j++) {
            double[] pivots = column[j];
            int pivot = largest(pivots, rank);
            if (pivot < 0 || !(Math.abs(pivots[pivot]) >= smallestPivot)) {
                dependent[j] = true;
                continue;
            }
            exchangeRows(column, rowOrder, rank, pivot);
            double reciprocal = 1 / pivots[rank];
            for (int i = rank + 1; i < size; i++) {
                pivots[i] *= reciprocal;
            }
            for (int next = j + 1; next < size; next++) {
                subtract(column[next], pivots, column[next][rank], rank + 1, size);
            }
            rank++;
        }
        for (int k = rank; k < size; k++) {
            unused[rowOrder[k]] = true;
        }
        return new DenseFactors(column, rowOrder);
    }

    private static int largest(double[] entries, int from) {
        int place = -1;
        double most = -1;
        for (int i = from; i < entries.length; i++) {
            double candidate = Math.abs(entries[i]);
            if (candidate > most) {
                most = candidate;
                place = i;
            }
        }
        return place;
    }

    private static void exchangeRows(double[][] column, int[] rowOrder, int one, int other) {
        if (one == other) {
            return;
        }
        for (double[] entries : column) {
            double kept = entries[one];
            entries[one] = entries[other];
            entries[other] = kept;
        }
        int kept = rowOrder[one];
        rowOrder[one] = rowOrder[other];
        rowOrder[other] = kept;
    }

    private static void subtract(double[] target, double[] entries, double factor, int from, int to) {
        if (factor == 0) {
            return;
        }
        for (int i = from; i < to; i++) {
            target[i] -= factor * entries[i];
        }
    }

    /**
     * Solves D x = b.
     *
     * @param b overwritten with x
     */
    void solve(double[] b) {
        for (int k = 0; k < size; k++) {
            work[k] = b[rowOrder[k]];
        }
        for (int j = 0; j < size; j++) {
            subtract(work, column[j], work[j], j + 1, size);
        }
        for (int j = size - 1; j >= 0; j--) {
            if (work[j] != 0) {
                work[j] /= column[j][j];
                subtract(work, column[j], work[j], 0, j);
            }
        }
        System.arraycopy(work, 0, b, 0, size);
    }

    /**
     * Solves Dᵀ y = c.
     *
     * @param c overwritten with y
     */
    void solveTransposed(double[] c) {
        System.arraycopy(c, 0, work, 0, size);
        for (int j = 0; j < size; j++) {
            work[j] = (work[j] - dot(column[j], 0, j)) / column[j][j];
        }
        for (int j = size - 1; j >= 0; j--) {
            work[j] -= dot(column[j], j + 1, size);
        }
        for (int k = 0; k < size; k++) {
            c[rowOrder[k]] = work[k];
        }
    }

    /** Four sums at once, in a fixed order: a processor adds faster than one sum can wait for itself. */
    private double dot(double[] entries, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += entries[i] * work[i];
            s1 += entries[i + 1] * work[i + 1];
            s2 += entries[i + 2] * work[i + 2];
            s3 += entries[i + 3] * work[i + 3];
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (; i < to; i++) {
            sum += entries[i] * work[i];
        }
        return sum;
    }
}
