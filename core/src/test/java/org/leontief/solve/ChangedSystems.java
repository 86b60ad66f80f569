package org.leontief.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Pairs of small random systems of which the second differs from the first in a few columns, in every kind of trouble. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChangedSystems(double[][] before, double[][] after, int[] columns) {

    /** Kinds 0 to 11 as in {@link CertificateAgainstExactArithmeticTest}. Only 9 has negative entries. */
    static ChangedSystems random(SplittableRandom random, int kind, int n, int count) {
        double gap = Math.pow(10, -1 - 8 * random.nextDouble());
        double sum = kind == 4 || kind == 5 || kind == 9 ? 1 - gap : 0.5 + 0.45 * random.nextDouble();
        double[][] before = RandomSystems.withColumnSums(random, n, 0.3 + 0.7 * random.nextDouble(), sum);
        double[][] other = RandomSystems.withColumnSums(random, n, 0.3 + 0.7 * random.nextDouble(), sum);
        int[] columns = Arrays.copyOf(RandomSystems.shuffled(random, n), count);
        double[][] after = new double[n][];
        for (int i = 0; i < n; i++) {
            after[i] = before[i].clone();
            for (int j : columns) {
                after[i][j] = other[i][j];
            }
        }
        // The same draw for both, so that they still differ in these columns only.
        long seed = random.nextLong();
        return new ChangedSystems(
                troubled(new SplittableRandom(seed), kind, before),
                troubled(new SplittableRandom(seed), kind, after),
                columns);
    }

    private static double[][] troubled(SplittableRandom random, int kind, double[][] a) {
        return switch (kind) {
            case 5 -> RandomSystems.inOtherUnits(random, a, 8);
            case 6 -> RandomSystems.reducible(random, a, 3);
            case 7 -> RandomSystems.reducible(random, a, 1);
            case 8 -> RandomSystems.inOtherUnits(random, a, 15);
            case 9 -> RandomSystems.withRandomSigns(random, a, 0.4);
            case 10 -> RandomSystems.withZeroRowAndColumn(random, a);
            case 11 -> RandomSystems.inOtherUnits(random, a, 140);
            default -> a;
        };
    }

    /** The second system, made from the first in one step or in several; the share that may change is not limited. */
    LeontiefSystem changed(SplittableRandom random) {
        LeontiefSystem system = LeontiefSystem.of(SparseMatrix.of(before));
        int first = random.nextInt(columns.length + 1);
        if (first > 0 && random.nextBoolean()) {
            // What is put into the first columns here is overwritten by the second step, or kept where it is final
            // already.
            int[] some = Arrays.copyOf(columns, first);
            system = system.withColumns(some, columnsOf(random.nextBoolean() ? after : halved(after), some), 1);
        }
        return system.withColumns(columns, columnsOf(after, columns), 1);
    }

    static SparseMatrix columnsOf(double[][] a, int[] columns) {
        double[][] some = new double[a.length][columns.length];
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                some[i][c] = a[i][columns[c]];
            }
        }
        return SparseMatrix.of(some);
    }

    private static double[][] halved(double[][] a) {
        return Arrays.stream(a)
                .map(row -> Arrays.stream(row).map(entry -> entry / 2).toArray())
                .toArray(double[][]::new);
    }
}
