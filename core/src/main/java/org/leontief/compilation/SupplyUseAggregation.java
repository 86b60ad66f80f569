package org.leontief.compilation;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;
import org.leontief.table.Valuation;

/**
 * Brings supply and use tables into coarser classifications of products and of industries: V* = P V Jᵀ, U* = P U Jᵀ, Y* = P Y, W* = W Jᵀ.
 *
 * <p>P and J are the matrices of two {@link Concordance}s. Totals are kept and checked. Aggregated so that there are as many products as
 * industries, tables can be compiled by product technology. Immutable.
 */
public final class SupplyUseAggregation {

    private final Concordance products;
    private final Concordance industries;

    private SupplyUseAggregation(Concordance products, Concordance industries) {
        this.products = products;
        this.industries = industries;
    }

    /**
     * Aggregates both sides.
     *
     * @param products from the products of a table to the new ones
     * @param industries from the industries of a table to the new ones
     * @return the aggregation
     */
    public static SupplyUseAggregation of(Concordance products, Concordance industries) {
        return new SupplyUseAggregation(products, industries);
    }

    /**
     * A table in the new classifications.
     *
     * @param table joined by label
     * @return a new table
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if products of different units would be added up
     */
    public SupplyUseTable apply(SupplyUseTable table) {
        Run run = new Run(table);
        Valuation valuation = table.valuation();
        SupplyUseTableBuilder result = SupplyUseTable.builder(products.targets(), industries.targets())
                .units(run.units)
                .usesAt(table.prices())
                .supply(run.both(table.supply()))
                .use(run.both(table.use()))
                .finalDemand(run.byProduct(table.finalDemand().byCategory()))
                .imports(run.byProduct(table.imports()))
                .margins(run.byProduct(valuation.margins()))
                .taxes(run.byProduct(valuation.taxes()))
                .valueAdded(run.byIndustry(table.valueAdded()))
                .extensions(run.byIndustry(table.extensions()))
                .finalDemandExtensions(table.finalDemandExtensions());
        table.importedUse()
                .ifPresent(abroad ->
                        result.importedUse(run.both(abroad.toIndustries()), run.byProduct(abroad.toFinalUsers())));
        run.totals.requireKept();
        return result.build();
    }

    /** One table under aggregation. */
    private final class Run {

        private final Units units;
        private final SparseMatrix p;
        private final SparseMatrix jt;
        private final PreservedTotals totals = new PreservedTotals();

        Run(SupplyUseTable table) {
            Labels rows = table.products();
            p = products.joinedTo(rows, "the concordance of products");
            jt = industries
                    .joinedTo(table.industries(), "the concordance of industries")
                    .transpose();
            units = products.unitsOfTargets(rows, table.units(), "the concordance of products");
        }

        LabelledMatrix both(LabelledMatrix flows) {
            return byProduct(byIndustry(flows));
        }

        LabelledMatrix byProduct(LabelledMatrix columns) {
            LabelledMatrix made = LabelledMatrix.of(
                    columns.name(),
                    products.targets(),
                    columns.columns(),
                    units,
                    SparseProduct.of(p, columns.matrix()));
            if (units.isUniform()) {
                totals.compareColumns(columns.name(), columns, made);
            }
            return made;
        }

        LabelledMatrix byIndustry(LabelledMatrix rows) {
            LabelledMatrix made = LabelledMatrix.of(
                    rows.name(),
                    rows.rows(),
                    industries.targets(),
                    rows.rowUnits(),
                    SparseProduct.of(rows.matrix(), jt));
            totals.compareRows(rows.name(), rows, made);
            return made;
        }
    }

    /** What is aggregated. */
    @Override
    public String toString() {
        return "Aggregation of " + products.sources().size() + " products into "
                + products.targets().size() + ", and of " + industries.sources().size() + " industries into "
                + industries.targets().size();
    }
}
