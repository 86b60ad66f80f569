package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;

/** What is written reads back bit for bit. */
class RoundTripTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void tables(long seed) throws IOException {
        Path file = folder.resolve("table.csv");
        for (TotalsPolicy policy : TotalsPolicy.values()) {
            for (boolean regions : new boolean[] {false, true}) {
                InputOutputTable table = new RandomTables(seed).table(5 + (int) seed * 3, regions, policy);
                InputOutputCsv.write(table, file);
                RandomTables.assertSame(InputOutputCsv.read(file), table);
                Path saved = folder.resolve(policy + " " + regions);
                LongTable.write(table, saved);
                RandomTables.assertSame(Tables.read(saved).table(), table);
            }
        }
    }

    @Test
    void aTableWithNothingButTransactions() throws IOException {
        InputOutputTable table = InputOutputTable.builder("a")
                .unit("t")
                .transactions(new double[][] {{1}})
                .build();
        InputOutputCsv.write(table, folder.resolve("t.csv"));
        RandomTables.assertSame(InputOutputCsv.read(folder.resolve("t.csv")), table);
    }

    @Test
    void aStatedOutputThatAgreesStaysChecked() throws IOException {
        InputOutputTable table = InputOutputTable.builder("a", "b")
                .unit("t")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .statedOutput(3.0000001, 7)
                .build();
        InputOutputCsv.write(table, folder.resolve("t.csv"));
        RandomTables.assertSame(InputOutputCsv.read(folder.resolve("t.csv")), table);
        assertThat(folder.resolve("t.csv")).content().contains("stated output").doesNotContain("(co");
        LongTable.write(table, folder.resolve("long"));
        RandomTables.assertSame(LongTable.read(folder.resolve("long")).table(), table);
    }

    @ParameterizedTest
    @EnumSource(Delimiter.class)
    void everyDelimiterWithDecimalComma(Delimiter delimiter) throws IOException {
        CsvOptions options = CsvOptions.defaults().withDelimiter(delimiter).withDecimalComma();
        InputOutputTable table = new RandomTables(7).table(16, true, TotalsPolicy.USE_COMPUTED);
        InputOutputCsv.write(table, folder.resolve("t.csv"), options);
        RandomTables.assertSame(InputOutputCsv.read(folder.resolve("t.csv"), options), table);
        LabelledVector x = table.grossOutput();
        VectorCsv.write(x, folder.resolve("x.csv"), options);
        assertThat(VectorCsv.read(folder.resolve("x.csv"), options)).isEqualTo(x);
        LabelledMatrix z = table.transactions();
        MatrixCsv.write(z, folder.resolve("z.csv"), options);
        assertThat(MatrixCsv.read(folder.resolve("z.csv"), options)).isEqualTo(z);
        LongCsv.write(z, folder.resolve("z_long.csv"), options);
        assertThat(LongCsv.read(folder.resolve("z_long.csv"), LongLayout.defaults(), options))
                .isEqualTo(z);
    }

    @Test
    void compressed() throws IOException {
        InputOutputTable table = new RandomTables(8).table(9, true, TotalsPolicy.USE_STATED);
        Path file = folder.resolve("t.csv.gz");
        InputOutputCsv.write(table, file);
        byte[] start = Arrays.copyOf(Files.readAllBytes(file), 2);
        assertThat(start).isEqualTo(new byte[] {0x1f, (byte) 0x8b});
        RandomTables.assertSame(InputOutputCsv.read(file), table);
    }

    @Test
    void withByteOrderMarkAndWindowsLineEnds() throws IOException {
        LabelledVector x = LabelledVector.of("Output", Labels.of("a", "b"), Units.of("t"), 1.5, -0.0);
        Path file = folder.resolve("x.csv");
        VectorCsv.write(x, file);
        String text = Files.readString(file);
        Files.writeString(file, "\ufeff" + text.replace("\n", "\r\n") + "\r\n\r\n");
        assertThat(VectorCsv.read(file)).isEqualTo(x);
    }

    @Test
    void olderEncodings() throws IOException {
        CsvOptions latin = CsvOptions.defaults().withCharset(StandardCharsets.ISO_8859_1);
        LabelledVector x = LabelledVector.of("Output", Labels.of("Möbel"), Units.of("t"), 1);
        VectorCsv.write(x, folder.resolve("x.csv"), latin);
        assertThat(VectorCsv.read(folder.resolve("x.csv"), latin)).isEqualTo(x);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void vectors(boolean regions) throws IOException {
        RandomTables random = new RandomTables(11);
        double[] numbers = random.numbers(200);
        numbers[17] = -0.0;
        LabelledVector x = LabelledVector.of("Gross output", random.labels(200, regions), random.units(200), numbers);
        Path file = folder.resolve("x.csv");
        VectorCsv.write(x, file);
        LabelledVector back = VectorCsv.read(file);
        assertThat(back).isEqualTo(x);
        assertThat(1 / back.at(17)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(VectorCsv.read(file, x.labels(), x.units())).isEqualTo(x);
    }

    @Test
    void boundedVectors() throws IOException {
        RandomTables random = new RandomTables(12);
        LabelledVector x = LabelledVector.of("Plan", random.labels(30, true), random.units(30), random.numbers(30));
        double[] bounds = new double[30];
        Arrays.setAll(bounds, i -> i % 4 == 0 ? Double.POSITIVE_INFINITY : Math.abs(random.number()) * 1e-13);
        Path file = folder.resolve("x.csv");
        VectorCsv.write(BoundedVector.of(x, bounds), file);
        BoundedVector back = VectorCsv.readBounded(file);
        assertThat(back.values()).isEqualTo(x);
        assertThat(back.errorBounds()).isEqualTo(bounds);
        // whoever does not want the bounds reads the same file
        assertThat(VectorCsv.read(file)).isEqualTo(x);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rectangularMatricesInBothForms(boolean regions) throws IOException {
        RandomTables random = new RandomTables(13);
        for (int[] shape : new int[][] {{1, 1}, {1, 9}, {9, 1}, {5, 33}, {33, 5}, {20, 20}}) {
            SparseMatrix numbers = random.matrix(shape[0], shape[1]);
            LabelledMatrix matrix = LabelledMatrix.of(
                    "Multipliers, \"direct\"",
                    random.labels(shape[0], regions),
                    random.labels(shape[1], regions),
                    random.units(shape[0]),
                    numbers);
            MatrixCsv.write(matrix, folder.resolve("wide.csv"));
            assertThat(MatrixCsv.read(folder.resolve("wide.csv"))).isEqualTo(matrix);
            LongCsv.write(matrix, folder.resolve("long.csv"));
            assertThat(LongCsv.read(folder.resolve("long.csv"))).isEqualTo(matrix);
        }
    }

    @Test
    void emptyRowsAndColumnsOfALongFileAreKept() throws IOException {
        SparseMatrix one = SparseMatrix.builder(3, 4).add(2, 0, 5).build();
        LabelledMatrix matrix =
                LabelledMatrix.of("A", Labels.of("x", "y", "z"), Labels.of("p", "q", "r", "s"), Units.NONE, one);
        LongCsv.write(matrix, folder.resolve("a.csv"));
        assertThat(LongCsv.read(folder.resolve("a.csv"))).isEqualTo(matrix);
    }
}
