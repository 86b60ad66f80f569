package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to fill the memory, to leave their folder, or broken by chance; and those of another database. */
class HostileFilesTest {

    @TempDir
    Path folder;

    private Path archive(String name, String member, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(member));
            zeros(zip, bytes);
        }
        return file;
    }

    private static void zeros(OutputStream out, long bytes) throws IOException {
        byte[] block = "0,".repeat(1 << 15).getBytes(StandardCharsets.US_ASCII);
        block[block.length - 1] = '\n';
        for (long written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }

    @Test
    void archivesThatUnpackToFarTooMuch() throws IOException {
        long bytes = 2 * ExpansionGuard.HARMLESS_BYTES;
        Path zip = archive("bomb.zip", "bomb.csv", bytes);
        assertThat(Files.size(zip)).isLessThan(bytes / ExpansionGuard.HIGHEST_RATIO);
        assertThatThrownBy(() -> OecdIcio.read(zip))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("looks like");
        CsvOptions options = CsvOptions.defaults();
        assertThatThrownBy(() -> HeadedMatrix.read(DataFile.of(zip), options, new HeadedMatrix.Shape(0, 0)))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("unpack it yourself")
                .hasMessageContaining("bomb.zip!/bomb.csv");
        Path gzip = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            zeros(out, bytes);
        }
        assertThatThrownBy(() -> HeadedMatrix.read(DataFile.of(gzip), options, new HeadedMatrix.Shape(0, 0)))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("unpack it yourself");
    }

    @Test
    void workbooksThatUnpackToFarTooMuch() throws IOException {
        Path workbook = archive("bomb.xlsx", "xl/sharedStrings.xml", 2 * ExpansionGuard.HARMLESS_BYTES);
        assertThatThrownBy(() -> Wiod.read(workbook))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("unpack it yourself");
    }

    @Test
    void membersThatLeaveTheFolder() throws IOException {
        for (String name : List.of("../Z.txt", "/Z.txt", "a\\..\\..\\Z.txt")) {
            Path zip = archive("leaves.zip", name, 10);
            for (Reading reading :
                    List.<Reading>of(Pymrio::read, Exiobase::read, Eora26::read, Gloria::read, OecdIcio::read)) {
                assertThatThrownBy(() -> reading.read(zip))
                        .isInstanceOf(CsvFormatException.class)
                        .hasMessageContaining("leads out of the folder");
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        DatabaseTable read(Path path) throws IOException;
    }

    @Test
    void aRowWithoutEnd() throws IOException {
        Path file = folder.resolve("long.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] block = "1,".repeat(1 << 15).getBytes(StandardCharsets.US_ASCII);
            for (long written = 0; written <= 2L * StrictTextReader.LONGEST_ROW; written += block.length) {
                out.write(block);
            }
        }
        assertThatThrownBy(() -> VectorCsv.read(file))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("does not end at all");
        Path quoted = folder.resolve("quoted.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(quoted))) {
            out.write("label,unit,value\n\"".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "a\n".repeat(1 << 15).getBytes(StandardCharsets.US_ASCII);
            for (long written = 0; written <= 2L * StrictTextReader.LONGEST_ROW; written += block.length) {
                out.write(block);
            }
        }
        assertThatThrownBy(() -> VectorCsv.read(quoted))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("a quote is not closed");
    }

    @Test
    void labelsThatAreBlank() throws IOException {
        Path icio = Files.writeString(folder.resolve("icio.csv"), "V1,DEU_A,DEU_B,\nDEU_A,1,2,3\nDEU_B,1,1,1\n");
        assertThatThrownBy(() -> OecdIcio.read(icio))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("icio.csv: column 3 of the numbers has no label");
        Path accounts = SmallWorkbook.write(
                folder.resolve("accounts.xlsx"),
                Map.of("DATA", "Country|Variable|Description|Code|_2009\nAUS|GO|Output||5\n"));
        assertThatThrownBy(() -> Wiod.readAccounts(accounts, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("accounts.xlsx")
                .hasMessageContaining("A label cannot be blank");
    }

    @Test
    void whoseFileItIsIsSaid() throws IOException {
        Path raw = RawFormats.folder();
        assertThatThrownBy(() -> OecdIcio.read(raw.resolve("figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv")))
                .hasMessageContaining("FIGARO table in matrix form");
        assertThatThrownBy(() -> OecdIcio.read(raw.resolve("figaro/flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv")))
                .hasMessageContaining("FIGARO table in flat form");
        assertThatThrownBy(() -> Figaro.read(raw.resolve("oecd_mock/ICIO2018_2010.CSV")))
                .hasMessageContaining("OECD");
        assertThatThrownBy(() -> Figaro.read(raw.resolve("eora26_mock/Eora26_2010_bp_T.txt")))
                .hasMessageContaining("without labels");
        assertThatThrownBy(() -> OecdIcio.read(raw.resolve("exio1_mock/mrIot.txt")))
                .hasMessageContaining("EXIOBASE");
        assertThatThrownBy(() -> Wiod.read(raw.resolve("oecd_mock/ICIO2018_2010.CSV")))
                .hasMessageContaining("not an Excel workbook");
        assertThatThrownBy(() -> Wiod.read(raw.resolve("wiod_mock/AIR_may12/AUS_AIR_May12.xls")))
                .hasMessageContaining(".xls");
        assertThatThrownBy(() -> Wiod.read(raw.resolve("gloria_mock/GLORIA_ReadMe_059.xlsx")))
                .hasMessageContaining("no World Input-Output Table");
        assertThatThrownBy(() -> Eora26.read(raw.resolve("exio1_mock"))).hasMessageContaining("mrIot.txt");
        assertThatThrownBy(() -> Gloria.read(raw.resolve("eora26_mock"))).hasMessageContaining("GLORIA_ReadMe");
        assertThatThrownBy(() -> Exiobase.read(raw.resolve("eora26_mock")))
                .hasMessageContaining("Eora26_2010_bp_FD.txt");
    }

    /** Sample files with bytes changed, cut or doubled end in a table or in an error that names the file; never in another. */
    @Test
    void brokenFilesNameTheFile() throws IOException {
        Path raw = RawFormats.folder();
        SplittableRandom random = new SplittableRandom(20260101);
        record Sample(Path file, Reading reading) {}
        List<Sample> samples = List.of(
                new Sample(raw.resolve("oecd_sml/2011_SML_SAMPLE.csv"), OecdIcio::read),
                new Sample(raw.resolve("oecd_mock/ICIO2016_2003.csv"), OecdIcio::read),
                new Sample(raw.resolve("oecd_mock/ICIO2018_2010.zip"), OecdIcio::read),
                new Sample(raw.resolve("figaro/flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"), Figaro::read),
                new Sample(raw.resolve("figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"), Figaro::read),
                new Sample(raw.resolve("exio2_mock/mrIOT_PxP_ita_coefficient_version2.2.2.zip"), Exiobase::read),
                new Sample(raw.resolve("wiod_mock/wiot09_row_sep12.xlsx"), Wiod::read));
        for (Sample sample : samples) {
            byte[] whole = Files.readAllBytes(sample.file());
            for (int round = 0; round < 60; round++) {
                Path broken = folder.resolve(sample.file().getFileName().toString());
                Files.write(broken, broken(whole, random));
                Throwable error = catchThrowable(() -> sample.reading().read(broken));
                if (error != null) {
                    assertThat(error)
                            .as("%s, round %d", sample.file().getFileName(), round)
                            .isInstanceOf(CsvFormatException.class)
                            .hasMessageContaining(broken.getFileName().toString());
                }
            }
        }
    }

    private static byte[] broken(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        List<Integer> places = new ArrayList<>();
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            places.add(random.nextInt(bytes.length));
        }
        switch (random.nextInt(4)) {
            case 0 -> places.forEach(place -> bytes[place] = (byte) random.nextInt(256));
            case 1 -> places.forEach(place -> bytes[place] = (byte) "\",\n\t0-eN\0\r".charAt(random.nextInt(10)));
            case 2 -> {
                return Arrays.copyOf(bytes, places.get(0));
            }
            default ->
                System.arraycopy(
                        whole, 0, bytes, places.get(0), Math.min(whole.length - places.get(0), 1 + places.get(0) / 3));
        }
        return bytes;
    }
}
