package org.leontief.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How fast can so many threads of this virtual machine read memory, when they do nothing but add up what they read? */
final class ReadBandwidth {

    /** Many times the caches of this day. */
    private static final int LENGTH = 1 << 27;

    private ReadBandwidth() {}

    /**
     * Best of several rounds over 1 GiB, in bytes a second.
     *
     * @param rounds the first of them warm up
     */
    static double bytesPerSecond(int threads, int rounds) throws Exception {
        double[] numbers = new double[LENGTH];
        Arrays.fill(numbers, 1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            double best = 0;
            for (int round = 0; round < rounds; round++) {
                long begin = System.nanoTime();
                List<Future<Double>> parts = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    int from = (int) ((long) LENGTH * t / threads);
                    int to = (int) ((long) LENGTH * (t + 1) / threads);
                    parts.add(pool.submit(() -> sum(numbers, from, to)));
                }
                double total = 0;
                for (Future<Double> part : parts) {
                    total += part.get();
                }
                double seconds = (System.nanoTime() - begin) * 1e-9;
                if (total != LENGTH) {
                    throw new IllegalStateException("The sum of " + LENGTH + " ones is " + total + ".");
                }
                best = Math.max(best, Double.BYTES * (double) LENGTH / seconds);
            }
            return best;
        } finally {
            pool.shutdownNow();
        }
    }

    /** In eight sums, so that no addition waits for the one before it. */
    private static double sum(double[] numbers, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            s0 += numbers[i];
            s1 += numbers[i + 1];
            s2 += numbers[i + 2];
            s3 += numbers[i + 3];
            s4 += numbers[i + 4];
            s5 += numbers[i + 5];
            s6 += numbers[i + 6];
            s7 += numbers[i + 7];
        }
        for (; i < to; i++) {
            s0 += numbers[i];
        }
        return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
    }
}
