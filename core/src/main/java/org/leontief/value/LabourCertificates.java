package org.leontief.value;

import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.LabelledVector;

/**
 * Certificates of labour performed, which buy products at their labour values: a unit of work entitles to c units of labour in
 * products, and c / λ_j units of product j. They cannot circulate.
 *
 * <p>c = (individual consumption − support) / gross labour. Source: K. Marx, <em>Critique of the Gotha Programme</em> (1875),
 * part I; W. P. Cockshott and A. Cottrell, <em>Towards a New Socialism</em> (1993), ch. 2. Immutable.
 */
public final class LabourCertificates {

    private final LabourValues values;
    private final SocialAccount social;

    private LabourCertificates(LabourValues values, SocialAccount social) {
        this.values = values;
        this.social = social;
    }

    static LabourCertificates of(LabourValues values, SocialAccount social) {
        if (!social.unit().equals(values.unit())) {
            throw new IllegalArgumentException("The social account is in " + social.unit() + ", labour values in "
                    + values.unit() + ". Convert it first; units are never mixed silently.");
        }
        return new LabourCertificates(values, social);
    }

    /**
     * How much of a product a unit of work buys.
     *
     * @param product its name
     * @return units of the product, c / λ_j
     * @throws IllegalStateException if the product has no labour value above 0, and so no price in labour
     */
    public Bounded buys(String product) {
        return social.certificate().over(price(product));
    }

    /**
     * How much work a unit of a product takes to buy.
     *
     * @param product its name
     * @return λ_j / c, in the unit of labour
     * @throws IllegalStateException if certificates entitle to nothing
     */
    public Bounded workFor(String product) {
        requireEntitled();
        return price(product).over(social.certificate());
    }

    /**
     * How much work a basket takes to buy.
     *
     * @param basket joined by label
     * @return λ·basket / c, in the unit of labour
     * @throws IllegalStateException if certificates entitle to nothing
     */
    public Bounded workFor(LabelledVector basket) {
        requireEntitled();
        double[] amounts =
                basket.alignedTo(values.industries(), values.economy().units()).toArray();
        return Bounded.dot(values.perUnit(), amounts).over(social.certificate());
    }

    private Bounded price(String product) {
        int j = values.industries().indexOf(product);
        Bounded value = Bounded.of(values.perUnit(), j);
        if (!(value.value() > value.errorBound())) {
            throw new IllegalStateException("'" + product + "' has a labour value of " + value
                    + ", which is not above 0 for certain; certificates cannot buy it.");
        }
        return value;
    }

    private void requireEntitled() {
        if (social.certificatePerUnit() <= 0) {
            throw new IllegalStateException(
                    "Deductions leave nothing to those who work: no amount of work buys anything.");
        }
    }

    /** What a unit of work entitles to. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "A unit of labour (%s) worked entitles to products of %.6f",
                values.unit(),
                social.certificatePerUnit());
    }
}
