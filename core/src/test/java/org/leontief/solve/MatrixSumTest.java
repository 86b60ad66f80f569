package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic;
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

    /** What was lost in each entry, to its last bit; nothing is said of entries that lost nothing. */
    @Test
    void boundsOnWhatWasRoundedHold() {
        SplittableRandom random = new SplittableRandom(8);
        int rounded = 0;
        for (int trial = 0; trial < 50; trial++) {
            List<SparseMatrix> parts = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                double[][] cells = new double[3][4];
                for (int cell = 0; cell < 12; cell++) {
                    cells[cell / 4][cell % 4] =
                            random.nextInt(3) == 0 ? 0 : Math.scalb(random.nextDouble(-1, 1), random.nextInt(9));
                }
                parts.add(SparseMatrix.of(cells));
            }
            SparseMatrix sum = MatrixSum.of(parts);
            SparseMatrix errors = MatrixSum.errors(parts);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 4; j++) {
                    Rational exact = Rational.ZERO;
                    for (SparseMatrix part : parts) {
                        exact = exact.plus(Rational.of(part.get(i, j)));
                    }
                    ExactArithmetic.assertWithin(sum.get(i, j), errors.get(i, j), exact);
                    assertThat(errors.get(i, j)).isLessThanOrEqualTo(0x1p-43);
                    rounded += errors.get(i, j) > 0 ? 1 : 0;
                }
            }
        }
        assertThat(rounded).isBetween(100, 550);
        SparseMatrix half = SparseMatrix.of(new double[][] {{0.5, -3}});
        assertThat(MatrixSum.errors(List.of(half, half, half)).nonZeros()).isZero();
    }

    /** 10⁻²⁰⁰ · 10⁻²⁰⁰ is below every number that there is, and yet not below 0. */
    @Test
    void roundedDownNothingBecomesNegative() {
        SparseMatrix tiny = SparseMatrix.of(new double[][] {{1e-200}});

        assertThat(MatrixSum.of(SparseMatrix.zeros(1, 1), 1e-200, tiny, Rounding.DOWN)
                        .get(0, 0))
                .isZero();
        assertThat(MatrixSum.of(SparseMatrix.zeros(1, 1), 1e-200, tiny, Rounding.UP)
                        .get(0, 0))
                .isPositive();
        assertThat(MatrixSum.of(SparseMatrix.zeros(1, 1), -1e-200, tiny, Rounding.DOWN)
                        .get(0, 0))
                .isNegative();
    }

    @Test
    void onlyMatricesOfOneShapeHaveASum() {
        SparseMatrix flat = SparseMatrix.zeros(1, 2);
        SparseMatrix high = SparseMatrix.zeros(2, 1);

        assertThatThrownBy(() -> MatrixSum.of(flat, 1, high, Rounding.NEAREST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 × 2 and one of 2 × 1 have no sum");
        assertThatThrownBy(() -> MatrixSum.errors(List.of(flat, flat, high))).hasMessageContaining("have no sum");
    }
}
