package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The outputs of one year and the balances of the same products: (I − A) x = d + Σ u_k y_k, with y_k the other columns that use
 * products of the year. x = L d + Σ (L u_k) y_k.
 */
final class OutputBlock {

    private final int[] columns;
    private final int[] rows;
    private final int[] users;
    private final double[] constant;
    private final double[][] responses;

    private OutputBlock(int[] columns, int[] rows, int[] users, double[] constant, double[][] responses) {
        this.columns = columns;
        this.rows = rows;
        this.users = users;
        this.constant = constant;
        this.responses = responses;
    }

    /** All blocks of a programme; empty if one of them is not viable, so that outputs do not follow. */
    static Optional<List<OutputBlock>> all(YearsProgramme programme, LinearProgramme full) {
        YearsLayout layout = programme.layout();
        List<OutputBlock> blocks = new ArrayList<>();
        int last = layout.goesOn ? layout.years : layout.years - 1;
        for (int t = 0; t <= last; t++) {
            int[] columns = new int[layout.products];
            int[] rows = new int[layout.products];
            for (int i = 0; i < layout.products; i++) {
                boolean isAfter = t == layout.years;
                columns[i] = isAfter ? layout.growing(i) : layout.output(i, t);
                YearsRows.RowKind kind = isAfter ? YearsRows.RowKind.PRODUCT_AFTERWARDS : YearsRows.RowKind.PRODUCT;
                rows[i] = programme.made().number(kind, i, 0, t);
            }
            Optional<OutputBlock> block = of(full, columns, rows);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
        }
        return Optional.of(blocks);
    }

    private static Optional<OutputBlock> of(LinearProgramme full, int[] columns, int[] rows) {
        int n = columns.length;
        int[] placeOfRow = new int[full.rows()];
        boolean[] isOutput = new boolean[full.columns()];
        double[] demand = new double[n];
        for (int i = 0; i < n; i++) {
            placeOfRow[rows[i]] = i + 1;
            isOutput[columns[i]] = true;
            demand[i] = full.rowLower(rows[i]);
        }
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        for (int j = 0; j < n; j++) {
            int column = j;
            double[] diagonal = {1};
            full.matrix().forEachInColumn(columns[j], (row, c, value) -> {
                int place = placeOfRow[row] - 1;
                if (place == column) {
                    diagonal[0] = 1 - value;
                } else if (place >= 0) {
                    a.add(place, column, -value);
                }
            });
            a.add(j, j, diagonal[0]);
        }
        LeontiefSystem system = LeontiefSystem.of(a.build());
        if (system.radiusProof().verdict() != RadiusProof.Verdict.BELOW_ONE) {
            return Optional.empty();
        }
        List<Integer> users = new ArrayList<>();
        List<double[]> needs = new ArrayList<>();
        needs.add(demand);
        for (int j = 0; j < full.columns(); j++) {
            double[] need = new double[n];
            boolean[] uses = new boolean[1];
            if (!isOutput[j]) {
                full.matrix().forEachInColumn(j, (row, c, value) -> {
                    if (placeOfRow[row] > 0) {
                        need[placeOfRow[row] - 1] = -value;
                        uses[0] = true;
                    }
                });
            }
            if (uses[0]) {
                users.add(j);
                needs.add(need);
            }
        }
        return solved(system, columns, rows, users, needs);
    }

    private static Optional<OutputBlock> solved(
            LeontiefSystem system, int[] columns, int[] rows, List<Integer> users, List<double[]> needs) {
        SolveOptions options = SolveOptions.defaults().withCertification(SolveOptions.Certification.NONE);
        List<Solution> solutions = system.solveAll(needs.toArray(double[][]::new), options);
        if (!solutions.stream().allMatch(solution -> solution.report().stop().isSuccess())) {
            return Optional.empty();
        }
        double[][] responses = solutions.subList(1, solutions.size()).stream()
                .map(Solution::values)
                .toArray(double[][]::new);
        int[] places = users.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(
                new OutputBlock(columns, rows, places, solutions.get(0).values(), responses));
    }

    /** The columns of the outputs. */
    int[] columns() {
        return columns;
    }

    /** The rows of their balances. */
    int[] rows() {
        return rows;
    }

    /** The other columns that use products. */
    int[] users() {
        return users;
    }

    /** L d. */
    double[] constant() {
        return constant;
    }

    /** L u for one of the other columns. */
    double[] response(int user) {
        return responses[user];
    }
}
