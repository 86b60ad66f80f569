package org.leontief.optimisation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.AccurateSum;

/**
 * What prices q of the rows prove of a programme, by weak duality: for every x within the bounds
 *
 * <p>c·x = Σ_i q_i (M x)_i + Σ_j z_j x_j ≤ Σ_i max(q_i l_i, q_i u_i) + Σ_j max(z_j lower_j, z_j upper_j), z = c − Mᵀ q.
 *
 * <p>Everything is rounded upward. Where z_j has the wrong sign for a bound that is infinite, a bound is used that follows
 * from the rows, if there is one: A. Neumaier and O. Shcherbina, "Safe bounds in linear and mixed-integer programming",
 * Mathematical Programming 99 (2004). Where none follows, prices very near the given ones are proved to exist at which z_j is 0
 * ({@link PriceCorrection}).
 */
final class DualBound {

    private final CompressedMatrix byColumn;
    private final CompressedMatrix byRow;
    private final double[] rowLower;
    private final double[] rowUpper;
    private final double[] columnLower;
    private final double[] columnUpper;
    private @Nullable ImpliedBounds implied;

    private static final int MOST_CORRECTIONS = 4;

    private final AccurateSum total = new AccurateSum();
    private final AccurateSum reduced = new AccurateSum();
    private double excess;
    private double wrongSign;
    /** What the price of each row can differ by from the one that was given. */
    private double[] delta;

    private boolean anyDelta;
    /** Columns whose reduced cost is exactly 0 at prices within δ. */
    private final boolean[] isExact;
    /** Columns for whose reduced cost there is no bound. */
    private final boolean[] isUnbounded;
    /** Bound of |z_j|, for the columns that a correction has to do with. */
    private final double[] exactReduced;

    private int unboundedCount;
    private boolean isHopeless;

    DualBound(LinearProgramme programme, CompressedMatrix byColumn, CompressedMatrix byRow) {
        this.byColumn = byColumn;
        this.byRow = byRow;
        int rows = programme.rows();
        int columns = programme.columns();
        rowLower = new double[rows];
        rowUpper = new double[rows];
        columnLower = new double[columns];
        columnUpper = new double[columns];
        delta = new double[rows];
        isExact = new boolean[columns];
        isUnbounded = new boolean[columns];
        exactReduced = new double[columns];
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
        Arrays.fill(isExact, false);
        Arrays.fill(delta, 0);
        anyDelta = false;
        double bound = evaluate(c, q);
        double signAsGiven = wrongSign;
        for (int round = 0; round < MOST_CORRECTIONS && unboundedCount > 0 && !isHopeless; round++) {
            if (!correct(q)) {
                break;
            }
            bound = evaluate(c, q);
        }
        wrongSign = signAsGiven;
        return bound;
    }

    private double evaluate(double[] c, double[] q) {
        total.reset();
        excess = 0;
        wrongSign = 0;
        unboundedCount = 0;
        isHopeless = false;
        Arrays.fill(isUnbounded, false);
        for (int i = 0; i < q.length; i++) {
            addRow(i, q[i]);
        }
        for (int j = 0; j < c.length; j++) {
            addColumn(j, c[j], q);
        }
        double bound =
                unboundedCount > 0 || isHopeless ? Double.POSITIVE_INFINITY : Math.nextUp(total.upper() + excess);
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
    }

    /** Finds δ at which the columns that nothing bounds have reduced costs of 0; false if that cannot be proved. */
    private boolean correct(double[] q) {
        int count = 0;
        for (int j = 0; j < isExact.length; j++) {
            isExact[j] |= isUnbounded[j];
            count += isExact[j] ? 1 : 0;
        }
        if (count > PriceCorrection.MOST_COLUMNS) {
            return false;
        }
        int[] columns = new int[count];
        double[] reduced = new double[count];
        int k = 0;
        for (int j = 0; j < isExact.length; j++) {
            if (isExact[j]) {
                reduced[k] = exactReduced[j];
                columns[k++] = j;
            }
        }
        boolean[] mayChange = new boolean[q.length];
        for (int i = 0; i < q.length; i++) {
            boolean bothFinite = Double.isFinite(rowLower[i]) && Double.isFinite(rowUpper[i]);
            mayChange[i] = q[i] != 0 || bothFinite;
        }
        Optional<double[]> found = PriceCorrection.bounds(byColumn, columns, reduced, mayChange);
        found.ifPresent(bounds -> delta = bounds);
        anyDelta = found.isPresent();
        return anyDelta;
    }

    /** Largest price or reduced cost, in the bound computed last, of a sign that the programme has no bound for. */
    double wrongSign() {
        return wrongSign;
    }

    private void addRow(int i, double price) {
        if (price == 0 && delta[i] == 0) {
            return;
        }
        double bound = price > 0 ? rowUpper[i] : rowLower[i];
        boolean keepsSign = Math.abs(price) >= delta[i];
        double other = keepsSign ? bound : price > 0 ? rowLower[i] : rowUpper[i];
        if (Double.isInfinite(bound) || Double.isInfinite(other)) {
            wrongSign = Math.max(wrongSign, Math.abs(price));
            isHopeless = true;
        } else {
            total.addProduct(price, bound);
            excess = Math.nextUp(excess + roundedUp(delta[i], Math.max(Math.abs(bound), Math.abs(other))));
            if (!keepsSign) {
                // Beyond 0 the price meets the other bound: q · other instead of q · bound, with |q| at most δ.
                excess = Math.nextUp(excess + roundedUp(2 * delta[i], Math.nextUp(Math.abs(bound) + Math.abs(other))));
            }
        }
    }

    private void addColumn(int j, double c, double[] q) {
        reduced.reset();
        reduced.add(c);
        double uncertain = 0;
        for (int p = byColumn.start()[j]; p < byColumn.start()[j + 1]; p++) {
            int i = byColumn.index()[p];
            reduced.addProduct(-byColumn.value()[p], q[i]);
            if (anyDelta && delta[i] != 0) {
                uncertain = Math.nextUp(uncertain + roundedUp(Math.abs(byColumn.value()[p]), delta[i]));
            }
        }
        double least = reduced.lower();
        double most = reduced.upper();
        if (isExact[j]) {
            return;
        }
        if (!(Double.isFinite(least) && Double.isFinite(most))) {
            isHopeless = true;
            return;
        }
        noteSign(j, least, most);
        if (uncertain > 0) {
            least = Math.nextDown(least - uncertain);
            most = Math.nextUp(most + uncertain);
        }
        double upper = most > 0 ? bound(j, true) : 0;
        double lower = least < 0 ? bound(j, false) : 0;
        if (Double.isInfinite(upper) || Double.isInfinite(lower)) {
            unboundedCount++;
            isUnbounded[j] = true;
            exactReduced[j] = reduced.magnitude();
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
