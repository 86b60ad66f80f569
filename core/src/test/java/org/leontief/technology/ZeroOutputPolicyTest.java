package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.Economy;
import org.leontief.label.LabelledVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** An industry without output has no recipe Z[·,j] / x_j, and nothing about it is decided in silence. */
class ZeroOutputPolicyTest {

    /** "Uranium" is in the list and nowhere else. */
    private static InputOutputTable withEmptyIndustry() {
        return InputOutputTable.builder("Coal", "Uranium", "Steel")
                .unit("unit")
                .transactions(new double[][] {{1, 0, 4}, {0, 0, 0}, {2, 0, 1}})
                .finalDemand("Homes", 5, 0, 7)
                .build();
    }

    /** "Ghost" sells nothing, but buys, pays and employs. */
    private static InputOutputTable withGhost() {
        return InputOutputTable.builder("Coal", "Ghost", "Steel")
                .unit("EUR")
                .transactions(new double[][] {{1, 3, 4}, {0, 0, 0}, {2, 0, 1}})
                .finalDemand("Homes", 2, 0, 7)
                .valueAdded("Wages", 1, 6, 1)
                .extension("Work", "hours", 10, 60, 10)
                .build();
    }

    private static TechnologyOptions options(ZeroOutputPolicy policy) {
        return TechnologyOptions.defaults().withZeroOutput(policy);
    }

    @Test
    void anEmptyIndustryStaysWithoutARecipe() {
        TechnicalCoefficients technology = TechnicalCoefficients.of(withEmptyIndustry());

        assertThat(technology.hasRecipe(0)).isTrue();
        assertThat(technology.hasRecipe(1)).isFalse();
        assertThat(technology.notes())
                .containsExactly("'Uranium' (0.0): empty in the table; without a recipe, plans may not demand it.");
        assertThat(technology.matrix().of("Coal", "Steel")).isEqualTo(0.4);
    }

    @Test
    void aProductWithoutARecipeMayNotBeDemanded() {
        Economy economy = Economy.of(withEmptyIndustry());
        LabelledVector demand = withEmptyIndustry().finalDemand().total();
        String message = "Final demand for 'Uranium' is 1.5, but the table holds no recipe for it: it is empty there."
                + " Demand nothing of it, or build the coefficients with ZeroOutputPolicy.EMPTY_RECIPE.";

        assertThat(economy.plan(demand).grossOutput().of("Uranium")).isZero();
        assertThatThrownBy(() -> economy.plan(demand.with("Uranium", 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        // Found by this test: rounds of production let it pass.
        assertThatThrownBy(() -> economy.rounds(demand.with("Uranium", 1.5), 3)).hasMessage(message);
    }

    @Test
    void anEmptyRecipeMayBeDemanded() {
        Economy economy = Economy.of(withEmptyIndustry(), options(ZeroOutputPolicy.EMPTY_RECIPE));

        assertThat(economy.coefficients().hasRecipe(1)).isTrue();
        assertThat(economy.coefficients().notes())
                .containsExactly("'Uranium' (0.0): empty in the table; given an empty recipe.");
        assertThat(economy.plan(withEmptyIndustry().finalDemand().total().with("Uranium", 1.5))
                        .grossOutput()
                        .of("Uranium"))
                .isEqualTo(1.5);
    }

    @Test
    void anEmptyIndustryMayBeRefused() {
        assertThatThrownBy(() -> TechnicalCoefficients.of(withEmptyIndustry(), options(ZeroOutputPolicy.REFUSE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'Uranium' (0.0): no output. Decide: withZeroOutput(ZeroOutputPolicy.EMPTY_INDUSTRIES_ONLY),"
                                + " or leave it out of the table.");
    }

    @ParameterizedTest
    @EnumSource(
            value = ZeroOutputPolicy.class,
            names = {"REFUSE", "EMPTY_INDUSTRIES_ONLY"})
    void flowsWithoutOutputAreRefused(ZeroOutputPolicy policy) {
        assertThatThrownBy(() -> TechnicalCoefficients.of(withGhost(), options(policy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Ghost' (0.0): no positive output, but flows in its row or column, so that its recipe"
                        + " Z[·,j] / x_j does not exist. Decide: TechnologyOptions.withZeroOutput("
                        + "ZeroOutputPolicy.EMPTY_RECIPE), or mend the table.");
    }

    /** The notes used to pass over wages and hours. */
    @Test
    void theNotesSayEverythingThatWasLeftOut() {
        TechnicalCoefficients technology =
                TechnicalCoefficients.of(withGhost(), options(ZeroOutputPolicy.EMPTY_RECIPE));

        assertThat(technology.notes())
                .containsExactly(
                        "The totals of the table disagree, most for 'Ghost': its row adds up to 0.00, its column to 9.00."
                                + " See the balance of the table.",
                        "'Ghost' (0.0): no positive output; given an empty recipe, left out: 'Coal' in 'Ghost'"
                                + " (3.0), 'Wages' in 'Ghost' (6.0), 'Work' in 'Ghost' (60.0).");
        assertThat(technology.matrix().column("Ghost").toArray()).containsExactly(0, 0, 0);
        assertThat(technology.extension("Work").toArray()).containsExactly(1, 0, 1);
        assertThat(technology.extension("Wages").of("Ghost")).isZero();
    }

    /** An industry whose only mark is a worker is not empty. */
    @Test
    void anExtensionAloneMakesAnIndustryNotEmpty() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Idle")
                .unit("unit")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .finalDemand("Homes", 5, 0)
                .extension("Work", "hours", 1, 1)
                .build();

        assertThatThrownBy(() -> TechnicalCoefficients.of(table)).hasMessageStartingWith("'Idle' (0.0): no positive");
    }

    @Test
    void negativeOutputIsNotDividedBy() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Stocks")
                .unit("unit")
                .transactions(new double[][] {{1, 2}, {0, 0}})
                .finalDemand("Homes", 5, -4)
                .build();

        assertThatThrownBy(() -> TechnicalCoefficients.of(table))
                .hasMessageStartingWith("'Stocks' (-4.0): no positive");
        assertThat(TechnicalCoefficients.of(table, options(ZeroOutputPolicy.EMPTY_RECIPE))
                        .notes())
                .containsExactly(
                        "'Stocks' (-4.0): no positive output; given an empty recipe, left out: 'Coal' in 'Stocks'"
                                + " (2.0).");
    }

    /** x = A x + d goes on holding where a policy that leaves out would lose what the column records. */
    @Test
    void negativeOutputMayBeDividedBy() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Stocks", "Uranium")
                .unit("unit")
                .transactions(new double[][] {{1, 2, 0}, {0, 0, 0}, {0, 0, 0}})
                .finalDemand("Homes", 5, -4, 0)
                .valueAdded("Wages", 7, -6, 0)
                .build();

        TechnicalCoefficients technology = TechnicalCoefficients.of(table, options(ZeroOutputPolicy.DIVIDE_NEGATIVE));

        assertThat(technology.notes())
                .contains(
                        "'Stocks' (-4.0): negative output, divided by as it stands.",
                        "'Uranium' (0.0): empty in the table; without a recipe, plans may not demand it.");
        assertThat(technology.matrix().of("Coal", "Stocks")).isEqualTo(-0.5);
        assertThat(technology.extension("Wages").of("Stocks")).isEqualTo(1.5);
        GrossOutputPlan plan = Economy.of(technology).plan(table.finalDemand().total());
        assertThat(plan.grossOutput().values().toArray()).containsExactly(8, -4, 0);
        assertThat(plan.extension("Wages").total()).isEqualTo(1);
        assertThatThrownBy(() -> TechnicalCoefficients.of(table)).hasMessageContaining("or DIVIDE_NEGATIVE");
    }

    @Test
    void aStatedOutputOfZeroCounts() {
        InputOutputTable table = InputOutputTable.builder("Coal", "Steel")
                .unit("unit")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .statedOutput(3, 0)
                .totals(TotalsPolicy.USE_STATED, 0)
                .build();

        assertThatThrownBy(() -> TechnicalCoefficients.of(table)).hasMessageStartingWith("'Steel' (0.0): no positive");
    }

    @Test
    void tenIndustriesAreNamedAndTheRestCounted() {
        String[] names = new String[13];
        Arrays.setAll(names, i -> "Empty " + (i + 1));
        names[12] = "Coal";
        double[][] z = new double[13][13];
        z[12][12] = 1;
        InputOutputTable table =
                InputOutputTable.builder(names).unit("unit").transactions(z).build();

        assertThat(TechnicalCoefficients.of(table).notes())
                .singleElement()
                .asString()
                .startsWith("'Empty 1' (0.0), ")
                .contains("'Empty 10' (0.0) and 2 more: empty in the table");
    }
}
