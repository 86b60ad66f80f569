package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** Published tables, where the folder of shared data is there. */
class RealTablesTest {

    private static final TableLayout GERMANY = TableLayout.withHeader()
            .unit("million EUR")
            .finalDemand("P3_S14", "P3_S13", "P5", "P52", "P6")
            .valueAdded("P7", "D21X31", "D1", "D29X39", "K1", "B2A3N")
            .extension("EMP", "thousand persons")
            .ignoreColumns("CPA_TOTAL")
            .ignoreRows("TOTAL", "P2", "B1G", "EMP-WS", "EMP-FTE");

    @TempDir
    Path folder;

    @Test
    void germanyWithOutputStatedByRow() throws IOException {
        InputOutputTable table = InputOutputCsv.read(
                data("germany1995/table.csv"), GERMANY.statedOutputRow("P1").ignoreColumns("TFU"));
        assertThat(table.industries().size()).isEqualTo(6);
        assertThat(table.grossOutput().of("CPA_B-E")).isEqualTo(1_079_446);
        assertThat(table.statedOutput().orElseThrow().of("CPA_B-E")).isEqualTo(1_079_446);
        assertThat(table.extension("EMP").total()).isEqualTo(36_428);
        // printed numbers are rounded; the columns add up within a thousandth
        assertThat(table.balance().isBalanced(1e-3)).isTrue();
        Path copy = folder.resolve("copy.csv");
        InputOutputCsv.write(table, copy);
        RandomTables.assertSame(InputOutputCsv.read(copy), table);
    }

    @Test
    void germanysMisprintIsFound() throws IOException {
        Path file = data("germany1995/table.csv");
        TableLayout byColumn = GERMANY.statedOutputColumn("TFU").ignoreRows("P1");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> InputOutputCsv.read(file, byColumn)))
                .hasMessageContaining("CPA_B-E")
                .hasMessageContaining("1079400")
                .hasMessageContaining("1079446");
        InputOutputTable table = InputOutputCsv.read(file, byColumn.totals(TotalsPolicy.USE_COMPUTED, 0));
        assertThat(table.balance().largest(1).get(0).statedDifference()).isEqualTo(46);
    }

    @Test
    void germanysTotalsAreRecognisedIfForgotten() throws IOException {
        Path file = data("germany1995/table.csv");
        TableLayout bare = TableLayout.withHeader().unit("million EUR");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> InputOutputCsv.read(file, bare)))
                .hasMessageContaining("'TOTAL (looks like a total; name it in ignoreRows)'")
                .hasMessageContaining("'CPA_TOTAL (looks like a total; name it in ignoreColumns)'");
    }

    @Test
    void unitedKingdomWhole() throws IOException {
        TableLayout layout = TableLayout.withHeader()
                .unit("million GBP")
                .finalDemand(
                        "Households",
                        "Non-profit instns serving households",
                        "Central government",
                        "Local government",
                        "Gross fixed capital formation",
                        "Valuables",
                        "Changes in inventories",
                        "Exports of goods",
                        "Exports of services")
                .valueAdded(
                        "Imported goods and services",
                        "Taxes less subsidies on products",
                        "Taxes less subsidies on production",
                        "Compensation of employees",
                        "Gross Operating Surplus")
                .statedOutputColumn("Total demand")
                .ignoreColumns("Total intermediate demand")
                .ignoreRows("Total consumption", "Total output")
                .totals(TotalsPolicy.USE_STATED, 0);
        InputOutputTable table = InputOutputCsv.read(data("uk2010/iot_pxp_domestic_full.csv"), layout);
        assertThat(table.industries().size()).isEqualTo(127);
        assertThat(table.industries().get(0).name()).isEqualTo("01");
        assertThat(table.grossOutput().of("01")).isEqualTo(21_182);
        Path copy = folder.resolve("uk.csv");
        InputOutputCsv.write(table, copy);
        RandomTables.assertSame(InputOutputCsv.read(copy), table);

        LabelledMatrix z =
                MatrixCsv.read(data("uk2010/Z.csv"), MatrixLayout.withHeader().unit("million GBP"));
        assertThat(z.matrix()).isEqualTo(table.transactions().matrix());
        assertThat(z.rows()).isEqualTo(table.industries());
    }

    @Test
    void unitedKingdomsCoefficientsAndInverse() throws IOException {
        MatrixLayout pure = MatrixLayout.withHeader().unit("1");
        LabelledMatrix a = MatrixCsv.read(data("uk2010/A_published.csv"), pure);
        LabelledMatrix l = MatrixCsv.read(data("uk2010/L_published.csv"), pure);
        assertThat(l.rows()).isEqualTo(a.rows());
        assertThat(l.name()).isEqualTo("L_published");
        // L = I + A L, at one entry and as published
        LabelledVector column = l.column("01");
        double product = 0;
        for (int k = 0; k < a.rows().size(); k++) {
            product += a.matrix().get(0, k) * column.at(k);
        }
        assertThat(1 + product).isCloseTo(column.at(0), within(1e-9));
    }

    @Test
    void worldInHeaderlessCompressedBlocks() throws IOException {
        List<String> regions = Files.readAllLines(data("wiod2013_2011/regions.txt"));
        List<String> sectors = Files.readAllLines(data("wiod2013_2011/sectors.txt"));
        Labels industries = Labels.ofRegions(names(regions), names(sectors));
        assertThat(industries.size()).isEqualTo(1435);
        List<String> categories = List.of("HH", "NPISH", "GOV", "GFCF", "INVEN");
        MatrixLayout block = MatrixLayout.headerless(industries, industries).unit("million USD");
        LabelledMatrix z = MatrixCsv.read(data("wiod2013_2011/Z.csv.gz"), block.named("Transactions"));
        LabelledMatrix y = MatrixCsv.read(
                data("wiod2013_2011/Y.csv.gz"),
                MatrixLayout.headerless(industries, Labels.ofRegions(names(regions), categories))
                        .unit("million USD"));
        LabelledMatrix x = MatrixCsv.read(
                data("wiod2013_2011/x.csv.gz"),
                MatrixLayout.headerless(industries, Labels.of("x")).unit("million USD"));
        InputOutputTable table = InputOutputTable.builder(industries)
                .unit("million USD")
                .transactions(z.matrix())
                .finalDemand(y.columns(), y.matrix())
                .statedOutput(x.column("x").toArray())
                .totals(TotalsPolicy.USE_COMPUTED, 0)
                .build();
        double worst = table.balance().lines().stream()
                .mapToDouble(line -> Math.abs(line.statedDifference()))
                .max()
                .orElseThrow();
        assertThat(worst).isEqualTo(108);

        Path copy = folder.resolve("world.csv.gz");
        InputOutputCsv.write(table, copy);
        RandomTables.assertSame(InputOutputCsv.read(copy), table);
        Path sparse = folder.resolve("z.csv.gz");
        LongCsv.write(z, sparse);
        assertThat(LongCsv.read(sparse)).isEqualTo(z);
    }

    /** Names may stand on one line or one to a line. */
    private static List<String> names(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            for (String name : line.strip().split("[,\\s]+", -1)) {
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @Test
    void physicalProcessesInLongForm() throws IOException {
        LongLayout layout =
                LongLayout.withColumns("row", "col", "value").square().unit("1").named("Technology");
        LabelledMatrix a = LongCsv.read(data("uslci_2021/A_coo.csv"), layout);
        assertThat(a.matrix().nonZeros()).isEqualTo(3159);
        assertThat(a.of("0", "360")).isEqualTo(1.2674897119341564);
        Path copy = folder.resolve("a.csv");
        LongCsv.write(a, copy);
        assertThat(LongCsv.read(copy)).isEqualTo(a);
        VectorCsv.write(a.rowTotals(), folder.resolve("x.csv"));
        assertThat(VectorCsv.read(folder.resolve("x.csv"), a.rows(), Units.of("1")))
                .isEqualTo(a.rowTotals());
    }
}
