package org.leontief.solve;

/** The block update in plain Java, in loops that HotSpot turns into vector instructions without being asked to. */
final class PlainKernel implements DenseKernel {

    static final String NAME = "plain Java";

    /** Terms and columns of B that are copied together: a quarter of a megabyte, which stays in the second-level cache. */
    private static final int DEPTH = 144;

    private static final int WIDTH = 240;

    private final double[][] right = new double[DEPTH][WIDTH];
    private final double[][] sums = new double[FusedRows.GROUP][WIDTH];

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void subtractProduct(Block a, Block b, Block c, int rows, int depth, int columns) {
        for (int j = 0; j < columns; j += WIDTH) {
            for (int k = 0; k < depth; k += DEPTH) {
                subtractPart(
                        a.at(0, k),
                        b.at(k, j),
                        c.at(0, j),
                        rows,
                        Math.min(DEPTH, depth - k),
                        Math.min(WIDTH, columns - j));
            }
        }
    }

    private void subtractPart(Block a, Block b, Block c, int rows, int depth, int width) {
        for (int k = 0; k < depth; k++) {
            System.arraycopy(b.data(), b.start() + k * b.stride(), right[k], 0, width);
        }
        for (int i = 0; i < rows; i += FusedRows.GROUP) {
            int group = Math.min(FusedRows.GROUP, rows - i);
            int place = c.start() + i * c.stride();
            for (int r = 0; r < group; r++) {
                System.arraycopy(c.data(), place + r * c.stride(), sums[r], 0, width);
            }
            int start = a.start() + i * a.stride();
            FusedRows.subtract(a.data(), start, a.stride(), right, 0, sums, 0, group, depth, width);
            for (int r = 0; r < group; r++) {
                System.arraycopy(sums[r], 0, c.data(), place + r * c.stride(), width);
            }
        }
    }
}
