package org.leontief.compilation;

import java.util.Set;

/**
 * How supply and use tables are turned into a symmetric table where it is not clear of itself. Immutable.
 *
 * @param productsWithoutOutput products that are used and not made
 * @param scrap products that no industry makes for their own sake (scrap, other by-products): the output of the industries is then
 *     counted without them, and what an industry uses less what it makes of them becomes a primary input (the by-product
 *     method of Stone). For industry technology and fixed product sales this is the adjustment for scrap in the
 *     accounts of the United States, up to the unit in which industries are counted (K. J. Horowitz and M. A. Planting,
 *     Concepts and Methods of the U.S. Input-Output Accounts, Bureau of Economic Analysis 2009, chapter 12)
 * @param balanceTolerance largest difference between supply and use of a product, or output and inputs of an industry, relative to its
 *     turnover
 */
public record CompilationOptions(
        ProductsWithoutOutput productsWithoutOutput, Set<String> scrap, double balanceTolerance) {

    /** Published tables are rounded; where a whole column is missing the difference is larger. */
    public static final double DEFAULT_BALANCE_TOLERANCE = 0.01;

    private static final CompilationOptions DEFAULTS =
            new CompilationOptions(ProductsWithoutOutput.REFUSE, Set.of(), DEFAULT_BALANCE_TOLERANCE);

    /**
     * Checks the parts.
     *
     * @param productsWithoutOutput as above
     * @param scrap as above
     * @param balanceTolerance as above
     * @throws IllegalArgumentException if the tolerance is negative
     */
    public CompilationOptions {
        if (!(balanceTolerance >= 0)) {
            throw new IllegalArgumentException(
                    "A balance tolerance of " + balanceTolerance + " cannot be; it is 0 or more.");
        }
        scrap = Set.copyOf(scrap);
    }

    /**
     * Products without output are refused, nothing is scrap, totals may differ by one per cent.
     *
     * @return the defaults
     */
    public static CompilationOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another policy.
     *
     * @param policy for products that are used and not made
     * @return new options
     */
    public CompilationOptions withProductsWithoutOutput(ProductsWithoutOutput policy) {
        return new CompilationOptions(policy, scrap, balanceTolerance);
    }

    /**
     * The same with products that count as scrap.
     *
     * @param products their names
     * @return new options
     */
    public CompilationOptions withScrap(String... products) {
        return new CompilationOptions(productsWithoutOutput, Set.of(products), balanceTolerance);
    }

    /**
     * The same with another tolerance.
     *
     * @param tolerance largest relative difference allowed; positive infinity for any
     * @return new options
     */
    public CompilationOptions withBalanceTolerance(double tolerance) {
        return new CompilationOptions(productsWithoutOutput, scrap, tolerance);
    }
}
