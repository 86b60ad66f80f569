package org.leontief.value.production;

import org.leontief.solve.MatrixSum.Rounding;
import org.leontief.solve.SparseMatrix;

/** U and K of some products alone. */
record PartOfInputs(
        SparseMatrix usedDown,
        SparseMatrix usedNearest,
        SparseMatrix usedUp,
        SparseMatrix stocks,
        boolean isCirculating)
        implements RateEnclosure.Inputs {

    PartOfInputs(RateEnclosure.Inputs whole, int[] members) {
        this(
                whole.used(Rounding.DOWN).part(members, members),
                whole.used(Rounding.NEAREST).part(members, members),
                whole.used(Rounding.UP).part(members, members),
                whole.advanced(Rounding.NEAREST).part(members, members),
                whole.isCirculating());
    }

    @Override
    public SparseMatrix used(Rounding rounding) {
        return switch (rounding) {
            case DOWN -> usedDown;
            case NEAREST -> usedNearest;
            case UP -> usedUp;
        };
    }

    @Override
    public SparseMatrix advanced(Rounding rounding) {
        return isCirculating ? used(rounding) : stocks;
    }
}
