package org.leontief.region;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/** A table as dense matrices with an explicit inverse, cut by region: the second way to every number. */
final class DenseWorld {

    final Labels industries;
    final Labels users;
    final DenseMatrix a;
    final DenseMatrix inverse;
    final DenseMatrix y;
    final DenseMatrix x;

    DenseWorld(InputOutputTable table) {
        industries = table.industries();
        users = table.finalDemand().categories();
        DenseMatrix z = dense(table.transactions());
        y = dense(table.finalDemand().byCategory());
        x = z.times(DenseMatrix.ones(industries.size())).plus(y.times(DenseMatrix.ones(users.size())));
        a = z.times(DenseMatrix.inverseDiagonal(x));
        inverse = DenseMatrix.identity(industries.size()).minus(a).inverse();
    }

    static DenseMatrix dense(LabelledMatrix matrix) {
        return new DenseMatrix(matrix.matrix().toDense());
    }

    /** A 0/1 diagonal matrix that keeps the industries of a region. */
    DenseMatrix keep(String region) {
        DenseMatrix kept = DenseMatrix.zeros(industries.size(), industries.size());
        for (int i = 0; i < industries.size(); i++) {
            kept.set(i, i, region.equals(industries.get(i).region()) ? 1 : 0);
        }
        return kept;
    }

    /** Deliveries of all industries to the final users of a region. */
    DenseMatrix demand(String region) {
        DenseMatrix sum = DenseMatrix.zeros(industries.size(), 1);
        for (int c = 0; c < users.size(); c++) {
            if (region.equals(users.get(c).region())) {
                sum = sum.plus(y.column(c));
            }
        }
        return sum;
    }

    /** What a region exports, by industry. */
    DenseMatrix exports(String region) {
        DenseMatrix own = keep(region);
        DenseMatrix others = DenseMatrix.identity(industries.size()).minus(own);
        DenseMatrix toIndustries = own.times(a).times(others).times(x);
        DenseMatrix toUsers = own.times(y.times(DenseMatrix.ones(users.size())).minus(demand(region)));
        return toIndustries.plus(toUsers);
    }

    /** (I − A_rr)⁻¹ at the region's places, the identity elsewhere. */
    DenseMatrix alone(String region) {
        DenseMatrix own = keep(region);
        return DenseMatrix.identity(industries.size())
                .minus(own.times(a).times(own))
                .inverse();
    }
}
