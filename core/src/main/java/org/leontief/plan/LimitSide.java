package org.leontief.plan;

import java.util.ArrayList;
import java.util.List;
import org.leontief.plan.PlanLayout.LimitedColumn;
import org.leontief.plan.PlanLayout.LimitedRow;

/**
 * A floor or a ceiling that was stated.
 *
 * @param limit that side of it only
 * @param isRow whether it is a row, else it bounds a column
 * @param place of the row, counted behind the balances, or of the column
 * @param coefficients of what is limited, by columns
 */
record LimitSide(PlanLimit limit, boolean isRow, int place, Coefficients coefficients) {

    /** All that are stated: rows, then columns. */
    static List<LimitSide> of(PlanLayout layout, List<LimitedRow> rows) {
        List<LimitSide> sides = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            add(sides, rows.get(k).limit(), true, k, rows.get(k).coefficients());
        }
        for (LimitedColumn limited : layout.ofColumns()) {
            add(sides, limited.limit(), false, limited.column(), Coefficients.one(limited.column()));
        }
        return sides;
    }

    private static void add(
            List<LimitSide> sides, PlanLimit limit, boolean isRow, int place, Coefficients coefficients) {
        double lower = limit.limit().lower();
        double upper = limit.limit().upper();
        if (lower != Double.NEGATIVE_INFINITY) {
            sides.add(new LimitSide(of(limit, Limit.atLeast(lower)), isRow, place, coefficients));
        }
        if (upper != Double.POSITIVE_INFINITY) {
            sides.add(new LimitSide(of(limit, Limit.atMost(upper)), isRow, place, coefficients));
        }
    }

    private static PlanLimit of(PlanLimit limit, Limit side) {
        return new PlanLimit(limit.kind(), limit.name(), limit.unit(), side);
    }

    boolean isUpper() {
        return limit.limit().upper() != Double.POSITIVE_INFINITY;
    }

    double bound() {
        return isUpper() ? limit.limit().upper() : limit.limit().lower();
    }
}
