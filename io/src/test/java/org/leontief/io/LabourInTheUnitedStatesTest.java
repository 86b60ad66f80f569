package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;
import org.leontief.value.AccountingIdentity;
import org.leontief.value.ImportedInputs;
import org.leontief.value.LabourAccount;
import org.leontief.value.LabourBreakdown;
import org.leontief.value.LabourProductivityChange;
import org.leontief.value.LabourValues;

/**
 * Labour in the United States, from the national table of the World Input-Output Database 2016 and its socio-economic accounts,
 * where the folder of shared data is there.
 */
class LabourInTheUnitedStatesTest {

    private static final Map<String, String> ROWS =
            Map.of("EMP", "thousand persons", "H_EMPE", "million hours", "COMP", "million USD");

    private static LabelledMatrix matrix(int year, String name) throws IOException {
        return MatrixCsv.read(
                data(year, name), MatrixLayout.withHeader().unit("million USD").named(name));
    }

    private static Path data(int year, String name) {
        Path file = Path.of(
                System.getProperty("leontief.shared.data", "no shared data"),
                "wiod2016_usa/USA_" + year,
                name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return file;
    }

    private static InputOutputTable table(int year) throws IOException {
        LabelledMatrix z = matrix(year, "Zdom");
        LabelledMatrix y = matrix(year, "Ydom");
        InputOutputTableBuilder table = InputOutputTable.builder(z.rows())
                .unit("million USD")
                .transactions(z.matrix())
                .extensions(ExtensionsCsv.readByIndustry(data(year, "sea"), ROWS))
                .statedOutput(y.column("GO").toArray())
                .totals(TotalsPolicy.USE_COMPUTED);
        for (String category : new String[] {"CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP"}) {
            table.finalDemand(category, y.column(category).toArray());
        }
        return table.imports(matrix(year, "Zimp")).build();
    }

    private static LabourAccount hours() {
        return LabourAccount.of("H_EMPE").importing(ImportedInputs.recorded().keptApart());
    }

    @Test
    void hoursPerDollarWithBoundsAndTheIdentity() throws IOException {
        InputOutputTable table = table(2014);
        assertThat(table.balance().isBalanced(1e-9)).isTrue();
        Economy economy = Economy.of(table);

        LabourValues values = economy.labourValues(hours());

        BoundedVector perUnit = values.perUnit();
        assertThat(perUnit.values().units().common()).isEqualTo("million hours per million USD");
        assertThat(perUnit.isCertified()).isTrue();
        assertThat(perUnit.largestRelativeErrorBound()).isLessThan(1e-14);
        assertThat(perUnit.values().toArray())
                .containsExactly(
                        byInverse(economy.coefficients().matrix().matrix().toDense(), table, null), within(1e-15));
        AccountingIdentity identity = values.identity(table.finalDemand().total());
        assertThat(identity.relativeDifference()).isLessThan(1e-12);
        assertThat(identity.holds()).isTrue();
        assertThat(identity.embodied().value())
                .isCloseTo(table.extension("H_EMPE").total(), within(1e-12 * 300_000));
        assertThat(values.report().notes())
                .anySatisfy(note -> assertThat(note).contains("'U'").contains("no labour value"));
    }

    /** λ = l (I − A − M)⁻¹ with a dense inverse, and with the inputs of a second matrix. */
    private static double[] byInverse(DMatrixRMaj a, InputOutputTable table, @Nullable LabelledMatrix more) {
        int n = a.numRows;
        double[] x = table.grossOutput().toArray();
        double[] l = table.extension("H_EMPE").toArray();
        DMatrixRMaj system = CommonOps_DDRM.identity(n);
        for (int j = 0; j < n; j++) {
            l[j] = x[j] == 0 ? 0 : l[j] / x[j];
            for (int i = 0; i < n; i++) {
                double m = more == null || x[j] == 0 ? 0 : more.matrix().get(i, j) / x[j];
                system.add(i, j, -a.get(i, j) - m);
            }
        }
        CommonOps_DDRM.invert(system);
        DMatrixRMaj row = new DMatrixRMaj(1, n, true, l);
        DMatrixRMaj values = new DMatrixRMaj(1, n);
        CommonOps_DDRM.mult(row, system, values);
        return values.data;
    }

    @Test
    void importsSideBySide() throws IOException {
        InputOutputTable table = table(2014);
        Economy economy = Economy.of(table);
        ImportedInputs imported = ImportedInputs.recorded();
        LabelledVector exports = table.finalDemand().category("EXP");
        double value = Arrays.stream(matrix(2014, "Zimp").matrix().columnSums()).sum()
                + Arrays.stream(matrix(2014, "Yimp").matrix().columnSums()).sum();
        LabourAccount hours = LabourAccount.of("H_EMPE");

        LabourValues home = economy.labourValues(hours.importing(imported.asProducedAtHome()));
        LabourValues paid = economy.labourValues(hours.importing(imported.paidForByExports(exports, value)));
        LabourValues apart = economy.labourValues(hours.importing(imported.keptApart()));

        assertThat(home.perUnit().values().toArray())
                .containsExactly(
                        byInverse(economy.coefficients().matrix().matrix().toDense(), table, matrix(2014, "Zimp")),
                        within(1e-15));
        // λ_m = λ·e / V, and λ = λ⁰ + λ_m μ with the values and the imports kept apart
        double perDollar = paid.perUnitOfImports().value();
        double exported = 0;
        for (int j = 0; j < exports.size(); j++) {
            exported += paid.perUnit().at(j) * exports.at(j);
            assertThat(paid.perUnit().at(j))
                    .isCloseTo(
                            apart.perUnit().at(j) + perDollar * apart.imports().at(j), within(1e-15));
            assertThat(home.perUnit().at(j))
                    .isGreaterThanOrEqualTo(apart.perUnit().at(j));
        }
        assertThat(perDollar).isCloseTo(exported / value, within(1e-15));
        assertThat(apart.imports().values().units().common()).isEqualTo("1");
        for (LabourValues values : new LabourValues[] {home, paid, apart}) {
            assertThat(values.perUnit().isCertified()).isTrue();
            assertThat(values.identity(table.finalDemand().total()).relativeDifference())
                    .isLessThan(1e-12);
        }
    }

    @Test
    void aCarByIndustryAndByRound() throws IOException {
        LabourValues values = Economy.of(table(2014)).labourValues(hours());

        LabourBreakdown industries = values.byIndustry("C29", 5);
        LabourBreakdown rounds = values.byRound("C29", 6);

        assertThat(industries.parts().get(0).name()).isEqualTo("C29");
        assertThat(industries.parts()).hasSize(5);
        assertThat(rounds.parts().get(0).amount()).isEqualTo(values.direct().of("C29"));
        assertThat(rounds.remainder().share()).isBetween(0.0, 0.05);
        for (LabourBreakdown breakdown : new LabourBreakdown[] {industries, rounds}) {
            double sum = breakdown.remainder().amount();
            double bound = breakdown.remainder().labour().errorBound()
                    + breakdown.total().errorBound();
            for (LabourBreakdown.Part part : breakdown.parts()) {
                sum += part.amount();
                bound += part.labour().errorBound();
            }
            assertThat(bound).isLessThan(1e-13 * breakdown.total().value());
            assertThat(sum).isCloseTo(breakdown.total().value(), within(bound + 1e-17));
        }
    }

    /** In current dollars: what is tested is that the terms add up, and that hours per dollar fell. */
    @Test
    void fromTwoThousandToTwoThousandAndFourteen() throws IOException {
        LabourValues before = Economy.of(table(2000)).labourValues(hours());
        LabourValues after = Economy.of(table(2014)).labourValues(hours());

        LabourProductivityChange change = after.changeSince(before);

        assertThat(change.changes()).allSatisfy(each -> {
            assertThat(each.ownLabour() + each.suppliersLabour() + each.inputs())
                    .isCloseTo(each.difference(), within(each.errorBound() + 1e-18));
            assertThat(each.errorBound()).isLessThan(1e-15);
        });
        assertThat(change.of("C29").difference()).isNegative();
    }

    @Test
    void aColumnThatIsNotThereNamesTheNearest() {
        Path accounts = data(2014, "sea");
        assertThatThrownBy(() -> ExtensionsCsv.readByIndustry(accounts, Map.of("H_EMP", "million hours")))
                .hasMessageContaining("'H_EMP'")
                .hasMessageContaining("H_EMPE");
    }
}
