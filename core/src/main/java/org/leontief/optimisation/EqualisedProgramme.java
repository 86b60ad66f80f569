package org.leontief.optimisation;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * min c·x, l ≤ M x ≤ u, lower ≤ x ≤ upper with rows and columns on one scale: M' = D M E, where ten rounds of Ruiz bring the
 * largest entries of rows and columns to 1, one of Pock and Chambolle takes the sums, and c and the bounds are brought to norm 1.
 * The arrays are read in inner loops and written only where they are made.
 */
final class EqualisedProgramme {

    private static final int RUIZ_ROUNDS = 10;
    private static final int POWER_ROUNDS = 40;

    final int rows;
    final int columns;
    final CompressedMatrix byColumn;
    final CompressedMatrix byRow;
    final double[] cost;
    final double[] rowLower;
    final double[] rowUpper;
    final double[] lower;
    final double[] upper;
    private final double[] rowScale;
    private final double[] columnScale;
    private double rightUnit;
    private double costUnit;
    private final double sign;

    EqualisedProgramme(LinearProgramme programme) {
        rows = programme.rows();
        columns = programme.columns();
        sign = programme.sense() == Sense.MAXIMISE ? -1 : 1;
        DMatrixSparseCSC matrix = programme.matrix().toSparse();
        double[] value = matrix.nz_values;
        rowScale = new double[rows];
        columnScale = new double[columns];
        Arrays.fill(rowScale, 1);
        Arrays.fill(columnScale, 1);
        CompressedMatrix scaled = new CompressedMatrix(matrix.col_idx, matrix.nz_rows, value);
        for (int round = 0; round < RUIZ_ROUNDS; round++) {
            scale(scaled, true);
        }
        scale(scaled, false);
        byColumn = scaled;
        byRow = scaled.transposed(rows);
        cost = new double[columns];
        lower = new double[columns];
        upper = new double[columns];
        rowLower = new double[rows];
        rowUpper = new double[rows];
        fill(programme);
    }

    /** Divides rows and columns by the roots of their largest entries, or of the sums of their absolute values. */
    private void scale(CompressedMatrix m, boolean byLargest) {
        double[] ofRow = new double[rows];
        double[] ofColumn = new double[columns];
        for (int j = 0; j < columns; j++) {
            for (int p = m.start()[j]; p < m.start()[j + 1]; p++) {
                double size = Math.abs(m.value()[p]);
                int i = m.index()[p];
                ofRow[i] = byLargest ? Math.max(ofRow[i], size) : ofRow[i] + size;
                ofColumn[j] = byLargest ? Math.max(ofColumn[j], size) : ofColumn[j] + size;
            }
        }
        toFactors(ofRow, rowScale);
        toFactors(ofColumn, columnScale);
        for (int j = 0; j < columns; j++) {
            for (int p = m.start()[j]; p < m.start()[j + 1]; p++) {
                m.value()[p] *= ofRow[m.index()[p]] * ofColumn[j];
            }
        }
    }

    private static void toFactors(double[] sizes, double[] scale) {
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = sizes[k] > 0 ? 1 / Math.sqrt(sizes[k]) : 1;
            scale[k] *= sizes[k];
        }
    }

    private void fill(LinearProgramme programme) {
        for (int j = 0; j < columns; j++) {
            cost[j] = sign * programme.objective(j) * columnScale[j];
            lower[j] = programme.columnLower(j) / columnScale[j];
            upper[j] = programme.columnUpper(j) / columnScale[j];
        }
        double right = 0;
        for (int i = 0; i < rows; i++) {
            rowLower[i] = programme.rowLower(i) * rowScale[i];
            rowUpper[i] = programme.rowUpper(i) * rowScale[i];
            right += square(larger(rowLower[i], rowUpper[i]));
        }
        for (int j = 0; j < columns; j++) {
            right += square(larger(lower[j], upper[j]));
        }
        costUnit = 1 / (1e-12 + norm(cost));
        rightUnit = 1 / (1e-12 + Math.sqrt(right));
        costUnit = costUnit > 1e11 ? 1 : costUnit;
        rightUnit = rightUnit > 1e11 ? 1 : rightUnit;
        multiply(cost, costUnit);
        multiply(lower, rightUnit);
        multiply(upper, rightUnit);
        multiply(rowLower, rightUnit);
        multiply(rowUpper, rightUnit);
    }

    private static double larger(double a, double b) {
        double first = Double.isInfinite(a) ? 0 : Math.abs(a);
        double second = Double.isInfinite(b) ? 0 : Math.abs(b);
        return Math.max(first, second);
    }

    private static double square(double value) {
        return value * value;
    }

    private static void multiply(double[] values, double factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= factor;
        }
    }

    static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** ‖M'‖₂ by powers, from below; callers leave room. */
    double largestSingularValue() {
        double[] x = new double[columns];
        for (int j = 0; j < columns; j++) {
            x[j] = 1 + ((j * 0x9E3779B1) >>> 8) * 0x1p-24;
        }
        double size = 0;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            multiply(x, 1 / Math.max(Double.MIN_NORMAL, norm(x)));
            double[] y = new double[rows];
            for (int i = 0; i < rows; i++) {
                y[i] = byRow.dot(i, x);
            }
            for (int j = 0; j < columns; j++) {
                x[j] = byColumn.dot(j, y);
            }
            size = Math.sqrt(norm(x));
        }
        return size;
    }

    /** x in the units of the programme. */
    double[] outwardColumns(double[] x) {
        double[] outward = new double[columns];
        for (int j = 0; j < columns; j++) {
            outward[j] = x[j] * columnScale[j] / rightUnit;
        }
        return outward;
    }

    /** Prices in the units and in the sign convention of the programme. */
    double[] outwardRows(double[] y) {
        double[] outward = new double[rows];
        for (int i = 0; i < rows; i++) {
            outward[i] = sign * y[i] * rowScale[i] / costUnit;
        }
        return outward;
    }
}
