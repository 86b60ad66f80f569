package org.leontief.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.quantity.AggregationBias;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.TotalsPolicy;
import org.leontief.technology.TechnicalCoefficients;

/** Aggregation as in Miller and Blair 2009, section 4.9: S Z Sᵀ, S Y; sums by hand. */
class AggregationTest {

    private static final Labels SECTORS = Labels.of("Wheat", "Cattle", "Steel", "Care");

    private static InputOutputTableBuilder builder() {
        return InputOutputTable.builder(SECTORS)
                .unit("EUR")
                .transactions(new double[][] {{10, 30, 0, 4}, {0, 5, 1, 6}, {8, 2, 50, 3}, {1, 1, 7, 2}})
                .finalDemand("Households", 40, 20, 5, 60)
                .finalDemand("Exports", 16, 8, 32, 0)
                .valueAdded("Wages", 50, -3, 25, 40)
                .extension("CO2", "t", 1, 9, 20, 0.5)
                .finalDemandExtension("CO2", 3, 0);
    }

    private static Concordance three() {
        return Concordance.of(
                SECTORS, Map.of("Wheat", "Farms", "Cattle", "Farms", "Steel", "Steel", "Care", "Services"));
    }

    @Test
    void manyToOneAddsUpEveryPart() {
        InputOutputTable table = Aggregation.of(three()).apply(builder().build());

        assertThat(table.industries()).isEqualTo(Labels.of("Farms", "Steel", "Services"));
        assertThat(table.transactions().matrix().toDense().data).containsExactly(45, 1, 10, 10, 50, 3, 2, 7, 2);
        assertThat(table.finalDemand().byCategory().matrix().toDense().data).containsExactly(60, 24, 5, 32, 60, 0);
        assertThat(table.valueAdded().row("Wages").toArray()).containsExactly(47, 25, 40);
        assertThat(table.extension("CO2").toArray()).containsExactly(10, 20, 0.5);
        assertThat(table.finalDemandExtensions().of("CO2", "Households")).isEqualTo(3);
        assertThat(table.grossOutput().toArray()).containsExactly(140, 100, 71);
        assertThat(table.units()).isEqualTo(Units.of("EUR"));
        assertThat(table.statedOutput()).isEmpty();
    }

    @Test
    void aConcordanceInAnotherOrderIsJoinedByLabel() {
        Concordance backwards = Concordance.of(
                Labels.of("Care", "Steel", "Cattle", "Wheat"),
                Map.of("Wheat", "Farms", "Cattle", "Farms", "Steel", "Steel", "Care", "Services"));

        InputOutputTable table = Aggregation.of(backwards).apply(builder().build());

        assertThat(table.industries()).isEqualTo(Labels.of("Services", "Steel", "Farms"));
        assertThat(table.grossOutput().toArray()).containsExactly(71, 100, 140);
        assertThat(table.transactions().of("Farms", "Farms")).isEqualTo(45);
    }

    @Test
    void sharesDivideASectorInRowsAndColumns() {
        Concordance shares = Concordance.ofShares(
                SECTORS,
                Map.of(
                        "Wheat", Map.of("Farms", 1.0),
                        "Cattle", Map.of("Farms", 0.25, "Food", 0.75),
                        "Steel", Map.of("Steel", 1.0),
                        "Care", Map.of("Care", 1.0)));

        InputOutputTable table = Aggregation.of(shares).apply(builder().build());

        assertThat(table.transactions().of("Food", "Food")).isCloseTo(5 * 0.75 * 0.75, within(1e-15));
        assertThat(table.transactions().of("Steel", "Food")).isCloseTo(1.5, within(1e-15));
        assertThat(table.grossOutput().of("Food")).isCloseTo(0.75 * 40, within(1e-14));
        assertThat(table.extension("CO2").total()).isCloseTo(30.5, within(1e-14));
    }

    @Test
    void importsFollowTheSectorsOrTheirOwnConcordance() {
        LabelledMatrix toIndustries =
                imported(SECTORS, SECTORS, new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {0, 0, 9, 0}, {0, 1, 0, 1}});
        LabelledMatrix toUsers =
                imported(SECTORS, Labels.of("Households", "Exports"), new double[][] {{1, 0}, {2, 0}, {3, 1}, {0, 0}});
        InputOutputTable table = builder().imports(toIndustries, toUsers).build();

        InputOutputTable made = Aggregation.of(three()).apply(table);

        assertThat(made.imports().orElseThrow().toIndustries().of("Farms", "Farms"))
                .isEqualTo(14);
        assertThat(made.imports().orElseThrow().toFinalUsers().of("Farms", "Households"))
                .isEqualTo(3);
        Concordance all =
                Concordance.of(SECTORS, Map.of("Wheat", "Goods", "Cattle", "Goods", "Steel", "Goods", "Care", "Goods"));
        InputOutputTable one = Aggregation.of(three())
                .withImportedProducts(all)
                .withCategories(Concordance.of(
                        Labels.of("Households", "Exports"), Map.of("Households", "All", "Exports", "All")))
                .apply(table);
        assertThat(one.imports().orElseThrow().total().toArray()).containsExactly(54);
        assertThat(one.finalDemand().category("All").of("Farms")).isEqualTo(84);
        assertThat(one.finalDemandExtensions().of("CO2", "All")).isEqualTo(3);
    }

    private static LabelledMatrix imported(Labels rows, Labels columns, double[][] cells) {
        return LabelledMatrix.of("Imports", rows, columns, Units.of("EUR"), SparseMatrix.of(cells));
    }

    @Test
    void statedOutputsThatCountAreAggregated() {
        InputOutputTable table = Aggregation.of(three())
                .apply(builder()
                        .statedOutput(101, 40, 99, 70)
                        .totals(TotalsPolicy.USE_STATED)
                        .build());

        assertThat(table.grossOutput().toArray()).containsExactly(141, 99, 70);
        assertThat(Aggregation.of(three())
                        .apply(builder()
                                .statedOutput(101, 40, 99, 70)
                                .totals(TotalsPolicy.USE_COMPUTED)
                                .build())
                        .grossOutput()
                        .of("Farms"))
                .isEqualTo(140);
    }

    @Test
    void regionsAndSectorsWithinThem() {
        Labels labels = Labels.ofRegions(List.of("DEU", "FRA", "USA"), List.of("Food", "Steel"));
        InputOutputTable table = InputOutputTable.builder(labels)
                .unit("EUR")
                .transactions(new double[6][6])
                .finalDemand("Households", 1, 2, 3, 4, 5, 6)
                .build();

        InputOutputTable regions = Aggregation.of(
                        Concordance.ofRegions(labels, Map.of("DEU", "EU", "FRA", "EU", "USA", "USA")))
                .apply(table);
        InputOutputTable sectors = Aggregation.of(
                        Concordance.ofSectors(labels, Map.of("Food", "Goods", "Steel", "Goods")))
                .apply(table);

        assertThat(regions.industries()).isEqualTo(Labels.ofRegions(List.of("EU", "USA"), List.of("Food", "Steel")));
        assertThat(regions.grossOutput().toArray()).containsExactly(4, 6, 5, 6);
        assertThat(sectors.grossOutput().of("FRA", "Goods")).isEqualTo(7);
        Concordance both = Concordance.ofRegions(labels, Map.of("DEU", "EU", "FRA", "EU", "USA", "USA"))
                .then(Concordance.ofSectors(regions.industries(), Map.of("Food", "Goods", "Steel", "Goods")));
        assertThat(Aggregation.of(both).apply(table).grossOutput().toArray()).containsExactly(10, 11);
        assertThatThrownBy(() -> Concordance.ofRegions(labels, Map.of("DEU", "EU", "USA", "USA")))
                .hasMessageContaining("No target for 'FRA'");
    }

    @Test
    void aConcordanceThatLosesOrDoublesSomethingIsRefused() {
        assertThatThrownBy(() -> Concordance.of(SECTORS, Map.of("Wheat", "Farms")))
                .hasMessageContaining("'Cattle', 'Steel', 'Care'");
        assertThatThrownBy(() -> Concordance.of(SECTORS, Map.of("Weat", "Farms")))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Wheat'");
        assertThatThrownBy(() ->
                        Concordance.ofShares(Labels.of("Energy"), Map.of("Energy", Map.of("Gas", 0.5, "Power", 0.4))))
                .hasMessageContaining("'Energy' (0.9)");
        assertThatThrownBy(() ->
                        Concordance.ofShares(Labels.of("Energy"), Map.of("Energy", Map.of("Gas", -0.5, "Power", 1.5))))
                .hasMessageContaining("-0.5");
        assertThatThrownBy(() -> Aggregation.of(Concordance.identity(Labels.of("Wheat", "Steel")))
                        .apply(builder().build()))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Cattle");
    }

    @Test
    void unitsAreNotAddedUp() {
        InputOutputTable table = InputOutputTable.builder(Labels.of("Wheat", "Cattle", "Care"))
                .units(Units.perLabel("t", "t", "hours"))
                .transactions(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}})
                .build();

        assertThat(Aggregation.of(Concordance.of(
                                table.industries(), Map.of("Wheat", "Food", "Cattle", "Food", "Care", "Care")))
                        .apply(table)
                        .units())
                .isEqualTo(Units.perLabel("t", "hours"));
        assertThatThrownBy(() -> Aggregation.of(Concordance.of(
                                table.industries(), Map.of("Wheat", "Food", "Cattle", "Rest", "Care", "Rest")))
                        .apply(table))
                .hasMessageContaining("'Rest' would add up t and hours");
    }

    @Test
    void supplyAndUseInBothClassifications() {
        SupplyUseTable table = SupplyUseTable.builder(Labels.of("Wheat", "Milk", "Steel"), Labels.of("Farms", "Mills"))
                .unit("EUR")
                .supply(new double[][] {{10, 0}, {20, 1}, {0, 50}})
                .use(new double[][] {{1, 2}, {3, 4}, {5, 6}})
                .finalDemand("Households", 7, 14, 39)
                .valueAdded("Value added", 21, 39)
                .build();

        SupplyUseTable made = SupplyUseAggregation.of(
                        Concordance.of(table.products(), Map.of("Wheat", "Food", "Milk", "Food", "Steel", "Steel")),
                        Concordance.identity(table.industries()))
                .apply(table);

        assertThat(made.supply().matrix().toDense().data).containsExactly(30, 1, 0, 50);
        assertThat(made.use().matrix().toDense().data).containsExactly(4, 6, 5, 6);
        assertThat(made.balance().isBalanced(0)).isTrue();
        assertThat(CompiledTable.of(made, TransformationModel.PRODUCT_TECHNOLOGY)
                        .table()
                        .balance()
                        .isBalanced(1e-14))
                .isTrue();
    }

    @Test
    void industriesAndProductsOfSupplyAndUseTogether() {
        SupplyUseTable table = SupplyUseTable.builder(
                        Labels.of("Wheat", "Milk", "Steel"), Labels.of("Fields", "Stables", "Mills"))
                .unit("EUR")
                .supply(new double[][] {{10, 2, 0}, {0, 20, 1}, {0, 0, 50}})
                .use(new double[][] {{1, 2, 3}, {3, 4, 5}, {5, 6, 7}})
                .finalDemand("Households", 6, 9, 32)
                .valueAdded("Value added", 1, 10, 36)
                .extension("Jobs", "persons", 3, 4, 5)
                .build();

        SupplyUseTable made = SupplyUseAggregation.of(
                        Concordance.of(table.products(), Map.of("Wheat", "Food", "Milk", "Food", "Steel", "Steel")),
                        Concordance.of(
                                table.industries(), Map.of("Fields", "Farms", "Stables", "Farms", "Mills", "Mills")))
                .apply(table);

        assertThat(made.industries()).isEqualTo(Labels.of("Farms", "Mills"));
        assertThat(made.supply().matrix().toDense().data).containsExactly(32, 1, 0, 50);
        assertThat(made.use().matrix().toDense().data).containsExactly(10, 8, 11, 7);
        assertThat(made.valueAdded().row("Value added").toArray()).containsExactly(11, 36);
        assertThat(made.extensions().row("Jobs").toArray()).containsExactly(7, 5);
        assertThat(made.balance().isBalanced(0)).isTrue();
    }

    /** Miller and Blair 2009, section 4.9, by the formulas, on the four sectors above. */
    @Test
    void theBiasIsZeroForTheTablesOwnDemandAndIsStatedForOthers() {
        InputOutputTable table = builder().build();
        Aggregation aggregation = Aggregation.of(three());

        AggregationBias own =
                AggregationBias.of(table, aggregation, table.finalDemand().total(), SolveOptions.defaults());
        assertThat(own.lines()).allSatisfy(line -> assertThat(line.bias()).isCloseTo(0, within(1e-12)));
        // the first round alone: 45 / 140 · 84 in place of 10 / 100 · 56 + 30 / 40 · 28, and care by 10 / 71 · 60 in
        // both
        assertThat(own.lines().get(0).firstOrder())
                .isCloseTo(45.0 / 140 * 84 - (10.0 / 100 * 56 + (30.0 + 5) / 40 * 28), within(1e-13));

        AggregationBias wheat = AggregationBias.of(
                table, aggregation, table.finalDemand().category("Exports").with("Cattle", 0), SolveOptions.defaults());
        // (A* S − S A) d with d = (16, 0, 32, 0), for farms and then services
        double[] x = table.grossOutput().toArray();
        assertThat(wheat.lines().get(0).firstOrder()).isCloseTo(45.0 / 140 * 16 - 10 / x[0] * 16, within(1e-13));
        assertThat(wheat.lines().get(2).firstOrder()).isCloseTo(2.0 / 140 * 16 - 1 / x[0] * 16, within(1e-13));
        AggregationBias.Line farms = wheat.lines().get(0);
        assertThat(farms.bias()).isCloseTo(farms.planOfAggregate() - farms.aggregateOfPlan(), within(0.0));
        assertThat(farms.bias()).isGreaterThan(1);
        assertThat(wheat.largest(1)).containsExactly(farms);
        assertThat(wheat.relativeToPlan()).isBetween(0.01, 0.5);
        assertThat(wheat.toString()).contains("Farms");
        assertThat(TechnicalCoefficients.of(aggregation.apply(table))
                        .industries()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void targetsMayHaveRegionsAndCategoriesHaveToFollow() {
        Labels sectors = Labels.ofRegions(List.of("A", "B"), List.of("S"));
        InputOutputTable table = InputOutputTable.builder(sectors)
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("Homes")), SparseMatrix.of(new double[][] {
                    {10, 3}, {5, 20}
                }))
                .build();
        Concordance union = Concordance.of(sectors, Map.of("A / S", "EU / S", "B / S", "EU / S"));

        assertThat(union.targets().get(0)).isEqualTo(new Label("EU", "S"));
        assertThatThrownBy(() -> Aggregation.of(union).apply(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Sectors of [A, B] are now in [EU]")
                .hasMessageContaining("withCategories");
        InputOutputTable whole = Aggregation.of(union)
                .withCategories(Concordance.ofRegions(table.finalDemand().categories(), Map.of("A", "EU", "B", "EU")))
                .apply(table);
        assertThat(whole.finalDemand().total().of("EU / S")).isEqualTo(38);
        assertThatThrownBy(() -> Disaggregation.of("S").into("X", 1).withRecipe("X", Map.of("S", Double.NaN)))
                .hasMessageContaining("takes NaN of 'S'");
    }

    @Test
    void targetsOfNothingAreRefusedByName() {
        Labels labels = Labels.ofRegions(List.of("DEU", "FRA"), List.of("Food", "Steel"));

        assertThatThrownBy(() ->
                        Concordance.ofSectors(labels, Map.of("Food", "Goods", "Steel", "Goods", "Stele", "Metals")))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Stele'")
                .hasMessageContaining("Did you mean 'Steel'?");
        assertThatThrownBy(() -> Concordance.ofRegions(labels, Map.of("DEU", "EU", "FRA", "EU", "FRE", "EU")))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'FRE'");
        assertThatThrownBy(() -> Concordance.ofRegions(Labels.of("Food"), Map.of("DEU", "EU")))
                .hasMessage("No region, and so no target, for 'Food'.");
    }

    @Test
    void concordancesOneAfterTheOtherAreJoinedByLabel() {
        Concordance next = Concordance.of(
                Labels.of("Services", "Farms", "Steel"),
                Map.of("Farms", "Goods", "Steel", "Goods", "Services", "Services"));

        Concordance both = three().then(next);

        assertThat(both.sources()).isEqualTo(SECTORS);
        assertThat(both.weights().of("Goods", "Wheat")).isEqualTo(1);
        assertThat(both.weights().of("Goods", "Steel")).isEqualTo(1);
        assertThat(both.weights().of("Services", "Care")).isEqualTo(1);
        assertThat(both.weights().of("Services", "Wheat")).isZero();
    }
}
