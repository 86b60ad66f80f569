package org.leontief.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * LU factors of I − A with partial pivoting; kept, and solved with any number of right-hand sides, by several threads at
 * once if need be.
 *
 * <p>The matrix is factored in the variables x = ŝ z and in the order of its strongly connected groups, which makes it
 * block triangular: what cannot depend on the right-hand side comes out as exactly 0, and products in small units are
 * not drowned in the rounding of those in large ones.
 */
final class DenseLu implements InnerSolver {

    /** A pivot below this, where 1 would be ordinary, is the rounding of 0. */
    private static final double SMALLEST_PIVOT = 2 * AccurateSum.EPSILON;

    /** Below this size a second thread costs more than it brings. */
    private static final int WORTH_A_THREAD = 400;

    private final LuFactors factors;
    private final int n;
    /** Unknown k of the factors is unknown order[k] of the system. */
    private final int[] order;
    /** Row k of the factors, after the exchanges for pivots, is row equation[k] of the system. */
    private final int[] equation;

    private final double[] scale;

    private DenseLu(LuFactors factors, int[] order, double[] scale) {
        this.factors = factors;
        this.n = order.length;
        this.order = order;
        this.scale = scale;
        equation = factors.rowOrder();
        for (int k = 0; k < n; k++) {
            equation[k] = order[equation[k]];
        }
    }

    /**
     * Factors I − A.
     *
     * @param a the rows of A
     * @param scale s, all positive
     * @param watch asked after every few hundred million operations
     * @return empty if a pivot is exactly 0, or something overflowed
     * @throws MemoryLimitException if n² memory does not fit
     * @throws Cancelled if the listener wants to stop
     */
    static Optional<DenseLu> of(Rows a, double[] scale, int threads, Watch watch) {
        MemoryLimitException.requireDense(
                "Dense LU of " + a.n + " sectors",
                a.n,
                a.n,
                1,
                "Use SolveMethod.BICGSTAB or GAUSS_SEIDEL, which take memory for the non-zero coefficients only.");
        int[] order = order(StronglyConnectedComponents.of(a), a.n);
        double[] matrix = identityLess(a, scale, order, threads);
        return LuFactors.of(matrix, a.n, new Tiles(useful(a.n, threads), KernelChoice::create, watch))
                .map(factors -> new DenseLu(factors, order, scale));
    }

    private static int useful(int n, int threads) {
        return n < WORTH_A_THREAD ? 1 : threads;
    }

    private static double[] identityLess(Rows a, double[] scale, int[] order, int threads) {
        int n = a.n;
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[order[k]] = k;
        }
        double[] matrix = new double[n * n];
        Parallel.rows(n, 64, threads, (from, to) -> {
            for (int k = from; k < to; k++) {
                int i = order[k];
                matrix[k * n + k] = 1;
                for (int p = a.start[i]; p < a.start[i + 1]; p++) {
                    int j = a.index[p];
                    matrix[k * n + place[j]] -= a.value[p] * scale[j] / scale[i];
                }
            }
        });
        return matrix;
    }

    /** Groups in reverse: then a row depends on its own group and on later ones, and the matrix is upper triangular. */
    private static int[] order(List<int[]> groups, int n) {
        int[] order = new int[n];
        int k = n;
        for (int[] group : groups) {
            k -= group.length;
            System.arraycopy(group, 0, order, k, group.length);
        }
        return order;
    }

    @Override
    public void solve(double[] r, double[] weight, double target, double[] y, Watch watch) {
        substitute(r, y);
    }

    /**
     * Whether I − A cannot be told from a singular matrix. A right-hand side of which nothing is known but that it was not
     * made to fit shows it: its solution is as large as the inverse of the rounding errors.
     *
     * @param absolute |A|
     */
    boolean isSingular(Passes absolute) {
        SplittableRandom signs = new SplittableRandom(n);
        if (factors.smallestPivot() < SMALLEST_PIVOT) {
            return true;
        }
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = signs.nextBoolean() ? 1 : -1;
        }
        double[] solution = new double[n];
        substitute(right, solution);
        boolean finite = Arrays.stream(solution).allMatch(Double::isFinite);
        return finite && new BackwardError(absolute, right, 1, Watch.NONE).showsSingular(solution);
    }

    private void substitute(double[] r, double[] y) {
        double[] z = new double[n];
        for (int k = 0; k < n; k++) {
            z[k] = r[equation[k]] / scale[equation[k]];
        }
        factors.solve(z);
        for (int k = 0; k < n; k++) {
            y[order[k]] = z[k] * scale[order[k]];
        }
    }

    /**
     * (I − A) Y = R for several right-hand sides at once, which takes little longer than one as long as they are few.
     *
     * @param r n × width, entry k of unknown i at i · width + k; not modified
     * @param y overwritten with the solutions, stored in the same way
     * @throws Cancelled if the listener wants to stop
     */
    void solveMany(double[] r, double[] y, int width, int threads, Watch watch) {
        double[] z = new double[n * width];
        for (int k = 0; k < n; k++) {
            double divisor = scale[equation[k]];
            for (int c = 0; c < width; c++) {
                z[k * width + c] = r[equation[k] * width + c] / divisor;
            }
        }
        factors.solve(z, width, new Tiles(threads, KernelChoice::create, watch));
        for (int k = 0; k < n; k++) {
            double factor = scale[order[k]];
            for (int c = 0; c < width; c++) {
                y[order[k] * width + c] = z[k * width + c] * factor;
            }
        }
    }

    /** The same, unwatched. */
    void solveMany(double[] r, double[] y, int width, int threads) {
        solveMany(r, y, width, threads, Watch.NONE);
    }

    /**
     * (I − A)⁻¹.
     *
     * @return n × n by rows, in the unknowns' own order and units
     * @throws MemoryLimitException if n² memory does not fit
     * @throws Cancelled if the listener wants to stop
     */
    double[] inverse(int threads, Watch watch) {
        MemoryLimitException.requireDense(
                "The inverse of I − A for " + n + " sectors",
                n,
                n,
                1,
                "Solve for the right-hand sides that are needed instead.");
        double[] z = new double[n * n];
        factors.invert(z, new Tiles(useful(n, threads), KernelChoice::create, watch));
        Parallel.rows(n, 64, threads, (from, to) -> {
            double[] row = new double[n];
            for (int k = from; k < to; k++) {
                double factor = scale[order[k]];
                for (int c = 0; c < n; c++) {
                    row[equation[c]] = z[k * n + c] / scale[equation[c]] * factor;
                }
                System.arraycopy(row, 0, z, k * n, n);
            }
        });
        exchangeRows(z);
        return z;
    }

    /** Moves row k to order[k], along the cycles of the order. */
    private void exchangeRows(double[] z) {
        boolean[] done = new boolean[n];
        double[] carried = new double[n];
        double[] spare = new double[n];
        for (int first = 0; first < n; first++) {
            if (!done[first] && order[first] != first) {
                System.arraycopy(z, first * n, carried, 0, n);
                int k = first;
                do {
                    int target = order[k];
                    System.arraycopy(z, target * n, spare, 0, n);
                    System.arraycopy(carried, 0, z, target * n, n);
                    double[] swap = carried;
                    carried = spare;
                    spare = swap;
                    done[target] = true;
                    k = target;
                } while (k != first);
            }
        }
    }
}
