package org.leontief.compilation;

import java.util.Random;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/** Priors of random pattern for tests. */
final class RandomPriors {

    private RandomPriors() {}

    /** Cells from 1 to 11; every row and column has one at least. */
    static SparseMatrix sparse(Random random, int rows, int columns, double density, double shareNegative) {
        double[][] cells = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (random.nextDouble() < density || j == i % columns || i == j % rows) {
                    cells[i][j] = (1 + 10 * random.nextDouble()) * (random.nextDouble() < shareNegative ? -1 : 1);
                }
            }
        }
        return SparseMatrix.of(cells);
    }

    /** The same pattern and signs with other numbers: its totals are feasible. */
    static SparseMatrix scaled(Random random, SparseMatrix matrix) {
        SparseMatrixBuilder scaled = SparseMatrix.builder(matrix.rows(), matrix.columns());
        matrix.forEach((i, j, value) -> scaled.add(i, j, value * (0.5 + random.nextDouble())));
        return scaled.build();
    }
}
