package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.solve.MatrixSum.Rounding;

/** Sums of matrices, held to exact fractions. */
class MatrixSumTest {

    @Test
    void sumsAreRoundedToTheSideAskedFor() {
        SplittableRandom random = new SplittableRandom(5);
        int rounded = 0;
        for (int trial = 0; trial < 50; trial++) {
            double[][] left = new double[4][4];
            double[][] right = new double[4][4];
            for (int cell = 0; cell < 16; cell++) {
                left[cell / 4][cell % 4] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                right[cell / 4][cell % 4] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            }
            double f = random.nextDouble();
            SparseMatrix a = SparseMatrix.of(left);
            SparseMatrix b = SparseMatrix.of(right);
            SparseMatrix up = MatrixSum.of(a, f, b, Rounding.UP);
            SparseMatrix down = MatrixSum.of(a, f, b, Rounding.DOWN);
            SparseMatrix nearest = MatrixSum.of(a, f, b, Rounding.NEAREST);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    Rational exact = Rational.of(left[i][j]).plus(Rational.of(f).times(Rational.of(right[i][j])));
                    assertThat(Rational.of(up.get(i, j))).isGreaterThanOrEqualTo(exact);
                    assertThat(Rational.of(down.get(i, j))).isLessThanOrEqualTo(exact);
                    assertThat(nearest.get(i, j)).isEqualTo(exact.doubleValue());
                    assertThat(up.get(i, j) - down.get(i, j)).isLessThanOrEqualTo(2 * Math.ulp(up.get(i, j)));
                    rounded += up.get(i, j) > down.get(i, j) ? 1 : 0;
                }
            }
        }
        assertThat(rounded).isGreaterThan(400);
    }

    @Test
    void partsKeepTheOrderAskedFor() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

        assertThat(a.part(new int[] {2, 0}, new int[] {1, 2})).isEqualTo(SparseMatrix.of(new double[][] {{8, 9}, {2, 3}
        }));
    }

    @Test
    void severalAreAddedFromLeftToRight() {
        SparseMatrix a = SparseMatrix.of(new double[][] {{0.1, 0}, {-0.25, 2}});
        SparseMatrix b = SparseMatrix.of(new double[][] {{0.2, 0}, {0.25, 0}});
        SparseMatrix c = SparseMatrix.of(new double[][] {{0.3, 4}, {0, 1}});

        SparseMatrix sum = MatrixSum.of(List.of(a, b, c));

        assertThat(sum).isEqualTo(SparseMatrix.of(new double[][] {{0.1 + 0.2 + 0.3, 4}, {0, 3}}));
        assertThat(sum.nonZeros()).isEqualTo(3);
        assertThat(MatrixSum.of(List.of(a))).isSameAs(a);
    }
}
