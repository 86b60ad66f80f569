package org.leontief.table;

import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;

/**
 * What stands between basic and purchasers' prices, product by product.
 *
 * <p>Purchasers' value = basic value + margins + taxes less subsidies on products. A margin is positive for the goods on which it
 * is earned and negative for the services (trade, transport) that earn it, so that each column of margins adds up to 0. Source:
 * United Nations, <i>Handbook on Supply and Use Tables</i> (2018), chapter 7.
 *
 * @param margins products × kinds of margin (trade, transport)
 * @param taxes products × kinds of taxes less subsidies on products; a subsidy is negative
 */
public record Valuation(LabelledMatrix margins, LabelledMatrix taxes) {

    /**
     * Checks that both parts count the same products.
     *
     * @param margins as above
     * @param taxes as above
     * @throws org.leontief.label.UnknownLabelException if a product is in one part only
     * @throws IllegalArgumentException if the products stand in different orders or units
     */
    public Valuation {
        if (!margins.rows().equals(taxes.rows())) {
            margins.rows().placesIn(taxes.rows(), "'" + taxes.name() + "'");
            throw new IllegalArgumentException(
                    "The products of '" + margins.name() + "' and '" + taxes.name() + "' stand in different orders.");
        }
        if (!margins.rowUnits().equals(taxes.rowUnits())) {
            throw new IllegalArgumentException("'" + margins.name() + "' is in " + margins.rowUnits() + ", '"
                    + taxes.name() + "' in " + taxes.rowUnits() + ".");
        }
    }

    /**
     * The products.
     *
     * @return their labels, in order
     */
    public Labels products() {
        return margins.rows();
    }

    /**
     * Whether nothing is recorded, so that uses cannot be taken from one basis to the other.
     *
     * @return true if there is neither a column of margins nor of taxes
     */
    public boolean isEmpty() {
        return margins.columns().size() == 0 && taxes.columns().size() == 0;
    }

    /**
     * Margins of all kinds by product.
     *
     * @return negative for the services that earn them
     */
    public LabelledVector totalMargins() {
        return margins.rowTotals().named("Margins");
    }

    /**
     * Taxes less subsidies of all kinds by product.
     *
     * @return in the units of the products
     */
    public LabelledVector totalTaxes() {
        return taxes.rowTotals().named("Taxes less subsidies on products");
    }

    /**
     * Margins and taxes together: purchasers' less basic value of all that is supplied.
     *
     * @return in the units of the products
     */
    public LabelledVector total() {
        double[] margin = margins.matrix().rowSums();
        double[] tax = taxes.matrix().rowSums();
        return LabelledVector.of(
                "Margins and taxes",
                products(),
                margins.rowUnits(),
                IntStream.range(0, margin.length)
                        .mapToDouble(i -> margin[i] + tax[i])
                        .toArray());
    }
}
