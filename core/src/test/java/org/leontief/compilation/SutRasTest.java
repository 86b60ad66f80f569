package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;

class SutRasTest {

    private static final Units EUR = Units.of("EUR");
    private static final Labels PRODUCTS = Labels.of("Wheat", "Bread", "Rent");
    private static final Labels USERS = Labels.of("Farms", "Bakeries", "Households", "Stocks");
    private static final Labels SUPPLIERS = Labels.of("Farms", "Bakeries");

    /** Stocks of wheat fall; farms also bake and let rooms. */
    private static final LabelledMatrix USE =
            table("Use", USERS, new double[][] {{10, 40, 12, -2}, {5, 3, 70, 2}, {4, 6, 20, 0}});

    private static final LabelledMatrix SUPPLY =
            table("Supply", SUPPLIERS, new double[][] {{60, 0}, {8, 72}, {18, 12}});

    private static final LabelledVector USE_TOTALS = LabelledVector.of("Use totals", USERS, EUR, 22, 55, 110, 3);
    private static final LabelledVector SUPPLY_TOTALS = LabelledVector.of("Supply totals", SUPPLIERS, EUR, 95, 95);

    private static LabelledMatrix table(String name, Labels columns, double[][] cells) {
        return LabelledMatrix.of(name, PRODUCTS, columns, EUR, SparseMatrix.of(cells));
    }

    @Test
    void totalsAreMetAndProductsBalance() {
        BalancedSupplyUse balanced =
                SutRas.balance(USE, SUPPLY, USE_TOTALS, SUPPLY_TOTALS).requireConverged();

        assertThat(balanced.use().columnTotals().toArray()).containsExactly(USE_TOTALS.toArray(), within(1e-9));
        assertThat(balanced.supply().columnTotals().toArray()).containsExactly(SUPPLY_TOTALS.toArray(), within(1e-9));
        assertThat(balanced.use().rowTotals().toArray())
                .containsExactly(balanced.productTotals().toArray(), within(1e-9));
        assertThat(balanced.use().of("Wheat", "Stocks")).isNegative();
        assertThat(balanced.importedUse()).isEmpty();
    }

    /** u_ij = u⁰_ij r_i s_j, v_ij = v⁰_ij w_j / r_i: Temurshoev and Timmer 2011. */
    @Test
    void theMultipliersOfProductsAreSharedByUseAndSupply() {
        BalancedSupplyUse balanced = SutRas.balance(USE, SUPPLY, USE_TOTALS, SUPPLY_TOTALS);

        double r = balanced.productMultipliers().of("Bread");
        assertThat(balanced.use().of("Bread", "Households"))
                .isCloseTo(70 * r * balanced.useMultipliers().of("Households"), within(1e-10));
        assertThat(balanced.supply().of("Bread", "Farms"))
                .isCloseTo(8 / r * balanced.supplyMultipliers().of("Farms"), within(1e-10));
        assertThat(balanced.use().of("Wheat", "Stocks"))
                .isCloseTo(
                        -2
                                / balanced.productMultipliers().of("Wheat")
                                / balanced.useMultipliers().of("Stocks"),
                        within(1e-10));
    }

    /** The least joint entropy, found by Newton's method on [U, −V]. */
    @Test
    void itIsTheOptimum() {
        SparseMatrix stacked = SparseMatrix.of(
                new double[][] {{10, 40, 12, -2, -60, 0}, {5, 3, 70, 2, -8, -72}, {4, 6, 20, 0, -18, -12}});

        double[] expected =
                OptimumByNewton.of(stacked, new double[] {0, 0, 0}, new double[] {22, 55, 110, 3, -95, -95});

        BalancedSupplyUse balanced = SutRas.balance(USE, SUPPLY, USE_TOTALS, SUPPLY_TOTALS);
        assertThat(balanced.use().of("Wheat", "Bakeries")).isCloseTo(expected[1], within(1e-9));
        assertThat(balanced.use().of("Wheat", "Stocks")).isCloseTo(expected[3], within(1e-9));
        assertThat(balanced.supply().of("Rent", "Bakeries")).isCloseTo(-expected[17], within(1e-9));
    }

    @Test
    void tablesThatBalanceStayAsTheyAre() {
        BalancedSupplyUse balanced = SutRas.balance(USE, SUPPLY, USE.columnTotals(), SUPPLY.columnTotals());

        assertThat(balanced.use()).isEqualTo(USE);
        assertThat(balanced.supply()).isEqualTo(SUPPLY);
    }

    /** Imported uses share one multiplier beside those of their users. */
    @Test
    void importedUsesHaveOneMultiplierForTheirTotal() {
        LabelledMatrix imported =
                table("Imported use", USERS, new double[][] {{1, 4, 2, 0}, {0, 0, 5, -1}, {0, 0, 0, 0}});
        LabelledVector useTotals = USE_TOTALS.plus("Households", 15);

        BalancedSupplyUse balanced = SutRas.balance(
                        USE, imported, SUPPLY, useTotals, SUPPLY_TOTALS, 15, BalancingOptions.defaults())
                .requireConverged();

        LabelledMatrix after = balanced.importedUse().orElseThrow();
        assertThat(after.rowTotals().total()).isCloseTo(15, within(1e-9));
        assertThat(balanced.use().columnTotals().plus(after.columnTotals()).toArray())
                .containsExactly(useTotals.toArray(), within(1e-9));
        assertThat(balanced.use().rowTotals().toArray())
                .containsExactly(balanced.productTotals().toArray(), within(1e-9));
        // The same factor for imported wheat and imported bread of households.
        assertThat(after.of("Wheat", "Households") / 2).isCloseTo(after.of("Bread", "Households") / 5, within(1e-10));
    }

    @Test
    void productsAreJoinedByLabel() {
        Labels other = Labels.of("Rent", "Wheat", "Bread");
        LabelledMatrix moved = LabelledMatrix.of("Supply", other, SUPPLIERS, EUR, SparseMatrix.of(new double[][] {
            {18, 12}, {60, 0}, {8, 72}
        }));

        assertThat(SutRas.balance(USE, moved, USE_TOTALS, SUPPLY_TOTALS).supply())
                .isEqualTo(
                        SutRas.balance(USE, SUPPLY, USE_TOTALS, SUPPLY_TOTALS).supply());
        LabelledMatrix strange =
                LabelledMatrix.of("Supply", Labels.of("Wheat", "Bread", "Cake"), SUPPLIERS, EUR, SUPPLY.matrix());
        assertThatThrownBy(() -> SutRas.balance(USE, strange, USE_TOTALS, SUPPLY_TOTALS))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Supply'")
                .hasMessageContaining("missing there: Rent")
                .hasMessageContaining("not known here: Cake");
    }

    @Test
    void unitsMustFit() {
        LabelledMatrix tons = LabelledMatrix.of("Supply", PRODUCTS, SUPPLIERS, Units.of("t"), SUPPLY.matrix());

        assertThatThrownBy(() -> SutRas.balance(USE, tons, USE_TOTALS, SUPPLY_TOTALS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Supply' is in t where EUR is needed");
    }

    @Test
    void useAndSupplyMustAddUpToTheSame() {
        LabelledVector more = USE_TOTALS.plus("Households", 7);

        assertThatThrownBy(() -> SutRas.balance(USE, SUPPLY, more, SUPPLY_TOTALS))
                .isInstanceOfSatisfying(
                        InfeasibleMarginsException.class,
                        e -> assertThat(e.conflicts().get(0).amount()).isCloseTo(7, within(1e-12)))
                .hasMessageContaining("The totals of use add up to 197.0000")
                .hasMessageContaining("to 190.0000, a difference of 7.0000 EUR");
        BalancedSupplyUse moved = SutRas.balance(
                        USE,
                        SUPPLY,
                        more,
                        SUPPLY_TOTALS,
                        BalancingOptions.defaults().withMargins(MarginPolicy.ADJUST_COLUMN_TOTALS))
                .requireConverged();
        assertThat(moved.report().notes()).singleElement().asString().contains("column totals were moved");
        assertThat(moved.use().columnTotals().total())
                .isCloseTo(moved.supply().columnTotals().total(), within(1e-9))
                .isBetween(190.0, 197.0);
    }

    /** Nothing but Rent comes from this supplier, and Rent is not used so much. */
    @Test
    void aContradictionIsNamed() {
        LabelledMatrix use = table("Use", USERS, new double[][] {{10, 40, 12, 2}, {5, 3, 70, 2}, {4, 0, 0, 0}});
        LabelledMatrix supply = table("Supply", SUPPLIERS, new double[][] {{60, 0}, {8, 0}, {0, 12}});

        assertThatThrownBy(() -> SutRas.balance(
                        use,
                        supply,
                        LabelledVector.of("Use totals", USERS, EUR, 20, 50, 80, 4),
                        LabelledVector.of("Supply totals", SUPPLIERS, EUR, 129, 25)))
                .isInstanceOf(InfeasibleMarginsException.class)
                .hasMessageContaining("Rent")
                .hasMessageContaining("5.0000 too much");
    }
}
