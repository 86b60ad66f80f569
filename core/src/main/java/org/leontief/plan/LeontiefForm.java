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
 * A plan's programme by its structure, where it has one: a table whose industries make all products, and resources that
 * deliveries do not use. Rows are those of the programme written out. Activities entered by hand are further activities behind
 * the deliveries: {@link #places} says which column is which.
 */
final class LeontiefForm {

    private LeontiefForm() {}

    /** Why a programme has no such structure; empty if it has. */
    static String obstacle(PlanProgramme programme) {
        PlanLayout layout = programme.layout();
        Techniques techniques = layout.techniques();
        if (techniques.coefficients() == null) {
            return "there is no table";
        }
        if (layout.products() > techniques.industries()) {
            return "'" + techniques.products().get(techniques.industries()) + "' is made by activities only";
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
        int count = layout.techniques().count();
        List<LimitedRow> rows = programme.limitedRows();
        double[] lower =
                rows.stream().mapToDouble(row -> row.limit().limit().lower()).toArray();
        double[] upper =
                rows.stream().mapToDouble(row -> row.limit().limit().upper()).toArray();
        double[] objective = programme.objective().dense(layout.columns());
        return LeontiefProgramme.builder(programme.objective().sense(), coefficients.system())
                .outputs(bounds(programme, 0, n, false), bounds(programme, 0, n, true))
                .outputObjective(Arrays.copyOf(objective, n))
                .deliveries(bounds(programme, count, count + n, false), bounds(programme, count, count + n, true))
                .deliveryObjective(Arrays.copyOfRange(objective, count, count + n))
                .resources(use(rows, 0, n), lower, upper)
                .activities(
                        taken(layout),
                        withMultiple(layout, use(rows, n, count)),
                        ofActivities(layout, bounds(programme, 0, layout.columns(), false)),
                        ofActivities(layout, bounds(programme, 0, layout.columns(), true)),
                        ofActivities(layout, objective))
                .build();
    }

    /** For each column of the programme written out its place in this form: outputs, deliveries, then all else. */
    static int[] places(PlanLayout layout) {
        int n = layout.products();
        int count = layout.techniques().count();
        return IntStream.range(0, layout.columns())
                .map(column ->
                        column < n || column >= count + n ? column : column < count ? column + n : column - (count - n))
                .toArray();
    }

    /** What activities entered by hand take of the products, less what they make, and what a unit of the multiple takes. */
    private static SparseMatrix taken(PlanLayout layout) {
        int n = layout.products();
        SparseMatrixBuilder taken = SparseMatrix.builder(n, layout.columns() - 2 * n);
        int count = layout.techniques().count();
        for (int j = n; j < count; j++) {
            int activity = j - n;
            layout.techniques().balance(j).forEach((product, amount) -> taken.add(product, activity, -amount));
        }
        layout.conditions().target().forEach((product, amount) -> taken.add(product, count - n, amount));
        return taken.build();
    }

    /** Of all columns those that are neither outputs nor deliveries. */
    private static double[] ofActivities(PlanLayout layout, double[] columns) {
        int n = layout.products();
        int count = layout.techniques().count();
        return IntStream.concat(IntStream.range(n, count), IntStream.range(count + n, columns.length))
                .mapToDouble(column -> columns[column])
                .toArray();
    }

    private static double[] bounds(PlanProgramme programme, int from, int to, boolean areUpper) {
        return IntStream.range(from, to)
                .mapToDouble(areUpper ? programme::columnUpper : programme::columnLower)
                .toArray();
    }

    /** What some of the techniques use. */
    private static SparseMatrix use(List<LimitedRow> rows, int from, int to) {
        SparseMatrixBuilder use = SparseMatrix.builder(rows.size(), to - from);
        for (int k = 0; k < rows.size(); k++) {
            int row = k;
            rows.get(k).coefficients().forEach((technique, amount) -> {
                if (technique >= from && technique < to) {
                    use.add(row, technique - from, amount);
                }
            });
        }
        return use.build();
    }

    /** With a column for the multiple where there is one, which uses nothing itself. */
    private static SparseMatrix withMultiple(PlanLayout layout, SparseMatrix use) {
        SparseMatrixBuilder wider = SparseMatrix.builder(use.rows(), layout.columns() - 2 * layout.products());
        use.forEach(wider::add);
        return wider.build();
    }
}
