package org.leontief.solve;

/**
 * The factors of a few columns, from the diagonal down: where pivots are chosen. The rows are cut into tiles, and in a tile
 * each column is copied into an array of its own, as {@link FusedRows} needs it. The first tile is the square on the
 * diagonal.
 */
final class Panel {

    /** Columns that are finished before the others are brought up to date with them. */
    private static final int TOGETHER = 12;
    /** Rows of a tile: what is at work on them stays in the first-level cache. */
    private static final int TILE = 512;
    /** Rows that are copied together: they may lie a power of two apart, where a cache holds few of them. */
    private static final int COPIED = 8;

    private final int width;
    private final double[][] square;
    private final double[][][] below;
    private final double[] coefficients;
    private final Tiles tiles;

    /** Room for panels up to so many columns and rows. */
    Panel(int width, int rows, Tiles tiles) {
        this.width = width;
        this.tiles = tiles;
        square = new double[width][width];
        below = new double[count(rows - width)][width][TILE];
        coefficients = new double[width * width];
    }

    /**
     * Factors with partial pivoting, in place.
     *
     * @param block rows × columns, rows ≥ columns, and more than that only for a panel of full width
     * @param pivot pivot[first + k] becomes first + the row that was exchanged with row k
     * @return false if no pivot but 0 was left, or something overflowed
     */
    boolean factor(Block block, int rows, int columns, int[] pivot, int first) {
        int left = rows - columns;
        copy(block, columns, left, true);
        for (int k = 0; k < columns; k += TOGETHER) {
            int end = Math.min(columns, k + TOGETHER);
            for (int j = k; j < end; j++) {
                int row = largest(j, columns, left);
                double value = at(j, row, columns);
                if (!(Math.abs(value) > 0 && Math.abs(value) <= Double.MAX_VALUE)) {
                    return false;
                }
                pivot[first + j] = first + row;
                exchange(j, row, columns);
                eliminate(j, end, value, columns, left);
            }
            subtractFromLaterColumns(k, end, columns, left);
        }
        copy(block, columns, left, false);
        return true;
    }

    private static int count(int rows) {
        return (rows + TILE - 1) / TILE;
    }

    private double at(int j, int row, int columns) {
        return row < columns ? square[j][row] : below[(row - columns) / TILE][j][(row - columns) % TILE];
    }

    /** The row of the largest entry of column k, from row k on; of several, the first. */
    private int largest(int k, int columns, int left) {
        int place = k;
        double largest = -1;
        for (int i = k; i < columns; i++) {
            double size = Math.abs(square[k][i]);
            if (size > largest) {
                largest = size;
                place = i;
            }
        }
        for (int tile = 0; tile < count(left); tile++) {
            double[] column = below[tile][k];
            int rows = Math.min(TILE, left - tile * TILE);
            for (int i = 0; i < rows; i++) {
                double size = Math.abs(column[i]);
                if (size > largest) {
                    largest = size;
                    place = columns + tile * TILE + i;
                }
            }
        }
        return place;
    }

    private void exchange(int k, int row, int columns) {
        for (int j = 0; j < columns; j++) {
            double[] to = row < columns ? square[j] : below[(row - columns) / TILE][j];
            int place = row < columns ? row : (row - columns) % TILE;
            double exchanged = to[place];
            to[place] = square[j][k];
            square[j][k] = exchanged;
        }
    }

    /** Column k divided by its pivot, and subtracted from the columns before end. */
    private void eliminate(int k, int end, double value, int columns, int left) {
        double[] l = square[k];
        for (int i = k + 1; i < columns; i++) {
            l[i] /= value;
        }
        for (int j = k + 1; j < end; j++) {
            subtractInSquare(k, j, columns);
        }
        for (int tile = 0; tile < count(left); tile++) {
            double[][] column = below[tile];
            int rows = Math.min(TILE, left - tile * TILE);
            FusedRows.divide(column[k], value, rows);
            for (int j = k + 1; j < end; j++) {
                FusedRows.subtract(square[j][k], column[k], column[j], rows);
            }
        }
    }

    private void subtractInSquare(int k, int j, int columns) {
        double[] l = square[k];
        double[] column = square[j];
        double minus = -column[k];
        for (int i = k + 1; i < columns; i++) {
            column[i] = Math.fma(minus, l[i], column[i]);
        }
    }

    /** Columns from end on, less what those from begin to end contribute. */
    private void subtractFromLaterColumns(int begin, int end, int columns, int left) {
        for (int j = end; j < columns; j++) {
            for (int k = begin; k < end; k++) {
                subtractInSquare(k, j, columns);
                coefficients[j * width + k] = square[j][k];
            }
        }
        tiles.run(end < columns ? count(left) : 0, (tile, workspace) -> {
            double[][] column = below[tile];
            int rows = Math.min(TILE, left - tile * TILE);
            int start = end * width + begin;
            FusedRows.subtract(
                    coefficients, start, width, column, begin, column, end, columns - end, end - begin, rows);
        });
    }

    private void copy(Block block, int columns, int left, boolean in) {
        copy(block, square, columns, columns, in);
        tiles.run(count(left), (tile, workspace) -> {
            int rows = Math.min(TILE, left - tile * TILE);
            copy(block.at(columns + tile * TILE, 0), below[tile], rows, columns, in);
        });
    }

    private static void copy(Block block, double[][] column, int rows, int columns, boolean in) {
        for (int from = 0; from < rows; from += COPIED) {
            int to = Math.min(rows, from + COPIED);
            for (int j = 0; j < columns; j++) {
                int place = block.start() + from * block.stride() + j;
                if (in) {
                    copyIn(block, place, column[j], from, to);
                } else {
                    copyOut(block, place, column[j], from, to);
                }
            }
        }
    }

    private static void copyIn(Block block, int start, double[] column, int from, int to) {
        int place = start;
        for (int i = from; i < to; i++) {
            column[i] = block.data()[place];
            place += block.stride();
        }
    }

    private static void copyOut(Block block, int start, double[] column, int from, int to) {
        int place = start;
        for (int i = from; i < to; i++) {
            block.data()[place] = column[i];
            place += block.stride();
        }
    }
}
