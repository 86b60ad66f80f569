package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/** The problem of the years that are left after the first, from an outturn; and what of the first year differs. */
final class YearsAhead {

    private final MultiYearPlan plan;
    private final YearsProblem problem;
    private final Labels years;
    private final String first;
    private final Map<Outturn.Place, Double> told;
    private final List<Deviation> deviations = new ArrayList<>();

    YearsAhead(MultiYearPlan plan, Outturn outturn) {
        this.plan = plan;
        this.problem = plan.problem();
        this.years = plan.years();
        this.first = years.get(0).toString();
        this.told = outturn.told();
        if (years.size() < 2) {
            throw new IllegalStateException("The plan has no year after " + first
                    + " to be planned anew. Give it one more:" + " problem.extendedBy(year).");
        }
        requireKnown();
    }

    private void requireKnown() {
        for (Outturn.Place place : told.keySet()) {
            switch (place.kind()) {
                case OUTPUT, UNDER_WAY, INVENTORIES -> problem.products().indexOf(place.name());
                case USE -> problem.limitNamed(place.name());
                case CAPITAL, BEGUN -> plan.begun(place.capital()).rows().indexOf(place.name());
                case CONSUMPTION -> {}
            }
        }
        for (Outturn.Place place : told.keySet()) {
            if (place.kind() == Outturn.Kind.INVENTORIES
                    && plan.programme()
                                    .layout()
                                    .storablePlace(problem.products().indexOf(place.name()))
                            < 0) {
                throw new IllegalArgumentException("'" + place.name() + "' cannot be stored in this problem. Add it to"
                        + " storing(…) if it can.");
            }
        }
    }

    /** Numbers that differ, those that cost most first. */
    List<Deviation> deviations() {
        return deviations.stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.worth()), Math.abs(a.worth())))
                .toList();
    }

    YearsProblem problem() {
        YearsProblem.Parts parts = problem.parts();
        YearsProblem.Parts next = parts.copy();
        int count = years.size();
        List<String> left =
                years.asList().subList(1, count).stream().map(Object::toString).toList();
        next.years = Labels.of(left);
        next.technologies = Arrays.copyOfRange(parts.technologies, 1, count);
        next.deliveries = Arrays.copyOfRange(parts.deliveries, 1, count);
        next.baskets = Arrays.copyOfRange(parts.baskets, 1, count);
        next.leastConsumption = Arrays.copyOfRange(parts.leastConsumption, 1, count);
        reportFlows();
        next.inventories = inventories();
        next.underWay = underWay();
        next.capital = parts.capital.stream().map(good -> continued(good, left)).toList();
        next.limits = parts.limits.stream()
                .map(limit -> limit.continued(first, used(limit), left))
                .toList();
        return new YearsProblem(next);
    }

    private void reportFlows() {
        LabelledVector output = plan.output(first);
        for (int j = 0; j < output.size(); j++) {
            String name = output.labels().get(j).toString();
            note(
                    Outturn.Kind.OUTPUT,
                    "",
                    name,
                    "output of " + name,
                    output.units().get(j),
                    output.at(j),
                    0);
        }
        note(
                Outturn.Kind.CONSUMPTION,
                "",
                "",
                "consumption",
                "baskets",
                plan.consumption().at(0),
                0);
    }

    private Amounts underWay() {
        if (problem.parts().timing == InputTiming.SAME_YEAR) {
            return Amounts.NONE;
        }
        LabelledVector output = plan.output(years.get(1).toString());
        LabelledVector worth = plan.prices().present(years.get(1).toString());
        double[] begun = new double[output.size()];
        for (int j = 0; j < begun.length; j++) {
            String name = output.labels().get(j).toString();
            String what = "output of " + name + " under way";
            double amount =
                    note(Outturn.Kind.UNDER_WAY, "", name, what, output.units().get(j), output.at(j), worth.at(j));
            begun[j] = Math.max(0, amount);
        }
        return Amounts.of(LabelledVector.of("Under way", output.labels(), output.units(), begun));
    }

    private Amounts inventories() {
        LabelledVector planned = plan.inventories(first);
        LabelledVector worth = plan.prices().present(years.get(1).toString());
        Amounts inventories = Amounts.NONE;
        for (String product : problem.parts().storable) {
            double amount = note(
                    Outturn.Kind.INVENTORIES,
                    "",
                    product,
                    "inventories of " + product,
                    planned.units().get(planned.labels().indexOf(product)),
                    planned.of(product),
                    worth.of(product));
            inventories = inventories.with(product, Math.max(0, amount));
        }
        return inventories;
    }

    private double used(YearlyLimit limit) {
        double[] worth = plan.prices().budgets(limit.name());
        return note(
                Outturn.Kind.USE,
                "",
                limit.name(),
                "use of " + limit.name(),
                limit.unit(),
                plan.use(limit.name()).at(0),
                -worth[0]);
    }

    private CapitalGood continued(CapitalGood good, List<String> left) {
        int k = problem.capitalGoods().indexOf(good);
        CapitalStocks stocks = plan.programme().layout().capital.get(k);
        Labels holders = plan.holders(k);
        Amounts start = Amounts.NONE;
        Map<String, Amounts> building = new LinkedHashMap<>(good.underConstruction());
        building.keySet().retainAll(left.subList(1, left.size()));
        for (int s = 0; s < stocks.size(); s++) {
            String holder = holders.get(s).toString();
            String industry = stocks.industry[s] < 0 ? problem.products().get(0).toString() : holder;
            double planned = plan.begun(good.name()).matrix().get(s, 0);
            double begun = note(
                    Outturn.Kind.BEGUN,
                    good.name(),
                    holder,
                    "'" + good.name() + "' begun in " + holder,
                    good.unit(),
                    planned,
                    plan.prices().ofCapital(k, s, Math.max(1, good.lag())));
            double follows = plan.capital(good.name()).matrix().get(s, 1) + (begun - planned) * stocks.left(0, 1);
            double stock = note(
                    Outturn.Kind.CAPITAL,
                    good.name(),
                    holder,
                    "'" + good.name() + "' in " + holder,
                    good.unit(),
                    follows,
                    plan.prices().ofCapital(k, s, 1));
            start = start.with(industry, Math.max(0, stock));
            if (good.lag() >= 2 && good.lag() < years.size() && begun > 0) {
                String ready = years.get(good.lag()).toString();
                double earlier = stocks.ready(s, good.lag());
                building.put(ready, building.getOrDefault(ready, Amounts.NONE).with(industry, earlier + begun));
            }
        }
        double[] all = start.resolved("Capital", problem.products(), Units.of(good.unit()));
        LabelledVector stocksLeft =
                LabelledVector.of("'" + good.name() + "'", problem.products(), Units.of(good.unit()), all);
        return good.continued(stocksLeft, building, left);
    }

    /** What is told, or what was planned; a difference is kept. */
    private double note(
            Outturn.Kind kind, String capital, String name, String what, String unit, double planned, double price) {
        Double outturn = told.get(new Outturn.Place(kind, capital, name));
        if (outturn == null) {
            return planned;
        }
        if (outturn != planned) {
            deviations.add(new Deviation(what, unit, planned, outturn, (outturn - planned) * price));
        }
        return outturn;
    }
}
