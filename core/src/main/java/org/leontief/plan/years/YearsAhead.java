package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leontief.label.Label;
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
        if (years.size() < 2) {
            throw new IllegalStateException("The plan has no year after " + first
                    + " to be planned anew. Give it one more:" + " problem.extendedBy(year).");
        }
        this.told = named(outturn.told());
    }

    /** What is told under the names that labels are written with, whichever name was used. */
    private Map<Outturn.Place, Double> named(Map<Outturn.Place, Double> asTold) {
        Map<Outturn.Place, Double> named = new HashMap<>();
        asTold.forEach((place, amount) -> {
            Outturn.Place known = new Outturn.Place(place.kind(), place.capital(), nameOf(place));
            if (named.put(known, amount) != null) {
                throw new IllegalArgumentException("The outturn tells twice of '" + known.name() + "' ("
                        + place.kind().text() + "), under two names of it. Leave one out.");
            }
        });
        return named;
    }

    private String nameOf(Outturn.Place place) {
        return switch (place.kind()) {
            case OUTPUT, UNDER_WAY -> product(place).toString();
            case INVENTORIES -> {
                if (plan.programme().layout().storablePlace(problem.products().indexOf(place.name())) < 0) {
                    throw new IllegalArgumentException(
                            "'" + place.name() + "' cannot be stored in this problem. Add it to storing(…) if it can.");
                }
                yield product(place).toString();
            }
            case USE -> problem.limitNamed(place.name()).name();
            case CAPITAL, BEGUN -> {
                Labels holders = plan.begun(place.capital()).rows();
                yield holders.get(holders.indexOf(place.name())).toString();
            }
            case CONSUMPTION -> "";
        };
    }

    private Label product(Outturn.Place place) {
        return problem.products().get(problem.products().indexOf(place.name()));
    }

    /** Checks that another problem is one of the years ahead. */
    void requireContinued(YearsProblem changed) {
        if (!changed.products().equals(problem.products()) || !changed.units().equals(problem.units())) {
            throw new IllegalArgumentException(
                    "The changed problem has other products, or other units of them, than the"
                            + " plan. Begin with remaining(outturn).");
        }
        if (!changed.years().get(0).equals(years.get(1))) {
            throw new IllegalArgumentException("The changed problem begins in "
                    + changed.years().get(0) + ", the years ahead in " + years.get(1)
                    + ". Begin with remaining(outturn).");
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
        next.isContinued = true;
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
        for (int i : plan.programme().layout().storable) {
            String product = problem.products().get(i).toString();
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
        double[] start = new double[problem.products().size()];
        // By the year of this plan in which it becomes usable, from 0, those after the last included, and by industry.
        double[][] ready = new double[Math.max(stocks.yearsKnown(), good.lag() + 1)][start.length];
        // What becomes usable next year is there when it begins, unless that year has yet to pay for it.
        int later = good.lag() == 0 ? 1 : 2;
        for (int s = 0; s < stocks.size(); s++) {
            int industry = Math.max(0, stocks.industry[s]);
            double begun = noteBegun(k, s, plan.begun(good.name()).matrix().get(s, 0));
            for (int t = later; t < ready.length; t++) {
                ready[t][industry] = stocks.ready(s, t) + (t == good.lag() ? begun : 0);
            }
            // Without what the next year itself begins, where that is usable in the same year.
            double there = stocks.inherited(s, 1) - (later == 1 ? stocks.ready(s, 1) : 0) + begun * stocks.left(0, 1);
            String holder = plan.holders(k).get(s).toString();
            String what = "'" + good.name() + "' in " + holder;
            double price = plan.prices().ofCapital(k, s, 1);
            start[industry] = note(Outturn.Kind.CAPITAL, good.name(), holder, what, good.unit(), there, price);
        }
        Map<String, Amounts> building = new LinkedHashMap<>();
        List<Amounts> afterwards = new ArrayList<>();
        for (int t = later; t < ready.length; t++) {
            if (t >= years.size()) {
                afterwards.add(ofCapital(good, ready[t]));
            } else if (Arrays.stream(ready[t]).anyMatch(amount -> amount > 0)) {
                building.put(years.get(t).toString(), ofCapital(good, ready[t]));
            }
        }
        return good.continued(ofCapital(good, start), building, afterwards, left);
    }

    private double noteBegun(int kind, int stock, double planned) {
        CapitalGood good = problem.capitalGoods().get(kind);
        String holder = plan.holders(kind).get(stock).toString();
        return Math.max(
                0,
                note(
                        Outturn.Kind.BEGUN,
                        good.name(),
                        holder,
                        "'" + good.name() + "' begun in " + holder,
                        good.unit(),
                        planned,
                        plan.prices().ofBeginning(kind, stock)));
    }

    private Amounts ofCapital(CapitalGood good, double[] byIndustry) {
        // What a solver leaves below nothing is nothing.
        double[] amounts =
                Arrays.stream(byIndustry).map(amount -> Math.max(0, amount)).toArray();
        return Amounts.of(
                LabelledVector.of("'" + good.name() + "'", problem.products(), Units.of(good.unit()), amounts));
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
