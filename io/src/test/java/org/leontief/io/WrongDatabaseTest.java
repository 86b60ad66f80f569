package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader, given what every other reader reads, names the file, whose it is, and the reader that takes it. */
class WrongDatabaseTest {

    @TempDir
    Path temporary;

    @FunctionalInterface
    private interface Reader {
        Object read(Path path) throws IOException;
    }

    private static final Map<String, Reader> READERS = readers();

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("Exiobase.read", Exiobase::read);
        readers.put("Pymrio.read", Pymrio::read);
        readers.put("Eora26.read", Eora26::read);
        readers.put("Gloria.read", Gloria::read);
        readers.put("Wiod.read", Wiod::read);
        readers.put("Wiod.readAccounts", path -> Wiod.readAccounts(path, 2009));
        readers.put("Figaro.read", Figaro::read);
        readers.put("OecdIcio.read", OecdIcio::read);
        readers.put("Bea.readMakeUse", path -> Bea.readMakeUse(path, path));
        readers.put("Bea.readSupplyUse", path -> Bea.readSupplyUse(path, path));
        readers.put("EurostatSupplyUse.read", path -> EurostatSupplyUse.read(path, path, "million EUR"));
        readers.put("InputOutputCsv.read", InputOutputCsv::read);
        readers.put("SupplyUseCsv.read", SupplyUseCsv::read);
        return readers;
    }

    /** All readers but those named refuse the path and name the one that reads it. */
    private static void isNamed(Path path, String looks, String reader, Set<String> takers) {
        READERS.forEach((name, other) -> {
            if (!takers.contains(name)) {
                assertThatThrownBy(() -> other.read(path))
                        .as(name + " of " + path)
                        .isInstanceOf(CsvFormatException.class)
                        .hasMessageStartingWith(path + ": this is not ")
                        .hasMessageContaining("it looks like " + looks)
                        .hasMessageContaining("which is read with " + reader);
            }
        });
    }

    @Test
    void foldersAndArchives() {
        Path raw = RawFormats.folder();
        isNamed(raw.resolve("eora26_mock"), "Eora26", "Eora26.read", Set.of("Eora26.read"));
        isNamed(raw.resolve("gloria_mock"), "GLORIA", "Gloria.read", Set.of("Gloria.read"));
        isNamed(raw.resolve("exio1_mock"), "EXIOBASE 1 or 2", "Exiobase.read", Set.of("Exiobase.read"));
        isNamed(
                raw.resolve("exio2_mock/mrIOT_PxP_ita_coefficient_version2.2.2.zip"),
                "EXIOBASE 1 or 2",
                "Exiobase.read",
                Set.of("Exiobase.read"));
        isNamed(
                raw.resolve("exio3_mock"),
                "a table as EXIOBASE 3 and pymrio have it",
                "Exiobase.read or Pymrio.read",
                Set.of("Exiobase.read", "Pymrio.read"));
        isNamed(raw.resolve("figaro"), "a FIGARO table", "Figaro.read", Set.of("Figaro.read"));
        isNamed(raw.resolve("oecd_mock"), "a table of the OECD's ICIO", "OecdIcio.read", Set.of("OecdIcio.read"));
    }

    @Test
    void singleFiles() {
        Path raw = RawFormats.folder();
        isNamed(
                raw.resolve("figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"),
                "a FIGARO table in matrix form",
                "Figaro.read",
                Set.of("Figaro.read"));
        isNamed(
                raw.resolve("figaro/flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"),
                "a FIGARO table in flat form",
                "Figaro.read",
                Set.of("Figaro.read"));
        isNamed(
                raw.resolve("oecd_mock/ICIO2018_2010.CSV"),
                "a table of the OECD's ICIO",
                "OecdIcio.read",
                Set.of("OecdIcio.read"));
        isNamed(
                raw.resolve("wiod_mock/wiot09_row_sep12.xlsx"),
                "a World Input-Output Table of the WIOD",
                "Wiod.read",
                Set.of("Wiod.read"));
        isNamed(
                raw.resolve("wiod_mock/WIOD_SEA_July14.xlsx"),
                "the Socio-Economic Accounts of the WIOD",
                "Wiod.readAccounts",
                Set.of("Wiod.readAccounts"));
        isNamed(raw.resolve("gloria_mock/GLORIA_ReadMe_059.xlsx"), "GLORIA", "Gloria.read", Set.of("Gloria.read"));
    }

    @Test
    void theNameOfAFileDoesNotMatterIfItsRowsSayWhoseItIs() throws IOException {
        Path raw = RawFormats.folder();
        Path figaro = Files.copy(
                raw.resolve("figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"),
                temporary.resolve("ICIO2021_2018.csv"));
        isNamed(figaro, "a FIGARO table in matrix form", "Figaro.read", Set.of("Figaro.read"));
        isNamed(
                Files.copy(raw.resolve("wiod_mock/wiot09_row_sep12.xlsx"), temporary.resolve("table.xlsx")),
                "a World Input-Output Table of the WIOD",
                "Wiod.read",
                Set.of("Wiod.read"));
        Path own = Files.writeString(
                temporary.resolve("own.csv"), "input-output table,,,sector\nkind,name,unit,a\nsector,a,t,1\n");
        isNamed(own, "a table in the library's own layout", "InputOutputCsv.read", Set.of("InputOutputCsv.read"));
        Path bea = Files.writeString(
                temporary.resolve("make.csv"), ",11,21,T008\n11,90,0,91\n21,5,60,65\nT007,95,60,155\n");
        isNamed(
                bea,
                "a table of the BEA",
                "Bea.readMakeUse",
                Set.of("Bea.readMakeUse", "Bea.readSupplyUse", "InputOutputCsv.read"));
        Path supply = Files.writeString(temporary.resolve("supply.csv"), ",A01,B\nCPA_A01,1,2\nCPA_B,3,4\n");
        isNamed(
                supply,
                "a table in Eurostat's codes",
                "EurostatSupplyUse.read",
                Set.of("EurostatSupplyUse.read", "InputOutputCsv.read"));
        // Without a reader of its own, a table in the codes of an office is read with a declared layout.
        assertThatThrownBy(() -> InputOutputCsv.read(supply)).hasMessageContaining("TableLayout.withHeader()");
    }

    @Test
    void aFolderWhereAFileIsExpectedIsNamedWithItsFiles() {
        Path figaro = RawFormats.folder().resolve("figaro");
        assertThatThrownBy(() -> Figaro.read(figaro))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageStartingWith(figaro + ": a file is expected, and this is a folder.")
                .hasMessageContaining("'matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv'");
        assertThatThrownBy(() -> VectorCsv.read(temporary))
                .isInstanceOf(CsvFormatException.class)
                .hasMessage(temporary + ": a file is expected, and this is a folder; there is nothing in it.");
        assertThatThrownBy(() -> LongCsv.read(temporary)).hasMessageContaining("there is nothing in it");
        assertThatThrownBy(() -> Exiobase.read(RawFormats.folder().resolve("exio3_mock/A.txt")))
                .hasMessageContaining("exio3_mock/A.txt: a folder or a ZIP archive is expected, and this is neither.")
                .hasMessageContaining("in which it lies");
    }

    @Test
    void anErrorInsideTheRightFileStaysWhatItIs() throws IOException {
        List<String> lines = Files.readAllLines(RawFormats.folder().resolve("oecd_sml/2011_SML_SAMPLE.csv"));
        lines.set(3, lines.get(3).replaceFirst(",[^,]*,", ",x,"));
        Path file = Files.write(temporary.resolve("icio.csv"), lines);
        assertThatThrownBy(() -> OecdIcio.read(file))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'x'");
    }

    @Test
    void anotherWorkbookIsNoWorldTable() throws IOException {
        Path other = SmallWorkbook.write(
                temporary.resolve("other.xlsx"),
                Map.of("Sheet1", "a|b|c|d|e\na|b|c|d|e\na|b|c|d|e\na|b|c|d|e\nA|B|0|0|1\nA|B|0|0|2\n"));
        assertThatThrownBy(() -> Wiod.read(other)).hasMessageContaining("this is no World Input-Output Table");
    }

    @Test
    void exiobaseDoesNotListItsOwnArchiveAsNotRead() throws IOException {
        Path archive = RawFormats.folder().resolve("exio2_mock/mrIOT_PxP_ita_coefficient_version2.2.2.zip");
        Files.copy(archive, temporary.resolve("exiobase.zip"));
        DatabaseTable inFolder = Exiobase.read(temporary);
        assertThat(inFolder.table()).isEqualTo(Exiobase.read(archive).table());
        assertThat(inFolder.notes()).noneMatch(note -> note.contains("'exiobase.zip'"));
        assertThat(inFolder.notes()).anyMatch(note -> note.contains("'exiobase.zip/characterisation"));
    }

    @Test
    void anArchiveInAFolderIsLookedIntoForWhoseItIs() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temporary.resolve("data.zip")))) {
            zip.putNextEntry(new ZipEntry("Eora26_2015_bp_T.txt"));
        }
        assertThatThrownBy(() -> Figaro.read(temporary)).hasMessageContaining("looks like Eora26");
        assertThatThrownBy(() -> Figaro.read(temporary.resolve("data.zip"))).hasMessageContaining("looks like Eora26");
    }
}
