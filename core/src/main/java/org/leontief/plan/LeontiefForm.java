package org.leontief.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.plan.PlanLayout.LimitedRow;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * A plan's programme by its structure, where it has one: one technique a product, and resources used by outputs only. Rows and
 * columns are those of the programme written out, in the same order, so that a solution of one is a solution of the other.
 */
final class LeontiefForm {

    private LeontiefForm() {}

    /** Why a programme has no such structure; empty if it has. */
    static String obstacle(PlanProgramme programme) {
        PlanLayout layout = programme.layout();
        Techniques techniques = layout.techniques();
        if (techniques.coefficients() == null || !techniques.activities().isEmpty()) {
            return "there are activities beside the recipes of a table";
        }
        if (layout.conditions().stocks().count() > 0) {
            return "there are stocks";
        }
        for (LimitedRow row : programme.limitedRows()) {
            int last = row.coefficients().count() - 1;
            if (last >= 0 && row.coefficients().place(last) >= techniques.count()) {
                return "the limit " + row.limit() + " counts deliveries";
            }
        }
        return techniques.coefficients().viability().isViable() ? "" : "the economy is not proved viable";
    }

    /** The programme; it shares the coefficients of the table. */
    static LeontiefProgramme of(PlanProgramme programme, TechnicalCoefficients coefficients) {
        PlanLayout layout = programme.layout();
        int n = layout.products();
        List<LimitedRow> rows = programme.limitedRows();
        double[] lower =
                rows.stream().mapToDouble(row -> row.limit().limit().lower()).toArray();
        double[] upper =
                rows.stream().mapToDouble(row -> row.limit().limit().upper()).toArray();
        double[] objective = programme.objective().dense(layout.columns());
        LeontiefProgramme.Builder builder = LeontiefProgramme.builder(
                        programme.objective().sense(), coefficients.system())
                .outputs(bounds(programme, 0, n, false), bounds(programme, 0, n, true))
                .outputObjective(Arrays.copyOf(objective, n))
                .deliveries(bounds(programme, n, 2 * n, false), bounds(programme, n, 2 * n, true))
                .deliveryObjective(Arrays.copyOfRange(objective, n, 2 * n))
                .resources(use(rows, n), lower, upper);
        if (layout.conditions().hasTarget()) {
            int multiple = layout.multiple();
            SparseMatrixBuilder target = SparseMatrix.builder(n, 1);
            layout.conditions().target().forEach((product, amount) -> target.add(product, 0, amount));
            builder.activities(
                    target.build(),
                    SparseMatrix.zeros(rows.size(), 1),
                    bounds(programme, multiple, multiple + 1, false),
                    bounds(programme, multiple, multiple + 1, true),
                    new double[] {objective[multiple]});
        }
        return builder.build();
    }

    private static double[] bounds(PlanProgramme programme, int from, int to, boolean areUpper) {
        return IntStream.range(from, to)
                .mapToDouble(areUpper ? programme::columnUpper : programme::columnLower)
                .toArray();
    }

    private static SparseMatrix use(List<LimitedRow> rows, int outputs) {
        SparseMatrixBuilder use = SparseMatrix.builder(rows.size(), outputs);
        for (int k = 0; k < rows.size(); k++) {
            int row = k;
            rows.get(k).coefficients().forEach((output, amount) -> use.add(row, output, amount));
        }
        return use.build();
    }
}
