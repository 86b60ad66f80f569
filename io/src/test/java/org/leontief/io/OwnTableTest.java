package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** The library's own layout, as a person sees and edits it. */
class OwnTableTest {

    private static final String TABLE = """
            input-output table,,,sector,sector,final demand,stated output (compared)
            kind,name,unit,Agriculture,Manufacturing,Final users,stated output
            sector,Agriculture,million EUR,150.0,500.0,350.0,1000.5
            sector,Manufacturing,million EUR,200.0,100.0,1700.0,2000.0
            value added,Wages,million EUR,650.0,1400.0,,
            extension,Employment,thousand persons,12.0,30.0,,
            """;

    @TempDir
    Path folder;

    private InputOutputTable read(String text) throws IOException {
        return InputOutputCsv.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private CsvFormatException fails(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        CsvFormatException error = catchThrowableOfType(CsvFormatException.class, () -> InputOutputCsv.read(file));
        assertThat(error).as("reading should fail").isNotNull();
        return error;
    }

    @Test
    void isWrittenAsItIsDocumented() throws IOException {
        InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacturing")
                .unit("million EUR")
                .transactions(new double[][] {{150, 500}, {200, 100}})
                .finalDemand("Final users", 350, 1700)
                .valueAdded("Wages", 650, 1400)
                .extension("Employment", "thousand persons", 12, 30)
                .statedOutput(1000.5, 2000)
                .totals(TotalsPolicy.USE_COMPUTED, 0)
                .build();
        InputOutputCsv.write(table, folder.resolve("w.csv"));
        assertThat(folder.resolve("w.csv")).hasContent(TABLE);
        RandomTables.assertSame(read(TABLE), table);
    }

    @Test
    void theKindOfStatedOutputSaysWhatCounts() throws IOException {
        assertThat(read(TABLE).grossOutput().of("Agriculture")).isEqualTo(1000);
        assertThat(read(TABLE.replace("(compared)", "(counts)")).grossOutput().of("Agriculture"))
                .isEqualTo(1000.5);
        assertThat(fails(TABLE.replace(" (compared)", "")))
                .hasMessageContaining("'Agriculture'")
                .hasMessageContaining("1000.5");
        Path file = folder.resolve("t.csv");
        assertThat(InputOutputCsv.read(file, CsvOptions.defaults(), TotalsPolicy.USE_STATED, 0)
                        .grossOutput()
                        .of("Agriculture"))
                .isEqualTo(1000.5);
    }

    @Test
    void anotherFileIsToldHowToBeRead() throws IOException {
        assertThat(fails(",a,b\na,1,2\nb,3,4\n"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("InputOutputCsv.read(path, TableLayout.withHeader()");
    }

    @Test
    void unknownKindsAreNamed() throws IOException {
        assertThat(fails(TABLE.replace("value added", "value-added")))
                .hasMessageContaining("line 5, column 1 ('kind'), row 'Wages'")
                .hasMessageContaining("'value-added'")
                .hasMessageContaining("'value added'");
        assertThat(fails(TABLE.replace("final demand", "demand")))
                .hasMessageContaining("column 6")
                .hasMessageContaining("'demand'");
        assertThat(fails(TABLE.replace("kind,name", "kind,label")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("kind, name, unit");
    }

    @Test
    void numbersThatWouldBeLostAreRefused() throws IOException {
        assertThat(fails(TABLE.replace("1400.0,,", "1400.0,7,")))
                .hasMessageContaining("line 5, column 6 ('Final users'), row 'Wages'")
                .hasMessageContaining("'7'");
    }

    @Test
    void aRowThatIsNoColumnIsNamed() throws IOException {
        assertThat(fails(TABLE.replace("sector,Manufacturing", "sector,Manufacture")))
                .hasMessageContaining("'Manufacture'")
                .hasMessageContaining("'Manufacturing'");
    }

    @Test
    void blankLabelsAndUnits() throws IOException {
        assertThat(fails(TABLE.replace("Wages,million EUR", "Wages,")))
                .hasMessageContaining("line 5, column 3 ('unit'), row 'Wages'");
        assertThat(fails(TABLE.replace("Wages,", ","))).hasMessageContaining("line 5, column 2 ('name')");
        assertThat(fails(TABLE.replace("Manufacturing,Final", ",Final"))).hasMessageContaining("line 2, column 5");
    }

    @Test
    void aNameForValueAddedAndExtensionIsRefused() throws IOException {
        assertThat(fails(TABLE.replace("Employment", "Wages"))).hasMessageContaining("'Wages'");
    }
}
