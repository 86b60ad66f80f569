package org.leontief.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.examples.GermanTable;
import org.leontief.io.InputOutputCsv;
import org.leontief.io.MatrixCsv;
import org.leontief.io.PlanFiles;
import org.leontief.label.LabelledMatrix;
import org.leontief.table.InputOutputTable;

class PlanCommandTest {

    private static final String BACKWARDS = """
            label,value
            Manufacturing,619342
            Agriculture,15219
            Construction,196063
            Other services,442280
            Trade,343355
            Business services,268554
            """;

    @TempDir
    Path folder;

    private final Shell shell = new Shell();

    @Test
    void plansForTheBundledTable() {
        assertThat(run()).isZero();
        // The table's own final demand gives back the outputs that its rows add up to.
        assertThat(shell.out())
                .contains("Manufacturing             619,342.00       1,079,446.00")
                .contains("Employment: 36,428.00 thousand persons")
                .contains("The economy is viable")
                .contains("46.00");
        assertThat(shell.err()).isEmpty();
    }

    /** What stands under the text, once, stands in the JSON. */
    @Test
    void notesAreInTheJsonToo() throws IOException {
        assertThat(run("--scale=Construction=-1", "--scale=Agriculture=-9")).isZero();
        List<String> printed = shell.out()
                .lines()
                .filter(line -> line.startsWith("Note: "))
                .map(line -> line.substring("Note: ".length()))
                .toList();
        assertThat(printed).hasSize(2).doesNotHaveDuplicates();
        assertThat(printed.get(0)).startsWith("negative output of 'Agriculture'");

        assertThat(run("--scale=Construction=-1", "--scale=Agriculture=-9", "--json"))
                .isZero();
        JsonTree notes = shell.json().at("notes");
        assertThat(notes.size()).isEqualTo(2);
        assertThat(shell.out()).contains(printed.get(0)).contains("The totals of the table disagree");
    }

    @Test
    void asManyRowsArePrintedAsAreAskedFor() {
        assertThat(run("--top=2")).isZero();
        assertThat(shell.out())
                .contains("Gross output", "the largest 2 of 6", "Manufacturing", "and 4 more")
                .doesNotContain("Agriculture  ")
                .contains("Note: The totals of the table disagree");
    }

    @Test
    void helpIsPrintedAndIsNoError() {
        assertThat(run("--help")).isZero();
        assertThat(shell.out())
                .contains("--table=PATH")
                .contains("--demand=FILE")
                .contains("--output=DIR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bogus",
                "--tolerance=-1",
                "--tolerance=x",
                "--threads=0",
                "--scale=Construction",
                "--dust=WHAT"
            })
    void wrongUsageIsTwo(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isNotEmpty();
    }

    @Test
    void writesWhatItPlanned() throws IOException {
        Path directory = folder.resolve("new").resolve("plan");
        Path demand = write("demand.csv", BACKWARDS);
        assertThat(run("--demand", demand.toString(), "--output", directory.toString()))
                .isZero();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            PlanFiles.FINAL_DEMAND,
                            PlanFiles.GROSS_OUTPUT,
                            PlanFiles.INTERMEDIATE_USE,
                            PlanFiles.EXTENSIONS,
                            PlanFiles.REPORT,
                            AnswerFiles.JSON);
        }
        try (Stream<Path> left = Files.list(folder.resolve("new"))) {
            assertThat(left).as("no temporary folder stays").containsExactly(directory);
        }
        // The demand is the table's own, in another order: intermediate use is the table's.
        LabelledMatrix use = MatrixCsv.read(directory.resolve(PlanFiles.INTERMEDIATE_USE));
        InputOutputTable table = GermanTable.read();
        assertThat(use.of("Agriculture", "Manufacturing"))
                .isCloseTo(table.transactions().of("Agriculture", "Manufacturing"), within(1e-9));
        assertThat(Files.readAllLines(directory.resolve(PlanFiles.GROSS_OUTPUT)).get(0))
                .isEqualTo("label,unit,Gross output,error_bound");
        assertThat(Files.readString(directory.resolve(PlanFiles.REPORT)))
                .contains("\"method\" : \"DENSE_LU\"")
                .contains("\"certified\" : true");
    }

    @Test
    void aDemandWithAnUnknownIndustryIsOneMessageAndNothingIsWritten() throws IOException {
        Path demand = write("demand.csv", BACKWARDS.replace("Manufacturing", "Manufacturng"));
        Path directory = folder.resolve("plan");
        assertThat(run("--demand", demand.toString(), "--output", directory.toString()))
                .isEqualTo(1);
        assertThat(directory).doesNotExist();
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("demand.csv").contains("Manufacturng").contains("'Manufacturing'");
        assertThat(shell.err()).doesNotContain("\tat ");
    }

    @Test
    void aPartialDemandHasToBeAskedFor() throws IOException {
        Path demand = write("demand.csv", "label,value\nConstruction,1000\n");
        assertThat(run("--demand", demand.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("Agriculture");
        assertThat(run("--demand", demand.toString(), "--partial-demand")).isZero();
        // Eurostat Manual 2008, table 15.13: 1.8136 of output per unit of construction, 0.0207 thousand persons.
        assertThat(shell.out())
                .containsPattern("Total +1,000\\.00 +1,813\\.6")
                .containsPattern("Employment: 20\\.(6[5-9]|7[0-4])");
    }

    @Test
    void anEconomyThatIsNotViableIsNamed() throws IOException {
        Path table = write("table.csv", """
                input-output table,,,sector,sector,sector,final demand
                kind,name,unit,Corn,Tools,Iron,Households
                sector,Corn,t,1,1,1,7
                sector,Tools,t,1,1,12,-4
                sector,Iron,t,1,12,1,-4
                """);
        assertThat(run("--table", table.toString())).isEqualTo(3);
        assertThat(shell.err())
                .contains("not viable")
                .contains("'Tools', 'Iron'")
                .doesNotContain("at org.");
    }

    @Test
    void aMissingFileIsOneMessage() {
        assertThat(run("--table", folder.resolve("nothing.csv").toString())).isEqualTo(1);
        assertThat(shell.err()).startsWith("There is no file").contains("nothing.csv");
    }

    @Test
    void aLayoutIsDeclaredByArguments() throws IOException {
        Path table = write("table.csv", """
                ;Agriculture;Manufacturing;Households;Total
                Agriculture;150,0;500,0;350,0;1000
                Manufacturing;200,0;100,0;1700,0;2000
                Wages;650;1400;;
                Employment;30;..;;
                """);
        assertThat(run(
                        "--table=" + table,
                        "--delimiter=SEMICOLON",
                        "--decimal-comma",
                        "--unit=million EUR",
                        "--final-demand=Households",
                        "--value-added=Wages",
                        "--extension=Employment=thousand persons",
                        "--stated-output=Total",
                        "--missing-as-zero=..",
                        "--scale=Agriculture=2"))
                .as(shell::err)
                .isZero();
        assertThat(shell.out()).contains("Employment: ").contains("thousand persons");
    }

    @Test
    void aTableWrittenByTheLibraryIsRead() throws IOException {
        Path table = folder.resolve("germany.csv");
        InputOutputCsv.write(GermanTable.read(), table);
        assertThat(run("--table", table.toString(), "--compare", "--scale", "Construction=1.10"))
                .isZero();
        assertThat(shell.out()).containsPattern("Construction +245,606\\.00 +265,779\\.66 +\\+20,173\\.66 +\\+8\\.21%");
    }

    @Test
    void aLayoutWithoutATableIsWrongUsage() {
        assertThat(run("--unit", "EUR", "--final-demand", "Households")).isEqualTo(2);
        assertThat(shell.err()).contains("--table is missing").contains("--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output=", "--top=0", "--demand=.", "--scale=Construction=NaN"})
    void whatCannotBeMeantIsWrongUsage(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(shell.err().lines()).hasSize(2);
    }

    @Test
    void nothingIsReplacedWhereAFolderHasTheNameOfAFile() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("plan"));
        Files.createDirectory(directory.resolve(PlanFiles.REPORT));
        Files.writeString(directory.resolve(PlanFiles.FINAL_DEMAND), "old");
        assertThat(run("--output", directory.toString())).isEqualTo(1);
        assertThat(directory.resolve(PlanFiles.FINAL_DEMAND)).hasContent("old");
    }

    @Test
    void theMendIsSaidInTheWordsOfTheShell() throws IOException {
        Path table = write("table.csv", ",A,B,Households\nA,1,2,3\nB,1,2,3\n");
        assertThat(run("--table", table.toString())).isEqualTo(1);
        assertThat(shell.err()).contains("From the shell: ").contains("--unit, --final-demand");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(arguments));
        return shell.run(all.toArray(String[]::new));
    }
}
