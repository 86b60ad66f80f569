package org.leontief.io;

import java.util.List;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/** Matrices one below the other. */
final class Blocks {

    private Blocks() {}

    static SparseMatrix below(int columns, List<SparseMatrix> blocks) {
        if (blocks.size() == 1) {
            return blocks.get(0);
        }
        int rows = 0;
        long entries = 0;
        for (SparseMatrix block : blocks) {
            rows = Math.addExact(rows, block.rows());
            entries += block.nonZeros();
        }
        SparseColumnsBuilder all = SparseMatrix.byColumns(rows, columns, entries);
        int[] rowOf = new int[rows];
        double[] valueOf = new double[rows];
        int[] count = new int[1];
        for (int column = 0; column < columns; column++) {
            count[0] = 0;
            int above = 0;
            for (SparseMatrix block : blocks) {
                int offset = above;
                block.forEachInColumn(column, (i, j, v) -> {
                    rowOf[count[0]] = offset + i;
                    valueOf[count[0]++] = v;
                });
                above += block.rows();
            }
            all.appendColumn(rowOf, valueOf, count[0]);
        }
        return all.build();
    }
}
