package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.ImportedProducts;
import org.leontief.table.SupplyUseTable;

/**
 * What a symmetric table is made of: supply and the uses that add up to it.
 *
 * <p>Where imports are recorded by user they are taken out of the uses and kept beside; where they are a column they become a negative
 * final demand. Either way V 1 = U 1 + Y 1.
 *
 * @param supply V, products × industries
 * @param use U, products × industries
 * @param finalDemand Y, products × categories
 * @param primaryInputs W, rows × industries
 * @param abroad what came from abroad by user; null where uses hold it
 */
record DomesticAccounts(
        LabelledMatrix supply,
        LabelledMatrix use,
        LabelledMatrix finalDemand,
        LabelledMatrix primaryInputs,
        @Nullable ImportedProducts abroad) {

    /** A difference of two printed numbers that is no larger than so many roundings of the first is none. */
    private static final double ROUNDINGS = 8;

    static DomesticAccounts of(SupplyUseTable table, List<String> notes) {
        @Nullable ImportedProducts abroad = table.importedUse().orElse(null);
        LabelledMatrix y = table.finalDemand().byCategory();
        if (abroad != null) {
            return new DomesticAccounts(
                    table.supply(),
                    less(table.use(), abroad.toIndustries()),
                    less(y, abroad.toFinalUsers()),
                    table.valueAdded(),
                    abroad);
        }
        if (table.imports().columns().size() > 0) {
            notes.add(
                    "Imports are known by product and not by user: transactions hold them, and final demand has them as"
                            + " negative columns (" + table.imports().columns() + ").");
            y = withNegative(y, table.imports());
        }
        return new DomesticAccounts(table.supply(), table.use(), y, table.valueAdded(), null);
    }

    Labels products() {
        return supply.rows();
    }

    Labels industries() {
        return supply.columns();
    }

    private static LabelledMatrix less(LabelledMatrix all, LabelledMatrix part) {
        DMatrixSparseCSC difference = new DMatrixSparseCSC(0, 0);
        CommonOps_DSCC.add(1, all.matrix().toSparse(), -1, part.matrix().toSparse(), difference, null, null);
        SparseMatrixBuilder domestic =
                SparseMatrix.builder(all.rows().size(), all.columns().size());
        SparseMatrix.of(difference).forEach((i, j, left) -> {
            if (Math.abs(left) > ROUNDINGS * Math.ulp(all.matrix().get(i, j))) {
                domestic.add(i, j, left);
            }
        });
        return LabelledMatrix.of(all.name(), all.rows(), all.columns(), all.rowUnits(), domestic.build());
    }

    private static LabelledMatrix withNegative(LabelledMatrix y, LabelledMatrix imports) {
        int first = y.columns().size();
        List<Label> categories = new ArrayList<>(y.columns().asList());
        categories.addAll(imports.columns().asList());
        SparseMatrixBuilder both = SparseMatrix.builder(y.rows().size(), categories.size());
        y.matrix().forEach(both::add);
        imports.matrix().forEach((i, c, amount) -> both.add(i, first + c, -amount));
        return LabelledMatrix.of(y.name(), y.rows(), Labels.ofLabels(categories), y.rowUnits(), both.build());
    }

    /** The same without some products, and with other primary inputs. */
    DomesticAccounts without(boolean[] leftOut, LabelledMatrix newPrimaryInputs) {
        int[] kept = IntStream.range(0, leftOut.length).filter(i -> !leftOut[i]).toArray();
        return new DomesticAccounts(
                rows(supply, kept), rows(use, kept), rows(finalDemand, kept), newPrimaryInputs, abroad);
    }

    private static LabelledMatrix rows(LabelledMatrix matrix, int[] kept) {
        SparseMatrix some = matrix.matrix().transpose().columns(kept).transpose();
        Labels labels = Labels.ofLabels(
                IntStream.of(kept).mapToObj(i -> matrix.rows().get(i)).toList());
        return LabelledMatrix.of(
                matrix.name(), labels, matrix.columns(), matrix.rowUnits().reorder(kept), some);
    }
}
