package org.leontief.technology;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Inputs beside those of the coefficients, such as depreciation and stocks, brought into the order of an economy. */
public final class AlignedInputs {

    private AlignedInputs() {}

    /**
     * Inputs per unit of output, joined by label.
     *
     * @param inputs products × industries; rows may be some of the products, and the others are 0; columns must be all
     *     industries
     * @param economy the technology
     * @return n × n, in the order of the economy
     * @throws org.leontief.label.UnknownLabelException if a label does not match
     * @throws IllegalArgumentException if the units of a row differ
     */
    public static SparseMatrix of(LabelledMatrix inputs, TechnicalCoefficients economy) {
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
        return aligned.build();
    }
}
