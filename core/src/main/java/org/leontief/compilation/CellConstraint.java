package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a group of cells is to add up to: Σ g_ij x_ij = c, exactly or within a standard error. For {@link ConstrainedBalancing}.
 * Immutable; every addition gives a new one.
 */
public final class CellConstraint {

    /**
     * Cells with one coefficient.
     *
     * @param rows names of rows; empty for all
     * @param columns names of columns; empty for all
     * @param coefficient g
     */
    record Block(List<String> rows, List<String> columns, double coefficient) {}

    private final String name;
    private final double total;
    private final String unit;
    private final double standardError;
    private final List<Block> blocks;

    private CellConstraint(String name, double total, String unit, double standardError, List<Block> blocks) {
        this.name = name;
        this.total = total;
        this.unit = unit;
        this.standardError = standardError;
        this.blocks = blocks;
    }

    /**
     * A constraint without cells as yet, to be met exactly.
     *
     * @param name for messages and results: "Energy used by households"
     * @param total c, finite
     * @param unit of the total; it must be that of the matrix
     * @return the constraint
     * @throws IllegalArgumentException if the total is not finite
     */
    public static CellConstraint of(String name, double total, String unit) {
        if (!Double.isFinite(total)) {
            throw new IllegalArgumentException(
                    "The total of '" + name + "' is " + total + "; a finite number is needed.");
        }
        return new CellConstraint(name, total, unit, 0, List.of());
    }

    /**
     * The same with one more cell.
     *
     * @param row name of its row
     * @param column name of its column
     * @return a new constraint
     */
    public CellConstraint cell(String row, String column) {
        return cell(row, column, 1);
    }

    /**
     * The same with one more cell that does not count once.
     *
     * @param row name of its row
     * @param column name of its column
     * @param coefficient g: −1 to take the cell away, a price to value it
     * @return a new constraint
     */
    public CellConstraint cell(String row, String column, double coefficient) {
        return with(new Block(List.of(row), List.of(column), coefficient));
    }

    /**
     * The same with all cells of some rows and some columns.
     *
     * @param rows names of rows
     * @param columns names of columns
     * @return a new constraint
     */
    public CellConstraint cells(List<String> rows, List<String> columns) {
        return cells(rows, columns, 1);
    }

    /**
     * The same with all cells of some rows and some columns.
     *
     * @param rows names of rows
     * @param columns names of columns
     * @param coefficient g of each
     * @return a new constraint
     * @throws IllegalArgumentException if there are no rows or no columns
     */
    public CellConstraint cells(List<String> rows, List<String> columns, double coefficient) {
        if (rows.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is given cells of no rows or no columns.");
        }
        return with(new Block(List.copyOf(rows), List.copyOf(columns), coefficient));
    }

    /**
     * The same with a whole row.
     *
     * @param row its name
     * @return a new constraint
     */
    public CellConstraint row(String row) {
        return with(new Block(List.of(row), List.of(), 1));
    }

    /**
     * The same with a whole column.
     *
     * @param column its name
     * @return a new constraint
     */
    public CellConstraint column(String column) {
        return with(new Block(List.of(), List.of(column), 1));
    }

    /**
     * The same, known only so well.
     *
     * @param error standard error of the total, in its unit; 0 if it has to be met exactly
     * @return a new constraint
     * @throws IllegalArgumentException if the error is negative or not finite
     */
    public CellConstraint withStandardError(double error) {
        if (!(error >= 0 && Double.isFinite(error))) {
            throw new IllegalArgumentException("The standard error of '" + name + "' is " + error
                    + "; a finite number that is not negative is needed, 0 for an exact total.");
        }
        return new CellConstraint(name, total, unit, error, blocks);
    }

    private CellConstraint with(Block block) {
        if (!(block.coefficient() != 0 && Double.isFinite(block.coefficient()))) {
            throw new IllegalArgumentException("A coefficient in '" + name + "' is " + block.coefficient()
                    + "; a finite number other than 0 is needed.");
        }
        List<Block> longer = new ArrayList<>(blocks);
        longer.add(block);
        return new CellConstraint(name, total, unit, standardError, List.copyOf(longer));
    }

    /**
     * What it is called.
     *
     * @return the name given at creation
     */
    public String name() {
        return name;
    }

    /**
     * What the cells are to add up to.
     *
     * @return c
     */
    public double total() {
        return total;
    }

    /**
     * The unit of the total.
     *
     * @return as given
     */
    public String unit() {
        return unit;
    }

    /**
     * How well the total is known.
     *
     * @return its standard error; 0 if it has to be met exactly
     */
    public double standardError() {
        return standardError;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Name, total and standard error. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s = %.6g%s %s",
                name,
                total,
                standardError == 0 ? "" : String.format(Locale.ROOT, " ± %.3g", standardError),
                unit);
    }
}
