package org.leontief.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Columns over the products (final demand, imports, margins, taxes), collected one by one or given as a whole. */
final class NamedColumns {

    private final String kind;
    /** What the labels are: "products", or "industries" where each makes one. */
    private final String whose;

    private final Labels products;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> amounts = new ArrayList<>();
    private @Nullable ProductFlows whole;

    NamedColumns(String kind, String whose, Labels products) {
        this.kind = kind;
        this.whose = whose;
        this.products = products;
    }

    void add(String name, double[] column) {
        if (column.length != products.size()) {
            throw new IllegalArgumentException(kind + " '" + name + "' has " + column.length + " entries for "
                    + products.size() + " " + whose + ".");
        }
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException(kind + " for '" + products.get(i) + "' is " + column[i] + " (row "
                        + (i + 1) + ", column '" + name + "'); a finite number is needed. Maybe a missing value?");
            }
        }
        names.add(name);
        amounts.add(column.clone());
    }

    /** All columns at once, joined to the products by label. */
    void set(LabelledMatrix columns) {
        whole = ProductFlows.joined(kind, products, columns.columns(), columns);
    }

    /** All at once, in the order of the products. */
    void set(Labels columns, SparseMatrix matrix) {
        // Only its unit is not known yet; the shape is checked here.
        whole = new ProductFlows(kind, products, columns, null, matrix).checked();
    }

    boolean isEmpty() {
        return whole == null && names.isEmpty();
    }

    LabelledMatrix build(Units units) {
        if (whole != null) {
            if (!names.isEmpty()) {
                throw new IllegalStateException(kind + ": given both as a matrix and column by column.");
            }
            return whole.in(units);
        }
        SparseMatrixBuilder matrix = SparseMatrix.builder(products.size(), names.size());
        for (int c = 0; c < names.size(); c++) {
            for (int i = 0; i < products.size(); i++) {
                matrix.add(i, c, amounts.get(c)[i]);
            }
        }
        return LabelledMatrix.of(kind, products, Labels.of(names), units, matrix.build());
    }
}
