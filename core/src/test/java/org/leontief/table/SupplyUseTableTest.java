package org.leontief.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;

/** Make and use after Miller and Blair 2009, sections 5.2 and 5.3; the tables with margins and imports are made up. */
class SupplyUseTableTest {

    private static final Labels PRODUCTS = Labels.of("Commodity 1", "Commodity 2");
    private static final Labels INDUSTRIES = Labels.of("Industry 1", "Industry 2");

    private static SupplyUseTableBuilder millerAndBlair() {
        return SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                .unit("dollars")
                .make(new double[][] {{90, 0}, {10, 100}})
                .use(new double[][] {{12, 8}, {10, 7}})
                .finalDemand("Final users", 80, 83)
                .valueAdded("Value added", 68, 95);
    }

    private static LabelledMatrix matrix(String name, Labels rows, Labels columns, double[][] cells) {
        return LabelledMatrix.of(name, rows, columns, Units.of("dollars"), SparseMatrix.of(cells));
    }

    @Test
    void outputsOfProductsAndIndustries() {
        SupplyUseTable table = millerAndBlair().build();

        assertThat(table.productOutput().toArray()).containsExactly(100, 100);
        assertThat(table.industryOutput().toArray()).containsExactly(90, 110);
        assertThat(table.make().of("Industry 2", "Commodity 1")).isEqualTo(10);
        assertThat(table.supply().of("Commodity 1", "Industry 2")).isEqualTo(10);
        assertThat(table.prices()).isEqualTo(PriceBasis.BASIC);
        assertThat(table.balance().isBalanced(0)).isTrue();
        assertThat(table.balance().toString()).isEqualTo("All totals agree exactly.");
    }

    @Test
    void partsAreJoinedByLabelInWhateverOrder() {
        Labels backwards = Labels.of("Commodity 2", "Commodity 1");
        Labels others = Labels.of("Industry 2", "Industry 1");

        SupplyUseTable table = SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                .unit("dollars")
                .make(matrix("V", others, backwards, new double[][] {{100, 10}, {0, 90}}))
                .use(matrix("U", backwards, others, new double[][] {{7, 10}, {8, 12}}))
                .finalDemand(matrix("Y", backwards, Labels.of("Final users"), new double[][] {{83}, {80}}))
                .valueAdded(matrix("W", Labels.of("Value added"), others, new double[][] {{95, 68}}))
                .build();

        assertThat(table).isEqualTo(millerAndBlair().build());
    }

    @Test
    void importsMarginsAndTaxesStandBetweenSupplyAndUseAtPurchasersPrices() {
        // Goods: 100 made, 20 imported, 15 of margins, 5 of taxes: 140 paid. Trade: 50 made, of which 15 are margins.
        SupplyUseTableBuilder builder = SupplyUseTable.builder(Labels.of("Goods", "Trade"), Labels.of("Works", "Shops"))
                .unit("EUR")
                .supply(new double[][] {{100, 0}, {0, 50}})
                .use(new double[][] {{30, 10}, {5, 5}})
                .usesAt(PriceBasis.PURCHASERS)
                .finalDemand("Households", 100, 25)
                .imports("Abroad", 20, 0)
                .margins("Trade margins", 15, -15)
                .taxes("Taxes", 5, 0)
                .valueAdded("Value added", 65, 35);

        assertThat(builder.build().balance().isBalanced(0)).isTrue();
        assertThat(builder.build().valuation().total().toArray()).containsExactly(20, -15);
        assertThat(builder.taxes("Excise", 1, 0).build().balance().largest(5))
                .containsExactly(new SupplyUseBalance.Line(Labels.of("Goods").get(0), 141, 140, 141));
    }

    @Test
    void importedUseBesideIsAddedAndIsTheColumnOfImports() {
        LabelledMatrix toIndustries = matrix("Um", PRODUCTS, INDUSTRIES, new double[][] {{1, 2}, {0, 4}});
        LabelledMatrix toUsers = matrix("Ym", PRODUCTS, Labels.of("Final users"), new double[][] {{3}, {0}});

        SupplyUseTable beside =
                millerAndBlair().importedUseBeside(toIndustries, toUsers).build();
        SupplyUseTable within =
                millerAndBlair().importedUse(toIndustries, toUsers).build();

        assertThat(beside.use().of("Commodity 2", "Industry 2")).isEqualTo(11);
        assertThat(beside.finalDemand().total().of("Commodity 1")).isEqualTo(83);
        assertThat(beside.imports().of("Commodity 1", "Imports")).isEqualTo(6);
        assertThat(beside.balance().products())
                .allSatisfy(line -> assertThat(line.difference()).isZero());
        assertThat(within.use()).isEqualTo(millerAndBlair().build().use());
        assertThat(within.importedUse().orElseThrow().total().of("Commodity 2")).isEqualTo(4);
        assertThatThrownBy(() -> millerAndBlair()
                        .usesAt(PriceBasis.PURCHASERS)
                        .importedUseBeside(toIndustries, toUsers)
                        .build())
                .hasMessageContaining("purchasers' prices");
    }

    @Test
    void anImbalanceNamesProductAndIndustry() {
        SupplyUseTable table = SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                .unit("dollars")
                .make(new double[][] {{90, 0}, {10, 100}})
                .use(new double[][] {{12, 8}, {10, 9}})
                .finalDemand("Final users", 80, 83)
                .valueAdded("Value added", 68, 95)
                .build();

        assertThat(table.balance().isBalanced(0.01)).isFalse();
        assertThatThrownBy(() -> table.balance().requireBalanced(0.01))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Commodity 2")
                .hasMessageContaining("Industry 2")
                .hasMessageContaining("-2.00");
    }

    @Test
    void anIndustryOfSeveralUnitsHasNoOutput() {
        SupplyUseTable table = SupplyUseTable.builder(Labels.of("Steel", "Power"), Labels.of("Mill", "Plant"))
                .units(Units.perLabel("tonnes", "MWh"))
                .supply(new double[][] {{10, 0}, {2, 50}})
                .use(new double[][] {{1, 1}, {20, 5}})
                .build();

        assertThat(table.productOutput().of("Power")).isEqualTo(52);
        assertThatThrownBy(table::industryOutput)
                .hasMessageContaining("'Mill'")
                .hasMessageContaining("'Steel' in tonnes and 'Power' in MWh");
        assertThatThrownBy(table::make).hasMessageContaining("different units");

        SupplyUseTable alone = SupplyUseTable.builder(Labels.of("Steel", "Power"), Labels.of("Mill", "Plant"))
                .units(Units.perLabel("tonnes", "MWh"))
                .supply(new double[][] {{10, 0}, {0, 50}})
                .use(new double[][] {{1, 1}, {20, 5}})
                .build();
        assertThat(alone.industryOutput().units()).isEqualTo(Units.perLabel("tonnes", "MWh"));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                        .use(matrix("Use 2015", Labels.of("Commodity 1", "Comodity 2"), INDUSTRIES, new double[][] {
                            {1, 0}, {0, 1}
                        })))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Use 2015")
                .hasMessageContaining("'Comodity 2', did you mean 'Commodity 2'");
        assertThatThrownBy(() ->
                        SupplyUseTable.builder(PRODUCTS, INDUSTRIES).use(new double[][] {{1, Double.NaN}, {0, 1}}))
                .hasMessageContaining("Use for 'Commodity 1'")
                .hasMessageContaining("Industry 2");
        assertThatThrownBy(() -> SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                        .unit("euros")
                        .supply(matrix("V", PRODUCTS, INDUSTRIES, new double[][] {{1, 0}, {0, 1}}))
                        .use(new double[][] {{1, 0}, {0, 1}})
                        .build())
                .hasMessageContaining("dollars")
                .hasMessageContaining("euros");
        assertThatThrownBy(() -> SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                        .unit("euros")
                        .supply(new double[][] {{1, 0}, {0, 1}})
                        .build())
                .hasMessageContaining("use(...)");
        assertThatThrownBy(() -> millerAndBlair().supply(new double[][] {{1, 0}, {0, 1}}))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> SupplyUseTable.builder(PRODUCTS, INDUSTRIES)
                        .supply(new double[][] {{1, 0}, {0, 1}})
                        .use(new double[][] {{1, 0}, {0, 1}})
                        .build())
                .hasMessageContaining("unit(\"million EUR\")");
        assertThatThrownBy(() -> millerAndBlair().margins("Trade margins", 1))
                .hasMessageContaining("Margins 'Trade margins' has 1 entries for 2 products");
    }

    @Test
    void extensionsOfIndustriesAndOfFinalUsers() {
        SupplyUseTable table = millerAndBlair()
                .extension("CO2", "tonnes", 5, 7)
                .finalDemandExtension("CO2", 3)
                .build();

        assertThat(table.extensions().of("CO2", "Industry 2")).isEqualTo(7);
        assertThat(table.finalDemandExtensions().of("CO2", "Final users")).isEqualTo(3);
        assertThat(table.extensions().row("CO2").total()).isCloseTo(12, within(0.0));
    }

    @Test
    void extensionsOfFinalUsersAreRefusedByNameWhereTheyAreCalledIn() {
        assertThatThrownBy(() -> millerAndBlair().finalDemandExtension("CO2", Double.NaN))
                .hasMessage("Extension 'CO2' of final demand is NaN in category 1; a finite number is needed. Maybe a"
                        + " missing value?");
    }

    @Test
    void oneRowIsARow() {
        assertThat(millerAndBlair().build())
                .asString()
                .contains("1 category of final demand")
                .contains("1 row of value added")
                .contains("2 products and 2 industries");
    }
}
