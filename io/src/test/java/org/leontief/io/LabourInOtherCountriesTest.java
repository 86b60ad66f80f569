package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.data;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.LabelledMatrix;
import org.leontief.quantity.HouseholdClosure;
import org.leontief.quantity.HouseholdMultipliers;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;
import org.leontief.value.AccountingIdentity;
import org.leontief.value.ImportedInputs;
import org.leontief.value.LabourAccount;
import org.leontief.value.LabourValues;

/** Labour values of Chile 2013 and Brazil 2020, where the folder of shared data is there. */
class LabourInOtherCountriesTest {

    private static LabelledMatrix matrix(String name, String unit) throws IOException {
        return MatrixCsv.read(data(name), MatrixLayout.withHeader().unit(unit));
    }

    private static InputOutputTable chile() throws IOException {
        LabelledMatrix z = matrix("chile2013/raw/transaction_matrix.csv", "billion CLP");
        LabelledMatrix y = matrix("chile2013/raw/wage_demand_matrix.csv", "billion CLP");
        return InputOutputTable.builder(z.rows())
                .unit("billion CLP")
                .transactions(z.matrix())
                .finalDemand("Households", y.column("household_consumption").toArray())
                .finalDemand("Non-profit", y.column("non_profit_consumption").toArray())
                .finalDemand("Government", y.column("government_consumption").toArray())
                .finalDemand(
                        "Capital", y.column("gross_fixed_capital_formation").toArray())
                .finalDemand("Inventories", y.column("change_in_inventories").toArray())
                .finalDemand("Exports", y.column("exports").toArray())
                .valueAdded("Wages", y.column("wage").toArray())
                .extensions(ExtensionsCsv.readByIndustry(
                        data("chile2013/raw/employment_matrix.csv"), Map.of("employees", "persons")))
                .statedOutput(y.column("final_total_demand").toArray())
                .build();
    }

    /** The table prints direct employment per unit of output beside the numbers employed. */
    @Test
    void chile2013() throws IOException {
        InputOutputTable table = chile();
        Economy economy = Economy.of(table);

        LabourValues values = economy.labourValues("employees");

        double[] published = matrix("chile2013/raw/employment_matrix.csv", "1")
                .column("employment_coefficient")
                .toArray();
        assertThat(values.direct().values().toArray()).containsExactly(published, within(1e-9));
        AccountingIdentity identity = values.identity(table.finalDemand().total());
        assertThat(identity.embodied().value())
                .isCloseTo(table.extension("employees").total(), within(1e-6));
        assertThat(identity.relativeDifference()).isLessThan(1e-12);
        LabourValues paid = economy.labourValues(LabourAccount.weightedByPay(
                "Wages",
                table.valueAdded().row("Wages").total()
                        / table.extension("employees").total(),
                "persons"));
        assertThat(paid.embodiedIn(table.finalDemand().total()).total())
                .isCloseTo(table.extension("employees").total(), within(1e-5));
        HouseholdMultipliers jobs =
                economy.householdMultipliers("employees", HouseholdClosure.of(table, "Wages", "Households"));
        double ratio = jobs.total().of("mining") / jobs.simple().of("mining");
        assertThat(ratio).isGreaterThan(1);
        HouseholdMultipliers income =
                economy.householdMultipliers("Wages", HouseholdClosure.of(table, "Wages", "Households"));
        double all = income.typeII().at(0) / income.typeI().at(0);
        for (int j = 1; j < 12; j++) {
            assertThat(income.typeII().at(j) / income.typeI().at(j)).isCloseTo(all, within(1e-12));
        }
    }

    /** With an empty sector, a negative cell, and imports of which only the value is known. */
    @Test
    void brazil2020() throws IOException {
        LabelledMatrix z = matrix("brazil2020/raw/intermediate_transactions.csv", "million BRL");
        LabelledMatrix y = matrix("brazil2020/raw/final_demand_matrix.csv", "million BRL");
        LabelledMatrix v = matrix("brazil2020/raw/value_added_matrix.csv", "million BRL");
        InputOutputTable table = InputOutputTable.builder(z.rows())
                .unit("million BRL")
                .transactions(z.matrix())
                .finalDemand(y.columns(), y.matrix())
                .valueAdded(v.rows(), v.rowUnits(), v.matrix())
                .extension(
                        "Occupation",
                        "persons",
                        matrix("brazil2020/raw/occupation.csv", "persons")
                                .row("occupation")
                                .toArray())
                .statedOutput(matrix("brazil2020/raw/total_production.csv", "million BRL")
                        .row("1")
                        .toArray())
                .totals(TotalsPolicy.USE_COMPUTED)
                .build();
        Economy economy =
                Economy.of(table, TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_INDUSTRIES_ONLY));

        assertThatThrownBy(() -> economy.labourValues("Occupation"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ImportedInputs.row(\"imports\")");
        LabourValues apart = economy.labourValues(LabourAccount.of("Occupation")
                .importing(ImportedInputs.row("imports").keptApart()));

        assertThat(apart.perUnit().isCertified()).isTrue();
        AccountingIdentity identity = apart.identity(table.finalDemand().total());
        assertThat(identity.relativeDifference()).isLessThan(1e-12);
        assertThat(identity.embodied().value())
                .isCloseTo(table.extension("Occupation").total(), within(1e-3));
        assertThat(apart.imports().values().toArray())
                .containsExactly(economy.multipliers("imports").values().toArray(), within(1e-15));
        assertThat(apart.perUnit().values().toArray())
                .containsExactly(economy.multipliers("Occupation").values().toArray());
    }
}
