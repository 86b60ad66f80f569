package org.leontief.compilation;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SparseMatrix;

/** Products of sparse matrices. */
final class SparseProduct {

    /** A row number and a value for each entry, once in the product and once in its copy. */
    private static final double BYTES = 2.0 * (Integer.BYTES + Double.BYTES);

    private SparseProduct() {}

    static SparseMatrix of(SparseMatrix left, SparseMatrix right) {
        MemoryLimitException.require(
                "The product of a " + left + " and a " + right,
                BYTES * mostEntries(left, right),
                "Give the virtual machine more (-Xmx), or aggregate first.");
        DMatrixSparseCSC product = new DMatrixSparseCSC(0, 0);
        CommonOps_DSCC.mult(left.toSparse(), right.toSparse(), product);
        return SparseMatrix.of(product);
    }

    /** One for every multiplication, unless the product is smaller than that. */
    private static double mostEntries(SparseMatrix left, SparseMatrix right) {
        int[] inColumn = new int[left.columns()];
        left.forEach((i, k, value) -> inColumn[k]++);
        double[] multiplications = new double[1];
        right.forEach((k, j, value) -> multiplications[0] += inColumn[k]);
        return Math.min((double) left.rows() * right.columns(), multiplications[0]);
    }
}
