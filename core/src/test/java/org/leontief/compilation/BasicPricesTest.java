package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/** Goods that bear margins of trade and transport and a tax, by hand. */
class BasicPricesTest {

    /** Goods: 100 made, 20 imported, 15 + 5 margins, 10 taxes: 150 paid for. */
    private static SupplyUseTableBuilder table() {
        return SupplyUseTable.builder(Labels.of("Goods", "Trade", "Transport"), Labels.of("Works", "Shops", "Lorries"))
                .unit("EUR")
                .supply(new double[][] {{100, 0, 0}, {0, 50, 0}, {0, 0, 30}})
                .imports("Abroad", 20, 0, 0)
                .margins("Trade margins", 15, -15, 0)
                .margins("Transport margins", 5, 0, -5)
                .taxes("Taxes on products", 10, 0, 0)
                .usesAt(PriceBasis.PURCHASERS)
                .use(new double[][] {{30, 15, 5}, {5, 5, 5}, {5, 0, 0}})
                .finalDemand("Households", 75, 20, 20)
                .finalDemand("Exports", 25, 0, 0)
                .valueAdded("Value added", 60, 30, 20);
    }

    @Test
    void everyUserPaysTheSameRate() {
        assertThat(table().build().balance().isBalanced(0)).isTrue();

        BasicPrices basic = BasicPrices.of(table().build());
        SupplyUseTable made = basic.table();

        assertThat(made.prices()).isEqualTo(PriceBasis.BASIC);
        assertThat(made.use().of("Goods", "Works")).isCloseTo(30 * 120 / 150.0, within(1e-14));
        assertThat(made.use().of("Trade", "Works")).isCloseTo(5 + 30 * 15 / 150.0, within(1e-14));
        assertThat(made.use().of("Transport", "Works")).isCloseTo(5 + 30 * 5 / 150.0, within(1e-14));
        assertThat(made.valueAdded().of("Taxes on products", "Works")).isCloseTo(2, within(1e-14));
        assertThat(basic.taxesOnFinalDemand().of("Taxes on products", "Households"))
                .isCloseTo(5, within(1e-14));
        assertThat(made.balance().isBalanced(1e-15)).isTrue();
        InputOutputTable symmetric =
                CompiledTable.of(made, TransformationModel.FIXED_PRODUCT_SALES).table();
        assertThat(symmetric.balance().isBalanced(1e-14)).isTrue();
    }

    @Test
    void exportsWithoutTaxes() {
        BasicPrices basic = BasicPrices.of(table().build(), Set.of("Exports"));

        assertThat(basic.taxesOnFinalDemand().of("Taxes on products", "Exports"))
                .isZero();
        assertThat(basic.taxesOnFinalDemand().of("Taxes on products", "Households"))
                .isCloseTo(6, within(1e-14));
        assertThat(basic.table().finalDemand().byCategory().of("Goods", "Exports"))
                .isCloseTo(25 * 130 / 150.0, within(1e-14));
        assertThat(basic.table().balance().isBalanced(1e-15)).isTrue();
    }

    @Test
    void marginsThatNobodyEarnsAreRefused() {
        assertThatThrownBy(() ->
                        BasicPrices.of(table().margins("Insurance", 3, 0, 0).build()))
                .hasMessageContaining("'Insurance': 3.0 are borne by products and 0.0 earned");
        assertThatThrownBy(() -> BasicPrices.of(BasicPrices.of(table().build()).table()))
                .hasMessageContaining("BASIC");
    }
}
