package org.leontief.optimisation;

import java.util.Arrays;

/**
 * W⁻¹ for the working basis W, the tight rows × the basic columns, renewed by one outer product when a row or a column comes,
 * goes or is exchanged (Sherman–Morrison and the bordering formula: Golub and Van Loan, Matrix Computations, sections 2.1.4
 * and 3.2.12). Rows of W⁻¹ are the places of basic columns, its columns the places of tight rows.
 */
final class WorkingInverse {

    private final PanelRows inverse;
    private int size;
    private final int threads;

    WorkingInverse(int threads) {
        this.threads = threads;
        inverse = new PanelRows(0, threads);
    }

    int size() {
        return size;
    }

    /** ρ: the row of a basic column. */
    void row(int place, double[] into) {
        inverse.copyRow(place, into);
    }

    /** The column of a tight row. */
    void column(int place, double[] into) {
        inverse.copyColumn(place, into);
    }

    /** factors · W⁻¹. */
    void multiplyLeft(double[] factors, double[] result) {
        inverse.combine(factors, result);
    }

    /** W⁻¹ v. */
    void multiply(double[] vector, double[] result) {
        inverse.multiply(vector, result);
    }

    /** W⁻¹ v and W⁻¹ w. */
    void multiplyTwo(double[] v, double[] first, double[] w, double[] second) {
        inverse.multiplyTwo(v, first, w, second);
    }

    /**
     * A row becomes tight and a column basic.
     *
     * @param left σ = the new row in the basic columns · W⁻¹
     * @param right u = W⁻¹ · the new column in the tight rows
     * @param pivot what the new row has in the new column, less σ · the new column
     */
    void grow(double[] left, double[] right, double pivot) {
        double[] a = new double[size];
        for (int r = 0; r < size; r++) {
            a[r] = -right[r] / pivot;
        }
        inverse.subtractProduct(a, left);
        inverse.widen(size + 1);
        inverse.append();
        for (int r = 0; r < size; r++) {
            inverse.set(r, size, a[r]);
            inverse.set(size, r, -left[r] / pivot);
        }
        inverse.set(size, size, 1 / pivot);
        size++;
    }

    /** A row takes the place of a tight one; left as above, in the basis before. */
    void replaceRow(int place, double[] left) {
        double[] a = new double[size];
        column(place, a);
        double pivot = left[place];
        for (int r = 0; r < size; r++) {
            a[r] /= pivot;
        }
        double[] b = Arrays.copyOf(left, size);
        b[place] = pivot - 1;
        inverse.subtractProduct(a, b);
    }

    /** A column takes the place of a basic one; right as above, in the basis before. */
    void replaceColumn(int place, double[] right) {
        double[] b = new double[size];
        row(place, b);
        double pivot = right[place];
        double[] a = new double[size];
        for (int r = 0; r < size; r++) {
            a[r] = right[r] / pivot;
        }
        a[place] = (pivot - 1) / pivot;
        inverse.subtractProduct(a, b);
    }

    /** A column leaves the basis and a row is tight no longer; the last ones take their places. */
    void shrink(int columnPlace, int rowPlace) {
        double[] a = new double[size];
        double[] b = new double[size];
        column(rowPlace, a);
        row(columnPlace, b);
        double pivot = b[rowPlace];
        for (int r = 0; r < size; r++) {
            a[r] /= pivot;
        }
        a[columnPlace] = 0;
        inverse.subtractProduct(a, b);
        int last = size - 1;
        inverse.exchange(columnPlace, last);
        inverse.removeLast();
        for (int r = 0; r < last; r++) {
            inverse.set(r, rowPlace, inverse.get(r, last));
        }
        inverse.narrow(last);
        size = last;
    }

    /**
     * Begins anew from W itself, by Gauss–Jordan elimination with exchanges of rows.
     *
     * @param w size × size, overwritten
     * @return false if W cannot be told from a singular matrix, in which case nothing has been changed
     */
    boolean renew(double[][] w) {
        int n = w.length;
        double[][] x = new double[n][n];
        for (int i = 0; i < n; i++) {
            x[i][i] = 1;
        }
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(w[r][c]) > Math.abs(w[best][c]) ? r : best;
            }
            if (Math.abs(w[best][c]) < 1e-13) {
                return false;
            }
            swap(w, best, c);
            swap(x, best, c);
            divide(w[c], x[c], w[c][c]);
            int column = c;
            PanelRows.each(n, threads, 2L * n * n, r -> {
                if (r != column && w[r][column] != 0) {
                    double factor = -w[r][column];
                    axpy(factor, w[column], w[r]);
                    axpy(factor, x[column], x[r]);
                }
            });
        }
        for (int r = 0; r < n; r++) {
            for (int j = 0; j < n; j++) {
                inverse.set(r, j, x[r][j]);
            }
        }
        return true;
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] carried = rows[a];
        rows[a] = rows[b];
        rows[b] = carried;
    }

    private static void divide(double[] a, double[] b, double divisor) {
        for (int j = 0; j < a.length; j++) {
            a[j] /= divisor;
            b[j] /= divisor;
        }
    }

    private static void axpy(double factor, double[] x, double[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = Math.fma(factor, x[j], y[j]);
        }
    }
}
