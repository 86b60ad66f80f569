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
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/** Whatever is known of the parts, aggregated again they are the table that was divided. */
class DisaggregationTest {

    private static final Labels SECTORS = Labels.of("Steel", "Energy", "Care");

    private static InputOutputTableBuilder builder() {
        return InputOutputTable.builder(SECTORS)
                .unit("EUR")
                .transactions(new double[][] {{20, 10, 5}, {30, 40, 10}, {5, 8, 2}})
                .finalDemand("Households", 50, 25, 45)
                .finalDemand("Stocks", 15, -5, 0)
                .valueAdded("Wages", 40, 38, 41)
                .valueAdded("Taxes", 5, 4, 2)
                .extension("CO2", "t", 3, 60, 1);
    }

    private static Disaggregation divided(String sector) {
        return Disaggregation.of(sector).into("Gas", 0.4).into("Power", 0.6);
    }

    private static void requireSame(InputOutputTable made, InputOutputTable table, Disaggregation disaggregation) {
        InputOutputTable back = Aggregation.of(disaggregation.back(table)).apply(made);
        assertThat(back.industries()).isEqualTo(table.industries());
        assertClose(back.transactions(), table.transactions());
        assertClose(back.finalDemand().byCategory(), table.finalDemand().byCategory());
        assertClose(back.valueAdded(), table.valueAdded());
        assertClose(back.extensions(), table.extensions());
        assertThat(made.grossOutput().of("Gas"))
                .isCloseTo(0.4 * table.grossOutput().of("Energy"), within(1e-10));
        assertThat(made.balance().isBalanced(1e-11)).isTrue();
    }

    private static void assertClose(LabelledMatrix made, LabelledMatrix expected) {
        assertThat(made.matrix().toDense().data)
                .containsExactly(expected.matrix().toDense().data, within(1e-13));
    }

    @Test
    void sharesAlone() {
        InputOutputTable table = builder().build();
        Disaggregation energy = divided("Energy");

        InputOutputTable made = energy.apply(table);

        assertThat(made.industries()).isEqualTo(Labels.of("Steel", "Gas", "Power", "Care"));
        assertThat(made.transactions().of("Gas", "Power")).isCloseTo(40 * 0.4 * 0.6, within(1e-14));
        assertThat(made.transactions().of("Steel", "Power")).isCloseTo(6, within(1e-14));
        assertThat(made.finalDemand().byCategory().of("Gas", "Stocks")).isCloseTo(-2, within(1e-14));
        assertThat(made.extension("CO2").of("Gas")).isCloseTo(24, within(1e-14));
        requireSame(made, table, energy);
    }

    @Test
    void recipesAndSalesThatAreKnownAreKept() {
        InputOutputTable table = builder().build();
        Disaggregation energy = divided("Energy")
                .withRecipe("Power", Map.of("Gas", 0.25, "Steel", 0.1, "Wages", 0.3, "CO2", 0.9))
                .withSales("Power", Map.of("Care", 0.9, "Households", 0.5));

        InputOutputTable made = energy.apply(table);

        // Power makes 60 of 100
        assertThat(made.transactions().of("Gas", "Power")).isCloseTo(15, within(1e-13));
        assertThat(made.transactions().of("Steel", "Power")).isCloseTo(6, within(1e-13));
        assertThat(made.valueAdded().of("Wages", "Power")).isCloseTo(18, within(1e-13));
        assertThat(made.extension("CO2").of("Power")).isCloseTo(54, within(1e-13));
        assertThat(made.extension("CO2").of("Gas")).isCloseTo(6, within(1e-13));
        assertThat(made.transactions().of("Power", "Care")).isCloseTo(9, within(1e-13));
        assertThat(made.finalDemand().byCategory().of("Power", "Households")).isCloseTo(12.5, within(1e-13));
        requireSame(made, table, energy);
    }

    @Test
    void statedOutputImportsAndRegions() {
        Labels sectors = Labels.ofLabels(
                List.of(new Label("DEU", "Steel"), new Label("DEU", "Energy"), new Label("FRA", "Energy")));
        LabelledMatrix toIndustries = LabelledMatrix.of(
                "Imports", Labels.of("Oil"), sectors, Units.of("EUR"), SparseMatrix.of(new double[][] {{1, 10, 2}}));
        InputOutputTable table = InputOutputTable.builder(sectors)
                .unit("EUR")
                .transactions(new double[][] {{2, 1, 0}, {3, 4, 1}, {1, 1, 1}})
                .finalDemand("Households", 7, 22, 7)
                .imports(toIndustries)
                .statedOutput(10, 31, 10)
                .totals(TotalsPolicy.USE_STATED)
                .build();

        InputOutputTable made = divided("DEU / Energy").apply(table);

        assertThat(made.industries().get(1)).isEqualTo(new Label("DEU", "Gas"));
        assertThat(made.grossOutput().of("DEU", "Power")).isCloseTo(18.6, within(1e-14));
        assertThat(made.imports().orElseThrow().toIndustries().of("Oil", "DEU / Gas"))
                .isCloseTo(4, within(1e-14));
    }

    @Test
    void whatCannotBeIsRefused() {
        InputOutputTable table = builder().build();
        Disaggregation energy = divided("Energy");

        assertThatThrownBy(() -> Disaggregation.of("Energy")
                        .into("Gas", 0.4)
                        .into("Power", 0.7)
                        .apply(table))
                .hasMessageContaining("must add up to 1, not 1.1");
        assertThatThrownBy(() -> divided("Enery").apply(table))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Energy'");
        assertThatThrownBy(() -> energy.withRecipe("Oil", Map.of())).isInstanceOf(UnknownLabelException.class);
        assertThatThrownBy(() -> energy.withRecipe("Gas", Map.of("Stel", 0.1)).apply(table))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Steel'");
        assertThatThrownBy(
                        () -> energy.withRecipe("Power", Map.of("Steel", 0.2)).apply(table))
                .hasMessageContaining("'Steel' for the parts of 'Energy' adds up to 12")
                .hasMessageContaining("where there are 10");
        assertThatThrownBy(() -> energy.withSales("Power", Map.of("Care", 1.2))).hasMessageContaining("1.2");
        assertThatThrownBy(() -> energy.withRecipe("Power", Map.of("Steel", 0.1))
                        .withRecipe("Gas", Map.of("Steel", 0.05))
                        .apply(table))
                .hasMessageContaining("no part is left to take the rest");
        assertThatThrownBy(() -> energy.withSales("Gas", Map.of("Steel", 1.0, "Care", 1.0, "Households", 1.0))
                        .apply(table))
                .hasMessageContaining("cannot be brought together with their shares of output");
    }

    /** Households of a rest-of-the-world kind are an industry and a category; their sales were taken for those to the industry. */
    @Test
    void aUserThatIsAnIndustryAndACategoryHasToBeSaid() {
        InputOutputTable table = InputOutputTable.builder("Energy", "Households")
                .unit("EUR")
                .transactions(new double[][] {{10, 20}, {0, 5}})
                .finalDemand("Households", 70, 95)
                .build();
        Disaggregation energy = divided("Energy");

        assertThatThrownBy(
                        () -> energy.withSales("Gas", Map.of("Households", 0.5)).apply(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Households' is an industry and a category of final demand. Say which is meant:"
                        + " withSalesToIndustries or withSalesToFinalUsers.");
        InputOutputTable toIndustry =
                energy.withSalesToIndustries("Gas", Map.of("Households", 0.5)).apply(table);
        assertThat(toIndustry.transactions().of("Gas", "Households")).isCloseTo(10, within(1e-13));
        InputOutputTable toUsers =
                energy.withSalesToFinalUsers("Gas", Map.of("Households", 0.5)).apply(table);
        assertThat(toUsers.finalDemand().byCategory().of("Gas", "Households")).isCloseTo(35, within(1e-12));
        assertThatThrownBy(() -> energy.withSalesToFinalUsers("Gas", Map.of("Energy", 0.5))
                        .apply(table))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("categories of final demand");
        assertThatThrownBy(() -> energy.withSales("Gas", Map.of("Energy", 0.5))
                        .withSalesToIndustries("Gas", Map.of("Energy", 0.4))
                        .apply(table))
                .hasMessageContaining("to 'Energy' were given twice");
    }

    @Test
    void anInputThatIsASectorAndAnExtensionIsRefused() {
        InputOutputTable table = builder().extension("Care", "hours", 1, 2, 3).build();

        assertThatThrownBy(() -> divided("Energy")
                        .withRecipe("Gas", Map.of("Care", 0.01))
                        .apply(table))
                .hasMessageContaining("takes 'Care', which is a sector and a row of value added or an extension");
    }

    /** Three thirds as they are printed; their sum is 0.9999999999, and nothing of the output is lost. */
    @Test
    void sharesThatWerePrintedRoundedTakeAllOfTheOutput() {
        double third = 0.3333333333;
        InputOutputTable table = builder().finalDemandExtension("CO2", 7, 0).build();

        InputOutputTable made = Disaggregation.of("Energy")
                .into("Gas", third)
                .into("Oil", third)
                .into("Power", third)
                .apply(table);

        for (String part : List.of("Gas", "Oil", "Power")) {
            assertThat(made.grossOutput().of(part))
                    .isCloseTo(table.grossOutput().of("Energy") / 3, within(1e-12));
        }
        assertThat(made.finalDemandExtensions().of("CO2", "Households")).isEqualTo(7);
        assertThat(made.finalDemandExtensions().of("CO2", "Stocks")).isZero();
    }

    @Test
    void partsAreInTheUnitOfTheWhole() {
        InputOutputTable table = InputOutputTable.builder(SECTORS)
                .units(Units.perLabel("t", "TJ", "hours"))
                .transactions(new double[][] {{20, 10, 5}, {30, 40, 10}, {5, 8, 2}})
                .finalDemand("Households", 50, 25, 45)
                .build();

        InputOutputTable made = divided("Energy").apply(table);

        assertThat(made.units()).isEqualTo(Units.perLabel("t", "TJ", "TJ", "hours"));
    }

    @Test
    void sharesAndRecipesThatAreNoNumbersAreRefused() {
        for (double share : new double[] {0, -0.1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> Disaggregation.of("Energy").into("Gas", share))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The share of 'Gas' in the output of 'Energy' is " + share);
        }
        assertThatThrownBy(() -> divided("Energy").into("Gas", 0.1))
                .hasMessageContaining("is a part of 'Energy' already");
        assertThatThrownBy(() -> divided("Energy").withRecipe("Gas", Map.of("Steel", Double.NaN)))
                .hasMessageContaining("takes NaN of 'Steel'");
    }
}
