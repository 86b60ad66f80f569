package org.leontief.structure;

import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.Label;

/**
 * What one technical coefficient a_ij means for the total of all industries.
 *
 * @param input i, the product used
 * @param product j, the product made
 * @param coefficient a_ij; 0 where i is not used
 * @param perUnit m_i x_j: by how much the total rises per unit by which a_ij does, to first order
 * @param elasticity a_ij m_i x_j over the total: per cent by which the total rises per per cent of a_ij, to first order
 */
public record Influence(Label input, Label product, double coefficient, Bounded perUnit, double elasticity) {

    /** The cell, its coefficient and its elasticity. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "'%s' in '%s' (%.6g): elasticity %.4g", input, product, coefficient, elasticity);
    }
}
