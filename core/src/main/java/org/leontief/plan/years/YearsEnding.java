package org.leontief.plan.years;

import java.util.Arrays;

/** Writes the rows of a terminal condition. */
final class YearsEnding {

    private final YearsNumbers numbers;
    private final YearsLayout layout;
    private final YearsRows made;

    YearsEnding(YearsRows made) {
        this.made = made;
        this.numbers = made.numbers;
        this.layout = made.layout;
    }

    void write() {
        switch (numbers.parts.ending.kind()) {
            case NONE -> {}
            case AS_AT_START -> writeStocksAsAtStart();
            case BALANCED_GROWTH -> writeBalancedGrowth(numbers.parts.ending.rate());
        }
    }

    /** Outputs of the year after the last from which everything can go on growing at g. */
    private void writeBalancedGrowth(double g) {
        int last = layout.years - 1;
        int after = layout.years;
        double used = numbers.parts.timing == InputTiming.YEAR_BEFORE ? 1 + g : 1;
        for (int i = 0; i < layout.products; i++) {
            made.rows.add(layout.growing(i), 1);
            numbers.inputRows(after).forEachInColumn(i, (j, row, a) -> made.rows.add(layout.growing(j), -used * a));
            for (CapitalStocks stocks : layout.capital) {
                int material = Arrays.binarySearch(stocks.materials, i);
                if (material >= 0) {
                    made.addNeeds(stocks, -stocks.amounts[material] * stocks.takenInGrowth(g));
                }
            }
            int place = layout.storablePlace(i);
            if (place >= 0) {
                made.rows.add(layout.inventory(place, last), -g);
            }
            if (numbers.baskets[last][i] != 0) {
                made.rows.add(layout.consumption(last), -(1 + g) * numbers.baskets[last][i]);
            }
            made.end(
                    YearsRows.RowKind.PRODUCT_AFTERWARDS,
                    i,
                    0,
                    after,
                    (1 + g) * numbers.deliveries[last][i],
                    YearsRows.NONE);
            if (layout.hasOutputsUnderWay) {
                made.rows.add(layout.output(i, after), 1).add(layout.growing(i), -1);
                made.end(YearsRows.RowKind.OUTPUT_UNDER_WAY, i, 0, after, 0, YearsRows.NONE);
            }
        }
        for (int l = 0; l < numbers.parts.limits.size(); l++) {
            writeLimitAfterwards(l, g, used);
        }
        for (int k = 0; k < layout.capital.size(); k++) {
            writeConstructionForGrowth(k, g);
        }
    }

    private void writeLimitAfterwards(int l, double g, double used) {
        int last = layout.years - 1;
        YearlyLimit limit = numbers.parts.limits.get(l);
        double amount = numbers.amount(l, last);
        if (amount == YearsRows.NONE) {
            return;
        }
        double[] use = numbers.use(l, last);
        for (int j = 0; j < use.length; j++) {
            made.rows.add(layout.growing(j), used * use[j]);
        }
        for (CapitalStocks stocks : layout.capital) {
            double draw = stocks.good.draws().getOrDefault(limit.name(), 0.0);
            if (draw > 0) {
                made.addNeeds(stocks, draw * stocks.takenInGrowth(g));
            }
        }
        if (numbers.parts.consumes() && limit.perBasket() > 0) {
            made.rows.add(layout.consumption(last), (1 + g) * limit.perBasket());
        }
        made.end(YearsRows.RowKind.LIMIT_AFTERWARDS, l, 0, layout.years, -YearsRows.NONE, (1 + g) * amount);
    }

    /** What becomes usable h years after the year after the last and has to be begun within the plan. */
    private void writeConstructionForGrowth(int k, double g) {
        CapitalStocks stocks = layout.capital.get(k);
        for (int h = 1; h < stocks.good.lag(); h++) {
            int begun = layout.years + h - stocks.good.lag();
            double share = Math.max(0, g + stocks.good.wear()) * Math.pow(1 + g, h - 1);
            // What was begun before a plan is known that far only where it was begun by an earlier plan.
            boolean isKnown = begun >= 0 || layout.years + h < stocks.yearsKnown();
            for (int s = 0; s < stocks.size() && isKnown && share > 0; s++) {
                if (begun >= 0) {
                    made.rows.add(layout.begun(k, s, begun), 1);
                }
                for (int u = 0; u < stocks.users[s].length; u++) {
                    made.rows.add(layout.growing(stocks.users[s][u]), -share * stocks.needs[s][u]);
                }
                double least = 0 - stocks.ready(s, layout.years + h);
                made.end(YearsRows.RowKind.CONSTRUCTION_AFTERWARDS, k, s, layout.years + h, least, YearsRows.NONE);
            }
        }
    }

    private void writeStocksAsAtStart() {
        int after = layout.years;
        for (int k = 0; k < layout.capital.size(); k++) {
            CapitalStocks stocks = layout.capital.get(k);
            for (int s = 0; s < stocks.size(); s++) {
                made.addStock(k, s, after, 1);
                made.end(
                        YearsRows.RowKind.CAPITAL_AFTERWARDS,
                        k,
                        s,
                        after,
                        stocks.inherited(s, 0) - stocks.inherited(s, after),
                        YearsRows.NONE);
                for (int h = 1; h < stocks.good.lag(); h++) {
                    int begun = after + h - stocks.good.lag();
                    double wanted = stocks.ready(s, h) - stocks.ready(s, after + h);
                    if (begun >= 0 && wanted > 0) {
                        made.rows.add(layout.begun(k, s, begun), 1);
                        made.end(YearsRows.RowKind.CONSTRUCTION_AFTERWARDS, k, s, after + h, wanted, YearsRows.NONE);
                    }
                }
            }
        }
    }
}
