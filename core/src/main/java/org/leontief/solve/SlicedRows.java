package org.leontief.solve;

import java.util.Arrays;

/**
 * The rows of a square matrix as passes stream through them, in the order of a {@link Numbering}: slices of eight rows whose
 * entries alternate, filled up with zeros to the longest of the eight, and single rows where one is long.
 *
 * <p>All sums of products are taken by {@link #gather}, so that what is said here of their rounding holds for every method.
 */
final class SlicedRows {

    /** A sum of a single row is cut into pieces of so many products, and so many pieces are added up before the rest. */
    private static final int PIECE = 1024;

    private static final int PIECES = 1024;

    /** A slice is cut into pieces of so many products a row. */
    private static final int IN_SLICE_PIECE = 128;

    private static final int SLICE_PIECE = IN_SLICE_PIECE * Numbering.SLICE;

    final Numbering numbering;
    final int n;
    /** Place of the first entry of every unit, and the number of places. */
    final int[] unitStart;

    /** Columns. A place that holds no entry holds 0 and the number of its own row. */
    final int[] index;

    final double[] value;

    SlicedRows(Numbering numbering, int[] unitStart, int[] index, double[] value) {
        this.numbering = numbering;
        this.n = numbering.size();
        this.unitStart = unitStart;
        this.index = index;
        this.value = value;
    }

    /** Places in all, filled or not. */
    int places() {
        return unitStart[unitStart.length - 1];
    }

    /** Products that are added up for a row of a unit. */
    int products(int unit) {
        int places = unitStart[unit + 1] - unitStart[unit];
        return numbering.isSlice(unit) ? places / Numbering.SLICE : places;
    }

    /** y = A x on the rows of some units. */
    void gather(int fromUnit, int toUnit, double[] x, double[] y) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int row = numbering.firstRow(unit);
            if (numbering.isSlice(unit)) {
                int border = unitStart[unit + 1];
                int from = unitStart[unit];
                gatherSlice(from, Math.min(from + SLICE_PIECE, border), x, y, row);
                for (from += SLICE_PIECE; from < border; from += SLICE_PIECE) {
                    addSlice(from, Math.min(from + SLICE_PIECE, border), x, y, row);
                }
            } else {
                y[row] = gatherRow(unitStart[unit], unitStart[unit + 1], x);
            }
        }
    }

    private void gatherSlice(int from, int to, double[] x, double[] y, int row) {
        int[] column = index;
        double[] a = value;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int p = from; p < to; p += Numbering.SLICE) {
            s0 += a[p] * x[column[p]];
            s1 += a[p + 1] * x[column[p + 1]];
            s2 += a[p + 2] * x[column[p + 2]];
            s3 += a[p + 3] * x[column[p + 3]];
            s4 += a[p + 4] * x[column[p + 4]];
            s5 += a[p + 5] * x[column[p + 5]];
            s6 += a[p + 6] * x[column[p + 6]];
            s7 += a[p + 7] * x[column[p + 7]];
        }
        y[row] = s0;
        y[row + 1] = s1;
        y[row + 2] = s2;
        y[row + 3] = s3;
        y[row + 4] = s4;
        y[row + 5] = s5;
        y[row + 6] = s6;
        y[row + 7] = s7;
    }

    private void addSlice(int from, int to, double[] x, double[] y, int row) {
        double[] piece = new double[Numbering.SLICE];
        gatherSlice(from, to, x, piece, 0);
        for (int lane = 0; lane < Numbering.SLICE; lane++) {
            y[row + lane] += piece[lane];
        }
    }

    /** y = |A| |x| on the rows of some units, with the same roundings as in {@link #gather}. */
    void gatherMagnitudes(int fromUnit, int toUnit, double[] x, double[] y) {
        for (int unit = fromUnit; unit < toUnit; unit++) {
            int step = numbering.isSlice(unit) ? Numbering.SLICE : 1;
            int piece = step * IN_SLICE_PIECE;
            for (int lane = 0; lane < step; lane++) {
                double total = 0;
                for (int from = unitStart[unit] + lane; from < unitStart[unit + 1]; from += piece) {
                    double sum = 0;
                    for (int p = from; p < Math.min(from + piece, unitStart[unit + 1]); p += step) {
                        sum += Math.abs(value[p] * x[index[p]]);
                    }
                    total += sum;
                }
                y[numbering.firstRow(unit) + lane] = total;
            }
        }
    }

    private double gatherRow(int from, int to, double[] x) {
        double total = 0;
        double some = 0;
        int pieces = 0;
        for (int p = from; p < to; p += PIECE) {
            some += gatherPiece(p, Math.min(to - p, PIECE), x);
            if (++pieces == PIECES) {
                total += some;
                some = 0;
                pieces = 0;
            }
        }
        return total + some;
    }

    private double gatherPiece(int from, int count, double[] x) {
        int[] column = index;
        double[] a = value;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int p = from;
        int to = from + count;
        for (; p < to - 3; p += 4) {
            s0 += a[p] * x[column[p]];
            s1 += a[p + 1] * x[column[p + 1]];
            s2 += a[p + 2] * x[column[p + 2]];
            s3 += a[p + 3] * x[column[p + 3]];
        }
        for (; p < to; p++) {
            s0 += a[p] * x[column[p]];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * The most roundings that one product goes through in {@link #gather}, its own included, for a unit with so many
     * products a row. The error of a sum is at most γ of this number times Σ |a_ij x_j| (Higham 2002, section 4.2).
     */
    long depth(int unit) {
        int products = products(unit);
        if (numbering.isSlice(unit)) {
            return 1L + Math.min(products, IN_SLICE_PIECE) + products / IN_SLICE_PIECE;
        }
        long pieces = products / PIECE + 1L;
        return 1L + Math.min(products, PIECE / 4 + 6) + Math.min(pieces, PIECES) + pieces / PIECES + 1;
    }

    /** The same for {@link #gatherMagnitudes}. */
    long depthOfMagnitudes(int unit) {
        int products = products(unit);
        return 1L + Math.min(products, IN_SLICE_PIECE) + products / IN_SLICE_PIECE + 1;
    }

    /** a_ii of every row. */
    double[] diagonal(int threads) {
        double[] diagonal = new double[n];
        Parallel.rows(numbering.units(), 1 << 12, threads, (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                boolean slice = numbering.isSlice(unit);
                for (int p = unitStart[unit]; p < unitStart[unit + 1]; p++) {
                    int row = numbering.firstRow(unit) + (slice ? (p - unitStart[unit]) % Numbering.SLICE : 0);
                    if (index[p] == row && value[p] != 0) {
                        diagonal[row] = value[p];
                    }
                }
            }
        });
        return diagonal;
    }

    /** Whether no entry is negative. */
    boolean isNonNegative(int threads) {
        return Parallel.sum(places(), threads, (from, to) -> {
                    double negative = 0;
                    for (int p = from; p < to; p++) {
                        negative += value[p] < 0 ? 1 : 0;
                    }
                    return negative;
                })
                == 0;
    }

    /** The same rows, of absolute values. */
    SlicedRows abs() {
        double[] absolute = new double[value.length];
        for (int p = 0; p < absolute.length; p++) {
            absolute[p] = Math.abs(value[p]);
        }
        return new SlicedRows(numbering, unitStart, index, absolute);
    }

    /** The rows as compressed ones, without the places that hold no entry: the compressed columns of Aᵀ. */
    SparseMatrix compressed() {
        int[] start = new int[n + 1];
        int[] kept = new int[places()];
        double[] entries = new double[kept.length];
        int next = 0;
        for (int unit = 0; unit < numbering.units(); unit++) {
            int step = numbering.isSlice(unit) ? Numbering.SLICE : 1;
            for (int lane = 0; lane < step; lane++) {
                for (int p = unitStart[unit] + lane; p < unitStart[unit + 1]; p += step) {
                    if (value[p] != 0) {
                        kept[next] = index[p];
                        entries[next++] = value[p];
                    }
                }
                start[numbering.firstRow(unit) + lane + 1] = next;
            }
        }
        return new SparseMatrix(n, n, start, Arrays.copyOf(kept, next), Arrays.copyOf(entries, next));
    }
}
