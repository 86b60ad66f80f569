package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.table.InputOutputTable;

/** A sheet of a workbook is read by a declared layout as the same cells are from a CSV file. */
class DeclaredSheetTest {

    private static final TableLayout LAYOUT = TableLayout.withHeader()
            .unit("million EUR")
            .finalDemand("Households")
            .valueAdded("Wages")
            .extension("Jobs", "persons")
            .statedOutputColumn("Output");

    private static final String TABLE = """
            |Coal|Steel|Households|Output
            Coal|1.25|2|10|13.25
            Steel|4|5|0|9
            Wages|5|6
            Jobs|100|200||
            """;

    @TempDir
    Path folder;

    private Path workbook(String first, String second) throws IOException {
        return SmallWorkbook.write(folder.resolve("book.xlsx"), Map.of("A notes", first, "Table 1", second));
    }

    @Test
    void theSameAsTheCsvFile() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("t.csv"),
                TABLE.replace("Wages|5|6", "Wages|5|6||").replace('|', ','));
        InputOutputTable expected = InputOutputCsv.read(csv, LAYOUT);
        Path book = workbook(TABLE, "Something else");
        assertThat(InputOutputCsv.read(book, LAYOUT)).isEqualTo(expected);
        book = workbook("Something else", TABLE);
        assertThat(InputOutputCsv.read(book, LAYOUT.sheet("Table 1"))).isEqualTo(expected);
        book = workbook("Something else", "Table 1; with notes\n\n" + TABLE);
        assertThat(InputOutputCsv.read(book, LAYOUT.sheet("Table 1").rowsAbove(2)))
                .isEqualTo(expected);
        Files.writeString(csv, "Table 1; with notes\n\n" + Files.readString(csv));
        assertThat(InputOutputCsv.read(csv, LAYOUT.rowsAbove(2))).isEqualTo(expected);
        Files.writeString(csv, "Germany\n" + Files.readString(csv).replace("\n\n", "\nSource\n"));
        assertThat(InputOutputCsv.read(csv, LAYOUT.rowsAbove(3)))
                .as("no blank row before the header")
                .isEqualTo(expected);
    }

    @Test
    void aTitleThatIsTakenForTheHeader() throws IOException {
        Path book = workbook("Table 1; with notes\n\n" + TABLE, "Something else");
        assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("Maybe titles stand above the header? See rowsAbove");
    }

    @Test
    void theLibrarysOwnLayoutSavedAsAWorkbook() throws IOException {
        Path book = workbook("""
                input-output table|||sector|sector|final demand
                kind|name|unit|Coal|Steel|Households
                sector|Coal|million EUR|1|2|10
                sector|Steel|million EUR|4|5|0
                value added|Wages|million EUR|5|6
                """, "Notes");
        InputOutputTable table = Tables.read(book).table();
        assertThat(table.transactions().of("Coal", "Steel")).isEqualTo(2);
        assertThat(table.row("Wages").of("Steel")).isEqualTo(6);
    }

    @Test
    void aCellThatIsNoNumberIsNamed() throws IOException {
        Path book = workbook("Notes", TABLE.replace("4|5", "4|n/a"));
        assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT.sheet("Table 1")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("book.xlsx, line 3, column 3 ('Steel')")
                .hasMessageContaining("'n/a'");
    }

    @Test
    void aFormulaThatWasNotCalculatedIsNoZero() throws IOException {
        Path book = workbook(TABLE.replace("4|5", "4|=B2+1"), "Notes");
        CsvOptions blankIsZero = CsvOptions.defaults().withMissingAsZero("");
        assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT, blankIsZero))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line 3, column 3 ('Steel')")
                .hasMessageContaining("'=B2+1'");
    }

    @Test
    void sheetsAndRowsThatAreNotThere() throws IOException {
        Path book = workbook("Notes", TABLE);
        assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT.sheet("Table 2")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("no sheet 'Table 2'; there is 'A notes', 'Table 1'");
        assertThatThrownBy(
                        () -> InputOutputCsv.read(book, LAYOUT.sheet("Table 1").rowsAbove(9)))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("within the 9 rows");
        assertThatThrownBy(() -> LAYOUT.rowsAbove(-1)).isInstanceOf(IllegalArgumentException.class);
        Path csv = Files.writeString(folder.resolve("t.csv"), TABLE.replace('|', ','));
        assertThatThrownBy(() -> InputOutputCsv.read(csv, LAYOUT.sheet("Table 1")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("no Excel workbook");
    }

    /** 1.125 of a workbook is no 1125, however the reader writes its thousands. */
    @Test
    void numbersOfAWorkbookHaveNoDecimalMark() throws IOException {
        Path book = workbook(TABLE, "Notes");
        CsvOptions german = CsvOptions.defaults().withDecimalComma().withThousandsSeparator(ThousandsSeparator.POINT);
        assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT, german))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("withDecimalComma");
        for (CsvOptions one : List.of(
                CsvOptions.defaults().withDecimalComma(),
                CsvOptions.defaults().withThousandsSeparator(ThousandsSeparator.COMMA))) {
            assertThatThrownBy(() -> InputOutputCsv.read(book, LAYOUT, one)).hasMessageContaining("stored as numbers");
        }
    }
}
