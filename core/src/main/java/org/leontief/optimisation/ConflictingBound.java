package org.leontief.optimisation;

/**
 * One of the bounds that cannot all be kept.
 *
 * @param kind of a row or a column, lower or upper
 * @param number of the row or column, from 0
 * @param bound what it is
 * @param givingWay by how much this bound alone would have to give way so that all others of the programme could be kept; +∞
 *     if that does not help, because there is another conflict without it; NaN if it was not found out
 */
public record ConflictingBound(BoundKind kind, int number, double bound, double givingWay) {

    /** Such as "row 3 ≤ 100, which would have to give way by 12.5". */
    @Override
    public String toString() {
        return (kind.isOfRow() ? "row " : "column ")
                + number
                + (kind.isUpper() ? " ≤ " : " ≥ ")
                + bound
                + (Double.isNaN(givingWay)
                        ? ", and by how much it would have to give way was not found out"
                        : Double.isInfinite(givingWay)
                                ? ", which alone does not help"
                                : ", which would have to give way by " + givingWay);
    }
}
