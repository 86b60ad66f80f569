package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.examples.GermanTable;
import org.leontief.label.Label;
import org.leontief.table.InputOutputTable;
import org.leontief.value.ImportedInputs;
import org.leontief.value.LabourAccount;
import org.leontief.value.LabourValues;

class LabourCommandTest {

    private final Shell shell = new Shell();

    private static LabourValues values(LabourAccount account) throws IOException {
        return Economy.of(GermanTable.read()).labourValues(account);
    }

    @Test
    void theSameNumbersAsFromTheLibrary() throws IOException {
        LabourValues values = values(LabourAccount.of("Employment")
                .importing(ImportedInputs.row("Imports").keptApart()));
        assertThat(shell.run(
                        "labour",
                        "--row=Employment",
                        "--imports=KEPT_APART",
                        "--imports-row=Imports",
                        "--breakdown=Construction",
                        "--parts=3",
                        "--json"))
                .as(shell.err())
                .isZero();
        JsonTree json = shell.json();
        for (Label product : values.industries()) {
            JsonTree row = json.row("labour_values", product.name());
            assertThat(row.at("labour").number()).isEqualTo(values.perUnit().of(product));
            assertThat(row.at("error_bound").number())
                    .isEqualTo(values.perUnit().errorBound(product));
            assertThat(json.row("imports_kept_apart", product.name())
                            .at("imports_in_a_unit")
                            .number())
                    .isEqualTo(values.imports().of(product));
        }
        assertThat(json.row("labour_in_construction_by_industry", "Manufacturing")
                        .at("labour")
                        .number())
                .isEqualTo(values.byIndustry("Construction", 3).parts().get(1).amount());
        assertThat(json.at("facts").at("labour_performed").at("value").number()).isEqualTo(36_428);
        assertThat(json.at("sheets")
                        .at("labour_values")
                        .at("units")
                        .at("labour")
                        .value())
                .isEqualTo("thousand persons per million EUR");
    }

    @Test
    void importsPaidForByExportsAndCapitalUsedUp() throws IOException {
        InputOutputTable table = GermanTable.read();
        LabourValues values = values(LabourAccount.of("Employment")
                .withDepreciation(
                        "Consumption of fixed capital", table.finalDemand().category("Capital formation"))
                .importing(ImportedInputs.row("Imports")
                        .paidForByExports(table.finalDemand().category("Exports"))));
        assertThat(shell.run(
                        "labour",
                        "--row=Employment",
                        "--imports=PAID_FOR_BY_EXPORTS",
                        "--imports-row=Imports",
                        "--depreciation=Consumption of fixed capital",
                        "--json"))
                .as(shell.err())
                .isZero();
        assertThat(shell.json()
                        .row("labour_values", "Manufacturing")
                        .at("labour")
                        .number())
                .isEqualTo(values.perUnit().of("Manufacturing"));
    }

    @Test
    void importsHaveToBeDecidedOn() {
        assertThat(shell.run("labour", "--row=Employment")).isEqualTo(1);
        assertThat(shell.err()).contains("From the shell: --imports, --imports-row");
        assertThat(shell.run("labour", "--row=Employment", "--imports=PAID_FOR_BY_EXPORTS"))
                .isEqualTo(1);
        assertThat(shell.err()).contains("--imports-row");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void theRowIsNeeded() {
        assertThat(shell.run("labour")).isEqualTo(2);
        assertThat(shell.err()).contains("--row");
    }
}
