package org.leontief.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * Seeded synthetic economies with the properties that the literature reports of real ones, for sizes that no statistical
 * office publishes.
 *
 * <p>P(n, k): n products in branches of 1,000; each takes k inputs on average (Poisson, at least 1 and at most 4 k) from
 * distinct suppliers, seven in ten from its own branch and the others by a Zipf law of exponent 1 over all products
 * (heavy-tailed use of a few universal ones: D. Acemoglu, V. M. Carvalho, A. Ozdaglar and A. Tahbaz-Salehi, Econometrica 80,
 * 2012). Input sizes are log-normal with σ = 1.5, and every column of A sums to a number drawn from [0.3, 0.8]; direct labour
 * is the rest. Three products in ten have a final demand, drawn from [0, 100]. The numbering is shuffled at the end, as no
 * user's numbering is kind to caches. D(n): n sectors, 32% of all cells filled, column sums as above.
 *
 * <p>Every recipe depends on the seed and its own number only, so an economy is the same however it is generated.
 */
public final class SyntheticEconomy {

    private static final int BRANCH = 1000;
    private static final double OWN_BRANCH = 0.7;
    private static final double SIGMA = 1.5;
    private static final double DENSE_SHARE = 0.32;
    private static final double DEMANDED = 0.3;
    private static final double LARGEST_DEMAND = 100;
    /** Spreads the universal products over the branches: prime to every n that is not a multiple of it. */
    private static final long SPREAD = 7919;

    private final SparseMatrix coefficients;
    private final double[] labour;
    private final double[] finalDemand;

    private SyntheticEconomy(SparseMatrix coefficients, double[] labour, double[] finalDemand) {
        this.coefficients = coefficients;
        this.labour = labour;
        this.finalDemand = finalDemand;
    }

    /**
     * P(n, k).
     *
     * @param products n
     * @param inputs k, inputs of a product on average
     * @param seed any number
     * @return the economy
     */
    public static SyntheticEconomy ofProducts(int products, int inputs, long seed) {
        int[] number = shuffled(products, new SplittableRandom(seed));
        int most = Math.min(4 * inputs, products);
        int[] suppliers = new int[most];
        double[] labour = new double[products];
        SparseMatrixBuilder a = SparseMatrix.builder(products, products);
        for (int j = 0; j < products; j++) {
            SplittableRandom random = recipeRandom(seed, j);
            int count = Math.max(1, Math.min(most, poisson(inputs, random)));
            for (int k = 0; k < count; k++) {
                suppliers[k] = newSupplier(suppliers, k, j, products, random);
            }
            labour[number[j]] = addRecipe(a, number[j], suppliers, count, number, random);
        }
        return new SyntheticEconomy(a.build(), labour, demand(products, seed));
    }

    /**
     * D(n).
     *
     * @param sectors n
     * @param seed any number
     * @return the economy
     */
    public static SyntheticEconomy dense(int sectors, long seed) {
        int[] number = new int[sectors];
        Arrays.setAll(number, i -> i);
        int[] suppliers = new int[sectors];
        double[] labour = new double[sectors];
        SparseMatrixBuilder a = SparseMatrix.builder(sectors, sectors);
        for (int j = 0; j < sectors; j++) {
            SplittableRandom random = recipeRandom(seed, j);
            int count = 0;
            for (int i = 0; i < sectors; i++) {
                if (random.nextDouble() < DENSE_SHARE) {
                    suppliers[count++] = i;
                }
            }
            labour[j] = addRecipe(a, j, suppliers, count, number, random);
        }
        return new SyntheticEconomy(a.build(), labour, demand(sectors, seed));
    }

    /**
     * A, n × n.
     *
     * @return the technical coefficients
     */
    public SparseMatrix coefficients() {
        return coefficients;
    }

    /**
     * l, direct labour per unit.
     *
     * @return a copy
     */
    public double[] labour() {
        return labour.clone();
    }

    /**
     * d.
     *
     * @return a copy
     */
    public double[] finalDemand() {
        return finalDemand.clone();
    }

    /** Returns the direct labour. */
    private static double addRecipe(
            SparseMatrixBuilder a, int column, int[] suppliers, int count, int[] number, SplittableRandom random) {
        double[] size = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            size[k] = Math.exp(SIGMA * gaussian(random));
            sum += size[k];
        }
        double total = 0.3 + 0.5 * random.nextDouble();
        for (int k = 0; k < count; k++) {
            a.add(number[suppliers[k]], column, size[k] / sum * total);
        }
        return 1 - total;
    }

    private static int newSupplier(int[] suppliers, int count, int product, int products, SplittableRandom random) {
        while (true) {
            int candidate =
                    random.nextDouble() < OWN_BRANCH ? local(product, products, random) : universal(products, random);
            boolean known = false;
            for (int k = 0; k < count && !known; k++) {
                known = suppliers[k] == candidate;
            }
            if (!known) {
                return candidate;
            }
        }
    }

    private static int local(int product, int products, SplittableRandom random) {
        int first = product / BRANCH * BRANCH;
        return first + random.nextInt(Math.min(BRANCH, products - first));
    }

    /** Rank r with probability ln((r + 1) / r) / ln(n + 1), nearly 1 / r. */
    private static int universal(int products, SplittableRandom random) {
        long rank = (long) Math.floor(Math.exp(random.nextDouble() * Math.log(products + 1.0)));
        rank = Math.min(products, Math.max(1, rank)) - 1;
        return (int) (products % SPREAD == 0 ? rank : rank * SPREAD % products);
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

    /** By the polar method of Box, Muller and Marsaglia. */
    private static double gaussian(SplittableRandom random) {
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    private static double[] demand(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        double[] demand = new double[n];
        for (int i = 0; i < n; i++) {
            double amount = LARGEST_DEMAND * random.nextDouble();
            demand[i] = random.nextDouble() < DEMANDED ? amount : 0;
        }
        return demand;
    }

    private static SplittableRandom recipeRandom(long seed, int product) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + product);
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] number = new int[n];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            number[i] = number[other];
            number[other] = i;
        }
        return number;
    }
}
