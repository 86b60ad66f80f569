package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leontief.label.Label;
import org.leontief.label.Units;

/** What differs in one kind of capital of two problems, in words. */
final class ChangedCapital {

    private final YearsProblem before;
    private final YearsProblem now;
    private final CapitalGood old;
    private final CapitalGood young;
    private final String name;
    private final List<String> changes = new ArrayList<>();

    ChangedCapital(YearsProblem before, CapitalGood old, YearsProblem now, CapitalGood young) {
        this.before = before;
        this.now = now;
        this.old = old;
        this.young = young;
        this.name = "'" + young.name() + "'";
    }

    List<String> changes() {
        if (!old.unit().equals(young.unit())) {
            changes.add(name + " is counted in " + young.unit() + " instead of " + old.unit());
        }
        compare(name + " wearing out a year", old.wear(), young.wear());
        compare("years until " + name + " is ready", old.lag(), young.lag());
        if (old.lag() == young.lag() && !Arrays.equals(old.outlays(), young.outlays())) {
            changes.add("when " + name + " takes what it takes: " + Arrays.toString(young.outlays()) + " instead of "
                    + Arrays.toString(old.outlays()));
        }
        if (old.isShared() != young.isShared()) {
            changes.add(name + " is " + (young.isShared() ? "one stock for all" : "held by each industry"));
        }
        compareByName("what " + name + " takes of ", old.materials(), young.materials(), 0);
        compareByName("what " + name + " draws on ", old.draws(), young.draws(), 0);
        compareIndustries("need of " + name + " of ", need(before, old), need(now, young));
        compareLimits();
        compareStocks();
        return changes;
    }

    private void compareLimits() {
        for (Label label : now.years()) {
            String year = label.toString();
            if (before.years().contains(year)) {
                compare("most of " + name + " begun in " + year, old.most(year), young.most(year));
            }
        }
        compareByName(
                "most of " + name + " begun in a year for ",
                old.mostInIndustry(),
                young.mostInIndustry(),
                Double.POSITIVE_INFINITY);
    }

    /** What an outturn leaves is in both; what differs has been changed by hand. */
    private void compareStocks() {
        compareIndustries(
                name + " at the start in ", stocks(before, old, old.start()), stocks(now, young, young.start()));
        for (Label label : now.years()) {
            String year = label.toString();
            Amounts was = old.underConstruction().getOrDefault(year, Amounts.NONE);
            Amounts is = young.underConstruction().getOrDefault(year, Amounts.NONE);
            // A further year has what was to be usable after the last one.
            if (before.years().contains(year)) {
                compareIndustries(
                        name + " under construction for " + year + " in ",
                        stocks(before, old, was),
                        stocks(now, young, is));
            }
        }
    }

    private static double[] need(YearsProblem problem, CapitalGood good) {
        Units units = Units.of(good.unit()).per(problem.units());
        return good.need().resolved("Need of '" + good.name() + "'", problem.products(), units);
    }

    private static double[] stocks(YearsProblem problem, CapitalGood good, Amounts amounts) {
        return amounts.resolved("'" + good.name() + "'", problem.products(), Units.of(good.unit()));
    }

    private void compareByName(
            String what, Map<String, Double> some, Map<String, Double> others, double whereNothingIsSaid) {
        Set<String> names = new LinkedHashSet<>(some.keySet());
        names.addAll(others.keySet());
        for (String of : names.stream().sorted().toList()) {
            compare(what + of, some.getOrDefault(of, whereNothingIsSaid), others.getOrDefault(of, whereNothingIsSaid));
        }
    }

    private void compareIndustries(String what, double[] some, double[] others) {
        for (int j = 0; j < some.length; j++) {
            compare(what + now.products().get(j), some[j], others[j]);
        }
    }

    private void compare(String what, double some, double other) {
        if (some != other) {
            changes.add(what + ": " + ChangedData.instead(some, other));
        }
    }
}
