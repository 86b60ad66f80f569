package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** What is refused, and in which words. */
class LabourMistakesTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());

    /** Its imports stand in a row of value added. */
    private static LabourAccount german(String... rows) {
        return LabourAccount.of(rows).importing(ImportedInputs.row("Imports").keptApart());
    }

    @Test
    void importsAreNeverCountedByDefault() {
        assertThatThrownBy(() -> GERMANY.labourValues("Employment"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no default")
                .hasMessageContaining("ImportedInputs.row(\"Imports\")")
                .hasMessageContaining("keptApart()");
        InputOutputTable table = InputOutputTable.builder("Steel", "Coal")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Final", 10, 10)
                .imports(LabelledMatrix.of(
                        "Imports",
                        Labels.of("Oil"),
                        Labels.of("Coal", "Steel"),
                        Units.of("EUR"),
                        SparseMatrix.of(new double[][] {{1.7, 2.6}})))
                .valueAdded("Import duties", 1, 1)
                .extension("Hours", "hours", 5, 2)
                .build();
        Economy economy = Economy.of(table);
        assertThatThrownBy(() -> economy.labourValues("Hours"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ImportedInputs.recorded()");
        LabourValues apart = economy.labourValues(
                LabourAccount.of("Hours").importing(ImportedInputs.recorded().keptApart()));
        assertThat(apart.perUnit().values())
                .isEqualTo(economy.multipliers("Hours").values().named("Hours"));
        // μ = m (I − A)⁻¹ with A = (1/13 2/17; 3/13 4/17) and m = (2.6/13, 1.7/17)
        double determinant = (1 - 1.0 / 13) * (1 - 4.0 / 17) - 2.0 / 17 * 3 / 13;
        assertThat(apart.imports().of("Steel"))
                .isCloseTo((0.2 * (1 - 4.0 / 17) + 0.1 * 3 / 13) / determinant, within(1e-15));
        assertThat(apart.report().toString()).contains("μ·d").contains("one unit of every product");
        assertThatThrownBy(() -> economy.labourValues(LabourAccount.of("Hours")
                        .importing(ImportedInputs.recorded().asProducedAtHome())))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'Oil'");
        assertThatThrownBy(() -> GERMANY.labourValues(LabourAccount.of("Employment")
                        .importing(ImportedInputs.recorded().keptApart())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no imported inputs by product");
    }

    @Test
    void noSuchRowNamesTheNearest() {
        assertThatThrownBy(() -> GERMANY.labourValues("Employmnet"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("no labour row")
                .hasMessageContaining("'Employment'");
        Economy without = Economy.of(
                TechnicalCoefficients.of(Labels.of("Steel"), Units.of("t"), SparseMatrix.of(new double[][] {{0.1}})));
        assertThatThrownBy(() -> without.labourValues("Hours"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("no labour row")
                .hasMessageContaining("extension(\"Hours\"");
    }

    @Test
    void negativeLabourIsRefusedByName() {
        InputOutputTable table = InputOutputTable.builder("Steel", "Coal")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Final", 10, 10)
                .extension("Hours", "hours", 5, -2)
                .build();
        assertThatThrownBy(() -> Economy.of(table).labourValues("Hours"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Hours' of 'Coal'")
                .hasMessageContaining("hours per EUR")
                .hasMessageContaining("cannot be negative");
    }

    @Test
    void gradesInDifferentUnitsAreNotReduced() {
        LabourAccount account =
                german("Employment", "CO2").reducedBy(Reduction.weights(Map.of("Employment", 1.0, "CO2", 1.0)));
        assertThatThrownBy(() -> GERMANY.labourValues(account))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thousand persons")
                .hasMessageContaining("thousand t");
    }

    @Test
    void severalGradesHaveNoTotalWithoutARule() {
        LabourValues values = GERMANY.labourValues(german("Employment", "CO2"));
        assertThat(values.perUnit("CO2").of("Trade"))
                .isCloseTo(GERMANY.multipliers("CO2").of("Trade"), within(1e-15));
        assertThatThrownBy(values::perUnit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Employment, CO2")
                .hasMessageContaining("reducedBy");
    }

    @Test
    void anEconomyThatUsesUpWhatItMakesHasNoValues() {
        Economy economy = Economy.of(
                recipe("Steel").unit("t").uses("Coal", 2).labour(1),
                recipe("Coal").unit("t").uses("Steel", 0.6).labour(1));
        assertThatThrownBy(() -> economy.labourValues("Labour"))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Steel', 'Coal'")
                .hasMessageContaining("Labour values of it do not exist");
    }

    /** After D. C. Lay, section 1.6: all that is made is used up, so that labour adds to values without end. */
    @Test
    void aClosedExchangeHasNoLabourValues() {
        Economy closed = Economy.of(LabourValuesExamplesTest.technology(
                Labels.of("Coal", "Electric", "Steel"),
                Units.of("dollars"),
                new double[][] {{0.0, 0.4, 0.6}, {0.6, 0.1, 0.2}, {0.4, 0.5, 0.2}},
                1,
                1,
                1));
        assertThatThrownBy(() -> closed.labourValues("Labour"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("(?s).*(no labour values|Labour values of it do not exist).*");
    }

    /** A by-product entered as a negative input: certified, and negative for the industry that makes more than it takes. */
    @Test
    void aCertifiedNegativeValueIsNamedToo() {
        Economy economy = Economy.of(LabourValuesExamplesTest.technology(
                Labels.of("Gas", "Tar"), Units.of("t"), new double[][] {{0, -0.5}, {0, 0}}, 1, 0.25));
        LabourValues values = economy.labourValues("Labour");
        assertThat(values.perUnit().of("Tar")).isEqualTo(-0.25);
        assertThat(values.perUnit().isCertified()).isTrue();
        assertThat(values.negative()).hasToString("[Tar]");
    }

    /** Viable without wear, not with it: steel alone would be worn out in making steel. */
    @Test
    void depreciationThatConsumesTheProductIsNamed() {
        Economy economy =
                Economy.of(recipe("Steel").unit("t").uses("Steel", 0.5).labour(1));
        Labels steel = Labels.of("Steel");
        LabelledMatrix wear =
                LabelledMatrix.of("Wear", steel, steel, Units.of("t"), SparseMatrix.of(new double[][] {{0.6}}));
        assertThatThrownBy(() -> economy.labourValues(LabourAccount.of("Labour").withDepreciation(wear)))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Steel'");
    }

    /**
     * I. Steedman, Marx after Sraffa (1977), ch. 11: two processes, (5, 0) → (6, 1) and (0, 10) → (3, 12) with one unit of labour
     * each, have values of −1 and 2. Solved as λ(B − A) = l, written λ(I − (I − B + A)) = l.
     */
    @Test
    void jointProductionOfSteedmanGivesNegativeValuesThatAreNamed() {
        TechnicalCoefficients technology = LabourValuesExamplesTest.technology(
                Labels.of("First", "Second"), Units.of("units"), new double[][] {{0, -3}, {-1, -1}}, 1, 1);

        LabourValues values = Economy.of(technology).labourValues("Labour");

        assertThat(values.perUnit().of("First")).isCloseTo(-1, within(1e-14));
        assertThat(values.perUnit().of("Second")).isCloseTo(2, within(1e-14));
        assertThat(values.perUnit().isCertified()).isFalse();
        assertThat(values.negative()).hasToString("[First]");
        assertThat(values.toString()).contains("'First': the equations give a negative number");
        assertThat(values.notes()).anySatisfy(note -> assertThat(note).startsWith("No bound is guaranteed: "));
        assertThatThrownBy(values::requireMeaningful)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("First")
                .hasMessageContaining("joint production");
    }

    @Test
    void unitsOfABundleAndOfAnAccountMustMatch() {
        LabourValues values = GERMANY.labourValues(german("Employment"));
        LabelledVector dollars =
                LabelledVector.of("Bundle", GERMANY.industries(), Units.of("million USD"), 1, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> values.distribution(WageBundle.perUnitOfLabour(dollars)))
                .hasMessageContaining("million USD");
        assertThatThrownBy(() -> values.certificates(SocialAccount.of(100, "hours")))
                .hasMessageContaining("in hours, labour values in thousand persons");
    }

    @Test
    void aProductWithoutRecipeHasNoValue() {
        InputOutputTable table = InputOutputTable.builder("Steel", "Nothing")
                .unit("EUR")
                .transactions(new double[][] {{1, 0}, {0, 0}})
                .finalDemand("Final", 10, 0)
                .extension("Hours", "hours", 5, 0)
                .build();
        LabourValues values = Economy.of(table).labourValues("Hours");
        assertThat(values.report().notes())
                .anySatisfy(note -> assertThat(note).contains("'Nothing'").contains("no labour value exists"));
        assertThatThrownBy(() -> values.embodiedIn(Economy.of(table).demand(Map.of("Nothing", 1.0))))
                .hasMessageContaining("'Nothing'");
    }
}
