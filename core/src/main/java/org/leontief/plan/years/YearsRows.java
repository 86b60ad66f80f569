package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a programme of several years in the making, each with its meaning, and the sums that they are made of. */
final class YearsRows {

    /** What a row holds. */
    enum RowKind {
        PRODUCT,
        CAPITAL_BEGUN,
        CAPACITY,
        LIMIT,
        BUDGET,
        NEVER_FALLS,
        PATH,
        PRODUCT_AFTERWARDS,
        OUTPUT_UNDER_WAY,
        CAPITAL_AFTERWARDS,
        CONSTRUCTION_AFTERWARDS,
        LIMIT_AFTERWARDS;

        /** Whether it limits what can be had, rather than saying what is what. */
        boolean isLimit() {
            return this != PRODUCT && this != CAPITAL_BEGUN && this != PATH && this != PRODUCT_AFTERWARDS;
        }
    }

    /** What one row holds: the place of the product, kind or limit, that of the stock or budget, and the year, from 0. */
    record Row(RowKind kind, int item, int part, int year) {}

    static final double NONE = Double.POSITIVE_INFINITY;

    final YearsNumbers numbers;
    final YearsLayout layout;
    final ProgrammeRows rows;
    private final List<Row> meaning = new ArrayList<>();
    private final Map<Row, Integer> places = new HashMap<>();

    YearsRows(YearsNumbers numbers, YearsLayout layout) {
        this.numbers = numbers;
        this.layout = layout;
        this.rows = new ProgrammeRows(layout.columns());
    }

    /** What a kind takes in a year, of that which the plan has begun until then. */
    void addOutlays(int kind, int t, double perUnit) {
        double[] outlays = layout.capital.get(kind).good.outlays();
        for (int a = 0; a < outlays.length && a <= t; a++) {
            rows.add(layout.total(kind, t - a), perUnit * outlays[a]);
        }
    }

    /** What is left in a year of what the plan has begun. */
    void addStock(int k, int s, int t, double factor) {
        for (int u = 0; u < layout.years; u++) {
            rows.add(layout.begun(k, s, u), factor * layout.capital.get(k).left(u, t));
        }
    }

    /** What all who need a kind need of it in the year after the last. */
    void addNeeds(CapitalStocks stocks, double factor) {
        for (int s = 0; s < stocks.size(); s++) {
            for (int u = 0; u < stocks.users[s].length; u++) {
                rows.add(layout.growing(stocks.users[s][u]), factor * stocks.needs[s][u]);
            }
        }
    }

    /** R x + what building draws + e c. */
    void addUse(int l, int t, double factor) {
        int made = numbers.madeFrom(t);
        if (made < layout.years || layout.hasOutputsUnderWay) {
            double[] use = numbers.use(l, made);
            for (int j = 0; j < use.length; j++) {
                if (use[j] != 0) {
                    rows.add(layout.output(j, made), factor * use[j]);
                }
            }
        }
        YearlyLimit limit = numbers.parts.limits.get(l);
        for (int k = 0; k < layout.capital.size(); k++) {
            double draw = layout.capital.get(k).good.draws().getOrDefault(limit.name(), 0.0);
            if (draw > 0) {
                addOutlays(k, t, factor * draw);
            }
        }
        if (numbers.parts.consumes() && limit.perBasket() > 0) {
            rows.add(layout.consumption(t), factor * limit.perBasket());
        }
    }

    /** What capital begun before the plan still draws on a limit in a year. */
    double committed(int l, int t) {
        String name = numbers.parts.limits.get(l).name();
        return layout.capital.stream()
                .mapToDouble(stocks -> stocks.good.draws().getOrDefault(name, 0.0) * stocks.committed(t))
                .sum();
    }

    /** What is used of a limit in a year, given the columns. */
    double use(int l, int t, double[] columns) {
        double[] coefficients = new double[layout.columns()];
        addUse(l, t, 1);
        rows.moveTo(coefficients);
        double use = committed(l, t);
        for (int j = 0; j < coefficients.length; j++) {
            use += coefficients[j] * columns[j];
        }
        return use;
    }

    /** The bound of a row that has one on one side. */
    double bound(int number) {
        return rows.bound(number);
    }

    /** Ends the row. */
    void end(RowKind kind, int item, int part, int year, double low, double high) {
        int number = rows.end(low, high);
        Row row = new Row(kind, item, part, year);
        meaning.add(row);
        places.put(row, number);
    }

    /** What a row holds. */
    Row row(int number) {
        return meaning.get(number);
    }

    /** The number of a row; −1 if there is none. */
    int number(RowKind kind, int item, int part, int year) {
        return places.getOrDefault(new Row(kind, item, part, year), -1);
    }
}
