package org.leontief.solve;

import java.util.Optional;

/**
 * P M = L U with partial pivoting, in the place of M. A few columns are factored, what stands to their right is brought up
 * to date, and so on (J. W. Demmel, Applied Numerical Linear Algebra, 1997, section 2.6.3); nearly all of the time is spent
 * in {@link DenseKernel#subtractProduct}.
 */
final class LuFactors {

    /** Columns of a step. */
    static final int STEP = 144;

    private static final int TILE_ROWS = 480;

    private final int n;
    private final double[] data;
    private final int[] pivot;

    private LuFactors(int n, double[] data) {
        this.n = n;
        this.data = data;
        pivot = new int[n];
    }

    /**
     * Factors a matrix.
     *
     * @param data n × n by rows; overwritten, and kept
     * @return empty if a pivot is 0 or not finite
     * @throws Cancelled if the listener wants to stop
     */
    static Optional<LuFactors> of(double[] data, int n, Tiles tiles) {
        LuFactors factors = new LuFactors(n, data);
        return factors.factor(tiles) ? Optional.of(factors) : Optional.empty();
    }

    private boolean factor(Tiles tiles) {
        Panel panel = new Panel(Math.min(n, STEP), n, tiles);
        for (int k = 0; k < n; k += STEP) {
            int size = Math.min(STEP, n - k);
            if (!panel.factor(block(k, k), n - k, size, pivot, k)) {
                return false;
            }
            exchangeAndSolve(k, size, tiles);
            subtract(k, size, tiles);
        }
        return true;
    }

    /** Exchanges the rows outside the panel as its own were, and makes the rows of U. */
    private void exchangeAndSolve(int k, int size, Tiles tiles) {
        int left = strips(k);
        tiles.run(left + strips(n - k - size), (tile, workspace) -> {
            boolean isLeft = tile < left;
            int from = isLeft ? tile * Workspace.WIDTH : k + size + (tile - left) * Workspace.WIDTH;
            int to = Math.min(isLeft ? k : n, from + Workspace.WIDTH);
            double[] spare = workspace.rows()[0];
            for (int row = k; row < k + size; row++) {
                exchange(row, pivot[row], from, to - from, spare);
            }
            if (!isLeft) {
                TriangularBlock.lower(block(k, k), block(k, from), size, to - from, workspace.rows());
            }
        });
    }

    private void exchange(int row, int other, int from, int count, double[] spare) {
        if (row != other) {
            System.arraycopy(data, row * n + from, spare, 0, count);
            System.arraycopy(data, other * n + from, data, row * n + from, count);
            System.arraycopy(spare, 0, data, other * n + from, count);
        }
    }

    /** What is left to be factored, less the product of the new columns of L and rows of U. */
    private void subtract(int k, int size, Tiles tiles) {
        int begin = k + size;
        int down = (n - begin + TILE_ROWS - 1) / TILE_ROWS;
        tiles.run(down * strips(n - begin), (tile, workspace) -> {
            int row = begin + tile % down * TILE_ROWS;
            int from = begin + tile / down * Workspace.WIDTH;
            int rows = Math.min(TILE_ROWS, n - row);
            int columns = Math.min(Workspace.WIDTH, n - from);
            workspace.kernel().subtractProduct(block(row, k), block(k, from), block(row, from), rows, size, columns);
        });
    }

    /**
     * The order of rows: row k of P M is row order[k] of M.
     */
    int[] rowOrder() {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = 0; i < n; i++) {
            int exchanged = order[i];
            order[i] = order[pivot[i]];
            order[pivot[i]] = exchanged;
        }
        return order;
    }

    /** The smallest pivot in size. */
    double smallestPivot() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, Math.abs(data[i * n + i]));
        }
        return smallest;
    }

    /**
     * z ← U⁻¹ L⁻¹ z, for right-hand sides in the order of the rows of P M.
     *
     * @param z n × width by rows
     */
    void solve(double[] z, int width, Tiles tiles) {
        int strips = strips(width);
        if (strips >= tiles.threads()) {
            tiles.run(strips, (strip, workspace) -> solveStrip(z, width, strip, 0, workspace, tiles));
        } else {
            for (int strip = 0; strip < strips; strip++) {
                solveTogether(z, width, strip, tiles);
            }
        }
    }

    /** z ← U⁻¹ L⁻¹, n × n by rows; z is zero before. */
    void invert(double[] z, Tiles tiles) {
        for (int i = 0; i < n; i++) {
            z[i * n + i] = 1;
        }
        // Above its ones a strip of the unit matrix is zero, and stays so under L⁻¹.
        tiles.run(strips(n), (strip, workspace) -> {
            int first = strip * Workspace.WIDTH / STEP * STEP;
            solveStrip(z, n, strip, first, workspace, tiles);
        });
    }

    private void solveStrip(double[] z, int width, int strip, int first, Workspace workspace, Tiles tiles) {
        int from = strip * Workspace.WIDTH;
        int columns = Math.min(Workspace.WIDTH, width - from);
        Block x = new Block(z, from, width);
        for (int k = first; k < n && tiles.goesOn(); k += STEP) {
            int end = Math.min(n, k + STEP);
            TriangularBlock.lower(block(k, k), x.at(k, 0), end - k, columns, workspace.rows());
            workspace.kernel().subtractProduct(block(end, k), x.at(k, 0), x.at(end, 0), n - end, end - k, columns);
        }
        for (int k = (n - 1) / STEP * STEP; k >= 0 && tiles.goesOn(); k -= STEP) {
            int end = Math.min(n, k + STEP);
            TriangularBlock.upper(block(k, k), x.at(k, 0), end - k, columns, workspace.rows());
            workspace.kernel().subtractProduct(block(0, k), x.at(k, 0), x, k, end - k, columns);
        }
    }

    /** The same with all threads on one strip. */
    private void solveTogether(double[] z, int width, int strip, Tiles tiles) {
        int from = strip * Workspace.WIDTH;
        int columns = Math.min(Workspace.WIDTH, width - from);
        Block x = new Block(z, from, width);
        for (int step = 0; step < n; step += STEP) {
            int k = step;
            int end = Math.min(n, k + STEP);
            tiles.runAlone((tile, workspace) ->
                    TriangularBlock.lower(block(k, k), x.at(k, 0), end - k, columns, workspace.rows()));
            subtractTogether(x, k, end, end, n, columns, tiles);
        }
        for (int step = (n - 1) / STEP * STEP; step >= 0; step -= STEP) {
            int k = step;
            int end = Math.min(n, k + STEP);
            tiles.runAlone((tile, workspace) ->
                    TriangularBlock.upper(block(k, k), x.at(k, 0), end - k, columns, workspace.rows()));
            subtractTogether(x, k, end, 0, k, columns, tiles);
        }
    }

    /** The rows begin to limit of X, less what rows k to end contribute. */
    private void subtractTogether(Block x, int k, int end, int begin, int limit, int columns, Tiles tiles) {
        tiles.run((limit - begin + TILE_ROWS - 1) / TILE_ROWS, (tile, workspace) -> {
            int row = begin + tile * TILE_ROWS;
            int rows = Math.min(TILE_ROWS, limit - row);
            workspace.kernel().subtractProduct(block(row, k), x.at(k, 0), x.at(row, 0), rows, end - k, columns);
        });
    }

    /** z ← U⁻¹ L⁻¹ z for a single right-hand side, in one pass over the factors. */
    void solve(double[] z) {
        for (int i = 0; i < n; i++) {
            z[i] -= dot(i * n, 0, i, z);
        }
        for (int i = n - 1; i >= 0; i--) {
            z[i] = (z[i] - dot(i * n, i + 1, n, z)) / data[i * n + i];
        }
    }

    /** In four sums, which the processor takes side by side. */
    private double dot(int line, int from, int to, double[] z) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = from;
        for (; j + 4 <= to; j += 4) {
            s0 = Math.fma(data[line + j], z[j], s0);
            s1 = Math.fma(data[line + j + 1], z[j + 1], s1);
            s2 = Math.fma(data[line + j + 2], z[j + 2], s2);
            s3 = Math.fma(data[line + j + 3], z[j + 3], s3);
        }
        for (; j < to; j++) {
            s0 = Math.fma(data[line + j], z[j], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private Block block(int row, int column) {
        return new Block(data, row * n + column, n);
    }

    private static int strips(int columns) {
        return (columns + Workspace.WIDTH - 1) / Workspace.WIDTH;
    }
}
