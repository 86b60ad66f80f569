package org.leontief.benchmarks;

import java.util.SplittableRandom;

/** A seeded permutation between products, which lie by branch, and the columns of a user, which lie anyhow. */
final class ShuffledNumbers {

    private final int[] product;
    private final int[] column;

    ShuffledNumbers(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        product = new int[n];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            product[i] = product[other];
            product[other] = i;
        }
        column = new int[n];
        for (int j = 0; j < n; j++) {
            column[product[j]] = j;
        }
    }

    int size() {
        return product.length;
    }

    int product(int ofColumn) {
        return product[ofColumn];
    }

    int column(int ofProduct) {
        return column[ofProduct];
    }
}
