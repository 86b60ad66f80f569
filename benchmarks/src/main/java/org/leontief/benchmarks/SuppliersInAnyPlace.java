package org.leontief.benchmarks;

import java.util.SplittableRandom;

/** D(n): every cell is filled with the same probability. */
final class SuppliersInAnyPlace implements Suppliers {

    static final double SHARE = 0.32;

    private final int sectors;

    SuppliersInAnyPlace(int sectors) {
        this.sectors = sectors;
    }

    @Override
    public int draw(int column, SplittableRandom random, int[] numbers) {
        int count = 0;
        for (int i = 0; i < sectors; i++) {
            if (random.nextDouble() < SHARE) {
                numbers[count++] = i;
            }
        }
        return count;
    }

    @Override
    public int product(int column) {
        return column;
    }

    @Override
    public int most() {
        return sectors;
    }
}
