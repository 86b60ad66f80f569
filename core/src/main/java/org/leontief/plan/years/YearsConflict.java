package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leontief.optimisation.Conflict;
import org.leontief.optimisation.ConflictingBound;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.Sense;
import org.leontief.plan.Limit;
import org.leontief.plan.LimitKind;
import org.leontief.plan.PlanConflict;
import org.leontief.plan.PlanConflict.ClashingLimit;
import org.leontief.plan.PlanLimit;

/**
 * Finds limits of several years that clash, none of which can be spared ({@link Conflict}). Balances of products, with what has to
 * be delivered, are not up for discussion.
 */
final class YearsConflict {

    private final YearsProgramme programme;
    private final LinearProgramme all;
    private final double[] columnLower;
    private final double[] columnUpper;
    /** What a bound of a column that is up for discussion limits: a name and a unit, without an amount. */
    private final Map<Integer, PlanLimit> ofColumns = new HashMap<>();

    private YearsConflict(YearsProgramme programme, LinearProgramme all) {
        this.programme = programme;
        this.all = all;
        columnLower = new double[all.columns()];
        columnUpper = new double[all.columns()];
        Arrays.setAll(columnLower, all::columnLower);
        Arrays.setAll(columnUpper, all::columnUpper);
        YearsLayout layout = programme.layout();
        for (int t = 0; t < layout.years; t++) {
            freeConsumption(t);
            for (int k = 0; k < layout.capital.size(); k++) {
                freeInvestment(k, t);
            }
        }
    }

    private void freeConsumption(int t) {
        YearsNumbers numbers = programme.numbers();
        if (numbers.parts.leastConsumption[t] > 0) {
            int column = programme.layout().consumption(t);
            columnLower[column] = 0;
            ofColumns.put(column, named("consumption in " + numbers.yearName(t), "baskets", Limit.NONE));
        }
    }

    private void freeInvestment(int k, int t) {
        YearsLayout layout = programme.layout();
        CapitalStocks stocks = layout.capital.get(k);
        String begun =
                "'" + stocks.good.name() + "' begun in " + programme.numbers().yearName(t);
        PlanLimit limit = named(begun, stocks.good.unit(), Limit.NONE);
        free(layout.total(k, t), limit);
        for (int s = 0; s < stocks.size(); s++) {
            free(layout.begun(k, s, t), limit);
        }
    }

    private void free(int column, PlanLimit limit) {
        columnUpper[column] = Double.POSITIVE_INFINITY;
        ofColumns.put(column, limit);
    }

    private static PlanLimit named(String name, String unit, Limit limit) {
        return new PlanLimit(LimitKind.RESOURCE, name, unit, limit);
    }

    static PlanConflict of(
            YearsProgramme programme, LinearProgramme all, LinearSolution infeasible, ProgrammeOptions options) {
        YearsConflict search = new YearsConflict(programme, all);
        Conflict conflict = Conflict.beyond(search.balances(), all, infeasible, options);
        List<ClashingLimit> named = conflict.bounds().stream()
                .map(bound -> new ClashingLimit(search.limit(bound), bound.givingWay()))
                .toList();
        return new PlanConflict(named, search.products(conflict.proof()));
    }

    /** The programme without the limits that may be left out. */
    private LinearProgramme balances() {
        double[] rowLower = new double[all.rows()];
        double[] rowUpper = new double[all.rows()];
        for (int i = 0; i < all.rows(); i++) {
            boolean isLimit = programme.made().row(i).kind().isLimit();
            rowLower[i] = isLimit ? Double.NEGATIVE_INFINITY : all.rowLower(i);
            rowUpper[i] = isLimit ? Double.POSITIVE_INFINITY : all.rowUpper(i);
        }
        return LinearProgramme.of(
                Sense.MAXIMISE, new double[all.columns()], all.matrix(), rowLower, rowUpper, columnLower, columnUpper);
    }

    private PlanLimit limit(ConflictingBound bound) {
        if (bound.kind().isOfRow()) {
            YearsRows.Row row = programme.made().row(bound.number());
            double stated = programme.stated(bound.number());
            Limit said = bound.kind().isUpper() ? Limit.atMost(stated) : Limit.atLeast(stated);
            return named(YearsNames.of(row, programme), YearsNames.unit(row, programme), said);
        }
        PlanLimit limit = Objects.requireNonNull(ofColumns.get(bound.number()));
        return named(limit.name(), limit.unit(), Limit.of(bound));
    }

    private List<String> products(double[] proof) {
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
