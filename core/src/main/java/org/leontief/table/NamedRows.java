package org.leontief.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Rows below the transactions (value added, extensions), collected one by one or given as a whole. */
final class NamedRows {

    /** What the rows are together, and what one of them is. */
    private final String kind;

    private final String one;
    private final Labels industries;
    private final List<String> names = new ArrayList<>();
    /** Null where the table's own unit is meant. */
    private final List<@Nullable String> units = new ArrayList<>();

    private final List<double[]> amounts = new ArrayList<>();
    private @Nullable LabelledMatrix whole;

    NamedRows(String kind, String one, Labels industries) {
        this.kind = kind;
        this.one = one;
        this.industries = industries;
    }

    void add(String name, @Nullable String unit, double[] row) {
        if (row.length != industries.size()) {
            throw new IllegalArgumentException(
                    one + " '" + name + "' has " + row.length + " entries for " + industries.size() + " industries.");
        }
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException(one + " '" + name + "' of '" + industries.get(j) + "' is " + row[j]
                        + "; a finite number is needed. Maybe a missing value?");
            }
        }
        names.add(name);
        units.add(unit);
        amounts.add(row.clone());
    }

    void set(Labels rows, Units unitByRow, SparseMatrix matrix) {
        whole = LabelledMatrix.of(kind, rows, industries, unitByRow, matrix);
    }

    /** All at once, joined to the industries by label. */
    void set(LabelledMatrix rows) {
        set(rows.rows(), rows.rowUnits(), JoinedByLabel.of(rows, rows.rows(), industries));
    }

    LabelledMatrix build(Units tableUnits) {
        if (whole != null) {
            if (!names.isEmpty()) {
                throw new IllegalStateException(kind + ": given both as a matrix and row by row.");
            }
            return whole;
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(names.size(), industries.size());
        List<String> unitByRow = new ArrayList<>();
        for (int r = 0; r < names.size(); r++) {
            unitByRow.add(unit(r, tableUnits));
            for (int j = 0; j < industries.size(); j++) {
                matrix.add(r, j, amounts.get(r)[j]);
            }
        }
        Units rowUnits = names.isEmpty() ? Units.NONE : Units.perLabel(unitByRow);
        return LabelledMatrix.of(kind, Labels.of(names), industries, rowUnits, matrix.build());
    }

    private String unit(int row, Units tableUnits) {
        @Nullable String own = units.get(row);
        if (own != null) {
            return own;
        }
        if (!tableUnits.isUniform()) {
            throw new IllegalStateException(one + " '" + names.get(row)
                    + "' needs a unit of its own, for the products are in different units (" + tableUnits
                    + "): valueAdded(\"" + names.get(row) + "\", \"million EUR\", …).");
        }
        return tableUnits.common();
    }
}
