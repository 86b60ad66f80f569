package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.RevisedSimplex;
import org.leontief.optimisation.Sense;
import org.leontief.plan.Limit;
import org.leontief.plan.LimitKind;
import org.leontief.plan.PlanConflict;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.plan.PlanLimit;

/**
 * Finds limits of several years that clash, none of which can be spared, by leaving out one after the other of those that the
 * proof of infeasibility uses (the deletion filter of J. W. Chinneck and E. W. Dravnieks, ORSA Journal on Computing 3, 1991).
 * Balances of products, with what has to be delivered, are not up for discussion.
 */
final class YearsConflict {

    /** A bound of a row, or of a column, that is a limit of the problem. */
    private record Bound(boolean isRow, int number, PlanLimit limit) {}

    private final YearsProgramme programme;
    private final LinearProgramme all;
    private final ProgrammeOptions options;
    private final RevisedSimplex solver = new RevisedSimplex();
    private final List<Bound> limits = new ArrayList<>();

    private YearsConflict(YearsProgramme programme, LinearProgramme all, ProgrammeOptions options) {
        this.programme = programme;
        this.all = all;
        this.options = options;
        for (int i = 0; i < all.rows(); i++) {
            YearsRows.Row row = programme.made().row(i);
            if (row.kind().isLimit()) {
                Limit limit = all.rowUpper(i) < Double.POSITIVE_INFINITY
                        ? Limit.atMost(all.rowUpper(i))
                        : Limit.atLeast(all.rowLower(i));
                limits.add(new Bound(
                        true, i, named(YearsNames.of(row, programme), YearsNames.unit(row, programme), limit)));
            }
        }
        addColumns();
    }

    private void addColumns() {
        YearsLayout layout = programme.layout();
        YearsNumbers numbers = programme.numbers();
        for (int t = 0; t < layout.years; t++) {
            String when = " in " + numbers.yearName(t);
            if (numbers.parts.leastConsumption[t] > 0) {
                Limit floor = Limit.atLeast(numbers.parts.leastConsumption[t]);
                limits.add(new Bound(false, layout.consumption(t), named("consumption" + when, "baskets", floor)));
            }
            for (int k = 0; k < layout.capital.size(); k++) {
                CapitalStocks stocks = layout.capital.get(k);
                String begun = "'" + stocks.good.name() + "' begun" + when;
                Set<Integer> columns = new LinkedHashSet<>(List.of(layout.total(k, t)));
                for (int s = 0; s < stocks.size(); s++) {
                    columns.add(layout.begun(k, s, t));
                }
                for (int column : columns) {
                    if (all.columnUpper(column) < Double.POSITIVE_INFINITY) {
                        Limit most = Limit.atMost(all.columnUpper(column));
                        limits.add(new Bound(false, column, named(begun, stocks.good.unit(), most)));
                    }
                }
            }
        }
    }

    private static PlanLimit named(String name, String unit, Limit limit) {
        return new PlanLimit(LimitKind.RESOURCE, name, unit, limit);
    }

    static PlanConflict of(
            YearsProgramme programme, LinearProgramme all, LinearSolution infeasible, ProgrammeOptions options) {
        return new YearsConflict(programme, all, options).find(infeasible);
    }

    private PlanConflict find(LinearSolution infeasible) {
        LinearSolution proof = infeasible;
        List<Bound> clashing = usedBy(proof, limits);
        for (Bound bound : List.copyOf(clashing)) {
            if (clashing.contains(bound)) {
                List<Bound> rest = new ArrayList<>(clashing);
                rest.remove(bound);
                LinearSolution without = solve(with(rest, Sense.MAXIMISE, new double[all.columns()]));
                if (without.status() == ProgrammeStatus.INFEASIBLE) {
                    proof = without;
                    clashing = usedBy(without, rest);
                }
            }
        }
        List<ClashingLimit> named = new ArrayList<>();
        for (Bound bound : clashing) {
            named.add(new ClashingLimit(bound.limit, givesWay(bound)));
        }
        return new PlanConflict(named, products(proof));
    }

    /** Limits of rows in the proof, and all of columns, if they are seen to clash by themselves; else all there were. */
    private List<Bound> usedBy(LinearSolution infeasible, List<Bound> some) {
        double[] proof = infeasible.proof();
        if (proof.length == 0) {
            return some;
        }
        List<Bound> used = some.stream()
                .filter(bound -> !bound.isRow || proof[bound.number] != 0)
                .toList();
        boolean enough = used.size() < some.size()
                && solve(with(used, Sense.MAXIMISE, new double[all.columns()])).status() == ProgrammeStatus.INFEASIBLE;
        return enough ? used : some;
    }

    /** The balances, and of the limits these only. */
    private LinearProgramme with(List<Bound> kept, Sense sense, double[] objective) {
        double[] rowLower = new double[all.rows()];
        double[] rowUpper = new double[all.rows()];
        double[] columnLower = new double[all.columns()];
        double[] columnUpper = new double[all.columns()];
        Arrays.setAll(rowLower, all::rowLower);
        Arrays.setAll(rowUpper, all::rowUpper);
        Arrays.setAll(columnLower, all::columnLower);
        Arrays.setAll(columnUpper, all::columnUpper);
        Set<Bound> staying = new LinkedHashSet<>(kept);
        for (Bound bound : limits) {
            if (!staying.contains(bound)) {
                if (bound.isRow) {
                    rowLower[bound.number] = Double.NEGATIVE_INFINITY;
                    rowUpper[bound.number] = Double.POSITIVE_INFINITY;
                } else if (isUpper(bound)) {
                    columnUpper[bound.number] = Double.POSITIVE_INFINITY;
                } else {
                    columnLower[bound.number] = 0;
                }
            }
        }
        return LinearProgramme.of(sense, objective, all.matrix(), rowLower, rowUpper, columnLower, columnUpper);
    }

    private LinearSolution solve(LinearProgramme relaxed) {
        return solver.solve(relaxed, options);
    }

    private static boolean isUpper(Bound bound) {
        return bound.limit.limit().upper() < Double.POSITIVE_INFINITY;
    }

    /** How near all other limits let the plan come to this one. */
    private double givesWay(Bound bound) {
        List<Bound> others = new ArrayList<>(limits);
        others.remove(bound);
        double[] objective = new double[all.columns()];
        if (bound.isRow) {
            all.matrix().forEach((i, j, value) -> objective[j] += i == bound.number ? value : 0);
        } else {
            objective[bound.number] = 1;
        }
        LinearSolution nearest = solve(with(others, isUpper(bound) ? Sense.MINIMISE : Sense.MAXIMISE, objective));
        double stands = isUpper(bound)
                ? bound.limit.limit().upper()
                : bound.limit.limit().lower();
        return switch (nearest.status()) {
            case OPTIMAL ->
                Math.abs(stands - nearest.certificate().orElseThrow().objective());
            case INFEASIBLE -> Double.POSITIVE_INFINITY;
            case UNBOUNDED, STOPPED -> Double.NaN;
        };
    }

    private List<String> products(LinearSolution infeasible) {
        double[] proof = infeasible.proof();
        List<String> products = new ArrayList<>();
        for (int i = 0; i < proof.length; i++) {
            YearsRows.Row row = programme.made().row(i);
            boolean isBalance =
                    row.kind() == YearsRows.RowKind.PRODUCT || row.kind() == YearsRows.RowKind.PRODUCT_AFTERWARDS;
            if (proof[i] != 0 && isBalance) {
                products.add(YearsNames.of(row, programme));
            }
        }
        return products;
    }
}
