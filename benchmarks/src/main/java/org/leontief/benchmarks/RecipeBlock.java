package org.leontief.benchmarks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** The recipes of some consecutive columns: drawn on any thread, and appended to the matrix in their order. */
final class RecipeBlock {

    /** Entries drawn at a time by a thread; few enough to stay in its cache until they are appended. */
    private static final int ENTRIES = 1 << 15;

    private static final double SIGMA = 1.5;
    private static final double SMALLEST_SUM = 0.3;
    private static final double LARGEST_SUM = 0.8;

    private final Suppliers suppliers;
    private final long seed;
    private final int[] numbers;
    private final double[] size;
    /** The recipes one after the other, each from start[k] to start[k + 1]. */
    private final int[] start;

    private final double[] labour;
    private int[] row = new int[ENTRIES];
    private double[] value = new double[ENTRIES];
    private int first;
    private int columns;

    private RecipeBlock(Suppliers suppliers, long seed, int mostColumns) {
        this.suppliers = suppliers;
        this.seed = seed;
        numbers = new int[suppliers.most()];
        size = new double[suppliers.most()];
        start = new int[mostColumns + 1];
        labour = new double[mostColumns];
    }

    /**
     * Draws all recipes of an economy. The result does not depend on the number of threads.
     *
     * @param suppliers one for each thread
     * @param meanInputs inputs of a recipe on average
     * @param labour overwritten with direct labour; its length is the number of products
     */
    static SparseMatrix drawAll(
            Supplier<Suppliers> suppliers, double meanInputs, double[] labour, long seed, int threads) {
        int n = labour.length;
        // Five standard deviations and more above the mean: no growing, and hardly any slack.
        double expected = meanInputs * n;
        SparseColumnsBuilder a = SparseMatrix.byColumns(n, n, (long) (expected + 6 * Math.sqrt(expected)));
        int columns = (int) Math.max(1, Math.min(n, ENTRIES / (1 + meanInputs)));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Queue<CompletableFuture<RecipeBlock>> drawn = new ArrayDeque<>();
            int next = 0;
            for (int k = 0; k < 2 * threads && next < n; k++, next += columns) {
                RecipeBlock block = new RecipeBlock(suppliers.get(), seed, columns);
                drawn.add(block.draw(next, Math.min(n - next, columns), pool));
            }
            while (!drawn.isEmpty()) {
                RecipeBlock block = drawn.remove().join();
                block.append(a, labour);
                if (next < n) {
                    drawn.add(block.draw(next, Math.min(n - next, columns), pool));
                    next += columns;
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return a.build();
    }

    private CompletableFuture<RecipeBlock> draw(int firstColumn, int count, ExecutorService pool) {
        return CompletableFuture.supplyAsync(
                () -> {
                    first = firstColumn;
                    columns = count;
                    for (int k = 0; k < count; k++) {
                        drawRecipe(k);
                    }
                    return this;
                },
                pool);
    }

    private void drawRecipe(int k) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + suppliers.product(first + k));
        int count = suppliers.draw(first + k, random, numbers);
        int from = start[k];
        if (from + count > row.length) {
            row = Arrays.copyOf(row, 2 * (from + count));
            value = Arrays.copyOf(value, 2 * (from + count));
        }
        double sum = 0;
        drawLogNormal(size, count, random);
        for (int i = 0; i < count; i++) {
            sum += size[i];
        }
        double total = SMALLEST_SUM + (LARGEST_SUM - SMALLEST_SUM) * random.nextDouble();
        double factor = total / sum;
        for (int i = 0; i < count; i++) {
            row[from + i] = numbers[i];
            value[from + i] = size[i] * factor;
        }
        start[k + 1] = from + count;
        labour[k] = count == 0 ? 1 : 1 - total;
    }

    private void append(SparseColumnsBuilder a, double[] allLabour) {
        for (int k = 0; k < columns; k++) {
            int count = start[k + 1] - start[k];
            System.arraycopy(row, start[k], numbers, 0, count);
            System.arraycopy(value, start[k], size, 0, count);
            a.appendColumn(numbers, size, count);
            allLabour[first + k] = labour[k];
        }
    }

    /** In pairs, by the polar method of Box, Muller and Marsaglia. */
    private static void drawLogNormal(double[] size, int count, SplittableRandom random) {
        for (int k = 0; k < count; ) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double scale = SIGMA * Math.sqrt(-2 * Math.log(square) / square);
                size[k++] = Math.exp(scale * x);
                if (k < count) {
                    size[k++] = Math.exp(scale * y);
                }
            }
        }
    }
}
