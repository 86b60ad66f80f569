package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.NumberText;

/** What differs in the data of two problems of several years with the same products, in words. */
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
        data.compareStart();
        data.compareLimits();
        data.compareCapital();
        TerminalCondition old = before.parts().ending;
        TerminalCondition young = now.parts().ending;
        if (!old.toString().equals(young.toString())) {
            data.changes.add("what has to be left: " + young + ", instead of " + old);
        } else {
            data.compare("growth afterwards", "", old.rate(), young.rate());
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
            compareProducts("delivery of ", in(year), old.deliveries[was], young.deliveries[t]);
            compareProducts("basket: ", in(year), old.baskets[was], young.baskets[t]);
            compare(
                    "floor of consumption",
                    in(year),
                    before.parts().leastConsumption[was],
                    now.parts().leastConsumption[t]);
            compareTechnology(year);
        }
        before.years().forEach(year -> {
            if (!now.years().contains(year.toString())) {
                changes.add("no year " + year + " any more");
            }
        });
    }

    private void compareStart() {
        YearsProblem.Parts old = before.parts();
        YearsProblem.Parts young = now.parts();
        if (old.timing != young.timing) {
            changes.add("inputs are used in "
                    + (young.timing == InputTiming.YEAR_BEFORE
                            ? "the year before the output"
                            : "the year of the output"));
        }
        compareProducts("output under way of ", "", resolved(old.underWay), resolved(young.underWay));
        int[] wereStorable = storable(before);
        int[] areStorable = storable(now);
        for (int i = 0; i < now.products().size(); i++) {
            boolean was = Arrays.binarySearch(wereStorable, i) >= 0;
            if (was != Arrays.binarySearch(areStorable, i) >= 0) {
                changes.add(now.products().get(i) + (was ? " can no longer be stored" : " can be stored"));
            }
        }
        compareProducts("in store at the start: ", "", resolved(old.inventories), resolved(young.inventories));
    }

    private double[] resolved(Amounts amounts) {
        return amounts.resolved("Amounts", now.products(), now.units());
    }

    private static int[] storable(YearsProblem problem) {
        return problem.parts().storable.stream()
                .mapToInt(problem.products()::indexOf)
                .sorted()
                .toArray();
    }

    private void compareProducts(String what, String when, double[] old, double[] young) {
        for (int i = 0; i < old.length; i++) {
            compare(what + now.products().get(i), when, old[i], young[i]);
        }
    }

    private static String in(String year) {
        return " in " + year;
    }

    private void compare(String what, String when, double old, double young) {
        if (old != young) {
            changes.add(what + when + ": " + instead(old, young));
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
            if (names.contains(limit.name())) {
                compareLimit(before.limitNamed(limit.name()), limit);
            } else {
                changes.add("a new limit, " + limit);
            }
        }
        names.stream()
                .filter(name ->
                        now.limits().stream().noneMatch(limit -> limit.name().equals(name)))
                .forEach(name -> changes.add("no limit of " + name + " any more"));
    }

    private void compareLimit(YearlyLimit old, YearlyLimit young) {
        String name = young.name();
        if (!old.unit().equals(young.unit())) {
            changes.add(name + " is counted in " + young.unit() + " instead of " + old.unit());
        }
        for (Label label : now.years()) {
            String year = label.toString();
            if (before.years().contains(year)) {
                compare(name, in(year), old.amount(year), young.amount(year));
                // Where both are rows of the technology, what differs has been said of the technology.
                if (!(old.isRow() && young.isRow())) {
                    compareProducts(
                            "use of " + name + " by ",
                            in(year),
                            old.perUnit(before.technology(year)),
                            young.perUnit(now.technology(year)));
                }
            }
        }
        compare("use of " + name + " by a basket", "", old.perBasket(), young.perBasket());
        if (!old.budgets().equals(young.budgets())) {
            changes.add("budgets of " + name + ": " + written(young) + ", instead of " + written(old));
        }
    }

    private static String written(YearlyLimit limit) {
        return limit.budgets().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        limit.budgets().stream()
                                .map(budget -> NumberText.of(budget.amount()) + " for "
                                        + (budget.years().isEmpty() ? "all years" : String.join(" ", budget.years())))
                                .toList());
    }

    private void compareCapital() {
        List<String> names =
                before.capitalGoods().stream().map(CapitalGood::name).toList();
        for (CapitalGood good : now.capitalGoods()) {
            if (names.contains(good.name())) {
                changes.addAll(new ChangedCapital(before, before.capitalNamed(good.name()), now, good).changes());
            } else {
                changes.add("a new kind of capital, " + good);
            }
        }
        names.stream()
                .filter(name -> now.capitalGoods().stream()
                        .noneMatch(good -> good.name().equals(name)))
                .forEach(name -> changes.add("no capital '" + name + "' any more"));
    }

    /** "2 instead of 1", with all digits where seven do not tell them apart. */
    static String instead(double old, double young) {
        boolean areTold = !NumberText.of(old).equals(NumberText.of(young));
        return areTold ? NumberText.of(young) + " instead of " + NumberText.of(old) : young + " instead of " + old;
    }
}
