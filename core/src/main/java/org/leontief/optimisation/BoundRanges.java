package org.leontief.optimisation;

import org.leontief.optimisation.SensitivityRanges.Range;

/**
 * Within which heights of each bound the prices of an optimal solution hold, all other numbers as they are: there the plan
 * changes linearly with the bound, and the objective by its price.
 */
public interface BoundRanges {

    /**
     * Within which l_i the prices hold.
     *
     * @param row i, from 0
     * @return for a row that is not held by its lower bound, everything up to its value
     */
    Range rowLower(int row);

    /**
     * Within which u_i the prices hold.
     *
     * @param row i, from 0
     * @return for a row that is not held by its upper bound, everything from its value on
     */
    Range rowUpper(int row);

    /**
     * Within which least x_j the prices hold.
     *
     * @param column j, from 0
     * @return for a column that is not held by its lower bound, everything up to its value
     */
    Range columnLower(int column);

    /**
     * Within which largest x_j the prices hold.
     *
     * @param column j, from 0
     * @return for a column that is not held by its upper bound, everything from its value on
     */
    Range columnUpper(int column);
}
