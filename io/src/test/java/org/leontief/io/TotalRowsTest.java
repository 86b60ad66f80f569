package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leontief.solve.SparseMatrix;

/** What numbers prove to be a total, and what is none although some of it adds up. */
class TotalRowsTest {

    private static int row(double[]... rows) {
        return TotalRows.find(SparseMatrix.of(rows));
    }

    /** The columns in groups of so many. */
    private static int column(int together, double[]... rows) {
        int[] group = new int[rows[0].length];
        for (int j = 0; j < group.length; j++) {
            group[j] = j / together;
        }
        return TotalRows.findColumn(SparseMatrix.of(rows), group, group.length);
    }

    @Test
    void theOwnColumnOfATotalIsNoEvidence() {
        double[][] table = {{1, 2, 7, 1}, {3, 4, 1, 2}, {0, 5, 2, 0}, {4, 11, 10, 99}};

        assertThat(row(table)).isEqualTo(3);
        assertThat(TotalRows.findColumn(SparseMatrix.of(table).transpose(), new int[4], 1))
                .isEqualTo(3);
    }

    @Test
    void printedTotalsAreOffByRounding() {
        assertThat(row(new double[][] {{100, 201, 304, 0}, {301, 402, 100, 0}, {0, 500, 207, 0}, {400, 1104, 612, 0}}))
                .isEqualTo(3);
        assertThat(row(new double[][] {{100, 201, 304, 0}, {301, 402, 100, 0}, {0, 500, 207, 0}, {450, 1104, 612, 0}}))
                .isEqualTo(-1);
    }

    @Test
    void aRowThatIsTheSumOfTheOthersInSomeColumnsOnlyIsNone() {
        assertThat(row(new double[][] {{1, 2, 7, 0}, {3, 4, 1, 0}, {0, 5, 2, 0}, {4, 11, 0, 0}}))
                .isEqualTo(-1);
        assertThat(column(4, new double[][] {{1, 3, 0, 4}, {2, 4, 5, 11}, {7, 1, 2, 0}, {1, 1, 1, 3}, {2, 2, 1, 5}}))
                .isEqualTo(-1);
    }

    @Test
    void twoThatAreAlikeAreNoSums() {
        assertThat(row(new double[][] {{0, 2, 1}, {1, 0, 1}, {0, 0, 0}})).isEqualTo(-1);
        assertThat(row(new double[][] {{0, 0, 5}, {0, 0, 5}, {0, 0, 0}})).isEqualTo(-1);
        assertThat(column(2, new double[][] {{1, 1}, {2, 2}, {3, 3}})).isEqualTo(-1);
    }

    /** In two rows any three numbers may add up. */
    @Test
    void twoRowsAreNotEnough() {
        assertThat(column(3, new double[][] {{1, 3, 4}, {2, 4, 6}})).isEqualTo(-1);
        assertThat(column(3, new double[][] {{1, 3, 4}, {2, 4, 6}, {5, 1, 6}, {1, 1, 2}}))
                .isEqualTo(2);
    }

    /** The fourth column is half of what the first three add up to, but stands in another group. */
    @Test
    void aSumIsLookedForInItsOwnGroup() {
        assertThat(column(3, new double[][] {{1, 3, 2, 3}, {2, 2, 4, 4}, {3, 5, 2, 5}, {1, 1, 2, 2}, {2, 0, 4, 3}}))
                .isEqualTo(-1);
    }

    @Test
    void labelsThatSayTheyAreTotals() {
        assertThat(new String[] {"Total", "TOTAL demand", "CPA_TOTAL", "Sum", "Subtotal (A)", "Insgesamt"})
                .allMatch(TotalRows::isNamedLikeTotal);
        assertThat(new String[] {"Totally new", "Summer", "A total of services elsewhere", "Steel"})
                .noneMatch(TotalRows::isNamedLikeTotal);
        assertThat(TotalRows.hint("Steel")).isEmpty();
    }
}
