package org.leontief.solve;

import java.util.Arrays;

/**
 * Passes over stored columns of A: column j is scattered, y_i ← y_i + a_ij x_j.
 *
 * <p>Threads share the rows, not the columns: each takes the entries of every column that fall into its own stages of
 * rows. So a row is always summed in the order of the columns, and no thread waits for another within a stage.
 */
final class ColumnPasses extends Passes {

    /** Columns between two looks at the listener. */
    private static final int STRETCH = 1 << 19;

    ColumnPasses(SparseMatrix columns) {
        super(columns);
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        Arrays.fill(y, 0);
        for (int from = 0; from < n; from += STRETCH) {
            scatter(from, Math.min(n, from + STRETCH), x, y, threads);
            watch.look();
        }
    }

    @Override
    void sweep(double[] r, double[] p, int threads, Watch watch) {
        for (int stage = 0; stage < STAGES; stage++) {
            int first = stageStart(stage);
            int last = stageStart(stage + 1);
            for (int from = first; from < last; from += STRETCH) {
                // A stage longer than a stretch is cut again: the cuts are the same on every machine.
                int to = Math.min(last, from + STRETCH);
                int begin = from;
                Parallel.rows(to - from, useful(threads), (low, high) -> {
                    for (int j = begin + low; j < begin + high; j++) {
                        p[j] = r[j] / pivot[j];
                        r[j] -= p[j];
                    }
                });
                scatter(from, to, p, r, threads);
                watch.look();
            }
        }
    }

    /** y ← y + A x over some columns. */
    private void scatter(int from, int to, double[] x, double[] y, int threads) {
        Parallel.parts(Math.min(STAGES, useful(threads)), (part, parts) -> {
            int firstRow = stageStart(STAGES * part / parts);
            int rowBorder = stageStart(STAGES * (part + 1) / parts);
            for (int j = from; j < to; j++) {
                double xj = x[j];
                if (xj == 0) {
                    continue;
                }
                // The first part comes from the front and the last from the back: neither has to search.
                if (part == parts - 1) {
                    for (int p = start[j + 1] - 1; p >= start[j] && index[p] >= firstRow; p--) {
                        y[index[p]] += value[p] * xj;
                    }
                } else {
                    int end = start[j + 1];
                    for (int p = part == 0 ? start[j] : firstAtOrAbove(firstRow, j);
                            p < end && index[p] < rowBorder;
                            p++) {
                        y[index[p]] += value[p] * xj;
                    }
                }
            }
        });
    }

    /** Of every row: its sum so far, the errors left over, their magnitude, and how many products went in. */
    private static final int FIELDS = 4;

    @Override
    void residual(double[] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        // Side by side, so that a row is one line of the cache.
        double[] rows = new double[FIELDS * n];
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double second = -x[i];
                double both = b[i] + second;
                double shifted = both - b[i];
                double left = (b[i] - (both - shifted)) + (second - shifted);
                rows[FIELDS * i] = both;
                rows[FIELDS * i + 1] = left;
                rows[FIELDS * i + 2] = Math.abs(left);
            }
        });
        for (int from = 0; from < n; from += STRETCH) {
            accurately(from, Math.min(n, from + STRETCH), x, rows, threads);
            watch.look();
        }
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                sum[i] = rows[FIELDS * i] + rows[FIELDS * i + 1];
                error[i] = boundOnError(sum[i], rows[FIELDS * i + 2], (long) rows[FIELDS * i + 3]);
            }
        });
    }

    private void accurately(int from, int to, double[] x, double[] rows, int threads) {
        Parallel.parts(Math.min(STAGES, useful(threads)), (part, parts) -> {
            int firstRow = stageStart(STAGES * part / parts);
            int rowBorder = stageStart(STAGES * (part + 1) / parts);
            for (int j = from; j < to; j++) {
                double xj = x[j];
                if (xj == 0) {
                    continue;
                }
                if (part == parts - 1) {
                    for (int p = start[j + 1] - 1; p >= start[j] && index[p] >= firstRow; p--) {
                        addProduct(rows, FIELDS * index[p], value[p], xj);
                    }
                } else {
                    int end = start[j + 1];
                    for (int p = part == 0 ? start[j] : firstAtOrAbove(firstRow, j);
                            p < end && index[p] < rowBorder;
                            p++) {
                        addProduct(rows, FIELDS * index[p], value[p], xj);
                    }
                }
            }
        });
    }

    /** Knuth's two-sum and a fused product: both leave their errors over. */
    private static void addProduct(double[] rows, int at, double a, double x) {
        double product = a * x;
        double productError = Math.fma(a, x, -product);
        double old = rows[at];
        double next = old + product;
        double shifted = next - old;
        double sumError = (old - (next - shifted)) + (product - shifted);
        double lost = Math.abs(product) < PRODUCT_UNDERFLOW ? LOST_TO_UNDERFLOW : 0;
        rows[at] = next;
        rows[at + 1] += productError + sumError;
        rows[at + 2] += Math.abs(productError) + Math.abs(sumError) + lost;
        rows[at + 3]++;
    }
}
