package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.SupplyUseTable;

/**
 * The shares that supply and use tables are made of: B = U ĝ⁻¹, D = Vᵀ q̂⁻¹ and C = V ĝ⁻¹.
 *
 * <p>With industry technology, B D is the product-by-product and D B the industry-by-industry matrix of coefficients, and D (I − B D)⁻¹
 * gives the outputs of industries for a final demand of products. Source: Miller and Blair 2009, sections 5.3 and 5.4.
 */
public final class SupplyUseCoefficients {

    private SupplyUseCoefficients() {}

    /**
     * B = U ĝ⁻¹: what a unit of output of each industry takes of every product.
     *
     * @param table supply and use
     * @return products × industries, in units of the row per unit of the column's output; columns of industries without output are
     *     empty
     * @throws IllegalArgumentException if an industry uses products and makes none
     * @throws IllegalStateException if an industry makes products in different units
     */
    public static LabelledMatrix useCoefficients(SupplyUseTable table) {
        return byOutputOfIndustries("Use coefficients", table, table.use());
    }

    /**
     * C = V ĝ⁻¹: the mix of products of each industry.
     *
     * @param table supply and use
     * @return products × industries, columns adding up to 1
     * @throws IllegalStateException if an industry makes products in different units
     */
    public static LabelledMatrix productMix(SupplyUseTable table) {
        return byOutputOfIndustries("Product mix", table, table.supply());
    }

    /**
     * D = Vᵀ q̂⁻¹: the share of each industry in the output of every product.
     *
     * @param table supply and use
     * @return industries × products, pure numbers; columns add up to 1, those of products that no industry makes are empty
     */
    public static LabelledMatrix marketShares(SupplyUseTable table) {
        LabelledVector q = table.productOutput();
        SparseMatrixBuilder shares =
                SparseMatrix.builder(table.industries().size(), table.products().size());
        table.supply().matrix().forEach((i, j, made) -> shares.add(j, i, divided(made, q, i)));
        return LabelledMatrix.of("Market shares", table.industries(), table.products(), Units.NONE, shares.build());
    }

    private static LabelledMatrix byOutputOfIndustries(String name, SupplyUseTable table, LabelledMatrix flows) {
        LabelledVector g = table.industryOutput();
        SparseMatrixBuilder shares =
                SparseMatrix.builder(flows.rows().size(), flows.columns().size());
        flows.matrix().forEach((i, j, amount) -> shares.add(i, j, divided(amount, g, j)));
        return LabelledMatrix.of(name, flows.rows(), flows.columns(), flows.rowUnits(), shares.build());
    }

    private static double divided(double amount, LabelledVector output, int place) {
        if (output.at(place) == 0) {
            throw new IllegalArgumentException("'" + output.labels().get(place) + "' has flows of " + amount
                    + " and a total output of 0, by which they cannot be divided.");
        }
        return amount / output.at(place);
    }
}
