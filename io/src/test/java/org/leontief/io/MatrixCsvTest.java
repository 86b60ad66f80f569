package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;

/** Wide matrices with a declared layout. */
class MatrixCsvTest {

    private static final MatrixLayout HEADER = MatrixLayout.withHeader().unit("t");

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("Z.csv"), text);
    }

    private CsvFormatException fails(String text, MatrixLayout layout) throws IOException {
        Path file = file(text);
        CsvFormatException error = catchThrowableOfType(CsvFormatException.class, () -> MatrixCsv.read(file, layout));
        assertThat(error).as("reading should fail").isNotNull();
        return error;
    }

    @Test
    void rowsAndColumnsKeepTheirOwnLabelsAndOrder() throws IOException {
        LabelledMatrix z = MatrixCsv.read(file("anything,b,a\na,1,2\nc,3,4\n"), HEADER);
        assertThat(z.rows()).isEqualTo(Labels.of("a", "c"));
        assertThat(z.columns()).isEqualTo(Labels.of("b", "a"));
        assertThat(z.of("c", "b")).isEqualTo(3);
        assertThat(z.name()).isEqualTo("Z");
        assertThat(MatrixCsv.read(file(",a\na,1\n"), HEADER.named("Uses")).name())
                .isEqualTo("Uses");
    }

    @Test
    void regionsAndUnitsByRow() throws IOException {
        String text = ",,,DEU,FRA\nregion,name,unit,Steel,Steel\nDEU,Coal,t,1,2\n,Sun,kWh,3,4\n";
        LabelledMatrix z = MatrixCsv.read(
                file(text), MatrixLayout.withHeader().regionColumns().unitColumn("unit"));
        assertThat(z.rows().get(0)).isEqualTo(new Label("DEU", "Coal"));
        assertThat(z.rows().get(1)).isEqualTo(Label.of("Sun"));
        assertThat(z.columns().get(1)).isEqualTo(new Label("FRA", "Steel"));
        assertThat(z.rowUnits().get(1)).isEqualTo("kWh");
    }

    @Test
    void headerlessBlocksTakeLabelsFromOutside() throws IOException {
        Labels rows = Labels.of("a", "b");
        Labels columns = Labels.of("x", "y", "z");
        MatrixLayout block = MatrixLayout.headerless(rows, columns).unit("t");
        assertThat(MatrixCsv.read(file("1,2,3\n4,5,6\n"), block).of("b", "y")).isEqualTo(5);
        assertThat(fails("1,2,3\n4,?,6\n", block)).hasMessageContaining("line 2, column 2 ('y'), row 'b'");
        assertThat(fails("1,2,3\n4,5\n", block))
                .hasMessageContaining("line 2, row 'b'")
                .hasMessageContaining("2 cells");
        assertThat(fails("1,2,3\n", block)).hasMessageContaining("1 rows where 2");
        assertThat(fails("1,2,3\n4,5,6\n7,8,9\n", block))
                .hasMessageContaining("line 3")
                .hasMessageContaining("2 labels");
        assertThat(fails("", block)).hasMessageContaining("empty");
        // one column, with decimal comma: the comma is no delimiter
        Path column = file("1,5\n2,5\n");
        CsvOptions german =
                CsvOptions.defaults().withDelimiter(Delimiter.SEMICOLON).withDecimalComma();
        LabelledMatrix one = MatrixCsv.read(
                column, MatrixLayout.headerless(rows, Labels.of("x")).unit("t"), german);
        assertThat(one.of("b", "x")).isEqualTo(2.5);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        assertThat(fails(",a,a\nb,1,2\n", HEADER))
                .hasMessageContaining("'a' stands twice")
                .hasMessageContaining("columns 2 and 3");
        assertThat(fails(",a\nb,1\nc,1\nb,2\n", HEADER))
                .hasMessageContaining("line 4")
                .hasMessageContaining("lines 2 and 4");
        assertThat(fails(",a,b\nb,1\n", HEADER)).hasMessageContaining("line 2, row 'b'");
        assertThat(fails(",a,\nb,1,\n", HEADER)).hasMessageContaining("line 1, column 3");
        assertThat(fails(",a\n,1\n", HEADER)).hasMessageContaining("line 2, column 1");
        assertThat(fails(",a\n", HEADER)).hasMessageContaining("nothing below");
        assertThat(fails(",a\nb,1\n", MatrixLayout.withHeader())).hasMessageContaining("MatrixLayout.unit");
        assertThat(fails(",a\nb,1\n", MatrixLayout.withHeader().unitColumn("unit")))
                .hasMessageContaining("'unit'");
        Path foreign = file(",a\nb,1\n");
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> MatrixCsv.read(foreign)))
                .hasMessageContaining("MatrixLayout.withHeader()");
    }

    @Test
    void aWideReadCanBeStoppedThoughItHasFewRows() throws IOException {
        Labels labels = new RandomTables(1).labels(1100, false);
        Path file = file(("1" + ",1".repeat(1099) + "\n").repeat(1100));
        MatrixLayout block = MatrixLayout.headerless(labels, labels).unit("t");
        CsvOptions stop = CsvOptions.defaults().withProgress(progress -> false);
        assertThat(catchThrowableOfType(CancellationException.class, () -> MatrixCsv.read(file, block, stop)))
                .hasMessageContaining("954 rows");
    }

    @Test
    void aHeaderlessLayoutHasNoHeaders() {
        MatrixLayout block = MatrixLayout.headerless(Labels.of("a"), Labels.of("b"));
        assertThatThrownBy(block::regionColumns).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> block.unitColumn("unit")).isInstanceOf(IllegalStateException.class);
    }
}
