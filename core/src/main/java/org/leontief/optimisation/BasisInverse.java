package org.leontief.optimisation;

import java.util.Arrays;

/**
 * What solves with the basis of a simplex method: factors, and behind them one elementary matrix for each column that has been
 * exchanged since (the product form of the inverse: G. B. Dantzig and W. Orchard-Hays, Mathematical Tables and Other Aids
 * to Computation 8, 1954).
 */
final class BasisInverse {

    /** More exchanges than this let rounding grow, whatever they cost. */
    private static final int MOST_EXCHANGES = 200;

    private final ScaledProgramme programme;
    private final int rows;
    private BasisFactors factors;
    private final GrowingLines exchanges;
    private final int[] position;
    private final double[] pivot;
    private final double[] work;
    private long readByExchanges;

    /** Of the slack basis; {@link #factor} makes it that of another. */
    BasisInverse(ScaledProgramme programme) {
        this.programme = programme;
        rows = programme.rows;
        exchanges = new GrowingLines(MOST_EXCHANGES);
        position = new int[MOST_EXCHANGES];
        pivot = new double[MOST_EXCHANGES];
        work = new double[rows];
        int[] slacks = new int[rows];
        Arrays.setAll(slacks, i -> programme.columns + i);
        factors = BasisFactors.eliminate(matrix(slacks)).factors();
    }

    /**
     * Factors a basis afresh. Where it is singular, columns that depend on others are replaced by slacks.
     *
     * @param basic which variable is at which position; changed where it has to be
     * @return how many were replaced
     */
    int factor(int[] basic) {
        exchanges.clear();
        readByExchanges = 0;
        int replaced = 0;
        EliminationRecord record = BasisFactors.eliminate(matrix(basic));
        while (record.dependentPositions().length > 0) {
            int[] dependent = record.dependentPositions();
            for (int k = 0; k < dependent.length; k++) {
                basic[dependent[k]] = programme.columns + record.unusedRows()[k];
            }
            replaced += dependent.length;
            record = BasisFactors.eliminate(matrix(basic));
        }
        factors = record.factors();
        return replaced;
    }

    private CompressedMatrix matrix(int[] basic) {
        GrowingLines lines = new GrowingLines(rows);
        CompressedMatrix columns = programme.byColumn;
        for (int variable : basic) {
            lines.begin();
            if (variable >= programme.columns) {
                lines.add(variable - programme.columns, -1);
            } else {
                for (int p = columns.start()[variable]; p < columns.start()[variable + 1]; p++) {
                    lines.add(columns.index()[p], columns.value()[p]);
                }
            }
        }
        return lines.compressed();
    }

    /** How many columns have been exchanged since the last factorisation. */
    int exchanges() {
        return exchanges.lines();
    }

    /** Whether factoring afresh would cost less than going on. */
    boolean isWorthFactoring() {
        int count = exchanges.lines();
        // Least total of one factorisation and solves that grow: the growth so far has cost what the factorisation did.
        return count == MOST_EXCHANGES || readByExchanges > factors.work();
    }

    /**
     * Solves B x = b.
     *
     * @param b by row; destroyed
     * @param x by position; overwritten
     */
    void solve(double[] b, double[] x) {
        factors.solve(b, x);
        for (int k = 0; k < exchanges.lines(); k++) {
            double known = x[position[k]];
            if (known != 0) {
                known /= pivot[k];
                exchanges.addTo(x, k, -known);
                x[position[k]] = known;
            }
        }
        readByExchanges += exchanges.entries();
    }

    /**
     * Solves Bᵀ y = c.
     *
     * @param c by position; destroyed
     * @param y by row; overwritten
     */
    void solveTransposed(double[] c, double[] y) {
        for (int k = exchanges.lines() - 1; k >= 0; k--) {
            c[position[k]] = (c[position[k]] - exchanges.dot(k, c)) / pivot[k];
        }
        factors.solveTransposed(c, y);
        readByExchanges += exchanges.entries();
    }

    /** Solves B x = the column of a variable. */
    void solveColumn(int variable, double[] x) {
        Arrays.fill(work, 0);
        programme.addColumn(work, variable, 1);
        solve(work, x);
    }

    /**
     * Another column takes a position.
     *
     * @param where the position
     * @param column B⁻¹ times the column that comes in, by position
     */
    void exchange(int where, double[] column) {
        int k = exchanges.lines();
        position[k] = where;
        pivot[k] = column[where];
        exchanges.begin();
        for (int i = 0; i < rows; i++) {
            if (column[i] != 0 && i != where) {
                exchanges.add(i, column[i]);
            }
        }
    }
}
