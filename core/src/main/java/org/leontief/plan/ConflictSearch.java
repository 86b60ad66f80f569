package org.leontief.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.Sense;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.plan.PlanLayout.LimitedRow;

/**
 * Finds limits that clash, none of which can be spared: one stated limit after the other is left out, and stays out if the
 * others still clash (the deletion filter of J. W. Chinneck and E. W. Dravnieks, ORSA Journal on Computing 3, 1991). The
 * technology itself is not up for discussion: balances, and that nothing runs backwards. Therefore every stated limit is a
 * row here, also those that are bounds of a column where plans are sought.
 */
final class ConflictSearch {

    /** One side of a stated limit. */
    private record Side(int row, boolean isUpper) {}

    private final PlanLayout layout;
    private final ProgrammeOptions options;
    private final List<LimitedRow> limits;
    private final LinearProgramme all;
    private final RevisedSimplex solver = new RevisedSimplex();

    ConflictSearch(PlanLayout layout, List<LimitedRow> limitedRows, ProgrammeOptions options) {
        this.layout = layout;
        this.options = options;
        limits = Stream.concat(
                        limitedRows.stream(),
                        layout.ofColumns().stream()
                                .map(bound -> new LimitedRow(bound.limit(), Coefficients.one(bound.column()))))
                .toList();
        double[] lower = new double[layout.products() + limits.size()];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        double[] upper = new double[lower.length];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int i = 0; i < layout.products(); i++) {
            lower[i] = 0 - layout.conditions().stocks().at(i);
            upper[i] = lower[i];
        }
        double[] columnLower = new double[layout.columns()];
        double[] columnUpper = new double[layout.columns()];
        Arrays.fill(columnUpper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < layout.techniques().count(); j++) {
            columnUpper[j] = layout.techniques().hasRecipe(j) ? Double.POSITIVE_INFINITY : 0;
        }
        for (int i = 0; i < layout.products(); i++) {
            columnLower[layout.delivery(i)] = layout.conditions().leastDelivery(i) < 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        all = LinearProgramme.of(
                Sense.MAXIMISE,
                new double[layout.columns()],
                PlanProgramme.matrix(layout, limits),
                lower,
                upper,
                columnLower,
                columnUpper);
    }

    PlanConflict find() {
        List<Side> clashing = everySide();
        LinearSolution solution = solve(with(clashing));
        clashing = usedBy(solution, clashing);
        for (Side side : List.copyOf(clashing)) {
            if (clashing.contains(side)) {
                List<Side> rest = new ArrayList<>(clashing);
                rest.remove(side);
                LinearSolution without = solve(with(rest));
                if (without.status() == ProgrammeStatus.INFEASIBLE) {
                    solution = without;
                    clashing = usedBy(without, rest);
                }
            }
        }
        List<ClashingLimit> named = new ArrayList<>();
        for (Side side : clashing) {
            named.add(new ClashingLimit(limit(side), givesWay(side)));
        }
        return new PlanConflict(named, products(solution));
    }

    private List<Side> everySide() {
        List<Side> sides = new ArrayList<>();
        for (int k = 0; k < limits.size(); k++) {
            Limit limit = limits.get(k).limit().limit();
            if (limit.lower() != Double.NEGATIVE_INFINITY) {
                sides.add(new Side(layout.products() + k, false));
            }
            if (limit.upper() != Double.POSITIVE_INFINITY) {
                sides.add(new Side(layout.products() + k, true));
            }
        }
        return sides;
    }

    /** The sides with a part in a proof of infeasibility, if they are seen to clash by themselves; else all that were there. */
    private List<Side> usedBy(LinearSolution infeasible, List<Side> sides) {
        double[] proof = infeasible.proof();
        if (proof.length == 0) {
            return sides;
        }
        List<Side> used = sides.stream().filter(side -> proof[side.row()] != 0).toList();
        boolean areEnough = used.size() < sides.size() && solve(with(used)).status() == ProgrammeStatus.INFEASIBLE;
        return areEnough ? used : sides;
    }

    /** Balances, and of the limits these sides only. */
    private LinearProgramme with(List<Side> sides) {
        double[] lower = new double[all.rows()];
        double[] upper = new double[all.rows()];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int i = 0; i < layout.products(); i++) {
            lower[i] = all.rowLower(i);
            upper[i] = all.rowUpper(i);
        }
        for (Side side : sides) {
            if (side.isUpper()) {
                upper[side.row()] = limit(side).limit().upper();
            } else {
                lower[side.row()] = limit(side).limit().lower();
            }
        }
        return programme(Sense.MAXIMISE, new double[all.columns()], lower, upper);
    }

    private LinearProgramme programme(Sense sense, double[] objective, double[] lower, double[] upper) {
        double[] columnLower = new double[all.columns()];
        double[] columnUpper = new double[all.columns()];
        for (int j = 0; j < columnLower.length; j++) {
            columnLower[j] = all.columnLower(j);
            columnUpper[j] = all.columnUpper(j);
        }
        return LinearProgramme.of(sense, objective, all.matrix(), lower, upper, columnLower, columnUpper);
    }

    private LinearSolution solve(LinearProgramme programme) {
        return solver.solve(programme, options);
    }

    /** The one side of a limit. */
    private PlanLimit limit(Side side) {
        PlanLimit limit = limits.get(side.row() - layout.products()).limit();
        Limit one = side.isUpper()
                ? Limit.atMost(limit.limit().upper())
                : Limit.atLeast(limit.limit().lower());
        return new PlanLimit(limit.kind(), limit.name(), limit.unit(), one);
    }

    /** How near all other limits let the plan come to this one. */
    private double givesWay(Side side) {
        List<Side> others = everySide();
        others.remove(side);
        LinearProgramme relaxed = with(others);
        double[] lower = new double[all.rows()];
        double[] upper = new double[all.rows()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = relaxed.rowLower(i);
            upper[i] = relaxed.rowUpper(i);
        }
        Coefficients row = limits.get(side.row() - layout.products()).coefficients();
        LinearSolution nearest = solve(
                programme(side.isUpper() ? Sense.MINIMISE : Sense.MAXIMISE, row.dense(all.columns()), lower, upper));
        double bound = side.isUpper()
                ? limit(side).limit().upper()
                : limit(side).limit().lower();
        return switch (nearest.status()) {
            case OPTIMAL -> Math.abs(bound - nearest.certificate().orElseThrow().objective());
            case INFEASIBLE -> Double.POSITIVE_INFINITY;
            case UNBOUNDED, STOPPED -> Double.NaN;
        };
    }

    private List<String> products(LinearSolution infeasible) {
        double[] proof = infeasible.proof();
        List<String> products = new ArrayList<>();
        for (int i = 0; i < layout.products() && proof.length > 0; i++) {
            if (proof[i] != 0) {
                products.add(layout.techniques().products().get(i).toString());
            }
        }
        return products;
    }
}
