package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.Economy;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;

/**
 * EXIOBASE hybrid in the layout of release 3.3.18: files, sheets, rows and columns of labels as MARIO's parser and bw_exiobase's list
 * have them; codes and units as in the release, numbers made up. Activities stand in another order than the products they make.
 */
class ExiobaseHybridTest {

    private static final String ACTIVITIES = """
            ,,,,,DK,DK,DK,WW,WW,WW
            ,,,,,Production of electricity by coal,Cultivation of wheat,Education,Cultivation of wheat,Production of electricity by coal,Education
            ,,,,,A_POWC,A_WHEA,A_EDUC,A_WHEA,A_POWC,A_EDUC
            ,,,,,i40.11.a,i01.b,i80,i01.b,i40.11.a,i80
            """;
    private static final String USERS = """
            ,,,,,DK,WW
            ,,,,,Final consumption expenditure by households,Final consumption expenditure by households
            ,,,,,F_HOUS,F_HOUS
            ,,,,,y01,y01
            """;
    private static final List<String> PRODUCTS = List.of(
            "DK,Wheat,C_WHEA,p01.b,tonnes",
            "DK,Electricity by coal,C_POWC,p40.11.a,TJ",
            "DK,Education services (80),C_EDUC,p80,Meuro",
            "WW,Wheat,C_WHEA,p01.b,tonnes",
            "WW,Electricity by coal,C_POWC,p40.11.a,TJ",
            "WW,Education services (80),C_EDUC,p80,Meuro");
    private static final String[][] FLOWS = {
        {"0", "5", "0.5", "0", "0", "0"},
        {"1", "2", "3", "", "0", "0"},
        {"0.25", "0", "1", "0", "0", "0"},
        {"0", "7", "0", "8", "0", "1"},
        {"0", "0", "0", "2", "4", "6"},
        {"0", "0", "0", "0.5", "0.125", "9"},
    };
    private static final String[][] DEMAND = {
        {"90", "4.5"}, {"14", "0"}, {"8.75", "0"}, {"10", "74"}, {"0", "28"}, {"0", "30"}
    };

    @TempDir
    Path folder;

    private static String file(String header, String[][] numbers) {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < numbers.length; i++) {
            text.append(PRODUCTS.get(i))
                    .append(',')
                    .append(String.join(",", numbers[i]))
                    .append('\n');
        }
        return text.toString();
    }

    /** Rows of a sheet: the header of a CSV with so many label columns, and further rows. */
    private static String sheet(String header, int labelColumns, String... rows) {
        StringBuilder text = new StringBuilder();
        header.lines()
                .forEach(line -> text.append("|".repeat(labelColumns))
                        .append(line.substring(5).replace(',', '|'))
                        .append('\n'));
        for (String row : rows) {
            text.append(row).append('\n');
        }
        return text.toString();
    }

    private static final Map<String, String> SHEETS = sheets();

    private static Map<String, String> sheets() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("intro", "EXIOBASE|hybrid\n");
        sheets.put(
                "VA_act",
                sheet(
                        ACTIVITIES,
                        4,
                        "w03.a|W_LOWS|Compensation of employees, low-skilled|Meuro|1|2|3|4|5|6",
                        "w05|W_OPSU|Operating surplus|Meuro|7|8|9|10|11|12"));
        sheets.put("Land_act", sheet(ACTIVITIES, 2, "Land use, arable land|ha|0|31|0|32|0|0"));
        sheets.put("Land_FD", sheet(USERS, 2, "Land use, arable land|ha|3|4"));
        sheets.put(
                "Emiss_act",
                sheet(
                        ACTIVITIES,
                        3,
                        "Carbon dioxide, fossil|tonnes|air|1000|20|30|40|5000|60",
                        "Nitrate|tonnes|water|0|1|0|2|0|0"));
        sheets.put("Emiss_FD", sheet(USERS, 3, "Carbon dioxide, fossil|tonnes|air|70|80", "Nitrate|tonnes|water|0|0"));
        sheets.put("Emis_unreg_w_act", sheet(ACTIVITIES, 3, "Carbon dioxide, fossil|tonnes|air|1|1|1|1|1|1"));
        sheets.put("waste_from_stocks", sheet(USERS, 2, "Steel|tonnes|1|2"));
        return sheets;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void release() throws IOException {
        write("MR_HIOT_2011_v3_3_18_by_product_technology.csv", file(ACTIVITIES, FLOWS));
        write("MR_HIOT_2011_v3_3_18_FD.csv", file(USERS, DEMAND));
        write("MR_HIOT_2011_v3_3_18_principal_production.csv", principal(0));
        SmallWorkbook.write(folder.resolve("MR_HIOT_2011_v3_3_18_extensions.xlsx"), SHEETS);
    }

    /** Activities above the products that they make, with so many columns of labels, and the amounts below. */
    private static String principal(int labelColumns) {
        StringBuilder text = new StringBuilder();
        String below = """
                ,,,,,Electricity by coal,Wheat,Education services (80),Wheat,Electricity by coal,Education services (80)
                ,,,,,C_POWC,C_WHEA,C_EDUC,C_WHEA,C_POWC,C_EDUC
                ,,,,,p40.11.a,p01.b,p80,p01.b,p40.11.a,p80
                ,,,,,TJ,tonnes,Meuro,tonnes,TJ,Meuro
                ,,,,,20,100,10,100,40,40
                """;
        (ACTIVITIES + below)
                .lines()
                .forEach(line -> text.append(",".repeat(labelColumns))
                        .append(line.substring(5))
                        .append('\n'));
        return text.toString();
    }

    @Test
    void flowsUnitsAndLabels() throws IOException {
        DatabaseTable read = ExiobaseHybrid.read(folder);
        InputOutputTable table = read.table();
        assertThat(read.source()).isEqualTo("EXIOBASE hybrid 3.3.18");
        assertThat(table.industries())
                .isEqualTo(Labels.ofRegions(
                        List.of("DK", "WW"), List.of("Wheat", "Electricity by coal", "Education services (80)")));
        assertThat(table.units().get(0)).isEqualTo("tonnes");
        assertThat(table.units().get(1)).isEqualTo("TJ");
        assertThat(table.units().get(5)).isEqualTo("Meuro");
        // Every number, found by the names of its product and of the product that its activity makes.
        int[] productOfActivity = {1, 0, 2, 3, 4, 5};
        for (int i = 0; i < 6; i++) {
            for (int a = 0; a < 6; a++) {
                String cell = FLOWS[i][a];
                assertThat(table.transactions().matrix().get(i, productOfActivity[a]))
                        .as(i + ", " + a)
                        .isEqualTo(cell.isEmpty() ? 0 : Double.parseDouble(cell));
            }
            assertThat(table.finalDemand().byCategory().matrix().get(i, 0)).isEqualTo(Double.parseDouble(DEMAND[i][0]));
            assertThat(table.finalDemand().byCategory().matrix().get(i, 1)).isEqualTo(Double.parseDouble(DEMAND[i][1]));
        }
        // Wheat of DK: 5 to itself, 0.5 to education, 94.5 to final users.
        assertThat(table.grossOutput().of("DK", "Wheat")).isEqualTo(100);
        assertThat(table.transactions().of("DK / Wheat", "DK / Wheat")).isEqualTo(5);
        assertThat(table.transactions().of("DK / Electricity by coal", "DK / Wheat"))
                .isEqualTo(2);
        assertThat(read.notes())
                .anyMatch(note -> note.startsWith("1 empty or missing cells of MR_HIOT_2011_v3_3_18_by_product"));
    }

    @Test
    void accountsInTheOrderOfTheProducts() throws IOException {
        DatabaseTable read = ExiobaseHybrid.read(folder);
        InputOutputTable table = read.table();
        assertThat(table.extensions().rows())
                .isEqualTo(Labels.of(
                        "Emis_unreg_w / Carbon dioxide, fossil / air",
                        "Emiss / Carbon dioxide, fossil / air",
                        "Emiss / Nitrate / water",
                        "Land / Land use, arable land"));
        assertThat(table.extensions().rowUnits().get(3)).isEqualTo("ha");
        assertThat(table.extensions().rowUnits().get(1)).isEqualTo("tonnes");
        assertThat(table.extensions().of("Emiss / Carbon dioxide, fossil / air", "DK / Electricity by coal"))
                .isEqualTo(1000);
        assertThat(table.extensions().of("Land / Land use, arable land", "DK / Wheat"))
                .isEqualTo(31);
        assertThat(table.finalDemandExtensions()
                        .of("Emiss / Carbon dioxide, fossil / air", "WW / Final consumption expenditure by households"))
                .isEqualTo(80);
        assertThat(table.valueAdded().rows())
                .isEqualTo(Labels.of("Compensation of employees, low-skilled", "Operating surplus"));
        assertThat(table.valueAdded().of("Operating surplus", "DK / Wheat")).isEqualTo(8);
        assertThat(read.notes()).anyMatch(note -> note.contains("'intro', 'waste_from_stocks'"));
    }

    /** Tonnes of CO2 in a tonne of wheat: by the library, and by 2,000 rounds of m = S + m A. */
    @Test
    void aFootprintInMixedUnits() throws IOException {
        InputOutputTable table = ExiobaseHybrid.read(folder).table();
        double m = Economy.of(table)
                .multipliers("Emiss / Carbon dioxide, fossil / air")
                .of("DK", "Wheat");
        double[][] a = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                a[i][j] = table.transactions().matrix().get(i, j)
                        / table.grossOutput().at(j);
            }
        }
        double[] s = {20.0 / 100, 1000.0 / 20, 30.0 / 10, 40.0 / 100, 5000.0 / 40, 60.0 / 39.625};
        double[] x = s.clone();
        for (int k = 0; k < 2000; k++) {
            double[] next = s.clone();
            for (int j = 0; j < 6; j++) {
                for (int i = 0; i < 6; i++) {
                    next[j] += x[i] * a[i][j];
                }
            }
            x = next;
        }
        assertThat(table.grossOutput().toArray()).containsExactly(100, 20, 10, 100, 40, 39.625);
        assertThat(m).isCloseTo(x[0], within(1e-9));
    }

    @Test
    void whatActivitiesMakeMayHaveLabelsBeside() throws IOException {
        InputOutputTable plain = ExiobaseHybrid.read(folder).table();
        write("MR_HIOT_2011_v3_3_18_principal_production.csv", principal(1));
        assertThat(ExiobaseHybrid.read(folder).table()).isEqualTo(plain);
    }

    @Test
    void supplyAndUse() throws IOException {
        String[][] supply = {
            {"0", "100", "0", "0", "0", "0"},
            {"20", "0", "0", "0", "0", "0"},
            {"0", "0", "10", "0", "0", "0"},
            {"0", "0", "0", "100", "0", "0"},
            {"0", "0", "0", "1", "39", "0"},
            {"0", "0", "0", "0", "0", "39.625"},
        };
        write("MR_HSUP_2011_v3_3_18.csv", file(ACTIVITIES, supply));
        write("MR_HUSE_2011_v3_3_18.csv", file(ACTIVITIES, FLOWS));
        write("MR_HSUTs_2011_v3_3_18_FD.csv", file(USERS, DEMAND));
        Map<String, String> sheets = new LinkedHashMap<>(SHEETS);
        sheets.remove("VA_act");
        SmallWorkbook.write(folder.resolve("MR_HSUTs_2011_v3_3_18_extensions.xlsx"), sheets);
        DatabaseSupplyUse read = ExiobaseHybrid.readSupplyUse(folder);
        SupplyUseTable table = read.table();
        assertThat(read.source()).isEqualTo("EXIOBASE hybrid 3.3.18, supply and use");
        assertThat(table.industries().get(0)).isEqualTo(new Label("DK", "Production of electricity by coal"));
        assertThat(table.supply().of("WW / Electricity by coal", "WW / Cultivation of wheat"))
                .isEqualTo(1);
        assertThat(table.use().of("DK / Wheat", "DK / Cultivation of wheat")).isEqualTo(5);
        assertThat(table.units().get(4)).isEqualTo("TJ");
        assertThat(table.finalDemand().byCategory().matrix().get(5, 1)).isEqualTo(30);
        assertThat(table.extensions().of("Land / Land use, arable land", "WW / Cultivation of wheat"))
                .isEqualTo(32);
        assertThat(table.finalDemandExtensions().matrix().get(1, 0)).isEqualTo(70);
        // Value added stands in the workbook of the input-output table.
        assertThat(table.valueAdded().of("Operating surplus", "WW / Education")).isEqualTo(12);
        assertThat(read.notes()).anyMatch(note -> note.contains("1 empty cells of MR_HUSE_2011_v3_3_18.csv"));
    }

    @Test
    void whatDoesNotFitIsSaid() throws IOException {
        String other = file(USERS, DEMAND)
                .replace("DK,Electricity by coal,C_POWC,p40.11.a,TJ", "DK,Electricity by coal,C_POWC,p40.11.a,GWh");
        write("MR_HIOT_2011_v3_3_18_FD.csv", other);
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining(
                        "MR_HIOT_2011_v3_3_18_FD.csv: 'DK / Electricity by coal' is in 'GWh', and in 'TJ'");
        write("MR_HIOT_2011_v3_3_18_FD.csv", file(USERS, DEMAND));

        write("MR_HIOT_2011_v3_3_18_principal_production.csv", principal(0).replace("Wheat", "Barley"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("missing there: DK / Wheat")
                .hasMessageContaining("principal products of the activities");

        Files.delete(folder.resolve("MR_HIOT_2011_v3_3_18_principal_production.csv"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder)).hasMessageContaining("the products that activities make");
    }

    @Test
    void withoutExtensionsAndInBinaryWorkbooks() throws IOException {
        Files.delete(folder.resolve("MR_HIOT_2011_v3_3_18_extensions.xlsx"));
        assertThat(ExiobaseHybrid.read(folder).notes()).anyMatch(note -> note.contains("no workbook of extensions"));
        Files.move(
                folder.resolve("MR_HIOT_2011_v3_3_18_by_product_technology.csv"),
                folder.resolve("Exiobase_MR_HIOT_2011_v3_3_17_by_prod_tech.xlsb"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .hasMessageContaining("binary workbooks (.xlsb) are not read");
        assertThatThrownBy(() -> Exiobase.read(folder))
                .hasMessageContaining("looks like EXIOBASE hybrid, which is read with ExiobaseHybrid.read");
    }

    /** The last columns of each line from right to left. */
    private static String mirrored(String text, char divider, int columns) {
        StringBuilder mirrored = new StringBuilder();
        text.lines().forEach(line -> {
            List<String> cells = new ArrayList<>(List.of(line.split(Pattern.quote(String.valueOf(divider)), -1)));
            Collections.reverse(cells.subList(cells.size() - columns, cells.size()));
            mirrored.append(String.join(String.valueOf(divider), cells)).append('\n');
        });
        return mirrored.toString();
    }

    private DatabaseTable withSheet(String name, String text) throws IOException {
        Map<String, String> changed = new LinkedHashMap<>(SHEETS);
        changed.put(name, text);
        SmallWorkbook.write(folder.resolve("MR_HIOT_2011_v3_3_18_extensions.xlsx"), changed);
        return ExiobaseHybrid.read(folder);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(SHEETS.get(name), name);
    }

    @Test
    void columnsInAnotherOrderAreJoinedByName() throws IOException {
        InputOutputTable expected = ExiobaseHybrid.read(folder).table();
        write("MR_HIOT_2011_v3_3_18_principal_production.csv", mirrored(principal(0), ',', 6));
        assertThat(ExiobaseHybrid.read(folder).table()).isEqualTo(expected);

        for (String name : List.of("VA_act", "Land_act", "Emiss_act")) {
            assertThat(withSheet(name, mirrored(sheet(name), '|', 6)).table())
                    .as(name)
                    .isEqualTo(expected);
        }
        assertThat(withSheet("Land_FD", mirrored(sheet("Land_FD"), '|', 2)).table())
                .isEqualTo(expected);
        assertThat(expected.valueAdded().rowUnits().get(1)).isEqualTo("Meuro");
        assertThat(expected.extension("Land / Land use, arable land").units()).isEqualTo(Units.of("ha"));
    }

    @Test
    void emptyCellsOfAllFilesAreCounted() throws IOException {
        write("MR_HIOT_2011_v3_3_18_FD.csv", file(USERS, DEMAND).replace("Meuro,8.75,0", "Meuro,8.75,"));

        DatabaseTable read = withSheet("Land_FD", sheet("Land_FD").replace("|3|4", "|3|"));

        assertThat(read.table()
                        .finalDemandExtensions()
                        .of(
                                "Land / Land use, arable land",
                                read.table().finalDemand().categories().get(1).toString()))
                .isZero();
        assertThat(read.notes())
                .anyMatch(note -> note.startsWith("1 empty or missing cells of MR_HIOT_2011_v3_3_18_FD.csv"))
                .anyMatch(note -> note.startsWith("1 empty cells of MR_HIOT_2011_v3_3_18_extensions.xlsx are 0"));
    }

    @Test
    void rowsAndColumnsWithoutNamesOrUnitsAreRefusedWithTheirPlace() throws IOException {
        String land = sheet("Land_act");
        assertThatThrownBy(() -> withSheet("Land_act", land.replace("Land use, arable land", "")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("sheet 'Land_act': row 1 of the numbers has no name");
        assertThatThrownBy(() -> withSheet("Land_act", land.replace("|ha|", "||")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("sheet 'Land_act': row 1 of the numbers has no unit");
        assertThatThrownBy(() -> withSheet("Land_FD", sheet("Land_FD").replace("arable land", "pasture")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("sheet 'Land_FD': the rows are not those of sheet 'Land_act', in its order");
        SmallWorkbook.write(folder.resolve("MR_HIOT_2011_v3_3_18_extensions.xlsx"), SHEETS);

        String flows = "MR_HIOT_2011_v3_3_18_by_product_technology.csv";
        write(flows, file(ACTIVITIES, FLOWS).replace("WW,Wheat,", "WW,,"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .hasMessageContaining("row 4 of the numbers has no region or no name");
        write(flows, file(ACTIVITIES, FLOWS).replace("DK,Wheat,C_WHEA,p01.b,tonnes", "DK,Wheat,C_WHEA,p01.b,"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder)).hasMessageContaining("'DK / Wheat' has no unit");
        write(flows, file(ACTIVITIES.replaceFirst("Education", ""), FLOWS));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .hasMessageContaining("column 3 of the numbers has no region or no name");
    }

    @Test
    void activitiesThatNameNoProductAreRefused() throws IOException {
        String name = "MR_HIOT_2011_v3_3_18_principal_production.csv";
        write(name, principal(0).replaceFirst("Electricity by coal,Wheat", "Electricity by coal,"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("column 2, 'DK / Cultivation of wheat', names no product");
        write(name, principal(0).replaceFirst("Education\n", "Schools\n"));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .hasMessageContaining("column 6, 'WW / Schools', is no activity of the table");
        write(name, principal(0).lines().limit(4).collect(Collectors.joining("\n")));
        assertThatThrownBy(() -> ExiobaseHybrid.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("five rows of equal length are expected")
                .hasMessageContaining("6 activities");
    }
}
