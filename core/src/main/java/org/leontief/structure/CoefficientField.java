package org.leontief.structure;

import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/**
 * The field of influence of one coefficient a_ij: F = L e_i e_j' L, what a unit of it does to every entry of L = (I − A)⁻¹ to
 * first order. F has rank one, so that it is kept as two vectors. Source: M. Sonis and G. J. D. Hewings, "Error and sensitivity
 * input-output analysis: a new approach" (1989); Miller and Blair 2009, section 12.3.
 *
 * @param input i, the product used
 * @param product j, the product made
 * @param column L e_i
 * @param row e_j' L
 */
public record CoefficientField(Label input, Label product, BoundedVector column, BoundedVector row) {

    /**
     * f_kl = l_ki l_jl.
     *
     * @param producer k
     * @param demanded l
     * @return how much l_kl rises per unit of a_ij, to first order
     * @throws org.leontief.label.UnknownLabelException if one of them is not known, with the nearest
     */
    public Bounded of(String producer, String demanded) {
        Labels industries = column.labels();
        return Bounded.of(column, industries.indexOf(producer)).times(Bounded.of(row, industries.indexOf(demanded)));
    }

    /**
     * What a change of a_ij does to l_kl exactly: f_kl δ / (1 − δ l_ji).
     *
     * @param producer k
     * @param demanded l
     * @param change δ
     * @return by how much l_kl rises
     * @throws IllegalArgumentException if the economy is not viable with the change, or it cannot be told
     */
    public Bounded change(String producer, String demanded, double change) {
        return of(producer, demanded).times(factor(change));
    }

    private Bounded factor(double change) {
        return factor(input, product, Bounded.of(column, column.labels().indexOf(product)), change);
    }

    /** δ / (1 − δ l_ji), by Sherman and Morrison. */
    static Bounded factor(Label input, Label product, Bounded back, double change) {
        Bounded left = Bounded.exact(1).minus(Bounded.exact(change).times(back));
        if (!(left.value() > 0)) {
            throw new IllegalArgumentException("If the coefficient of '" + input + "' in '" + product + "' rises by "
                    + change + ", no outputs meet the demand: it may rise by less than " + 1 / back.value() + ".");
        }
        return Bounded.exact(change).overOrUncertified(left);
    }

    /**
     * The sum of all entries, (1' L)_i (L 1)_j: how strong the field is.
     *
     * @return with its bound
     * @throws IllegalStateException if the products are in different units
     */
    public Bounded strength() {
        return Bounded.totalOf(column).times(Bounded.totalOf(row));
    }
}
