package org.leontief.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.LUDecomposition;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * LU factors of I − A with partial pivoting, by EJML; kept, and solved with one right-hand side at a time.
 *
 * <p>The matrix is factored in the variables x = ŝ z and in the order of its strongly connected groups, which makes it
 * block triangular: what cannot depend on the right-hand side comes out as exactly 0, and products in small units are
 * not drowned in the rounding of those in large ones.
 */
final class DenseLu implements InnerSolver {

    /** EJML holds the factors and works on them in place. */
    private static final int COPIES = 2;

    private final LinearSolverDense<DMatrixRMaj> factors;
    private final int n;
    private final int[] order;
    private final double[] scale;

    private DenseLu(LinearSolverDense<DMatrixRMaj> factors, int[] order, double[] scale) {
        this.factors = factors;
        this.n = order.length;
        this.order = order;
        this.scale = scale;
    }

    /**
     * Factors I − A.
     *
     * @param a the rows of A
     * @param scale s, all positive
     * @return empty if I − A is singular to working precision
     * @throws MemoryLimitException if n² memory does not fit
     */
    static Optional<DenseLu> of(Rows a, double[] scale) {
        MemoryLimitException.requireDense(
                "Dense LU of " + a.n + " sectors",
                a.n,
                a.n,
                COPIES,
                "Use SolveMethod.BICGSTAB or GAUSS_SEIDEL, which take memory for the non-zero coefficients only.");
        int[] order = order(StronglyConnectedComponents.of(a), a.n);
        int[] place = new int[a.n];
        for (int k = 0; k < a.n; k++) {
            place[order[k]] = k;
        }
        DMatrixRMaj matrix = new DMatrixRMaj(a.n, a.n);
        for (int i = 0; i < a.n; i++) {
            int row = place[i] * a.n;
            matrix.data[row + place[i]] = 1;
            for (int p = a.start[i]; p < a.start[i + 1]; p++) {
                int j = a.index[p];
                matrix.data[row + place[j]] -= a.value[p] * scale[j] / scale[i];
            }
        }
        LinearSolverDense<DMatrixRMaj> factors = LinearSolverFactory_DDRM.lu(a.n);
        return factors.setA(matrix) ? Optional.of(new DenseLu(factors, order, scale)) : Optional.empty();
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
        if (factors.<LUDecomposition<DMatrixRMaj>>getDecomposition().isSingular()) {
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

    /** The solver keeps scratch space of its own, so two threads must not be in it at once. */
    private synchronized void substitute(double[] r, double[] y) {
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (int k = 0; k < n; k++) {
            right.data[k] = r[order[k]] / scale[order[k]];
        }
        DMatrixRMaj solution = new DMatrixRMaj(n, 1);
        factors.solve(right, solution);
        for (int k = 0; k < n; k++) {
            y[order[k]] = solution.data[k] * scale[order[k]];
        }
    }
}
