package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {

    private static final double[][] CELLS = {{0, 2, 0}, {-1, 0, 1e-300}};

    private static SparseMatrix random(long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseMatrixBuilder builder = SparseMatrix.builder(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (random.nextInt(3) == 0) {
                    builder.add(i, j, random.nextDouble() - 0.5);
                }
            }
        }
        return builder.build();
    }

    @Test
    void readsAnArray() {
        SparseMatrix matrix = SparseMatrix.of(CELLS);

        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.nonZeros()).isEqualTo(3);
        assertThat(matrix.density()).isEqualTo(0.5);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(matrix.get(i, j)).isEqualTo(CELLS[i][j]);
            }
        }
        assertThat(matrix).hasToString("2 × 3 matrix, 3 entries not zero");
    }

    @Test
    void goesThroughBothKindsOfEjmlMatrixUnchanged() {
        SparseMatrix matrix = random(1, 17, 11);

        assertThat(SparseMatrix.of(matrix.toDense())).isEqualTo(matrix);
        assertThat(SparseMatrix.of(matrix.toSparse())).isEqualTo(matrix);
        assertThat(matrix.toDense().get(3, 5)).isEqualTo(matrix.get(3, 5));
        assertThat(matrix.toSparse().get(3, 5)).isEqualTo(matrix.get(3, 5));
    }

    @Test
    void sortsTheColumnsOfAnEjmlMatrix() {
        DMatrixSparseCSC unsorted = new DMatrixSparseCSC(3, 2, 3);
        unsorted.col_idx = new int[] {0, 3, 3};
        unsorted.nz_rows = new int[] {2, 0, 1};
        unsorted.nz_values = new double[] {30, 10, 20};
        unsorted.nz_length = 3;

        assertThat(SparseMatrix.of(unsorted)).isEqualTo(SparseMatrix.of(new double[][] {{10, 0}, {20, 0}, {30, 0}}));
    }

    @Test
    void refusesACellThatAnEjmlMatrixHoldsTwice() {
        DMatrixSparseCSC twice = new DMatrixSparseCSC(2, 1, 2);
        twice.col_idx = new int[] {0, 2};
        twice.nz_rows = new int[] {1, 1};
        twice.nz_values = new double[] {1, 2};
        twice.nz_length = 2;

        assertThatThrownBy(() -> SparseMatrix.of(twice)).isInstanceOf(DuplicateCellException.class);
    }

    @Test
    void takesCellsInAnyOrder() {
        SparseMatrix expected = random(2, 9, 14);
        List<int[]> cells = new ArrayList<>();
        expected.forEach((i, j, value) -> cells.add(new int[] {i, j}));
        int[] order = RandomSystems.shuffled(new SplittableRandom(3), cells.size());

        SparseMatrixBuilder builder = SparseMatrix.builder(9, 14);
        for (int k : order) {
            int[] cell = cells.get(k);
            builder.add(cell[0], cell[1], expected.get(cell[0], cell[1]));
        }

        assertThat(builder.build()).isEqualTo(expected).hasSameHashCodeAs(expected);
    }

    @Test
    void takesCellsThatComeColumnByColumn() {
        SparseMatrix expected = random(12, 9, 14);
        SparseMatrixBuilder builder = SparseMatrix.builder(9, 14);
        expected.forEach(builder::add);

        assertThat(builder.build()).isEqualTo(expected);
        // The last cell once more: it does not come after the one before it, so it is put in order and found.
        int last = expected.rowIndex[expected.nonZeros() - 1];
        builder.add(last, 13, 1);
        assertThatThrownBy(builder::build).isInstanceOf(DuplicateCellException.class);
    }

    @Test
    void refusesACellThatIsEnteredTwice() {
        SparseMatrixBuilder builder =
                SparseMatrix.builder(4, 4).add(1, 2, 5).add(0, 0, 1).add(1, 2, 6);

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(DuplicateCellException.class, twice -> {
                    assertThat(twice.row()).isEqualTo(1);
                    assertThat(twice.column()).isEqualTo(2);
                })
                .hasMessage("Row 1, column 2 is entered twice: 5.0 and 6.0.");
    }

    @Test
    void storesNoZeros() {
        SparseMatrix matrix =
                SparseMatrix.builder(2, 2).add(0, 0, 0).add(0, 1, -0.0).build();

        assertThat(matrix.nonZeros()).isZero();
        assertThat(matrix).isEqualTo(SparseMatrix.zeros(2, 2));
        assertThat(SparseMatrix.of(new double[][] {{-0.0}}).get(0, 0)).isEqualTo(0.0);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> SparseMatrix.of(new double[][] {{1, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The entry of row 0 and column 1 is NaN; a finite number is needed.");
        DMatrixRMaj infinite = new DMatrixRMaj(new double[][] {{Double.NEGATIVE_INFINITY}});
        assertThatThrownBy(() -> SparseMatrix.of(infinite)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SparseMatrix.of(new double[][] {{1e200}}).scaleColumns(new double[] {1e200}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesCellsAndShapesThatAreNotThere() {
        assertThatThrownBy(() -> SparseMatrix.builder(2, 2).add(2, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("No cell (2, 0) in a matrix of 2 by 2.");
        assertThatThrownBy(() -> SparseMatrix.of(CELLS).get(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SparseMatrix.builder(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SparseMatrix.of(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Row 1 has 1 entries where row 0 has 2");
        assertThatThrownBy(() -> SparseMatrix.of(CELLS).multiply(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x has 2 entries where 3 are needed.");
    }

    @Test
    void transposes() {
        SparseMatrix matrix = random(4, 8, 13);
        SparseMatrix transposed = matrix.transpose();

        assertThat(transposed.rows()).isEqualTo(13);
        matrix.forEach((i, j, value) -> assertThat(transposed.get(j, i)).isEqualTo(value));
        assertThat(transposed.nonZeros()).isEqualTo(matrix.nonZeros());
        assertThat(transposed.transpose()).isEqualTo(matrix);
    }

    @Test
    void multipliesAndSums() {
        SparseMatrix matrix = SparseMatrix.of(new double[][] {{1, 2, 0}, {0, -3, 4}});

        assertThat(matrix.multiply(new double[] {1, 10, 100})).containsExactly(21, 370);
        assertThat(matrix.multiplyTransposed(new double[] {1, 10})).containsExactly(1, -28, 40);
        assertThat(matrix.rowSums()).containsExactly(3, 1);
        assertThat(matrix.columnSums()).containsExactly(1, -1, 4);
        assertThat(matrix.scaleColumns(new double[] {2, 0, 1})).isEqualTo(SparseMatrix.of(new double[][] {
            {2, 0, 0}, {0, 0, 4}
        }));
    }

    @Test
    void takesAbsoluteValues() {
        SparseMatrix matrix = SparseMatrix.of(CELLS);

        assertThat(matrix.hasNegative()).isTrue();
        assertThat(matrix.abs()).isEqualTo(SparseMatrix.of(new double[][] {{0, 2, 0}, {1, 0, 1e-300}}));
        assertThat(matrix.get(1, 0)).isEqualTo(-1);
        SparseMatrix absolute = matrix.abs();
        assertThat(absolute.abs()).isSameAs(absolute);
    }

    @Test
    void differsFromMatricesWithOtherCellsOrAnotherShape() {
        SparseMatrix matrix = SparseMatrix.of(new double[][] {{1, 0}, {0, 2}});

        assertThat(matrix)
                .isNotEqualTo(SparseMatrix.of(new double[][] {{1, 0}, {0, 3}}))
                .isNotEqualTo(SparseMatrix.of(new double[][] {{1, 0}, {2, 0}}))
                .isNotEqualTo(SparseMatrix.of(new double[][] {{1, 0, 0}, {0, 2, 0}}))
                .isNotEqualTo("matrix");
    }

    @Test
    void cannotBeChangedThroughWhatItWasMadeFromOrGaveAway() {
        double[][] cells = {{1, 2}, {3, 4}};
        SparseMatrix matrix = SparseMatrix.of(cells);
        SparseMatrix before = SparseMatrix.of(cells);
        cells[0][0] = 9;
        DMatrixRMaj dense = matrix.toDense();
        dense.set(0, 0, 9);
        DMatrixSparseCSC sparse = matrix.toSparse();
        sparse.nz_values[0] = 9;
        SparseMatrix fromDense = SparseMatrix.of(dense);
        dense.set(1, 1, 9);
        SparseMatrixBuilder builder = SparseMatrix.builder(2, 2).add(0, 0, 1);
        SparseMatrix early = builder.build();
        builder.add(1, 1, 1);

        assertThat(matrix).isEqualTo(before);
        assertThat(fromDense.get(1, 1)).isEqualTo(4);
        assertThat(early.nonZeros()).isEqualTo(1);
    }

    @Test
    void refusesADenseCopyThatCannotFit() {
        assertThatThrownBy(() -> SparseMatrix.zeros(1_000_000, 1_000_000).toDense())
                .isInstanceOf(MemoryLimitException.class)
                .hasMessageContaining(
                        "A dense copy of a 1000000 × 1000000 matrix, 0 entries not zero needs 7450.6 GiB");
    }

    @Test
    void mayBeEmpty() {
        SparseMatrix matrix = SparseMatrix.of(new double[0][0]);

        assertThat(matrix.density()).isZero();
        assertThat(matrix.transpose()).isEqualTo(matrix);
        assertThat(SparseMatrix.of(matrix.toSparse())).isEqualTo(matrix);
    }
}
