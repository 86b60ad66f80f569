package org.leontief.plan;

import java.util.Arrays;
import java.util.Collection;

/**
 * The bounds of columns and rows when some of the stated limits are kept, and what is not up for discussion: that nothing runs
 * backwards, what has no recipe makes nothing, and nothing is delivered back where no limit lets it in.
 */
final class KeptLimits {

    private final double[][] ofColumns;
    private final double[][] ofRows;

    KeptLimits(PlanLayout layout, int rows, Collection<LimitSide> kept) {
        ofColumns = new double[2][layout.columns()];
        Arrays.fill(ofColumns[1], Double.POSITIVE_INFINITY);
        for (int j = 0; j < layout.techniques().count(); j++) {
            ofColumns[1][j] = layout.techniques().hasRecipe(j) ? Double.POSITIVE_INFINITY : 0;
        }
        for (int i = 0; i < layout.products(); i++) {
            ofColumns[0][layout.delivery(i)] = layout.conditions().leastDelivery(i) < 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        ofRows = new double[2][rows];
        Arrays.fill(ofRows[0], Double.NEGATIVE_INFINITY);
        Arrays.fill(ofRows[1], Double.POSITIVE_INFINITY);
        for (LimitSide side : kept) {
            double[][] bounds = side.isRow() ? ofRows : ofColumns;
            double[] upper = bounds[1];
            double[] lower = bounds[0];
            if (side.isUpper()) {
                upper[side.place()] = Math.min(upper[side.place()], side.bound());
            } else {
                lower[side.place()] = Math.max(lower[side.place()], side.bound());
            }
        }
    }

    boolean isContradictory() {
        return isContradictory(ofColumns) || isContradictory(ofRows);
    }

    private static boolean isContradictory(double[][] bounds) {
        boolean is = false;
        for (int k = 0; k < bounds[0].length; k++) {
            is |= bounds[0][k] > bounds[1][k];
        }
        return is;
    }

    double column(int column, boolean isUpper) {
        return ofColumns[isUpper ? 1 : 0][column];
    }

    double row(int row, boolean isUpper) {
        return ofRows[isUpper ? 1 : 0][row];
    }

    Limit[] columns() {
        return limits(ofColumns);
    }

    Limit[] rows() {
        return limits(ofRows);
    }

    private static Limit[] limits(double[][] bounds) {
        Limit[] limits = new Limit[bounds[0].length];
        Arrays.setAll(limits, k -> new Limit(bounds[0][k], bounds[1][k]));
        return limits;
    }
}
