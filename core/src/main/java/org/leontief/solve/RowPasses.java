package org.leontief.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Passes over {@link SlicedRows}: every row is gathered, y_i = Σ_j a_ij x_j. Threads share the rows of a stage in blocks. */
class RowPasses extends Passes {

    /** Entries that a thread takes at a time; never more than a row is split by it, so the bits do not depend on it. */
    private static final int ENTRIES_IN_A_BLOCK = 1 << 15;

    /** Work below which a second thread costs more than it brings. */
    private static final long WORTH_A_THREAD = 40_000;

    /** Blocks between two looks at the listener: some tens of millions of entries. */
    private static final int BLOCKS_IN_A_STRETCH = 1 << 11;

    private final SlicedRows rows;
    private final boolean nonNegative;
    private final double[] pivot;
    /** First unit of every block, and the number of units. */
    private final int[] blockUnit;

    /** First block of every stage, and the number of blocks. */
    private final int[] stageBlock = new int[Numbering.STAGES + 1];

    RowPasses(SlicedRows rows, int threads) {
        super(rows.n);
        this.rows = rows;
        nonNegative = rows.isNonNegative(threads);
        pivot = pivots(rows.diagonal(threads));
        blockUnit = blocks();
    }

    private int[] blocks() {
        int units = rows.numbering.units();
        int[] first = new int[units + 1];
        int block = 0;
        for (int stage = 0; stage < Numbering.STAGES; stage++) {
            stageBlock[stage] = block;
            int from = rows.numbering.firstUnit(stage);
            int to = rows.numbering.firstUnit(stage + 1);
            for (int unit = from; unit < to; unit++) {
                boolean starts = unit == from
                        || rows.unitStart[unit + 1] - (long) rows.unitStart[first[block - 1]] > ENTRIES_IN_A_BLOCK;
                if (starts) {
                    first[block++] = unit;
                }
            }
        }
        stageBlock[Numbering.STAGES] = block;
        first[block] = units;
        return Arrays.copyOf(first, block + 1);
    }

    final SlicedRows rows() {
        return rows;
    }

    /** Passes of the same kind over |A|. */
    RowPasses abs(int threads) {
        return new RowPasses(rows.abs(), threads);
    }

    private int blocksInAll() {
        return stageBlock[Numbering.STAGES];
    }

    @Override
    long entries() {
        return rows.places();
    }

    @Override
    double[] pivot() {
        return pivot;
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        inBlocks(0, blocksInAll(), 1, threads, watch, (from, to) -> rows.gather(from, to, x, y));
    }

    @Override
    void sweep(double @Nullable [] b, double[] w, double[] fresh, int threads, Watch watch) {
        for (int stage = 0; stage < Numbering.STAGES; stage++) {
            inBlocks(stageBlock[stage], stageBlock[stage + 1], 1, threads, watch, (from, to) -> {
                rows.gather(from, to, w, fresh);
                finish(b, w, fresh, rows.numbering.firstRow(from), rows.numbering.firstRow(to));
            });
            inBlocks(stageBlock[stage], stageBlock[stage + 1], 1, threads, watch, (from, to) -> {
                int first = rows.numbering.firstRow(from);
                System.arraycopy(fresh, first, w, first, rows.numbering.firstRow(to) - first);
            });
        }
    }

    /**
     * A sweep for a block of right-hand sides, see {@link BlockKernel}.
     *
     * @param relaxation ω ≥ 1: how far w goes of the way that a plain sweep would take it; stages see the whole of it
     * @return Σ_i |z_ik| for each right-hand side k, with z what a plain sweep would have changed
     */
    double[] sweepBlock(float @Nullable [] b, float relaxation, float[] w, float[] fresh, int threads, Watch watch) {
        int width = BlockKernel.WIDTH;
        BlockKernel kernel = KernelChoice.blocks();
        BlockKernel.Vectors vectors = new BlockKernel.Vectors(b, pivot, w, fresh);
        float[][] changes = new float[blocksInAll()][width];
        for (int stage = 0; stage < Numbering.STAGES; stage++) {
            int first = stageBlock[stage];
            int last = stageBlock[stage + 1];
            inNumberedBlocks(
                    first,
                    last,
                    width,
                    threads,
                    watch,
                    (block, from, to) -> kernel.sweep(rows, from, to, vectors, relaxation, changes[block]));
            inBlocks(first, last, width, threads, watch, (from, to) -> {
                int row = rows.numbering.firstRow(from) * width;
                System.arraycopy(fresh, row, w, row, rows.numbering.firstRow(to) * width - row);
            });
        }
        double[] total = new double[width];
        for (float[] some : changes) {
            for (int k = 0; k < width; k++) {
                total[k] += some[k];
            }
        }
        return total;
    }

    /** What is done with the products of the rows of one unit, row by row, {@link BlockKernel#WIDTH} for each. */
    interface ProductsTask {
        void take(int firstRow, int borderRow, int productsInARow, double[] products);
    }

    /** A X for a block of vectors in 64 bits, handed on unit by unit; the tasks of different units may run at once. */
    void multiplyBlock(double[] x, int threads, Watch watch, ProductsTask task) {
        int width = BlockKernel.WIDTH;
        BlockKernel kernel = KernelChoice.blocks();
        inBlocks(0, blocksInAll(), width, threads, watch, (from, to) -> {
            double[] products = new double[Numbering.SLICE * width];
            for (int unit = from; unit < to; unit++) {
                kernel.multiply(rows, unit, x, products);
                task.take(
                        rows.numbering.firstRow(unit),
                        rows.numbering.firstRow(unit + 1),
                        rows.products(unit),
                        products);
            }
        });
    }

    /** Whether no coefficient is negative. */
    boolean isNonNegative() {
        return nonNegative;
    }

    private void finish(double @Nullable [] b, double[] w, double[] fresh, int from, int to) {
        for (int i = from; i < to; i++) {
            double right = b == null ? fresh[i] : b[i] + fresh[i];
            fresh[i] = (right - (1 - pivot[i]) * w[i]) / pivot[i];
        }
    }

    @Override
    void residual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        inBlocks(0, blocksInAll(), 1, threads, watch, (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                int step = rows.numbering.isSlice(unit) ? Numbering.SLICE : 1;
                for (int lane = 0; lane < step; lane++) {
                    int i = rows.numbering.firstRow(unit) + lane;
                    double right = b == null ? 0 : b[i];
                    int first = rows.unitStart[unit] + lane;
                    accurately(i, right, rows.index, rows.value, first, rows.unitStart[unit + 1], step, x, sum, error);
                }
            }
        });
    }

    @Override
    void plainResidual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        boolean oneSum = nonNegative && isNonNegative(x, threads);
        inBlocks(0, blocksInAll(), 1, threads, watch, (from, to) -> {
            rows.gather(from, to, x, sum);
            if (!oneSum) {
                rows.gatherMagnitudes(from, to, x, error);
            }
            for (int unit = from; unit < to; unit++) {
                int products = rows.products(unit);
                long depth = oneSum ? rows.depth(unit) : Math.max(rows.depth(unit), rows.depthOfMagnitudes(unit));
                for (int i = rows.numbering.firstRow(unit); i < rows.numbering.firstRow(unit + 1); i++) {
                    double right = b == null ? 0 : b[i];
                    double magnitude = oneSum ? sum[i] : error[i];
                    sum[i] += right - x[i];
                    error[i] = plainBound(right, x[i], magnitude, depth, products);
                }
            }
        });
    }

    static boolean isNonNegative(double[] x, int threads) {
        return Parallel.sum(x.length, threads, (from, to) -> {
                    double negative = 0;
                    for (int i = from; i < to; i++) {
                        negative += x[i] >= 0 ? 0 : 1;
                    }
                    return negative;
                })
                == 0;
    }

    /** A task over units. */
    private interface UnitTask {
        void run(int fromUnit, int toUnit);
    }

    /** A task over the units of a block. */
    private interface BlockTask {
        void run(int block, int fromUnit, int toUnit);
    }

    /** The task, block by block, where every entry is work for so many right-hand sides. */
    private void inBlocks(int firstBlock, int lastBlock, int width, int threads, Watch watch, UnitTask task) {
        inNumberedBlocks(firstBlock, lastBlock, width, threads, watch, (block, from, to) -> task.run(from, to));
    }

    private void inNumberedBlocks(int firstBlock, int lastBlock, int width, int threads, Watch watch, BlockTask task) {
        int stretch = Math.max(1, BLOCKS_IN_A_STRETCH / width);
        for (int from = firstBlock; from < lastBlock; from += stretch) {
            int begin = from;
            int blocks = Math.min(lastBlock - from, stretch);
            long work = (long) width * (rows.unitStart[blockUnit[from + blocks]] - rows.unitStart[blockUnit[from]]);
            int useful = (int) Math.max(1, Math.min(threads, work / WORTH_A_THREAD));
            Parallel.rows(blocks, 1, useful, (low, high) -> {
                for (int block = begin + low; block < begin + high; block++) {
                    task.run(block, blockUnit[block], blockUnit[block + 1]);
                }
            });
            watch.look();
        }
    }
}
