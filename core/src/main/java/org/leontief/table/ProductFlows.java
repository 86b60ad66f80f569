package org.leontief.table;

import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * A matrix over the products as it was given to a builder: in the order of the table, its unit perhaps not said yet.
 *
 * @param name what it is
 * @param products its rows
 * @param columns its columns
 * @param units the units it was given in; null where they are those of the table
 * @param matrix the numbers
 */
record ProductFlows(
        String name,
        Labels products,
        Labels columns,
        @Nullable Units units,
        SparseMatrix matrix) {

    /** This, if the shape of the matrix is that of its labels. */
    ProductFlows checked() {
        in(Units.NONE);
        return this;
    }

    /** From an array in the order of the labels. */
    static ProductFlows ordered(String name, Labels products, Labels columns, double[][] cells) {
        return new ProductFlows(name, products, columns, null, matrix(name, products, columns, cells));
    }

    /** From a labelled matrix with the same labels in any order. */
    static ProductFlows joined(String name, Labels products, Labels columns, LabelledMatrix given) {
        SparseMatrix matrix = JoinedByLabel.of(given, products, columns);
        Units units = given.rowUnits().reorder(products.placesIn(given.rows(), "'" + given.name() + "'"));
        return new ProductFlows(name, products, columns, units, matrix);
    }

    /** An array as a matrix; messages name the labels. */
    static SparseMatrix matrix(String name, Labels rows, Labels columns, double[][] cells) {
        if (cells.length != rows.size()) {
            throw new IllegalArgumentException(name + " has " + cells.length + " rows for " + rows.size() + " labels.");
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(rows.size(), columns.size());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length != columns.size()) {
                throw new IllegalArgumentException(name + " for '" + rows.get(i) + "' has " + cells[i].length
                        + " entries for " + columns.size() + " columns.");
            }
            for (int j = 0; j < cells[i].length; j++) {
                if (!Double.isFinite(cells[i][j])) {
                    throw new IllegalArgumentException(name + " for '" + rows.get(i) + "' is " + cells[i][j] + " (row "
                            + (i + 1) + ", column '" + columns.get(j)
                            + "'); a finite number is needed. Maybe a missing value?");
                }
                matrix.add(i, j, cells[i][j]);
            }
        }
        return matrix.build();
    }

    /** With the unit of the table. */
    LabelledMatrix in(Units tableUnits) {
        if (units != null && !units.equals(tableUnits)) {
            throw new IllegalArgumentException("'" + name + "' is in " + units + " where the products are in "
                    + tableUnits + ". Convert it first; units are never mixed silently.");
        }
        return LabelledMatrix.of(name, products, columns, tableUnits, matrix);
    }
}
