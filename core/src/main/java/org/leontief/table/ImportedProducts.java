package org.leontief.table;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;

/**
 * What came from abroad, product by product, beside the domestic transactions Z and deliveries Y of a table: Z<sub>m</sub>
 * to industries and Y<sub>m</sub> to final users. Who made it, and with how much labour, such a table does not say.
 *
 * <p>Source: Eurostat, <i>Manual of Supply, Use and Input-Output Tables</i> (2008), chapter 11: domestic and imported
 * intermediates in separate matrices.
 *
 * @param toIndustries Z<sub>m</sub>, imported products × industries, in the units of the products
 * @param toFinalUsers Y<sub>m</sub>, imported products × categories of final demand
 */
public record ImportedProducts(LabelledMatrix toIndustries, LabelledMatrix toFinalUsers) {

    /**
     * Checks that both parts count the same products.
     *
     * @param toIndustries as above
     * @param toFinalUsers as above
     * @throws org.leontief.label.UnknownLabelException if a product is in one part only
     * @throws IllegalArgumentException if the products stand in different orders or units
     */
    public ImportedProducts {
        if (!toIndustries.rows().equals(toFinalUsers.rows())) {
            toIndustries.rows().placesIn(toFinalUsers.rows(), "'" + toFinalUsers.name() + "'");
            throw new IllegalArgumentException("The imported products of '" + toIndustries.name() + "' and '"
                    + toFinalUsers.name() + "' stand in different orders.");
        }
        if (!toIndustries.rowUnits().equals(toFinalUsers.rowUnits())) {
            throw new IllegalArgumentException("The imported products of '" + toIndustries.name() + "' are in "
                    + toIndustries.rowUnits() + ", those of '" + toFinalUsers.name() + "' in "
                    + toFinalUsers.rowUnits() + ".");
        }
    }

    /**
     * The imported products.
     *
     * @return their labels, in order
     */
    public Labels products() {
        return toIndustries.rows();
    }

    /**
     * m = Z<sub>m</sub> 1 + Y<sub>m</sub> 1.
     *
     * @return all imports by product
     */
    public LabelledVector total() {
        return toIndustries.rowTotals().plus(toFinalUsers.rowTotals()).named("Imports");
    }
}
