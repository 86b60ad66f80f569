package org.leontief.solve;

import java.util.Arrays;

/** Bounds on every entry of an inverse, a strip of columns at a time; see {@link Inverse} for the inequalities. */
final class InverseBounds {

    private static final int TILE_ROWS = 48;
    private static final double EPSILON = AccurateSum.EPSILON;

    private final Rows a;
    private final double[] v;
    private final double[] u;
    private final double[] x;
    private final int n;
    private final Tiles tiles;
    private final double[] bounds;
    private final double[] eta;

    private InverseBounds(Rows a, RadiusProof proof, double[] x, Tiles tiles) {
        this.a = a;
        this.v = proof.vectorShared();
        this.u = proof.surplusShared();
        this.x = x;
        this.n = a.n;
        this.tiles = tiles;
        bounds = new double[n * n];
        eta = new double[n];
    }

    /**
     * Bounds |(I − A)⁻¹ − X|.
     *
     * @param proof that ρ(|A|) is below 1
     * @param x n × n by rows
     * @param sharp whether the second inequality is used too, which takes another 2 n³ operations
     * @return n × n by rows; +∞ where numbers are too large
     * @throws Cancelled if the listener wants to stop
     */
    static double[] of(Rows a, RadiusProof proof, double[] x, boolean sharp, Tiles tiles) {
        InverseBounds made = new InverseBounds(a, proof, x, tiles);
        double[][] strip = new double[a.n][Math.min(a.n, Workspace.WIDTH)];
        for (int from = 0; from < a.n; from += Workspace.WIDTH) {
            made.residuals(from, Math.min(Workspace.WIDTH, a.n - from), strip);
        }
        if (!sharp) {
            made.first();
            return made.bounds;
        }
        double[] right = new double[a.n * Math.min(a.n, Workspace.WIDTH)];
        double[] product = new double[right.length];
        for (int from = 0; from < a.n; from += Workspace.WIDTH) {
            made.sharpen(from, Math.min(Workspace.WIDTH, a.n - from), right, product);
        }
        return made.bounds;
    }

    private int tileCount() {
        return (n + TILE_ROWS - 1) / TILE_ROWS;
    }

    /** r̄ of some columns, left where their bounds will be, and η. */
    private void residuals(int from, int width, double[][] strip) {
        double[] xi = new double[width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, i * n + from, strip[i], 0, width);
            for (int j = 0; j < width; j++) {
                xi[j] = Math.max(xi[j], Math.nextUp(Math.abs(strip[i][j]) / v[i]));
            }
        }
        tiles.run(tileCount(), (tile, workspace) -> {
            double[] sum = new double[width];
            double[] error = new double[width];
            for (int i = tile * TILE_ROWS; i < Math.min(n, (tile + 1) * TILE_ROWS); i++) {
                residualOfRow(i, from, strip, sum, error, width);
                keepMagnitude(i, from, xi, strip[i], sum, error);
            }
        });
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < width; j++) {
                double share = Math.nextUp(bounds[i * n + from + j] / u[i]);
                // Where anything overflowed nothing is known, and a NaN must not pass for 0.
                eta[from + j] = Double.isNaN(share) ? Double.POSITIVE_INFINITY : Math.max(eta[from + j], share);
            }
        }
    }

    /** Row i of I − X + A X, as a sum and the sum of its errors. */
    private void residualOfRow(int i, int from, double[][] strip, double[] sum, double[] error, int width) {
        Arrays.fill(sum, 0);
        Arrays.fill(error, 0);
        if (i >= from && i < from + width) {
            sum[i - from] = 1;
        }
        FusedRows.addAccurately(-1, strip[i], sum, error, width);
        for (int p = a.start[i]; p < a.start[i + 1]; p++) {
            FusedRows.addAccurately(a.value[p], strip[a.index[p]], sum, error, width);
        }
    }

    /**
     * r̄ ≥ |r|. A sum of m products in doubled precision is off by at most ε |r| + γ_m² Σ|terms|, and Σ|terms| is at most δ +
     * |x_ij| + v_i max_k |x_kj| / v_k, because |A| v ≤ v. Each constant is larger than it need be, for the rounding of this
     * line.
     */
    private void keepMagnitude(int i, int from, double[] xi, double[] row, double[] sum, double[] error) {
        double products = a.start[i + 1] - a.start[i] + 2.0;
        double gamma = 4 * (products * EPSILON) * (products * EPSILON);
        double lost = 8 * products * Double.MIN_VALUE;
        for (int j = 0; j < xi.length; j++) {
            double terms = (i == from + j ? 1 : 0) + Math.abs(row[j]) + v[i] * xi[j];
            double size = Math.abs(sum[j] + error[j]) * (1 + 4 * EPSILON);
            bounds[i * n + from + j] = Math.nextUp(size + gamma * terms + lost);
        }
    }

    /** v_i η_j everywhere. */
    private void first() {
        tiles.run(tileCount(), (tile, workspace) -> {
            for (int i = tile * TILE_ROWS; i < Math.min(n, (tile + 1) * TILE_ROWS); i++) {
                for (int j = 0; j < n; j++) {
                    bounds[i * n + j] = firstBound(i, j);
                }
            }
        });
    }

    private double firstBound(int i, int j) {
        double bound = Math.nextUp(v[i] * eta[j]);
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    /** Σ_k (|X|_ik + v_i η_k) r̄_kj for some columns, where that is smaller than the first bound. */
    private void sharpen(int from, int width, double[] right, double[] product) {
        double[] zeta = new double[width];
        for (int k = 0; k < n; k++) {
            System.arraycopy(bounds, k * n + from, right, k * width, width);
            for (int j = 0; j < width; j++) {
                zeta[j] = Math.fma(eta[k], right[k * width + j], zeta[j]);
            }
        }
        Arrays.fill(product, 0);
        // n multiply-adds of terms without sign lose at most the share n ε, and whatever underflowed.
        double margin = 1 + 4 * (n + 8.0) * EPSILON;
        double lost = 4 * (n + 8.0) * Double.MIN_VALUE;
        tiles.run(tileCount(), (tile, workspace) -> {
            int begin = tile * TILE_ROWS;
            int rows = Math.min(TILE_ROWS, n - begin);
            multiplyAbsolute(begin, rows, width, right, product, workspace);
            for (int i = begin; i < begin + rows; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = Math.nextUp(v[i] * zeta[j] - product[i * width + j]);
                    double closer = Math.nextUp(sum * margin + lost);
                    double bound = firstBound(i, from + j);
                    bounds[i * n + from + j] = closer <= bound ? closer : bound;
                }
            }
        });
    }

    /** −|X| r̄ for some rows and columns. */
    private void multiplyAbsolute(
            int begin, int rows, int width, double[] right, double[] product, Workspace workspace) {
        double[] left = new double[rows * LuFactors.STEP];
        for (int k = 0; k < n; k += LuFactors.STEP) {
            int depth = Math.min(LuFactors.STEP, n - k);
            for (int i = 0; i < rows; i++) {
                for (int p = 0; p < depth; p++) {
                    left[i * depth + p] = Math.abs(x[(begin + i) * n + k + p]);
                }
            }
            Block c = new Block(product, begin * width, width);
            workspace
                    .kernel()
                    .subtractProduct(
                            new Block(left, 0, depth), new Block(right, k * width, width), c, rows, depth, width);
        }
    }
}
