package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leontief.label.Labels;
import org.leontief.label.Listing;
import org.leontief.label.Units;

/**
 * The stocks of one kind of capital, with numbers in the place of names: one for each industry that needs it, or one for all.
 * A stock at the beginning of year t, from 0, is what was there and is not worn out, and what the plan has begun.
 */
final class CapitalStocks {

    final CapitalGood good;
    /** The industry of each stock; one −1 for a shared stock. */
    final int[] industry;
    /** For each stock, who needs it and how much per unit of output. */
    final int[][] users;

    final double[][] needs;
    final double[] start;
    /** For each stock what was begun before the plan and becomes usable in each year, from 0; years after the last included. */
    private final double[][] ready;
    /** Materials by product, and the most that is begun for each stock in a year. */
    final int[] materials;

    final double[] amounts;
    final double[] mostBegun;

    private CapitalStocks(CapitalGood good, int[] industry, YearsProblem problem) {
        this.good = good;
        this.industry = industry;
        Labels products = problem.products();
        double[] need = need(good, problem);
        double[] held = start(good, problem);
        int[] needing = indices(need);
        users = new int[industry.length][];
        needs = new double[industry.length][];
        start = new double[industry.length];
        mostBegun = new double[industry.length];
        ready = new double[industry.length]
                [problem.years().size() + good.readyAfterwards().size()];
        Arrays.fill(mostBegun, Double.POSITIVE_INFINITY);
        for (int s = 0; s < industry.length; s++) {
            int of = industry[s];
            users[s] = of < 0 ? needing : need[of] > 0 ? new int[] {of} : new int[0];
            needs[s] = Arrays.stream(users[s]).mapToDouble(j -> need[j]).toArray();
            start[s] = of < 0 ? Arrays.stream(held).sum() : held[of];
        }
        underConstruction(good, problem).forEach((year, byIndustry) -> {
            for (int s = 0; s < industry.length; s++) {
                ready[s][year] = industry[s] < 0 ? Arrays.stream(byIndustry).sum() : byIndustry[industry[s]];
            }
        });
        good.mostInIndustry().forEach((name, most) -> {
            int j = products.indexOf(name);
            for (int s = 0; s < industry.length; s++) {
                if (industry[s] == j) {
                    mostBegun[s] = Math.min(mostBegun[s], most);
                }
            }
        });
        double[] taken =
                Amounts.of(good.materials()).resolved("What '" + good.name() + "' takes", products, problem.units());
        materials = indices(taken);
        amounts = Arrays.stream(materials).mapToDouble(i -> taken[i]).toArray();
    }

    /** Joined to the industries of a problem. */
    static CapitalStocks of(CapitalGood good, YearsProblem problem) {
        double[] need = need(good, problem);
        double[] held = start(good, problem);
        underConstruction(good, problem).values().forEach(more -> Arrays.setAll(held, j -> held[j] + more[j]));
        double[] any = new double[need.length];
        Arrays.setAll(any, j -> need[j] + held[j]);
        if (good.isShared() && !good.mostInIndustry().isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + good.name() + "' is one stock for all, and the most that is begun in "
                            + Listing.quoted(good.mostInIndustry().keySet())
                            + " is limited. Limit what is begun in all: mostBegun(amount).");
        }
        return new CapitalStocks(good, good.isShared() ? new int[] {-1} : indices(any), problem);
    }

    /** What was begun before the plan, by the year, from 0, in which it becomes usable, and by industry. */
    private static Map<Integer, double[]> underConstruction(CapitalGood good, YearsProblem problem) {
        Map<Integer, Amounts> begun = new TreeMap<>();
        good.underConstruction()
                .forEach((year, amounts) -> begun.put(problem.years().indexOf(year), amounts));
        for (int h = 0; h < good.readyAfterwards().size(); h++) {
            begun.put(problem.years().size() + h, good.readyAfterwards().get(h));
        }
        Map<Integer, double[]> byIndustry = new TreeMap<>();
        begun.forEach((year, amounts) -> byIndustry.put(
                year,
                amounts.resolved(
                        "'" + good.name() + "' under construction", problem.products(), Units.of(good.unit()))));
        return byIndustry;
    }

    private static double[] need(CapitalGood good, YearsProblem problem) {
        return good.need()
                .resolved(
                        "Need of '" + good.name() + "'",
                        problem.products(),
                        Units.of(good.unit()).per(problem.units()));
    }

    private static double[] start(CapitalGood good, YearsProblem problem) {
        return good.start().resolved("'" + good.name() + "' at the start", problem.products(), Units.of(good.unit()));
    }

    private static int[] indices(double[] numbers) {
        List<Integer> positive = new ArrayList<>();
        for (int j = 0; j < numbers.length; j++) {
            if (numbers[j] > 0) {
                positive.add(j);
            }
        }
        return positive.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return industry.length;
    }

    /** How many years, from the first, it is known for what was begun before the plan. */
    int yearsKnown() {
        return industry.length == 0 ? 0 : ready[0].length;
    }

    /** What was begun before the plan and becomes usable in a year, from 0. */
    double ready(int stock, int year) {
        return year < ready[stock].length ? ready[stock][year] : 0;
    }

    /** What is left in a year, from 0, of all that was begun before the plan. */
    double inherited(int stock, int year) {
        double left = start[stock];
        for (int t = 0; t <= year; t++) {
            left = (t == 0 ? left : left * (1 - good.wear())) + ready(stock, t);
        }
        return left;
    }

    /** What is left in a year of a unit begun in another; 0 before it is ready. */
    double left(int begun, int year) {
        int age = year - begun - good.lag();
        return age < 0 ? 0 : Math.pow(1 - good.wear(), age);
    }

    /** Units begun before the plan, over all stocks, times the share of what they take that falls into a year, from 0. */
    double committed(int year) {
        double[] outlays = good.outlays();
        double units = 0;
        for (int a = 0; a < outlays.length; a++) {
            int usable = year - a + good.lag();
            for (int s = 0; s < size() && usable >= 0; s++) {
                units += outlays[a] * ready(s, usable);
            }
        }
        return units;
    }

    /** Units begun in all years before, in a year of balanced growth, per unit of stock: what they take in that year. */
    double takenInGrowth(double rate) {
        double[] outlays = good.outlays();
        double taken = 0;
        for (int a = 0; a < outlays.length; a++) {
            taken += outlays[a] * Math.pow(1 + rate, good.lag() - a - 1);
        }
        return taken * Math.max(0, rate + good.wear());
    }

    /** Who holds a stock. */
    String holder(int stock, Labels products) {
        return industry[stock] < 0
                ? "all industries"
                : products.get(industry[stock]).toString();
    }
}
