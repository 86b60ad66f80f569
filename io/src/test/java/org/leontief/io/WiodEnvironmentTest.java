package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/**
 * The environmental accounts of the WIOD, in workbooks of before 2007. Labels and numbers are compared with what POI's own
 * extractor of text makes of the same sheets, split at tabs; it shows ten digits, and some cells are compared in full.
 */
class WiodEnvironmentTest {

    private static final List<String> COUNTRIES = List.of("AUS", "BEL", "LUX", "ROU", "ROW", "USA");
    private static final List<String> INDUSTRIES =
            List.of("AtB", "C", "15t16", "17t18", "19", "20", "21t22", "P", "Q", "FC_HH");

    @TempDir
    Path temporary;

    private static Path mock() {
        return RawFormats.folder().resolve("wiod_mock");
    }

    /** The first sheet as lines of cells, by another way through the library: its extractor of text. */
    private static List<List<String>> extracted(InputStream in) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook(in);
                ExcelExtractor extractor = new ExcelExtractor(workbook)) {
            extractor.setIncludeBlankCells(true);
            extractor.setIncludeSheetNames(false);
            extractor.setIncludeHeadersFooters(false);
            List<List<String>> rows = new ArrayList<>();
            extractor.getText().lines().forEach(line -> rows.add(List.of(line.split("\t", -1))));
            return rows;
        }
    }

    private static void same(LabelledMatrix account, String country, List<List<String>> cells, int codes) {
        List<String> header = cells.get(0);
        int compared = 0;
        for (List<String> row : cells.subList(1, cells.size())) {
            String code = codes < row.size() ? row.get(codes).replaceFirst("^sec", "") : "";
            if (!INDUSTRIES.contains(code)) {
                continue;
            }
            for (int c = 1; c <= account.rows().size(); c++) {
                String name = header.get(header.size() - account.rows().size() - 1 + c);
                String text = codes + c < row.size() ? row.get(codes + c) : "";
                double found = account.matrix()
                        .get(account.rows().indexOf(name), account.columns().indexOf(new Label(country, code)));
                assertThat(found)
                        .as(country + " " + code + " " + name)
                        .isCloseTo(text.isEmpty() ? 0 : Double.parseDouble(text), withinPercentage(1e-7));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(INDUSTRIES.size() * account.rows().size());
    }

    @Test
    void airEmissionsInAFolder() throws IOException {
        LabelledMatrix air = Wiod.readEnvironment(mock().resolve("AIR_may12"), 2009);
        assertThat(air.name()).isEqualTo("AIR");
        assertThat(air.rows()).isEqualTo(Labels.of("CO2", "CH4", "N2O", "NOX", "SOX", "CO", "NMVOC", "NH3"));
        assertThat(air.rowUnits().get(0)).isEqualTo("Gg");
        assertThat(air.rowUnits().get(1)).isEqualTo("t");
        assertThat(air.columns()).isEqualTo(Labels.ofRegions(COUNTRIES, INDUSTRIES));
        // Cells C2 and J13 of AUS_AIR_May12.xls, whose other cells follow.
        assertThat(air.of("CO2", "AUS / AtB")).isEqualTo(6652.840865583831);
        assertThat(air.of("NH3", "AUS / FC_HH")).isEqualTo(20316.89303213841);
        assertThat(air.of("CO2", "AUS / P")).isZero();
        for (String country : COUNTRIES) {
            try (InputStream in = Files.newInputStream(mock().resolve("AIR_may12/" + country + "_AIR_May12.xls"))) {
                same(air, country, extracted(in), 1);
            }
        }
    }

    @Test
    void landInAnArchive() throws IOException {
        Path archive = mock().resolve("lan_may12.zip");
        LabelledMatrix land = Wiod.readEnvironment(archive, 2009);
        assertThat(land.name()).isEqualTo("LAN");
        assertThat(land.rows())
                .isEqualTo(Labels.of("Arable_Area", "PermanentCrops_Area", "Pastures_area", "Forest_area", "Total"));
        assertThat(land.rowUnits().common()).isEqualTo("1000 ha");
        assertThat(land.columns()).isEqualTo(Labels.ofRegions(COUNTRIES, INDUSTRIES));
        // Cells B2 to F2 of AUS_LAN_May12.xls; F2 is a formula, =SUM(B2:E2).
        assertThat(land.column("AUS / AtB").toArray()).containsExactly(23551, 123, 345211, 12121, 381006);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String country : COUNTRIES) {
                try (InputStream in = zip.getInputStream(zip.getEntry(country + "_LAN_May12.xls"))) {
                    same(land, country, extracted(in), 0);
                }
            }
        }
    }

    @Test
    void oneCountry() throws IOException {
        LabelledMatrix air = Wiod.readEnvironment(mock().resolve("AIR_may12/USA_AIR_May12.xls"), 2009);
        assertThat(air.columns()).isEqualTo(Labels.ofRegions(List.of("USA"), INDUSTRIES));
    }

    @Test
    void joinedToTheTable() throws IOException {
        DatabaseTable read = Wiod.readWithEnvironment(
                mock().resolve("wiot09_row_sep12.xlsx"),
                2009,
                mock().resolve("AIR_may12"),
                mock().resolve("lan_may12.zip"));
        InputOutputTable table = read.table();
        assertThat(table.transactions())
                .isEqualTo(Wiod.read(mock().resolve("wiot09_row_sep12.xlsx"))
                        .table()
                        .transactions());
        assertThat(table.extensions().rows().size()).isEqualTo(13);
        assertThat(table.extensions().of("CO2", "AUS / AtB")).isEqualTo(6652.840865583831);
        // The table calls Romania ROM and the rest of the world RoW, the accounts ROU and ROW.
        LabelledMatrix air = Wiod.readEnvironment(mock().resolve("AIR_may12"), 2009);
        assertThat(table.extensions().of("NOX", "ROM / 17t18"))
                .isEqualTo(air.of("NOX", "ROU / 17t18"))
                .isNotZero();
        assertThat(table.extensions().of("NOX", "RoW / C"))
                .isEqualTo(air.of("NOX", "ROW / C"))
                .isNotZero();
        String households = "Final consumption expenditure by households";
        assertThat(table.finalDemandExtensions().of("NH3", "AUS / " + households))
                .isEqualTo(20316.89303213841);
        assertThat(table.finalDemandExtensions().of("NH3", "RoW / " + households))
                .isEqualTo(air.of("NH3", "ROW / FC_HH"));
        assertThat(table.finalDemandExtensions().matrix().nonZeros()).isEqualTo(8 * 6);
        assertThat(read.notes())
                .anyMatch(note -> note.startsWith("The account AIR has 'AUS / Q'")
                        && note.endsWith("0 numbers other than 0 are left out."));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path air = mock().resolve("AIR_may12");
        assertThatThrownBy(() -> Wiod.readEnvironment(air, 2010))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("AUS_AIR_May12.xls: there is no sheet '2010'; there is '2009'");
        assertThatThrownBy(() -> Wiod.readEnvironment(temporary, 2009)).hasMessageContaining("AUS_AIR_May12.xls");
        Files.copy(air.resolve("AUS_AIR_May12.xls"), temporary.resolve("AUS_AIR_May12.xls"));
        assertThatThrownBy(() -> Wiod.readWithEnvironment(mock().resolve("wiot09_row_sep12.xlsx"), 2009, temporary))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("the account AIR has nothing for 'BEL / AtB'")
                .hasMessageContaining("country's workbook missing");
        Files.copy(air.resolve("BEL_AIR_May12.xls"), temporary.resolve("BEL_EU_May12.xls"));
        assertThatThrownBy(() -> Wiod.readEnvironment(temporary, 2009))
                .hasMessageContaining("several accounts, AIR and EU");
    }

    @Test
    void codesAndColumnsThatAreNotExpected() throws IOException {
        Path file = temporary.resolve("AUS_EU_May12.xls");
        write(file, "||HCOAL|DIESEL", "Mining|secC|1|2", "Bunkers|secBUNK ERS|3|4");
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("'secBUNK ERS'");
        write(file, "||HCOAL|DIESEL", "Mining|secC|1|x");
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009))
                .hasMessageContaining("'x'")
                .hasMessageContaining("line 2");
        write(file, "||HCOAL|DIESEL", "Mining|secC|1|2", "Mining|secC|1|2");
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009)).hasMessageContaining("'AUS / C' stands twice");
        write(file, "||HCOAL|DIESEL", "Mining|secC|1.5|2", "All|secTOT|1.5|2");
        write(temporary.resolve("BEL_EU_May12.xls"), "||HCOAL|GAS", "Mining|secC|1|2");
        assertThat(Wiod.readEnvironment(file, 2009).rowUnits().common()).isEqualTo("TJ");
        assertThatThrownBy(() -> Wiod.readEnvironment(temporary, 2009))
                .hasMessageContaining("the column 'GAS' is not in the workbooks of the other countries");
    }

    @Test
    void columnsTwiceOrNotThereAndUnitsThatAreNotSaid() throws IOException {
        Path file = temporary.resolve("AUS_EU_May12.xls");
        write(file, "||HCOAL|HCOAL", "Mining|secC|1|2");
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("the columns are not those of the other countries, HCOAL, each once");
        write(file, "||HCOAL|DIESEL", "Mining|secC|1|2");
        write(temporary.resolve("BEL_EU_May12.xls"), "||HCOAL", "Mining|secC|1");
        assertThatThrownBy(() -> Wiod.readEnvironment(temporary, 2009))
                .hasMessageContaining("BEL_EU_May12.xls")
                .hasMessageContaining("HCOAL, DIESEL, each once");
        write(file, "||HCOAL|DIESEL");
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009))
                .hasMessageContaining("the sheet has a header and nothing below it");
        Path small = temporary.resolve("lux_EU_May12.xls");
        write(small, "||HCOAL", "Mining|secC|1");
        assertThat(Wiod.readEnvironment(small, 2009).columns().get(0)).isEqualTo(new Label("LUX", "C"));
        Path land = temporary.resolve("AUS_LAN_May12.xls");
        write(land, "|Arable", "secC|1");
        assertThatThrownBy(() -> Wiod.readEnvironment(land, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("a unit is expected in the first cell of the sheet");
    }

    @Test
    void twoWorkbooksOfACountryAreRefused() throws IOException {
        write(temporary.resolve("AUS_EU_May12.xls"), "||HCOAL", "Mining|secC|1");
        write(temporary.resolve("aus_EU_Jun12.xls"), "||HCOAL", "Mining|secC|2");
        assertThatThrownBy(() -> Wiod.readEnvironment(temporary, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("there is another workbook of the country");
    }

    /** A country that the table does not have: its numbers are counted, those that are 0 are not. */
    @Test
    void numbersOfACountryThatTheTableDoesNotHaveAreCounted() throws IOException {
        for (String country : COUNTRIES) {
            String name = country + "_AIR_May12.xls";
            Files.copy(mock().resolve("AIR_may12").resolve(name), temporary.resolve(name));
        }
        write(
                temporary.resolve("XYZ_AIR_May12.xls"),
                "||CO2|CH4|N2O|NOX|SOX|CO|NMVOC|NH3",
                "Mining|secC|1|2|0|0|0|0|0|3");

        DatabaseTable read = Wiod.readWithEnvironment(mock().resolve("wiot09_row_sep12.xlsx"), 2009, temporary);

        assertThat(read.notes())
                .anyMatch(note -> note.contains("'XYZ / C'") && note.endsWith("3 numbers other than 0 are left out."));
    }

    /** A workbook of before 2007 with a sheet 2009 whose rows have cells divided by bars. */
    private static void write(Path file, String... rows) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("2009");
            for (int r = 0; r < rows.length; r++) {
                String[] cells = rows[r].split("\\|", -1);
                var row = sheet.createRow(r);
                for (int c = 0; c < cells.length; c++) {
                    if (cells[c].matches("[0-9.]+")) {
                        row.createCell(c).setCellValue(Double.parseDouble(cells[c]));
                    } else {
                        row.createCell(c).setCellValue(cells[c]);
                    }
                }
            }
            workbook.write(out);
        }
    }

    @Test
    void otherReadersTakeOldWorkbooksToo() throws IOException {
        Path make = temporary.resolve("make.xls");
        Path use = temporary.resolve("use.xls");
        write(make, "|11|21|T008", "11|90|0|90", "21|5|60|65", "T007|95|60|155");
        write(
                use,
                "|11|21|T001|F010|T007",
                "11|40|10|50|45|95",
                "21|20|5|25|35|60",
                "V001|30|50|80||",
                "T008|90|65|155||");
        // The name of the sheet is the year.
        DatabaseSupplyUse read = Bea.readMakeUse(make, use, 2009, CsvOptions.defaults());
        assertThat(read.table().use().of("11", "21")).isEqualTo(10);
        assertThatThrownBy(() -> Wiod.read(make)).hasMessageContaining("looks like a table of the BEA");
    }

    @Test
    void damagedWorkbooks() throws IOException {
        Path file = Files.write(temporary.resolve("AUS_AIR_May12.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 17});
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("the workbook cannot be read");
        byte[] half = Files.readAllBytes(mock().resolve("AIR_may12/AUS_AIR_May12.xls"));
        Files.write(file, java.util.Arrays.copyOf(half, half.length / 2));
        assertThatThrownBy(() -> Wiod.readEnvironment(file, 2009)).isInstanceOf(CsvFormatException.class);
        Path binary = Files.write(temporary.resolve("WIOT2014_Nov16_ROW.xlsb"), new byte[] {'P', 'K', 3, 4});
        assertThatThrownBy(() -> Wiod.read(binary)).hasMessageContaining("binary workbooks (.xlsb) are not read");
    }

    @Test
    void withoutPoiTheMessageSaysWhatToAdd() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("poi")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        Path workbook = mock().resolve("AIR_may12/AUS_AIR_May12.xls");
        try (URLClassLoader withoutPoi =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            var read = withoutPoi.loadClass("org.leontief.io.Wiod").getMethod("readEnvironment", Path.class, int.class);
            assertThatThrownBy(() -> read.invoke(null, workbook, 2009))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("add org.apache.poi:poi to the class path, or save the workbook as .xlsx");
        }
    }
}
