package org.leontief.compilation;

/**
 * What becomes of products that are used but that no industry makes: non-comparable imports, used and second-hand goods. Products that
 * are empty throughout stay in the table as they are.
 */
public enum ProductsWithoutOutput {
    /** They are an error that names them. */
    REFUSE,
    /**
     * What industries use of them becomes a row of primary inputs under the name of the product, so that costs stay complete. What
     * final users take of them is outside the symmetric table; a note says how much.
     */
    AS_PRIMARY_INPUTS
}
