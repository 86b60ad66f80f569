package org.leontief.structure;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.leontief.table.InputOutputTable;

/** The second method of these tests: dense matrices, inverted by EJML. */
final class Dense {

    private Dense() {}

    static DMatrixRMaj coefficients(InputOutputTable table) {
        DMatrixRMaj a = table.transactions().matrix().toDense();
        for (int j = 0; j < a.numCols; j++) {
            for (int i = 0; i < a.numRows; i++) {
                a.set(i, j, a.get(i, j) / table.grossOutput().at(j));
            }
        }
        return a;
    }

    static DMatrixRMaj allocation(InputOutputTable table) {
        DMatrixRMaj b = table.transactions().matrix().toDense();
        for (int i = 0; i < b.numRows; i++) {
            for (int j = 0; j < b.numCols; j++) {
                b.set(i, j, b.get(i, j) / table.grossOutput().at(i));
            }
        }
        return b;
    }

    /** (I − A)⁻¹. */
    static DMatrixRMaj inverse(DMatrixRMaj a) {
        DMatrixRMaj system = CommonOps_DDRM.identity(a.numRows);
        CommonOps_DDRM.subtractEquals(system, a);
        CommonOps_DDRM.invert(system);
        return system;
    }

    static double[] times(DMatrixRMaj matrix, double... vector) {
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, 1);
        CommonOps_DDRM.mult(matrix, new DMatrixRMaj(vector.length, 1, true, vector), product);
        return product.data;
    }

    static double[] timesTransposed(DMatrixRMaj matrix, double... vector) {
        return times(CommonOps_DDRM.transpose(matrix, null), vector);
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    static double sum(double... vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value;
        }
        return sum;
    }
}
