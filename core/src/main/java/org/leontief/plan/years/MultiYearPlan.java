package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.Basis;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.OptimalityCertificate;
import org.leontief.optimisation.ProgrammeReport;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.optimisation.Sense;
import org.leontief.plan.ShadowPrice;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The best plan of several years: outputs, capital, consumption and inventories by year, and what everything is worth. How far
 * it is from the best one at most is proved: {@link #objectiveBound}. Prices are in {@link YearsPrices}. Immutable.
 */
public final class MultiYearPlan {

    /** What is worth less, as a share of the objective or of what is worth most, is rounding. */
    private static final double SMALL = 1e-9;

    private final YearsProblem problem;
    private final YearsObjective objective;
    private final YearsProgramme programme;
    private final YearsLayout layout;
    private final LinearSolution solution;
    private final double[] x;
    private final ProgrammeReport solverReport;
    private final YearsRanges ranges;

    MultiYearPlan(
            YearsProblem problem,
            YearsObjective objective,
            YearsProgramme programme,
            LinearSolution solution,
            ProgrammeReport solverReport) {
        this.solverReport = solverReport;
        this.problem = problem;
        this.objective = objective;
        this.programme = programme;
        this.layout = programme.layout();
        this.solution = solution;
        this.x = solution.columns();
        ranges = new YearsRanges(this, programme, solution);
    }

    /**
     * What was planned for.
     *
     * @return the problem
     */
    public YearsProblem problem() {
        return problem;
    }

    /**
     * What was wanted most.
     *
     * @return the objective of the question
     */
    public YearsObjective wanted() {
        return objective;
    }

    /**
     * The years.
     *
     * @return their names, the first first
     */
    public Labels years() {
        return problem.years();
    }

    /**
     * What is known of it.
     *
     * @return optimal, or stopped before the tolerance was reached
     */
    public ProgrammeStatus status() {
        return solution.status();
    }

    /**
     * Demands that it is proved to be the best within the tolerance.
     *
     * @return this plan
     * @throws IllegalStateException if the solver stopped before; the message holds its report
     */
    public MultiYearPlan requireOptimal() {
        if (solution.status() != ProgrammeStatus.OPTIMAL) {
            throw new IllegalStateException("The plan is not proved to be the best. " + solution);
        }
        return this;
    }

    /**
     * What the plan reaches of what is wanted.
     *
     * @return in {@link #unit}
     */
    public double objective() {
        return certificate().objective() + programme.objectiveConstant();
    }

    /**
     * What no plan goes beyond: proved by weak duality with every rounding outward, whatever the solver did.
     *
     * @return in {@link #unit}; infinite where nothing could be proved
     */
    public double objectiveBound() {
        double bound = certificate().objectiveBound() + programme.objectiveConstant();
        return programme.objectiveConstant() == 0 ? bound : maximises() ? Math.nextUp(bound) : Math.nextDown(bound);
    }

    /**
     * What the objective is counted in.
     *
     * @return baskets, or the unit of what is added up
     */
    public String unit() {
        return switch (objective.kind()) {
            case CONSUMPTION, CONSUMPTION_ALONG -> "baskets";
            case OUTPUT -> problem.units().common();
            case CAPITAL -> problem.capitalGoods().get(0).unit();
            case LEAST, MOST -> problem.limitNamed(objective.limit()).unit();
        };
    }

    /**
     * How far limits are kept and how far the plan is from the best, recomputed with every rounding outward. Its objective
     * leaves out what was there before the plan where capital is what is wanted.
     *
     * @return residuals, objective and bound
     */
    public OptimalityCertificate certificate() {
        return solution.certificate().orElseThrow();
    }

    /**
     * How it was found.
     *
     * @return method, iterations, time
     */
    public ProgrammeReport solverReport() {
        return solverReport;
    }

    /**
     * x(t).
     *
     * @param year its name
     * @return gross output of every industry
     * @throws org.leontief.label.UnknownLabelException if there is no such year, with the nearest
     */
    public LabelledVector output(String year) {
        int t = years().indexOf(year);
        double[] output = Arrays.copyOfRange(x, layout.output(0, t), layout.output(0, t) + layout.products);
        return byProduct("Gross output in " + years().get(t), output);
    }

    /**
     * x, all years.
     *
     * @return products × years
     */
    public LabelledMatrix outputs() {
        SparseMatrixBuilder outputs = SparseMatrix.builder(layout.products, layout.years);
        for (int t = 0; t < layout.years; t++) {
            for (int j = 0; j < layout.products; j++) {
                outputs.add(j, t, x[layout.output(j, t)]);
            }
        }
        return LabelledMatrix.of("Gross output", problem.products(), years(), problem.units(), outputs.build());
    }

    /**
     * c(t): how often the basket is consumed.
     *
     * @return by year; 0 where nothing is consumed beside deliveries
     */
    public LabelledVector consumption() {
        double[] consumption = new double[layout.years];
        Arrays.setAll(consumption, t -> problem.parts().consumes() ? x[layout.consumption(t)] : 0);
        return LabelledVector.of("Consumption", years(), Units.of("baskets"), consumption);
    }

    /**
     * b(t) c(t): what is consumed.
     *
     * @param year its name
     * @return by product
     */
    public LabelledVector consumed(String year) {
        int t = years().indexOf(year);
        double multiple = consumption().at(t);
        double[] basket = programme.numbers().baskets[t];
        return byProduct(
                "Consumption in " + years().get(t),
                Arrays.stream(basket).map(amount -> amount * multiple).toArray());
    }

    /**
     * What building capital takes in a year.
     *
     * @param year its name
     * @return by product
     */
    public LabelledVector investment(String year) {
        int t = years().indexOf(year);
        double[] taken = new double[layout.products];
        for (int k = 0; k < layout.capital.size(); k++) {
            CapitalStocks stocks = layout.capital.get(k);
            double[] outlays = stocks.good.outlays();
            double units = stocks.committed(t);
            for (int a = 0; a < outlays.length && a <= t; a++) {
                units += outlays[a] * x[layout.total(k, t - a)];
            }
            for (int m = 0; m < stocks.materials.length; m++) {
                taken[stocks.materials[m]] += stocks.amounts[m] * units;
            }
        }
        return byProduct("Investment in " + years().get(t), taken);
    }

    /**
     * What is in store at the end of a year.
     *
     * @param year its name
     * @return by product; 0 for those that cannot be stored
     */
    public LabelledVector inventories(String year) {
        int t = years().indexOf(year);
        double[] stored = new double[layout.products];
        for (int p = 0; p < layout.storable.length; p++) {
            stored[layout.storable[p]] = x[layout.inventory(p, t)];
        }
        return byProduct("Inventories after " + years().get(t), stored);
    }

    /**
     * Capital begun of a kind.
     *
     * @param kind its name
     * @return holders × years: industries that need it, or all of them where it is shared
     * @throws org.leontief.label.UnknownLabelException if there is no such kind, with the nearest
     */
    public LabelledMatrix begun(String kind) {
        int k = place(kind);
        SparseMatrixBuilder begun = SparseMatrix.builder(layout.capital.get(k).size(), layout.years);
        for (int t = 0; t < layout.years; t++) {
            for (int s = 0; s < layout.capital.get(k).size(); s++) {
                begun.add(s, t, x[layout.begun(k, s, t)]);
            }
        }
        return byHolder("'" + kind + "' begun", k, begun);
    }

    /**
     * K(t): capital of a kind that is usable in each year.
     *
     * @param kind its name
     * @return holders × years
     * @throws org.leontief.label.UnknownLabelException if there is no such kind, with the nearest
     */
    public LabelledMatrix capital(String kind) {
        int k = place(kind);
        SparseMatrixBuilder usable = SparseMatrix.builder(layout.capital.get(k).size(), layout.years);
        for (int t = 0; t < layout.years; t++) {
            for (int s = 0; s < layout.capital.get(k).size(); s++) {
                usable.add(s, t, stock(k, s, t));
            }
        }
        return byHolder("'" + kind + "'", k, usable);
    }

    /**
     * K(T+1): capital of a kind that is left when the year after the last begins.
     *
     * @param kind its name
     * @return by holder
     * @throws org.leontief.label.UnknownLabelException if there is no such kind, with the nearest
     */
    public LabelledVector capitalAfterwards(String kind) {
        int k = place(kind);
        double[] left = new double[layout.capital.get(k).size()];
        Arrays.setAll(left, s -> stock(k, s, layout.years));
        Units unit = Units.of(layout.capital.get(k).good.unit());
        return LabelledVector.of("'" + kind + "' afterwards", holders(k), unit, left);
    }

    /**
     * What is used of something limited.
     *
     * @param limit its name
     * @return by year, in its unit
     * @throws org.leontief.label.UnknownLabelException if there is no such limit, with the nearest
     */
    public LabelledVector use(String limit) {
        int l = problem.limits().indexOf(problem.limitNamed(limit));
        double[] use = new double[layout.years];
        Arrays.setAll(use, t -> programme.made().use(l, t, x));
        return LabelledVector.of(
                limit, years(), Units.of(problem.limits().get(l).unit()), use);
    }

    /**
     * What everything is worth, year by year.
     *
     * @return prices of products, limits and capital
     */
    public YearsPrices prices() {
        return new YearsPrices(this, programme, solution.rowPrices());
    }

    /**
     * The limits that bind: without them more could be had.
     *
     * @return those with a price that is not 0, the dearest first by what all of the limit is worth
     */
    public List<BindingLimit> binding() {
        List<BindingLimit> binding = new ArrayList<>();
        double[] prices = solution.rowPrices();
        double[] bounds = new double[prices.length];
        Arrays.setAll(bounds, i -> limitedTo(i));
        double largest = Math.abs(certificate().objective());
        double dearest = 0;
        for (int i = 0; i < prices.length; i++) {
            largest = Math.max(largest, Math.abs(prices[i] * bounds[i]));
            dearest = Math.max(dearest, Math.abs(prices[i]));
        }
        for (int i = 0; i < prices.length; i++) {
            YearsRows.Row row = programme.made().row(i);
            // All of nothing is worth nothing: where there is none of it the price itself has to tell.
            boolean isDear = bounds[i] == 0
                    ? Math.abs(prices[i]) > SMALL * dearest
                    : Math.abs(prices[i] * bounds[i]) > SMALL * largest;
            if (row.kind().isLimit() && isDear) {
                double worth = maximises() ? prices[i] : -prices[i];
                binding.add(new BindingLimit(
                        YearsNames.of(row, programme), bounds[i], worth, YearsNames.unit(row, programme)));
            }
        }
        binding.sort(Comparator.comparing(limit -> -Math.abs(limit.worth() * limit.amount()), Double::compare));
        return List.copyOf(binding);
    }

    /**
     * What a unit more of a yearly limit or a budget is worth, and for which amounts of it that holds, all else as it is.
     *
     * @param limit its name with its years, as {@link #binding} gives it: "Labour in 2028"
     * @return 0 if some of it is left over
     * @throws org.leontief.label.UnknownLabelException if there is no such limit, with the nearest
     */
    public ShadowPrice worth(String limit) {
        return ranges.worth(limit);
    }

    /** Where a limit stands, what the plan has added to it included; 0 for what is none. */
    double limitedTo(int number) {
        YearsRows.Row row = programme.made().row(number);
        return !row.kind().isLimit() ? 0 : amount(row, number);
    }

    private double amount(YearsRows.Row row, int number) {
        return switch (row.kind()) {
            case CAPACITY -> stock(row.item(), row.part(), row.year());
            case CAPITAL_AFTERWARDS -> layout.capital.get(row.item()).inherited(row.part(), 0);
            case LIMIT -> programme.numbers().amount(row.item(), row.year());
            case BUDGET ->
                problem.limits().get(row.item()).budgets().get(row.part()).amount();
            default -> programme.made().bound(number);
        };
    }

    /**
     * The plan for a person: what is wanted and reached, consumption, use of limits and the prices of what binds.
     *
     * @return text of several lines
     */
    public String report() {
        return YearsReport.of(this);
    }

    /**
     * The problem of the years that are left after the first.
     *
     * @param outturn what really happened in the first year
     * @return a problem that begins with what the outturn leaves: capital, inventories, outputs on their way, the rest of
     *     budgets. A condition of stocks as at the start, and consumption that never falls, count from the new start
     * @throws IllegalStateException if there is no further year, or a budget is overdrawn
     * @throws org.leontief.label.UnknownLabelException if the outturn names what is not there
     * @throws IllegalArgumentException if the outturn tells of one thing twice, under two names of it
     */
    public YearsProblem remaining(Outturn outturn) {
        return new YearsAhead(this, outturn).problem();
    }

    /**
     * The plan anew for the years that are left.
     *
     * @param outturn what really happened in the first year
     * @return plan against outturn, and the best plan from what there is now
     * @throws IllegalStateException if there is no further year, or no plan any more
     */
    public Revision revise(Outturn outturn) {
        return revise(outturn, remaining(outturn));
    }

    /**
     * The plan anew where data of later years have changed, too.
     *
     * @param outturn what really happened in the first year
     * @param changed {@link #remaining} with the changes: other limits, technology, one more year
     * @return plan against outturn, what changed, and the best plan from what there is now
     * @throws IllegalStateException if there is no further year, or no plan any more
     * @throws IllegalArgumentException if the changed problem begins with another year, or has other products
     */
    public Revision revise(Outturn outturn, YearsProblem changed) {
        YearsAhead ahead = new YearsAhead(this, outturn);
        YearsProblem unchanged = ahead.problem();
        ahead.requireContinued(changed);
        MultiYearPlan revised = changed.plan(objective.afterFirst(changed.years()));
        return new Revision(this, revised, ahead.deviations(), ChangedData.between(unchanged, changed));
    }

    boolean maximises() {
        return programme.programme().sense() == Sense.MAXIMISE;
    }

    /** Where the simplex method ended, for a plan that is not far from this one. */
    Optional<Basis> basis() {
        return solution.basis();
    }

    YearsProgramme programme() {
        return programme;
    }

    private int place(String kind) {
        return problem.capitalGoods().indexOf(problem.capitalNamed(kind));
    }

    Labels holders(int kind) {
        CapitalStocks stocks = layout.capital.get(kind);
        return stocks.industry.length == 1 && stocks.industry[0] < 0
                ? Labels.of("all industries")
                : Labels.ofLabels(Arrays.stream(stocks.industry)
                        .mapToObj(problem.products()::get)
                        .toList());
    }

    private double stock(int kind, int stock, int year) {
        CapitalStocks stocks = layout.capital.get(kind);
        double usable = stocks.inherited(stock, year);
        for (int u = 0; u < layout.years; u++) {
            usable += stocks.left(u, year) * x[layout.begun(kind, stock, u)];
        }
        return usable;
    }

    private LabelledVector byProduct(String name, double[] values) {
        return LabelledVector.of(name, problem.products(), problem.units(), values);
    }

    private LabelledMatrix byHolder(String name, int kind, SparseMatrixBuilder values) {
        Units unit = Units.of(layout.capital.get(kind).good.unit());
        return LabelledMatrix.of(name, holders(kind), years(), unit, values.build());
    }

    /** The report. */
    @Override
    public String toString() {
        return report();
    }
}
