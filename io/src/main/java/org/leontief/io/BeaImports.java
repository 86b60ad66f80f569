package org.leontief.io;

import java.util.List;
import java.util.regex.Pattern;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.SupplyUseTableBuilder;

/**
 * The import matrix of the BEA beside a use table: the uses from abroad, and imports as a column over the products in place of the
 * negative final demand that they are in the use table.
 */
record BeaImports(
        LabelledMatrix toIndustries,
        LabelledMatrix toFinalUsers,
        LabelledMatrix byProduct,
        LabelledMatrix finalDemand) {

    private static final Pattern IMPORTS = Pattern.compile("F050\\w*");
    /** No row of an import matrix is anything but a product or a total. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    static BeaImports of(
            CodedTable matrix,
            CodedTable make,
            List<String> products,
            List<String> industries,
            BeaUse use,
            SupplyUseNotes notes)
            throws CsvFormatException {
        BeaUse.requireSame("products", "row", matrix, matrix.rows(), make, products, NOTHING);
        BeaUse.requireSame("industries", "column", matrix, matrix.columns(), make, industries, Bea.FINAL_DEMAND);
        LabelledMatrix allUsers = use.finalDemand();
        List<String> users = codes(allUsers.columns(), false);
        List<String> imports = codes(allUsers.columns(), true);
        if (imports.size() != 1) {
            throw matrix.fails("the use table has " + imports.size()
                    + " columns of imports (F050) where an import matrix needs one: " + imports);
        }
        LabelledVector stated = allUsers.column(imports.get(0));
        BeaImports read = new BeaImports(
                matrix.part("Imported use", products, industries, Bea.UNIT),
                matrix.part("Imports to final users", products, users, Bea.UNIT),
                column(imports.get(0), stated),
                part(allUsers, users));
        notes.add("Imports, column '" + imports.get(0)
                + "' of the use table, are no negative final demand here but a column" + " over the products.");
        notes.addDifference(
                "What is used of a product from abroad",
                imports.get(0),
                read.byProduct.column(imports.get(0)),
                read.toIndustries.rowTotals().plus(read.toFinalUsers.rowTotals()));
        return read;
    }

    private static List<String> codes(Labels columns, boolean ofImports) {
        return columns.asList().stream()
                .map(label -> label.name())
                .filter(code -> IMPORTS.matcher(code).matches() == ofImports)
                .toList();
    }

    private static LabelledMatrix column(String code, LabelledVector negative) {
        double[][] amounts = new double[negative.labels().size()][1];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i][0] = 0 - negative.at(i);
        }
        return LabelledMatrix.of(
                "Imports", negative.labels(), Labels.of(code), Units.of(Bea.UNIT), SparseMatrix.of(amounts));
    }

    private static LabelledMatrix part(LabelledMatrix matrix, List<String> columns) {
        int[] places = columns.stream().mapToInt(matrix.columns()::indexOf).toArray();
        return LabelledMatrix.of(
                matrix.name(),
                matrix.rows(),
                Labels.of(columns),
                Units.of(Bea.UNIT),
                matrix.matrix().columns(places));
    }

    void addTo(SupplyUseTableBuilder builder) {
        builder.finalDemand(finalDemand).imports(byProduct).importedUse(toIndustries, toFinalUsers);
    }
}
