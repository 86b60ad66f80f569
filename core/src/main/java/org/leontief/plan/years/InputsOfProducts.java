package org.leontief.plan.years;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.AlignedInputs;
import org.leontief.technology.TechnicalCoefficients;

/** Matrices of inputs beside A, joined to the products of an economy. */
final class InputsOfProducts {

    private InputsOfProducts() {}

    /**
     * Inputs per unit of output in the order of an economy, none negative. Rows may be some of the products, and the others
     * are 0; columns must be all industries; units must match.
     */
    static SparseMatrix aligned(LabelledMatrix inputs, TechnicalCoefficients economy) {
        return notNegative(inputs.name(), AlignedInputs.of(inputs, economy), economy.industries());
    }

    /** The matrix itself, or an exception that names the first negative entry. */
    static SparseMatrix notNegative(String name, SparseMatrix matrix, Labels products) {
        matrix.forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException("'" + name + "' has " + value + " of '" + products.get(i) + "' in '"
                        + products.get(j) + "'. A negative input is a product made jointly; separate the by-product"
                        + " first.");
            }
        });
        return matrix;
    }
}
