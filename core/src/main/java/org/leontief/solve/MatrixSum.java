package org.leontief.solve;

import java.util.Arrays;
import java.util.List;

/** Sums of sparse matrices of one shape, with entries rounded to the side asked for, or with bounds on what was rounded. */
public final class MatrixSum {

    /** How an entry of a sum is rounded. */
    public enum Rounding {
        /** To the nearest. */
        NEAREST,
        /** To a number that the exact entry is not above. */
        UP,
        /** To a number that the exact entry is not below. */
        DOWN
    }

    private MatrixSum() {}

    /**
     * A + f B.
     *
     * @param a the first matrix
     * @param f a factor
     * @param b of the same shape
     * @param rounding how entries that stand in B are rounded
     * @return the sum; where nothing is negative, nothing is after rounding down
     * @throws IllegalArgumentException if the shapes differ
     */
    public static SparseMatrix of(SparseMatrix a, double f, SparseMatrix b, Rounding rounding) {
        requireOneShape(a, b);
        SparseColumnsBuilder sum = SparseMatrix.byColumns(a.rows(), a.columns(), (long) a.nonZeros() + b.nonZeros());
        double[] dense = new double[a.rows()];
        int[] touched = new int[a.rows()];
        boolean[] seen = new boolean[a.rows()];
        int[] count = new int[1];
        for (int j = 0; j < a.columns(); j++) {
            count[0] = 0;
            a.forEachInColumn(j, (i, column, value) -> {
                dense[i] = value;
                seen[i] = true;
                touched[count[0]++] = i;
            });
            b.forEachInColumn(j, (i, column, value) -> {
                dense[i] = rounded(dense[i], f, value, rounding);
                if (!seen[i]) {
                    touched[count[0]++] = i;
                }
            });
            Arrays.sort(touched, 0, count[0]);
            int[] rows = Arrays.copyOf(touched, count[0]);
            double[] values = Arrays.stream(rows).mapToDouble(i -> dense[i]).toArray();
            sum.appendColumn(rows, values, rows.length);
            for (int i : rows) {
                dense[i] = 0;
                seen[i] = false;
            }
        }
        return sum.build();
    }

    private static void requireOneShape(SparseMatrix a, SparseMatrix b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("A matrix of " + a.rows() + " × " + a.columns() + " and one of "
                    + b.rows() + " × " + b.columns() + " have no sum.");
        }
    }

    private static double rounded(double a, double f, double b, Rounding rounding) {
        double sum = Math.fma(f, b, a);
        return switch (rounding) {
            case NEAREST -> sum;
            case UP -> Math.nextUp(sum);
            // The product itself may be too small for a double; its sign is not.
            case DOWN ->
                a >= 0 && Math.signum(f) * Math.signum(b) >= 0 ? Math.max(0, Math.nextDown(sum)) : Math.nextDown(sum);
        };
    }

    /**
     * A + B + …, entry by entry, from left to right, each step rounded to nearest.
     *
     * @param matrices one or more of the same shape
     * @return the sum
     */
    public static SparseMatrix of(List<SparseMatrix> matrices) {
        SparseMatrix sum = matrices.get(0);
        for (SparseMatrix next : matrices.subList(1, matrices.size())) {
            sum = of(sum, 1, next, Rounding.NEAREST);
        }
        return sum;
    }

    /**
     * How far the entries of {@link #of(List)} may be from those of the exact sum.
     *
     * @param matrices one or more of the same shape
     * @return bounds, rounded up; no entry where nothing was rounded
     */
    public static SparseMatrix errors(List<SparseMatrix> matrices) {
        matrices.forEach(matrix -> requireOneShape(matrices.get(0), matrix));
        int n = matrices.get(0).rows();
        int columns = matrices.get(0).columns();
        SparseMatrixBuilder errors = SparseMatrix.builder(n, columns);
        double[] sum = new double[n];
        double[] error = new double[n];
        for (int j = 0; j < columns; j++) {
            int column = j;
            for (SparseMatrix matrix : matrices) {
                matrix.forEachInColumn(j, (i, k, value) -> {
                    double next = sum[i] + value;
                    double shifted = next - sum[i];
                    double lost = (sum[i] - (next - shifted)) + (value - shifted);
                    error[i] = lost == 0 ? error[i] : Math.nextUp(error[i] + Math.abs(lost));
                    sum[i] = next;
                });
            }
            for (SparseMatrix matrix : matrices) {
                matrix.forEachInColumn(j, (i, k, value) -> {
                    if (error[i] > 0) {
                        errors.add(i, column, error[i]);
                    }
                    error[i] = 0;
                    sum[i] = 0;
                });
            }
        }
        return errors.build();
    }
}
