package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The judge of the other tests is judged on systems whose solution is known. */
class ExactSystemTest {

    @Test
    void solvesTwoSectorsByHand() {
        // (I − A) = [[1/2, −1/4], [−1/4, 1/2]], x = (4, 4) for b = (1, 1).
        ExactSystem exact = ExactSystem.of(new double[][] {{0.5, 0.25}, {0.25, 0.5}}, new double[] {1, 1});

        assertThat(exact.value(0)).isEqualTo(4);
        assertThat(exact.isWithin(1, 4, 0)).isTrue();
        assertThat(exact.isWithin(1, Math.nextUp(4.0), 0)).isFalse();
        assertThat(exact.isWithin(1, Math.nextUp(4.0), Math.ulp(4.0))).isTrue();
        assertThat(exact.isWithin(1, 4.5, 0.4999)).isFalse();
        assertThat(exact.overestimate(1, 4.5, 1)).isEqualTo(2);
    }

    @Test
    void swapsRowsWhereAPivotIsZero() {
        ExactSystem exact = ExactSystem.of(new double[][] {{1, -1}, {-1, 0}}, new double[] {3, 5});

        // I − A = [[0, 1], [1, 1]]
        assertThat(exact.isWithin(1, 3, 0)).isTrue();
        assertThat(exact.isWithin(0, 2, 0)).isTrue();
    }

    @Test
    void takesTheSmallestAndTheLargestDoubles() {
        ExactSystem exact = ExactSystem.of(new double[][] {{0, 0x1p1000}, {0, 0}}, new double[] {0, Double.MIN_VALUE});

        assertThat(exact.isWithin(0, 0x1p-74, 0)).isTrue();
        assertThat(exact.isWithin(1, Double.MIN_VALUE, 0)).isTrue();
        assertThat(exact.isWithin(1, 0, 0)).isFalse();
    }

    @Test
    void saysThatASystemIsSingular() {
        assertThatThrownBy(() -> ExactSystem.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}}, new double[] {1, 1}))
                .isInstanceOf(ArithmeticException.class);
    }
}
