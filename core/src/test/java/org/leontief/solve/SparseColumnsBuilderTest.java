package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseColumnsBuilderTest {

    /** Random columns, entered both ways: as columns in no order and with zeros, and cell by cell. */
    private record BothWays(SparseMatrix byColumns, SparseMatrix byCells) {

        static BothWays random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = 1 + random.nextInt(200);
            int columns = random.nextInt(60);
            SparseColumnsBuilder byColumns = SparseMatrix.byColumns(rows, columns, random.nextInt(rows * columns + 1));
            SparseMatrixBuilder byCells = SparseMatrix.builder(rows, columns);
            for (int j = 0; j < columns; j++) {
                int[] row = RandomSystems.shuffled(random, rows);
                double[] entry = new double[rows];
                int count = random.nextInt(rows + 1);
                for (int k = 0; k < count; k++) {
                    entry[k] = random.nextInt(5) == 0 ? 0 : random.nextDouble() - 0.5;
                    byCells.add(row[k], j, entry[k]);
                }
                byColumns.appendColumn(row, entry, count);
            }
            return new BothWays(byColumns.build(), byCells.build());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theMatrixIsThatOfItsCellsHowMuchEverWasExpected(long seed) {
        BothWays made = BothWays.random(seed);

        assertThat(made.byColumns).isEqualTo(made.byCells).hasSameHashCodeAs(made.byCells);
        assertThat(made.byCells).isEqualTo(made.byColumns);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void everyUseOfTheMatrixKeepsToItsEntries(long seed) {
        BothWays made = BothWays.random(seed);
        double[] factor = new double[made.byCells.columns()];
        Arrays.fill(factor, -2);

        assertThat(made.byColumns.abs()).isEqualTo(made.byCells.abs());
        assertThat(made.byColumns.transpose()).isEqualTo(made.byCells.transpose());
        assertThat(made.byColumns.scaleColumns(factor)).isEqualTo(made.byCells.scaleColumns(factor));
        assertThat(made.byColumns.columnSums()).containsExactly(made.byCells.columnSums());
        assertThat(made.byColumns.rowSums()).containsExactly(made.byCells.rowSums());
        assertThat(made.byColumns.hasNegative()).isEqualTo(made.byCells.hasNegative());
        DMatrixSparseCSC copy = made.byColumns.toSparse();
        assertThat(copy.nz_values).hasSize(made.byCells.nonZeros());
        assertThat(SparseMatrix.of(copy)).isEqualTo(made.byCells);
    }

    @Test
    void whatStandsBehindTheLastEntryDoesNotCount() {
        // The refused column leaves a negative number behind the end, and the slack of one in nine is not trimmed.
        SparseColumnsBuilder builder = SparseMatrix.byColumns(9, 2, 9);
        builder.appendColumn(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 8);
        assertThatThrownBy(() -> builder.appendColumn(new int[] {3, 9}, new double[] {-1, 0}, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        SparseMatrix matrix = builder.appendColumn(new int[0], new double[0], 0).build();
        SparseMatrix expected = SparseMatrix.of(
                new double[][] {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}, {7, 0}, {8, 0}, {0, 0}});

        assertThat(matrix.value).hasSize(9);
        assertThat(matrix.hasNegative()).isFalse();
        assertThat(matrix).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(expected).isEqualTo(matrix);
        assertThat(LeontiefSystem.of(SparseMatrix.byColumns(1, 1, 9)
                                .appendColumn(new int[] {0}, new double[] {0.5}, 1)
                                .build())
                        .solve(new double[] {1})
                        .values())
                .containsExactly(2);
    }

    @Test
    void muchMoreThanNeededIsGivenBack() {
        SparseMatrix matrix = SparseMatrix.byColumns(2, 1, 1000)
                .appendColumn(new int[] {1, 0}, new double[] {5, 6}, 2)
                .build();

        assertThat(matrix.value).hasSize(2);
        assertThat(matrix.rowIndex).hasSize(2);
        assertThat(matrix.get(0, 0)).isEqualTo(6);
    }

    @Test
    void aColumnThatIsRefusedCanBeMended() {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(3, 2, 4).appendColumn(new int[] {2}, new double[] {1}, 1);

        assertThatThrownBy(() -> builder.appendColumn(new int[] {2, 0, 2}, new double[] {1, 5, 7}, 3))
                .isInstanceOfSatisfying(DuplicateCellException.class, twice -> {
                    assertThat(twice.row()).isEqualTo(2);
                    assertThat(twice.column()).isEqualTo(1);
                })
                .hasMessage("Row 2, column 1 is entered twice: 1.0 and 7.0.");
        assertThatThrownBy(() -> builder.appendColumn(new int[] {1}, new double[] {Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The entry of row 1 and column 1 is NaN; a finite number is needed.");
        assertThatThrownBy(() -> builder.appendColumn(new int[] {0}, new double[] {Double.NEGATIVE_INFINITY}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.appendColumn(new int[] {-1}, new double[] {0}, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("No cell (-1, 1) in a matrix of 3 by 2.");
        assertThatThrownBy(() -> builder.appendColumn(new int[] {0}, new double[] {1}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column 1 cannot take 2 entries from 1 row numbers and 1 values.");

        assertThat(builder.appendColumn(new int[] {2, 0}, new double[] {8, 9}, 2)
                        .build())
                .isEqualTo(SparseMatrix.of(new double[][] {{0, 9}, {0, 0}, {1, 8}}));
    }

    @Test
    void columnsAreNeitherMissingNorTooMany() {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(2, 5, 0)
                .appendColumn(new int[] {0}, new double[] {1}, 1)
                .appendColumn(new int[0], new double[0], 0);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Only 2 of 5 columns have been appended; 3 are missing. Append a column with 0 entries where a"
                                + " recipe is empty.");
        for (int j = 2; j < 5; j++) {
            builder.appendColumn(new int[0], new double[0], 0);
        }
        assertThatThrownBy(() -> builder.appendColumn(new int[0], new double[0], 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("All 5 columns of the matrix have been appended.");
        assertThat(builder.build().nonZeros()).isEqualTo(1);
    }

    @Test
    void theMatrixOwnsTheArraysOnceItIsBuilt() {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(1, 1, 1);
        builder.appendColumn(new int[] {0}, new double[] {0.5}, 1).build();

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.appendColumn(new int[] {0}, new double[] {1}, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The matrix has been built");
    }

    @Test
    void shapesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> SparseMatrix.byColumns(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SparseMatrix.byColumns(1, 1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expectedEntries is -1; it cannot be below 0.");
        assertThatThrownBy(() -> SparseMatrix.byColumns(1, Integer.MAX_VALUE, 0))
                .isInstanceOf(MemoryLimitException.class);
        assertThatThrownBy(() -> SparseMatrix.builder(Integer.MAX_VALUE, 1)).isInstanceOf(MemoryLimitException.class);
    }

    @Test
    void whatCannotFitIsRefusedBeforeItIsTaken() {
        assertThatThrownBy(() -> SparseMatrix.byColumns(100_000_000, 100_000_000, 5_000_000_000L))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessage(
                        "A matrix of 100000000 by 100000000 with 5000000000 entries needs 56.3 GiB of memory, and more"
                                + " than the 2147483639 entries that one array can hold. Aggregate sectors, leave out coefficients"
                                + " too small to matter, or split the economy by region.")
                .asInstanceOf(type(MemoryLimitException.class))
                .extracting(MemoryLimitException::bytesNeeded)
                .isEqualTo(60_400_000_004L);
        assertThatThrownBy(() -> new SparseColumnsBuilder(1, 2_000_000_000, 2_000_000_000L, EntryCapacity.LONGEST))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessageStartingWith(
                        "A matrix of 1 by 2000000000 with 2000000000 entries needs 29.8 GiB of memory and ");
    }

    @Test
    void theLongestArrayIsTheEnd() {
        SparseColumnsBuilder columns = new SparseColumnsBuilder(4, 3, 0, 7);
        int[] all = {3, 1, 0, 2};
        columns.appendColumn(all, new double[] {1, 2, 3, 4}, 4);
        // Zeros do not count, nor does room that more than the limit would need.
        columns.appendColumn(all, new double[] {0, 2, 3, 4}, 4);

        assertThatThrownBy(() -> columns.appendColumn(all, new double[] {0, 0, 5, 0}, 4))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessageStartingWith("A matrix of 4 by 3 with 8 entries needs ")
                .hasMessageEndingWith(
                        "and more than the 7 entries that one array can hold. Aggregate sectors, leave out"
                                + " coefficients too small to matter, or split the economy by region.");
        assertThat(columns.appendColumn(all, new double[4], 4).build().nonZeros())
                .isEqualTo(7);

        SparseMatrixBuilder cells =
                new SparseMatrixBuilder(5, 5, 2).add(0, 0, 1).add(1, 1, 1);
        assertThatCode(() -> cells.add(2, 2, 0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> cells.add(2, 2, 1))
                .isInstanceOf(MemoryLimitException.class)
                .hasMessageStartingWith("A matrix of 5 by 5 with 3 entries needs ");
        assertThat(cells.build().nonZeros()).isEqualTo(2);
    }
}
