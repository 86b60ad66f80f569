package org.leontief.plan.years;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** Matrices of inputs beside A, joined to the products of an economy. */
final class InputsOfProducts {

    private InputsOfProducts() {}

    /**
     * Inputs per unit of output in the order of an economy, none negative. Rows may be some of the products, and the others
     * are 0; columns must be all industries; units must match.
     */
    static SparseMatrix aligned(LabelledMatrix inputs, TechnicalCoefficients economy) {
        Labels products = economy.industries();
        int[] columns = inputs.columns().placesIn(products, "the columns of '" + inputs.name() + "'");
        int[] rows = new int[inputs.rows().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = products.indexOf(inputs.rows().get(i));
            String unit = inputs.rowUnits().get(i);
            String wanted = economy.units().get(rows[i]);
            if (!unit.equals(wanted)) {
                throw new IllegalArgumentException("'" + inputs.name() + "' counts '"
                        + inputs.rows().get(i) + "' in " + unit + ", the economy in " + wanted
                        + ". Convert it first; units are never mixed silently.");
            }
        }
        SparseMatrixBuilder aligned = SparseMatrix.builder(products.size(), products.size());
        inputs.matrix().forEach((i, j, value) -> aligned.add(rows[i], columns[j], value));
        return notNegative(inputs.name(), aligned.build(), products);
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

    /** A + f B, rounded to the nearest. */
    static SparseMatrix sum(SparseMatrix a, double f, SparseMatrix b) {
        DMatrixSparseCSC sum = new DMatrixSparseCSC(a.rows(), a.columns(), a.nonZeros() + b.nonZeros());
        CommonOps_DSCC.add(1, a.toSparse(), f, b.toSparse(), sum, null, null);
        sum.sortIndices(null);
        return SparseMatrix.of(sum);
    }
}
