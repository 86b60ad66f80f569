package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;

/** Italy's tables of 2014 put into Eurostat's layout, where the folder of shared data is there, and small files. */
class EurostatSupplyUseTest {

    @TempDir
    private Path folder;

    private static LabelledMatrix italy(String name) throws IOException {
        Path file =
                Path.of(System.getProperty("leontief.shared.data", "no shared data"), "italy_sut_2014", name + ".csv");
        assumeTrue(Files.isRegularFile(file), () -> "not there, so not tested: " + file);
        return MatrixCsv.read(
                file, MatrixLayout.withHeader().unit("million EUR").named(name));
    }

    /** Rows of a wide file: a label and numbers. */
    private static String row(String label, double... numbers) {
        StringBuilder row = new StringBuilder(label);
        for (double number : numbers) {
            row.append(',').append(number);
        }
        return row.append('\n').toString();
    }

    private static String header(List<String> columns) {
        return "," + String.join(",", columns) + "\n";
    }

    private static List<String> names(Labels labels, String... more) {
        List<String> names = new ArrayList<>();
        labels.forEach(label -> names.add(label.name()));
        names.addAll(List.of(more));
        return names;
    }

    @Test
    void italy() throws IOException {
        LabelledMatrix make = italy("make_V_ind_x_prod");
        LabelledMatrix uses = italy("use_total_prod_x_ind");
        LabelledMatrix users = italy("final_demand");
        LabelledMatrix imports = italy("imports_by_prod");
        LabelledMatrix inputs = italy("value_added");
        StringBuilder supply =
                new StringBuilder(header(names(make.rows(), "TOTAL", "P7", "P7_S2111", "P7_S2112", "P7_S22", "TS_BP")));
        StringBuilder use = new StringBuilder(header(names(
                uses.columns(), "P3_S14", "P3_S15", "P3_S13", "P3", "P5", "P6_S2111", "P6_S2112", "P6_S22", "TU")));
        double[] output = new double[make.rows().size()];
        for (int i = 0; i < uses.rows().size(); i++) {
            String product = uses.rows().get(i).name();
            List<Double> made = new ArrayList<>();
            double q = 0;
            for (int j = 0; j < output.length; j++) {
                double v = make.of(make.rows().get(j).name(), product);
                made.add(v);
                q += v;
                output[j] += v;
            }
            double[] m = imports.column(product).toArray();
            made.addAll(List.of(q, m[0] + m[1] + m[2], m[0], m[1], m[2], q + m[0] + m[1] + m[2]));
            supply.append(row(product, made.stream().mapToDouble(v -> v).toArray()));
            List<Double> used = new ArrayList<>();
            double all = 0;
            for (double u : uses.row(product).toArray()) {
                used.add(u);
                all += u;
            }
            double[] y = users.row(product).toArray();
            for (double u : y) {
                all += u;
            }
            used.addAll(List.of(y[0], y[1], y[2], y[0] + y[1] + y[2], y[3], y[4], y[5], y[6], all));
            use.append(row(product, used.stream().mapToDouble(v -> v).toArray()));
        }
        supply.append(row("CPA_TOTAL", padded(output, 6)));
        for (int k = 0; k < inputs.rows().size(); k++) {
            String name = inputs.rows().get(k).name();
            use.append(row(name, padded(inputs.row(name).toArray(), 9)));
        }
        use.append(row("P1", padded(output, 9)));

        DatabaseSupplyUse read = EurostatSupplyUse.read(
                Files.writeString(folder.resolve("supply.csv"), supply),
                Files.writeString(folder.resolve("use.csv"), use),
                "million EUR");

        SupplyUseTable table = read.table();
        SupplyUseTable expected = SupplyUseTable.builder(uses.rows(), make.rows())
                .unit("million EUR")
                .make(make)
                .use(uses)
                .finalDemand(users)
                .valueAdded(inputs)
                .build();
        assertThat(table.prices()).isEqualTo(PriceBasis.BASIC);
        assertThat(table.supply()).isEqualTo(expected.supply());
        assertThat(table.use()).isEqualTo(expected.use());
        assertThat(table.finalDemand().categories())
                .isEqualTo(Labels.of("P3_S14", "P3_S15", "P3_S13", "P5", "P6_S2111", "P6_S2112", "P6_S22"));
        assertThat(table.finalDemand().byCategory().matrix()).isEqualTo(users.matrix());
        assertThat(table.imports().columns()).isEqualTo(Labels.of("P7_S2111", "P7_S2112", "P7_S22"));
        assertThat(table.imports().rowTotals().total())
                .isCloseTo(imports.columnTotals().total(), within(1e-6));
        assertThat(names(table.valueAdded().rows())).containsExactly("D1", "D29X39", "P51C", "B2A3N", "D21X31");
        for (String row : names(table.valueAdded().rows())) {
            assertThat(table.valueAdded().row(row).toArray())
                    .containsExactly(inputs.row(row).toArray());
        }
        assertThat(table.balance().isBalanced(2e-5)).isTrue();
        assertThat(read.notes()).hasSize(2).allSatisfy(note -> assertThat(note).contains("are left out; taken are"));
    }

    private static double[] padded(double[] numbers, int more) {
        return Arrays.copyOf(numbers, numbers.length + more);
    }

    private static final String SUPPLY = """
            ,A01,C10-12,TOTAL,P7,OTTM,D21X31,TS_PP
            CPA_A01,90,0,90,10,5,2,107
            CPA_C10-12,10,80,90,20,-5,3,108
            CPA_TOTAL,100,80,180,30,0,5,215
            """;
    private static final String USE = """
            ,C10-12,A01,TOTAL,P3,P3_S14,P3_S13,P3_S15,P5,P51G,P5M,P6,TFU,TU
            CPA_C10-12,10,20,30,40,40,0,0,20,19,1,18,78,108
            CPA_A01,40,10,50,50,45,5,:,0,0,0,7,57,107
            D1,20,50,70,0,0,0,0,0,0,0,0,0,0
            B2A3G,10,20,30,0,0,0,0,0,0,0,0,0,0
            P1,80,100,180,0,0,0,0,0,0,0,0,0,0
            """;

    private DatabaseSupplyUse read(String supply, String use) throws IOException {
        return EurostatSupplyUse.read(
                Files.writeString(folder.resolve("supply.csv"), supply),
                Files.writeString(folder.resolve("use.csv"), use),
                "million EUR",
                CsvOptions.defaults().withMissingAsZero(":"));
    }

    @Test
    void atPurchasersPricesJoinedByCode() throws IOException {
        SupplyUseTable table = read(SUPPLY, USE).table();

        assertThat(table.prices()).isEqualTo(PriceBasis.PURCHASERS);
        assertThat(table.balance().isBalanced(0)).isTrue();
        assertThat(table.use().of("CPA_A01", "C10-12")).isEqualTo(40);
        assertThat(table.finalDemand().categories())
                .isEqualTo(Labels.of("P3_S14", "P3_S15", "P3_S13", "P51G", "P5M", "P6"));
        assertThat(table.valuation().totalTaxes().toArray()).containsExactly(2, 3);
    }

    @Test
    void partsWithoutTheirTotalAreNotLost() throws IOException {
        String households = """
                ,C10-12,A01,TOTAL,P3_S14,TU
                CPA_C10-12,10,20,30,78,108
                CPA_A01,40,10,50,57,107
                D1,30,70,100,0,0
                P1,80,100,180,0,0
                """;
        DatabaseSupplyUse read = read(SUPPLY, households);

        assertThat(read.table().finalDemand().categories()).isEqualTo(Labels.of("P3_S14"));
        assertThat(read.table().balance().isBalanced(0)).isTrue();
    }

    @Test
    void aTotalCountsWhereItsPartsAreNotPublished() throws IOException {
        DatabaseSupplyUse read = read(SUPPLY, USE.replace("40,40,0,0,", "40,:,0,0,"));

        assertThat(read.table().finalDemand().categories()).isEqualTo(Labels.of("P3", "P51G", "P5M", "P6"));
        assertThat(read.table().balance().isBalanced(0)).isTrue();
        assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("'P3_S14', 'P3_S13', 'P3_S15', 'P5'"));
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> read(USE, SUPPLY))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("'P3', 'P3_S14'")
                .hasMessageContaining("exchanged");
        assertThatThrownBy(() -> read(SUPPLY.replace("CPA_", ""), USE)).hasMessageContaining("'CPA_A01'");
        assertThatThrownBy(() -> read(SUPPLY, USE.replace("CPA_A01", "CPA_A02")))
                .hasMessageContaining("the products are not those of supply.csv")
                .hasMessageContaining("missing are 'CPA_A01'")
                .hasMessageContaining("not known there are 'CPA_A02'");
        assertThatThrownBy(() -> read(
                        SUPPLY.replace("CPA_TOTAL", "CPA_C10,10,70,80,20,0,0,100\nCPA_TOTAL"),
                        USE.replace("D1,", "CPA_C10,10,20,30,40,40,0,0,20,19,1,18,78,108\nD1,")))
                .hasMessageContaining("the products add up to 260.0 where the file states 180.0")
                .hasMessageContaining("two levels");
    }

    @Test
    void aCellThatIsNoNumberIsNamedInTheFirstRowToo() {
        assertThatThrownBy(() -> read(SUPPLY.replace("CPA_A01,90,", "CPA_A01,..,"), USE))
                .hasMessageContaining("supply.csv, line 2, column 2 ('A01'), row 'CPA_A01': found '..'");
        assertThatThrownBy(() -> read(SUPPLY.replace("CPA_A01,90,0,", "CPA_A01,90,n/a,"), USE))
                .hasMessageContaining("column 3 ('C10-12'), row 'CPA_A01': found 'n/a'");
    }

    @Test
    void sumsThatOverflowAreAnErrorOfTheFile() {
        assertThatThrownBy(() -> read(SUPPLY.replace("CPA_A01,90,0,90,10", "CPA_A01,1e308,1e308,90,10"), USE))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("use.csv");
    }
}
