package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.Progress;

/** Matrices with one number to a row. */
class LongCsvTest {

    private static final LongLayout LAYOUT = LongLayout.defaults().unit("kg");

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("flows.csv"), text);
    }

    private CsvFormatException fails(String text, LongLayout layout) throws IOException {
        Path file = file(text);
        CsvFormatException error = catchThrowableOfType(CsvFormatException.class, () -> LongCsv.read(file, layout));
        assertThat(error).as("reading should fail").isNotNull();
        assertThat(error).hasMessageContaining("flows.csv");
        return error;
    }

    @Test
    void labelsComeInOrderOfFirstAppearance() throws IOException {
        LabelledMatrix a = LongCsv.read(file("from,to,value\nb,x,1\na,y,2\nb,y,3\n"), LAYOUT);
        assertThat(a.rows()).isEqualTo(Labels.of("b", "a"));
        assertThat(a.columns()).isEqualTo(Labels.of("x", "y"));
        assertThat(a.of("b", "y")).isEqualTo(3);
        assertThat(a.of("a", "x")).isZero();
        assertThat(a.name()).isEqualTo("flows");
        assertThat(a.rowUnits().common()).isEqualTo("kg");
    }

    @Test
    void bothSidesMayShareOneSetOfLabels() throws IOException {
        LabelledMatrix a = LongCsv.read(file("from,to,value\nb,x,1\nx,c,2\n"), LAYOUT.square());
        assertThat(a.rows()).isEqualTo(Labels.of("b", "x", "c"));
        assertThat(a.columns()).isEqualTo(a.rows());
        Labels known = Labels.of("c", "b", "x");
        LabelledMatrix given =
                LongCsv.read(file("from,to,value\nb,x,1\n"), LAYOUT.rows(known).square());
        assertThat(given.columns()).isEqualTo(known);
        assertThatThrownBy(() -> LAYOUT.square().columns(known)).hasMessageContaining("square");
        assertThatThrownBy(() -> LAYOUT.columns(known).square()).hasMessageContaining("square");
    }

    @Test
    void headersAreDeclaredAndOtherColumnsRefused() throws IOException {
        String text = "year,row,col,amount\n2011,a,b,5\n";
        LongLayout layout = LongLayout.withColumns("row", "col", "amount").unit("t");
        assertThat(fails(text, layout)).hasMessageContaining("year").hasMessageContaining("ignoreColumns");
        LabelledMatrix a = LongCsv.read(file(text), layout.ignoreColumns("year").named("Uses"));
        assertThat(a.of("a", "b")).isEqualTo(5);
        assertThat(a.name()).isEqualTo("Uses");
        assertThat(LongCsv.read(file(text), layout.ignoreColumns("year")).name())
                .isEqualTo("amount");
        assertThat(fails("row,column,amount\na,b,1\n", layout))
                .hasMessageContaining("no column 'col'")
                .hasMessageContaining("line 1");
    }

    @Test
    void regionsAreFoundByTheirHeaders() throws IOException {
        String text = "from_region,from,to_region,to,value\nDEU,Steel,FRA,Cars,5\nFRA,Steel,FRA,Cars,6\n";
        LabelledMatrix a = LongCsv.read(file(text), LAYOUT);
        assertThat(a.rows().get(1)).isEqualTo(new Label("FRA", "Steel"));
        assertThat(a.of("DEU / Steel", "FRA / Cars")).isEqualTo(5);
        LabelledMatrix b = LongCsv.read(
                file(text.replace("from_region", "r1").replace("to_region", "r2")), LAYOUT.regionColumns("r1", "r2"));
        assertThat(b.rows()).isEqualTo(a.rows());
        assertThat(fails("from,to,value\na,b,1\n", LAYOUT.regionColumns("r1", "r2")))
                .hasMessageContaining("no column 'r1'");
        assertThat(fails("from,to,value\na,b,1\n", LongLayout.defaults().unitColumn("u")))
                .hasMessageContaining("no column 'u'");
        Labels known = Labels.ofRegions(List.of("DEU", "FRA"), List.of("Cars", "Steel"));
        assertThat(LongCsv.read(file(text), LAYOUT.rows(known).columns(known)).of("FRA / Steel", "FRA / Cars"))
                .isEqualTo(6);
    }

    @Test
    void givenLabelsKeepTheirOrderAndRefuseStrangers() throws IOException {
        Labels known = Labels.of("Agriculture", "Coal", "Steel");
        LongLayout layout = LAYOUT.rows(known).columns(known);
        assertThat(LongCsv.read(file("from,to,value\nSteel,Coal,2\n"), layout).rows())
                .isEqualTo(known);
        assertThat(fails("from,to,value\nCoal,Coal,1\nSteal,Coal,2\n", layout))
                .hasMessageContaining("line 3, column 1 ('from'), row 'Steal'")
                .hasMessageContaining("Did you mean 'Steel'?");
        assertThat(fails("from,to,value\nCoal,Total,1\n", layout))
                .hasMessageContaining("column 2 ('to')")
                .hasMessageContaining("looks like a total");
    }

    @Test
    void duplicatesNameBothLinesAlsoWhereTheyAreZero() throws IOException {
        for (String second : new String[] {"5", "0"}) {
            assertThat(fails("from,to,value\na,b,0\nc,d,1\na,b," + second + "\nc,d,1\n", LAYOUT))
                    .hasMessageContaining("line 4")
                    .hasMessageContaining("from 'a' to 'b' stands twice, on lines 2 and 4");
        }
    }

    @Test
    void cellsThatAreWrongAreNamed() throws IOException {
        assertThat(fails("from,to,value\na,b,1\nc,d,one\n", LAYOUT))
                .hasMessageContaining("line 3, column 3 ('value'), row 'c'")
                .hasMessageContaining("'one'");
        assertThat(fails("from,to,value\na,,1\n", LAYOUT)).hasMessageContaining("line 2, column 2 ('to')");
        assertThat(fails("from,to,value\na,b\n", LAYOUT))
                .hasMessageContaining("line 2")
                .hasMessageContaining("2 cells");
        assertThat(fails("from,to,value\n", LAYOUT)).hasMessageContaining("nothing below");
        assertThat(fails("from,to,to,value\n", LAYOUT)).hasMessageContaining("'to' stands twice");
    }

    @Test
    void unitsAreDeclaredOrInTheFile() throws IOException {
        assertThat(fails("from,to,value\na,b,1\n", LongLayout.defaults())).hasMessageContaining("LongLayout.unit");
        assertThat(fails("from,to,unit,value\na,b,t,1\n", LAYOUT)).hasMessageContaining("Decide for one");
        assertThat(fails("from,to,unit,value\na,b,t,1\na,c,kg,1\n", LongLayout.defaults()))
                .hasMessageContaining("line 3")
                .hasMessageContaining("'kg'")
                .hasMessageContaining("'t'");
        LabelledMatrix a = LongCsv.read(
                file("from,to,u,value\na,b,t,1\nc,b,kg,1\n"),
                LongLayout.defaults().unitColumn("u"));
        assertThat(a.rowUnits().get(1)).isEqualTo("kg");
    }

    @Test
    void aMillionRowsAreReadInOnePassAndWatched() throws IOException {
        int n = 1000;
        Path file = folder.resolve("million.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("from,to,value\n");
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    out.write("sector " + i + ",sector " + j + "," + (i * 0.001 + j) + "\n");
                }
            }
        }
        List<Progress> seen = new ArrayList<>();
        LabelledMatrix a =
                LongCsv.read(file, LAYOUT, CsvOptions.defaults().withProgress(progress -> seen.add(progress)));
        assertThat(a.rows().size()).isEqualTo(n);
        assertThat(a.of("sector 7", "sector 999")).isEqualTo(7 * 0.001 + 999);
        assertThat(seen).hasSize(15);
        assertThat(seen.get(0).done()).isEqualTo(65_536);
        assertThat(seen.get(0).total()).isEqualTo(-1);
        assertThat(seen.get(0).work()).contains("million.csv");
    }

    @Test
    void aLongReadCanBeStopped() throws IOException {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "from,to,value\n" + "a,b,1\n".repeat(100_000));
        CsvOptions stop = CsvOptions.defaults().withProgress(progress -> false);
        assertThat(catchThrowableOfType(CancellationException.class, () -> LongCsv.read(file, LAYOUT, stop)))
                .hasMessageContaining("long.csv")
                .hasMessageContaining("65536");
    }
}
