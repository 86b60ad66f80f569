package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.data;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.region.EmbodiedTrade;
import org.leontief.region.ExportDecomposition;
import org.leontief.region.RegionalAccounts;
import org.leontief.region.RegionalEconomy;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/** Footprints from published world tables, where the folder of shared data is there. */
class WorldFootprintsTest {

    private static LabelledMatrix matrix(String name, String unit) throws IOException {
        return MatrixCsv.read(data(name), MatrixLayout.withHeader().unit(unit));
    }

    /** Labels written "OECD|Food". */
    private static Labels regional(Labels joined) {
        List<Label> labels = new ArrayList<>();
        for (Label label : joined) {
            String[] parts = label.name().split("\\|", 2);
            labels.add(new Label(parts[0], parts[1]));
        }
        return Labels.ofLabels(labels);
    }

    private static void assertRelative(double value, double expected, double relative) {
        assertThat(value).isCloseTo(expected, within(Math.abs(expected) * relative));
    }

    // ---- EXIOBASE in three regions ----

    private static InputOutputTable threeRegions() throws IOException {
        LabelledMatrix z = matrix("exiobase_3reg8sec/Z.csv", "million EUR");
        LabelledMatrix y = matrix("exiobase_3reg8sec/Y.csv", "million EUR");
        LabelledMatrix f = matrix("exiobase_3reg8sec/F.csv", "1");
        LabelledMatrix households = matrix("exiobase_3reg8sec/F_hh.csv", "1");
        assertThat(households.rows()).isEqualTo(f.rows());
        return InputOutputTable.builder(regional(z.rows()))
                .unit("million EUR")
                .transactions(z.matrix())
                .finalDemand(regional(y.columns()), y.matrix())
                .extensions(
                        f.rows(),
                        Units.perLabel(f.rows().asList().stream()
                                .map(row -> row.name().endsWith("_t") ? "t" : "million m3")
                                .toList()),
                        f.matrix())
                .finalDemandExtensions(households.matrix())
                .build();
    }

    @Test
    void carbonOfThreeRegions() throws IOException {
        RegionalEconomy world = RegionalEconomy.of(threeRegions());
        RegionalAccounts co2 = world.accounts("CO2_t");
        LabelledMatrix reference = matrix("exiobase_3reg8sec/reference_footprints_no_hh.csv", "1");
        for (String stressor : List.of("CO2_t", "BlueWater_Mm3")) {
            for (Label region : world.regions()) {
                assertRelative(
                        world.accounts(stressor).embodiedInConsumption().of(region),
                        reference.of(stressor, region.name()),
                        1e-12);
            }
        }
        // The notebook of CML's course on this table, by category with direct emissions of households: worked example
        // exiobase3_co2_by_final_demand.
        double[][] printed = {
            {8839280000.0, 410501100.0, 945235300.0, 2940609000.0},
            {5018325000.0, 685406200.0, 1348961000.0, 6306992000.0},
            {4737425000.0, 314553700.0, 621535600.0, 2589339000.0}
        };
        for (int r = 0; r < 3; r++) {
            BoundedVector byCategory =
                    co2.footprint(world.regions().get(r).name()).byCategory();
            for (int c = 0; c < 4; c++) {
                assertRelative(byCategory.at(c), printed[r][c], 5e-7);
            }
        }
        // Not the 1.578e10 that the notebook also prints, which counts what households emit twice.
        assertRelative(co2.consumption().of("OECD"), 1.313563e10, 5e-7);
        assertRelative(co2.consumption().total(), 34758162135.0, 1e-10);
        assertRelative(co2.direct().total() / co2.consumption().total(), 0.14722856692261643, 1e-10);
        assertThat(co2.identity().relativeDifference()).isLessThan(1e-8);
        assertThat(co2.consumption().isCertified()).isTrue();
        LabelledVector population =
                matrix("exiobase_3reg8sec/population.csv", "persons").row("pop");
        assertRelative(co2.perHead(population).consumption().of("OECD"), 1.313563e10 / 1000422900.0, 5e-7);
    }

    // ---- pymrio's test table ----

    /** Tab-separated with two rows and as many columns of labels as given, the last of which may be a unit. */
    private static List<String[]> rows(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(data("pymrio_test_mrio/mrio_data/" + name))) {
            rows.add(line.split("\t", -1));
        }
        return rows;
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

    private static InputOutputTable sixRegions() throws IOException {
        List<String[]> z = rows("trade_flows_Z.txt");
        List<String[]> y = rows("finald_demand_Y.txt");
        List<String[]> f = rows("emissions.txt");
        List<String[]> fy = rows("FDemissions.txt");
        Labels stressors = Labels.of(f.subList(2, f.size()).stream()
                .map(row -> row[0] + " | " + row[1])
                .toList());
        return InputOutputTable.builder(header(z, 3))
                .unit("million USD")
                .transactions(numbers(z, 3))
                .finalDemand(header(y, 3), numbers(y, 3))
                .valueAdded(Labels.of("Value Added"), Units.of("million USD"), numbers(rows("factor_input.txt"), 2))
                .extensions(stressors, Units.of("kg"), numbers(f, 3))
                .finalDemandExtensions(numbers(fy, 3))
                .build();
    }

    @Test
    void emissionsOfSixRegions() throws IOException {
        RegionalEconomy world = RegionalEconomy.of(sixRegions());
        LabelledMatrix m = matrix("pymrio_test_mrio/reference/M.csv", "1");
        LabelledMatrix consumption = matrix("pymrio_test_mrio/reference/footprint_incl_households.csv", "1");
        LabelledMatrix production = matrix("pymrio_test_mrio/reference/territorial_incl_households.csv", "1");
        assertThat(regional(m.columns())).isEqualTo(world.coefficients().industries());
        for (Label stressor : consumption.rows()) {
            RegionalAccounts accounts = world.accounts(stressor.name());
            for (int j = 0; j < m.columns().size(); j++) {
                assertRelative(
                        accounts.multipliers().at(j), m.matrix().get(m.rows().indexOf(stressor), j), 1e-12);
            }
            for (Label region : world.regions()) {
                assertRelative(
                        accounts.consumption().of(region), consumption.of(stressor.name(), region.name()), 1e-12);
                assertRelative(accounts.production().of(region), production.of(stressor.name(), region.name()), 1e-12);
                assertRelative(
                        accounts.consumption().of(region)
                                - accounts.production().of(region),
                        accounts.imports().of(region) - accounts.exports().of(region),
                        1e-9);
            }
            assertThat(accounts.identity().relativeDifference()).isLessThan(1e-12);
        }
    }

    // ---- World Input-Output Database 2013 ----

    private static List<String> names(String file) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(data("wiod2013_2011/" + file))) {
            for (String name : line.strip().split("[,\\s]+", -1)) {
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static @Nullable InputOutputTable worldOnce;

    private static synchronized InputOutputTable world() throws IOException {
        InputOutputTable table = worldOnce;
        if (table == null) {
            table = readWorld();
            worldOnce = table;
        }
        return table;
    }

    private static InputOutputTable readWorld() throws IOException {
        Labels industries = Labels.ofRegions(names("regions.txt"), names("sectors.txt"));
        Labels users = Labels.ofRegions(names("regions.txt"), List.of("HH", "NPISH", "GOV", "GFCF", "INVEN"));
        MatrixLayout flows = MatrixLayout.headerless(industries, industries).unit("million USD");
        SparseMatrix z = MatrixCsv.read(data("wiod2013_2011/Z.csv.gz"), flows).matrix();
        SparseMatrix y = MatrixCsv.read(
                        data("wiod2013_2011/Y.csv.gz"),
                        MatrixLayout.headerless(industries, users).unit("million USD"))
                .matrix();
        // The table is rounded to whole millions; what counts here are its own sums, as in the reference.
        InputOutputTable sums = InputOutputTable.builder(industries)
                .unit("million USD")
                .transactions(z)
                .finalDemand(users, y)
                .build();
        double[] valueAdded = z.columnSums();
        for (int j = 0; j < valueAdded.length; j++) {
            valueAdded[j] = sums.grossOutput().at(j) - valueAdded[j];
        }
        return InputOutputTable.builder(industries)
                .unit("million USD")
                .transactions(z)
                .finalDemand(users, y)
                .valueAdded("Value added", valueAdded)
                .build();
    }

    private static TechnologyOptions policy(ZeroOutputPolicy policy) {
        return TechnologyOptions.defaults().withZeroOutput(policy);
    }

    @Test
    void valueAddedOfFortyOneRegions() throws IOException {
        // Two industries of Luxembourg have an output of −1, which is rounding.
        RegionalEconomy world = RegionalEconomy.of(world(), policy(ZeroOutputPolicy.DIVIDE_NEGATIVE));
        RegionalAccounts valueAdded = world.accounts("Value added");
        EmbodiedTrade bilateral = valueAdded.bilateral();
        LabelledMatrix reference = matrix("wiod2013_2011/reference_va_by_source_and_final_region.csv", "million USD");
        assertThat(reference.columns()).isEqualTo(world.regions());
        for (Label from : reference.rows()) {
            for (Label to : reference.columns()) {
                double expected = reference.of(from.name(), to.name());
                assertRelative(bilateral.flow(from.name(), to.name()).value(), expected, 1e-9);
            }
        }
        for (Label to : reference.columns()) {
            assertRelative(
                    valueAdded.consumption().of(to), reference.column(to.name()).total(), 1e-12);
            assertRelative(
                    valueAdded.production().of(to), reference.row(to.name()).total(), 1e-12);
        }
        assertThat(valueAdded.identity().relativeDifference()).isLessThan(1e-12);
        assertThat(valueAdded.consumption().isCertified()).isTrue();
        assertThat(bilateral.balance().isCertified()).isTrue();
    }

    @Test
    void exportsOfFortyOneRegionsInNineParts() throws IOException {
        RegionalEconomy world = RegionalEconomy.of(world(), policy(ZeroOutputPolicy.DIVIDE_NEGATIVE));
        ExportDecomposition parts = world.exportDecomposition();
        BoundedVector abroad = world.accounts("Value added").exports();
        for (Label region : world.regions()) {
            double exports = parts.grossExports().of(region);
            assertThat(parts.remainder().of(region)).isCloseTo(0, within(1e-10 * exports));
            assertRelative(parts.absorbedAbroad().of(region), abroad.of(region), 1e-10);
            assertThat(parts.valueAddedRatio(region.name())).isBetween(0.3, 0.95);
        }
    }

    @Test
    void whatAPolicyLeftOutIsInTheIdentity() throws IOException {
        RegionalAccounts accounts = RegionalEconomy.of(world(), policy(ZeroOutputPolicy.EMPTY_RECIPE))
                .accounts("Value added");
        assertThat(accounts.identity().leftOut().value()).isEqualTo(-2);
        assertThat(accounts.identity().relativeDifference()).isLessThan(1e-12);
        assertThat(accounts.report().toString())
                .contains("left out with empty recipes -2.00000")
                .contains("'LUX / c5' (-1.0)");
    }
}
