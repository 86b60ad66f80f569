package org.leontief.value;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveReport;

/**
 * One row of labour: what goes in directly, and what is in a unit of every product.
 *
 * @param name of the grade, or of the total
 * @param unit such as "hours"
 * @param direct l, which carries a bound where it was weighted by computed weights
 * @param perUnit λ over the industries
 * @param everywhere λ over all sectors of the system
 * @param report of the solver
 * @param certification what the bounds rest on
 */
record ValuedRow(
        String name,
        String unit,
        BoundedVector direct,
        BoundedVector perUnit,
        BoundedVector everywhere,
        SolveReport report,
        String certification) {

    static ValuedRow of(String name, String unit, BoundedVector direct, Labels sectors, EnclosedSolution solution) {
        int n = direct.labels().size();
        BoundedVector everywhere = BoundedVector.of(
                LabelledVector.of(name, sectors, Units.of(unit), Arrays.copyOf(solution.values(), sectors.size())),
                Arrays.copyOf(solution.bounds(), sectors.size()));
        BoundedVector perUnit = BoundedVector.of(
                LabelledVector.of(name, direct.labels(), direct.values().units(), Arrays.copyOf(solution.values(), n)),
                Arrays.copyOf(solution.bounds(), n));
        return new ValuedRow(name, unit, direct, perUnit, everywhere, solution.report(), solution.certification());
    }

    static BoundedVector exact(LabelledVector direct) {
        return BoundedVector.of(direct, new double[direct.size()]);
    }

    /** The value of a sector, industry or not. */
    Bounded of(String sector) {
        return Bounded.of(everywhere, everywhere.labels().indexOf(sector));
    }

    /** λ of the product at a place. */
    Bounded at(int product) {
        return Bounded.of(perUnit, product);
    }
}
