package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** As when several threads ask for what is made once: one makes it, the others, all of the pool, wait for it. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPoolThatWaitsForTheCallerDoesNotStopIt() throws InterruptedException {
        Object lock = new Object();
        int waiting = ForkJoinPool.getCommonPoolParallelism() + 2;
        AtomicInteger visited = new AtomicInteger();
        CountDownLatch passed = new CountDownLatch(waiting);
        synchronized (lock) {
            for (int k = 0; k < waiting; k++) {
                ForkJoinPool.commonPool().execute(() -> {
                    synchronized (lock) {
                        passed.countDown();
                    }
                });
            }
            Thread.sleep(100);
            Parallel.parts(4, (part, parts) -> visited.incrementAndGet());
        }

        assertThat(visited).hasValue(4);
        assertThat(passed.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
