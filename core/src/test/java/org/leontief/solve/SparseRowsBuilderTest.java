package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A matrix entered row by row is the one entered cell by cell. */
class SparseRowsBuilderTest {

    @Test
    void theSameAsCellByCell() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            double[][] cells = new double[random.nextInt(1, 8)][random.nextInt(1, 8)];
            int[] entries = new int[cells[0].length];
            for (double[] row : cells) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(3) == 0 ? random.nextDouble() - 0.5 : 0;
                    entries[j] += row[j] == 0 ? 0 : 1;
                }
            }
            SparseRowsBuilder builder = SparseMatrix.byRows(cells.length, entries);
            for (double[] row : cells) {
                builder.appendRow(row);
            }
            assertThat(builder.build()).isEqualTo(SparseMatrix.of(cells));
        }
    }

    @Test
    void whatWasNotSaidIsRefused() {
        assertThatThrownBy(() -> SparseMatrix.byRows(2, 3)).hasMessageContaining("cannot have 3 entries");
        SparseRowsBuilder builder = SparseMatrix.byRows(2, 1, 1);
        assertThatThrownBy(builder::build).hasMessageContaining("Only 0 of 2 rows");
        assertThatThrownBy(() -> builder.appendRow(new double[1])).hasMessageContaining("has 1 numbers for 2 columns");
        assertThatThrownBy(() -> builder.appendRow(new double[] {0, Double.NaN}))
                .hasMessageContaining("column 1 is NaN");
    }

    @Test
    void moreOrFewerEntriesThanSaid() {
        SparseRowsBuilder more = SparseMatrix.byRows(2, 1, 1).appendRow(new double[] {1, 1});
        assertThatThrownBy(() -> more.appendRow(new double[] {0, 1}))
                .hasMessageContaining("Column 1 has more entries than the 1");
        SparseRowsBuilder fewer = SparseMatrix.byRows(1, 1, 1).appendRow(new double[] {1, 0});
        assertThatThrownBy(fewer::build).hasMessageContaining("Column 1 has 0 entries of the 1");
        SparseRowsBuilder built = SparseMatrix.byRows(1, 1).appendRow(new double[] {1});
        built.build();
        assertThatThrownBy(built::build).hasMessageContaining("has been built");
        assertThatThrownBy(() -> built.appendRow(new double[] {1})).hasMessageContaining("All 1 rows");
    }
}
