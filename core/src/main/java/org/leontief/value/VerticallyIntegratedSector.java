package org.leontief.value;

import java.util.Arrays;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * All that works and all that is used up, in every industry, for one unit of a final product j: its vertically integrated
 * labour v_j = l L e_j and its unit of vertically integrated productive capacity h_j = A L e_j.
 *
 * <p>Source: L. Pasinetti, "The notion of vertical integration in economic analysis", Metroeconomica 25 (1973), sections 4 to 6.
 *
 * @param product j
 * @param labour v_j, in the unit of labour
 * @param outputs L e_j: what every industry makes, in its unit, with bounds
 * @param productiveCapacity h_j = A L e_j: what is used up of every product, depreciation included
 */
public record VerticallyIntegratedSector(
        Label product, Bounded labour, BoundedVector outputs, LabelledVector productiveCapacity) {

    static VerticallyIntegratedSector of(ValuedRow row, LabourEquation equation, int product, SolveOptions options) {
        Labels industries = row.perUnit().labels();
        int n = industries.size();
        Units units = equation.economy().units();
        double[] demand = new double[equation.size()];
        demand[product] = 1;
        EnclosedSolution solution = equation.outputs(demand, options);
        BoundedSum labour = new BoundedSum();
        for (int i = 0; i < n; i++) {
            labour.addProduct(Bounded.of(row.direct(), i), solution.at(i));
        }
        String whose = "'" + industries.get(product) + "'";
        return new VerticallyIntegratedSector(
                industries.get(product),
                labour.total(),
                BoundedVector.of("Outputs for a unit of " + whose, industries, units, solution::at),
                LabelledVector.of(
                        "Used up for a unit of " + whose,
                        industries,
                        units,
                        Arrays.copyOf(equation.matrix().multiply(solution.values()), n)));
    }

    /** The labour and what is used up. */
    @Override
    public String toString() {
        return "Vertically integrated '" + product + "': labour " + labour + "\n" + productiveCapacity;
    }

    /**
     * The stocks of means of production that stand behind a unit of the product, K L e_j.
     *
     * @param stocks K: stock of the row's product per unit of output of the column's, products × industries
     * @return by product, in the unit of the stocks
     * @throws org.leontief.label.UnknownLabelException if the industries do not match
     */
    public LabelledVector stocks(LabelledMatrix stocks) {
        int[] places = stocks.columns().placesIn(outputs.labels(), "the outputs");
        double[] x = new double[places.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = outputs.at(places[j]);
        }
        SparseMatrix k = stocks.matrix();
        return LabelledVector.of(
                "Stocks for a unit of '" + product + "'", stocks.rows(), stocks.rowUnits(), k.multiply(x));
    }
}
