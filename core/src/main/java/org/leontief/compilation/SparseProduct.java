package org.leontief.compilation;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.CommonOps_DSCC;
import org.leontief.solve.SparseMatrix;

/** Products of sparse matrices. */
final class SparseProduct {

    private SparseProduct() {}

    static SparseMatrix of(SparseMatrix left, SparseMatrix right) {
        DMatrixSparseCSC product = new DMatrixSparseCSC(0, 0);
        CommonOps_DSCC.mult(left.toSparse(), right.toSparse(), product);
        return SparseMatrix.of(product);
    }
}
