package org.leontief.value.production;

import org.leontief.label.LabelledVector;

/**
 * The composite product of which the net product, the means of production and the gross product have the same proportions:
 * (I − U) q = R K q on the basic products, with l q = 1; q = (1 + R) A q on circulating capital.
 *
 * <p>With its net product as numéraire and wages paid afterwards w = 1 − r/R, whatever the prices are. Source: P. Sraffa,
 * <i>Production of Commodities by Means of Commodities</i> (1960), chapters 4 and 5. Immutable.
 *
 * @param ratio R, the standard ratio, between guaranteed bounds
 * @param levels q: gross output of each product, 0 for those that are not basic; it takes one unit of labour in all
 * @param netProduct (I − U) q: the standard net product
 */
public record StandardCommodity(CertifiedRate ratio, LabelledVector levels, LabelledVector netProduct) {

    /**
     * The standard net product as numéraire.
     *
     * @return the basket costs 1
     */
    public Numeraire numeraire() {
        return Numeraire.basket(netProduct);
    }

    /** R, and the levels of the basic products. */
    @Override
    public String toString() {
        return "Standard ratio " + ratio + "\n" + levels + "\n" + netProduct;
    }
}
