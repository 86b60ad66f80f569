package org.leontief.compilation;

/** What to do where row totals and column totals, each added up, are not the same. */
public enum MarginPolicy {
    /** Refuse, with both sums and the difference. */
    REFUSE,
    /**
     * Move the row totals to the sum of the column totals, each in proportion to its absolute value; a note in the report says
     * by how much.
     */
    ADJUST_ROW_TOTALS,
    /**
     * Move the column totals to the sum of the row totals, each in proportion to its absolute value; a note in the report
     * says by how much.
     */
    ADJUST_COLUMN_TOTALS
}
