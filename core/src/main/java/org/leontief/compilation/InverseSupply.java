package org.leontief.compilation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.solve.StopReason;

/**
 * R V⁻¹ q̂ and ĝ V⁻¹ U without the inverse of V: one solve for each row of R or column of U.
 *
 * <p>V = C ŝ with columns of C that add up to 1; C is taken as I − (I − C), a system like any other. Products and industries without
 * output are passed over, and stay empty.
 */
final class InverseSupply {

    /** So many right-hand sides are in memory at a time. */
    private static final int TOGETHER = 64;

    /** Up to here factors take seconds and are exact to rounding, whatever the order of products and industries. */
    private static final int FACTORED_UP_TO = 3_000;

    private final LabelledMatrix supply;
    private final SolveOptions options;
    private final int[] products;
    private final int[] industries;
    private final double[] scale;
    private final LeontiefSystem system;

    InverseSupply(LabelledMatrix supply, SolveOptions options) {
        this.supply = supply;
        SparseMatrix v = supply.matrix();
        products = notZero(v.abs().rowSums());
        scale = v.abs().columnSums();
        industries = notZero(scale);
        if (products.length != industries.length) {
            throw new IllegalArgumentException("Product technology and fixed industry sales need as many products as"
                    + " industries, since they invert the supply table; here " + products.length
                    + " products are made by "
                    + industries.length + " industries. Aggregate one side, or use industry technology or fixed product"
                    + " sales.");
        }
        this.options = options.withCertification(SolveOptions.Certification.NONE)
                .withMethod(products.length <= FACTORED_UP_TO ? SolveMethod.DENSE_LU : options.method());
        system = LeontiefSystem.of(identityLessMix());
    }

    private static int[] notZero(double[] totals) {
        return IntStream.range(0, totals.length).filter(i -> totals[i] != 0).toArray();
    }

    private SparseMatrix identityLessMix() {
        int n = products.length;
        int[] place = new int[supply.rows().size()];
        IntStream.range(0, n).forEach(k -> place[products[k]] = k);
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        for (int k = 0; k < n; k++) {
            int own = k;
            boolean[] hasDiagonal = new boolean[1];
            supply.matrix().forEachInColumn(industries[k], (i, j, made) -> {
                boolean isDiagonal = place[i] == own;
                hasDiagonal[0] |= isDiagonal;
                a.add(place[i], own, (isDiagonal ? 1 : 0) - made / scale[j]);
            });
            if (!hasDiagonal[0]) {
                a.add(k, k, 1);
            }
        }
        return a.build();
    }

    /** R V⁻¹ q̂. */
    SparseMatrix rows(SparseMatrix r) {
        double[] output = supply.matrix().rowSums();
        SparseMatrix byRow = r.transpose();
        SparseMatrixBuilder result =
                SparseMatrix.builder(r.rows(), supply.rows().size());
        solve(system.transposed(), byRow, industries, true, (row, values) -> {
            for (int k = 0; k < products.length; k++) {
                result.add(row, products[k], values[k] * output[products[k]]);
            }
        });
        return result.build();
    }

    /** ĝ V⁻¹ U. */
    SparseMatrix columns(SparseMatrix u) {
        double[] output = supply.matrix().columnSums();
        SparseMatrixBuilder result = SparseMatrix.builder(supply.columns().size(), u.columns());
        solve(system, u, products, false, (column, values) -> {
            for (int k = 0; k < industries.length; k++) {
                result.add(industries[k], column, values[k] * output[industries[k]] / scale[industries[k]]);
            }
        });
        return result.build();
    }

    private interface Solved {
        void accept(int number, double[] values);
    }

    /** Solves for the columns of a matrix that are not empty, some at a time. */
    private void solve(LeontiefSystem prepared, SparseMatrix sides, int[] places, boolean scaled, Solved solved) {
        List<Integer> numbers = new ArrayList<>();
        List<double[]> waiting = new ArrayList<>();
        for (int c = 0; c < sides.columns(); c++) {
            double[] full = new double[sides.rows()];
            sides.forEachInColumn(c, (i, j, amount) -> full[i] = amount);
            double[] side = Arrays.stream(places)
                    .mapToDouble(i -> scaled ? full[i] / scale[i] : full[i])
                    .toArray();
            if (Arrays.stream(side).anyMatch(amount -> amount != 0)) {
                numbers.add(c);
                waiting.add(side);
            }
            if (waiting.size() == TOGETHER || (c == sides.columns() - 1 && !waiting.isEmpty())) {
                List<Solution> solutions = prepared.solveAll(waiting.toArray(double[][]::new), options);
                for (int k = 0; k < solutions.size(); k++) {
                    solved.accept(numbers.get(k), values(solutions.get(k)));
                }
                numbers.clear();
                waiting.clear();
            }
        }
    }

    private double[] values(Solution solution) {
        if (solution.report().stop() == StopReason.SINGULAR) {
            throw new IllegalArgumentException("The supply table cannot be inverted: some industries make the same"
                    + " products in the same proportions, so that product technology and fixed industry sales cannot tell"
                    + " them apart. Aggregate them, or use industry technology or fixed product sales.");
        }
        return solution.requireConverged().values();
    }
}
