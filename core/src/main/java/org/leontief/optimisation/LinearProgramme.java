package org.leontief.optimisation;

import java.util.Objects;
import org.leontief.solve.SparseMatrix;

/**
 * A linear programme: max or min c·x subject to l ≤ M x ≤ u and lower ≤ x ≤ upper. Bounds may be infinite; equal bounds
 * make an equation of a row and fix a column. Immutable, knows no labels.
 */
public final class LinearProgramme {

    private final Sense sense;
    private final double[] objective;
    private final SparseMatrix matrix;
    private final double[] rowLower;
    private final double[] rowUpper;
    private final double[] columnLower;
    private final double[] columnUpper;

    private LinearProgramme(
            Sense sense,
            double[] objective,
            SparseMatrix matrix,
            double[] rowLower,
            double[] rowUpper,
            double[] columnLower,
            double[] columnUpper) {
        this.sense = sense;
        this.objective = objective;
        this.matrix = matrix;
        this.rowLower = rowLower;
        this.rowUpper = rowUpper;
        this.columnLower = columnLower;
        this.columnUpper = columnUpper;
    }

    /**
     * A programme from its parts, which are copied.
     *
     * @param sense which way the objective is wanted
     * @param objective c, one number for each column; finite
     * @param matrix M, rows × columns
     * @param rowLower l; −∞ where there is none
     * @param rowUpper u; +∞ where there is none
     * @param columnLower least x; −∞ where there is none
     * @param columnUpper largest x; +∞ where there is none
     * @return the programme
     * @throws IllegalArgumentException if sizes do not fit, a number is NaN, or a lower bound is above its upper one or is
     *     +∞, or an upper one −∞; with the place
     */
    public static LinearProgramme of(
            Sense sense,
            double[] objective,
            SparseMatrix matrix,
            double[] rowLower,
            double[] rowUpper,
            double[] columnLower,
            double[] columnUpper) {
        requireSize("objective", objective, matrix.columns(), "columns");
        for (int j = 0; j < objective.length; j++) {
            if (!Double.isFinite(objective[j])) {
                throw new IllegalArgumentException(
                        "The objective of column " + j + " is " + objective[j] + "; it must be finite.");
            }
        }
        requireBounds("row", rowLower, rowUpper, matrix.rows());
        requireBounds("column", columnLower, columnUpper, matrix.columns());
        return new LinearProgramme(
                Objects.requireNonNull(sense, "sense"),
                objective.clone(),
                matrix,
                rowLower.clone(),
                rowUpper.clone(),
                columnLower.clone(),
                columnUpper.clone());
    }

    /**
     * The same limits with another objective.
     *
     * @param newSense which way it is wanted
     * @param newObjective one number for each column; finite
     * @return another programme, which shares what is the same
     * @throws IllegalArgumentException as for {@link #of}
     */
    public LinearProgramme withObjective(Sense newSense, double[] newObjective) {
        return of(newSense, newObjective, matrix, rowLower, rowUpper, columnLower, columnUpper);
    }

    /**
     * The same with other bounds of one row.
     *
     * @param row i, from 0
     * @param lower l_i, or −∞
     * @param upper u_i, or +∞
     * @return another programme, which shares what is the same
     * @throws IllegalArgumentException as for {@link #of}
     */
    public LinearProgramme withRowBounds(int row, double lower, double upper) {
        return of(
                sense,
                objective,
                matrix,
                replaced(rowLower, row, lower),
                replaced(rowUpper, row, upper),
                columnLower,
                columnUpper);
    }

    /**
     * The same with other bounds of one column.
     *
     * @param column j, from 0
     * @param lower least x_j, or −∞
     * @param upper largest x_j, or +∞
     * @return another programme, which shares what is the same
     * @throws IllegalArgumentException as for {@link #of}
     */
    public LinearProgramme withColumnBounds(int column, double lower, double upper) {
        return of(
                sense,
                objective,
                matrix,
                rowLower,
                rowUpper,
                replaced(columnLower, column, lower),
                replaced(columnUpper, column, upper));
    }

    private static double[] replaced(double[] values, int place, double value) {
        double[] changed = values.clone();
        changed[place] = value;
        return changed;
    }

    private static void requireSize(String what, double[] values, int size, String of) {
        if (values.length != size) {
            throw new IllegalArgumentException(
                    what + " has " + values.length + " numbers for " + size + " " + of + ".");
        }
    }

    private static void requireBounds(String what, double[] lower, double[] upper, int size) {
        requireSize(what + "Lower", lower, size, what + "s");
        requireSize(what + "Upper", upper, size, what + "s");
        requireIntervals(what, lower, upper);
    }

    /** Each pair of bounds must hold a number; they are as many. */
    static void requireIntervals(String what, double[] lower, double[] upper) {
        for (int i = 0; i < lower.length; i++) {
            boolean isInterval = lower[i] <= upper[i]
                    && lower[i] != Double.POSITIVE_INFINITY
                    && upper[i] != Double.NEGATIVE_INFINITY;
            if (!isInterval) {
                throw new IllegalArgumentException("The bounds of " + what + " " + i + " are [" + lower[i] + ", "
                        + upper[i] + "], which holds no number.");
            }
        }
    }

    /**
     * Which way the objective is wanted.
     *
     * @return maximise or minimise
     */
    public Sense sense() {
        return sense;
    }

    /**
     * How many rows.
     *
     * @return rows of M
     */
    public int rows() {
        return matrix.rows();
    }

    /**
     * How many columns, that is, variables.
     *
     * @return columns of M
     */
    public int columns() {
        return matrix.columns();
    }

    /**
     * M.
     *
     * @return rows × columns
     */
    public SparseMatrix matrix() {
        return matrix;
    }

    /**
     * c_j.
     *
     * @param column j, from 0
     * @return what a unit of the column adds to the objective
     */
    public double objective(int column) {
        return objective[column];
    }

    /**
     * l_i.
     *
     * @param row i, from 0
     * @return the least value of the row, or −∞
     */
    public double rowLower(int row) {
        return rowLower[row];
    }

    /**
     * u_i.
     *
     * @param row i, from 0
     * @return the largest value of the row, or +∞
     */
    public double rowUpper(int row) {
        return rowUpper[row];
    }

    /**
     * The least x_j.
     *
     * @param column j, from 0
     * @return the bound, or −∞
     */
    public double columnLower(int column) {
        return columnLower[column];
    }

    /**
     * The largest x_j.
     *
     * @param column j, from 0
     * @return the bound, or +∞
     */
    public double columnUpper(int column) {
        return columnUpper[column];
    }

    /** Its size. */
    @Override
    public String toString() {
        return "LinearProgramme[" + sense + ", " + rows() + " rows, " + columns() + " columns, " + matrix.nonZeros()
                + " coefficients]";
    }
}
