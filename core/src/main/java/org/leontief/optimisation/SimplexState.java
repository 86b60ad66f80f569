package org.leontief.optimisation;

import java.util.Arrays;
import org.leontief.optimisation.Basis.Place;

/**
 * Where a simplex method stands: a basis, the values x of all variables, which solve the equations, and their reduced costs
 * d. Bounds and costs may for a time differ from the programme's own, against degeneracy.
 */
final class SimplexState {

    private static final double DROPPED = 1e-14;
    /** A vector with more entries than this share is multiplied column by column. */
    private static final double DENSE_SHARE = 0.25;

    final ScaledProgramme programme;
    final int rows;
    final int variables;
    final double[] lower;
    final double[] upper;
    final double[] cost;
    final double[] x;
    final double[] d;
    final Place[] place;
    /** Which variable is at which position of the basis. */
    final int[] basic;

    final BasisInverse inverse;

    /** Row of B⁻¹ that belongs to the position that is left, by row of the programme. */
    final double[] inverseRow;
    /** The same row of B⁻¹ N, by variable; only what belongs to nonbasic variables has a meaning. */
    final double[] tableauRow;
    /** B⁻¹ times the column that comes in, by position. */
    final double[] tableauColumn;

    boolean costsDiffer;
    boolean boundsDiffer;

    private final double[] byPosition;
    private final double[] byRow;
    private int replaced;

    SimplexState(ScaledProgramme programme) {
        this.programme = programme;
        rows = programme.rows;
        variables = programme.variables();
        lower = programme.lower.clone();
        upper = programme.upper.clone();
        cost = programme.cost.clone();
        x = new double[variables];
        d = new double[variables];
        place = new Place[variables];
        basic = new int[rows];
        inverse = new BasisInverse(programme);
        inverseRow = new double[rows];
        tableauRow = new double[variables];
        tableauColumn = new double[rows];
        byPosition = new double[rows];
        byRow = new double[rows];
    }

    /** Begins with the values of the rows as basis. */
    void startWithSlacks() {
        for (int j = 0; j < programme.columns; j++) {
            rest(j, Place.LOWER);
        }
        for (int i = 0; i < rows; i++) {
            basic[i] = programme.columns + i;
            place[basic[i]] = Place.BASIC;
        }
    }

    /** Begins with a basis of before; where it has too few or too many basic variables, slacks mend it. */
    void startWith(Basis basis) {
        int count = 0;
        for (int j = 0; j < variables; j++) {
            Place wanted = j < programme.columns ? basis.column(j) : basis.row(j - programme.columns);
            if (wanted == Place.BASIC && count < rows) {
                basic[count++] = j;
                place[j] = Place.BASIC;
            } else {
                rest(j, wanted);
            }
        }
        for (int i = 0; count < rows; i++) {
            int slack = programme.columns + i;
            if (place[slack] != Place.BASIC) {
                basic[count++] = slack;
                place[slack] = Place.BASIC;
            }
        }
    }

    /** Makes a variable nonbasic, at the bound that is wanted if there is one. */
    void rest(int j, Place wanted) {
        boolean hasLower = Double.isFinite(lower[j]);
        boolean hasUpper = Double.isFinite(upper[j]);
        if (hasLower && (wanted != Place.UPPER || !hasUpper)) {
            place[j] = Place.LOWER;
            x[j] = lower[j];
        } else if (hasUpper) {
            place[j] = Place.UPPER;
            x[j] = upper[j];
        } else {
            place[j] = Place.FREE;
            x[j] = 0;
        }
    }

    /** Factors the basis afresh and computes all that depends on it. */
    void refactor() {
        int[] before = basic.clone();
        replaced += inverse.factor(basic);
        for (int k = 0; k < rows; k++) {
            if (basic[k] != before[k]) {
                rest(
                        before[k],
                        Math.abs(x[before[k]] - lower[before[k]]) <= Math.abs(x[before[k]] - upper[before[k]])
                                ? Place.LOWER
                                : Place.UPPER);
                place[basic[k]] = Place.BASIC;
            }
        }
        computeValues();
        computeReducedCosts();
    }

    /** How many columns of singular bases have had to be replaced so far. */
    int replaced() {
        return replaced;
    }

    /** x of the basic variables from those of the others. */
    void computeValues() {
        Arrays.fill(byRow, 0);
        for (int j = 0; j < variables; j++) {
            if (place[j] != Place.BASIC && x[j] != 0) {
                programme.addColumn(byRow, j, -x[j]);
            }
        }
        inverse.solve(byRow, byPosition);
        for (int k = 0; k < rows; k++) {
            x[basic[k]] = byPosition[k];
        }
    }

    /** d = c − Nᵀ y, Bᵀ y = c_B. */
    void computeReducedCosts() {
        for (int k = 0; k < rows; k++) {
            byPosition[k] = cost[basic[k]];
        }
        inverse.solveTransposed(byPosition, byRow);
        for (int j = 0; j < variables; j++) {
            d[j] = place[j] == Place.BASIC ? 0 : cost[j] - programme.dotColumn(j, byRow);
        }
    }

    /** How far a basic or nonbasic variable is below (negative) or above its bounds. */
    double violation(int j) {
        return x[j] < lower[j] ? x[j] - lower[j] : Math.max(0, x[j] - upper[j]);
    }

    /** What the bounds of a variable may be violated by. */
    double allowed(int j, double tolerance) {
        double bound = x[j] < lower[j] ? lower[j] : upper[j];
        return tolerance * (1 + Math.abs(bound));
    }

    /** Whether the bounds of all basic variables are kept. */
    boolean isPrimalFeasible(double tolerance) {
        for (int j : basic) {
            if (Math.abs(violation(j)) > allowed(j, tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** How much d_j has the wrong sign for where the variable rests; 0 if it has not. */
    double dualInfeasibility(int j) {
        if (place[j] == Place.BASIC || lower[j] == upper[j]) {
            return 0;
        }
        return switch (place[j]) {
            case LOWER -> Math.max(0, -d[j]);
            case UPPER -> Math.max(0, d[j]);
            default -> Math.abs(d[j]);
        };
    }

    /** Whether no nonbasic variable would make the objective better. */
    boolean isDualFeasible(double tolerance) {
        for (int j = 0; j < variables; j++) {
            if (dualInfeasibility(j) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** Row of B⁻¹ and of B⁻¹ N for one position. */
    void computeTableauRow(int position) {
        Arrays.fill(byPosition, 0);
        byPosition[position] = 1;
        inverse.solveTransposed(byPosition, inverseRow);
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (Math.abs(inverseRow[i]) < DROPPED) {
                inverseRow[i] = 0;
            } else {
                count++;
            }
        }
        if (count > DENSE_SHARE * rows) {
            for (int j = 0; j < programme.columns; j++) {
                tableauRow[j] = place[j] == Place.BASIC ? 0 : programme.byColumn.dot(j, inverseRow);
            }
        } else {
            Arrays.fill(tableauRow, 0, programme.columns, 0);
            for (int i = 0; i < rows; i++) {
                if (inverseRow[i] != 0) {
                    programme.byRow.addTo(tableauRow, i, inverseRow[i]);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            tableauRow[programme.columns + i] = -inverseRow[i];
        }
    }

    /** B⁻¹ times the column of a variable. */
    void computeTableauColumn(int variable) {
        inverse.solveColumn(variable, tableauColumn);
        for (int k = 0; k < rows; k++) {
            if (Math.abs(tableauColumn[k]) < DROPPED) {
                tableauColumn[k] = 0;
            }
        }
    }

    /** Moves a nonbasic variable, and the basic ones with it along the tableau column. */
    void move(int variable, double step) {
        if (step == 0) {
            return;
        }
        x[variable] += step;
        for (int k = 0; k < rows; k++) {
            if (tableauColumn[k] != 0) {
                x[basic[k]] -= step * tableauColumn[k];
            }
        }
    }

    /** d after the reduced cost of the entering variable has been brought to 0. */
    void updateReducedCosts(int position, int entering) {
        double step = d[entering] / tableauRow[entering];
        if (step != 0) {
            for (int j = 0; j < variables; j++) {
                if (place[j] != Place.BASIC && tableauRow[j] != 0) {
                    d[j] -= step * tableauRow[j];
                }
            }
        }
        d[entering] = 0;
        d[basic[position]] = -step;
    }

    /** Exchanges the variable at a position for another; where the leaving one rests is said. */
    void exchange(int position, int entering, Place leavingTo) {
        int leaving = basic[position];
        inverse.exchange(position, tableauColumn);
        basic[position] = entering;
        place[entering] = Place.BASIC;
        rest(leaving, leavingTo);
    }

    /** Changes a cost so that a reduced cost becomes what is wanted. */
    void shiftCost(int j, double wanted) {
        cost[j] += wanted - d[j];
        d[j] = wanted;
        costsDiffer = true;
    }

    /** The programme's own costs again. */
    void restoreCosts() {
        System.arraycopy(programme.cost, 0, cost, 0, variables);
        costsDiffer = false;
    }

    /** The programme's own bounds again; nonbasic variables return to them. */
    void restoreBounds() {
        System.arraycopy(programme.lower, 0, lower, 0, variables);
        System.arraycopy(programme.upper, 0, upper, 0, variables);
        for (int j = 0; j < variables; j++) {
            if (place[j] != Place.BASIC) {
                rest(j, place[j]);
            }
        }
        boundsDiffer = false;
    }

    /** Which variables are basic and where the others rest. */
    Basis basis() {
        return new Basis(
                Arrays.copyOf(place, programme.columns), Arrays.copyOfRange(place, programme.columns, variables));
    }
}
