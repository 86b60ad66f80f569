package org.leontief.compilation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * Use and supply as one matrix, [U, −V], with a last row for the sum of imported uses where these stand apart.
 *
 * @param use products × users
 * @param importedUse products × users, in the order of use; null if not apart
 * @param supply products × suppliers, products in the order of use
 */
record StackedTables(LabelledMatrix use, @Nullable LabelledMatrix importedUse, LabelledMatrix supply) {

    /** Joins the tables by label. */
    static StackedTables of(LabelledMatrix use, @Nullable LabelledMatrix importedUse, LabelledMatrix supply) {
        Margins.unitOf(use);
        return new StackedTables(
                use,
                importedUse == null ? null : joined(importedUse, use, use.columns()),
                joined(supply, use, supply.columns()));
    }

    /** A table with the products of use, in their order. */
    private static LabelledMatrix joined(LabelledMatrix table, LabelledMatrix use, Labels columns) {
        if (!Margins.unitOf(table).equals(Margins.unitOf(use))) {
            throw new IllegalArgumentException("'" + table.name() + "' is in " + table.rowUnits() + " where "
                    + use.rowUnits() + " is needed, as in '" + use.name()
                    + "'. Convert it first; units are never mixed silently.");
        }
        String whose = "'" + table.name() + "'";
        int[] productPlaces = use.rows().placesIn(table.rows(), whose);
        int[] rows = new int[productPlaces.length];
        for (int i = 0; i < rows.length; i++) {
            rows[productPlaces[i]] = i;
        }
        int[] places = columns.placesIn(table.columns(), whose);
        SparseColumnsBuilder moved = SparseMatrix.byColumns(
                rows.length, places.length, table.matrix().nonZeros());
        int[] row = new int[rows.length];
        double[] entry = new double[rows.length];
        for (int place : places) {
            int[] count = {0};
            table.matrix().forEachInColumn(place, (i, j, value) -> {
                row[count[0]] = rows[i];
                entry[count[0]++] = value;
            });
            moved.appendColumn(row, entry, count[0]);
        }
        return LabelledMatrix.of(table.name(), use.rows(), columns, use.rowUnits(), moved.build());
    }

    /** Row totals 0, and total imports; column totals those of use, and of supply with the opposite sign. */
    Margins margins(LabelledVector useTotals, LabelledVector supplyTotals, double totalImports) {
        Units unit = Units.of(Margins.unitOf(use));
        double[] used = useTotals.alignedTo(use.columns(), unit).toArray();
        double[] supplied = supplyTotals.alignedTo(supply.columns(), unit).toArray();
        double[] columns = Arrays.copyOf(used, used.length + supplied.length);
        for (int j = 0; j < supplied.length; j++) {
            columns[used.length + j] = -supplied[j];
        }
        List<Label> rowLabels = new ArrayList<>(use.rows().asList());
        double[] rows = new double[rowLabels.size() + (importedUse == null ? 0 : 1)];
        if (importedUse != null) {
            rowLabels.add(new Label("Total", "Imports"));
            rows[rows.length - 1] = totalImports;
        }
        List<Label> columnLabels = new ArrayList<>();
        use.columns().forEach(label -> columnLabels.add(new Label("Use", label.toString())));
        supply.columns().forEach(label -> columnLabels.add(new Label("Supply", label.toString())));
        return new Margins(Labels.ofLabels(rowLabels), Labels.ofLabels(columnLabels), rows, columns, unit.common());
    }

    SignedCells cells() {
        return new SignedCells(part(1), part(-1));
    }

    private SparseMatrix part(int sign) {
        int products = use.rows().size();
        int rows = products + (importedUse == null ? 0 : 1);
        int users = use.columns().size();
        long entries = (long) use.matrix().nonZeros() + supply.matrix().nonZeros();
        SparseColumnsBuilder part =
                SparseMatrix.byColumns(rows, users + supply.columns().size(), entries / 2);
        int[] row = new int[rows];
        double[] entry = new double[rows];
        for (int j = 0; j < users; j++) {
            int count = column(use.matrix(), j, sign, row, entry);
            if (importedUse != null) {
                row[count] = products;
                entry[count++] = sum(importedUse.matrix(), j, sign);
            }
            part.appendColumn(row, entry, count);
        }
        for (int j = 0; j < supply.columns().size(); j++) {
            part.appendColumn(row, entry, column(supply.matrix(), j, -sign, row, entry));
        }
        return part.build();
    }

    private static int column(SparseMatrix matrix, int j, int sign, int[] row, double[] entry) {
        int[] count = {0};
        matrix.forEachInColumn(j, (i, column, value) -> {
            if (sign * value > 0) {
                row[count[0]] = i;
                entry[count[0]++] = sign * value;
            }
        });
        return count[0];
    }

    private static double sum(SparseMatrix matrix, int j, int sign) {
        double[] sum = {0};
        matrix.forEachInColumn(j, (i, column, value) -> sum[0] += Math.max(0, sign * value));
        return sum[0];
    }

    /** The three tables with multipliers applied. */
    StackedTables balanced(Biproportion found) {
        int products = use.rows().size();
        int[] ownRow = new int[products];
        Arrays.setAll(ownRow, i -> i);
        int[] importsRow = new int[products];
        Arrays.fill(importsRow, products);
        return new StackedTables(
                with(use, found.applyTo(use.matrix(), 1, ownRow, 0)),
                importedUse == null ? null : with(importedUse, found.applyTo(importedUse.matrix(), 1, importsRow, 0)),
                with(
                        supply,
                        found.applyTo(supply.matrix(), -1, ownRow, use.columns().size())));
    }

    private static LabelledMatrix with(LabelledMatrix table, SparseMatrix matrix) {
        return LabelledMatrix.of(table.name(), table.rows(), table.columns(), table.rowUnits(), matrix);
    }
}
