package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.leontief.optimisation.Conflict;
import org.leontief.optimisation.ConflictingBound;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.Sense;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.plan.PlanLayout.LimitedRow;
import org.leontief.solve.SparseMatrix;

/**
 * Finds limits that clash, none of which can be spared ({@link Conflict}). The technology itself is not up for discussion:
 * balances, and that nothing runs backwards. Therefore every stated limit is a row here, also those that are bounds of a column
 * where plans are sought.
 */
final class ConflictSearch {

    private final PlanLayout layout;
    private final ProgrammeOptions options;
    private final List<LimitedRow> limits;
    private final SparseMatrix matrix;
    private final double[] columnLower;
    private final double[] columnUpper;

    ConflictSearch(PlanLayout layout, List<LimitedRow> limitedRows, ProgrammeOptions options) {
        this.layout = layout;
        this.options = options;
        limits = Stream.concat(
                        limitedRows.stream(),
                        layout.ofColumns().stream()
                                .map(bound -> new LimitedRow(bound.limit(), Coefficients.one(bound.column()))))
                .toList();
        matrix = PlanProgramme.matrix(layout, limits);
        columnLower = new double[layout.columns()];
        columnUpper = new double[layout.columns()];
        Arrays.fill(columnUpper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < layout.techniques().count(); j++) {
            columnUpper[j] = layout.techniques().hasRecipe(j) ? Double.POSITIVE_INFINITY : 0;
        }
        for (int i = 0; i < layout.products(); i++) {
            columnLower[layout.delivery(i)] = layout.conditions().leastDelivery(i) < 0 ? Double.NEGATIVE_INFINITY : 0;
        }
    }

    PlanConflict find() {
        LinearProgramme all = within(row -> row.limit().limit());
        LinearSolution solution = new RevisedSimplex().solve(all, options);
        if (solution.status() != ProgrammeStatus.INFEASIBLE) {
            return new PlanConflict(everyLimit(), List.of());
        }
        LinearProgramme technology = within(row -> Limit.NONE);
        Conflict conflict = Conflict.beyond(technology, all, solution, options);
        List<ClashingLimit> named = conflict.bounds().stream()
                .sorted(Comparator.comparingInt(ConflictingBound::number))
                .map(bound -> new ClashingLimit(limit(bound), bound.givingWay()))
                .toList();
        return new PlanConflict(named, products(conflict.proof()));
    }

    /** Balances, and the limits as they are or as they would be. */
    private LinearProgramme within(Function<LimitedRow, Limit> limit) {
        double[] lower = new double[matrix.rows()];
        double[] upper = new double[matrix.rows()];
        for (int i = 0; i < layout.products(); i++) {
            lower[i] = 0 - layout.conditions().stocks().at(i);
            upper[i] = lower[i];
        }
        for (int k = 0; k < limits.size(); k++) {
            lower[layout.products() + k] = limit.apply(limits.get(k)).lower();
            upper[layout.products() + k] = limit.apply(limits.get(k)).upper();
        }
        return LinearProgramme.of(
                Sense.MAXIMISE, new double[matrix.columns()], matrix, lower, upper, columnLower, columnUpper);
    }

    /** Where the search was stopped before it began, or rounding hid the clash: all of them, and nothing is known of each. */
    private List<ClashingLimit> everyLimit() {
        return limits.stream()
                .map(row -> new ClashingLimit(row.limit(), Double.NaN))
                .toList();
    }

    /** The side of a limit that clashes. */
    private PlanLimit limit(ConflictingBound bound) {
        PlanLimit limit = limits.get(bound.number() - layout.products()).limit();
        return new PlanLimit(limit.kind(), limit.name(), limit.unit(), Limit.of(bound));
    }

    private List<String> products(double[] proof) {
        List<String> products = new ArrayList<>();
        for (int i = 0; i < layout.products() && proof.length > 0; i++) {
            if (proof[i] != 0) {
                products.add(layout.techniques().products().get(i).toString());
            }
        }
        return products;
    }
}
