package org.leontief.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the stored columns of a matrix as they are, where memory does not allow for {@link SlicedRows}. For
 * x = A x + d each column is scattered over the rows, for λ = λ A + l each is gathered. There is one stage only. Columns that are scattered must be
 * sorted by row.
 */
final class StoredPasses extends Passes {

    /** Parts of the columns that are scattered into vectors of their own. Part of the definition of a sum. */
    private static final int PARTS = 4;

    /** Columns between two looks at the listener. */
    private static final int STRETCH = 1 << 19;

    /** Of every row: its sum so far, the errors left over, their magnitude, and how many products went in. */
    private static final int FIELDS = 4;

    /** No array of Java's holds four numbers for each of 2³⁰ rows, and small ones are easier to find room for. */
    private static final int BANK_BITS = 20;

    private final SparseMatrix a;
    private final boolean gathers;
    private final double[] pivot;

    /** Passes over the rows of Aᵀ, which are gathered; else over those of A. */
    StoredPasses(SparseMatrix a, boolean transposed) {
        super(a.columns);
        this.a = a;
        gathers = transposed;
        double[] diagonal = new double[n];
        for (int j = 0; j < n; j++) {
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                diagonal[j] = a.rowIndex[p] == j ? a.value[p] : diagonal[j];
            }
        }
        pivot = pivots(diagonal);
    }

    @Override
    long entries() {
        return a.nonZeros();
    }

    @Override
    double[] pivot() {
        return pivot;
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        if (gathers) {
            inStretches(threads, watch, (from, to) -> gather(from, to, x, y));
        } else {
            scatter(x, y, threads, watch);
        }
    }

    private void gather(int from, int to, double[] x, double[] y) {
        for (int j = from; j < to; j++) {
            double sum = 0;
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                sum += a.value[p] * x[a.rowIndex[p]];
            }
            y[j] = sum;
        }
    }

    private void scatter(double[] x, double[] y, int threads, Watch watch) {
        double[][] some = new double[PARTS][];
        Parallel.rows(PARTS, 1, threads, (firstPart, lastPart) -> {
            for (int part = firstPart; part < lastPart; part++) {
                some[part] = part == 0 ? y : new double[n];
                Arrays.fill(some[part], 0);
            }
        });
        int steps = 1 + n / STRETCH;
        for (int k = 0; k < steps; k++) {
            int step = k;
            Parallel.rows(PARTS, 1, threads, (firstPart, lastPart) -> {
                for (int part = firstPart; part < lastPart; part++) {
                    long first = (long) n * part / PARTS;
                    long border = (long) n * (part + 1) / PARTS;
                    int from = (int) (first + (border - first) * step / steps);
                    int to = (int) (first + (border - first) * (step + 1) / steps);
                    scatter(from, to, x, some[part]);
                }
            });
            watch.look();
        }
        Parallel.rows(n, threads, (from, to) -> {
            for (int part = 1; part < PARTS; part++) {
                for (int i = from; i < to; i++) {
                    y[i] += some[part][i];
                }
            }
        });
    }

    private void scatter(int from, int to, double[] x, double[] y) {
        int[] index = a.rowIndex;
        double[] value = a.value;
        for (int j = from; j < to; j++) {
            double xj = x[j];
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                y[index[p]] += value[p] * xj;
            }
        }
    }

    @Override
    void sweep(double @Nullable [] b, double[] w, double[] fresh, int threads, Watch watch) {
        multiply(w, fresh, threads, watch);
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double right = b == null ? fresh[i] : b[i] + fresh[i];
                w[i] = (right - (1 - pivot[i]) * w[i]) / pivot[i];
            }
        });
    }

    @Override
    void plainResidual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        residual(b, x, sum, error, threads, watch);
    }

    @Override
    void residual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        if (gathers) {
            inStretches(threads, watch, (from, to) -> {
                for (int j = from; j < to; j++) {
                    double right = b == null ? 0 : b[j];
                    int border = a.columnStart[j + 1];
                    accurately(j, right, a.rowIndex, a.value, a.columnStart[j], border, 1, x, sum, error);
                }
            });
        } else {
            scatteredResidual(b, x, sum, error, threads, watch);
        }
    }

    private void scatteredResidual(
            double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        // Side by side, so that a row is one line of the cache.
        double[][] rows = new double[(int) (((long) FIELDS * n) >> BANK_BITS) + 1][];
        Parallel.rows(rows.length, 1, threads, (from, to) -> {
            for (int bank = from; bank < to; bank++) {
                rows[bank] = new double[1 << BANK_BITS];
            }
        });
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                start(bank(rows, i), at(i), b == null ? 0 : b[i], -x[i]);
            }
        });
        for (int from = 0; from < n; from += STRETCH) {
            int begin = from;
            int border = Math.min(n, from + STRETCH);
            Parallel.parts(threads, (part, parts) -> scatterAccurately(begin, border, x, rows, part, parts));
            watch.look();
        }
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                double[] bank = bank(rows, i);
                int at = at(i);
                sum[i] = bank[at] + bank[at + 1];
                error[i] = boundOnError(sum[i], bank[at + 2], (long) bank[at + 3]);
            }
        });
    }

    /** Every thread takes the rows of its part alone, so each row is summed in the order of the columns. */
    private void scatterAccurately(int from, int to, double[] x, double[][] rows, int part, int parts) {
        int firstRow = (int) ((long) n * part / parts);
        int borderRow = (int) ((long) n * (part + 1) / parts);
        for (int j = from; j < to; j++) {
            int last = a.columnStart[j + 1];
            int p = Arrays.binarySearch(a.rowIndex, a.columnStart[j], last, firstRow);
            for (p = p < 0 ? ~p : p; p < last && a.rowIndex[p] < borderRow; p++) {
                addProduct(bank(rows, a.rowIndex[p]), at(a.rowIndex[p]), a.value[p], x[j]);
            }
        }
    }

    private static double[] bank(double[][] rows, int i) {
        return rows[(int) (((long) FIELDS * i) >> BANK_BITS)];
    }

    private static int at(int i) {
        return (int) (((long) FIELDS * i) & ((1 << BANK_BITS) - 1));
    }

    private static void start(double[] row, int at, double first, double second) {
        double both = first + second;
        double shifted = both - first;
        double left = (first - (both - shifted)) + (second - shifted);
        row[at] = both;
        row[at + 1] = left;
        row[at + 2] = Math.abs(left);
    }

    /** Knuth's two-sum and a fused product: both leave their errors over. */
    private static void addProduct(double[] row, int at, double a, double x) {
        double product = a * x;
        double productError = Math.fma(a, x, -product);
        double old = row[at];
        double next = old + product;
        double shifted = next - old;
        double sumError = (old - (next - shifted)) + (product - shifted);
        double lost = Math.abs(product) < PRODUCT_UNDERFLOW && x != 0 ? LOST_TO_UNDERFLOW : 0;
        row[at] = next;
        row[at + 1] += productError + sumError;
        row[at + 2] += Math.abs(productError) + Math.abs(sumError) + lost;
        row[at + 3]++;
    }

    private void inStretches(int threads, Watch watch, Parallel.RowTask task) {
        for (int first = 0; first < n; first += STRETCH) {
            int begin = first;
            Parallel.rows(
                    Math.min(n - first, STRETCH), 1024, threads, (from, to) -> task.run(begin + from, begin + to));
            watch.look();
        }
    }
}
