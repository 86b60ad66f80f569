package org.leontief.optimisation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;

/**
 * The basis of the programme written out at which the reduced form ended: an output whose bound is no tight row is basic, and
 * so is what a resource comes to; deliveries and activities stand as they do in the reduced form.
 */
final class ReducedBasis {

    private ReducedBasis() {}

    /** Null where something rests at a working bound that the programme does not have. */
    static @Nullable Basis of(
            LeontiefProgramme programme, ReducedColumns columns, ReducedRows rows, BoxedSimplex simplex) {
        int n = programme.products();
        Place[] ofColumns = new Place[2 * n + programme.activities()];
        Place[] ofRows = new Place[n + programme.resources()];
        Arrays.fill(ofColumns, 0, n, Place.BASIC);
        Arrays.fill(ofColumns, n, ofColumns.length, Place.LOWER);
        Arrays.fill(ofRows, 0, n, Place.LOWER);
        Arrays.fill(ofRows, n, ofRows.length, Place.BASIC);
        for (int c = 0; c < columns.count(); c++) {
            boolean above = simplex.isAtUpper(c);
            if (!simplex.isBasic(c) && !columns.isOwnBound(c, above)) {
                return null;
            }
            ofColumns[n + columns.number(c)] = simplex.isBasic(c) ? Place.BASIC : above ? Place.UPPER : Place.LOWER;
        }
        for (int i = 0; i < simplex.rows(); i++) {
            if (simplex.isTight(i)) {
                int from = rows.origin(i);
                Place place = simplex.isRowAtUpper(i) ? Place.UPPER : Place.LOWER;
                if (from >= 0) {
                    ofColumns[from] = place;
                } else {
                    ofRows[n - 1 - from] = place;
                }
            }
        }
        return new Basis(ofColumns, ofRows);
    }
}
