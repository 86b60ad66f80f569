package org.leontief.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.plan.PlanLayout.LimitedColumn;
import org.leontief.plan.PlanLayout.LimitedRow;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** A planning problem with one goal as a linear programme, and what its rows and columns stand for. Immutable. */
final class PlanProgramme {

    private final PlanLayout layout;
    private final Objective objective;
    private final List<HeldGoal> held;
    private final double[] columnLower;
    private final double[] columnUpper;

    /** Written out when it is asked for first: solvers that use the structure never need it. */
    private @Nullable LinearProgramme programme;

    private PlanProgramme(PlanLayout layout, Objective objective, List<HeldGoal> held) {
        this.layout = layout;
        this.objective = objective;
        this.held = List.copyOf(held);
        columnLower = new double[layout.columns()];
        columnUpper = new double[layout.columns()];
        columnBounds(layout, columnLower, columnUpper);
    }

    /** Builds the programme of limits that are not {@link #isContradictory contradictory} in a single column. */
    static PlanProgramme of(PlanLayout layout, Objective objective, List<HeldGoal> held) {
        return new PlanProgramme(layout, objective, held);
    }

    /** All of it, with a copy of the coefficients. */
    synchronized LinearProgramme programme() {
        LinearProgramme known = programme;
        if (known == null) {
            known = written();
            programme = known;
        }
        return known;
    }

    private LinearProgramme written() {
        List<LimitedRow> extra = limitedRows();
        int balances = layout.products();
        double[] rowLower = new double[balances + extra.size()];
        double[] rowUpper = rowLower.clone();
        layout.conditions().stocks().forEach((product, amount) -> {
            rowLower[product] = -amount;
            rowUpper[product] = -amount;
        });
        for (int k = 0; k < extra.size(); k++) {
            rowLower[balances + k] = extra.get(k).limit().limit().lower();
            rowUpper[balances + k] = extra.get(k).limit().limit().upper();
        }
        return LinearProgramme.of(
                objective.sense(),
                objective.dense(layout.columns()),
                matrix(layout, extra),
                rowLower,
                rowUpper,
                columnLower,
                columnUpper);
    }

    private static List<LimitedRow> withGoals(PlanLayout layout, List<HeldGoal> held) {
        return Stream.concat(layout.rows().stream(), held.stream().map(HeldGoal::row))
                .toList();
    }

    private static void columnBounds(PlanLayout layout, double[] lower, double[] upper) {
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < layout.techniques().count(); j++) {
            upper[j] = layout.techniques().hasRecipe(j) ? Double.POSITIVE_INFINITY : 0;
        }
        for (int i = 0; i < layout.products(); i++) {
            lower[layout.delivery(i)] = layout.conditions().leastDelivery(i);
            upper[layout.delivery(i)] = layout.conditions().mostDelivery(i);
        }
        for (LimitedColumn limited : layout.ofColumns()) {
            int column = limited.column();
            if (column < layout.techniques().count()) {
                lower[column] = Math.max(lower[column], limited.limit().limit().lower());
                upper[column] = Math.min(upper[column], limited.limit().limit().upper());
            }
        }
    }

    /**
     * Whether limits of a single column leave it no value, so that there is no plan whatever the others are.
     *
     * @throws IllegalArgumentException if it takes no limit of another kind to see what is wrong with one of them: what has no
     *     recipe is to be made, or less than nothing is to be delivered
     */
    static boolean isContradictory(PlanLayout layout) {
        double[] lower = new double[layout.columns()];
        double[] upper = new double[layout.columns()];
        columnBounds(layout, lower, upper);
        boolean isContradictory = false;
        for (int column = 0; column < lower.length; column++) {
            if (lower[column] > upper[column]) {
                requireStated(layout, column, lower[column], upper[column]);
                isContradictory = true;
            }
        }
        return isContradictory;
    }

    private static void requireStated(PlanLayout layout, int column, double lower, double upper) {
        PlanLimit ceiling = layout.limitOfColumn(column, true, upper);
        if (ceiling == null) {
            throw new IllegalArgumentException("'" + layout.techniques().names().get(column)
                    + "' has no recipe and makes nothing, where " + layout.limitOfColumn(column, false, lower)
                    + " is asked for. Give it one as an activity, or leave the limit out.");
        }
        boolean isOwnFloor = layout.ofColumns().stream()
                .anyMatch(limited ->
                        limited.column() == column && limited.limit().limit().lower() == lower);
        if (column >= layout.techniques().count() && !isOwnFloor) {
            throw new IllegalArgumentException("Two limits contradict each other: "
                    + layout.limitOfColumn(column, false, lower) + ", and " + ceiling
                    + ". No plan can keep both; where a product may come in from outside, say how much at most:"
                    + " Limit.between(least, most).");
        }
    }

    /** The balances, and rows behind them. */
    static SparseMatrix matrix(PlanLayout layout, List<LimitedRow> extra) {
        int columns = layout.columns();
        int balances = layout.products();
        SparseMatrixBuilder more = SparseMatrix.builder(extra.size(), columns);
        for (int k = 0; k < extra.size(); k++) {
            int row = k;
            extra.get(k).coefficients().forEach((column, value) -> more.add(row, column, value));
        }
        SparseMatrix behind = more.build();
        SparseColumnsBuilder builder = SparseMatrix.byColumns(balances + extra.size(), columns, behind.nonZeros());
        int[] place = new int[balances + extra.size()];
        double[] value = new double[place.length];
        for (int column = 0; column < columns; column++) {
            int[] count = {0};
            balance(layout, column).forEach((i, entry) -> {
                place[count[0]] = i;
                value[count[0]++] = entry;
            });
            behind.forEachInColumn(column, (k, j, entry) -> {
                place[count[0]] = balances + k;
                value[count[0]++] = entry;
            });
            builder.appendColumn(place, value, count[0]);
        }
        return builder.build();
    }

    /** The part of a column in the balances. */
    static Coefficients balance(PlanLayout layout, int column) {
        int techniques = layout.techniques().count();
        if (column < techniques) {
            return layout.techniques().balance(column);
        }
        if (column < layout.multiple()) {
            return Coefficients.one(column - techniques).times(-1);
        }
        return layout.conditions().target().times(-1);
    }

    PlanLayout layout() {
        return layout;
    }

    Objective objective() {
        return objective;
    }

    double columnLower(int column) {
        return columnLower[column];
    }

    double columnUpper(int column) {
        return columnUpper[column];
    }

    /**
     * What would bound a column on one side if the limit that does were not there: further limits of the same column, and that
     * nothing runs backwards; the same height again where two limits stand there.
     */
    double nextBound(int column, boolean isUpper) {
        double own = isUpper ? columnUpper[column] : columnLower[column];
        boolean isTechnique = column < layout.techniques().count();
        double next = isUpper
                ? isTechnique && !layout.techniques().hasRecipe(column) ? 0 : Double.POSITIVE_INFINITY
                : isTechnique || column == layout.multiple() ? 0 : Double.NEGATIVE_INFINITY;
        boolean isOwnFound = false;
        for (LimitedColumn limited : layout.ofColumns()) {
            if (limited.column() == column) {
                Limit limit = limited.limit().limit();
                double bound = isUpper ? limit.upper() : limit.lower();
                if (bound == own && !isOwnFound) {
                    isOwnFound = true;
                } else {
                    next = isUpper ? Math.min(next, bound) : Math.max(next, bound);
                }
            }
        }
        return next;
    }

    /** Goals that are held, each by one of the last rows of the programme. */
    List<HeldGoal> held() {
        return held;
    }

    /** All rows behind the balances: the first has the number of the products. */
    List<LimitedRow> limitedRows() {
        return withGoals(layout, held);
    }

    /** What a row limits. */
    PlanLimit limitOfRow(int row) {
        return row < layout.products()
                ? layout.balance(row)
                : limitedRows().get(row - layout.products()).limit();
    }
}
