package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.NumberText;
import org.leontief.label.Units;

/** What differs in the data of two problems of several years, in words. Stocks at the start are no data here. */
final class ChangedData {

    private static final int NAMED_CELLS = 3;

    private final YearsProblem before;
    private final YearsProblem now;
    private final List<String> changes = new ArrayList<>();

    private ChangedData(YearsProblem before, YearsProblem now) {
        this.before = before;
        this.now = now;
    }

    /** Before is the problem of the same years as the outturn leaves it. */
    static List<String> between(YearsProblem before, YearsProblem now) {
        ChangedData data = new ChangedData(before, now);
        data.compareYears();
        data.compareLimits();
        data.compareCapital();
        if (!before.parts().ending.toString().equals(now.parts().ending.toString())) {
            data.changes.add("what has to be left: " + now.parts().ending + ", instead of " + before.parts().ending);
        }
        if (before.parts().neverFalls != now.parts().neverFalls) {
            data.changes.add("consumption " + (now.parts().neverFalls ? "must not" : "may") + " fall");
        }
        return data.changes;
    }

    private void compareYears() {
        YearsNumbers old = new YearsNumbers(before);
        YearsNumbers young = new YearsNumbers(now);
        for (int t = 0; t < young.years; t++) {
            String year = young.yearName(t);
            if (!before.years().contains(year)) {
                changes.add("a further year, " + year);
                continue;
            }
            int was = before.years().indexOf(year);
            compare("delivery of", year, old.deliveries[was], young.deliveries[t]);
            compare("basket: ", year, old.baskets[was], young.baskets[t]);
            compare(
                    "floor of consumption",
                    year,
                    before.parts().leastConsumption[was],
                    now.parts().leastConsumption[t]);
            compareTechnology(year);
        }
    }

    private void compare(String what, String year, double[] old, double[] young) {
        for (int i = 0; i < old.length; i++) {
            compare(what + " " + now.products().get(i), year, old[i], young[i]);
        }
    }

    private void compare(String what, String year, double old, double young) {
        if (old != young) {
            changes.add(
                    what.strip() + " in " + year + ": " + NumberText.of(young) + " instead of " + NumberText.of(old));
        }
    }

    private void compareTechnology(String year) {
        compareMatrices(
                "inputs",
                year,
                before.technology(year).matrix(),
                now.technology(year).matrix());
        LabelledMatrix old = before.technology(year).extensions();
        LabelledMatrix young = now.technology(year).extensions();
        if (old.rows().equals(young.rows())) {
            compareMatrices("coefficients", year, old, young);
        } else {
            changes.add("technology of " + year + " has other extensions");
        }
    }

    private void compareMatrices(String what, String year, LabelledMatrix old, LabelledMatrix young) {
        int[] columns = old.matrix().differingColumns(young.matrix());
        if (columns.length > 0) {
            String some = String.join(
                    ", ",
                    Arrays.stream(columns)
                            .limit(NAMED_CELLS)
                            .mapToObj(j -> now.products().get(j).toString())
                            .toList());
            changes.add(what + " of " + some
                    + (columns.length > NAMED_CELLS ? " and " + (columns.length - NAMED_CELLS) + " more" : "") + " in "
                    + year);
        }
    }

    private void compareLimits() {
        List<String> names = before.limits().stream().map(YearlyLimit::name).toList();
        for (YearlyLimit limit : now.limits()) {
            if (!names.contains(limit.name())) {
                changes.add("a new limit, " + limit);
                continue;
            }
            YearlyLimit old = before.limitNamed(limit.name());
            now.years().forEach(year -> {
                if (before.years().contains(year)) {
                    compare(limit.name(), year.toString(), old.amount(year.toString()), limit.amount(year.toString()));
                }
            });
            if (!old.budgets().equals(limit.budgets())) {
                changes.add("budgets of " + limit.name() + ": " + amounts(limit) + " instead of " + amounts(old));
            }
        }
        names.stream()
                .filter(name ->
                        now.limits().stream().noneMatch(limit -> limit.name().equals(name)))
                .forEach(name -> changes.add("no limit of " + name + " any more"));
    }

    private static String amounts(YearlyLimit limit) {
        return limit.budgets().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        limit.budgets().stream()
                                .map(budget -> NumberText.of(budget.amount()))
                                .toList());
    }

    private double[] need(CapitalGood good) {
        Units units = Units.of(good.unit()).per(now.units());
        return good.need().resolved("Need of '" + good.name() + "'", now.products(), units);
    }

    private void compareCapital() {
        List<String> names =
                before.capitalGoods().stream().map(CapitalGood::name).toList();
        for (CapitalGood good : now.capitalGoods()) {
            if (!names.contains(good.name())) {
                changes.add("a new kind of capital, " + good);
            } else if (!before.capitalNamed(good.name()).toString().equals(good.toString())) {
                changes.add("capital: " + good + ", instead of " + before.capitalNamed(good.name()));
            } else if (!before.capitalNamed(good.name()).materials().equals(good.materials())) {
                changes.add("what '" + good.name() + "' takes");
            } else if (!Arrays.equals(need(good), need(before.capitalNamed(good.name())))) {
                changes.add("who needs how much of '" + good.name() + "'");
            }
        }
    }
}
