package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.examples.SharedData;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MatrixCsv;
import org.leontief.io.MatrixLayout;
import org.leontief.io.Pymrio;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.region.RegionalAccounts;
import org.leontief.region.RegionalEconomy;
import org.leontief.region.RegionalFootprint;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;

class FootprintCommandTest {

    private static final Path THREE_REGIONS =
            Path.of(System.getProperty("leontief.root", "..")).resolve("docs/three-regions.csv");

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void theSameNumbersAsFromTheLibrary() throws IOException {
        RegionalAccounts accounts =
                RegionalEconomy.of(InputOutputCsv.read(THREE_REGIONS)).accounts("CO2");
        assertThat(shell.run("footprint", "--table=" + THREE_REGIONS, "--stressor=CO2", "--json"))
                .as(shell.err())
                .isZero();
        for (String region : List.of("North", "South", "Isles")) {
            JsonTree row = shell.json().row("accounts_of_regions", region);
            assertThat(row.at("consumption").number())
                    .isEqualTo(accounts.consumption().of(region));
            assertThat(row.at("exports").number()).isEqualTo(accounts.exports().of(region));
        }
        RegionalFootprint north = accounts.footprint("North");
        assertThat(shell.run(
                        "footprint",
                        "--table=" + THREE_REGIONS,
                        "--stressor=CO2",
                        "--region=North",
                        "--by=sector",
                        "--json"))
                .isZero();
        assertThat(shell.json().row("by_sector", "Mills").at("amount").number())
                .isEqualTo(north.bySourceSector().of("Mills"));
        assertThat(shell.json().at("facts").at("footprint").at("value").number())
                .isEqualTo(north.total().value());
    }

    /** A table without regions has one footprint; its parts add up to what its industries emit. */
    @Test
    void oneEconomy() throws IOException {
        for (String by : List.of("sector", "product", "category")) {
            assertThat(shell.run("footprint", "--stressor=CO2", "--by=" + by, "--json"))
                    .isZero();
            JsonTree rows = shell.json().at("sheets").at("by_" + by).at("rows");
            double sum = 0;
            for (int i = 0; i < rows.size(); i++) {
                sum += rows.at(i).at("amount").number();
            }
            // Eurostat Manual 2008, chapter 15: the row of CO2 in the table.
            assertThat(sum).isCloseTo(687_020, within(1e-8));
        }
        assertThat(shell.run("footprint", "--stressor=CO2", "--region=Bavaria")).isEqualTo(2);
    }

    @Test
    void partsNeedARegion() {
        assertThat(shell.run("footprint", "--table=" + THREE_REGIONS, "--stressor=CO2", "--by=product"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("--region is missing");
    }

    /** The test table of pymrio, saved as pymrio saves it, against the footprints that were computed independently. */
    @Test
    void aFolderOfPymrio() throws IOException {
        Path data = SharedData.folder("pymrio_test_mrio");
        Path saved = folder.resolve("saved");
        Pymrio.write(sixRegions(data.resolve("mrio_data")), saved);
        MatrixLayout plain = MatrixLayout.withHeader().unit("kg");
        LabelledMatrix consumption = MatrixCsv.read(data.resolve("reference/footprint_incl_households.csv"), plain);
        LabelledMatrix production = MatrixCsv.read(data.resolve("reference/territorial_incl_households.csv"), plain);
        for (Label stressor : consumption.rows()) {
            assertThat(shell.run(
                            "footprint",
                            "--table=" + saved,
                            "--stressor=" + stressor.name().replace(" | ", " / "),
                            "--json"))
                    .as(shell.err())
                    .isZero();
            for (Label region : consumption.columns()) {
                JsonTree row = shell.json().row("accounts_of_regions", region.name());
                assertRelative(row.at("consumption").number(), consumption.of(stressor.name(), region.name()));
                assertRelative(row.at("production").number(), production.of(stressor.name(), region.name()));
            }
        }
    }

    private static void assertRelative(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }

    private static InputOutputTable sixRegions(Path data) throws IOException {
        List<String[]> z = rows(data.resolve("trade_flows_Z.txt"));
        List<String[]> y = rows(data.resolve("finald_demand_Y.txt"));
        List<String[]> f = rows(data.resolve("emissions.txt"));
        return InputOutputTable.builder(header(z, 3))
                .unit("million USD")
                .transactions(numbers(z, 3))
                .finalDemand(header(y, 3), numbers(y, 3))
                .valueAdded(
                        Labels.of("Value Added"),
                        Units.of("million USD"),
                        numbers(rows(data.resolve("factor_input.txt")), 2))
                .extensions(
                        Labels.of(f.subList(2, f.size()).stream()
                                .map(row -> row[0] + " / " + row[1])
                                .toList()),
                        Units.of("kg"),
                        numbers(f, 3))
                .finalDemandExtensions(numbers(rows(data.resolve("FDemissions.txt")), 3))
                .build();
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static Labels header(List<String[]> rows, int first) {
        List<Label> labels = new ArrayList<>();
        for (int j = first; j < rows.get(0).length; j++) {
            labels.add(new Label(rows.get(0)[j], rows.get(1)[j]));
        }
        return Labels.ofLabels(labels);
    }

    private static SparseMatrix numbers(List<String[]> rows, int first) {
        SparseMatrixBuilder numbers = SparseMatrix.builder(rows.size() - 2, rows.get(0).length - first);
        for (int i = 2; i < rows.size(); i++) {
            for (int j = first; j < rows.get(i).length; j++) {
                numbers.add(i - 2, j - first, Double.parseDouble(rows.get(i)[j]));
            }
        }
        return numbers.build();
    }
}
