package org.leontief.solve;

import java.util.SplittableRandom;

/** Seeded random systems of few sectors, and the operations on small matrices that tests need. */
final class RandomSystems {

    private RandomSystems() {}

    /**
     * A matrix without negative entries whose columns sum to columnSum (but for rounding), so that ρ = columnSum; about
     * the share of its entries is not zero, at least one in a column.
     */
    static double[][] withColumnSums(SplittableRandom random, int n, double share, double columnSum) {
        double[][] a = new double[n][n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            int always = random.nextInt(n);
            for (int i = 0; i < n; i++) {
                if (i == always || random.nextDouble() < share) {
                    a[i][j] = random.nextDouble() + 1e-3;
                    sum += a[i][j];
                }
            }
            for (int i = 0; i < n; i++) {
                a[i][j] *= columnSum / sum;
            }
        }
        return a;
    }

    /** D A D⁻¹ for a diagonal D of powers of ten up to 10^±decades: the same economy in other units. */
    static double[][] inOtherUnits(SplittableRandom random, double[][] a, double decades) {
        double[] unit = new double[a.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = Math.pow(10, (2 * random.nextDouble() - 1) * decades);
        }
        double[][] changed = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                changed[i][j] = a[i][j] * (unit[i] / unit[j]);
            }
        }
        return changed;
    }

    /** Block triangular in a shuffled order: whatever is below the diagonal blocks of the given size is dropped. */
    static double[][] reducible(SplittableRandom random, double[][] a, int blockSize) {
        int n = a.length;
        int[] order = shuffled(random, n);
        double[][] cut = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cut[i][j] = order[i] / blockSize <= order[j] / blockSize ? a[i][j] : 0;
            }
        }
        return cut;
    }

    static double[][] withRandomSigns(SplittableRandom random, double[][] a, double negativeShare) {
        double[][] signed = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                signed[i][j] = random.nextDouble() < negativeShare ? -a[i][j] : a[i][j];
            }
        }
        return signed;
    }

    static double[][] withZeroRowAndColumn(SplittableRandom random, double[][] a) {
        int row = random.nextInt(a.length);
        int column = random.nextInt(a.length);
        double[][] cut = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                cut[i][j] = i == row || j == column ? 0 : a[i][j];
            }
        }
        return cut;
    }

    static double[][] transposed(double[][] a) {
        double[][] t = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    static double[] positive(SplittableRandom random, int n) {
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = 100 * random.nextDouble() + 1e-2;
        }
        return b;
    }

    /** Zeros, negative entries and entries of very different size among ordinary ones. */
    static double[] mixed(SplittableRandom random, int n) {
        double[] b = positive(random, n);
        for (int i = 0; i < n; i++) {
            switch (random.nextInt(6)) {
                case 0 -> b[i] = 0;
                case 1 -> b[i] = -b[i];
                case 2 -> b[i] *= Math.pow(10, 30 * random.nextDouble() - 15);
                default -> {}
            }
        }
        return b;
    }

    static int[] shuffled(SplittableRandom random, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
