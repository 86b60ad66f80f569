package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.technology.NotViableException;

/** What is said where there is no answer. */
class RegionalMistakesTest {

    private static final Labels INDUSTRIES = Labels.ofRegions(List.of("A", "B"), List.of("Steel"));

    private final RegionalEconomy economy = RegionalEconomy.of(Archipelago.table());

    private static InputOutputTableBuilder builder(double[][] z) {
        return InputOutputTable.builder(INDUSTRIES).unit("EUR").transactions(z);
    }

    @Test
    void categoriesWithoutARegion() {
        InputOutputTable table = builder(new double[][] {{1, 0}, {0, 1}})
                .finalDemand("Households", 1, 1)
                .finalDemand("Exports", 1, 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionalEconomy.of(table))
                .withMessageContaining("categories of final demand 'Households', 'Exports'")
                .withMessageContaining("Labels.ofRegions(regions, categories)")
                .withMessageContaining("new Label(\"Rest of the world\", \"Exports\")");
    }

    @Test
    void industriesWithoutARegion() {
        InputOutputTable table = InputOutputTable.builder("Steel", "Corn")
                .unit("EUR")
                .transactions(new double[2][2])
                .finalDemand("Households", 1, 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionalEconomy.of(table))
                .withMessageContaining("industries 'Steel', 'Corn'")
                .withMessageContaining("Labels.ofRegions(regions, sectors)");
    }

    @Test
    void namesThatAreNotThere() {
        assertThatThrownBy(() -> economy.accounts("CO"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'CO2'?");
        assertThatThrownBy(() -> economy.accounts("CO2").footprint("Nort"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'North'?");
        assertThatThrownBy(() -> economy.feedback("North", Map.of("Mines", 1.0)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("There is no 'Mines'");
    }

    @Test
    void rowsThatCannotBeAddedUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> economy.accounts("CO2", "Hours"))
                .withMessageContaining("'CO2' is in kg and 'Hours' in h:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> economy.accounts("CO2", "CO2"))
                .withMessageContaining("counted twice");
        assertThatIllegalArgumentException()
                .isThrownBy(economy::accounts)
                .withMessageContaining("known are: CO2, Hours, Methane");
    }

    @Test
    void productsInDifferentUnits() {
        RegionalTrade trade = economy.trade();
        assertThatIllegalStateException().isThrownBy(trade::exports).withMessageContaining("t, pieces, MWh");
        assertThatIllegalStateException().isThrownBy(() -> trade.balance("North", "South"));
        assertThat(trade.exportsByProduct("North", "Isles").of("Mills")).isEqualTo(18);
        assertThatIllegalArgumentException()
                .isThrownBy(economy::exportDecomposition)
                .withMessageContaining("The table has no value added");
    }

    @Test
    void productsOfOneNameInDifferentUnits() {
        InputOutputTable table = InputOutputTable.builder(INDUSTRIES)
                .units(Units.perLabel("t", "kg"))
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand(Labels.ofRegions(List.of("A"), List.of("All")), SparseMatrix.of(new double[][] {{5}, {9}}))
                .build();
        RegionalCoefficients coefficients = RegionalEconomy.of(table).coefficients("A");
        assertThatIllegalStateException()
                .isThrownBy(coefficients::technical)
                .withMessageContaining("'B / Steel' is in kg, but 'Steel' of another region in t")
                .withMessageContaining("imported()");
        assertThat(coefficients.imported().of("B / Steel", "A / Steel")).isEqualTo(3.0 / 8);
    }

    @Test
    void populations() {
        RegionalAccounts co2 = economy.accounts("CO2");
        Units persons = Units.of("persons");
        assertThatThrownBy(() -> co2.perHead(LabelledVector.of("Population", Labels.of("North"), persons, 3)))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("missing there: South, Isles");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> co2.perHead(LabelledVector.of("Population", economy.regions(), persons, 3, 0, 2)))
                .withMessageContaining("The population of 'South' is 0.0");
    }

    @Test
    void exportsThatContainNothing() {
        InputOutputTable table = builder(new double[][] {{1, 0}, {0, 1}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("All")), SparseMatrix.of(new double[][] {
                    {1, 1}, {0, 1}
                }))
                .valueAdded("Wages", 2, 1)
                .build();
        RegionalEconomy two = RegionalEconomy.of(table);
        assertThat(two.exportDecomposition().valueAddedRatio("A")).isCloseTo(1, within(1e-15));
        assertThatIllegalStateException()
                .isThrownBy(() -> two.exportDecomposition().valueAddedRatio("B"))
                .withMessageContaining("'B' exports nothing");
        assertThatIllegalStateException()
                .isThrownBy(() -> two.accounts("Wages").inExports().foreignShare("B"))
                .withMessageContaining("The exports of 'B' contain no Wages");
    }

    @Test
    void economiesThatUseUpMoreThanTheyMake() {
        InputOutputTable table = builder(new double[][] {{2, 1}, {1, 1}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("All")), SparseMatrix.of(new double[][] {
                    {-1, 0}, {0, -0.5}
                }))
                .extension("CO2", "t", 1, 1)
                .build();
        RegionalEconomy two = RegionalEconomy.of(table);
        assertThatThrownBy(() -> two.accounts("CO2"))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("A / Steel");
    }

    @Test
    void importsFromOutsideAreMentioned() {
        LabelledMatrix imports = LabelledMatrix.of(
                "Imports", Labels.of("Oil"), INDUSTRIES, Units.of("EUR"), SparseMatrix.of(new double[][] {{1, 2}}));
        InputOutputTable table = builder(new double[][] {{1, 0}, {0, 1}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("All")), SparseMatrix.of(new double[][] {
                    {3, 1}, {0, 4}
                }))
                .extension("CO2", "t", 1, 1)
                .imports(imports)
                .build();
        assertThat(RegionalEconomy.of(table).accounts("CO2").report().notes())
                .singleElement()
                .asString()
                .contains("imports from outside its regions (1 products)");
    }

    /** A row of value added called CO2 beside an extension "air / CO2": the exact name wins, in amounts and coefficients. */
    @Test
    void oneNameIsOneRow() {
        InputOutputTable table = InputOutputTable.builder(Labels.ofRegions(List.of("A", "B"), List.of("S")))
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand(Labels.ofRegions(List.of("A", "B"), List.of("Homes")), SparseMatrix.of(new double[][] {
                    {10, 0}, {0, 20}
                }))
                .valueAdded("CO2", 9, 21)
                .extensions(
                        Labels.ofLabels(List.of(new Label("air", "CO2"))),
                        Units.of("kg"),
                        SparseMatrix.of(new double[][] {{100, 200}}))
                .build();

        RegionalAccounts money = RegionalEconomy.of(table).accounts("CO2");
        RegionalAccounts air = RegionalEconomy.of(table).accounts("air / CO2");

        assertThat(money.unit()).isEqualTo("EUR");
        assertThat(money.production().of("A")).isEqualTo(9);
        assertThat(money.identity().relativeDifference()).isLessThan(1e-14);
        assertThat(air.unit()).isEqualTo("kg");
        assertThat(air.production().of("B")).isEqualTo(200);
        assertThat(air.identity().relativeDifference()).isLessThan(1e-14);
    }
}
