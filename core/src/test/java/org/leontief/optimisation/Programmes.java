package org.leontief.optimisation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.leontief.solve.SparseMatrix;

/** Programmes to test with, typed or random by seed. */
final class Programmes {

    static final double NONE = Double.POSITIVE_INFINITY;

    private Programmes() {}

    /** max c·x, M x ≤ u, x ≥ 0. */
    static LinearProgramme most(double[] c, double[][] m, double... u) {
        return LinearProgramme.of(
                Sense.MAXIMISE, c, SparseMatrix.of(m), all(u.length, -NONE), u, all(c.length, 0), all(c.length, NONE));
    }

    /** min c·x, M x ≥ l, x ≥ 0. */
    static LinearProgramme least(double[] c, double[][] m, double... l) {
        return LinearProgramme.of(
                Sense.MINIMISE, c, SparseMatrix.of(m), l, all(l.length, NONE), all(c.length, 0), all(c.length, NONE));
    }

    static double[] all(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * A planning problem: intensities of techniques and the multiple of a target basket, balances of goods, scarce resources
     * with x ≥ 0, capacities of some techniques. Always feasible and bounded.
     */
    static LinearProgramme plan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int goods = 3 + random.nextInt(12);
        int techniques = goods + random.nextInt(12);
        int resources = 1 + random.nextInt(4);
        double[][] m = new double[goods + resources][techniques + 1];
        double[] upper = all(goods + resources, NONE);
        double[] lower = all(goods + resources, 0);
        double[] capacity = all(techniques + 1, NONE);
        for (int j = 0; j < techniques; j++) {
            int made = j < goods ? j : random.nextInt(goods);
            for (int i = 0; i < goods; i++) {
                m[i][j] = -(random.nextInt(3) == 0 ? random.nextDouble() / goods : 0);
            }
            m[made][j] += 1;
            capacity[j] = random.nextInt(3) == 0 ? 5 * random.nextDouble() : NONE;
            for (int r = 0; r < resources; r++) {
                m[goods + r][j] = 0.1 + random.nextDouble();
            }
        }
        for (int i = 0; i < goods; i++) {
            m[i][techniques] = -random.nextDouble();
        }
        for (int r = 0; r < resources; r++) {
            lower[goods + r] = -NONE;
            upper[goods + r] = 10 + 100 * random.nextDouble();
        }
        double[] c = new double[techniques + 1];
        c[techniques] = 1;
        return LinearProgramme.of(
                Sense.MAXIMISE, c, SparseMatrix.of(m), lower, upper, new double[techniques + 1], capacity);
    }

    /**
     * Rows and columns with bounds of every kind, of any sign, free variables and equations among them. A point and prices of
     * the right signs are drawn first, so that it has an optimum, whose value is returned in the last place.
     */
    static Known withKnownOptimum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 1 + random.nextInt(25);
        int columns = 1 + random.nextInt(35);
        double[][] m = new double[rows][columns];
        double[] x = new double[columns];
        double[] columnLower = new double[columns];
        double[] columnUpper = new double[columns];
        double[] reduced = new double[columns];
        for (int j = 0; j < columns; j++) {
            x[j] = random.nextInt(-5, 6);
            reduced[j] = bounds(random, x[j], columnLower, columnUpper, j);
        }
        double[] rowLower = new double[rows];
        double[] rowUpper = new double[rows];
        double[] price = new double[rows];
        double[] c = reduced.clone();
        double optimum = 0;
        for (int i = 0; i < rows; i++) {
            double value = 0;
            for (int j = 0; j < columns; j++) {
                m[i][j] = random.nextInt(3) == 0 ? random.nextInt(-4, 5) : 0;
                value += m[i][j] * x[j];
            }
            price[i] = bounds(random, value, rowLower, rowUpper, i);
            for (int j = 0; j < columns; j++) {
                c[j] += price[i] * m[i][j];
            }
        }
        for (int j = 0; j < columns; j++) {
            optimum += c[j] * x[j];
        }
        LinearProgramme programme =
                LinearProgramme.of(Sense.MAXIMISE, c, SparseMatrix.of(m), rowLower, rowUpper, columnLower, columnUpper);
        return new Known(programme, optimum);
    }

    /** A programme and its best objective. */
    record Known(LinearProgramme programme, double optimum) {}

    /** Draws bounds around a value, and a price that they allow when as much as possible is wanted. */
    private static double bounds(SplittableRandom random, double value, double[] lower, double[] upper, int k) {
        lower[k] = -NONE;
        upper[k] = NONE;
        int price = random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> {
                upper[k] = value;
                lower[k] = random.nextBoolean() ? value - 1 - random.nextInt(4) : -NONE;
                return price;
            }
            case 1 -> {
                lower[k] = value;
                upper[k] = random.nextBoolean() ? value + 1 + random.nextInt(4) : NONE;
                return -price;
            }
            case 2 -> {
                lower[k] = value;
                upper[k] = value;
                return price - 1;
            }
            case 3 -> {
                lower[k] = value - 1;
                upper[k] = value + 2;
                return 0;
            }
            case 4 -> {
                lower[k] = value - 1;
                return 0;
            }
            default -> {
                return 0;
            }
        }
    }
}
