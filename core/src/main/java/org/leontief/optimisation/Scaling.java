package org.leontief.optimisation;

import java.util.Arrays;

/**
 * Factors, all powers of two so that scaling rounds nothing, that bring the coefficients of a programme near 1: rows and
 * columns in turn are divided by the geometric mean of their smallest and largest coefficient. A. R. Curtis and J. K. Reid,
 * "On the automatic scaling of matrices for Gaussian elimination", J. Inst. Maths Applics 10 (1972), give the aim; the
 * alternation is the usual way to come near it.
 */
final class Scaling {

    private static final int PASSES = 6;

    /** No factor beyond 2^±400, so that products of three stay within the range of doubles. */
    private static final int LARGEST_EXPONENT = 400;

    /** Row i is multiplied by it. */
    final double[] row;
    /** Column j is multiplied by it: its variable is divided. */
    final double[] column;
    /** All variables and bounds are divided by it besides. */
    final double quantity;
    /** The objective is divided by it besides. */
    final double price;

    private Scaling(double[] row, double[] column, double quantity, double price) {
        this.row = row;
        this.column = column;
        this.quantity = quantity;
        this.price = price;
    }

    static Scaling of(LinearProgramme programme, CompressedMatrix columns, CompressedMatrix rows) {
        double[] row = new double[programme.rows()];
        double[] column = new double[programme.columns()];
        Arrays.fill(row, 1);
        Arrays.fill(column, 1);
        for (int pass = 0; pass < PASSES; pass++) {
            balance(rows, row, column);
            balance(columns, column, row);
        }
        return new Scaling(row, column, quantity(programme, row, column), price(programme, column));
    }

    private static void balance(CompressedMatrix lines, double[] factor, double[] other) {
        for (int i = 0; i < factor.length; i++) {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int p = lines.start()[i]; p < lines.start()[i + 1]; p++) {
                double size = Math.abs(lines.value()[p]) * other[lines.index()[p]];
                smallest = Math.min(smallest, size);
                largest = Math.max(largest, size);
            }
            if (largest > 0) {
                int exponent = Math.round((Math.getExponent(smallest) + Math.getExponent(largest)) / 2f);
                factor[i] = powerOfTwo(-exponent);
            }
        }
    }

    private static double powerOfTwo(int exponent) {
        return Math.scalb(1.0, Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
    }

    /** The geometric mean of the bounds that are neither 0 nor infinite. */
    private static double quantity(LinearProgramme programme, double[] row, double[] column) {
        long exponents = 0;
        long count = 0;
        for (int i = 0; i < row.length; i++) {
            double bound = size(programme.rowLower(i), programme.rowUpper(i)) * row[i];
            if (bound > 0) {
                exponents += Math.getExponent(bound);
                count++;
            }
        }
        for (int j = 0; j < column.length; j++) {
            double bound = size(programme.columnLower(j), programme.columnUpper(j)) / column[j];
            if (bound > 0) {
                exponents += Math.getExponent(bound);
                count++;
            }
        }
        return count == 0 ? 1 : powerOfTwo((int) (exponents / count));
    }

    /** The larger of two bounds that is finite; 0 if none is. */
    private static double size(double lower, double upper) {
        double below = Double.isInfinite(lower) ? 0 : Math.abs(lower);
        double above = Double.isInfinite(upper) ? 0 : Math.abs(upper);
        return Math.max(below, above);
    }

    private static double price(LinearProgramme programme, double[] column) {
        double largest = 0;
        for (int j = 0; j < column.length; j++) {
            largest = Math.max(largest, Math.abs(programme.objective(j)) * column[j]);
        }
        return largest == 0 || Double.isInfinite(largest) ? 1 : powerOfTwo(Math.getExponent(largest));
    }
}
