package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;

/** A path is read by the reader of what it looks like, and refused by the name of what it is. */
class TablesTest {

    @TempDir
    Path folder;

    private static InputOutputTable table() {
        return InputOutputTable.builder(Labels.ofRegions(List.of("north", "south"), List.of("food", "steel")))
                .unit("M.EUR")
                .transactions(new double[][] {{1, 2, 0, 1}, {0, 3, 1, 0}, {5, 0, 6, 1}, {0, 1, 0, 2}})
                .finalDemand(
                        Labels.ofRegions(List.of("north", "south"), List.of("Households")),
                        SparseMatrix.of(new double[][] {{10, 0}, {3, 7}, {0, 2}, {0, 5}}))
                .build();
    }

    @Test
    void theLibrarysOwnLayout() throws IOException {
        Path file = folder.resolve("table.csv.gz");
        InputOutputCsv.write(table(), file);
        assertThat(Tables.read(file).table()).isEqualTo(table());
    }

    @Test
    void aFolderOfPymrioAndOneOfExiobase() throws IOException {
        Path saved = folder.resolve("saved");
        Pymrio.write(table(), saved);
        assertThat(Tables.read(saved).table()).isEqualTo(table());
        assertThat(Tables.read(saved).source()).contains("pymrio");
        Path exiobase = folder.resolve("IOT_2011_pxp");
        Pymrio.write(table(), exiobase);
        assertThat(Tables.read(exiobase).source()).contains("EXIOBASE 3");
    }

    @Test
    void theFormatsOfTheDatabases() throws IOException {
        Path raw = RawFormats.folder();
        assertSame(Exiobase.read(raw.resolve("exio1_mock")), raw.resolve("exio1_mock"));
        assertSame(Eora26.read(raw.resolve("eora26_mock")), raw.resolve("eora26_mock"));
        assertSame(Gloria.read(raw.resolve("gloria_mock")), raw.resolve("gloria_mock"));
        Path wiod = raw.resolve("wiod_mock").resolve("wiot09_row_sep12.xlsx");
        assertSame(Wiod.read(wiod), wiod);
        Path oecd = raw.resolve("oecd_mock").resolve("ICIO2016_2003.csv");
        assertSame(OecdIcio.read(oecd), oecd);
        Path archive = raw.resolve("oecd_mock").resolve("ICIO2018_2010.zip");
        assertSame(OecdIcio.read(archive), archive);
    }

    private static void assertSame(DatabaseTable expected, Path path) throws IOException {
        assertThat(Tables.read(path)).isEqualTo(expected);
    }

    @Test
    void whatIsNoWholeTableIsRefusedByName() throws IOException {
        Path file = folder.resolve("accounts.csv");
        SupplyUseCsv.write(
                SupplyUseTable.builder(Labels.of("Food"), Labels.of("Farms"))
                        .unit("EUR")
                        .supply(new double[][] {{3}})
                        .use(new double[][] {{1}})
                        .finalDemand("Households", 2)
                        .build(),
                file);
        assertThatThrownBy(() -> Tables.read(file))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("accounts.csv: this is no whole table that says itself")
                .hasMessageContaining("SupplyUseCsv.read");
    }

    @Test
    void aFolderOfMatricesSaysWhatItsFlowsAreCalled() throws IOException {
        Path saved = folder.resolve("saved");
        Pymrio.write(table(), saved);
        Path renamed = Files.createDirectory(folder.resolve("renamed"));
        Files.copy(saved.resolve("Z.txt"), renamed.resolve("trade_flows.txt"));
        assertThatThrownBy(() -> Tables.read(renamed))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("as EXIOBASE and pymrio have it")
                .hasMessageContaining("no file has a name by which they find the flows: Z.txt");
    }

    @Test
    void whatIsNotKnownIsRefusedInTheWordsOfTheReader() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), ",A,B,Households\nA,1,2,3\nB,1,2,3\n");
        assertThatThrownBy(() -> Tables.read(file)).hasMessageContaining("TableLayout");
        assertThatThrownBy(() -> Tables.read(folder.resolve("nothing.csv"))).isInstanceOf(NoSuchFileException.class);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Tables.read(empty))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("nothing in this folder");
    }
}
