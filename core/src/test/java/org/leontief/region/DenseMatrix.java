package org.leontief.region;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Dense matrices that read like formulas, for computing things a second time. */
record DenseMatrix(DMatrixRMaj values) {

    static DenseMatrix zeros(int rows, int columns) {
        return new DenseMatrix(new DMatrixRMaj(rows, columns));
    }

    static DenseMatrix identity(int size) {
        return new DenseMatrix(CommonOps_DDRM.identity(size));
    }

    static DenseMatrix row(double... row) {
        return new DenseMatrix(new DMatrixRMaj(1, row.length, true, row));
    }

    static DenseMatrix ones(int size) {
        DenseMatrix ones = zeros(size, 1);
        CommonOps_DDRM.fill(ones.values, 1);
        return ones;
    }

    /** The diagonal matrix of 1 / v_i. */
    static DenseMatrix inverseDiagonal(DenseMatrix vector) {
        int n = vector.values.getNumElements();
        DenseMatrix diagonal = zeros(n, n);
        for (int i = 0; i < n; i++) {
            diagonal.set(i, i, 1 / vector.get(i));
        }
        return diagonal;
    }

    DenseMatrix times(DenseMatrix other) {
        DMatrixRMaj product = new DMatrixRMaj(values.numRows, other.values.numCols);
        CommonOps_DDRM.mult(values, other.values, product);
        return new DenseMatrix(product);
    }

    DenseMatrix plus(DenseMatrix other) {
        DMatrixRMaj sum = new DMatrixRMaj(values.numRows, values.numCols);
        CommonOps_DDRM.add(values, other.values, sum);
        return new DenseMatrix(sum);
    }

    DenseMatrix minus(DenseMatrix other) {
        DMatrixRMaj difference = new DMatrixRMaj(values.numRows, values.numCols);
        CommonOps_DDRM.subtract(values, other.values, difference);
        return new DenseMatrix(difference);
    }

    DenseMatrix inverse() {
        DMatrixRMaj inverse = values.copy();
        CommonOps_DDRM.invert(inverse);
        return new DenseMatrix(inverse);
    }

    DenseMatrix column(int j) {
        return new DenseMatrix(CommonOps_DDRM.extract(values, 0, values.numRows, j, j + 1));
    }

    /** The only entry, or one of a row or column. */
    double get(int i) {
        return values.get(i);
    }

    void set(int i, int j, double value) {
        values.set(i, j, value);
    }

    double total() {
        return CommonOps_DDRM.elementSum(values);
    }
}
