package org.leontief.compilation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;

/**
 * Supply and use tables that agree product by product and have given column totals, made by {@link SutRas}.
 *
 * <p>u_ij = u⁰_ij r_i s_j and v_ij = v⁰_ij w_j / r_i, negative cells by the reciprocals; labels, unit, signs and zeros are those of
 * the priors, products in the order of the use table. Immutable.
 */
public final class BalancedSupplyUse {

    private final StackedTables prior;
    private final StackedTables tables;
    private final Biproportion found;
    private final BalancingReport report;

    BalancedSupplyUse(StackedTables prior, StackedTables tables, Biproportion found, BalancingReport report) {
        this.prior = prior;
        this.tables = tables;
        this.found = found;
        this.report = report;
    }

    /**
     * U; where imported uses stand apart, the domestic ones.
     *
     * @return products × users
     */
    public LabelledMatrix use() {
        return tables.use();
    }

    /**
     * Imported uses.
     *
     * @return products × users; empty where they do not stand apart
     */
    public Optional<LabelledMatrix> importedUse() {
        return Optional.ofNullable(tables.importedUse());
    }

    /**
     * V.
     *
     * @return products × suppliers
     */
    public LabelledMatrix supply() {
        return tables.supply();
    }

    /**
     * What was found out about the products: how much of each is supplied, and used.
     *
     * @return V 1
     */
    public LabelledVector productTotals() {
        return tables.supply().rowTotals().named("Supply of products");
    }

    /**
     * r: by what uses of a product were multiplied, and supplies of it divided.
     *
     * @return one for each product
     */
    public LabelledVector productMultipliers() {
        int products = use().rows().size();
        return LabelledVector.of(
                "Product multipliers", use().rows(), Units.NONE, Arrays.copyOf(found.rowMultipliers(), products));
    }

    /**
     * s: by what the uses of a user were multiplied.
     *
     * @return one for each user
     */
    public LabelledVector useMultipliers() {
        int users = use().columns().size();
        return LabelledVector.of(
                "Use multipliers", use().columns(), Units.NONE, Arrays.copyOf(found.columnMultipliers(), users));
    }

    /**
     * w: by what the supplies of a supplier were multiplied.
     *
     * @return one for each supplier
     */
    public LabelledVector supplyMultipliers() {
        double[] all = found.columnReciprocals();
        return LabelledVector.of(
                "Supply multipliers",
                supply().columns(),
                Units.NONE,
                Arrays.copyOfRange(all, use().columns().size(), all.length));
    }

    /**
     * How it was reached, and how well totals and balances are met.
     *
     * @return the report
     */
    public BalancingReport report() {
        return report;
    }

    /**
     * Demands that totals and balances are met.
     *
     * @return this
     * @throws IllegalStateException if the work stopped before, with the reason
     */
    public BalancedSupplyUse requireConverged() {
        report.requireConverged();
        return this;
    }

    /**
     * The cells of the use table that changed most.
     *
     * @param count how many at most
     * @return largest absolute change first
     */
    public List<ChangedCell> largestUseChanges(int count) {
        return LargestChanges.of(prior.use(), tables.use(), count);
    }

    /**
     * The cells of the supply table that changed most.
     *
     * @param count how many at most
     * @return largest absolute change first
     */
    public List<ChangedCell> largestSupplyChanges(int count) {
        return LargestChanges.of(prior.supply(), tables.supply(), count);
    }

    /** The report. */
    @Override
    public String toString() {
        return use().name() + " and " + supply().name() + ", balanced\n" + report;
    }
}
