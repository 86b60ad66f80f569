package org.leontief.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Splits work over rows among threads so that the result does not depend on how many there are: the blocks have a fixed
 * size, and sums are taken within blocks and then over blocks in order.
 */
final class Parallel {

    /** Rows in a block. Part of the definition of every sum, so never tuned to a machine. */
    static final int BLOCK = 4096;

    /** Work on the rows from (inclusive) to (exclusive). */
    @FunctionalInterface
    interface RowTask {
        void run(int from, int to);
    }

    /** A sum over the rows from (inclusive) to (exclusive). */
    @FunctionalInterface
    interface RowSum {
        double sum(int from, int to);
    }

    private Parallel() {}

    static void rows(int n, int threads, RowTask task) {
        int blocks = blocks(n);
        if (threads == 1 || blocks <= 1) {
            task.run(0, n);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                task.run(block * BLOCK, (int) Math.min(n, (block + 1L) * BLOCK));
            }
        };
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, blocks); t++) {
            others.add(ForkJoinPool.commonPool().submit(worker));
        }
        worker.run();
        others.forEach(ForkJoinTask::join);
    }

    static double sum(int n, int threads, RowSum sum) {
        double[] partial = new double[blocks(n)];
        rows(partial.length, n, threads, (block, from, to) -> partial[block] = sum.sum(from, to));
        double total = 0;
        for (double part : partial) {
            total += part;
        }
        return total;
    }

    private interface BlockTask {
        void run(int block, int from, int to);
    }

    private static void rows(int blocks, int n, int threads, BlockTask task) {
        rows(n, threads, (from, to) -> {
            // One call may span many blocks (a single thread); the sums must still be taken block by block.
            for (int block = from / BLOCK; block < blocks && block * (long) BLOCK < to; block++) {
                task.run(block, block * BLOCK, (int) Math.min(n, (block + 1L) * BLOCK));
            }
        });
    }

    private static int blocks(int n) {
        return (int) ((n + (long) BLOCK - 1) / BLOCK);
    }
}
