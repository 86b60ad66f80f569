package org.leontief.value.production;

import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;

/** That every industry makes one product: a negative input is a second one. */
final class SingleProduction {

    private SingleProduction() {}

    static void require(String what, SparseMatrix matrix, Labels products) {
        matrix.forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException(
                        what + " has " + value + " of '" + products.get(i) + "' in '"
                                + products.get(j)
                                + "'. A negative input is a product made jointly, and with joint products prices"
                                + " of production and values can be negative or have no meaning. Separate the by-product first.");
            }
        });
    }
}
