package org.leontief.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

class RawArraysTest {

    @TempDir
    Path folder;

    private ByteBuffer read(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void theMatrixCanBeReadBackFromItsArrays() throws IOException {
        // More than the buffer of the writer holds.
        SparseMatrix matrix = SyntheticEconomy.ofProducts(5_000, 40, 2).coefficients();
        RawArrays.write(matrix, folder);

        ByteBuffer start = read("start.i32");
        ByteBuffer row = read("row.i32");
        ByteBuffer value = read("value.f64");
        SparseColumnsBuilder read = SparseMatrix.byColumns(5_000, 5_000, matrix.nonZeros());
        int from = start.getInt();
        while (start.hasRemaining()) {
            int to = start.getInt();
            int[] rows = new int[to - from];
            double[] values = new double[to - from];
            for (int k = 0; k < rows.length; k++) {
                rows[k] = row.getInt();
                values[k] = value.getDouble();
            }
            read.appendColumn(rows, values, rows.length);
            from = to;
        }
        assertThat(read.build()).isEqualTo(matrix);
        assertThat(row.hasRemaining() || value.hasRemaining()).isFalse();
    }

    @Test
    void vectorsStandOneAfterTheOther() throws IOException {
        RawArrays.write(new double[][] {{1, 2}, {-3, 1e300}}, folder.resolve("m.f64"));
        RawArrays.write(new double[] {0.5}, folder.resolve("v.f64"));

        ByteBuffer numbers = read("m.f64");
        double[] found = {numbers.getDouble(), numbers.getDouble(), numbers.getDouble(), numbers.getDouble()};
        assertThat(found).containsExactly(1, 2, -3, 1e300);
        assertThat(read("v.f64").getDouble()).isEqualTo(0.5);
    }

    @Test
    void answersAreJson() {
        assertThat(new JsonLine()
                        .put("seconds", 0.25)
                        .put("n", 3L)
                        .put("ok", true)
                        .put("none", Double.NaN)
                        .put("words", "a \"b\" \\ c\nd"))
                .hasToString(
                        "{\"seconds\": 0.25, \"n\": 3, \"ok\": true, \"none\": null, \"words\": \"a \\\"b\\\" \\\\ c d\"}");
    }
}
