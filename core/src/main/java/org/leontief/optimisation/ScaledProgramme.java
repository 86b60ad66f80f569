package org.leontief.optimisation;

import org.ejml.data.DMatrixSparseCSC;

/**
 * A programme as the simplex methods work on it: min c·x subject to [M, −I] x = 0 and l ≤ x ≤ u, scaled. Its variables are the
 * columns of the programme and behind them the values of its rows, so that a bound is a bound, whatever it belongs to.
 */
final class ScaledProgramme {

    final int rows;
    /** How many of the variables are columns; variable columns + i is the value of row i. */
    final int columns;

    final CompressedMatrix byColumn;
    final CompressedMatrix byRow;
    final double[] cost;
    final double[] lower;
    final double[] upper;

    private final Scaling scaling;
    private final double sign;

    ScaledProgramme(LinearProgramme programme) {
        rows = programme.rows();
        columns = programme.columns();
        sign = programme.sense() == Sense.MAXIMISE ? -1 : 1;
        DMatrixSparseCSC matrix = programme.matrix().toSparse();
        CompressedMatrix given = new CompressedMatrix(matrix.col_idx, matrix.nz_rows, matrix.nz_values);
        scaling = Scaling.of(programme, given, given.transposed(rows));
        for (int j = 0; j < columns; j++) {
            for (int p = given.start()[j]; p < given.start()[j + 1]; p++) {
                given.value()[p] *= scaling.column[j] * scaling.row[given.index()[p]];
            }
        }
        byColumn = given;
        byRow = given.transposed(rows);
        cost = new double[columns + rows];
        lower = new double[columns + rows];
        upper = new double[columns + rows];
        for (int j = 0; j < columns; j++) {
            cost[j] = sign * programme.objective(j) * scaling.column[j] / scaling.price;
            lower[j] = programme.columnLower(j) / unit(j);
            upper[j] = programme.columnUpper(j) / unit(j);
        }
        for (int i = 0; i < rows; i++) {
            lower[columns + i] = programme.rowLower(i) / unit(columns + i);
            upper[columns + i] = programme.rowUpper(i) / unit(columns + i);
        }
    }

    /** How many variables, values of rows included. */
    int variables() {
        return columns + rows;
    }

    /** What one unit of a scaled variable is in the programme's own. */
    private double unit(int variable) {
        return variable < columns
                ? scaling.column[variable] * scaling.quantity
                : scaling.quantity / scaling.row[variable - columns];
    }

    /** The values of the columns in the programme's own units. */
    double[] unscaledColumns(double[] x) {
        double[] own = new double[columns];
        for (int j = 0; j < columns; j++) {
            own[j] = x[j] * unit(j);
        }
        return own;
    }

    /** A value of a variable in the programme's own unit. */
    double unscaledValue(int variable, double value) {
        return value * unit(variable);
    }

    /** A cost of a column in the programme's own unit and sense. */
    double unscaledCost(int column, double value) {
        return sign * value * scaling.price / scaling.column[column];
    }

    /** A ray of the columns in the programme's own units, but for its length. */
    double[] unscaledRay(double[] ray) {
        double[] own = new double[columns];
        for (int j = 0; j < columns; j++) {
            own[j] = ray[j] * scaling.column[j];
        }
        return own;
    }

    /** Prices of the rows in the programme's own units and sense. */
    double[] unscaledPrices(double[] y) {
        double[] own = new double[rows];
        for (int i = 0; i < rows; i++) {
            own[i] = sign * y[i] * scaling.row[i] * scaling.price;
        }
        return own;
    }

    /** Multipliers of the rows in the programme's own units, but for their size. */
    double[] unscaledMultipliers(double[] w) {
        double[] own = new double[rows];
        for (int i = 0; i < rows; i++) {
            own[i] = w[i] * scaling.row[i];
        }
        return own;
    }

    /** Adds a multiple of the column of a variable to a vector of rows. */
    void addColumn(double[] vector, int variable, double factor) {
        if (variable < columns) {
            byColumn.addTo(vector, variable, factor);
        } else {
            vector[variable - columns] -= factor;
        }
    }

    /** The inner product of the column of a variable with a vector of rows. */
    double dotColumn(int variable, double[] vector) {
        return variable < columns ? byColumn.dot(variable, vector) : -vector[variable - columns];
    }
}
