package org.leontief.optimisation;

/** Which of the four kinds of bounds a programme has. */
public enum BoundKind {
    /** The least value of a row. */
    ROW_LOWER,
    /** The largest value of a row. */
    ROW_UPPER,
    /** The least value of a column. */
    COLUMN_LOWER,
    /** The largest value of a column. */
    COLUMN_UPPER;

    /**
     * Whether it is a bound of a row.
     *
     * @return false for columns
     */
    public boolean isOfRow() {
        return this == ROW_LOWER || this == ROW_UPPER;
    }

    /**
     * Whether it keeps a value from being too large.
     *
     * @return false where it keeps it from being too small
     */
    public boolean isUpper() {
        return this == ROW_UPPER || this == COLUMN_UPPER;
    }
}
