package org.leontief.io;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.table.TotalsPolicy;

/** Says what each column and row of one wide table file is: because a layout declares it, or because the file does. */
interface TableForm {

    /** What a column can be. LABEL stands for all columns that name the rows. */
    enum ColumnRole {
        LABEL,
        UNIT,
        SECTOR,
        FINAL_DEMAND,
        STATED_OUTPUT,
        IGNORED
    }

    /** What a row can be. */
    enum RowRole {
        SECTOR,
        VALUE_ADDED,
        EXTENSION,
        IMPORTS,
        STATED_OUTPUT,
        IGNORED
    }

    /** A column; it has a label if it is a sector or a category of final demand. */
    record Column(ColumnRole role, @Nullable Label label) {}

    /** A row; it has a label unless it is ignored, and a unit if it is a sector, value added, an extension or imports. */
    record Row(RowRole role, @Nullable Label label, String unit) {

        Label requireLabel() {
            if (label == null) {
                throw new IllegalStateException("Only an ignored row has no label.");
            }
            return label;
        }
    }

    /** What becomes of stated outputs. */
    record Totals(TotalsPolicy policy, double tolerance) {

        static final Totals DEFAULT = new Totals(TotalsPolicy.REFUSE_DIFFERENCES, 1e-6);

        public Totals {
            if (!(tolerance >= 0)) {
                throw new IllegalArgumentException("A tolerance of " + tolerance + " cannot be; it is 0 or more.");
            }
        }
    }

    /** The sheet that the table is on, if it is in an Excel workbook; empty for the first. */
    default String sheet() {
        return "";
    }

    /** Reads the header rows, names the columns of the source after them and says what they are. */
    List<Column> readHeader(CsvSource source) throws IOException;

    /** Whether rows of a kind may hold numbers for final users as well. */
    boolean reachesFinalUsers(RowRole role);

    /** What the row is that the source stands at. */
    Row row(CsvSource source) throws CsvFormatException;

    /** Looks at a cell that belongs to no part of the table, such as value added of a category of final demand. */
    void checkUnused(CsvSource source, int column) throws CsvFormatException;

    /** Looks back after the last row. */
    void finish(CsvSource source) throws CsvFormatException;

    /** Looks at the sectors after the last row: whether one of them is a total. */
    void checkSectors(SectorRows sectors) throws CsvFormatException;

    Totals totals();
}
