package org.leontief.solve;

import java.util.SplittableRandom;

/**
 * A seeded economy of many products: every recipe has some suppliers nearby and some among a few basic products, as real
 * ones have, with column sums between a third and two thirds.
 */
final class NeighbourEconomy {

    private static final int REACH = 400;

    private NeighbourEconomy() {}

    /** A: n × n with at most so many inputs in a recipe. */
    static SparseMatrix of(long seed, int n, int inputs) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseColumnsBuilder a = SparseMatrix.byColumns(n, n, (long) n * inputs);
        for (int j = 0; j < n; j++) {
            double[] recipe = recipe(random, n, j, inputs);
            int[] rows = new int[inputs];
            double[] values = new double[inputs];
            int count = 0;
            for (int k = 0; k < inputs; k++) {
                rows[count] = (int) recipe[k];
                values[count] = recipe[inputs + k];
                count += isNew(rows, count) ? 1 : 0;
            }
            a.appendColumn(rows, values, count);
        }
        return a.build();
    }

    private static boolean isNew(int[] rows, int count) {
        for (int k = 0; k < count; k++) {
            if (rows[k] == rows[count]) {
                return false;
            }
        }
        return true;
    }

    /** Numbers of suppliers, then their shares. */
    private static double[] recipe(SplittableRandom random, int n, int j, int inputs) {
        double[] recipe = new double[2 * inputs];
        double sum = 0;
        for (int k = 0; k < inputs; k++) {
            boolean basic = k % 3 == 0;
            int near = Math.floorMod(j - REACH / 2 + random.nextInt(REACH), n);
            recipe[k] = basic ? Math.floor(n * Math.pow(random.nextDouble(), 4)) : near;
            recipe[inputs + k] = 0.1 + random.nextDouble();
            sum += recipe[inputs + k];
        }
        double total = 1 / 3.0 + random.nextDouble() / 3;
        for (int k = 0; k < inputs; k++) {
            recipe[inputs + k] *= total / sum;
        }
        return recipe;
    }

    static double[] demand(long seed, int n) {
        return RandomSystems.positive(new SplittableRandom(seed), n);
    }

    /** Recipes of other numbers, for the given columns: those of another economy. */
    static SparseMatrix others(long seed, SparseMatrix a, int[] columns, int inputs) {
        SparseMatrix other = of(seed, a.columns, inputs);
        SparseColumnsBuilder some = SparseMatrix.byColumns(a.columns, columns.length, 0);
        for (int j : columns) {
            some.append(other.rowIndex, other.value, other.columnStart[j], other.columnStart[j + 1]);
        }
        return some.build();
    }

    /** The same recipes with a tenth less of everything. */
    static SparseMatrix saved(SparseMatrix a, int[] columns) {
        SparseColumnsBuilder some = SparseMatrix.byColumns(a.columns, columns.length, 0);
        for (int j : columns) {
            int first = a.columnStart[j];
            int count = a.columnStart[j + 1] - first;
            int[] rows = new int[count];
            double[] values = new double[count];
            for (int k = 0; k < count; k++) {
                rows[k] = a.rowIndex[first + k];
                values[k] = 0.9 * a.value[first + k];
            }
            some.appendColumn(rows, values, count);
        }
        return some.build();
    }
}
