package org.leontief.benchmarks;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.plan.years.CapitalGood;
import org.leontief.plan.years.TerminalCondition;
import org.leontief.plan.years.YearlyLimit;
import org.leontief.plan.years.YearsObjective;
import org.leontief.plan.years.YearsProblem;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * Seeded plans of five years for the industries of D(n), see {@link SyntheticEconomy}: every industry needs four of twenty kinds
 * of capital, which are made of three products each, take one or two years to build and wear out at 3 to 15 per cent a year;
 * at the start there is what the final demand of D(n) needs, kept up by replacement. Labour grows by 1 per cent a year, the
 * carbon of all years together is 3 per cent below that of the start, consumption may not fall, and at the end all can go on
 * growing by 1 per cent.
 */
final class FiveYears {

    private static final int KINDS = 20;
    private static final int KINDS_NEEDED = 4;
    private static final int MATERIALS = 3;
    private static final double[] SHARES = {0.7, 0.2, 0.1};
    private static final String[] YEARS = {"1", "2", "3", "4", "5"};
    private static final double WORKERS_GROWTH = 1.01;
    private static final double CARBON_LEFT = 0.97;
    private static final double DISCOUNT = 0.03;

    private final int n;
    private final SplittableRandom random;
    private final SyntheticEconomy economy;
    private final double[][] needs;
    private final double[] wear = new double[KINDS];
    private final int[] lag = new int[KINDS];
    private final int[][] materials = new int[KINDS][MATERIALS];
    private final double[] carbon;

    private FiveYears(int industries, long seed) {
        n = industries;
        random = new SplittableRandom(seed);
        economy = SyntheticEconomy.dense(industries, seed);
        needs = new double[KINDS][n];
        carbon = random.doubles(n, 0.02, 1).toArray();
        for (int k = 0; k < KINDS; k++) {
            wear[k] = random.nextDouble(0.03, 0.15);
            lag[k] = random.nextInt(1, 3);
            materials[k] = random.ints(0, n / 10).distinct().limit(MATERIALS).toArray();
        }
        for (int j = 0; j < n; j++) {
            for (int kind : random.ints(0, KINDS).distinct().limit(KINDS_NEEDED).toArray()) {
                needs[kind][j] = random.nextDouble(0.1, 0.8);
            }
        }
    }

    /** The problem. */
    static YearsProblem of(int industries, long seed) {
        return new FiveYears(industries, seed).problem();
    }

    /** What is wanted most. */
    static YearsObjective objective() {
        return YearsObjective.consumptionDiscountedAt(DISCOUNT);
    }

    private YearsProblem problem() {
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            names[i] = "Industry " + i;
        }
        Labels industries = Labels.of(names);
        Units units = Units.of("t");
        double[] output = outputAtStart();
        YearsProblem problem = YearsProblem.of(
                        TechnicalCoefficients.of(industries, units, economy.coefficients()), YEARS)
                .consuming(LabelledVector.of("Basket", industries, units, economy.finalDemand()))
                .consumptionNeverFalls()
                .ending(TerminalCondition.balancedGrowth(WORKERS_GROWTH - 1));
        for (int k = 0; k < KINDS; k++) {
            problem = problem.capital(kind(k, industries, output));
        }
        YearlyLimit labour = YearlyLimit.of(
                "Labour", "hours", LabelledVector.of("Labour", industries, Units.of("hours per t"), economy.labour()));
        double workers = dot(economy.labour(), output);
        for (String year : YEARS) {
            workers *= WORKERS_GROWTH;
            labour = labour.available(year, workers);
        }
        YearlyLimit budget = YearlyLimit.of(
                        "CO2", "kg", LabelledVector.of("CO2", industries, Units.of("kg per t"), carbon))
                .budget(CARBON_LEFT * YEARS.length * dot(carbon, output));
        return problem.limit(labour).limit(budget);
    }

    private CapitalGood kind(int k, Labels industries, double[] output) {
        CapitalGood good =
                CapitalGood.of("Kind " + k, "units").wearingOutAt(wear[k]).readyAfter(lag[k]);
        Map<String, Double> recipe = new TreeMap<>();
        for (int m = 0; m < MATERIALS; m++) {
            recipe.put(industries.get(materials[k][m]).toString(), SHARES[m]);
        }
        for (Map.Entry<String, Double> material : recipe.entrySet()) {
            good = good.takes(material.getKey(), material.getValue());
        }
        double[] start = new double[n];
        for (int j = 0; j < n; j++) {
            start[j] = needs[k][j] * output[j];
            if (lag[k] == 2 && start[j] > 0) {
                good = good.underConstruction(YEARS[1], industries.get(j).toString(), wear[k] * start[j]);
            }
        }
        Units unit = Units.of("units");
        return good.neededBy(LabelledVector.of("Need", industries, Units.of("units per t"), needs[k]))
                .atStart(LabelledVector.of("Start", industries, unit, start));
    }

    /** x = A x + replacement + d. */
    private double[] outputAtStart() {
        SparseMatrixBuilder all = SparseMatrix.builder(n, n);
        double[][] dense = new double[n][n];
        economy.coefficients().forEach((i, j, a) -> dense[i][j] += a);
        for (int k = 0; k < KINDS; k++) {
            for (int m = 0; m < MATERIALS; m++) {
                for (int j = 0; j < n; j++) {
                    dense[materials[k][m]][j] += SHARES[m] * wear[k] * needs[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (dense[i][j] != 0) {
                    all.add(i, j, dense[i][j]);
                }
            }
        }
        return LeontiefSystem.of(all.build())
                .solve(economy.finalDemand())
                .requireConverged()
                .values();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
