package org.leontief.plan.years;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * What a unit more is worth to the plan, by year: the change of the objective, so that all prices are of present value and
 * years can be compared. Current prices divide by what the basket costs in the same year. Where the plan has several best prices
 * (it is degenerate) these are one set of them. Immutable.
 */
public final class YearsPrices {

    private final MultiYearPlan plan;
    private final YearsProgramme programme;
    private final double[] rowPrices;

    YearsPrices(MultiYearPlan plan, YearsProgramme programme, double[] rowPrices) {
        this.plan = plan;
        this.programme = programme;
        this.rowPrices = rowPrices;
    }

    /**
     * Prices of products at present value: what a unit more, from nowhere, would add to what is wanted.
     *
     * @param year when
     * @return by product, in units of the objective per unit of the product
     * @throws org.leontief.label.UnknownLabelException if there is no such year, with the nearest
     */
    public LabelledVector present(String year) {
        int t = plan.years().indexOf(year);
        double[] prices = new double[plan.problem().products().size()];
        Arrays.setAll(prices, i -> -worth(YearsRows.RowKind.PRODUCT, i, 0, t));
        return LabelledVector.of(
                "Prices in " + plan.years().get(t),
                plan.problem().products(),
                Units.of(plan.unit()).per(plan.problem().units()),
                prices);
    }

    /**
     * Prices of products in baskets of the same year.
     *
     * @param year when
     * @return by product: how many of the year's baskets a unit is worth
     * @throws IllegalStateException if nothing is consumed, or the basket costs nothing in that year
     */
    public LabelledVector current(String year) {
        int t = plan.years().indexOf(year);
        double basket = requireBasketPrice(t);
        LabelledVector present = present(year);
        return LabelledVector.of(
                present.name(),
                present.labels(),
                Units.of("baskets").per(plan.problem().units()),
                Arrays.stream(present.toArray()).map(price -> price / basket).toArray());
    }

    /**
     * What the basket costs in a year at present value.
     *
     * @param year when
     * @return in units of the objective
     */
    public double basket(String year) {
        return basketPrice(plan.years().indexOf(year));
    }

    /**
     * The rate of interest in terms of the basket: what giving up a basket in a year brings in the next, less one.
     *
     * @param year the year of giving up
     * @return 0.05 for 5 per cent
     * @throws IllegalStateException if it is the last year, or the basket costs nothing
     */
    public double interest(String year) {
        int t = plan.years().indexOf(year);
        if (t + 1 == plan.years().size()) {
            throw new IllegalStateException("There is no year after " + year + " in this plan to lend to.");
        }
        return requireBasketPrice(t) / requireBasketPrice(t + 1) - 1;
    }

    /**
     * What a unit more of something limited would be worth, its yearly limits and budgets together.
     *
     * @param limit its name, such as "Labour" or "CO2"
     * @return by year, at present value, in units of the objective per unit of the limit
     * @throws org.leontief.label.UnknownLabelException if there is no such limit, with the nearest
     */
    public LabelledVector worth(String limit) {
        YearlyLimit limited = plan.problem().limitNamed(limit);
        int l = plan.problem().limits().indexOf(limited);
        double[] worth = new double[plan.years().size()];
        for (int t = 0; t < worth.length; t++) {
            worth[t] = worth(YearsRows.RowKind.LIMIT, l, 0, t);
            List<YearlyLimit.Budget> budgets = limited.budgets();
            for (int b = 0; b < budgets.size(); b++) {
                if (programme.numbers().covers(budgets.get(b), t)) {
                    worth[t] += worth(YearsRows.RowKind.BUDGET, l, b, -1);
                }
            }
        }
        Units units = Units.of(plan.unit()).per(Units.of(limited.unit()));
        return LabelledVector.of("Worth of " + limit, plan.years(), units, worth);
    }

    /**
     * The price path of something limited: carbon's, labour's. A budget over several years has one price at present value,
     * so that its current price grows with the rate of interest (H. Hotelling 1931).
     *
     * @param limit its name
     * @return by year, in baskets of the same year per unit of the limit
     * @throws IllegalStateException if nothing is consumed, or the basket costs nothing in a year
     */
    public LabelledVector path(String limit) {
        LabelledVector worth = worth(limit);
        double[] path = new double[worth.size()];
        Arrays.setAll(path, t -> worth.at(t) / requireBasketPrice(t));
        Units units = Units.of("baskets")
                .per(Units.of(plan.problem().limitNamed(limit).unit()));
        return LabelledVector.of("Price path of " + limit, plan.years(), units, path);
    }

    /**
     * What the use of a unit more of a kind of capital would be worth in each year.
     *
     * @param kind its name
     * @return holders × years, at present value, in units of the objective
     * @throws org.leontief.label.UnknownLabelException if there is no such kind, with the nearest
     */
    public LabelledMatrix rent(String kind) {
        int k = plan.problem().capitalGoods().indexOf(plan.problem().capitalNamed(kind));
        Labels holders = plan.holders(k);
        SparseMatrixBuilder rent =
                SparseMatrix.builder(holders.size(), plan.years().size());
        for (int t = 0; t < plan.years().size(); t++) {
            for (int s = 0; s < holders.size(); s++) {
                rent.add(s, t, worth(YearsRows.RowKind.CAPACITY, k, s, t));
            }
        }
        Units units = Units.of(plan.unit())
                .per(Units.of(plan.problem().capitalGoods().get(k).unit()));
        return LabelledMatrix.of("Rent of '" + kind + "'", holders, plan.years(), units, rent.build());
    }

    /** Worth of a unit of capital that is usable from a year, from 0, on: its rents, and what it saves of what must be left. */
    double ofCapital(int kind, int stock, int year) {
        CapitalGood good = plan.problem().capitalGoods().get(kind);
        double worth = 0;
        for (int t = year; t <= plan.years().size(); t++) {
            double left = Math.pow(1 - good.wear(), t - year);
            worth += left * worth(YearsRows.RowKind.CAPACITY, kind, stock, t);
            worth -= left * worth(YearsRows.RowKind.CAPITAL_AFTERWARDS, kind, stock, t);
        }
        return worth;
    }

    /**
     * Worth for the years after the first of a unit of capital begun in it: what it is when it is ready, less what it still takes
     * until then.
     */
    double ofBeginning(int kind, int stock) {
        CapitalStocks stocks = programme.layout().capital.get(kind);
        CapitalGood good = stocks.good;
        int usable = Math.max(1, good.lag());
        double worth = stocks.left(0, usable) * ofCapital(kind, stock, usable)
                - worth(YearsRows.RowKind.CONSTRUCTION_AFTERWARDS, kind, stock, usable);
        double[] outlays = good.outlays();
        for (int t = 1; t < outlays.length && t < plan.years().size(); t++) {
            double taken = 0;
            for (int m = 0; m < stocks.materials.length; m++) {
                taken -= stocks.amounts[m] * worth(YearsRows.RowKind.PRODUCT, stocks.materials[m], 0, t);
            }
            for (Map.Entry<String, Double> draw : good.draws().entrySet()) {
                taken += draw.getValue() * worth(draw.getKey()).at(t);
            }
            worth -= outlays[t] * taken;
        }
        return worth;
    }

    /** Worth of a unit more in the budgets that count each year. */
    double[] budgets(String limit) {
        LabelledVector all = worth(limit);
        int l = plan.problem().limits().indexOf(plan.problem().limitNamed(limit));
        double[] worth = new double[all.size()];
        Arrays.setAll(worth, t -> all.at(t) - worth(YearsRows.RowKind.LIMIT, l, 0, t));
        return worth;
    }

    private double worth(YearsRows.RowKind kind, int item, int part, int year) {
        int row = programme.made().number(kind, item, part, year);
        double price = row < 0 ? 0 : rowPrices[row];
        // No minus in front of a zero.
        return price == 0 ? 0 : plan.maximises() ? price : -price;
    }

    private double basketPrice(int t) {
        double price = 0;
        double[] basket = programme.numbers().baskets[t];
        for (int i = 0; i < basket.length; i++) {
            price -= basket[i] * worth(YearsRows.RowKind.PRODUCT, i, 0, t);
        }
        return price;
    }

    private double requireBasketPrice(int t) {
        double price = basketPrice(t);
        if (!(price > 0)) {
            throw new IllegalStateException("The basket costs " + price + " in "
                    + plan.years().get(t) + ", so that nothing can be counted in it. Ask for present values.");
        }
        return price;
    }
}
