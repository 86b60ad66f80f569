package org.leontief.technology;

/**
 * What becomes of an industry whose gross output is zero (or negative), so that its recipe Z[·,j] / x_j does not exist.
 * Whatever is done is listed in {@link TechnicalCoefficients#notes()}.
 */
public enum ZeroOutputPolicy {
    /** Any such industry is an error. */
    REFUSE,
    /**
     * An industry that is empty throughout (nothing made, sold, used or recorded) stays in the list without a recipe, and
     * plans that demand its product are refused; one that has flows is an error.
     */
    EMPTY_INDUSTRIES_ONLY,
    /**
     * Every such industry gets an empty recipe: its product, if demanded, comes from nothing inside the economy. What the
     * table records in its column is left out and reported.
     */
    EMPTY_RECIPE,
    /**
     * An industry of negative output (stocks that fell by more than was made, or a rounding of −1) keeps the recipe
     * Z[·,j] / x_j, so that all that the table records goes on adding up; its coefficients have the sign of no technique.
     * One of zero output is treated as by {@link #EMPTY_INDUSTRIES_ONLY}.
     */
    DIVIDE_NEGATIVE
}
