package org.leontief.benchmarks;

import java.util.SplittableRandom;
import org.leontief.solve.SparseMatrix;

/**
 * Seeded synthetic economies with the properties that the literature reports of real ones, for sizes that no statistical
 * office publishes.
 *
 * <p>P(n, k): n products in branches of 1,000; each takes k inputs on average (Poisson, at least 1 and at most 4 k) from
 * distinct suppliers, seven in ten from its own branch and the others by a Zipf law of exponent 1 over all products
 * (heavy-tailed use of a few universal ones: D. Acemoglu, V. M. Carvalho, A. Ozdaglar and A. Tahbaz-Salehi, Econometrica 80,
 * 2012). Input sizes are log-normal with σ = 1.5, and every column of A sums to a number drawn from [0.3, 0.8]; direct labour
 * is the rest. Three products in ten have a final demand, drawn from [0, 100]. The numbering is shuffled at the end, as no
 * user's numbering is kind to caches. D(n): n sectors, 32% of all cells filled, column sums as above, numbering as it is.
 *
 * <p>Every recipe depends on the seed and its own product only, so an economy is the same on any number of threads. P(10⁷, 50)
 * takes little more memory than its matrix, 5.6 GiB.
 */
public final class SyntheticEconomy {

    private static final double DEMANDED = 0.3;
    private static final double LARGEST_DEMAND = 100;

    private final SparseMatrix coefficients;
    private final double[] labour;
    private final double[] finalDemand;

    private SyntheticEconomy(SparseMatrix coefficients, double[] labour, double[] finalDemand) {
        this.coefficients = coefficients;
        this.labour = labour;
        this.finalDemand = finalDemand;
    }

    /**
     * P(n, k), drawn on all processors.
     *
     * @param products n
     * @param inputs k, inputs of a product on average; at most 700
     * @param seed any number
     * @return the economy
     */
    public static SyntheticEconomy ofProducts(int products, int inputs, long seed) {
        return ofProducts(products, inputs, seed, Runtime.getRuntime().availableProcessors());
    }

    /**
     * P(n, k).
     *
     * @param products n
     * @param inputs k, inputs of a product on average; at most 700
     * @param seed any number
     * @param threads how many threads draw recipes; the economy is the same for any number
     * @return the economy
     */
    public static SyntheticEconomy ofProducts(int products, int inputs, long seed, int threads) {
        ShuffledNumbers numbers = new ShuffledNumbers(products, seed);
        double[] labour = new double[products];
        SparseMatrix a =
                RecipeBlock.drawAll(() -> new SuppliersByBranch(numbers, inputs), inputs, labour, seed, threads);
        return new SyntheticEconomy(a, labour, demand(products, seed));
    }

    /**
     * D(n), drawn on all processors.
     *
     * @param sectors n
     * @param seed any number
     * @return the economy
     */
    public static SyntheticEconomy dense(int sectors, long seed) {
        return dense(sectors, seed, Runtime.getRuntime().availableProcessors());
    }

    /**
     * D(n).
     *
     * @param sectors n
     * @param seed any number
     * @param threads how many threads draw recipes; the economy is the same for any number
     * @return the economy
     */
    public static SyntheticEconomy dense(int sectors, long seed, int threads) {
        double[] labour = new double[sectors];
        SparseMatrix a = RecipeBlock.drawAll(
                () -> new SuppliersInAnyPlace(sectors), SuppliersInAnyPlace.SHARE * sectors, labour, seed, threads);
        return new SyntheticEconomy(a, labour, demand(sectors, seed));
    }

    /**
     * An economy by its name: {@code P1e5} is P(10⁵, 50), {@code D500} is D(500).
     *
     * @param name P with a number of products, or D with a number of sectors
     * @param seed any number
     * @return the economy
     * @throws IllegalArgumentException if the name says something else
     */
    public static SyntheticEconomy named(String name, long seed) {
        if (!name.matches("[PD][0-9]+(e[0-9])?")) {
            throw new IllegalArgumentException(
                    "There is no economy '" + name
                            + "'; names are P and a number of products, such as P1e5, or D and a number of sectors, such as D500.");
        }
        int n = (int) Double.parseDouble(name.substring(1));
        return name.charAt(0) == 'P' ? ofProducts(n, 50, seed) : dense(n, seed);
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

    private static double[] demand(int n, long seed) {
        return demand(n, new SplittableRandom(seed ^ 0x5DEECE66DL));
    }

    private static double[] demand(int n, SplittableRandom random) {
        double[] demand = new double[n];
        for (int i = 0; i < n; i++) {
            double amount = LARGEST_DEMAND * random.nextDouble();
            demand[i] = random.nextDouble() < DEMANDED ? amount : 0;
        }
        return demand;
    }

    /**
     * Further final demands for the same products.
     *
     * @param count how many
     * @param seed any number
     * @return count vectors, drawn as d is
     */
    public double[][] furtherDemands(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] demands = new double[count][];
        for (int k = 0; k < count; k++) {
            demands[k] = demand(labour.length, random.split());
        }
        return demands;
    }
}
