package org.leontief.solve;

/**
 * A square matrix stored by rows, for passes that gather: y_i = Σ_j a_ij x_j. The compressed columns of Aᵀ are the rows
 * of A, so this is a view of a {@link SparseMatrix} and holds no numbers of its own but the diagonal.
 */
final class Rows {

    final int n;
    final int[] start;
    final int[] index;
    final double[] value;
    final double[] diagonal;
    private final SparseMatrix transposed;

    private Rows(SparseMatrix transposed) {
        this.transposed = transposed;
        n = transposed.columns;
        start = transposed.columnStart;
        index = transposed.rowIndex;
        value = transposed.value;
        diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            // Not by binary search: within a stage a renumbered matrix has its entries in no order.
            for (int p = start[i]; p < start[i + 1]; p++) {
                if (index[p] == i) {
                    diagonal[i] = value[p];
                }
            }
        }
    }

    /** The rows of A, given Aᵀ. */
    static Rows ofTransposed(SparseMatrix transposed) {
        return new Rows(transposed);
    }

    /** Aᵀ as a matrix. */
    SparseMatrix transposed() {
        return transposed;
    }

    /** Σ_j a_ij x_j. */
    double dot(int i, double[] x) {
        double sum = 0;
        for (int p = start[i]; p < start[i + 1]; p++) {
            sum += value[p] * x[index[p]];
        }
        return sum;
    }

    /**
     * The rows and columns of the given members alone.
     *
     * @param members ascending
     * @param numbers a work array of length n, −1 everywhere before and after
     */
    Rows block(int[] members, int[] numbers) {
        for (int k = 0; k < members.length; k++) {
            numbers[members[k]] = k;
        }
        int[] blockStart = new int[members.length + 1];
        for (int k = 0; k < members.length; k++) {
            int kept = 0;
            for (int p = start[members[k]]; p < start[members[k] + 1]; p++) {
                kept += numbers[index[p]] >= 0 ? 1 : 0;
            }
            blockStart[k + 1] = blockStart[k] + kept;
        }
        int[] blockIndex = new int[blockStart[members.length]];
        double[] blockValue = new double[blockIndex.length];
        int place = 0;
        for (int member : members) {
            for (int p = start[member]; p < start[member + 1]; p++) {
                if (numbers[index[p]] >= 0) {
                    blockIndex[place] = numbers[index[p]];
                    blockValue[place++] = value[p];
                }
            }
        }
        for (int member : members) {
            numbers[member] = -1;
        }
        return new Rows(new SparseMatrix(members.length, members.length, blockStart, blockIndex, blockValue));
    }

    /** y = A x. */
    void multiply(double[] x, double[] y, int threads) {
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = dot(i, x);
            }
        });
    }
}
