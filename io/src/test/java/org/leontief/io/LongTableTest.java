package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** A folder in long form is the table that was written, or is refused with the file and the mend. */
class LongTableTest {

    @TempDir
    Path temporary;

    private Path folder;

    private static InputOutputTable table() {
        return InputOutputTable.builder("Coal", "Steel")
                .unit("million EUR")
                .transactions(new double[][] {{1, 7}, {2, 0}})
                .finalDemand("Households", 3, 4)
                .valueAdded("Wages", 5, 6)
                .extension("CO2", "kt", 8, 9)
                .finalDemandExtension("CO2", 2)
                .statedOutput(12, 6)
                .totals(TotalsPolicy.USE_STATED)
                .build();
    }

    @BeforeEach
    void write() throws IOException {
        folder = temporary.resolve("saved");
        LongTable.write(table(), folder);
    }

    private void replace(String file, String old, String by) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, by));
    }

    @Test
    void codesOfADatabaseDoNotTakeItForTheDatabase() throws IOException {
        InputOutputTable coded = InputOutputTable.builder("CPA_A01", "CPA_A02")
                .unit("million EUR")
                .transactions(new double[][] {{1, 7}, {2, 0}})
                .finalDemand("P3_S14", 3, 4)
                .build();
        LongTable.write(coded, temporary.resolve("coded"));
        assertThat(Tables.read(temporary.resolve("coded")).table()).isEqualTo(coded);
    }

    @Test
    void whichOfTheTotalsCountsIsKept() throws IOException {
        assertThat(LongTable.read(folder).notes()).isEmpty();
        assertThat(LongTable.read(folder).table().grossOutput().toArray()).containsExactly(12, 6);
        replace("stated-output.csv", "(counts)", "(compared)");
        assertThat(LongTable.read(folder).table().grossOutput().toArray()).containsExactly(11, 6);
        replace("stated-output.csv", "stated output (compared)", "stated output");
        assertThatThrownBy(() -> LongTable.read(folder)).hasMessageContaining("Coal");
        replace("stated-output.csv", "stated output", "output");
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("'output'")
                .hasMessageContaining("stated output (counts)");
    }

    @Test
    void whatIsNotReadIsSaid() throws IOException {
        Files.writeString(folder.resolve("value_added.csv"), "from,to,unit,V\nTaxes,Coal,million EUR,1\n");
        assertThat(LongTable.read(folder).notes()).singleElement().asString().contains("'value_added.csv'");
        Files.delete(folder.resolve("final-demand.csv"));
        Files.delete(folder.resolve("final-demand-extensions.csv"));
        assertThat(LongTable.read(folder).notes())
                .anySatisfy(note -> assertThat(note).contains("no final-demand.csv"));
    }

    @Test
    void whatFinalUsersEmitNeedsFinalUsers() throws IOException {
        Files.delete(folder.resolve("final-demand.csv"));
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("there is final-demand-extensions.csv, and no final-demand.csv");
    }

    @Test
    void unitsThatDifferAreRefused() throws IOException {
        replace("final-demand-extensions.csv", "kt", "t");
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("'CO2' is in t in final-demand-extensions.csv and in kt in extensions.csv");
        replace("final-demand-extensions.csv", ",t,", ",kt,");
        replace("stated-output.csv", "million", "billion");
        assertThatThrownBy(() -> LongTable.read(folder)).hasMessageContaining("billion EUR in stated-output.csv");
        replace("stated-output.csv", "billion", "million");
        replace("final-demand.csv", "million", "billion");
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining("'Coal' in billion EUR");
    }

    @Test
    void labelsAreJoined() throws IOException {
        replace("value-added.csv", "Steel", "Stele");
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("value-added.csv, line 3")
                .hasMessageContaining("Stele");
    }

    /** In a sparse form what is 0 has no row. */
    @Test
    void whatHasNothingInAFileHasTheUnitItHasAlready() throws IOException {
        Path sparse = Files.createDirectory(temporary.resolve("sparse"));
        Files.writeString(sparse.resolve("transactions.csv"), "from,to,unit,Transactions\nA,A,t,1\nA,B,t,2\nB,A,h,3\n");
        Files.writeString(sparse.resolve("final-demand.csv"), "from,to,unit,Final demand\nB,H,h,4\n");

        LabelledMatrix y = LongTable.read(sparse).table().finalDemand().byCategory();

        assertThat(y.rowUnits()).hasToString("t, h");
        assertThat(y.of("A", "H")).isZero();
        assertThat(y.of("B", "H")).isEqualTo(4);

        Files.writeString(sparse.resolve("transactions.csv"), "from,to,unit,Transactions\nA,A,t,1\nA,B,t,2\n");
        assertThatThrownBy(() -> LongTable.read(sparse))
                .hasMessageContaining("no row gives the unit of 'B'. Add a row of it, of 0 if it has nothing");
    }

    @Test
    void aFileInThePlaceOfAFolderIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("table"), "x");

        assertThatThrownBy(() -> LongTable.write(table(), file))
                .hasMessage(file + ": it is a file, and a folder is needed");
        assertThatThrownBy(() -> Pymrio.write(table(), file))
                .hasMessage(file + ": it is a file, and a folder is needed");
    }

    @Test
    void filesOfAnotherTableAreNotMixedIn() throws IOException {
        InputOutputTable smaller = InputOutputTable.builder("Coal")
                .unit("t")
                .transactions(new double[][] {{1}})
                .build();
        assertThatThrownBy(() -> LongTable.write(smaller, folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("another table");
        assertThat(LongTable.read(folder).table()).isEqualTo(table());
    }

    @Test
    void aTableOfAnotherKindIsNamed() throws IOException {
        Path own = Files.createDirectory(temporary.resolve("own"));
        InputOutputCsv.write(table(), own.resolve("table.csv"));
        assertThatThrownBy(() -> LongTable.read(own))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("this is not a table in long form")
                .hasMessageContaining("InputOutputCsv.read");
    }

    @Test
    void theFolderOfOneTableIsAskedFor() throws IOException {
        LongTable.write(table(), temporary.resolve("other"));
        assertThatThrownBy(() -> LongTable.read(temporary))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("there are 2 files transactions.csv");
    }

    @Test
    void withoutTransactionsThereIsNoTable() throws IOException {
        Files.delete(folder.resolve("transactions.csv"));
        assertThatThrownBy(() -> LongTable.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("no file transactions.csv");
    }
}
