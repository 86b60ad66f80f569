package org.leontief.solve;

/**
 * c ← c − Σ_k a_k b_k for rows c and b that are arrays of their own.
 *
 * <p>HotSpot turns a loop over j into vector instructions if all its arrays are indexed by j alone and its body is small: up
 * to nine multiply-adds on six arrays, from j = 0. Another start, offsets into a shared array, or a few terms more make it a
 * quarter as fast on JDK 17.
 * Figures are in {@code docs/decisions/0008-dense-kernels.md}.
 */
final class FusedRows {

    /** Rows, and terms, that one loop takes together. */
    static final int GROUP = 3;

    private FusedRows() {}

    /**
     * c_i ← c_i − Σ_k a_ik b_k on the first columns.
     *
     * @param a entry (i, k) at a[start + i · stride + k]
     * @param b rows bFirst to bFirst + depth
     * @param c rows cFirst to cFirst + rows
     */
    static void subtract(
            double[] a,
            int start,
            int stride,
            double[][] b,
            int bFirst,
            double[][] c,
            int cFirst,
            int rows,
            int depth,
            int columns) {
        int i = 0;
        for (; i + GROUP <= rows; i += GROUP) {
            int k = 0;
            for (; k + GROUP <= depth; k += GROUP) {
                threeRows(a, start + i * stride + k, stride, b, bFirst + k, c, cFirst + i, columns);
            }
            for (; k < depth; k++) {
                for (int r = i; r < i + GROUP; r++) {
                    subtract(a[start + r * stride + k], b[bFirst + k], c[cFirst + r], columns);
                }
            }
        }
        for (; i < rows; i++) {
            int k = 0;
            for (; k + GROUP <= depth; k += GROUP) {
                oneRow(a, start + i * stride + k, b, bFirst + k, c[cFirst + i], columns);
            }
            for (; k < depth; k++) {
                subtract(a[start + i * stride + k], b[bFirst + k], c[cFirst + i], columns);
            }
        }
    }

    private static void threeRows(
            double[] a, int start, int stride, double[][] b, int k, double[][] c, int i, int columns) {
        int second = start + stride;
        int third = second + stride;
        double a00 = -a[start];
        double a01 = -a[start + 1];
        double a02 = -a[start + 2];
        double a10 = -a[second];
        double a11 = -a[second + 1];
        double a12 = -a[second + 2];
        double a20 = -a[third];
        double a21 = -a[third + 1];
        double a22 = -a[third + 2];
        double[] b0 = b[k];
        double[] b1 = b[k + 1];
        double[] b2 = b[k + 2];
        double[] c0 = c[i];
        double[] c1 = c[i + 1];
        double[] c2 = c[i + 2];
        for (int j = 0; j < columns; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            c0[j] = Math.fma(a02, x2, Math.fma(a01, x1, Math.fma(a00, x0, c0[j])));
            c1[j] = Math.fma(a12, x2, Math.fma(a11, x1, Math.fma(a10, x0, c1[j])));
            c2[j] = Math.fma(a22, x2, Math.fma(a21, x1, Math.fma(a20, x0, c2[j])));
        }
    }

    private static void oneRow(double[] a, int start, double[][] b, int k, double[] c, int columns) {
        double a0 = -a[start];
        double a1 = -a[start + 1];
        double a2 = -a[start + 2];
        double[] b0 = b[k];
        double[] b1 = b[k + 1];
        double[] b2 = b[k + 2];
        for (int j = 0; j < columns; j++) {
            c[j] = Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j])));
        }
    }

    /** c ← c − a b. */
    static void subtract(double a, double[] b, double[] c, int columns) {
        double minus = -a;
        for (int j = 0; j < columns; j++) {
            c[j] = Math.fma(minus, b[j], c[j]);
        }
    }

    /**
     * sum + error ← sum + error + a b, where error takes what the rounding of the sums and of the product loses (Knuth's
     * two-sum, and a fused multiply-add for the product).
     */
    static void addAccurately(double a, double[] b, double[] sum, double[] error, int columns) {
        for (int j = 0; j < columns; j++) {
            double product = a * b[j];
            double before = sum[j];
            double after = before + product;
            double shifted = after - before;
            error[j] += ((before - (after - shifted)) + (product - shifted)) + Math.fma(a, b[j], -product);
            sum[j] = after;
        }
    }

    /** c ← c / divisor. */
    static void divide(double[] c, double divisor, int columns) {
        for (int j = 0; j < columns; j++) {
            c[j] /= divisor;
        }
    }
}
