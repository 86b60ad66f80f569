package org.leontief.solve;

/** Cuts a stored matrix into {@link SlicedRows}: the rows of A for x = A x + d, or those of Aᵀ for λ = λ A + l. */
final class RowSlicer {

    private static final double BYTES_PER_ENTRY = Integer.BYTES + Double.BYTES;

    /** In a window of sorted rows every slice but one is filled up by little; these bound it (see {@link Numbering}). */
    private static final double FILLED_UP = 1.02;

    private static final double FILLED_UP_PER_ROW = 0.3;

    /** The work is shared among so many threads at most: each needs a count for every row. */
    private static final int MOST_PARTS = 4;

    /** Columns between two looks at the listener. */
    private static final int STRETCH = 1 << 17;

    /** Columns that are touched before they are read. */
    private static final int TOUCHED = 16;

    private static final int INDICES_IN_A_LINE = 64 / Integer.BYTES;
    private static final int VALUES_IN_A_LINE = 64 / Double.BYTES;

    /** Written so that the compiler does not drop reads whose only purpose is to fetch. */
    @SuppressWarnings("unused")
    private volatile double keep;

    private final SparseMatrix a;
    /** The order in which columns are taken; also that of the entries of a row. */
    private final int[] grouped;

    private final int threads;
    private final Watch watch;

    RowSlicer(SparseMatrix a, int[] grouped, int threads, Watch watch) {
        this.a = a;
        this.grouped = grouped;
        this.threads = threads;
        this.watch = watch;
    }

    /** Places that the slices of a matrix take at most, filled or not. */
    static double places(SparseMatrix a) {
        return FILLED_UP * a.nonZeros() + FILLED_UP_PER_ROW * a.columns;
    }

    /** Bytes that the slices of a matrix take. */
    static double bytes(SparseMatrix a) {
        return BYTES_PER_ENTRY * places(a);
    }

    /** The rows of Aᵀ, which are the columns that are stored. */
    SlicedRows ofColumns() {
        int n = a.columns;
        int[] length = new int[n];
        for (int j = 0; j < n; j++) {
            length[j] = a.columnStart[j + 1] - a.columnStart[j];
        }
        SlicedRows rows = empty(new Numbering(grouped, length), length);
        int[] inside = rows.numbering.insideShared();
        inStretches(rows.numbering.units(), (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
                for (int lane = 0; lane < step; lane++) {
                    int j = rows.numbering.outside(rows.numbering.firstRow(unit) + lane);
                    int place = rows.unitStart[unit] + lane;
                    for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++, place += step) {
                        rows.index[place] = inside[a.rowIndex[p]];
                        rows.value[place] = a.value[p];
                    }
                }
            }
        });
        fillUp(rows, length);
        return rows;
    }

    /** The rows of A. Every thread takes a part of the columns and knows where the entries of the earlier parts end. */
    SlicedRows ofRows() {
        int n = a.columns;
        int parts = Math.max(1, Math.min(threads, MOST_PARTS));
        int[][] count = new int[parts][n];
        inSteps(parts, (part, from, to) -> countRows(from, to, count[part]));
        int[] length = new int[n];
        Parallel.rows(n, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int[] some : count) {
                    length[i] += some[i];
                }
            }
        });
        SlicedRows rows = empty(new Numbering(grouped, length), length);
        toFirstPlaces(rows, count);
        inSteps(parts, (part, from, to) -> place(rows, from, to, count[part]));
        fillUp(rows, length);
        return rows;
    }

    /** Some columns of a part. */
    private interface StepTask {
        void run(int part, int from, int to);
    }

    /** Every part takes its own columns, in steps between which the listener is asked. */
    private void inSteps(int parts, StepTask task) {
        int steps = 1 + a.columns / STRETCH;
        for (int k = 0; k < steps; k++) {
            int step = k;
            Parallel.parts(parts, (part, all) -> {
                long first = (long) a.columns * part / all;
                long border = (long) a.columns * (part + 1) / all;
                int from = (int) (first + (border - first) * step / steps);
                int to = (int) (first + (border - first) * (step + 1) / steps);
                task.run(part, from, to);
            });
            watch.look();
        }
    }

    /**
     * Reads a little of each of the next columns. They lie scattered in memory, and the processor waits for all of them at
     * once here, where it would wait for one after the other. The sum is of no use but to keep the reads.
     */
    private double touch(int from, int to, boolean values) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            int last = a.columnStart[grouped[k] + 1];
            for (int p = a.columnStart[grouped[k]]; p < last; p += INDICES_IN_A_LINE) {
                sum += a.rowIndex[p];
            }
            for (int p = a.columnStart[grouped[k]]; values && p < last; p += VALUES_IN_A_LINE) {
                sum += a.value[p];
            }
        }
        return sum;
    }

    private void countRows(int from, int to, int[] count) {
        double touched = 0;
        for (int k = from; k < to; k++) {
            if ((k - from) % TOUCHED == 0) {
                touched += touch(k, Math.min(k + TOUCHED, to), false);
            }
            int j = grouped[k];
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                count[a.rowIndex[p]]++;
            }
        }
        keep = touched;
    }

    /** Turns counts into the places where each part writes its first entry of each row. */
    private void toFirstPlaces(SlicedRows rows, int[][] count) {
        Parallel.rows(rows.numbering.units(), 1 << 12, threads, (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
                for (int lane = 0; lane < step; lane++) {
                    int i = rows.numbering.outside(rows.numbering.firstRow(unit) + lane);
                    int place = rows.unitStart[unit] + lane;
                    for (int[] some : count) {
                        int entries = some[i];
                        // Negative: a row of a slice, whose entries alternate with those of seven others.
                        some[i] = step == 1 ? place : ~place;
                        place += step * entries;
                    }
                }
            }
        });
    }

    private void place(SlicedRows rows, int from, int to, int[] next) {
        int[] inside = rows.numbering.insideShared();
        int[] index = rows.index;
        double[] value = rows.value;
        double touched = 0;
        for (int k = from; k < to; k++) {
            if ((k - from) % TOUCHED == 0) {
                touched += touch(k, Math.min(k + TOUCHED, to), true);
            }
            int j = grouped[k];
            int column = inside[j];
            for (int p = a.columnStart[j]; p < a.columnStart[j + 1]; p++) {
                int i = a.rowIndex[p];
                int place = next[i];
                if (place < 0) {
                    next[i] = place - Numbering.SLICE;
                    place = ~place;
                } else {
                    next[i] = place + 1;
                }
                index[place] = column;
                value[place] = a.value[p];
            }
        }
        keep = touched;
    }

    private SlicedRows empty(Numbering numbering, int[] length) {
        int[] start = new int[numbering.units() + 1];
        for (int unit = 0; unit < numbering.units(); unit++) {
            int row = numbering.firstRow(unit);
            int places = length[numbering.outside(row)];
            if (numbering.isSlice(unit)) {
                for (int lane = 1; lane < Numbering.SLICE; lane++) {
                    places = Math.max(places, length[numbering.outside(row + lane)]);
                }
                places *= Numbering.SLICE;
            }
            start[unit + 1] = Math.addExact(start[unit], places);
        }
        int places = start[numbering.units()];
        int[][] index = new int[1][];
        double[][] value = new double[1][];
        // Fresh memory is cleared by the thread that asks for it.
        Parallel.parts(Math.min(2, threads), (part, parts) -> {
            if (part == 0) {
                value[0] = new double[places];
            }
            if (part == parts - 1) {
                index[0] = new int[places];
            }
        });
        return new SlicedRows(numbering, start, index[0], value[0]);
    }

    /** Gives the places that hold no entry the number of their own row, whose value a pass has at hand. */
    private void fillUp(SlicedRows rows, int[] length) {
        inStretches(rows.numbering.units(), (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                if (rows.numbering.isSlice(unit)) {
                    for (int lane = 0; lane < Numbering.SLICE; lane++) {
                        int row = rows.numbering.firstRow(unit) + lane;
                        int filled =
                                rows.unitStart[unit] + lane + length[rows.numbering.outside(row)] * Numbering.SLICE;
                        for (int p = filled; p < rows.unitStart[unit + 1]; p += Numbering.SLICE) {
                            rows.index[p] = row;
                        }
                    }
                }
            }
        });
    }

    private void inStretches(int units, Parallel.RowTask task) {
        for (int first = 0; first < units; first += STRETCH) {
            int begin = first;
            Parallel.rows(
                    Math.min(units - first, STRETCH), 128, threads, (from, to) -> task.run(begin + from, begin + to));
            watch.look();
        }
    }
}
