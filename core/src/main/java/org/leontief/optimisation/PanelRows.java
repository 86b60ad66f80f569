package org.leontief.optimisation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A dense matrix whose rows come and go, kept in panels of {@link #WIDTH} columns: what is done to a panel stays in the first
 * cache, threads share the panels, and every loop over a row begins at 0, which is how HotSpot makes vector instructions of
 * it. Every sum has its own fixed order, so results have the same bits on any number of threads.
 */
final class PanelRows {

    /** Columns of a panel: 8 KB a row. */
    static final int WIDTH = 1024;

    private static final int SHIFT = 10;
    private static final int MASK = WIDTH - 1;

    /** Below so many multiplications a second thread costs more than it brings. */
    private static final long WORTH_A_THREAD = 1 << 17;

    /** panel[p][r] holds the columns of panel p in row r. */
    private double[][][] panel = new double[0][][];

    private int[] all = new int[0];
    private final int threads;
    private int rows;
    private int columns;

    PanelRows(int columns, int threads) {
        this.threads = threads;
        widen(columns);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Makes room for more columns, which are 0. */
    void widen(int newColumns) {
        int panels = (newColumns + MASK) >> SHIFT;
        int before = panel.length;
        if (panels > before) {
            panel = Arrays.copyOf(panel, panels);
            for (int p = before; p < panels; p++) {
                panel[p] = new double[before == 0 ? 0 : panel[0].length][];
                for (int r = 0; r < rows; r++) {
                    panel[p][r] = new double[WIDTH];
                }
            }
        }
        columns = newColumns;
    }

    /** Drops the columns from newColumns on, which are overwritten with 0. */
    void narrow(int newColumns) {
        for (int r = 0; r < rows; r++) {
            for (int j = newColumns; j < columns; j++) {
                set(r, j, 0);
            }
        }
        columns = newColumns;
    }

    /** Adds a row of zeros. */
    void append() {
        for (int p = 0; p < panel.length; p++) {
            if (rows == panel[p].length) {
                panel[p] = Arrays.copyOf(panel[p], Math.max(8, rows + rows / 2));
            }
            panel[p][rows] = new double[WIDTH];
        }
        rows++;
    }

    /** Adds a copy of a row. */
    void append(double[] row) {
        append();
        for (int p = 0; p < panel.length; p++) {
            System.arraycopy(row, p << SHIFT, panel[p][rows - 1], 0, Math.min(WIDTH, columns - (p << SHIFT)));
        }
    }

    /** Removes the last row. */
    void removeLast() {
        rows--;
        for (double[][] p : panel) {
            p[rows] = new double[0];
        }
    }

    /** Exchanges two rows. */
    void exchange(int a, int b) {
        for (double[][] p : panel) {
            double[] carried = p[a];
            p[a] = p[b];
            p[b] = carried;
        }
    }

    double get(int row, int column) {
        return panel[column >> SHIFT][row][column & MASK];
    }

    void set(int row, int column, double value) {
        panel[column >> SHIFT][row][column & MASK] = value;
    }

    /** Overwrites a row. */
    void setRow(int row, double[] values) {
        for (int p = 0; p < panel.length; p++) {
            System.arraycopy(values, p << SHIFT, panel[p][row], 0, Math.min(WIDTH, columns - (p << SHIFT)));
        }
    }

    void copyRow(int row, double[] into) {
        for (int p = 0; p < panel.length; p++) {
            System.arraycopy(panel[p][row], 0, into, p << SHIFT, Math.min(WIDTH, columns - (p << SHIFT)));
        }
    }

    void copyColumn(int column, double[] into) {
        double[][] p = panel[column >> SHIFT];
        for (int r = 0; r < rows; r++) {
            into[r] = p[r][column & MASK];
        }
    }

    /** result = Σ_k factor_k row_k over all rows. */
    void combine(double[] factor, double[] result) {
        for (int k = all.length; k < rows; k = all.length) {
            all = new int[Math.max(16, 2 * rows)];
            Arrays.setAll(all, i -> i);
        }
        combine(all, factor, rows, result);
    }

    /** result = Σ_k factor_k row_which(k). */
    void combine(int[] which, double[] factor, int count, double[] result) {
        each(panel.length, threads, (long) count * columns, p -> {
            double[] sum = new double[WIDTH];
            double[][] own = panel[p];
            int k = 0;
            for (; k + 4 <= count; k += 4) {
                addFour(
                        sum,
                        factor[k],
                        own[which[k]],
                        factor[k + 1],
                        own[which[k + 1]],
                        factor[k + 2],
                        own[which[k + 2]],
                        factor[k + 3],
                        own[which[k + 3]]);
            }
            for (; k < count; k++) {
                add(sum, factor[k], own[which[k]]);
            }
            System.arraycopy(sum, 0, result, p << SHIFT, Math.min(WIDTH, columns - (p << SHIFT)));
        });
    }

    private static void addFour(
            double[] sum,
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3) {
        for (int j = 0; j < WIDTH; j++) {
            sum[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sum[j]))));
        }
    }

    private static void add(double[] sum, double a, double[] b) {
        for (int j = 0; j < WIDTH; j++) {
            sum[j] = Math.fma(a, b[j], sum[j]);
        }
    }

    /** row_r ← row_r − a_r b for every row. */
    void subtractProduct(double[] a, double[] b) {
        each(panel.length, threads, (long) rows * columns, p -> {
            double[] part = new double[WIDTH];
            System.arraycopy(b, p << SHIFT, part, 0, Math.min(WIDTH, columns - (p << SHIFT)));
            for (int r = 0; r < rows; r++) {
                if (a[r] != 0) {
                    add(panel[p][r], -a[r], part);
                }
            }
        });
    }

    /** first = Σ_k f[k] row_k and second = Σ_k s[k] row_k over all rows, in one pass. */
    void combineTwo(double[] f, double[] first, double[] s, double[] second) {
        each(panel.length, threads, 2L * rows * columns, p -> {
            double[] firstSum = new double[WIDTH];
            double[] secondSum = new double[WIDTH];
            double[][] own = panel[p];
            int k = 0;
            for (; k + 3 <= rows; k += 3) {
                addThreeToBoth(firstSum, f, secondSum, s, k, own[k], own[k + 1], own[k + 2]);
            }
            for (; k < rows; k++) {
                add(firstSum, f[k], own[k]);
                add(secondSum, s[k], own[k]);
            }
            System.arraycopy(firstSum, 0, first, p << SHIFT, Math.min(WIDTH, columns - (p << SHIFT)));
            System.arraycopy(secondSum, 0, second, p << SHIFT, Math.min(WIDTH, columns - (p << SHIFT)));
        });
    }

    private static void addThreeToBoth(
            double[] first, double[] f, double[] second, double[] s, int k, double[] b0, double[] b1, double[] b2) {
        double f0 = f[k];
        double f1 = f[k + 1];
        double f2 = f[k + 2];
        double s0 = s[k];
        double s1 = s[k + 1];
        double s2 = s[k + 2];
        for (int j = 0; j < WIDTH; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            first[j] = Math.fma(f2, x2, Math.fma(f1, x1, Math.fma(f0, x0, first[j])));
            second[j] = Math.fma(s2, x2, Math.fma(s1, x1, Math.fma(s0, x0, second[j])));
        }
    }

    /** first[r] = row_r · x and second[r] = row_r · y, in one pass. */
    void multiplyTwo(double[] x, double[] first, double[] y, double[] second) {
        double[][] xs = parts(x);
        double[][] ys = parts(y);
        each((rows + 63) / 64, threads, 2L * rows * columns, block -> {
            double[] sums = new double[2];
            for (int r = block * 64; r < Math.min(rows, block * 64 + 64); r++) {
                Arrays.fill(sums, 0);
                for (int p = 0; p < panel.length; p++) {
                    addDots(panel[p][r], xs[p], ys[p], upToFour(p), sums);
                }
                first[r] = sums[0];
                second[r] = sums[1];
            }
        });
    }

    /** result[r] = row_r · x. */
    void multiply(double[] x, double[] result) {
        double[][] xs = parts(x);
        each((rows + 63) / 64, threads, (long) rows * columns, block -> {
            for (int r = block * 64; r < Math.min(rows, block * 64 + 64); r++) {
                double sum = 0;
                for (int p = 0; p < panel.length; p++) {
                    sum += dot(panel[p][r], xs[p], upToFour(p));
                }
                result[r] = sum;
            }
        });
    }

    private double[][] parts(double[] vector) {
        double[][] parts = new double[panel.length][WIDTH];
        for (int p = 0; p < panel.length; p++) {
            System.arraycopy(vector, p << SHIFT, parts[p], 0, Math.min(WIDTH, columns - (p << SHIFT)));
        }
        return parts;
    }

    /** Columns of a panel, up to a multiple of 4: what stands beyond the last is 0. */
    private int upToFour(int p) {
        return (Math.min(WIDTH, columns - (p << SHIFT)) + 3) & ~3;
    }

    private static double dot(double[] a, double[] x, int length) {
        double x0 = 0;
        double x1 = 0;
        double x2 = 0;
        double x3 = 0;
        for (int j = 0; j < length; j += 4) {
            x0 = Math.fma(a[j], x[j], x0);
            x1 = Math.fma(a[j + 1], x[j + 1], x1);
            x2 = Math.fma(a[j + 2], x[j + 2], x2);
            x3 = Math.fma(a[j + 3], x[j + 3], x3);
        }
        return (x0 + x1) + (x2 + x3);
    }

    private static void addDots(double[] a, double[] x, double[] y, int length, double[] sums) {
        double x0 = 0;
        double x1 = 0;
        double x2 = 0;
        double x3 = 0;
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        double y3 = 0;
        for (int j = 0; j < length; j += 4) {
            double a0 = a[j];
            double a1 = a[j + 1];
            double a2 = a[j + 2];
            double a3 = a[j + 3];
            x0 = Math.fma(a0, x[j], x0);
            x1 = Math.fma(a1, x[j + 1], x1);
            x2 = Math.fma(a2, x[j + 2], x2);
            x3 = Math.fma(a3, x[j + 3], x3);
            y0 = Math.fma(a0, y[j], y0);
            y1 = Math.fma(a1, y[j + 1], y1);
            y2 = Math.fma(a2, y[j + 2], y2);
            y3 = Math.fma(a3, y[j + 3], y3);
        }
        sums[0] += (x0 + x1) + (x2 + x3);
        sums[1] += (y0 + y1) + (y2 + y3);
    }

    /** All parts, shared by so many threads at most where the work is worth it; parts must not touch one another. */
    static void each(int parts, int threads, long work, IntConsumer task) {
        int useful = (int) Math.min(Math.min(threads, parts), 1 + work / WORTH_A_THREAD);
        if (useful <= 1) {
            for (int part = 0; part < parts; part++) {
                task.accept(part);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, useful).parallel().forEach(thread -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                task.accept(part);
            }
        });
    }
}
