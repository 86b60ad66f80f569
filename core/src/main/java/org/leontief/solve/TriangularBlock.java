package org.leontief.solve;

/** Solves with the triangles of one diagonal block, for many right-hand sides at once. */
final class TriangularBlock {

    private TriangularBlock() {}

    /** X ← L⁻¹ X, where L has ones on its diagonal. */
    static void lower(Block l, Block x, int size, int columns, double[][] rows) {
        copyIn(x, rows, size, columns);
        for (int i = 0; i < size; i += FusedRows.GROUP) {
            int end = Math.min(size, i + FusedRows.GROUP);
            int start = l.start() + i * l.stride();
            FusedRows.subtract(l.data(), start, l.stride(), rows, 0, rows, i, end - i, i, columns);
            for (int r = i + 1; r < end; r++) {
                for (int k = i; k < r; k++) {
                    FusedRows.subtract(l.data()[l.start() + r * l.stride() + k], rows[k], rows[r], columns);
                }
            }
        }
        copyOut(x, rows, size, columns);
    }

    /** X ← U⁻¹ X. */
    static void upper(Block u, Block x, int size, int columns, double[][] rows) {
        copyIn(x, rows, size, columns);
        for (int i = (size - 1) / FusedRows.GROUP * FusedRows.GROUP; i >= 0; i -= FusedRows.GROUP) {
            int end = Math.min(size, i + FusedRows.GROUP);
            int start = u.start() + i * u.stride() + end;
            FusedRows.subtract(u.data(), start, u.stride(), rows, end, rows, i, end - i, size - end, columns);
            for (int r = end - 1; r >= i; r--) {
                int line = u.start() + r * u.stride();
                for (int k = r + 1; k < end; k++) {
                    FusedRows.subtract(u.data()[line + k], rows[k], rows[r], columns);
                }
                FusedRows.divide(rows[r], u.data()[line + r], columns);
            }
        }
        copyOut(x, rows, size, columns);
    }

    private static void copyIn(Block x, double[][] rows, int size, int columns) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(x.data(), x.start() + i * x.stride(), rows[i], 0, columns);
        }
    }

    private static void copyOut(Block x, double[][] rows, int size, int columns) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, x.data(), x.start() + i * x.stride(), columns);
        }
    }
}
