package org.leontief.compilation;

import java.util.List;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;

/**
 * SUT-RAS: use and supply balanced together where the outputs of the products are not known.
 *
 * <p>Given are the totals of the columns: what every industry and final user uses, and what every industry (or other supplier)
 * supplies. Sought are U and V (products × users and products × suppliers) with these totals, and for every product the same
 * amount used and supplied, whatever it is: U 1 = V 1. The balance of product i has the multiplier r_i, which U takes as it is and V
 * as its reciprocal: u_ij = u⁰_ij r_i s_j, v_ij = v⁰_ij w_j / r_i, negative cells the other way round. That is {@link Gras} for the
 * matrix [U⁰, −V⁰] with row totals 0, and so are its objective, its zeros and its proofs of contradiction. With imported uses
 * kept apart, their cells share one multiplier for total imports, which is known, where imports by product are not.
 *
 * <p>Source: U. Temurshoev and M. P. Timmer, "Joint estimation of supply and use tables", Papers in Regional Science 90 (2011).
 * Further columns of supply with known totals (imports, margins, taxes less subsidies on products) are suppliers like the
 * industries. All numbers in one unit.
 */
public final class SutRas {

    private SutRas() {}

    /**
     * Balances with the default options.
     *
     * @param use U⁰, products × users: industries, and final demand by category
     * @param supply V⁰, products × suppliers: industries, and imports, margins, taxes where they are columns; products joined by
     *     label
     * @param useTotals column totals of U, joined by label
     * @param supplyTotals column totals of V, joined by label
     * @return U, V and the report; see {@link BalancedSupplyUse#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that there are no such U and V, with what contradicts what
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public static BalancedSupplyUse balance(
            LabelledMatrix use, LabelledMatrix supply, LabelledVector useTotals, LabelledVector supplyTotals) {
        return balance(use, supply, useTotals, supplyTotals, BalancingOptions.defaults());
    }

    /**
     * Balances.
     *
     * @param use U⁰, products × users: industries, and final demand by category
     * @param supply V⁰, products × suppliers: industries, and imports, margins, taxes where they are columns; products joined by
     *     label
     * @param useTotals column totals of U, joined by label
     * @param supplyTotals column totals of V, joined by label
     * @param options tolerance, limit, policy for totals that differ, listener
     * @return U, V and the report; see {@link BalancedSupplyUse#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that there are no such U and V, with what contradicts what
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ
     */
    public static BalancedSupplyUse balance(
            LabelledMatrix use,
            LabelledMatrix supply,
            LabelledVector useTotals,
            LabelledVector supplyTotals,
            BalancingOptions options) {
        return balance(StackedTables.of(use, null, supply), useTotals, supplyTotals, 0, options);
    }

    /**
     * Balances tables in which imported uses stand apart from domestic ones.
     *
     * @param domesticUse products × users: what was made at home
     * @param importedUse products × users: what was imported; users and products joined by label
     * @param supply products × domestic suppliers; products joined by label
     * @param useTotals column totals of domestic and imported uses together, joined by label
     * @param supplyTotals column totals of supply, joined by label
     * @param totalImports the sum of all imported uses, in the unit of the tables
     * @param options tolerance, limit, policy for totals that differ, listener
     * @return the three tables and the report; see {@link BalancedSupplyUse#requireConverged()}
     * @throws InfeasibleMarginsException if it is proved that there are no such tables, with what contradicts what
     * @throws org.leontief.label.UnknownLabelException if labels do not match
     * @throws IllegalArgumentException if units differ, or total imports are not finite
     */
    public static BalancedSupplyUse balance(
            LabelledMatrix domesticUse,
            LabelledMatrix importedUse,
            LabelledMatrix supply,
            LabelledVector useTotals,
            LabelledVector supplyTotals,
            double totalImports,
            BalancingOptions options) {
        if (!Double.isFinite(totalImports)) {
            throw new IllegalArgumentException("Total imports are " + totalImports + "; a finite number is needed.");
        }
        return balance(
                StackedTables.of(domesticUse, importedUse, supply), useTotals, supplyTotals, totalImports, options);
    }

    private static BalancedSupplyUse balance(
            StackedTables tables,
            LabelledVector useTotals,
            LabelledVector supplyTotals,
            double totalImports,
            BalancingOptions options) {
        long start = System.nanoTime();
        Margins margins = tables.margins(useTotals, supplyTotals, totalImports);
        requireSameSum(tables, useTotals, supplyTotals, totalImports, options);
        Biproportion found = Biproportion.of("SUT-RAS", "[Use, −Supply]", tables.cells(), margins, options);
        StackedTables balanced = tables.balanced(found);
        return new BalancedSupplyUse(tables, balanced, found, found.report(balanced.cells(), options, start));
    }

    /** Says in the words of use and supply what would else be said of rows that add up to 0. */
    private static void requireSameSum(
            StackedTables tables,
            LabelledVector useTotals,
            LabelledVector supplyTotals,
            double totalImports,
            BalancingOptions options) {
        double used = useTotals.total();
        double supplied = supplyTotals.total() + totalImports;
        double allowed = Math.max(options.tolerance(), (useTotals.size() + supplyTotals.size()) * 0x1p-53)
                * (Math.abs(used) + Math.abs(supplied));
        boolean isAdjusted = options.margins() == MarginPolicy.ADJUST_COLUMN_TOTALS;
        if (Math.abs(used - supplied) > allowed && !isAdjusted) {
            throw new InfeasibleMarginsException(
                    tables.use().name() + "' and '" + tables.supply().name(),
                    List.of(new MarginConflict(
                            MarginConflict.Kind.USE_DIFFERS_FROM_SUPPLY,
                            List.of(),
                            List.of(),
                            used,
                            supplied,
                            Margins.unitOf(tables.use()))));
        }
    }
}
