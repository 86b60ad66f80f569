package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;

/** Files that are so large that they are read twice give the same as if they were read once. */
class LargeTablesTest {

    private static final int SIZE = 1400;
    private static final Labels SECTORS =
            Labels.of(IntStream.range(0, SIZE).mapToObj(i -> "s" + i).toList());

    @TempDir
    Path folder;

    private static SparseMatrix numbers() {
        SplittableRandom random = new SplittableRandom(3);
        SparseMatrixBuilder matrix = SparseMatrix.builder(SIZE, SIZE);
        for (int j = 0; j < SIZE; j++) {
            for (int i = 0; i < SIZE; i++) {
                matrix.add(i, j, random.nextInt(10) == 0 ? 0 : random.nextDouble());
            }
        }
        return matrix.build();
    }

    @Test
    void aWideMatrix() throws IOException {
        LabelledMatrix matrix = LabelledMatrix.of("Flows", SECTORS, SECTORS, Units.of("t"), numbers());
        Path file = folder.resolve("flows.csv");
        MatrixCsv.write(matrix, file);
        assertThat(Files.size(file)).isGreaterThan(MatrixRows.LARGE_BYTES);
        assertThat(MatrixCsv.read(file)).isEqualTo(matrix);
    }

    @Test
    void aTableAlsoWithItsRowsInAnotherOrder() throws IOException {
        InputOutputTable table = InputOutputTable.builder(SECTORS)
                .unit("t")
                .transactions(numbers())
                .finalDemand(
                        "Households", IntStream.range(0, SIZE).asDoubleStream().toArray())
                .valueAdded("Wages", IntStream.range(0, SIZE).asDoubleStream().toArray())
                .build();
        Path file = folder.resolve("table.csv");
        InputOutputCsv.write(table, file);
        assertThat(Files.size(file)).isGreaterThan(MatrixRows.LARGE_BYTES);
        assertThat(InputOutputCsv.read(file)).isEqualTo(table);

        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("s0,") && !lines.get(i).contains("s1,"))
                .findFirst()
                .orElseThrow();
        Collections.swap(lines, first, first + 7);
        Files.write(file, lines);
        assertThat(InputOutputCsv.read(file)).isEqualTo(table);

        lines.set(first + 3, lines.get(first + 3).replaceFirst(",0\\.\\d+", ",x"));
        Files.write(file, lines);
        assertThatThrownBy(() -> InputOutputCsv.read(file))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("line " + (first + 4));
    }
}
