package org.leontief.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** What final users themselves emit or use, collected extension by extension or given as a whole: F_Y. */
final class ExtensionsOfFinalUsers {

    private static final String NAME = "Extensions of final demand";

    private final Map<String, double[]> rows = new LinkedHashMap<>();
    private @Nullable SparseMatrix ordered;
    private @Nullable LabelledMatrix labelled;

    void add(String extension, double[] amounts) {
        for (int c = 0; c < amounts.length; c++) {
            if (!Double.isFinite(amounts[c])) {
                throw new IllegalArgumentException("Extension '" + extension + "' of final demand is " + amounts[c]
                        + " in category " + (c + 1) + "; a finite number is needed. Maybe a missing value?");
            }
        }
        if (rows.put(extension, amounts.clone()) != null) {
            throw new IllegalArgumentException("Extension '" + extension + "' of final demand was given twice.");
        }
    }

    /** All at once, in the order of the extensions and of the categories. */
    void set(SparseMatrix amounts) {
        ordered = amounts;
        labelled = null;
    }

    /** All at once, joined by label. */
    void set(LabelledMatrix amounts) {
        labelled = amounts;
        ordered = null;
    }

    /** For the extensions of the industries and the final users of a table. */
    LabelledMatrix build(LabelledMatrix f, Labels users) {
        if (labelled != null) {
            requireOnly();
            return LabelledMatrix.of(NAME, f.rows(), users, f.rowUnits(), JoinedByLabel.of(labelled, f.rows(), users));
        }
        if (ordered != null) {
            requireOnly();
            return LabelledMatrix.of(NAME, f.rows(), users, f.rowUnits(), ordered);
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(f.rows().size(), users.size());
        rows.forEach((row, amounts) -> {
            int k = f.rows().indexOf(row);
            if (amounts.length != users.size()) {
                throw new IllegalArgumentException("Extension '" + row + "' of final demand has " + amounts.length
                        + " entries for " + users.size() + " categories.");
            }
            for (int c = 0; c < amounts.length; c++) {
                matrix.add(k, c, amounts[c]);
            }
        });
        return LabelledMatrix.of(NAME, f.rows(), users, f.rowUnits(), matrix.build());
    }

    private void requireOnly() {
        if (!rows.isEmpty()) {
            throw new IllegalStateException(NAME + ": given both as a matrix and row by row.");
        }
    }
}
