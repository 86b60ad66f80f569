package org.leontief.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

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

    /** One of several parts of a piece of work. */
    @FunctionalInterface
    interface PartTask {
        void run(int part, int parts);
    }

    static void rows(int n, int threads, RowTask task) {
        rows(n, BLOCK, threads, task);
    }

    /**
     * The same in blocks of another size, for rows that are long; only for work whose result no block size can change. Every
     * thread begins with the same share each time, which its cache may still hold, and then helps the others.
     */
    static void rows(int n, int block, int threads, RowTask task) {
        int blocks = (int) ((n + (long) block - 1) / block);
        if (threads == 1 || blocks <= 1) {
            task.run(0, n);
            return;
        }
        int shares = Math.min(threads, blocks);
        AtomicInteger[] next = new AtomicInteger[shares];
        for (int share = 0; share < shares; share++) {
            next[share] = new AtomicInteger((int) ((long) blocks * share / shares));
        }
        together(shares, own -> {
            for (int turn = 0; turn < shares; turn++) {
                int share = (own + turn) % shares;
                int end = (int) ((long) blocks * (share + 1) / shares);
                for (int b = next[share].getAndIncrement(); b < end; b = next[share].getAndIncrement()) {
                    task.run(b * block, (int) Math.min(n, (b + 1L) * block));
                }
            }
        });
    }

    /** All parts, each on a thread of its own if there is one. */
    static void parts(int parts, PartTask task) {
        if (parts == 1) {
            task.run(0, 1);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        together(parts, own -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                task.run(part, parts);
            }
        });
    }

    private static void together(int threads, IntConsumer worker) {
        List<Hand> hands = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            int own = t;
            Hand hand = new Hand(() -> worker.accept(own));
            hands.add(hand);
            ForkJoinPool.commonPool().execute(hand);
        }
        try {
            worker.accept(0);
        } finally {
            hands.forEach(Hand::finish);
        }
        hands.forEach(Hand::rethrow);
    }

    /**
     * The work on another thread, from the pool. When the caller is done nothing is left for one that has not begun; it
     * must not be waited for, because the pool's threads may all be waiting for a lock that the caller holds.
     */
    private static final class Hand implements Runnable {

        private final Runnable worker;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Hand(Runnable worker) {
            this.worker = worker;
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    worker.run();
                    done.complete(null);
                } catch (RuntimeException | Error failure) {
                    done.completeExceptionally(failure);
                }
            }
        }

        /** Waits for it if it has begun, and keeps it from beginning if it has not. */
        void finish() {
            if (taken.compareAndSet(false, true)) {
                done.complete(null);
            }
            done.handle((nothing, failure) -> failure).join();
        }

        void rethrow() {
            try {
                done.join();
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof RuntimeException exception) {
                    throw exception;
                }
                if (failure.getCause() instanceof Error error) {
                    throw error;
                }
                throw failure;
            }
        }
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

    /** Several sums over the rows from (inclusive) to (exclusive). */
    @FunctionalInterface
    interface RowSums {
        void sum(int from, int to, double[] sums);
    }

    /** Several sums at once, each block by block as in {@link #sum}. */
    static double[] sums(int count, int n, int threads, RowSums sum) {
        double[][] partial = new double[blocks(n)][count];
        rows(partial.length, n, threads, (block, from, to) -> sum.sum(from, to, partial[block]));
        double[] totals = new double[count];
        for (double[] part : partial) {
            for (int k = 0; k < count; k++) {
                totals[k] += part[k];
            }
        }
        return totals;
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
