package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void sumsHaveTheSameBitsForAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n :
                new int[] {0, 1, Parallel.BLOCK - 1, Parallel.BLOCK, Parallel.BLOCK + 1, 10 * Parallel.BLOCK + 7}) {
            double[] vector = random.doubles(n).map(entry -> entry - 0.5).toArray();
            double one = Residual.norm1(vector, 1);
            for (int threads = 2; threads <= 8; threads++) {
                assertThat(Residual.norm1(vector, threads)).isEqualTo(one);
            }
        }
    }

    @Test
    void everyRowIsVisitedOnce() {
        int n = 7 * Parallel.BLOCK + 3;
        for (int threads : new int[] {1, 2, 5}) {
            int[] visits = new int[n];
            Parallel.rows(n, threads, (from, to) -> {
                for (int i = from; i < to; i++) {
                    visits[i]++;
                }
            });
            assertThat(Arrays.stream(visits)).containsOnly(1);
        }
    }

    @Test
    void anErrorInOneBlockReachesTheCaller() {
        assertThatThrownBy(() -> Parallel.rows(3 * Parallel.BLOCK, 2, (from, to) -> {
                    if (to == 3 * Parallel.BLOCK) {
                        throw new ArithmeticException("block");
                    }
                }))
                .isInstanceOf(ArithmeticException.class);
    }
}
