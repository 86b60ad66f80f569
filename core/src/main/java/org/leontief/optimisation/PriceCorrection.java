package org.leontief.optimisation;

import java.util.Arrays;
import java.util.Optional;
import org.leontief.solve.AccurateSum;

/**
 * Proves that there are prices within δ of given ones at which the reduced costs of some columns are exactly 0. For columns
 * without bounds nothing else would bound the objective, and rounded prices miss 0 by a little.
 *
 * <p>With S the coefficients of these columns in as many rows, chosen by elimination, S Δ = z has to be solved for Δ; for any
 * approximate inverse R with E = I − R S, ‖E‖ &lt; 1, there is one solution and |Δ| ≤ |R| |z| + |E| ‖Δ‖ (C. Jansson,
 * "Rigorous lower and upper bounds in linear programming", SIAM Journal on Optimization 14, 2004; S. M. Rump, "Verification
 * methods", Acta Numerica 19, 2010, section 10).
 */
final class PriceCorrection {

    /** The work grows with the cube. */
    static final int MOST_COLUMNS = 400;

    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double UPWARD = 1 + 0x1p-40;

    private final CompressedMatrix byColumn;
    private final int[] columns;
    private final int size;
    /** Transposed coefficients: row k for column k, one entry for each candidate row of the programme. */
    private final double[][] coefficient;

    private final int[] candidates;

    private PriceCorrection(CompressedMatrix byColumn, int[] columns, boolean[] mayChange) {
        this.byColumn = byColumn;
        this.columns = columns;
        size = columns.length;
        candidates = candidates(mayChange);
        coefficient = dense(candidates, mayChange.length);
    }

    /**
     * How far prices have to move at most.
     *
     * @param columns whose reduced costs shall be 0
     * @param reduced bounds of the absolute values of their reduced costs
     * @param mayChange for each row of the programme whether its price may move
     * @return δ for each row; empty if nothing could be proved
     */
    static Optional<double[]> bounds(CompressedMatrix byColumn, int[] columns, double[] reduced, boolean[] mayChange) {
        return new PriceCorrection(byColumn, columns, mayChange).solve(reduced, mayChange.length);
    }

    private int[] candidates(boolean[] mayChange) {
        boolean[] touched = new boolean[mayChange.length];
        for (int j : columns) {
            for (int p = byColumn.start()[j]; p < byColumn.start()[j + 1]; p++) {
                touched[byColumn.index()[p]] = mayChange[byColumn.index()[p]];
            }
        }
        int[] found = new int[mayChange.length];
        int count = 0;
        for (int i = 0; i < touched.length; i++) {
            if (touched[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private double[][] dense(int[] rows, int programmeRows) {
        int[] place = new int[programmeRows];
        Arrays.fill(place, -1);
        for (int c = 0; c < rows.length; c++) {
            place[rows[c]] = c;
        }
        double[][] entries = new double[size][rows.length];
        for (int k = 0; k < size; k++) {
            for (int p = byColumn.start()[columns[k]]; p < byColumn.start()[columns[k] + 1]; p++) {
                int c = place[byColumn.index()[p]];
                if (c >= 0) {
                    entries[k][c] = byColumn.value()[p];
                }
            }
        }
        return entries;
    }

    private Optional<double[]> solve(double[] reduced, int programmeRows) {
        int[] chosen = chooseRows();
        if (chosen.length < size) {
            return Optional.empty();
        }
        int[] rows = Arrays.stream(chosen).map(c -> candidates[c]).toArray();
        double[][] square = dense(rows, programmeRows);
        double[][] inverse = inverse(square);
        double[] defect = new double[size];
        double[] first = new double[size];
        for (int i = 0; i < size; i++) {
            defect[i] = defect(inverse[i], square, i);
            for (int k = 0; k < size; k++) {
                first[i] += Math.abs(inverse[i][k]) * reduced[k] * UPWARD;
            }
        }
        double contraction = Arrays.stream(defect).max().orElse(0);
        double largest = Arrays.stream(first).max().orElse(0);
        if (!(contraction < 0.5) || !Double.isFinite(largest)) {
            return Optional.empty();
        }
        double[] delta = new double[programmeRows];
        for (int i = 0; i < size; i++) {
            delta[rows[i]] = (first[i] + defect[i] * largest / (1 - contraction)) * UPWARD + Double.MIN_NORMAL;
        }
        return Optional.of(delta);
    }

    /** Places of candidates in which elimination with complete choice within each line finds its pivots. */
    private int[] chooseRows() {
        double[][] work = new double[size][];
        Arrays.setAll(work, k -> coefficient[k].clone());
        int[] chosen = new int[size];
        for (int k = 0; k < size; k++) {
            int best = -1;
            double most = SMALLEST_PIVOT;
            for (int c = 0; c < candidates.length; c++) {
                if (Math.abs(work[k][c]) > most) {
                    most = Math.abs(work[k][c]);
                    best = c;
                }
            }
            if (best < 0) {
                return new int[0];
            }
            chosen[k] = best;
            for (int other = k + 1; other < size; other++) {
                subtract(work[other], work[k], work[other][best] / work[k][best]);
                work[other][best] = 0;
            }
        }
        return chosen;
    }

    private static void subtract(double[] target, double[] row, double factor) {
        if (factor != 0) {
            for (int c = 0; c < row.length; c++) {
                target[c] -= factor * row[c];
            }
        }
    }

    /** By Gauss and Jordan with partial pivoting. Only approximate, which is enough. */
    private static double[][] inverse(double[][] square) {
        int size = square.length;
        double[][] work = new double[size][2 * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(square[i], 0, work[i], 0, size);
            work[i][size + i] = 1;
        }
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) {
                if (Math.abs(work[i][k]) > Math.abs(work[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = work[pivot];
            work[pivot] = work[k];
            work[k] = row;
            double reciprocal = 1 / row[k];
            for (int c = 0; c < row.length; c++) {
                row[c] *= reciprocal;
            }
            for (int i = 0; i < size; i++) {
                if (i != k) {
                    subtract(work[i], row, work[i][k]);
                }
            }
        }
        double[][] inverse = new double[size][];
        Arrays.setAll(inverse, i -> Arrays.copyOfRange(work[i], size, 2 * size));
        return inverse;
    }

    /** Sum of the absolute values of a row of I − R S, rounded up. */
    private static double defect(double[] inverseRow, double[][] square, int i) {
        AccurateSum sum = new AccurateSum();
        double total = 0;
        for (int c = 0; c < square.length; c++) {
            sum.reset();
            sum.add(i == c ? 1 : 0);
            for (int k = 0; k < square.length; k++) {
                sum.addProduct(-inverseRow[k], square[k][c]);
            }
            double magnitude = sum.magnitude();
            total = Double.isNaN(magnitude) ? Double.POSITIVE_INFINITY : Math.nextUp(total + magnitude);
        }
        return total;
    }
}
