package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;

/** A long file read in batches gives what it gives row by row, which a quote anywhere in it brings about. */
class LongBatchesTest {

    private static final int ROWS = 300;
    private static final int LABELS = 700;

    @TempDir
    Path folder;

    private String text = "";

    /** Several batches, with zeros, exponents and labels in no order. */
    @BeforeEach
    void makeText() {
        SplittableRandom random = new SplittableRandom(17);
        StringBuilder lines = new StringBuilder("from,to,unit,share\n");
        for (int j = 0; j < ROWS; j++) {
            int first = random.nextInt(LABELS);
            for (int k = 0; k < LABELS; k++) {
                int i = (first + k) % LABELS;
                double value = random.nextInt(9) == 0 ? 0 : random.nextDouble() * Math.pow(10, random.nextInt(-20, 20));
                lines.append('P').append(i).append(",b").append(j * 31 % ROWS).append(i % 2 == 0 ? ",t," : ",kWh,");
                lines.append(value).append('\n');
            }
        }
        text = lines.toString();
        assertThat(text.length()).isGreaterThan(5 << 20);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), content);
    }

    private LabelledMatrix rowByRow(String content) throws IOException {
        return LongCsv.read(file(content.replaceFirst("\nP(\\d+),", "\n\"P$1\",")));
    }

    @Test
    void theSameAsRowByRow() throws IOException {
        LabelledMatrix expected = rowByRow(text);
        assertThat(expected.rows().size()).isEqualTo(LABELS);
        assertThat(expected.rowUnits().get(expected.rows().indexOf("P1"))).isEqualTo("kWh");
        assertThat(LongCsv.read(file(text))).isEqualTo(expected);
        assertThat(LongCsv.read(file(text.replace("\n", "\r\n")))).isEqualTo(expected);
        assertThat(LongCsv.read(file(text.substring(0, text.length() - 1)))).isEqualTo(expected);
        assertThat(LongCsv.read(file("\ufeff" + text))).isEqualTo(expected);
        Path gzip = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(LongCsv.read(gzip)).isEqualTo(expected);
        Labels rows = expected.rows();
        LongLayout known = LongLayout.defaults().rows(rows);
        assertThat(LongCsv.read(file(text), known)).isEqualTo(expected);
    }

    @Test
    void whatIsNotUsualIsReadAllTheSame() throws IOException {
        String longLabel = text + "P1,a label of more than eight bytes,kWh,5\nP2,\u0142ódź,t,6\n";
        LabelledMatrix read = LongCsv.read(file(longLabel));
        assertThat(read).isEqualTo(rowByRow(longLabel));
        assertThat(read.of("P1", "a label of more than eight bytes")).isEqualTo(5);
        assertThat(read.of("P2", "łódź")).isEqualTo(6);
    }

    @Test
    void errorsFarIntoTheFileNameTheirLine() throws IOException {
        long next = ROWS * (long) LABELS + 2;
        assertThatThrownBy(() -> LongCsv.read(file(text + "P1,new,kWh,x\n")))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line " + next + ",")
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> LongCsv.read(file(text + "P1,new,t,1\n")))
                .hasMessageContaining("line " + next + ",")
                .hasMessageContaining("'kWh'");
        assertThatThrownBy(() -> LongCsv.read(file(text + "P1,new,kWh\n"))).hasMessageContaining("3 cells");
        String first = text.substring(text.indexOf('\n') + 1, text.indexOf('\n', text.indexOf('\n') + 1));
        assertThatThrownBy(() -> LongCsv.read(file(text + first + "\n")))
                .hasMessageContaining("on lines 2 and " + next);
        LongLayout known = LongLayout.defaults().rows(Labels.of("P0", "P1", "P2"));
        assertThatThrownBy(() -> LongCsv.read(file(text), known)).hasMessageContaining("line 2");
    }

    @Test
    void theListenerCanStopIt() {
        CsvOptions options = CsvOptions.defaults().withProgress(progress -> progress.done() < 50_000);
        assertThatThrownBy(() -> LongCsv.read(file(text), LongLayout.defaults(), options))
                .isInstanceOf(CancellationException.class);
    }
}
