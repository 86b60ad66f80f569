package org.leontief.optimisation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.AccurateSum;

/**
 * What prices q of the rows prove of a programme, by weak duality: for every x within the bounds
 *
 * <p>c·x = Σ_i q_i (M x)_i + Σ_j z_j x_j ≤ Σ_i max(q_i l_i, q_i u_i) + Σ_j max(z_j lower_j, z_j upper_j), z = c − Mᵀ q.
 *
 * <p>Everything is rounded upward. Where z_j has the wrong sign for a bound that is infinite, a bound is used that follows
 * from the rows, if there is one: A. Neumaier and O. Shcherbina, "Safe bounds in linear and mixed-integer programming",
 * Mathematical Programming 99 (2004).
 */
final class DualBound {

    private final CompressedMatrix byColumn;
    private final CompressedMatrix byRow;
    private final double[] rowLower;
    private final double[] rowUpper;
    private final double[] columnLower;
    private final double[] columnUpper;
    private @Nullable ImpliedBounds implied;

    private final AccurateSum total = new AccurateSum();
    private final AccurateSum reduced = new AccurateSum();
    private double excess;
    private double wrongSign;

    DualBound(LinearProgramme programme, CompressedMatrix byColumn, CompressedMatrix byRow) {
        this.byColumn = byColumn;
        this.byRow = byRow;
        int rows = programme.rows();
        int columns = programme.columns();
        rowLower = new double[rows];
        rowUpper = new double[rows];
        columnLower = new double[columns];
        columnUpper = new double[columns];
        Arrays.setAll(rowLower, programme::rowLower);
        Arrays.setAll(rowUpper, programme::rowUpper);
        Arrays.setAll(columnLower, programme::columnLower);
        Arrays.setAll(columnUpper, programme::columnUpper);
    }

    /**
     * The bound for max c·x.
     *
     * @param c objective
     * @param q prices of the rows
     * @return no feasible x has c·x above it; +∞ if nothing is proved
     */
    double above(double[] c, double[] q) {
        total.reset();
        excess = 0;
        wrongSign = 0;
        for (int i = 0; i < q.length; i++) {
            addRow(i, q[i]);
        }
        for (int j = 0; j < c.length; j++) {
            addColumn(j, c[j], q);
        }
        double bound = Math.nextUp(total.upper() + excess);
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    /** Largest price or reduced cost, in the bound computed last, of a sign that the programme has no bound for. */
    double wrongSign() {
        return wrongSign;
    }

    private void addRow(int i, double price) {
        if (price == 0) {
            return;
        }
        double bound = price > 0 ? rowUpper[i] : rowLower[i];
        if (Double.isInfinite(bound)) {
            wrongSign = Math.max(wrongSign, Math.abs(price));
            excess = Double.POSITIVE_INFINITY;
        } else {
            total.addProduct(price, bound);
        }
    }

    private void addColumn(int j, double c, double[] q) {
        reduced.reset();
        reduced.add(c);
        for (int p = byColumn.start()[j]; p < byColumn.start()[j + 1]; p++) {
            reduced.addProduct(-byColumn.value()[p], q[byColumn.index()[p]]);
        }
        double least = reduced.lower();
        double most = reduced.upper();
        if (!(Double.isFinite(least) && Double.isFinite(most))) {
            excess = Double.POSITIVE_INFINITY;
            return;
        }
        noteSign(j, least, most);
        double upper = most > 0 ? bound(j, true) : 0;
        double lower = least < 0 ? bound(j, false) : 0;
        if (Double.isInfinite(upper) || Double.isInfinite(lower)) {
            excess = Double.POSITIVE_INFINITY;
        } else if (least >= 0) {
            addProduct(least, most, upper);
        } else if (most <= 0) {
            addProduct(least, most, lower);
        } else {
            excess = Math.nextUp(excess + Math.max(roundedUp(most, upper), roundedUp(least, lower)));
        }
    }

    private void noteSign(int j, double least, double most) {
        if (most > 0 && Double.isInfinite(columnUpper[j])) {
            wrongSign = Math.max(wrongSign, most);
        }
        if (least < 0 && Double.isInfinite(columnLower[j])) {
            wrongSign = Math.max(wrongSign, -least);
        }
    }

    /** Adds the largest of z · bound for z from least to most. */
    private void addProduct(double least, double most, double bound) {
        double z = bound > 0 ? most : least;
        if (z != 0 && bound != 0) {
            total.addProduct(z, bound);
        }
    }

    private static double roundedUp(double a, double b) {
        return a == 0 || b == 0 ? 0 : Math.nextUp(a * b);
    }

    private double bound(int j, boolean isUpper) {
        double own = isUpper ? columnUpper[j] : columnLower[j];
        if (Double.isFinite(own)) {
            return own;
        }
        ImpliedBounds known = implied;
        if (known == null) {
            known = ImpliedBounds.of(byRow, rowLower, rowUpper, columnLower.clone(), columnUpper.clone());
            implied = known;
        }
        return isUpper ? known.upper[j] : known.lower[j];
    }
}
