package org.leontief.plan.years;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/** The numbers of a problem of several years in the order of its products, years and limits. */
final class YearsNumbers {

    final YearsProblem problem;
    final YearsProblem.Parts parts;
    final int years;
    /** d(t), b(t), and what is in store at the start, by product. */
    final double[][] deliveries;

    final double[][] baskets;
    final double[] inventories;

    private final SparseMatrix[] inputRows;
    private final double[][][] limitUse;

    YearsNumbers(YearsProblem problem) {
        this.problem = problem;
        this.parts = problem.parts();
        years = parts.years.size();
        inputRows = byTechnology(technology -> technology.matrix().matrix().transpose(), SparseMatrix[]::new);
        deliveries = resolved("Final demand", parts.deliveries);
        baskets = resolved("The basket", parts.baskets);
        inventories = parts.inventories.resolved("Inventories", problem.products(), problem.units());
        limitUse = parts.limits.stream()
                .map(limit -> byTechnology(limit::perUnit, double[][]::new))
                .toArray(double[][][]::new);
    }

    /** The rows of A by which the outputs of a year are made; after the last year, by those of the last. */
    SparseMatrix inputRows(int year) {
        return inputRows[Math.min(year, years - 1)];
    }

    /** r of a limit for the outputs of a year. */
    double[] use(int limit, int year) {
        return limitUse[limit][Math.min(year, years - 1)];
    }

    /** b(t) of a limit; +∞ where there is none. */
    double amount(int limit, int year) {
        return parts.limits.get(limit).amount(yearName(year));
    }

    /** Whether a budget counts a year. */
    boolean covers(YearlyLimit.Budget budget, int year) {
        return budget.years().isEmpty() || budget.years().contains(yearName(year));
    }

    String yearName(int year) {
        return parts.years.get(year).toString();
    }

    /** Year whose outputs use inputs and limits of a year. */
    int madeFrom(int year) {
        return parts.timing == InputTiming.YEAR_BEFORE ? year + 1 : year;
    }

    private <T> T[] byTechnology(Function<TechnicalCoefficients, T> of, IntFunction<T[]> array) {
        IdentityHashMap<TechnicalCoefficients, T> made = new IdentityHashMap<>();
        return Arrays.stream(parts.technologies)
                .map(technology -> made.computeIfAbsent(technology, of))
                .toArray(array);
    }

    private double[][] resolved(String what, Amounts[] amounts) {
        return Arrays.stream(amounts)
                .map(some -> some.resolved(what, problem.products(), problem.units()))
                .toArray(double[][]::new);
    }
}
