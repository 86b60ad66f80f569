package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.optimisation.Sense;

/** Writes the programme of a problem of several years, and knows which row is which limit. */
final class YearsProgramme {

    private final YearsProblem problem;
    private final YearsProblem.Parts parts;
    private final YearsObjective objective;
    private final YearsNumbers numbers;
    private final YearsLayout layout;
    private final YearsRows made;
    private final double[] columnLower;
    private final double[] columnUpper;
    private final double[] objectiveOf;
    private double objectiveConstant;

    private YearsProgramme(YearsProblem problem, YearsObjective objective) {
        this.problem = problem;
        this.parts = problem.parts();
        this.objective = objective;
        this.numbers = new YearsNumbers(problem);
        this.layout = new YearsLayout(problem, objective);
        this.made = new YearsRows(numbers, layout);
        this.columnLower = new double[layout.columns()];
        this.columnUpper = new double[layout.columns()];
        this.objectiveOf = new double[layout.columns()];
        Arrays.fill(columnUpper, YearsRows.NONE);
    }

    /** The programme of a problem and what is wanted most. */
    static YearsProgramme of(YearsProblem problem, YearsObjective objective) {
        YearsProgramme programme = new YearsProgramme(problem, objective);
        programme.requireNamesAndBasket();
        programme.boundColumns();
        programme.writeRows();
        programme.writeObjective();
        return programme;
    }

    private void requireNamesAndBasket() {
        if (objective.ofConsumption() && !parts.consumes()) {
            throw new IllegalStateException("The plan wants most consumption, and nothing is consumed in it. Maybe"
                    + " YearsProblem.consuming(basket) is missing?");
        }
        if (objective.kind() == YearsObjective.Kind.CAPITAL && parts.capital.isEmpty()) {
            throw new IllegalStateException("The plan wants most capital, and there is none in it. Maybe"
                    + " YearsProblem.capital(good) is missing?");
        }
        for (int t = 0; t < parts.leastConsumption.length; t++) {
            if (parts.leastConsumption[t] > 0 && !parts.consumes()) {
                throw new IllegalStateException(
                        "At least " + parts.leastConsumption[t] + " baskets are to be consumed in "
                                + numbers.yearName(t)
                                + ", and no basket is given. Maybe YearsProblem.consuming(basket) is missing?");
            }
        }
        for (CapitalGood good : parts.capital) {
            good.draws().keySet().forEach(problem::limitNamed);
        }
        objective.counted(parts.years);
    }

    private void boundColumns() {
        if (parts.timing == InputTiming.YEAR_BEFORE) {
            double[] underWay =
                    parts.underWay.resolved("Output of the first year", problem.products(), problem.units());
            for (int j = 0; j < layout.products; j++) {
                columnLower[layout.output(j, 0)] = underWay[j];
                columnUpper[layout.output(j, 0)] = underWay[j];
                if (leavesAsAtStart()) {
                    columnLower[layout.output(j, layout.years)] = underWay[j];
                }
            }
        }
        for (int t = 0; t < layout.years; t++) {
            if (parts.consumes()) {
                columnLower[layout.consumption(t)] = parts.leastConsumption[t];
            }
            for (int k = 0; k < layout.capital.size(); k++) {
                CapitalStocks stocks = layout.capital.get(k);
                for (int s = 0; s < stocks.size(); s++) {
                    columnUpper[layout.begun(k, s, t)] = stocks.mostBegun[s];
                }
                int total = layout.total(k, t);
                columnUpper[total] = Math.min(columnUpper[total], stocks.good.most(numbers.yearName(t)));
            }
        }
        for (int p = 0; leavesAsAtStart() && p < layout.storable.length; p++) {
            columnLower[layout.inventory(p, layout.years - 1)] = numbers.inventories[layout.storable[p]];
        }
    }

    private void writeRows() {
        for (int t = 0; t < layout.years; t++) {
            for (int i = 0; i < layout.products; i++) {
                writeProduct(i, t);
            }
            for (int k = 0; k < layout.capital.size(); k++) {
                writeCapital(k, t);
            }
            for (int l = 0; l < parts.limits.size(); l++) {
                double amount = numbers.amount(l, t);
                if (amount < YearsRows.NONE) {
                    made.addUse(l, t, 1);
                    made.end(YearsRows.RowKind.LIMIT, l, 0, t, -YearsRows.NONE, amount - made.committed(l, t));
                }
            }
            writeConsumption(t);
        }
        for (int l = 0; l < parts.limits.size(); l++) {
            writeBudgets(l);
        }
        for (int k = 0; k < layout.capital.size(); k++) {
            if (layout.hasOutputsUnderWay) {
                writeCapacities(k, layout.years, layout.output(0, layout.years));
            } else if (layout.goesOn) {
                writeCapacities(k, layout.years, layout.growing(0));
            }
        }
        new YearsEnding(made).write();
    }

    private boolean leavesAsAtStart() {
        return parts.ending.kind() == TerminalCondition.Kind.AS_AT_START;
    }

    /** x + s(t−1) − s(t) − A x − what is built − b c ≥ d. */
    private void writeProduct(int i, int t) {
        made.rows.add(layout.output(i, t), 1);
        int place = layout.storablePlace(i);
        double needed = numbers.deliveries[t][i];
        if (place >= 0) {
            made.rows.add(layout.inventory(place, t), -1);
            if (t > 0) {
                made.rows.add(layout.inventory(place, t - 1), 1);
            } else {
                needed -= numbers.inventories[i];
            }
        }
        int from = numbers.madeFrom(t);
        numbers.inputRows(from).forEachInColumn(i, (j, row, a) -> made.rows.add(layout.output(j, from), -a));
        for (int k = 0; k < layout.capital.size(); k++) {
            CapitalStocks stocks = layout.capital.get(k);
            int material = Arrays.binarySearch(stocks.materials, i);
            if (material >= 0) {
                made.addOutlays(k, t, -stocks.amounts[material]);
                needed += stocks.amounts[material] * stocks.committed(t);
            }
        }
        if (numbers.baskets[t][i] != 0) {
            made.rows.add(layout.consumption(t), -numbers.baskets[t][i]);
        }
        made.end(YearsRows.RowKind.PRODUCT, i, 0, t, needed, YearsRows.NONE);
    }

    private void writeCapital(int k, int t) {
        CapitalStocks stocks = layout.capital.get(k);
        // With one stock the sum is its own column; where nobody needs any, none is begun.
        if (stocks.size() != 1) {
            made.rows.add(layout.total(k, t), 1);
            for (int s = 0; s < stocks.size(); s++) {
                made.rows.add(layout.begun(k, s, t), -1);
            }
            made.end(YearsRows.RowKind.CAPITAL_BEGUN, k, 0, t, 0, 0);
        }
        // Where inputs are used a year before, what the first year can use was made before the plan. An earlier plan
        // counted
        // on what is begun in that year.
        boolean isPromised = parts.isContinued && layout.capital.get(k).good.lag() == 0;
        if (t > 0 || parts.timing == InputTiming.SAME_YEAR || isPromised) {
            writeCapacities(k, t, layout.output(0, t));
        }
    }

    /** k_j x_j(t) − Σ (1 − δ)^… I(u) ≤ what is left of the start. */
    private void writeCapacities(int k, int t, int firstOutput) {
        CapitalStocks stocks = layout.capital.get(k);
        for (int s = 0; s < stocks.size(); s++) {
            if (stocks.users[s].length > 0) {
                for (int u = 0; u < stocks.users[s].length; u++) {
                    made.rows.add(firstOutput + stocks.users[s][u], stocks.needs[s][u]);
                }
                made.addStock(k, s, t, -1);
                made.end(YearsRows.RowKind.CAPACITY, k, s, t, -YearsRows.NONE, stocks.inherited(s, t));
            }
        }
    }

    private void writeBudgets(int l) {
        List<YearlyLimit.Budget> budgets = parts.limits.get(l).budgets();
        for (int b = 0; b < budgets.size(); b++) {
            double drawn = 0;
            for (int t = 0; t < layout.years; t++) {
                if (numbers.covers(budgets.get(b), t)) {
                    made.addUse(l, t, 1);
                    drawn += made.committed(l, t);
                }
            }
            made.end(
                    YearsRows.RowKind.BUDGET,
                    l,
                    b,
                    -1,
                    -YearsRows.NONE,
                    budgets.get(b).amount() - drawn);
        }
    }

    private void writeConsumption(int t) {
        if (parts.consumes() && parts.neverFalls && t > 0) {
            made.rows.add(layout.consumption(t), 1).add(layout.consumption(t - 1), -1);
            made.end(YearsRows.RowKind.NEVER_FALLS, 0, 0, t, 0, YearsRows.NONE);
        }
        if (objective.kind() == YearsObjective.Kind.CONSUMPTION_ALONG) {
            made.rows
                    .add(layout.consumption(t), 1)
                    .add(layout.path(), -objective.weights(layout.years)[t]);
            made.end(YearsRows.RowKind.PATH, 0, 0, t, 0, 0);
        }
    }

    private void writeObjective() {
        boolean[] counted = objective.counted(parts.years);
        switch (objective.kind()) {
            case CONSUMPTION -> {
                double[] weights = objective.weights(layout.years);
                for (int t = 0; t < weights.length; t++) {
                    objectiveOf[layout.consumption(t)] = weights[t];
                }
            }
            case CONSUMPTION_ALONG -> objectiveOf[layout.path()] = 1;
            case OUTPUT -> {
                problem.units().common();
                for (int t = 0; t < layout.years; t++) {
                    for (int j = 0; counted[t] && j < layout.products; j++) {
                        objectiveOf[layout.output(j, t)] = 1;
                    }
                }
            }
            case CAPITAL -> countCapital(counted);
            case LEAST, MOST -> countUse(counted);
        }
    }

    private void countCapital(boolean[] counted) {
        parts.capital.forEach(good -> requireUnit(good, parts.capital.get(0)));
        for (int k = 0; k < layout.capital.size(); k++) {
            CapitalStocks stocks = layout.capital.get(k);
            for (int t = 0; t < layout.years; t++) {
                for (int s = 0; counted[t] && s < stocks.size(); s++) {
                    objectiveConstant += stocks.inherited(s, t);
                    for (int u = 0; u < layout.years; u++) {
                        objectiveOf[layout.begun(k, s, u)] += stocks.left(u, t);
                    }
                }
            }
        }
    }

    private static void requireUnit(CapitalGood good, CapitalGood first) {
        if (!good.unit().equals(first.unit())) {
            throw new IllegalStateException("Capital '" + good.name() + "' is counted in " + good.unit() + ", '"
                    + first.name() + "' in " + first.unit() + ": they cannot be added up.");
        }
    }

    private void countUse(boolean[] counted) {
        int l = parts.limits.indexOf(problem.limitNamed(objective.limit()));
        for (int t = 0; t < layout.years; t++) {
            if (counted[t]) {
                made.addUse(l, t, 1);
                objectiveConstant += made.committed(l, t);
            }
        }
        made.rows.moveTo(objectiveOf);
    }

    /** The programme itself. */
    LinearProgramme programme() {
        Sense sense = objective.kind() == YearsObjective.Kind.LEAST ? Sense.MINIMISE : Sense.MAXIMISE;
        return made.rows.programme(sense, objectiveOf, columnLower, columnUpper);
    }

    /** Whether no plan is better for outputs that are not used, so that outputs follow from what they are used for. */
    boolean outputsFollow() {
        boolean asksForOutput =
                objective.kind() == YearsObjective.Kind.OUTPUT || objective.kind() == YearsObjective.Kind.MOST;
        return parts.timing == InputTiming.SAME_YEAR && layout.storable.length == 0 && !asksForOutput;
    }

    YearsNumbers numbers() {
        return numbers;
    }

    YearsLayout layout() {
        return layout;
    }

    /** What the objective holds besides c·x. */
    double objectiveConstant() {
        return objectiveConstant;
    }

    /** Where the limit of a row stands as it was said, without what was there or is taken before the plan begins anything. */
    double stated(int number) {
        YearsRows.Row row = made.row(number);
        return switch (row.kind()) {
            case CAPITAL_AFTERWARDS -> layout.capital.get(row.item()).inherited(row.part(), 0);
            case LIMIT -> numbers.amount(row.item(), row.year());
            case BUDGET ->
                parts.limits.get(row.item()).budgets().get(row.part()).amount();
            default -> made.bound(number);
        };
    }

    /** Its rows and their meaning. */
    YearsRows made() {
        return made;
    }
}
