package org.leontief.solve;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded square matrices of all the shapes that the order of rows, and the slices they are cut into, depend on. */
enum MatrixShapes {
    /** A few entries a column. */
    SPARSE,
    /** Every third row and every fifth column is empty. */
    EMPTY_ROWS_AND_COLUMNS,
    /** One row and one column that are full, beside a few entries. */
    ONE_LONG_ROW,
    /** All rows, and all columns, have the same number of entries. */
    EQUAL_ROWS,
    /** Row i has about n / (i + 1) entries. */
    HEAVY_TAILED,
    /** Rows of no entry and rows just below what is a unit of its own take turns. */
    UNEVEN,
    /** The diagonal alone. */
    DIAGONAL,
    /** Every cell, of matrices of up to 128 rows; beyond, a band. */
    DENSE,
    /** Nothing at all. */
    EMPTY;

    private static final int DENSE_LIMIT = 128;

    /** Entries are of both signs; a quarter of them are negative. */
    SparseMatrix of(SplittableRandom random, int n) {
        SparseMatrixBuilder builder = SparseMatrix.builder(n, n);
        for (int j = 0; j < n; j++) {
            for (int i : suppliers(random, n, j)) {
                builder.add(i, j, (random.nextDouble() + 0.01) * (random.nextInt(4) == 0 ? -1 : 1));
            }
        }
        return builder.build();
    }

    private int[] suppliers(SplittableRandom random, int n, int j) {
        return switch (this) {
            case SPARSE -> few(random, n, 6);
            case EMPTY_ROWS_AND_COLUMNS ->
                j % 5 == 4
                        ? new int[0]
                        : Arrays.stream(few(random, n, 12))
                                .filter(i -> i % 3 != 2)
                                .toArray();
            case ONE_LONG_ROW -> j == n / 3 ? all(n) : with(n / 2, few(random, n, 3));
            case EQUAL_ROWS -> circle(n, j, Math.min(n, 7));
            case HEAVY_TAILED ->
                Arrays.stream(few(random, n, 6))
                        .map(i -> (int) (Math.pow(n + 1.0, (i + random.nextDouble()) / n) - 1) % n)
                        .distinct()
                        .toArray();
            case UNEVEN ->
                Arrays.stream(few(random, n, 40)).filter(i -> i % 2 == 0).toArray();
            case DIAGONAL -> new int[] {j};
            case DENSE -> n <= DENSE_LIMIT ? all(n) : circle(n, j, 40);
            case EMPTY -> new int[0];
        };
    }

    private static int[] few(SplittableRandom random, int n, int most) {
        return random.ints(random.nextInt(most + 1), 0, n).distinct().toArray();
    }

    private static int[] with(int always, int[] others) {
        int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = always;
        return Arrays.stream(all).distinct().toArray();
    }

    private static int[] all(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    private static int[] circle(int n, int from, int count) {
        int[] rows = new int[count];
        Arrays.setAll(rows, k -> (from + k) % n);
        return rows;
    }
}
