package org.leontief.resource;

import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/**
 * One thing of which there is only so much: r·x + e·d ≤ b. Made by {@link Resources}, which knows the industries. Immutable.
 *
 * <p>x, d: n, gross outputs and final deliveries; r, e: n, use per unit of each; b in the unit of the resource. A negative
 * coefficient is what an industry or a delivery adds to the resource: forests to a carbon budget, exports to foreign exchange.
 */
public final class Resource {

    private final String name;
    private final String unit;
    private final Labels industries;
    private final Units productUnits;

    /** r and e, each as the one column of an n × 1 matrix: ten thousand capacities take ten thousand numbers, not their square. */
    private final SparseMatrix output;

    private final SparseMatrix finalDemand;
    private final double available;

    Resource(
            String name,
            String unit,
            Labels industries,
            Units productUnits,
            SparseMatrix output,
            SparseMatrix finalDemand,
            double available) {
        this.name = name;
        this.unit = unit;
        this.industries = industries;
        this.productUnits = productUnits;
        this.output = output;
        this.finalDemand = finalDemand;
        this.available = available;
    }

    Resource usedByFinalDemand(SparseMatrix perUnit) {
        return new Resource(name, unit, industries, productUnits, output, perUnit, available);
    }

    Resource available(double amount) {
        return new Resource(name, unit, industries, productUnits, output, finalDemand, amount);
    }

    /**
     * What it is called in checks, limits and prices.
     *
     * @return such as "Employment" or "Capacity of Steel"
     */
    public String name() {
        return name;
    }

    /**
     * What it is counted in.
     *
     * @return such as "hours"
     */
    public String unit() {
        return unit;
    }

    /**
     * b: how much there is.
     *
     * @return in its unit, at least 0
     */
    public double available() {
        return available;
    }

    /**
     * r: use per unit of output.
     *
     * @return by industry, in its unit per unit of the product
     */
    public LabelledVector perUnitOfOutput() {
        return labelled(output);
    }

    /**
     * e: use per unit of final delivery, beside what making it uses.
     *
     * @return by product, in its unit per unit of the product
     */
    public LabelledVector perUnitOfFinalDemand() {
        return labelled(finalDemand);
    }

    private LabelledVector labelled(SparseMatrix column) {
        return LabelledVector.of(name, industries, Units.of(unit).per(productUnits), column.rowSums());
    }

    /** r without its zeros, n × 1. */
    SparseMatrix output() {
        return output;
    }

    /** e without its zeros, n × 1. */
    SparseMatrix finalDemand() {
        return finalDemand;
    }

    /** Name, amount, unit. */
    @Override
    public String toString() {
        return name + " ≤ " + NumberText.of(available) + " " + unit;
    }
}
