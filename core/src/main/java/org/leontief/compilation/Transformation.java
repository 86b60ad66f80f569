package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Carries rows from industries to products (models A, B), or columns from products to industries (C, D). */
interface Transformation {

    /**
     * Carries rows or columns over.
     *
     * @param flows rows × industries for A and B, products × columns for C and D
     * @return rows × products, industries × columns
     */
    SparseMatrix apply(SparseMatrix flows);

    /** The transformation of a model. */
    static Transformation of(TransformationModel model, LabelledMatrix supply, SolveOptions options) {
        return switch (model) {
            case PRODUCT_TECHNOLOGY -> new InverseSupply(supply, options)::rows;
            case FIXED_INDUSTRY_SALES -> new InverseSupply(supply, options)::columns;
            case INDUSTRY_TECHNOLOGY -> {
                SparseMatrix shares = shares(supply.matrix(), true);
                yield rows -> SparseProduct.of(rows, shares);
            }
            case FIXED_PRODUCT_SALES -> {
                SparseMatrix shares = shares(supply.matrix(), false);
                yield columns -> SparseProduct.of(shares, columns);
            }
        };
    }

    /** ĝ⁻¹ Vᵀ if by industry, else Vᵀ q̂⁻¹; industries × products. */
    private static SparseMatrix shares(SparseMatrix v, boolean byIndustry) {
        double[] output = byIndustry ? v.columnSums() : v.rowSums();
        SparseMatrixBuilder shares = SparseMatrix.builder(/* rows= */ v.columns(), /* columns= */ v.rows());
        v.forEach((i, j, made) -> shares.add(j, i, made / output[byIndustry ? j : i]));
        return shares.build();
    }
}
