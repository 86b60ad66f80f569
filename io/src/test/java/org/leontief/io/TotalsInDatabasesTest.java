package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A total that somebody has added to a database's file is not taken as a sector or a final user without a word. */
class TotalsInDatabasesTest {

    @TempDir
    Path folder;

    /** The lines of a file with a further column, the sum of all columns whose header is accepted. */
    private static List<String> withColumn(List<String> lines, String header, String summed) {
        List<String> longer = new ArrayList<>();
        String[] names = lines.get(0).split(",", -1);
        for (int r = 0; r < lines.size(); r++) {
            String[] cells = lines.get(r).split(",", -1);
            double sum = 0;
            for (int c = 1; c < cells.length; c++) {
                sum += r > 0 && names[c].matches(summed) && !cells[c].isEmpty() ? Double.parseDouble(cells[c]) : 0;
            }
            longer.add(lines.get(r) + "," + (r == 0 ? header : Double.toString(sum)));
        }
        return longer;
    }

    private Path figaro(String header, String summed) throws IOException {
        List<String> lines = Files.readAllLines(
                RawFormats.folder().resolve("figaro/matrix_eu-ic-io_ind-by-ind_24ed_2011_SAMPLE.csv"));
        return Files.write(folder.resolve("figaro.csv"), withColumn(lines, header, summed));
    }

    @Test
    void columnsOfFigaroThatAreTotalsByTheirCode() throws IOException {
        for (String total : List.of("DE_P3", "DE_TFU", "DE_TOTAL", "W2_TU")) {
            Path file = figaro(total, "DE_P3_.*");
            assertThatThrownBy(() -> Figaro.read(file))
                    .isInstanceOf(CsvFormatException.class)
                    .hasMessageContaining("the column '" + total.replace("_", " / ") + "' looks like a total")
                    .hasMessageContaining("Take it out of the file");
        }
    }

    @Test
    void partsOfFigaroBesideTheirWhole() throws IOException {
        Path file = figaro("DE_P52", "DE_P5M");
        assertThatThrownBy(() -> Figaro.read(file))
                .hasMessageContaining("the column 'P5M' of DE is a total that stands beside its parts P52");
    }

    @Test
    void aCategoryOfTheOecdThatIsTheSumOfTheOthersOfItsRegion() throws IOException {
        List<String> lines = Files.readAllLines(RawFormats.folder().resolve("oecd_sml/2011_SML_SAMPLE.csv"));
        String users = "DEU_(HFCE|NPISH|GGFC|GFCF|INVNT|P33|NONRES|DPABR)";
        assertThat(lines.get(0)).containsPattern(users);
        Path file = Files.write(folder.resolve("icio.csv"), withColumn(lines, "DEU_FD", users));
        assertThatThrownBy(() -> OecdIcio.read(file))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("icio.csv: The category 'DEU / FD' of final demand is a total")
                .hasMessageContaining("of the region");
    }

    /** Rows whose cells are divided by bars, with tabs in their place. */
    private static String rows(String... rows) {
        return String.join("\n", rows).replace('|', '\t') + "\n";
    }

    private Path pymrio(String z, String y) throws IOException {
        Files.writeString(folder.resolve("Z.txt"), z);
        Files.writeString(folder.resolve("Y.txt"), y);
        StringBuilder units = new StringBuilder("region\tsector\tunit\n");
        z.lines().skip(3).forEach(line -> {
            String[] cells = line.split("\t", -1);
            units.append(cells[0]).append('\t').append(cells[1]).append("\tM.EUR\n");
        });
        Files.writeString(folder.resolve("unit.txt"), units);
        return folder;
    }

    private static final String Z =
            rows("region||n|n|n", "sector||a|b|c", "region|sector|||", "n|a|1|2|7", "n|b|3|4|1", "n|c|0|5|2");

    @Test
    void aCategoryThatIsTheSumOfAllOthersInWhateverItIsCalled() throws IOException {
        String y = rows(
                "region||n|n|m|W",
                "category||H|G|H|all",
                "region|sector||||",
                "n|a|1|2|3|6",
                "n|b|3|1|0|4",
                "n|c|0|5|1|6");
        assertThatThrownBy(() -> Pymrio.read(pymrio(Z, y)))
                .hasMessageContaining("The category 'W / all' of final demand is a total")
                .hasMessageContaining("sum of all other categories, which");
        assertThat(Pymrio.read(pymrio(Z, y.replace("\t6\nn\tb", "\t7\nn\tb")))
                        .table()
                        .finalDemand()
                        .categories()
                        .size())
                .isEqualTo(4);
    }

    @Test
    void aSectorThatIsTheSumOfAllOthers() throws IOException {
        String y = rows("region||n", "category||H", "region|sector|", "n|a|1", "n|b|3", "n|c|1", "n|d|5");
        String byRow = rows(
                "region||n|n|n|n",
                "sector||a|b|c|d",
                "region|sector||||",
                "n|a|1|2|7|0",
                "n|b|3|4|1|0",
                "n|c|0|5|2|0",
                "n|d|4|11|10|0");
        assertThatThrownBy(() -> Pymrio.read(pymrio(byRow, y))).hasMessageContaining("'n / d' is a total: its row");
        String byColumn = rows(
                "region||n|n|n|n",
                "sector||a|b|c|d",
                "region|sector||||",
                "n|a|1|2|7|10",
                "n|b|3|4|1|8",
                "n|c|0|5|2|7",
                "n|d|0|0|0|0");
        assertThatThrownBy(() -> Pymrio.read(pymrio(byColumn, y)))
                .hasMessageContaining("'n / d' is a total: its column");
    }

    @Test
    void whatOnlyItsNameSaysIsTold() throws IOException {
        String y = rows(
                "region||n|n|m",
                "category||H|Total exports|Total",
                "region|sector|||",
                "n|a|1|2|3",
                "n|b|3|1|0",
                "n|TOTAL|0|5|1");
        DatabaseTable read =
                Pymrio.read(pymrio(Z.replace("n\tc\t", "n\tTOTAL\t").replace("b\tc", "b\tTOTAL"), y));
        // The only category of m may well be called Total.
        assertThat(read.notes())
                .anyMatch(note -> note.contains("Maybe totals") && note.contains("'n / TOTAL', 'n / Total exports'."));
    }

    @Test
    void aRowOfValueAddedThatIsTheSumOfTheOthersIsTold() throws IOException {
        Path into = pymrio(Z, rows("region||n", "category||H", "region|sector|", "n|a|1", "n|b|3", "n|c|1"));
        Path factors = Files.createDirectory(into.resolve("factor_inputs"));
        Files.writeString(
                factors.resolve("F.txt"),
                rows("region|n|n|n", "sector|a|b|c", "inputtype|||", "wages|1|2|3", "profit|4|5|6", "both|5|7|9"));
        Files.writeString(
                factors.resolve("unit.txt"), rows("inputtype|unit", "wages|M.EUR", "profit|M.EUR", "both|M.EUR"));
        assertThat(Pymrio.read(into).notes())
                .anyMatch(note -> note.contains("Maybe totals") && note.contains("'both'"));
    }

    /** Called a total and one: told once. Called so and none: told all the same. */
    @Test
    void rowsOfValueAddedThatAreCalledTotalsAreToldOnce() throws IOException {
        Path into = pymrio(Z, rows("region||n", "category||H", "region|sector|", "n|a|1", "n|b|3", "n|c|1"));
        Path factors = Files.createDirectory(into.resolve("factor_inputs"));
        for (String last : List.of("Total|5|7|9", "Total|1|0|2")) {
            Files.writeString(
                    factors.resolve("F.txt"),
                    rows("region|n|n|n", "sector|a|b|c", "inputtype|||", "wages|1|2|3", "profit|4|5|6", last));
            Files.writeString(
                    factors.resolve("unit.txt"), rows("inputtype|unit", "wages|M.EUR", "profit|M.EUR", "Total|M.EUR"));
            assertThat(Pymrio.read(into).notes())
                    .anyMatch(note -> note.contains("what they stand among: 'Total'. If they are totals"));
        }
    }
}
