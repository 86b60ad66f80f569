package org.leontief.value.production;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/**
 * p = p U + r p K + w l (1 + r [wages advanced]), with U = A + D + M what is used up and K what is advanced; K = U where no stocks
 * of capital are given. At w = 1 it is solved as a transposed system of M(r) = U + r K.
 */
final class PriceEquation implements RateEnclosure.Inputs {

    private final TechnicalCoefficients coefficients;
    private final @Nullable SparseMatrix depreciation;
    private final @Nullable SparseMatrix imports;
    private final @Nullable SparseMatrix stocks;
    private final double[] labour;
    private final WageTiming timing;

    PriceEquation(
            TechnicalCoefficients coefficients,
            @Nullable SparseMatrix depreciation,
            @Nullable SparseMatrix imports,
            @Nullable SparseMatrix stocks,
            double[] labour,
            WageTiming timing) {
        this.coefficients = coefficients;
        this.depreciation = depreciation;
        this.imports = imports;
        this.stocks = stocks;
        this.labour = labour;
        this.timing = timing;
    }

    PriceEquation with(@Nullable SparseMatrix newDepreciation, @Nullable SparseMatrix newStocks, WageTiming newTiming) {
        return new PriceEquation(coefficients, newDepreciation, imports, newStocks, labour, newTiming);
    }

    PriceEquation withImports(@Nullable SparseMatrix newImports) {
        return new PriceEquation(coefficients, depreciation, newImports, stocks, labour, timing);
    }

    TechnicalCoefficients coefficients() {
        return coefficients;
    }

    @Nullable
    SparseMatrix depreciation() {
        return depreciation;
    }

    /** M, at the prices of products at home; null where imports are not counted. */
    @Nullable
    SparseMatrix imports() {
        return imports;
    }

    @Nullable
    SparseMatrix stocks() {
        return stocks;
    }

    double[] labour() {
        return labour;
    }

    WageTiming timing() {
        return timing;
    }

    @Override
    public boolean isCirculating() {
        return stocks == null;
    }

    @Override
    public SparseMatrix used(Rounding rounding) {
        SparseMatrix used = coefficients.matrix().matrix();
        used = depreciation == null ? used : MatrixSum.of(used, 1, depreciation, rounding);
        return imports == null ? used : MatrixSum.of(used, 1, imports, rounding);
    }

    @Override
    public SparseMatrix advanced(Rounding rounding) {
        return stocks == null ? used(rounding) : stocks;
    }

    /** The smallest r at which M(r) is still not negative whatever its entries: −1 on circulating capital, 0 on stocks. */
    double lowestRate() {
        return isCirculating() ? -1 : 0;
    }

    /** M(r). */
    SparseMatrix at(double r, Rounding rounding) {
        SparseMatrix used = used(rounding);
        if (r == 0) {
            return used;
        }
        if (isCirculating() && rounding == Rounding.NEAREST) {
            double[] factor = new double[used.columns()];
            Arrays.fill(factor, 1 + r);
            return used.scaleColumns(factor);
        }
        // A negative r stands before K = U only, and 1 + r is positive: the larger U gives the larger M.
        return MatrixSum.of(used, r, advanced(rounding), rounding);
    }

    /** The direct cost of labour at w = 1. */
    double[] labourCost(double r, Rounding rounding) {
        if (timing == WageTiming.AFTERWARDS || r == 0) {
            return labour;
        }
        return Arrays.stream(labour)
                .map(l -> {
                    double cost = Math.fma(r, l, l);
                    return l == 0 || rounding == Rounding.NEAREST
                            ? cost
                            : rounding == Rounding.UP ? Math.nextUp(cost) : Math.nextDown(cost);
                })
                .toArray();
    }

    /** Whether M(r) and the cost of labour are stored without any rounding. */
    boolean isExactAt(double r) {
        return r == 0 && depreciation == null && imports == null;
    }

    /** Prices at w = 1. There may be none: see the report. */
    Solution labourCommanded(double r, Rounding rounding, SolveOptions options) {
        return system(r, rounding).system().transposed().solve(labourCost(r, rounding), options);
    }

    TechnicalCoefficients system(double r, Rounding rounding) {
        return isExactAt(r)
                ? coefficients
                : coefficients.with(at(r, rounding), coefficients.extensions().matrix());
    }
}
