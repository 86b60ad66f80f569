package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** Wide tables whose layout is declared, and what is wrong with those that do not fit. */
class DeclaredTableTest {

    private static final TableLayout LAYOUT = TableLayout.withHeader()
            .unit("million EUR")
            .finalDemand("Households", "Exports")
            .valueAdded("Wages")
            .extension("Jobs", "persons")
            .statedOutputColumn("Output")
            .ignoreColumns("Uses")
            .ignoreRows("Inputs");

    private static final String TABLE = """
            ,Coal,Steel,Cars,Uses,Households,Exports,Output
            Coal,1,2,3,6,10,4,20
            Steel,4,5,6,15,0,15,30
            Cars,7,8,9,24,16,0,40
            Inputs,12,15,18,45,26,19,90
            Wages,5,6,7,18,,,
            Jobs,100,200,300,600,n/a,-,
            """;

    @TempDir
    Path folder;

    private InputOutputTable read(String text) throws IOException {
        return InputOutputCsv.read(Files.writeString(folder.resolve("t.csv"), text), LAYOUT);
    }

    private CsvFormatException fails(String text) throws IOException {
        return fails(text, LAYOUT);
    }

    private CsvFormatException fails(String text, TableLayout layout) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        CsvFormatException error =
                catchThrowableOfType(CsvFormatException.class, () -> InputOutputCsv.read(file, layout));
        assertThat(error).as("reading should fail").isNotNull();
        assertThat(error).hasMessageStartingWith(file.toString());
        return error;
    }

    @Test
    void everyPartIsFound() throws IOException {
        InputOutputTable table = read(TABLE);
        assertThat(table.industries()).isEqualTo(Labels.of("Coal", "Steel", "Cars"));
        assertThat(table.units().common()).isEqualTo("million EUR");
        assertThat(table.transactions().of("Steel", "Cars")).isEqualTo(6);
        assertThat(table.finalDemand().categories()).isEqualTo(Labels.of("Households", "Exports"));
        assertThat(table.finalDemand().category("Exports").toArray()).containsExactly(4, 15, 0);
        assertThat(table.valueAdded().row("Wages").toArray()).containsExactly(5, 6, 7);
        assertThat(table.extension("Jobs").toArray()).containsExactly(100, 200, 300);
        assertThat(table.extension("Jobs").units().common()).isEqualTo("persons");
        assertThat(table.statedOutput().orElseThrow().toArray()).containsExactly(20, 30, 40);
    }

    @Test
    void rowsAreJoinedToColumnsByLabel() throws IOException {
        String shuffled = """
                ,Coal,Steel,Cars,Uses,Households,Exports,Output
                Jobs,100,200,300,600,,,
                Cars,7,8,9,24,16,0,40
                Wages,5,6,7,18,,,
                Coal,1,2,3,6,10,4,20
                Inputs,12,15,18,45,26,19,90
                Steel,4,5,6,15,0,15,30
                """;
        RandomTables.assertSame(read(shuffled), read(TABLE));
    }

    @Test
    void statedOutputMayBeARow() throws IOException {
        TableLayout byRow = TableLayout.withHeader().unit("t").statedOutputRow("x");
        Path file = Files.writeString(folder.resolve("t.csv"), "name,a,b\na,1,2\nb,3,4\nx,3,7\n");
        assertThat(InputOutputCsv.read(file, byRow).statedOutput().orElseThrow().toArray())
                .containsExactly(3, 7);
    }

    @Test
    void statedOutputThatDiffersIsRefusedOrDecided() throws IOException {
        String misprint = TABLE.replace("0,15,30", "0,15,31");
        assertThat(fails(misprint))
                .hasMessageContaining("'Steel'")
                .hasMessageContaining("31.0")
                .hasMessageContaining("30.0");
        Path file = folder.resolve("t.csv");
        InputOutputTable computed = InputOutputCsv.read(file, LAYOUT.totals(TotalsPolicy.USE_COMPUTED, 0));
        assertThat(computed.grossOutput().of("Steel")).isEqualTo(30);
        InputOutputTable stated = InputOutputCsv.read(file, LAYOUT.totals(TotalsPolicy.USE_STATED, 0));
        assertThat(stated.grossOutput().of("Steel")).isEqualTo(31);
        assertThat(InputOutputCsv.read(file, LAYOUT.totals(TotalsPolicy.REFUSE_DIFFERENCES, 0.1))
                        .grossOutput()
                        .of("Steel"))
                .isEqualTo(30);
    }

    @Test
    void regionsStandInTwoRowsAndTwoColumns() throws IOException {
        String text = """
                ,,DEU,FRA,DEU,FRA
                region,name,Steel,Steel,HH,HH
                DEU,Steel,1,2,3,4
                FRA,Steel,5,6,7,8
                ,CO2,9,10,,
                """;
        TableLayout layout = TableLayout.withHeader()
                .regionColumns()
                .unit("million EUR")
                .finalDemand("HH")
                .extension("CO2", "kt");
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        InputOutputTable table = InputOutputCsv.read(file, layout);
        assertThat(table.industries().get(1)).isEqualTo(new Label("FRA", "Steel"));
        assertThat(table.finalDemand().byCategory().of("FRA / Steel", "DEU / HH"))
                .isEqualTo(7);
        assertThat(table.extension("CO2").of("FRA", "Steel")).isEqualTo(10);
        CsvFormatException error = fails(text.replace("5,6,7", "5,x,7"), layout);
        assertThat(error).hasMessageContaining("line 4, column 4 ('FRA / Steel'), row 'FRA / Steel'");
        // one region's column by its whole name
        CsvFormatException one = fails(text, layout.ignoreColumns("DEU / CO2"));
        assertThat(one).hasMessageContaining("'DEU / CO2'").hasMessageContaining("does not have");
    }

    @Test
    void unitsByRow() throws IOException {
        TableLayout layout = TableLayout.withHeader().unitColumn("unit").extensions("CO2");
        Path file = Files.writeString(folder.resolve("t.csv"), "name,unit,a,b\na,t,1,2\nb,kWh,3,4\nCO2,kg,5,6\n");
        InputOutputTable table = InputOutputCsv.read(file, layout);
        assertThat(table.units().get(1)).isEqualTo("kWh");
        assertThat(table.extensions().rowUnits().common()).isEqualTo("kg");
        assertThat(fails("name,unit,a,b\na,t,1,2\nb,,3,4\nCO2,kg,5,6\n", layout))
                .hasMessageContaining("line 3, column 2 ('unit'), row 'b'");
    }

    @Test
    void textAmongNumbersIsNamedWithItsCell() throws IOException {
        CsvFormatException error = fails(TABLE.replace("4,5,6,15", "4,..,6,15"));
        assertThat(error.line()).isEqualTo(3);
        assertThat(error)
                .hasMessageContaining("line 3, column 3 ('Steel'), row 'Steel'")
                .hasMessageContaining("'..'")
                .hasMessageContaining("CsvOptions.withMissingAsZero");
        assertThat(fails(TABLE.replace("16,0,40", "NaN,0,40")))
                .hasMessageContaining("line 4, column 6 ('Households'), row 'Cars'")
                .hasMessageContaining("finite");
        assertThat(fails(TABLE.replace("5,6,7,18", "5,Infinity,7,18")))
                .hasMessageContaining("line 6, column 3 ('Steel'), row 'Wages'");
        assertThat(fails(TABLE.replace("100,200", ",200")))
                .hasMessageContaining("line 7, column 2 ('Coal'), row 'Jobs'")
                .hasMessageContaining("empty cell");
    }

    @Test
    void missingMarksMayMeanZero() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), TABLE.replace("0,15,30", "..,15,30"));
        InputOutputTable table =
                InputOutputCsv.read(file, LAYOUT, CsvOptions.defaults().withMissingAsZero(".."));
        RandomTables.assertSame(table, read(TABLE));
    }

    @Test
    void cellsThatBelongToNoPartAreNotLookedAt() throws IOException {
        assertThat(read(TABLE.replace("n/a", "NaN")).extension("Jobs").of("Coal"))
                .isEqualTo(100);
    }

    @Test
    void duplicateLabelsNameBothPlaces() throws IOException {
        assertThat(fails(TABLE.replace("\nCars,", "\nSteel,")))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'Steel' stands twice, on lines 3 and 4");
        assertThat(fails(TABLE.replace("Steel,Cars,Uses", "Steel,Steel,Uses")))
                .hasMessageContaining("line 1")
                .hasMessageContaining("'Steel' stands twice")
                .hasMessageContaining("columns 3 and 4");
    }

    @Test
    void raggedRowsSayTheirLabel() throws IOException {
        assertThat(fails(TABLE.replace("0,15,30", "0,15")))
                .hasMessageContaining("line 3, row 'Steel'")
                .hasMessageContaining("7 cells")
                .hasMessageContaining("has 8");
    }

    @Test
    void rowsThatAreNoColumnsAreListed() throws IOException {
        CsvFormatException error = fails(TABLE.replace("\nCars,", "\nCar,"));
        assertThat(error.line()).isEqualTo(4);
        assertThat(error).hasMessageContaining("Only rows: 'Car'").hasMessageContaining("Only columns: 'Cars'");
    }

    @Test
    void aTotalThatWasNotIgnoredIsRecognisedByItsNumbers() throws IOException {
        TableLayout forgotten = TableLayout.withHeader()
                .unit("million EUR")
                .finalDemand("Households", "Exports")
                .valueAdded("Wages")
                .extension("Jobs", "persons")
                .statedOutputColumn("Output");
        assertThat(fails(TABLE, forgotten))
                .hasMessageContaining("Only rows: 'Inputs (looks like a total; name it in ignoreRows)'")
                .hasMessageContaining("Only columns: 'Uses (looks like a total; name it in ignoreColumns)'");
    }

    @Test
    void aTotalInRowsAndColumnsIsNotTakenForASector() throws IOException {
        TableLayout bare = TableLayout.withHeader().unit("t");
        assertThat(fails(",a,b,TOTAL\na,1,2,3\nb,3,4,7\nTOTAL,4,6,10\n", bare))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'TOTAL'")
                .hasMessageContaining("looks like a total")
                .hasMessageContaining("ignoreRows");
        // by its numbers, under whatever name, and though it is printed rounded
        assertThat(fails(
                        ",a,b,c,all\na,1000,2000,0,3000\nb,3000,4000,1,7001\nc,5,5,5,15\nall,4006,6004,6,10016\n",
                        bare))
                .hasMessageContaining("line 5")
                .hasMessageContaining("'all'")
                .hasMessageContaining("sum of all other rows");
        // only the column is the sum: the row adds something else
        assertThat(fails(",a,b,c,x\na,1,2,5,8\nb,3,4,2,9\nc,6,1,1,8\nx,90,1,7,98\n", bare))
                .hasMessageContaining("'x'")
                .hasMessageContaining("sum of all other columns");
    }

    @Test
    void rowsThatOnlyResembleOneAnotherAreSectors() throws IOException {
        TableLayout bare = TableLayout.withHeader().unit("t");
        Path file = Files.writeString(folder.resolve("t.csv"), ",a,b,c\na,1,1,1\nb,1,1,1\nc,0,0,0\n");
        assertThat(InputOutputCsv.read(file, bare).industries().size()).isEqualTo(3);
        Files.writeString(file, ",a,b,c\na,1,1,1\nb,1,1,1\nc,1,1,1\n");
        assertThat(InputOutputCsv.read(file, bare).industries().size()).isEqualTo(3);
    }

    @Test
    void declaredNamesMustBeThere() throws IOException {
        assertThat(fails(TABLE, LAYOUT.ignoreColumns("Export")))
                .hasMessageContaining("line 1")
                .hasMessageContaining("column 'Export'")
                .hasMessageContaining("Did you mean 'Exports'?");
        assertThat(fails(TABLE, LAYOUT.valueAdded("Wage")))
                .hasMessageContaining("row 'Wage'")
                .hasMessageContaining("Did you mean 'Wages'?");
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThatThrownBy(() -> LAYOUT.ignoreRows("Wages"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Wages'");
        assertThatThrownBy(() -> LAYOUT.unitColumn("unit")).hasMessageContaining("'unit'");
        assertThatThrownBy(() -> TableLayout.withHeader().unitColumn("unit").unit("t"))
                .hasMessageContaining("'t'");
        assertThatThrownBy(() -> LAYOUT.statedOutputRow("x")).hasMessageContaining("'x'");
        assertThatThrownBy(() -> LAYOUT.totals(TotalsPolicy.USE_STATED, Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> InputOutputCsv.read(Path.of("x.csv"), TableLayout.withHeader()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit");
    }

    @Test
    void rowsAndColumnsWithoutNames() throws IOException {
        TableLayout bare = TableLayout.withHeader().unit("t");
        assertThat(fails(",a,\na,1,\n", bare))
                .hasMessageContaining("line 1, column 3")
                .hasMessageContaining("no name");
        assertThat(fails(",a\na,1\n,2\n", bare)).hasMessageContaining("line 3").hasMessageContaining("no label");
        Path file = Files.writeString(folder.resolve("t.csv"), ",a,,\na,1,,\n,,,\n");
        InputOutputTable table =
                InputOutputCsv.read(file, bare.ignoreColumns("").ignoreRows(""));
        assertThat(table.transactions().of("a", "a")).isEqualTo(1);
    }

    @Test
    void headerOnly() throws IOException {
        assertThat(fails(",a,b\n", TableLayout.withHeader().unit("t"))).hasMessageContaining("nothing below");
        assertThat(fails("a\nb\n", TableLayout.withHeader().unit("t"))).hasMessageContaining("names no sector");
    }
}
