package org.leontief.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.Economy;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.HouseholdClosure;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;

/** No labour is counted in imports by default, and no unit of theirs is taken for another. */
class LabourImportsTest {

    /** One industry: 20 of its own, 20 of imports, 60 of value added for 100 of output; 8 hours. */
    private static InputOutputTableBuilder table() {
        return InputOutputTable.builder("A")
                .unit("EUR")
                .transactions(new double[][] {{20}})
                .finalDemand("Exports", 80)
                .extension("Hours", "hours", 8);
    }

    private static Economy withRow(String name, String unit, double amount) {
        return Economy.of(table().valueAdded(name, unit, amount).build());
    }

    private static final LabelledVector EXPORTS = LabelledVector.of("Exports", Labels.of("A"), Units.of("EUR"), 80);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Imports",
                "imported inputs",
                "Total imports",
                "Value of imports",
                "Imports, duties included",
                "Imports excl. taxes",
                "Imports from Levyland",
                "Imported taxi services",
                "M (imports)",
                "P7",
                "II_fob"
            })
    void aRowThatNamesImportsHasToBeTreated(String row) {
        Economy economy = withRow(row, "EUR", 20);

        assertThatThrownBy(() -> economy.labourValues("Hours"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ImportedInputs.row(\"" + row + "\")");
        assertThat(economy.technique("Hours").maximumRateOfProfit().notes())
                .singleElement()
                .asString()
                .contains("'" + row + "' looks like imported inputs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Import duties", "Taxes less subsidies on production and imports", "Important works", "P1"})
    void aRowThatNamesALevyIsNoImport(String row) {
        assertThat(withRow(row, "EUR", 20).labourValues("Hours").perUnit().of("A"))
                .isCloseTo(0.1, within(1e-15));
    }

    @Test
    void severalRowsAreCountedTogetherOrNotAtAll() {
        Economy economy = Economy.of(table().valueAdded("Imports EU", 15)
                .valueAdded("Other imports", 5)
                .build());
        LabourAccount hours = LabourAccount.of("Hours");

        assertThatThrownBy(() -> economy.labourValues(
                        hours.importing(ImportedInputs.row("Imports EU").keptApart())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'Other imports'")
                .hasMessageContaining("ImportedInputs.row(\"Imports EU\", \"Other imports\")");
        LabourValues both = economy.labourValues(hours.importing(
                ImportedInputs.row("Imports EU", "Other imports").keptApart()));
        assertThat(both.imports().of("A")).isCloseTo(0.25, within(1e-15));
        assertThatThrownBy(() -> ImportedInputs.row("Imports EU", "Imports EU")).hasMessageContaining("named twice");
        assertThatThrownBy(() -> economy.labourValues(
                        hours.importing(ImportedInputs.row("Import EU").keptApart())))
                .hasMessageContaining("no row of imports")
                .hasMessageContaining("'Imports EU'")
                .hasMessageNotContaining("labour(…)");
    }

    /** λ = (0.08 + 0.2 · λ_m) / 0.8 with λ_m = λ, so that λ = 0.08 / 0.6. */
    @Test
    void exportsAndTheImportsThatTheyPayForAreInOneUnit() {
        LabourAccount hours = LabourAccount.of("Hours");
        ImportedInputs row = ImportedInputs.row("Imports");

        assertThat(withRow("Imports", "EUR", 20)
                        .labourValues(hours.importing(row.paidForByExports(EXPORTS)))
                        .perUnit()
                        .of("A"))
                .isCloseTo(0.08 / 0.6, within(1e-15));
        assertThat(withRow("Imports", "thousand EUR", 0.02)
                        .labourValues(hours.importing(row.paidForByExports(EXPORTS, 0.08)))
                        .perUnit()
                        .of("A"))
                .isCloseTo(0.08 / 0.6, within(1e-15));
        assertThatThrownBy(() -> withRow("Imports", "thousand EUR", 0.02)
                        .labourValues(hours.importing(row.paidForByExports(EXPORTS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Imports are in thousand EUR, the exports that pay for them in EUR");
        assertThatThrownBy(() -> row.paidForByExports(EXPORTS.times(0)))
                .hasMessageContaining("'Exports' are worth 0.0");
    }

    @Test
    void flowsAreDividedByOutputInTheUnitOfTheEconomy() {
        LabelledMatrix flows = LabelledMatrix.of(
                "Imports", Labels.of("A"), Labels.of("A"), Units.of("EUR"), SparseMatrix.of(new double[][] {{20}}));
        LabelledVector thousands = LabelledVector.of("Output", Labels.of("A"), Units.of("thousand EUR"), 0.1);

        assertThatThrownBy(() -> Economy.of(table().build())
                        .labourValues(LabourAccount.of("Hours")
                                .importing(
                                        ImportedInputs.flows(flows, thousands).asProducedAtHome())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output of 'A' in thousand EUR, the economy counts it in EUR");
    }

    @Test
    void householdsAsAnIndustryDoNotMakeImportsGoAway() {
        LabelledMatrix oil = LabelledMatrix.of(
                "Imports", Labels.of("Oil"), Labels.of("A"), Units.of("EUR"), SparseMatrix.of(new double[][] {{20}}));
        InputOutputTable table = table().valueAdded("Wages", 30)
                .finalDemand("Households", 0)
                .imports(oil)
                .build();
        Economy closed = Economy.of(table)
                .closedBy(HouseholdClosure.of("Wages", LabelledVector.of("Spending", Labels.of("A"), Units.NONE, 0.5)));

        assertThatThrownBy(() -> closed.labourValues("Hours")).hasMessageContaining("ImportedInputs.recorded()");
        assertThat(closed.labourValues(LabourAccount.of("Hours")
                                .importing(ImportedInputs.recorded().keptApart()))
                        .imports()
                        .of("A"))
                .isGreaterThan(0.25);
    }

    @Test
    void changesOfProductivityAreNoChangesOfTheAccount() {
        Economy economy = withRow("Imports", "EUR", 20);
        LabourAccount hours = LabourAccount.of("Hours");
        ImportedInputs row = ImportedInputs.row("Imports");
        LabourValues apart = economy.labourValues(hours.importing(row.keptApart()));
        LabourValues paid = economy.labourValues(hours.importing(row.paidForByExports(EXPORTS)));

        assertThatThrownBy(() -> paid.changeSince(apart))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kept apart")
                .hasMessageContaining("exports that pay");
        assertThat(apart.changeSince(apart).of("A").difference()).isZero();
    }
}
