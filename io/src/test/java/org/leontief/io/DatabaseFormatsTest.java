package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/** Every label and number of the sample files, compared with the same files split at their delimiters. */
class DatabaseFormatsTest {

    @TempDir
    Path temporary;

    /** A label as the code of the file names it. */
    private static Label label(String code) {
        int bar = code.indexOf('_');
        if (bar < 0) {
            return Label.of(code);
        }
        Label label = new Label(code.substring(0, bar), code.substring(bar + 1));
        boolean reversed = List.of("HFCE", "NPS", "GGFC", "GFCF", "INV", "DIRP").contains(label.region());
        return reversed
                ? new Label(
                        /* region= */ label.name(),
                        /* name= */ code.substring(0, bar).strip())
                : label;
    }

    private static double of(LabelledMatrix matrix, Label row, Label column) {
        return matrix.matrix().get(matrix.rows().indexOf(row), matrix.columns().indexOf(column));
    }

    /** Checks a table against the matrix that holds it all: n sectors, then users; below, primary inputs. */
    private static void compare(InputOutputTable table, List<List<String>> cells, int sectors, int users, int primary) {
        assertThat(table.industries().size()).isEqualTo(sectors);
        assertThat(table.finalDemand().categories().size()).isEqualTo(users);
        assertThat(table.valueAdded().rows().size()).isEqualTo(primary);
        for (int i = 1; i <= sectors; i++) {
            Label row = label(cells.get(i).get(0));
            assertThat(table.industries().get(i - 1)).isEqualTo(row);
            for (int j = 1; j <= sectors + users; j++) {
                Label column = label(cells.get(0).get(j));
                LabelledMatrix part = j <= sectors
                        ? table.transactions()
                        : table.finalDemand().byCategory();
                assertThat(of(part, row, column)).isEqualTo(RawFormats.number(cells, i, j));
            }
        }
        for (int i = sectors + 1; i <= sectors + primary; i++) {
            String row = label(cells.get(i).get(0)).toString();
            for (int j = 1; j <= sectors; j++) {
                assertThat(of(
                                table.valueAdded(),
                                Label.of(row),
                                label(cells.get(0).get(j))))
                        .isEqualTo(RawFormats.number(cells, i, j));
            }
        }
    }

    @Test
    void oecdOf2016() throws IOException {
        Path file = RawFormats.folder().resolve("oecd_mock/ICIO2016_2003.csv");
        DatabaseTable read = OecdIcio.read(file);
        assertThat(read.source()).contains("2016");
        compare(read.table(), RawFormats.cells(file, ","), 48, 25, 1);
        assertThat(read.table().units().common()).isEqualTo("million USD");
        assertThat(read.table().finalDemand().categories().asList())
                .contains(new Label("AUS", "HFCE"), new Label("PER", "DIRP"), Label.of("DISC"));
        assertThat(read.table().statedOutput().orElseThrow().of("AUS", "C01T05AGR"))
                .isEqualTo(235289.0533);
        // The last two rows have no numbers under the 25 columns of final users.
        assertThat(read.notes()).anyMatch(note -> note.startsWith("50 empty or missing cells"));
    }

    @Test
    void oecdOf2018PlainAndInAnArchive() throws IOException {
        Path folder = RawFormats.folder().resolve("oecd_mock");
        DatabaseTable plain = OecdIcio.read(folder.resolve("ICIO2018_2010.CSV"));
        compare(plain.table(), RawFormats.cells(folder.resolve("ICIO2018_2010.CSV"), ","), 48, 25, 6);
        DatabaseTable zipped = OecdIcio.read(folder.resolve("ICIO2018_2010.zip"));
        assertThat(zipped.table()).isEqualTo(plain.table());
        assertThat(plain.source()).contains("2018");
        // What final users pay in taxes is named with its totals, row by row.
        assertThat(plain.notes()).anyMatch(note -> note.contains("AUS / TAXSUB: ") && note.contains("125 numbers"));
        assertThat(plain.table().statedOutput().orElseThrow().of("AUS", "01T03"))
                .isEqualTo(235295.522015598);
    }

    @Test
    void oecdSmall() throws IOException {
        Path file = RawFormats.folder().resolve("oecd_sml/2011_SML_SAMPLE.csv");
        DatabaseTable read = OecdIcio.read(file);
        compare(read.table(), RawFormats.cells(file, ","), 24, 18, 2);
        // These are real numbers: the rows add up to what the last column states.
        assertThat(read.table().grossOutput().of("DEU", "A01_02")).isCloseTo(3334059.238214, within(1e-5));
    }

    @Test
    void figaroInBothForms() throws IOException {
        Path folder = RawFormats.folder().resolve("figaro");
        Path matrix = folder.resolve("matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv");
        DatabaseTable fromMatrix = Figaro.read(matrix);
        compare(fromMatrix.table(), RawFormats.cells(matrix, ","), 24, 15, 6);
        DatabaseTable fromFlat = Figaro.read(folder.resolve("flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"));
        assertThat(fromFlat.table()).isEqualTo(fromMatrix.table());
        assertThat(fromFlat.notes()).noneSatisfy(note -> assertThat(note).contains("missing cells"));
        List<String> lines = Files.readAllLines(folder.resolve("flatfile_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"));
        lines.remove(5);
        Path shorter = Files.write(temporary.resolve("flat.csv"), lines);
        assertThat(Figaro.read(shorter).notes())
                .anySatisfy(note -> assertThat(note).contains("1 empty or missing cells of flat.csv"));
        assertThat(fromMatrix.table().finalDemand().categories().contains(new Label("FIGW1", "P3_S14")))
                .isTrue();
        assertThat(fromMatrix.table().valueAdded().of("W2 / D1", "DE / A01")).isEqualTo(598510.2195897003);
    }

    @Test
    void eora26() throws IOException {
        Path folder = RawFormats.folder().resolve("eora26_mock");
        InputOutputTable table = Eora26.read(folder).table();
        List<List<String>> t = RawFormats.cells(folder.resolve("Eora26_2010_bp_T.txt"), "\t");
        List<List<String>> fd = RawFormats.cells(folder.resolve("Eora26_2010_bp_FD.txt"), "\t");
        List<List<String>> q = RawFormats.cells(folder.resolve("Eora26_2010_bp_Q.txt"), "\t");
        List<List<String>> qy = RawFormats.cells(folder.resolve("Eora26_2010_bp_QY.txt"), "\t");
        List<List<String>> va = RawFormats.cells(folder.resolve("Eora26_2010_bp_VA.txt"), "\t");
        same(table.transactions(), t, 0, 0);
        same(table.finalDemand().byCategory(), fd, 0, 0);
        same(table.extensions(), q, 0, 0);
        same(table.finalDemandExtensions(), qy, 0, 0);
        same(table.valueAdded(), va, 0, 0);
        List<List<String>> labels = RawFormats.cells(folder.resolve("labels_T.txt"), "\t");
        for (int i = 0; i < labels.size(); i++) {
            assertThat(table.industries().get(i))
                    .isEqualTo(new Label(labels.get(i).get(1), labels.get(i).get(3)));
        }
        assertThat(table.extensions().rows().asList())
                .containsExactly(
                        Label.of("I-GHG-CO2 emissions (kg) / emission_type1"),
                        Label.of("I-GHG-CO2 emissions (kg) / emission_type2"));
        assertThat(table.extensions().rowUnits().common()).isEqualTo("kg");
        assertThat(table.units().common()).isEqualTo("thousand USD");
    }

    /** Whether a matrix has the numbers right of and below a corner of the cells, and as many. */
    private static void same(LabelledMatrix matrix, List<List<String>> cells, int above, int left) {
        assertThat(cells).hasSize(matrix.rows().size() + above);
        for (int i = 0; i < matrix.rows().size(); i++) {
            assertThat(cells.get(i + above)).hasSize(matrix.columns().size() + left);
            for (int j = 0; j < matrix.columns().size(); j++) {
                assertThat(matrix.matrix().get(i, j)).isEqualTo(RawFormats.number(cells, i + above, j + left));
            }
        }
    }

    @Test
    void gloria() throws IOException {
        Path folder = RawFormats.folder().resolve("gloria_mock");
        String begin = "GLORIA_MRIOs_59_2022/0_120secMother_AllCountries_002_";
        String satellites = "GLORIA_SatelliteAccounts_059_2022/0_120secMother_AllCountries_002_";
        String end = "-Results_2022_059_Markup001(full).csv";
        InputOutputTable table = Gloria.read(folder).table();
        same(table.transactions(), RawFormats.cells(folder.resolve(begin + "T" + end), ","), 0, 0);
        same(table.finalDemand().byCategory(), RawFormats.cells(folder.resolve(begin + "Y" + end), ","), 0, 0);
        same(table.valueAdded(), RawFormats.cells(folder.resolve(begin + "V" + end), ","), 0, 0);
        same(table.extensions(), RawFormats.cells(folder.resolve(satellites + "TQ" + end), ","), 0, 0);
        same(table.finalDemandExtensions(), RawFormats.cells(folder.resolve(satellites + "YQ" + end), ","), 0, 0);
        assertThat(table.industries().asList().subList(2, 5))
                .containsExactly(
                        new Label("AUS", "Crustaceans and molluscs (industry)"),
                        new Label("AUS", "Forestry and logging (product)"),
                        new Label("AUS", "Fishing (product)"));
        assertThat(table.transactions()
                        .of("AUS / Forestry and logging (industry)", "AUS / Forestry and logging (product)"))
                .isEqualTo(5295100.0);
        assertThat(table.valueAdded().rows().get(3).toString()).isEqualTo("AUT / Taxes on production D.29");
        assertThat(table.extensions().rows().get(0).toString())
                .isEqualTo("Emissions (EDGAR) / 'c2f6_1A5_EDGAR_consistent'");
        assertThat(table.extensions().rowUnits().common()).isEqualTo("kilotonnes");
        assertThat(Gloria.read(folder, Gloria.Prices.PURCHASERS, CsvOptions.defaults())
                        .source())
                .contains("purchasers");
    }

    @Test
    void wiodOf2013() throws IOException {
        DatabaseTable read = Wiod.read(RawFormats.folder().resolve("wiod_mock/wiot09_row_sep12.xlsx"));
        InputOutputTable table = read.table();
        assertThat(read.source()).isEqualTo("WIOD 2013");
        assertThat(table.industries().asList())
                .isEqualTo(Labels.ofRegions(
                                List.of("AUS", "BEL", "LUX", "ROM", "USA", "RoW"),
                                List.of("AtB", "C", "15t16", "17t18", "19", "20", "21t22", "P"))
                        .asList());
        assertThat(table.finalDemand().categories().size()).isEqualTo(30);
        assertThat(table.valueAdded().rows().asList().stream().map(Label::name).toList())
                .containsExactly(
                        "taxes less subsidies on products",
                        "Cif/ fob adjustments on exports",
                        "Direct purchases abroad by residents",
                        "Purchases on the domestic territory by non-residents",
                        "Value added at basic prices",
                        "International Transport Margins");
        // Cells E7, CD54, AZ60 and E62 of the sheet.
        assertThat(table.transactions().of("AUS / AtB", "AUS / AtB")).isEqualTo(23697.221);
        assertThat(table.finalDemand().byCategory().of("RoW / P", "RoW / Changes in inventories and valuables"))
                .isEqualTo(1281.5681);
        assertThat(table.valueAdded().of("Value added at basic prices", "RoW / P"))
                .isEqualTo(31107.69807);
        assertThat(table.statedOutput().orElseThrow().of("AUS", "AtB")).isEqualTo(170552.56686782);
        // Row 55 of the sheet is the sum of the rows above it, column by column.
        assertThat(table.transactions().columnTotals().of("AUS", "AtB")).isCloseTo(126841.14172782, within(1e-6));
        assertThat(table.transactions().columnTotals().of("USA", "P")).isCloseTo(752825.236222842, within(1e-6));
        // And so is column CE along the rows.
        assertThat(table.grossOutput().of("AUS", "AtB")).isCloseTo(239150.176812268, within(1e-6));
    }

    @Test
    void wiodAccounts() throws IOException {
        Path workbook = RawFormats.folder().resolve("wiod_mock/WIOD_SEA_July14.xlsx");
        assertThatThrownBy(() -> Wiod.readAccounts(workbook, 2009))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("WIOD_SEA_July14.xlsx")
                .hasMessageContaining("withMissingAsZero");
        LabelledMatrix accounts = Wiod.readAccounts(
                workbook, 2009, CsvOptions.defaults().withMissingAsZero("NA", "", "#VALUE!", "#DIV/0!"));
        assertThat(accounts.of("GO", "AUS / AtB")).isEqualTo(18230.312946610327);
        assertThat(accounts.of("GFCF", "USA / 21t22")).isEqualTo(2922.596902856592);
        assertThat(accounts.of("GFCF_P", "USA / P")).isZero();
        assertThat(accounts.columns().contains("AUS / TOT")).isFalse();
    }

    @Test
    void exiobase1And2() throws IOException {
        Path folder = RawFormats.folder().resolve("exio1_mock");
        DatabaseTable first = Exiobase.read(folder);
        InputOutputTable table = first.table();
        List<List<String>> a = RawFormats.cells(folder.resolve("mrIot.txt"), "\t");
        List<List<String>> y = RawFormats.cells(folder.resolve("mrFinalDemand.txt"), "\t");
        List<List<String>> s = RawFormats.cells(folder.resolve("mrEmissions.txt"), "\t");
        List<List<String>> v = RawFormats.cells(folder.resolve("mrFactorInputs.txt"), "\t");
        same(table.finalDemand().byCategory(), y, 2, 3);
        same(table.finalDemandExtensions(), RawFormats.cells(folder.resolve("mrFDEmissions.txt"), "\t"), 2, 3);
        double[] x = table.grossOutput().toArray();
        for (int j = 0; j < 48; j++) {
            assertThat(table.industries().get(j))
                    .isEqualTo(new Label(a.get(0).get(j + 3), a.get(1).get(j + 3)));
            for (int i = 0; i < 48; i++) {
                assertThat(table.transactions().matrix().get(i, j) / x[j])
                        .isCloseTo(RawFormats.number(a, i + 2, j + 3), within(1e-14));
            }
            assertThat(table.extensions().matrix().get(1, j) / x[j])
                    .isCloseTo(RawFormats.number(s, 3, j + 3), within(1e-12));
            assertThat(table.valueAdded().matrix().get(0, j) / x[j])
                    .isCloseTo(RawFormats.number(v, 2, j + 2), within(1e-12));
        }
        assertThat(table.extensions().rows().asList())
                .containsExactly(Label.of("emission_type1 / air"), Label.of("emission_type2 / water"));
        assertThat(table.extensions().rowUnits().common()).isEqualTo("kg");
        assertThat(table.units().common()).isEqualTo("M.EUR");
        assertThat(first.notes()).anyMatch(note -> note.contains("solves x = A x + Y 1"));

        DatabaseTable second =
                Exiobase.read(RawFormats.folder().resolve("exio2_mock/mrIOT_PxP_ita_coefficient_version2.2.2.zip"));
        assertThat(second.source()).isEqualTo("EXIOBASE 2.2.2");
        assertThat(second.table().transactions()).isEqualTo(table.transactions());
        assertThat(second.table().extensions().rows().size()).isEqualTo(7);
        assertThat(second.table().extensions().rowUnits().get(2)).isEqualTo("Mm3");
        assertThat(second.table()
                        .finalDemandExtensions()
                        .of("Water Consumption Blue", "reg1 / Final consumption expenditure by households"))
                .isEqualTo(0.020691687794956);
        assertThat(second.notes()).anyMatch(note -> note.contains("characterisation"));
    }

    @Test
    void exiobase3() throws IOException {
        Path folder = RawFormats.folder().resolve("exio3_mock");
        DatabaseTable read = Exiobase.read(folder);
        InputOutputTable table = read.table();
        List<List<String>> a = RawFormats.cells(folder.resolve("A.txt"), "\t");
        same(table.finalDemand().byCategory(), RawFormats.cells(folder.resolve("Y.txt"), "\t"), 3, 2);
        same(table.extensions(), RawFormats.cells(folder.resolve("satellite/F.txt"), "\t"), 2, 1);
        same(table.finalDemandExtensions(), RawFormats.cells(folder.resolve("satellite/F_hh.txt"), "\t"), 2, 1);
        double[] x = table.grossOutput().toArray();
        for (int j = 0; j < 48; j++) {
            for (int i = 0; i < 48; i++) {
                assertThat(table.transactions().matrix().get(i, j) / x[j])
                        .isCloseTo(RawFormats.number(a, i + 3, j + 2), within(1e-14));
            }
        }
        assertThat(table.units().common()).isEqualTo("Mill USD");
        assertThat(table.extensions().rowUnits().common()).isEqualTo("kg");
    }

    @Test
    void extensionsOfExiobaseWithOneToFiveLabelColumns() throws IOException {
        Path folder = RawFormats.folder().resolve("exio_ext_mock");
        List<String> plain = List.of("emission_type1", "emission_type2");
        List<LabelledMatrix> all = new ArrayList<>();
        all.add(Exiobase.readExtension(folder.resolve("ext_1col.txt"), "kg"));
        all.add(Exiobase.readExtension(folder.resolve("ext_2col.txt"), null));
        all.add(Exiobase.readExtension(folder.resolve("ext_3col.txt"), null));
        all.add(Exiobase.readExtension(folder.resolve("ext_5col.txt"), null));
        for (int columns = 0; columns < all.size(); columns++) {
            LabelledMatrix matrix = all.get(columns);
            assertThat(matrix.rowUnits().common()).isEqualTo("kg");
            assertThat(matrix.columns().get(47)).isEqualTo(new Label("reg6", "other"));
            assertThat(matrix.matrix().get(0, 47)).isEqualTo(480);
            assertThat(matrix.matrix().get(1, 0)).isEqualTo(101);
        }
        assertThat(all.get(0).rows()).isEqualTo(Labels.of(plain));
        assertThat(all.get(1).rows()).isEqualTo(Labels.of(plain));
        assertThat(all.get(2).rows()).isEqualTo(Labels.of("emission_type1 / air", "emission_type2 / water"));
        assertThat(all.get(3).rows().get(0).name()).isEqualTo("emission_type1 / air / other info 1");
    }
}
