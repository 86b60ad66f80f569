package org.leontief.value;

import org.leontief.label.Bounded;
import org.leontief.label.LabelledVector;
import org.leontief.solve.SparseMatrix;

/**
 * How a unit of labour divides: necessary labour λ·b makes what those who work consume, the rest 1 − λ·b is surplus. Rate of
 * exploitation e = (1 − λ·b) / (λ·b).
 *
 * <p>Source: K. Marx, <em>Capital</em> I, ch. 9; M. Morishima, <em>Marx's Economics</em> (1973), ch. 5. Immutable.
 */
public final class Distribution {

    private final LabourValues values;
    private final Bounded necessary;

    private Distribution(LabourValues values, Bounded necessary) {
        this.values = values;
        this.necessary = necessary;
    }

    static Distribution of(LabourValues values, WageBundle wages) {
        return new Distribution(
                values,
                Bounded.dot(
                        values.perUnit(),
                        wages.perUnitOfLabour()
                                .alignedTo(values.industries(), values.economy().units())
                                .toArray()));
    }

    /**
     * λ·b: labour in what is consumed for a unit of labour, the value of labour power.
     *
     * @return a share of every unit of labour; above 1 if more is consumed than is performed
     */
    public Bounded necessary() {
        return necessary;
    }

    /**
     * 1 − λ·b.
     *
     * @return a share of every unit of labour; negative if more is consumed than is performed
     */
    public Bounded surplus() {
        return Bounded.exact(1).minus(necessary);
    }

    /**
     * e = (1 − λ·b) / (λ·b), also called the rate of surplus value.
     *
     * @return a pure number
     * @throws IllegalStateException if there is no labour in the bundle, so that the rate does not exist
     */
    public Bounded rateOfExploitation() {
        if (!(Math.abs(necessary.value()) > necessary.errorBound())) {
            throw new IllegalStateException("There is no labour in the bundle (λ·b = " + necessary
                    + "), so that there is no rate of exploitation.");
        }
        return surplus().over(necessary);
    }

    /**
     * What a unit of one product is composed of: c = λA, dead labour in the means of production, depreciation included;
     * v = λ·b l; and s = l − v.
     *
     * @param industry its name
     * @return in the unit of labour per unit of the product
     */
    public LabourComposition composition(String industry) {
        int j = values.industries().indexOf(industry);
        double[] one = new double[values.industries().size()];
        one[j] = 1;
        return composition(values.industries().get(j).toString(), one);
    }

    /**
     * What a whole output is composed of.
     *
     * @param grossOutput joined by label
     * @return in the unit of labour
     */
    public LabourComposition composition(LabelledVector grossOutput) {
        return composition(
                grossOutput.name(),
                grossOutput
                        .alignedTo(values.industries(), values.economy().units())
                        .toArray());
    }

    private LabourComposition composition(String name, double[] outputs) {
        ValuedRow row = values.total();
        SparseMatrix a = values.equation().matrix();
        double[] used =
                a.multiply(BorderedMatrix.padded(outputs, values.equation().size()));
        Bounded dead = Bounded.dot(row.everywhere(), used);
        Bounded living = Bounded.dot(row.direct(), outputs);
        Bounded variable = living.times(necessary);
        return new LabourComposition(
                name,
                values.unit(),
                dead.value(),
                variable.value(),
                living.minus(variable).value());
    }

    /** Necessary and surplus labour in words. */
    @Override
    public String toString() {
        return "Of one of " + values.unit() + ", " + necessary.value() + " is necessary and "
                + surplus().value() + " surplus labour";
    }
}
