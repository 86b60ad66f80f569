package org.leontief.compilation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/**
 * Uses brought from purchasers' to basic prices, where margins and taxes are known by product and not by user: every user of a product
 * pays the same rate.
 *
 * <p>With P_i what is supplied of product i at purchasers' prices, U[i,j] becomes U[i,j] (1 − (margins_i + taxes_i) / P_i). The margins
 * that a user paid are given back as uses of the services that earned them, in proportion to what each earned; the taxes become
 * rows of value added, and what final users paid of them is {@link #taxesOnFinalDemand()}. Product totals come out exactly as
 * the supply table has them; single cells rest on the assumption. Source: United Nations, <i>Handbook on Supply and Use
 * Tables</i> (2018), chapter 7; Eurostat, <i>Manual</i> (2008), chapter 6. Immutable.
 */
public final class BasicPrices {

    private final SupplyUseTable table;
    private final LabelledMatrix taxesOnFinalDemand;

    private BasicPrices(SupplyUseTable table, LabelledMatrix taxesOnFinalDemand) {
        this.table = table;
        this.taxesOnFinalDemand = taxesOnFinalDemand;
    }

    /**
     * Uses at basic prices, every user paying the same rates.
     *
     * @param table uses at purchasers' prices, with margins and taxes by product; in one unit
     * @return the same at basic prices
     * @throws IllegalArgumentException if uses are not at purchasers' prices, margins or taxes are not recorded, or a column of
     *     margins does not add up to 0
     */
    public static BasicPrices of(SupplyUseTable table) {
        return of(table, Set.of());
    }

    /**
     * Uses at basic prices, some final users paying no taxes on products.
     *
     * @param table uses at purchasers' prices, with margins and taxes by product; in one unit
     * @param untaxed categories of final demand, such as exports
     * @return the same at basic prices
     * @throws IllegalArgumentException if uses are not at purchasers' prices, margins or taxes are not recorded, or a column of
     *     margins does not add up to 0
     * @throws org.leontief.label.UnknownLabelException if there is no such category
     */
    public static BasicPrices of(SupplyUseTable table, Set<String> untaxed) {
        if (table.prices() != PriceBasis.PURCHASERS) {
            throw new IllegalArgumentException("Uses are at " + table.prices()
                    + " prices; only uses at purchasers' prices hold margins and taxes that can be taken out.");
        }
        if (table.valuation().isEmpty()) {
            throw new IllegalArgumentException(
                    "The table records neither margins nor taxes by product, so that purchasers'"
                            + " prices cannot be taken apart. Give them to the builder: margins(…), taxes(…).");
        }
        table.units().common();
        LabelledMatrix y = table.finalDemand().byCategory();
        ValuationRates rates = new ValuationRates(
                table, untaxed.stream().mapToInt(y.columns()::indexOf).sorted().toArray());
        boolean[] taxedIndustries = new boolean[table.industries().size()];
        Arrays.fill(taxedIndustries, true);
        boolean[] taxedUsers = new boolean[y.columns().size()];
        Arrays.fill(taxedUsers, true);
        untaxed.forEach(category -> taxedUsers[y.columns().indexOf(category)] = false);
        SparseMatrix taxes = rates.taxes(table.use().matrix(), taxedIndustries);
        SupplyUseTable basic = atBasicPrices(
                table,
                rates.basic(table.use().matrix(), taxedIndustries),
                rates.basic(y.matrix(), taxedUsers),
                withTaxes(table, taxes));
        Labels kinds = table.valuation().taxes().columns();
        return new BasicPrices(
                basic,
                LabelledMatrix.of(
                        "Taxes on final demand",
                        kinds,
                        y.columns(),
                        Units.of(table.units().common()),
                        rates.taxes(y.matrix(), taxedUsers)));
    }

    private static LabelledMatrix withTaxes(SupplyUseTable table, SparseMatrix taxes) {
        LabelledMatrix w = table.valueAdded();
        int first = w.rows().size();
        Labels kinds = table.valuation().taxes().columns();
        List<Label> rows = Stream.concat(w.rows().asList().stream(), kinds.asList().stream())
                .toList();
        List<String> units = IntStream.range(0, rows.size())
                .mapToObj(r -> r < first ? w.rowUnits().get(r) : table.units().common())
                .toList();
        SparseMatrixBuilder stacked =
                SparseMatrix.builder(rows.size(), w.columns().size());
        w.matrix().forEach(stacked::add);
        taxes.forEach((k, j, paid) -> stacked.add(first + k, j, paid));
        Units rowUnits = rows.isEmpty() ? Units.NONE : Units.perLabel(units);
        return LabelledMatrix.of(w.name(), Labels.ofLabels(rows), w.columns(), rowUnits, stacked.build());
    }

    private static SupplyUseTable atBasicPrices(
            SupplyUseTable table, SparseMatrix use, SparseMatrix finalDemand, LabelledMatrix valueAdded) {
        LabelledMatrix u = table.use();
        LabelledMatrix y = table.finalDemand().byCategory();
        SupplyUseTableBuilder basic = SupplyUseTable.builder(table.products(), table.industries())
                .units(table.units())
                .supply(table.supply())
                .use(LabelledMatrix.of(u.name(), u.rows(), u.columns(), u.rowUnits(), use))
                .finalDemand(LabelledMatrix.of(y.name(), y.rows(), y.columns(), y.rowUnits(), finalDemand))
                .imports(table.imports())
                .valueAdded(valueAdded)
                .extensions(table.extensions())
                .finalDemandExtensions(table.finalDemandExtensions());
        table.importedUse().ifPresent(abroad -> basic.importedUse(abroad.toIndustries(), abroad.toFinalUsers()));
        return basic.build();
    }

    /**
     * The table at basic prices, with taxes less subsidies on products as rows of value added.
     *
     * @return supply and use in the same prices
     */
    public SupplyUseTable table() {
        return table;
    }

    /**
     * Taxes less subsidies on products that final users pay; they are in no row of the table.
     *
     * @return kinds of taxes × categories of final demand
     */
    public LabelledMatrix taxesOnFinalDemand() {
        return taxesOnFinalDemand;
    }
}
