package org.leontief.solve;

/** A cell of a matrix was entered twice; which of the two numbers is meant cannot be known. */
public final class DuplicateCellException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Row number, from 0. */
    private final int row;

    /** Column number, from 0. */
    private final int column;

    DuplicateCellException(int row, int column, double first, double second) {
        super("Row " + row + ", column " + column + " is entered twice: " + first + " and " + second + ".");
        this.row = row;
        this.column = column;
    }

    /**
     * Where it happened.
     *
     * @return the row number, from 0
     */
    public int row() {
        return row;
    }

    /**
     * Where it happened.
     *
     * @return the column number, from 0
     */
    public int column() {
        return column;
    }
}
