package org.leontief.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A seeded economy as large ones are: branches of a thousand products, a few suppliers whom everybody uses, inputs of very
 * different size, and a numbering that tells nothing of the branches.
 */
final class ShuffledEconomy {

    private static final int BRANCH = 1000;
    private static final double FROM_OWN_BRANCH = 0.7;
    private static final double DEMANDED = 0.3;

    /** Large enough for groups, and for residuals in plain arithmetic. Shared, because making it takes a while. */
    static final ShuffledEconomy LARGE = new ShuffledEconomy(1, 100_000, 50);

    final SparseMatrix a;
    final double[] demand;

    ShuffledEconomy(long seed, int n, int inputs) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] number = RandomSystems.shuffled(random, n);
        int[] place = new int[n];
        for (int k = 0; k < n; k++) {
            place[number[k]] = k;
        }
        int[] lastUser = new int[n];
        Arrays.fill(lastUser, -1);
        SparseColumnsBuilder builder = SparseMatrix.byColumns(n, n, (long) n * inputs);
        for (int j = 0; j < n; j++) {
            int[] suppliers =
                    suppliers(random, place[j], n, inputs / 2 + random.nextInt(inputs + 1), number, lastUser, j);
            builder.appendColumn(suppliers, shares(random, suppliers.length), suppliers.length);
        }
        a = builder.build();
        demand = new double[n];
        for (int i = 0; i < n; i++) {
            demand[i] = random.nextDouble() < DEMANDED ? 100 * random.nextDouble() : 0;
        }
    }

    private static int[] suppliers(
            SplittableRandom random, int place, int n, int count, int[] number, int[] lastUser, int user) {
        int branch = place / BRANCH * BRANCH;
        int[] found = new int[count];
        for (int k = 0; k < count; ) {
            // Of exponent 1: the logarithm of the rank is uniform.
            int other = random.nextDouble() < FROM_OWN_BRANCH
                    ? branch + random.nextInt(Math.min(BRANCH, n - branch))
                    : (int) Math.pow(n, random.nextDouble()) - 1;
            int supplier = number[Math.min(n - 1, other)];
            if (lastUser[supplier] != user) {
                lastUser[supplier] = user;
                found[k++] = supplier;
            }
        }
        return found;
    }

    /** Log-normal, with a sum between 0.3 and 0.8. */
    private static double[] shares(SplittableRandom random, int count) {
        double[] share = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            share[k] = Math.exp(1.5 * random.nextGaussian());
            sum += share[k];
        }
        double factor = (0.3 + 0.5 * random.nextDouble()) / sum;
        for (int k = 0; k < count; k++) {
            share[k] *= factor;
        }
        return share;
    }

    /** The system of the economy, or its transpose, made anew. */
    LeontiefSystem system(boolean transposed) {
        LeontiefSystem system = LeontiefSystem.of(a);
        return transposed ? system.transposed() : system;
    }
}
