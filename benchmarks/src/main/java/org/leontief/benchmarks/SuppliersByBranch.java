package org.leontief.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** P(n, k): distinct suppliers, seven in ten from the product's own branch and the others by Zipf's law over all products. */
final class SuppliersByBranch implements Suppliers {

    static final int BRANCH = 1000;

    private static final double OWN_BRANCH = 0.7;
    /** Spreads the universal products over the branches: prime to every n that is not a multiple of it. */
    private static final long SPREAD = 7919;
    /** From this rank on, the proposal and Zipf's law differ by less than 10⁻⁵ of themselves. */
    private static final int CORRECTED_RANKS = 128;

    private final ShuffledNumbers numbers;
    private final int products;
    private final int inputs;
    private final int most;
    private final double logRange;
    private final double[] acceptance = new double[CORRECTED_RANKS];
    /** An open hash table of the suppliers drawn so far, each plus 1. */
    private final int[] drawn;

    private final int shift;

    SuppliersByBranch(ShuffledNumbers numbers, int inputs) {
        this.numbers = numbers;
        this.products = numbers.size();
        this.inputs = inputs;
        most = Math.min(4 * inputs, products);
        logRange = Math.log(2.0 * products + 1);
        for (int rank = 1; rank < CORRECTED_RANKS; rank++) {
            acceptance[rank] = 1 / (rank * Math.log((rank + 0.5) / (rank - 0.5)));
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(4 * most);
        drawn = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    @Override
    public int draw(int column, SplittableRandom random, int[] suppliers) {
        int product = product(column);
        int count = Math.max(1, Math.min(most, poisson(inputs, random)));
        Arrays.fill(drawn, 0);
        for (int k = 0; k < count; ) {
            int candidate = random.nextDouble() < OWN_BRANCH ? local(product, random) : universal(random);
            if (isNew(candidate)) {
                suppliers[k++] = candidate;
            }
        }
        for (int k = 0; k < count; k++) {
            suppliers[k] = numbers.column(suppliers[k]);
        }
        Arrays.sort(suppliers, 0, count);
        return count;
    }

    @Override
    public int product(int column) {
        return numbers.product(column);
    }

    @Override
    public int most() {
        return most;
    }

    private boolean isNew(int candidate) {
        int place = (candidate * 0x9E3779B1) >>> shift;
        while (drawn[place] != 0) {
            if (drawn[place] == candidate + 1) {
                return false;
            }
            place = (place + 1) & (drawn.length - 1);
        }
        drawn[place] = candidate + 1;
        return true;
    }

    private int local(int product, SplittableRandom random) {
        int first = product / BRANCH * BRANCH;
        return first + random.nextInt(Math.min(BRANCH, products - first));
    }

    private int universal(SplittableRandom random) {
        long rank = rank(random) - 1L;
        return (int) (products % SPREAD == 0 ? rank : rank * SPREAD % products);
    }

    /**
     * From 1 to n, r with a probability in proportion to 1 / r. Proposed is r with ln((r + ½) / (r − ½)), by rounding a
     * number whose logarithm is uniform; that is a little too much for the first few, which are refused now and then.
     */
    int rank(SplittableRandom random) {
        while (true) {
            int rank = (int) (0.5 * Math.exp(random.nextDouble() * logRange) + 0.5);
            if (rank >= 1 && rank <= products && (rank >= CORRECTED_RANKS || random.nextDouble() < acceptance[rank])) {
                return rank;
            }
        }
    }

    /** By the product of uniform numbers (D. E. Knuth, TAOCP vol. 2, section 3.4.1); the means here are small. */
    private static int poisson(int mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
