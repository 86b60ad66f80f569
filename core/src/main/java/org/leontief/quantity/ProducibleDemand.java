package org.leontief.quantity;

import org.leontief.label.LabelledVector;
import org.leontief.technology.TechnicalCoefficients;

/** A final demand that the industries of an economy can be asked for. */
final class ProducibleDemand {

    private ProducibleDemand() {}

    /** The demand in the order of the industries; refused if it asks for what nobody can make. */
    static LabelledVector of(TechnicalCoefficients coefficients, LabelledVector demand) {
        LabelledVector aligned = demand.alignedTo(coefficients.industries(), coefficients.units())
                .named("Final demand");
        for (int i = 0; i < aligned.size(); i++) {
            if (aligned.at(i) != 0 && !coefficients.hasRecipe(i)) {
                throw new IllegalArgumentException("Final demand for '"
                        + coefficients.industries().get(i) + "' is "
                        + aligned.at(i) + ", but the table holds no recipe for it: it is empty there. Demand nothing of"
                        + " it, or build the coefficients with ZeroOutputPolicy.EMPTY_RECIPE.");
            }
        }
        return aligned;
    }
}
