package org.leontief.compilation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/**
 * Imported uses where imports are known by product and not by user: every user of a product takes the same share of it from abroad,
 * U_m[i,j] = U[i,j] m_i / (U 1 + Y 1)_i, exports apart.
 *
 * <p>The import proportionality assumption; Eurostat, <i>Manual</i> (2008), chapter 7; United Nations, <i>Handbook</i> (2018), chapter
 * 8. It says nothing about single cells that is known.
 */
public final class ImportShares {

    private ImportShares() {}

    /**
     * The table with imported uses.
     *
     * @param table uses at basic or producers' prices, imports by product
     * @param domesticOnly categories of final demand that take nothing from abroad, such as exports and changes of inventories
     * @return the same with {@link SupplyUseTable#importedUse()}
     * @throws IllegalArgumentException if uses are at purchasers' prices, imported uses are recorded already, there are no imports, or
     *     more of a product is imported than those users take
     * @throws org.leontief.label.UnknownLabelException if there is no such category
     */
    public static SupplyUseTable applyTo(SupplyUseTable table, Set<String> domesticOnly) {
        requireImportsByProductOnly(table);
        LabelledMatrix y = table.finalDemand().byCategory();
        boolean[] excepted = new boolean[y.columns().size()];
        domesticOnly.forEach(category -> excepted[y.columns().indexOf(category)] = true);
        double[] share = shares(table, excepted);
        LabelledMatrix u = table.use();
        SupplyUseTableBuilder split = SupplyUseTable.builder(table.products(), table.industries())
                .units(table.units())
                .usesAt(table.prices())
                .supply(table.supply())
                .use(u)
                .finalDemand(y)
                .imports(table.imports())
                .importedUse(imported(u, share, new boolean[u.columns().size()]), imported(y, share, excepted))
                .valueAdded(table.valueAdded())
                .extensions(table.extensions())
                .finalDemandExtensions(table.finalDemandExtensions());
        return split.build();
    }

    private static void requireImportsByProductOnly(SupplyUseTable table) {
        if (table.prices() == PriceBasis.PURCHASERS) {
            throw new IllegalArgumentException(
                    "Imports are valued like supply; bring uses there first:" + " BasicPrices.of(table).table().");
        }
        if (table.importedUse().isPresent()) {
            throw new IllegalArgumentException("The table records imports by user, which is better than shares.");
        }
        if (table.imports().columns().size() == 0) {
            throw new IllegalArgumentException(
                    "The table has no column of imports by product; give the builder imports(…).");
        }
    }

    private static double[] shares(SupplyUseTable table, boolean[] excepted) {
        SparseMatrix y = table.finalDemand().byCategory().matrix();
        int[] taking =
                IntStream.range(0, excepted.length).filter(c -> !excepted[c]).toArray();
        double[] used = table.use().matrix().rowSums();
        double[] delivered = y.columns(taking).rowSums();
        double[] imports = table.imports().matrix().rowSums();
        List<String> tooLarge = new ArrayList<>();
        double[] share = new double[imports.length];
        for (int i = 0; i < share.length; i++) {
            double base = used[i] + delivered[i];
            share[i] = imports[i] == 0 ? 0 : imports[i] / base;
            if (!(share[i] >= 0 && share[i] <= 1)) {
                tooLarge.add("'" + table.products().get(i) + "' (" + imports[i] + " of " + base + ")");
            }
        }
        if (!tooLarge.isEmpty()) {
            throw new IllegalArgumentException(
                    "Imports that the users left cannot have taken: " + String.join(", ", tooLarge)
                            + ". Maybe some are exported again, so that exports take their share?");
        }
        return share;
    }

    private static LabelledMatrix imported(LabelledMatrix uses, double[] share, boolean[] excepted) {
        SparseMatrixBuilder imported =
                SparseMatrix.builder(uses.rows().size(), uses.columns().size());
        uses.matrix().forEach((i, j, amount) -> imported.add(i, j, excepted[j] ? 0 : amount * share[i]));
        return LabelledMatrix.of(uses.name(), uses.rows(), uses.columns(), uses.rowUnits(), imported.build());
    }
}
