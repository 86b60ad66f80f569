package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PerronRootTest {

    private static void assertEncloses(double[][] a, BigDecimal exact, double width) {
        PerronRoot root = PerronRoot.of(SparseMatrix.of(a));
        assertThat(new BigDecimal(root.lower())).isLessThanOrEqualTo(exact);
        assertThat(new BigDecimal(root.upper())).isGreaterThanOrEqualTo(exact);
        assertThat(root.upper() - root.lower()).isLessThanOrEqualTo(width);
    }

    @Test
    void enclosesRootsThatAreKnownExactly() {
        assertEncloses(new double[][] {{0.25}}, new BigDecimal("0.25"), 0);
        assertEncloses(new double[][] {{0}}, BigDecimal.ZERO, 0);
        assertEncloses(new double[][] {{0, 4}, {1, 0}}, new BigDecimal(2), 1e-14);
        assertEncloses(new double[][] {{0.5, 0.25}, {0.25, 0.5}}, new BigDecimal("0.75"), 1e-14);
        // Nilpotent: no circle, no root.
        assertEncloses(new double[][] {{0, 7, 1}, {0, 0, 3}, {0, 0, 0}}, BigDecimal.ZERO, 0);
        assertEncloses(new double[0][0], BigDecimal.ZERO, 0);
        // A circle of three with product 8.
        assertEncloses(new double[][] {{0, 1e6, 0}, {0, 0, 8e-6}, {1, 0, 0}}, new BigDecimal(2), 1e-12);
        double tiny = Math.scalb(1.0, -1064);
        assertEncloses(new double[][] {{0, tiny}, {tiny, 0}}, new BigDecimal(tiny), 20 * Double.MIN_VALUE);
    }

    @Test
    void enclosesTheLargestRootOfAReducibleMatrix() {
        double[][] a = {{0.5, 1, 1, 0}, {0, 0.3, 0.4, 2}, {0, 0.4, 0.3, 0}, {0, 0, 0, 0.6}};

        PerronRoot root = PerronRoot.of(SparseMatrix.of(a));

        assertThat(root.lower()).isCloseTo(0.7, Offset.offset(1e-15));
        assertThat(root.upper()).isCloseTo(0.7, Offset.offset(1e-15));
        assertThat(root.group()).containsExactly(1, 2);
        assertThat(root.vector()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void boundsFollowFromTheVectorInExactArithmetic() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(10);
            double[][] a = RandomSystems.withColumnSums(random, n, 1, 2 * random.nextDouble());
            SparseMatrix matrix = SparseMatrix.of(RandomSystems.inOtherUnits(random, a, 20 * random.nextDouble()));

            PerronRoot root = PerronRoot.of(matrix);

            double[] w = root.vector();
            BigDecimal[] product = ExactProofs.product(matrix, w, false);
            for (int i = 0; i < n; i++) {
                BigDecimal weight = new BigDecimal(w[i]);
                assertThat(new BigDecimal(root.lower()).multiply(weight)).isLessThanOrEqualTo(product[i]);
                assertThat(new BigDecimal(root.upper()).multiply(weight)).isGreaterThanOrEqualTo(product[i]);
            }
            assertThat(root.upper() - root.lower()).isLessThan(1e-12 * root.upper());
            assertThat(root.group()).hasSize(n);
        }
    }

    @Test
    void convergesWherePowersAreSlow() {
        // Two halves that hardly trade: the two largest roots are 10⁻⁶ apart.
        double[][] a = {{0.5, 0.4, 0, 1e-7}, {0.4, 0.5, 0, 0}, {0, 0, 0.5, 0.4}, {1e-7, 0, 0.4, 0.499999}};

        PerronRoot root = PerronRoot.of(SparseMatrix.of(a));

        assertThat(root.upper() - root.lower()).isLessThan(1e-14);
    }

    @Test
    void saysSoWhereItKnowsLittle() {
        // The product overflows; the bounds stay true.
        PerronRoot root = PerronRoot.of(SparseMatrix.of(new double[][] {{1e308, 1e308}, {1e308, 1e308}}));

        assertThat(root.lower()).isLessThanOrEqualTo(Double.MAX_VALUE);
        assertThat(root.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesNegativeAndRectangularMatrices() {
        assertThatThrownBy(() -> PerronRoot.of(SparseMatrix.of(new double[][] {{-1}})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PerronRoot.of(SparseMatrix.zeros(2, 3))).isInstanceOf(IllegalArgumentException.class);
    }
}
