package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.examples.SharedData;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private void assertFinding(String of, String standing, String... parts) throws IOException {
        JsonTree row = shell.json().row("findings", of);
        assertThat(row.at("standing").value())
                .as(of + ": " + row.at("finding").value())
                .isEqualTo(standing);
        for (String part : parts) {
            assertThat((String) row.at("finding").value()).contains(part);
        }
    }

    /** The misprint of the manual's table is found; the rest of it is in order. */
    @Test
    void theBundledTable() throws IOException {
        assertThat(shell.run("check", "--json")).isZero();
        assertFinding("Balance", "KNOW", "1 of 6 industries", "'Manufacturing'", "1079446", "1079400");
        assertFinding("Viability", "FINE", "viable");
        assertFinding("Outputs", "FINE");
        assertFinding("Imports", "KNOW", "'Imports'");
        assertThat(shell.json().at("facts").at("final_demand").at("value").number())
                .isEqualTo(1_884_813);

        assertThat(shell.run("check")).isZero();
        assertThat(shell.out()).contains("Viable: yes").contains("1079400");
    }

    /** Every fault that a table can have and still be read. */
    @Test
    void whatIsWrongIsNamed() throws IOException {
        Path table = write("""
                input-output table,,,sector,sector,sector,sector,sector,sector,final demand,final demand
                kind,name,unit,Corn,corn ,Dust,Idle,Shut,Total inputs,Households,Stocks
                sector,Corn,EUR,10,5,0,0,3,0,70,-8
                sector,corn ,EUR,60,2,0,0,0,0,40,0
                sector,Dust,EUR,0,0,0,0,0,0,1e-9,0
                sector,Idle,EUR,0,0,0,0,0,0,0,0
                sector,Shut,EUR,-1,0,0,0,0,0,0,1
                sector,Total inputs,EUR,0,0,0,0,0,0,9,0
                value added,Wages,EUR,50,60,0,0,0,9,,
                extension,CO2,t,0,0,0,0,0,0,,
                """);
        assertThat(shell.run("check", "--table=" + table, "--json"))
                .as(shell.err())
                .isZero();
        assertFinding("Balance", "MEND", "Corn");
        assertFinding("Outputs", "MEND", "'Idle'", "can deliver nothing", "'Shut'", "--zero-output");
        assertFinding("Dust", "MEND", "'Dust'", "--dust");
        assertFinding("Flows", "KNOW", "1 number is negative", "'Shut' to 'Corn'");
        assertFinding("Final demand", "KNOW", "the least -8", "'Corn' to 'Stocks'");
        assertFinding("Labels", "MEND", "'Total inputs'");
        assertFinding("Extensions", "KNOW", "Empty: 'CO2'");
        assertFinding("Recipes", "MEND", "dust");
        assertFinding("Viability", "FINE");
        assertThat((String) shell.json().at("notes").at(0).value()).contains("without what has no recipe");
    }

    @Test
    void labelsThatAreAlmostTheSameAndInputsAboveOutput() throws IOException {
        Path table = write("""
                input-output table,,,sector,sector,final demand
                kind,name,unit,Corn,CORN.,Households
                sector,Corn,EUR,10,30,60
                sector,CORN.,EUR,20,20,5
                """);
        assertThat(shell.run("check", "--table=" + table, "--json")).isZero();
        assertFinding("Labels", "KNOW", "'Corn', 'CORN.'", "case, blanks or punctuation");
        assertFinding("Costs", "KNOW", "'CORN.'", "worth more than the output");
        assertFinding("Balance", "KNOW", "Nothing to compare");
    }

    @Test
    void anEconomyThatIsNotViableIsNo() throws IOException {
        Path table = write("""
                input-output table,,,sector,sector,sector,final demand
                kind,name,unit,Corn,Tools,Iron,Households
                sector,Corn,t,1,1,1,7
                sector,Tools,piece,1,1,12,-4
                sector,Iron,t,1,12,1,-4
                """);
        assertThat(shell.run("check", "--table=" + table, "--json")).isEqualTo(3);
        assertThat(shell.json().at("answer").value()).isEqualTo(false);
        assertFinding("Viability", "MEND", "'Tools', 'Iron'");
        assertFinding("Units", "KNOW", "2 in t, 1 in piece");
        assertThat(shell.err()).isEmpty();
    }

    /** The samples of all formats are recognised, read and looked at; what is no whole table is refused by name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exio1_mock",
                "exio2_mock",
                "exio3_mock",
                "eora26_mock",
                "gloria_mock",
                "wiod_mock/wiot09_row_sep12.xlsx",
                "oecd_mock/ICIO2016_2003.csv",
                "oecd_mock/ICIO2018_2010.zip",
                "oecd_sml/2011_SML_SAMPLE.csv",
                "figaro/flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv",
                "figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"
            })
    void theFormatsOfTheDatabases(String name) throws IOException {
        Path path = SharedData.folder("raw_formats").resolve(name);
        assertThat(shell.run("check", "--table=" + path, "--json"))
                .as(shell.err())
                .isZero();
        assertFinding("Viability", "FINE");
        assertThat(shell.json().at("table").at("regions").number()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raw_formats/wiod_mock/WIOD_SEA_July14.xlsx",
                "raw_formats/exio_ext_mock",
                "bea_us_2017/Detail_Make_2017_AfterRedef_17sch.csv",
                "pymrio_test_mrio/mrio_data",
                "exiobase_3reg8sec",
                "germany1995/table.csv",
                "uk2010/iot_pxp_domestic_full.csv"
            })
    void whatIsNoWholeTableIsRefused(String name) {
        Path path = SharedData.folder(name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/')))
                .resolveSibling(name);
        assertThat(shell.run("check", "--table=" + path)).isEqualTo(1);
        assertThat(shell.err()).startsWith(path.toString()).containsAnyOf("read", "table");
        assertThat(shell.out()).isEmpty();
    }

    /** Tables that are put together from several files, saved in the library's own layout. */
    @ParameterizedTest
    @MethodSource("org.leontief.examples.command.RealTables#names")
    void tablesOfTheWorld(String name) throws IOException {
        Path file = RealTables.write(name, folder.resolve(name + ".csv"));
        assertThat(shell.run("check", "--table=" + file, "--json"))
                .as(shell.err())
                .isZero();
        switch (name) {
            case "brazil2020" -> assertFinding("Flows", "KNOW", "1 number is negative");
            case "chile2013" -> assertFinding("Balance", "MEND", "maybe value added lacks rows");
            case "italy_sut_2014", "bea_us_2017" -> assertFinding("Imports", "KNOW", "in final demand are deducted");
            case "uk2010" -> assertFinding("Imports", "KNOW", "'Imported goods and services' in value added");
            case "wiod2016_usa" -> assertFinding("Outputs", "KNOW", "1 industry ('U')", "can deliver nothing");
            case "wiod2013_2011" -> {
                // Outputs rounded to integers, two of them to −1.
                assertFinding("Outputs", "MEND", "--zero-output");
                assertFinding("Recipes", "MEND", "'LUX / c5' (-1.0)");
            }
            case "exiobase_3reg8sec" -> assertFinding("Regions", "FINE", "3 regions");
            default -> assertFinding("Viability", "FINE");
        }
    }

    /** Iron takes 1.2 of itself; corn and iron together are no economy, and what takes nothing is named. */
    @Test
    void coefficientsWithoutATable() throws IOException {
        Path recipes = write("from,to,value\nIron,Iron,1.2\nCorn,Iron,0.1\nIron,Corn,-0.01\nAir,Corn,0.5\n");

        assertThat(shell.run("check", "--json", "--coefficients", recipes.toString()))
                .isEqualTo(ExitCodes.THE_ANSWER_IS_NO);
        assertFinding("Recipes", "KNOW", "1 product takes no inputs: Air");
        assertFinding("Coefficients", "KNOW", "'Iron' in 'Corn' -0.01");
        assertFinding("Own use", "MEND", "Iron");
        assertFinding("Sums", "KNOW", "1.3, for 'Iron'");
        assertFinding("Viability", "MEND");
        assertThat(shell.run("check", "--coefficients", recipes.toString(), "--table", recipes.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(shell.run("check", "--coefficients", recipes.toString(), "--columns", "from,to"))
                .isEqualTo(ExitCodes.WRONG_USAGE);
    }

    /** US life cycle inventory 2021: unit processes in mixed units, whose sums say nothing. */
    @Test
    void anInventoryOfUnitProcesses() throws IOException {
        Path recipes = SharedData.folder("uslci_2021").resolve("A_coo.csv");

        assertThat(shell.run("check", "--json", "--coefficients", recipes.toString(), "--columns", "row,col,value"))
                .isZero();
        assertFinding("Sums", "KNOW", "31614");
        assertFinding("Viability", "FINE");
    }

    @Test
    void checkingWritesNothing() throws IOException {
        assertThat(shell.run("check")).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
