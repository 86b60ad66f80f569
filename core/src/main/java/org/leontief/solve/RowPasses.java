package org.leontief.solve;

/** Passes over stored rows of A: row i is gathered, y_i = Σ_j a_ij x_j. Threads share the rows in blocks. */
final class RowPasses extends Passes {

    /** Rows between two looks at the listener. */
    private static final int STRETCH = 1 << 19;

    /** Entries that a thread takes at a time. */
    private static final double ENTRIES_IN_A_BLOCK = 1 << 15;

    private final int block;

    RowPasses(SparseMatrix rows) {
        super(rows);
        block = (int) Math.max(1, Math.min(Parallel.BLOCK, ENTRIES_IN_A_BLOCK / (1 + start[n] / (n + 1.0))));
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        inStretches(0, n, threads, watch, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = gathered(start[i], start[i + 1], x);
            }
        });
    }

    /** A long sum as four short ones: the processor works on all of them at once. */
    private double gathered(int from, int to, double[] x) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int p = from;
        for (; p < to - 3; p += 4) {
            first += value[p] * x[index[p]];
            second += value[p + 1] * x[index[p + 1]];
            third += value[p + 2] * x[index[p + 2]];
            fourth += value[p + 3] * x[index[p + 3]];
        }
        for (; p < to; p++) {
            first += value[p] * x[index[p]];
        }
        return (first + second) + (third + fourth);
    }

    /**
     * In two halves that together touch every entry once. With A = L + U, where L takes from earlier stages, and P the
     * pivots: first (P − L) p = r, stage by stage; then what is left is r − (I − A) p = U p − (1 − pivot) p, since L p = P p − r.
     */
    @Override
    void sweep(double[] r, double[] p, int threads, Watch watch) {
        for (int stage = 0; stage < STAGES; stage++) {
            int border = stageStart(stage);
            inStretches(border, stageStart(stage + 1), threads, watch, (from, to) -> {
                for (int i = from; i < to; i++) {
                    p[i] = (r[i] + gatheredBelow(border, i, p)) / pivot[i];
                }
            });
        }
        for (int stage = 0; stage < STAGES; stage++) {
            int border = stageStart(stage);
            inStretches(border, stageStart(stage + 1), threads, watch, (from, to) -> {
                for (int i = from; i < to; i++) {
                    r[i] = gatheredFrom(border, i, p) - (1 - pivot[i]) * p[i];
                }
            });
        }
    }

    /** Σ_j a_ij x_j over the j before a border between stages; read from the front, so nothing has to be searched for. */
    private double gatheredBelow(int border, int i, double[] x) {
        double even = 0;
        double odd = 0;
        int p = start[i];
        int last = start[i + 1] - 1;
        for (; p < last && index[p + 1] < border; p += 2) {
            even += value[p] * x[index[p]];
            odd += value[p + 1] * x[index[p + 1]];
        }
        // Of the next two entries none or the first is below the border.
        if (p <= last && index[p] < border) {
            even += value[p] * x[index[p]];
        }
        return even + odd;
    }

    /** Σ_j a_ij x_j over the other j; read from the back. */
    private double gatheredFrom(int border, int i, double[] x) {
        double even = 0;
        double odd = 0;
        int p = start[i + 1] - 1;
        int first = start[i];
        for (; p > first && index[p - 1] >= border; p -= 2) {
            even += value[p] * x[index[p]];
            odd += value[p - 1] * x[index[p - 1]];
        }
        if (p >= first && index[p] >= border) {
            even += value[p] * x[index[p]];
        }
        return even + odd;
    }

    @Override
    void residual(double[] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        inStretches(0, n, threads, watch, (from, to) -> {
            for (int i = from; i < to; i++) {
                accurately(i, b[i], x, sum, error);
            }
        });
    }

    private void accurately(int i, double b, double[] x, double[] sums, double[] bounds) {
        double second = -x[i];
        double sum = b + second;
        double away = sum - b;
        double errors = (b - (sum - away)) + (second - away);
        double magnitude = Math.abs(errors);
        for (int p = start[i]; p < start[i + 1]; p++) {
            double xj = x[index[p]];
            double product = value[p] * xj;
            double productError = Math.fma(value[p], xj, -product);
            double next = sum + product;
            double shifted = next - sum;
            double sumError = (sum - (next - shifted)) + (product - shifted);
            sum = next;
            errors += productError + sumError;
            magnitude += Math.abs(productError) + Math.abs(sumError);
            if (Math.abs(product) < PRODUCT_UNDERFLOW && xj != 0) {
                magnitude += LOST_TO_UNDERFLOW;
            }
        }
        sums[i] = sum + errors;
        bounds[i] = boundOnError(sums[i], magnitude, start[i + 1] - start[i]);
    }

    private void inStretches(int first, int last, int threads, Watch watch, Parallel.RowTask task) {
        for (int from = first; from < last; from += STRETCH) {
            int begin = from;
            Parallel.rows(
                    Math.min(last, from + STRETCH) - from,
                    block,
                    useful(threads),
                    (low, high) -> task.run(begin + low, begin + high));
            watch.look();
        }
    }
}
