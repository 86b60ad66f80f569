package org.leontief.value;

import java.util.Arrays;
import java.util.List;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** Matrices of inputs in the order of an economy, their sums and their parts. */
final class MatrixParts {

    /** How an entry of a sum is rounded. */
    enum Rounding {
        /** To the nearest. */
        NEAREST,
        /** To a number that the exact entry is not above. */
        UP,
        /** To a number that the exact entry is not below. */
        DOWN
    }

    private MatrixParts() {}

    /** A + f B, for two matrices of one shape. */
    static SparseMatrix sum(SparseMatrix a, double f, SparseMatrix b, Rounding rounding) {
        SparseColumnsBuilder sum = SparseMatrix.byColumns(a.rows(), a.columns(), (long) a.nonZeros() + b.nonZeros());
        double[] dense = new double[a.rows()];
        int[] touched = new int[a.rows()];
        boolean[] seen = new boolean[a.rows()];
        int[] count = new int[1];
        for (int j = 0; j < a.columns(); j++) {
            count[0] = 0;
            a.forEachInColumn(j, (i, column, value) -> {
                dense[i] = value;
                seen[i] = true;
                touched[count[0]++] = i;
            });
            b.forEachInColumn(j, (i, column, value) -> {
                dense[i] = rounded(dense[i], f, value, rounding);
                if (!seen[i]) {
                    touched[count[0]++] = i;
                }
            });
            Arrays.sort(touched, 0, count[0]);
            int[] rows = Arrays.copyOf(touched, count[0]);
            double[] values = Arrays.stream(rows).mapToDouble(i -> dense[i]).toArray();
            sum.appendColumn(rows, values, rows.length);
            for (int i : rows) {
                dense[i] = 0;
                seen[i] = false;
            }
        }
        return sum.build();
    }

    private static double rounded(double a, double f, double b, Rounding rounding) {
        double sum = Math.fma(f, b, a);
        return switch (rounding) {
            case NEAREST -> sum;
            case UP -> Math.nextUp(sum);
            case DOWN -> Math.max(0, Math.nextDown(sum));
        };
    }

    /** Rows and columns in the order given; rows that are not given are left out. */
    static SparseMatrix part(SparseMatrix a, int[] rows, int[] columns) {
        int[] place = new int[a.rows()];
        Arrays.fill(place, -1);
        for (int k = 0; k < rows.length; k++) {
            place[rows[k]] = k;
        }
        SparseMatrixBuilder part = SparseMatrix.builder(rows.length, columns.length);
        for (int k = 0; k < columns.length; k++) {
            int column = k;
            a.forEachInColumn(columns[k], (i, j, value) -> {
                if (place[i] >= 0) {
                    part.add(place[i], column, value);
                }
            });
        }
        return part.build();
    }

    /** A + B + …, entry by entry, from left to right. */
    static SparseMatrix sum(List<SparseMatrix> matrices) {
        SparseMatrix sum = matrices.get(0);
        for (SparseMatrix next : matrices.subList(1, matrices.size())) {
            sum = sum(sum, 1, next, Rounding.NEAREST);
        }
        return sum;
    }

    /** How far the entries of {@link #sum(List)} may be from those of the exact sum; no entry where nothing was rounded. */
    static SparseMatrix sumErrors(List<SparseMatrix> matrices) {
        int n = matrices.get(0).rows();
        int columns = matrices.get(0).columns();
        SparseMatrixBuilder errors = SparseMatrix.builder(n, columns);
        double[] sum = new double[n];
        double[] error = new double[n];
        for (int j = 0; j < columns; j++) {
            int column = j;
            for (SparseMatrix matrix : matrices) {
                matrix.forEachInColumn(j, (i, k, value) -> {
                    double next = sum[i] + value;
                    double shifted = next - sum[i];
                    double lost = (sum[i] - (next - shifted)) + (value - shifted);
                    error[i] = lost == 0 ? error[i] : Math.nextUp(error[i] + Math.abs(lost));
                    sum[i] = next;
                });
            }
            for (SparseMatrix matrix : matrices) {
                matrix.forEachInColumn(j, (i, k, value) -> {
                    if (error[i] > 0) {
                        errors.add(i, column, error[i]);
                    }
                    error[i] = 0;
                    sum[i] = 0;
                });
            }
        }
        return errors.build();
    }

    /**
     * Inputs per unit of output in the order of an economy, joined by label. Rows may be some of the products, and the others
     * are 0; columns must be all industries; units must match.
     */
    static SparseMatrix aligned(LabelledMatrix inputs, TechnicalCoefficients economy) {
        Labels products = economy.industries();
        int[] columns = inputs.columns().placesIn(products, "the columns of '" + inputs.name() + "'");
        int[] rows = new int[inputs.rows().size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = products.indexOf(inputs.rows().get(i));
            String unit = inputs.rowUnits().get(i);
            String wanted = economy.units().get(rows[i]);
            if (!unit.equals(wanted)) {
                throw new IllegalArgumentException("'" + inputs.name() + "' counts '"
                        + inputs.rows().get(i) + "' in " + unit + ", the economy in " + wanted
                        + ". Convert it first; units are never mixed silently.");
            }
        }
        SparseMatrixBuilder aligned = SparseMatrix.builder(products.size(), products.size());
        inputs.matrix().forEach((i, j, value) -> aligned.add(rows[i], columns[j], value));
        return aligned.build();
    }

    static void requireNotNegative(String what, SparseMatrix matrix, Labels products) {
        matrix.forEach((i, j, value) -> {
            if (value < 0) {
                throw new IllegalArgumentException(
                        what + " has " + value + " of '" + products.get(i) + "' in '"
                                + products.get(j)
                                + "'. A negative input is a product made jointly, and with joint products prices"
                                + " of production and values can be negative or have no meaning. Separate the by-product first.");
            }
        });
    }
}
